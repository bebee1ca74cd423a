"""Footnotes of a Word document, which python-docx has no way to write: their part, and the references to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.document import Document as Paper
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from lxml import etree

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
# 0 and 1 are the lines above the notes, which Word wants to be there
FIRST = 2
_LINES = (
    f"<w:footnotes {nsdecls('w')}>"
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)


def add_footnotes(paper: Paper, notes: Sequence[str]) -> None:
    """The notes, numbered from 1; `refer` has put their numbers into the text.

    A note that is referred to twice is written twice: Word numbers references, not notes.
    """
    root = etree.fromstring(_LINES)
    for at, reference in enumerate(_references(paper)):
        number = int(reference.get(qn("w:id")))
        reference.set(qn("w:id"), str(FIRST + at))
        root.append(_footnote(FIRST + at, notes[number - 1]))
    name, package = PackURI("/word/footnotes.xml"), paper.part.package
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    paper.part.relate_to(Part(name, CONTENT_TYPE, content, package), RELATIONSHIP_TYPE.FOOTNOTES)


def refer(paragraph: Paragraph, note: int) -> None:
    """The raised number of a note, behind what the paragraph holds by now."""
    run = paragraph.add_run()
    run.font.superscript = True
    reference = etree.SubElement(run._r, qn("w:footnoteReference"))
    reference.set(qn("w:id"), str(note))


def _references(paper: Paper) -> list[Any]:
    return list(paper.element.body.iter(qn("w:footnoteReference")))


def _footnote(number: int, text: str) -> Any:
    note = etree.Element(qn("w:footnote"), {qn("w:id"): str(number)})
    paragraph = etree.SubElement(note, qn("w:p"))
    _run(paragraph, raised=True).append(etree.Element(qn("w:footnoteRef")))
    words = etree.SubElement(_run(paragraph), qn("w:t"))
    words.text = f" {text}"
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return note


def _run(paragraph: Any, *, raised: bool = False) -> Any:
    run = etree.SubElement(paragraph, qn("w:r"))
    properties = etree.SubElement(run, qn("w:rPr"))
    if raised:
        etree.SubElement(properties, qn("w:vertAlign"), {qn("w:val"): "superscript"})
    else:
        etree.SubElement(properties, qn("w:sz"), {qn("w:val"): "18"})
    return run
