"""A page as a sequence of paragraphs and tables, in reading order.

Inside a paragraph the pieces of text are joined by nothing, so that no number is split by markup; `<br>` ends a
paragraph; a line break of the source is nothing beside a Han character and a space between two others.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from bs4 import Tag
from bs4.element import NavigableString

from connectors.readers.grid import Grid, cells_of, is_grid
from connectors.readers.spacing import SUPERSCRIPTS, tidy

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCK_NAMES = """
    p div li ul ol dl dt dd table caption thead tbody tfoot tr td th section article header footer nav main aside
    center blockquote pre fieldset form figure figcaption address body hr
"""
BLOCKS = HEADINGS | frozenset(_BLOCK_NAMES.split())
_IGNORED_NAMES = """
    script style noscript template head title iframe object embed svg select option button input textarea video audio
"""
IGNORED = frozenset(_IGNORED_NAMES.split())
# never part of a report, even where a page puts them inside its body
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)
_BREAK = "\u2028"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the page. `inside`: it belongs to the body that was asked for. `linked`: all of it is links."""

    kind: Literal["heading", "paragraph"]
    text: str
    inside: bool
    linked: bool = False


@dataclass(frozen=True, slots=True)
class TablePiece:
    """One data table of the page."""

    grid: Grid
    inside: bool


Piece = Paragraph | TablePiece


def pieces_of(root: Tag, bodies: Collection[int] = (), around: Collection[int] = ()) -> list[Piece]:
    """The paragraphs and tables under `root`.

    `bodies` are the identities of the tags whose content counts as inside, `around` those of their ancestors: a table
    among these is layout.
    """
    return _Walk(bodies, around).run(root)


class _Walk:
    """A walk without recursion: pages may be nested deeper than Python's stack."""

    def __init__(self, bodies: Collection[int], around: Collection[int]) -> None:
        self._bodies, self._around = bodies, around
        self._pieces: list[Piece] = []
        self._buffer: list[str] = []
        self._heading = self._inside = False
        self._links = self._plain = 0

    def run(self, root: Tag) -> list[Piece]:
        stack: list[tuple[Tag | NavigableString, bool]] = [(root, False)]
        while stack:
            node, leaving = stack.pop()
            if not isinstance(node, Tag):
                self._add(node)
            elif leaving:
                self._leave(node)
            elif self._enter(node):
                stack.append((node, True))
                stack.extend((child, False) for child in reversed(node.contents))  # type: ignore[misc]
        self._flush()
        return self._pieces

    def _enter(self, tag: Tag) -> bool:
        """Whether the tag's children are to be walked."""
        if tag.name == "br":
            self._buffer.append(_BREAK)
            return False
        if is_ignored(tag) and id(tag) not in self._bodies and id(tag) not in self._around:
            return False
        if tag.name in BLOCKS:
            self._flush()
            self._heading = tag.name in HEADINGS
        if id(tag) in self._bodies:
            self._flush()
            self._inside = True
        if tag.name == "table" and id(tag) not in self._around and is_grid(tag):
            self._add_table(tag)
            return False
        return True

    def _add_table(self, table: Tag) -> None:
        caption = table.find("caption", recursive=False)
        if caption is not None and (text := line_of(caption)):
            self._pieces.append(Paragraph("paragraph", text, self._inside))
        self._pieces.append(TablePiece(cells_of(table, line_of), self._inside))

    def _leave(self, tag: Tag) -> None:
        if tag.name in BLOCKS:
            self._flush()
            self._heading = False
        if id(tag) in self._bodies:
            self._flush()
            self._inside = False

    def _add(self, node: NavigableString) -> None:
        if type(node) is not NavigableString:  # comments, doctypes and the like
            return
        parent = node.parent.name if node.parent else ""
        self._buffer.append(node.translate(SUPERSCRIPTS) if parent == "sup" else node)
        if not node.isspace():
            linked = any(map(is_link, node.parents)) if self._plain == 0 else False
            self._links, self._plain = self._links + linked, self._plain + (not linked)

    def _flush(self) -> None:
        if not self._buffer:
            return
        linked = self._links > 0 and self._plain == 0
        kind: Literal["heading", "paragraph"] = "heading" if self._heading else "paragraph"
        for line in "".join(self._buffer).split(_BREAK):
            if text := tidy(line):
                self._pieces.append(Paragraph(kind, text, self._inside, linked))
        self._buffer.clear()
        self._links = self._plain = 0


def is_link(tag: Tag) -> bool:
    """Whether a tag leads somewhere; text pasted from a word processor is full of anchors that do not."""
    return tag.name == "a" and tag.attrs.get("href") is not None


def is_ignored(tag: Tag) -> bool:
    """Whether a reader of the page never sees the tag's text as text."""
    if tag.name in IGNORED:
        return True
    style = tag.attrs.get("style")
    return isinstance(style, str) and _HIDDEN.search(style) is not None


def line_of(tag: Tag) -> str:
    """All of a tag's text as one line; its own paragraphs are parted by a space."""
    return " ".join(piece.text for piece in pieces_of(tag) if isinstance(piece, Paragraph))
