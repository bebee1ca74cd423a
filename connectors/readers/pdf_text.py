"""Lines of placed characters as paragraphs of a document, each with its page."""

from __future__ import annotations

from collections.abc import Sequence

from connectors.readers.page_text import PageText
from connectors.readers.pdf_lines import GAP, Line, joined, paragraphs
from connectors.readers.spacing import tidy


def add_paragraphs(text: PageText, lines: Sequence[Line], width: float) -> None:
    """Add the lines; `width` is that of the narrowest page."""
    for run in paragraphs(lines, width):
        said = joined([line.text for line in run])
        kept = GAP.join(filter(None, map(tidy, said.split(GAP))))
        first, last = run[0].page, run[-1].page
        if kept:
            text.add_paragraph("paragraph", kept, f"第{first}页" if first == last else f"第{first}至{last}页")
