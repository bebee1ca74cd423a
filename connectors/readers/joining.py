"""A page and its files, or the files of a zip, as one document: each behind its name, without copies of one another."""

from __future__ import annotations

import re

from connectors.readers.page_text import PageText
from extraction.document import Document

_STEP = 16  # characters that are compared at once
_COPIED = 0.8  # a file of which so much stands there already says nothing new
_MOST_PIECES = 300
_MOST_CHARS = 3_000_000
_UNSEEN = re.compile(r"[\s\u3000]+")


class Joining:
    """The documents that were joined so far, and the words that stand in them."""

    def __init__(self) -> None:
        self.text = PageText()
        self._seen = ""

    def add_page(self, page: Document) -> None:
        """Begin with a page, whose own text has no file to be named."""
        self.text.add_document(page, "")
        self._seen += _bare(page.text)

    def add_file(self, name: str, document: Document) -> bool:
        """Add a file of this name; False where it is a copy of what is there, which is then left out."""
        bare = _bare(document.text)
        if _stands_in(bare, self._seen) or self.text.length + len(document.text) > _MOST_CHARS:
            return False
        self.text.add_paragraph("paragraph", f"附件：{name}")
        self.text.add_document(document, f"附件“{name}”")
        self._seen += bare
        return True


def _bare(text: str) -> str:
    return _UNSEEN.sub("", text)


def _stands_in(text: str, seen: str) -> bool:
    """Whether most of the text stands in what was seen; of a long text not every piece is looked for."""
    if len(text) < _STEP or not seen:
        return text in seen and bool(text)
    pieces = [text[at : at + _STEP] for at in range(0, len(text) - _STEP + 1, _STEP)]
    chosen = pieces[:: len(pieces) // _MOST_PIECES + 1]
    return sum(piece in seen for piece in chosen) >= _COPIED * len(chosen)
