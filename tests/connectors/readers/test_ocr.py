"""Scans: what is done with a doubtful page everywhere, and the recognition itself where the extra is installed."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from connectors.errors import UnreadableDocument
from connectors.readers import ocr, pdf_chars, read
from connectors.readers.pdf_chars import Sheet
from connectors.readers.placed import Char
from extraction.reading import extract
from tests.connectors.readers.making import HEADER, ROWS, SENTENCE, TITLE
from tests.connectors.readers.making_pdf import drawn, pdf_of, picture, table, text

is_there = pytest.mark.skipif(not ocr.is_installed(), reason="the extra ocr is not installed")
LOST = "有1行文字没有识别出来"


def lines_on(sheet: Sheet, doubt: str) -> Sheet:
    """A page on which two lines were recognised."""
    chars = tuple(
        Char(words, 72, y, 72 + 14 * len(words), y + 16, True)
        for words, y in (
            (TITLE, 700.0),
            ("一、农村户厕改造。全年改造农村户厕2000户，", 650.0),
            ("1-9月已改造1560户。", 626.0),
        )
    )
    return replace(sheet, chars=chars, is_picture=False, doubt=doubt)


@pytest.mark.parametrize(("doubt", "confident"), [("", True), (LOST, False)])
def test_a_page_on_which_a_line_is_missing_gives_no_verdict(
    monkeypatch: pytest.MonkeyPatch, doubt: str, confident: bool
) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: True)
    monkeypatch.setattr(pdf_chars, "_recognised", lambda _, sheet: lines_on(sheet, doubt))
    extraction = extract(read(drawn(picture), "", "file:///扫描件.pdf"))
    (indicator,) = (i for task in extraction.tasks for i in task.indicators)
    assert indicator.actual is not None
    assert indicator.actual.text == "1560户"
    assert (indicator.confidence > 0.6) is confident
    assert extraction.place_of_indicator(indicator) == "第1页（扫描识别）"
    found = [(finding.kind, finding.message) for finding in extraction.findings]
    assert found == ([] if confident else [("scan_doubtful", f"扫描件第1页{LOST}")])


@pytest.mark.parametrize("content", [drawn(picture), b"\x89PNG\r\n\x1a\n"])
def test_without_the_extra_the_remedy_names_it(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    with pytest.raises(UnreadableDocument, match=r"\[ocr\]"):
        read(content, "", "file:///a")


def scanned(content: bytes, dpi: int = 150) -> list[Image.Image]:
    """Pictures of the pages of a PDF."""
    import pypdfium2

    with pypdfium2.PdfDocument(content) as document:
        return [page.render(scale=dpi / 72).to_pil() for page in document]


def on_paper(*pictures: Image.Image) -> bytes:
    """A PDF of nothing but these pictures."""

    def page(image: Image.Image) -> Any:
        return lambda canvas: canvas.drawImage(ImageReader(image), 0, 0, *A4)

    return drawn(*map(page, pictures))


@is_there
def test_a_scan_is_read_as_its_original() -> None:
    rows = [[str(value) for value in row] for row in [HEADER, *ROWS]]
    original = pdf_of(text(TITLE, centred=True), text(SENTENCE), table(rows))
    document = read(on_paper(*scanned(original)), "", "file:///扫描件.pdf")
    assert [line for line in document.text.split("\n") if line in (TITLE, SENTENCE)] == [TITLE, SENTENCE]
    actuals = [i.actual.text for task in extract(document).tasks for i in task.indicators if i.actual]
    assert {"1560户", "66公里"} <= set(actuals)
    assert document.findings == ()
    assert {place.words for place in document.places} == {"第1页（扫描识别）"}


@is_there
def test_a_picture_of_a_page_is_read(tmp_path: Any) -> None:
    out = io.BytesIO()
    (image,) = scanned(pdf_of(text(SENTENCE)))
    image.save(out, "PNG")
    assert read(out.getvalue(), "image/png", "file:///a.png").text == SENTENCE
    with pytest.raises(UnreadableDocument, match="damaged image"):
        read(out.getvalue()[:60], "image/png", "file:///a.png")


@is_there
def test_a_line_that_was_not_found_is_told_by_its_ink() -> None:
    import numpy

    def page(canvas: Canvas) -> None:
        for number in range(6):
            canvas.drawString(72, 700 - 40 * number, SENTENCE)
        canvas.rect(60, 300, 400, 480)

    pixels = numpy.asarray(scanned(drawn(page))[0].convert("RGB"))
    scale = 150 / 72
    boxes = [(72 * scale, (842 - y - 14) * scale, 440 * scale, (842 - y + 4) * scale) for y in range(500, 701, 40)]
    assert ocr.lost_lines(pixels, boxes) == []
    ((top, bottom),) = ocr.lost_lines(pixels, boxes[:2] + boxes[3:])
    assert boxes[2][1] - 5 < top < bottom < boxes[2][3] + 5
