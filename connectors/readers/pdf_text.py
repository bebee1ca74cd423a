"""Lines of placed characters as paragraphs of a document, each with its page, and with what is doubtful about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from connectors.readers.page_text import PageText
from connectors.readers.pdf_lines import GAP, Line, joined, paragraphs
from connectors.readers.spacing import tidy

_DOUBTFUL = 0.5  # the most that a figure of a doubtful page is sure of: under what a verdict asks for


@dataclass(frozen=True, slots=True)
class Scanned:
    """The pages whose text was recognised from a picture, each with what is doubtful about it, or nothing."""

    doubts: Mapping[int, str] = field(default_factory=dict)

    def words(self, first: int, last: int) -> str:
        """Where to find pages again."""
        told = f"第{first}页" if first == last else f"第{first}至{last}页"
        return f"{told}（扫描识别）" if first in self.doubts or last in self.doubts else told


def add_paragraphs(text: PageText, lines: Sequence[Line], width: float, scanned: Scanned | None = None) -> None:
    """Add the lines; `width` is that of the narrowest page."""
    scanned = scanned or Scanned()
    for run in paragraphs(lines, width):
        said = joined([line.text for line in run])
        kept = GAP.join(filter(None, map(tidy, said.split(GAP))))
        if not kept:
            continue
        start = text.length
        text.add_paragraph("paragraph", kept, scanned.words(run[0].page, run[-1].page))
        if any(scanned.doubts.get(line.page) for line in run):
            text.add_doubt(start, _DOUBTFUL)


def tell_doubts(text: PageText, scanned: Scanned) -> None:
    """A finding for each page that is doubtful."""
    for page, doubt in scanned.doubts.items():
        if doubt:
            text.add_finding("scan_doubtful", f"扫描件第{page}页{doubt}")
