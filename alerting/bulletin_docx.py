"""The bulletin as a Word document in the usual layout of official papers (GB/T 9704), with real footnotes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.document import Document as Paper
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from alerting.bulletin_document import Block, Bulletin, Run
from alerting.footnotes import add_footnotes, refer

BODY, HEADING, TITLE = "仿宋", "黑体", "宋体"
SIZE, TITLE_SIZE, TABLE_SIZE, SMALL = Pt(16), Pt(22), Pt(10.5), Pt(9)
LINE = Pt(28)


def as_docx(bulletin: Bulletin) -> bytes:
    """The document's bytes."""
    paper = Document()
    _lay_out(paper)
    _said(paper, bulletin.title, TITLE, TITLE_SIZE, align=WD_ALIGN_PARAGRAPH.CENTER, bold=True)
    _said(paper, bulletin.number, align=WD_ALIGN_PARAGRAPH.CENTER)
    _said(paper, bulletin.address)
    for block in bulletin.blocks:
        _add(paper, block)
    for line in bulletin.signature:
        _said(paper, line, align=WD_ALIGN_PARAGRAPH.RIGHT)
    for line in bulletin.foot:
        _said(paper, line, size=SMALL, tight=True)
    add_footnotes(paper, bulletin.notes)
    paper.core_properties.title, paper.core_properties.author = bulletin.title, "Duban"
    content = io.BytesIO()
    paper.save(content)
    return content.getvalue()


def _lay_out(paper: Paper) -> None:
    """A4, the margins of official papers, the body's font, and page numbers."""
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    style: Any = paper.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", SIZE
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), BODY)
    number = section.footer.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _field(number, "PAGE")


def _field(paragraph: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)


def _add(paper: Paper, block: Block) -> None:
    if block.heading:
        _said(paper, block.heading, HEADING, indent=True).paragraph_format.keep_with_next = True
    elif block.table:
        _add_table(paper, block.table)
    elif block.blank:
        for _ in range(block.blank):
            _said(paper, "")
    else:
        paragraph = _paragraph(paper.add_paragraph(), indent=True)
        paragraph.paragraph_format.keep_with_next = block.runs[0].bold  # a bureau's name stays with its first item
        _fill(paragraph, block.runs)


def _add_table(paper: Paper, lines: Sequence[Sequence[Sequence[Run]]]) -> None:
    table = paper.add_table(len(lines), len(lines[0]), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for row, cells in zip(table.rows, lines, strict=True):
        for cell, runs in zip(row.cells, cells, strict=True):
            _fill(_paragraph(cell.paragraphs[0], tight=True), runs, TABLE_SIZE)
    header: Any = table.rows[0]._tr.get_or_add_trPr()
    header.append(OxmlElement("w:tblHeader"))  # again on each page


def _said(
    paper: Paper,
    text: str,
    font: str = BODY,
    size: Pt = SIZE,
    *,
    align: WD_ALIGN_PARAGRAPH | None = None,
    bold: bool = False,
    indent: bool = False,
    tight: bool = False,
) -> Paragraph:
    paragraph = _paragraph(paper.add_paragraph(), indent=indent, tight=tight)
    if align is not None:
        paragraph.alignment = align
    _run(paragraph, text, font, size, bold)
    return paragraph


def _paragraph(paragraph: Paragraph, *, indent: bool = False, tight: bool = False) -> Paragraph:
    """Lines of 28 points, the first two characters in; tight ones as they come."""
    layout = paragraph.paragraph_format
    layout.space_before = layout.space_after = Pt(0)
    layout.first_line_indent = Pt(32) if indent else None
    if not tight:
        layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, LINE
    return paragraph


def _fill(paragraph: Paragraph, runs: Sequence[Run], size: Pt = SIZE) -> None:
    for run in runs:
        _run(paragraph, run.text, BODY, size, run.bold)
        if run.note:
            refer(paragraph, run.note)


def _run(paragraph: Paragraph, text: str, font: str, size: Pt, bold: bool) -> None:
    run = paragraph.add_run(text)
    run.font.size, run.font.bold = size, bold
    properties: Any = run._r.get_or_add_rPr()
    properties.get_or_add_rFonts().set(qn("w:eastAsia"), font)
