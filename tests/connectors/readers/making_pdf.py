"""PDF files as offices print them, made by reportlab."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from PIL import Image
from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

SONG = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(SONG))


def text(words: str, *, indent: float = 28, size: float = 14, centred: bool = False) -> Paragraph:
    """A paragraph whose first line is indented by two characters."""
    style = ParagraphStyle("p", fontName=SONG, fontSize=size, leading=size * 1.7, wordWrap="CJK")
    style.firstLineIndent, style.alignment = 0 if centred else indent, 1 if centred else 0
    return Paragraph(words, style)


def table(rows: Sequence[Sequence[str]], *spans: tuple[tuple[int, int], tuple[int, int]], **settings: object) -> Table:
    """A ruled table; spans are ((column, row), (column, row))."""
    ruled = [("GRID", (0, 0), (-1, -1), 1, black), ("FONT", (0, 0), (-1, -1), SONG, 12)]
    merged = [("SPAN", *span) for span in spans]
    return Table([list(row) for row in rows], style=TableStyle([*ruled, *merged]), **settings)


def rim(canvas: Canvas, document: SimpleDocTemplate) -> None:
    """What every page has above and below: the gazette's name and the page's number."""
    canvas.setFont(SONG, 10)
    canvas.drawString(72, 810, "云河市人民政府公报 2026年第10期")
    canvas.drawCentredString(300, 30, f"- {document.page} -")


def pdf_of(*story: Flowable, **settings: object) -> bytes:
    """A PDF of these."""
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, **settings).build(list(story))
    return out.getvalue()


def gazette_of(*story: Flowable) -> bytes:
    """A PDF of these with the rims of a gazette."""
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(list(story), onFirstPage=rim, onLaterPages=rim)
    return out.getvalue()


def drawn(*pages: Callable[[Canvas], object], **settings: object) -> bytes:
    """A PDF of pages that are drawn by hand."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, **settings)
    for page in pages:
        canvas.setFont(SONG, 14)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def picture(canvas: Canvas) -> None:
    """A page that is a picture."""
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 595, 842)
