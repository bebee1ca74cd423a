"""A page as a sequence of paragraphs and tables, in reading order.

Inside a paragraph the pieces of text are joined by nothing, so that no number is split by markup; `<br>` ends a
paragraph; a line break of the source is nothing beside a Han character and a space between two others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from lxml.etree import _Element, iterwalk

from connectors.readers.grid import Grid
from connectors.readers.html_grid import cells_of, is_grid
from connectors.readers.spacing import SUPERSCRIPTS, tidy
from connectors.readers.tree import SILENT, folded

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


def pieces_of(
    root: _Element, bodies: Collection[_Element] = frozenset(), around: Collection[_Element] = frozenset()
) -> list[Piece]:
    """The paragraphs and tables under `root`.

    `bodies` are the elements whose content counts as inside, `around` their ancestors: a table among these is layout.
    """
    return _Walk(bodies, around).run(root)


class _Walk:
    """A walk without recursion: pages may be nested deeper than Python's stack."""

    def __init__(self, bodies: Collection[_Element], around: Collection[_Element]) -> None:
        self._bodies, self._around = bodies, around
        self._pieces: list[Piece] = []
        self._buffer: list[str] = []
        self._heading = self._inside = False
        self._links = self._plain = 0
        self._open = Counter[str]()  # how many of _COUNTED we are in

    def run(self, root: _Element) -> list[Piece]:
        walk = iterwalk(root, events=("start", "end", "comment", "pi"))
        passed: _Element | None = None
        for event, node in walk:
            if event == "start":
                if self._enter(node):
                    self._add(node, node.text)
                else:
                    passed = node
                    walk.skip_subtree()
                continue
            if event == "end" and node is not passed:
                self._leave(node)
            if node is not root:
                self._add(node.getparent(), node.tail)
        self._flush()
        return self._pieces

    def _enter(self, tag: _Element) -> bool:
        """Whether what the tag holds is to be walked."""
        if tag.tag == "br":
            self._buffer.append(_BREAK)
            return False
        if is_ignored(tag) and tag not in self._bodies and tag not in self._around:
            return False
        if tag.tag in BLOCKS:
            self._flush()
            self._heading = tag.tag in HEADINGS
        if tag in self._bodies:
            self._flush()
            self._inside = True
        if tag.tag == "table" and tag not in self._around and is_grid(tag):
            self._add_table(tag)
            return False
        self._count(tag, 1)
        return True

    def _count(self, tag: _Element, step: int) -> None:
        if tag.tag in SILENT:
            self._open["silent"] += step
        elif is_link(tag):
            self._open["link"] += step

    def _add_table(self, table: _Element) -> None:
        caption = next(table.iterchildren("caption"), None)
        if caption is not None and (text := line_of(caption)):
            self._pieces.append(Paragraph("paragraph", text, self._inside))
        self._pieces.append(TablePiece(cells_of(table, line_of), self._inside))

    def _leave(self, tag: _Element) -> None:
        self._count(tag, -1)
        if tag.tag in BLOCKS:
            self._flush()
            self._heading = False
        if tag in self._bodies:
            self._flush()
            self._inside = False

    def _add(self, parent: _Element | None, text: str | None) -> None:
        """Text that stands directly in `parent`."""
        if not text or self._open["silent"]:
            return
        is_raised = parent is not None and parent.tag == "sup"
        self._buffer.append(text.translate(SUPERSCRIPTS) if is_raised else folded(text))
        if not text.isspace():
            linked = self._plain == 0 and self._open["link"] > 0
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


def is_link(tag: _Element) -> bool:
    """Whether a tag leads somewhere; text pasted from a word processor is full of anchors that do not."""
    return tag.tag == "a" and tag.get("href") is not None


def is_ignored(tag: _Element) -> bool:
    """Whether a reader of the page never sees the tag's text as text."""
    if tag.tag in IGNORED:
        return True
    style = tag.get("style")
    return style is not None and _HIDDEN.search(style) is not None


def line_of(tag: _Element) -> str:
    """All of a tag's text as one line; its own paragraphs are parted by a space."""
    if len(tag) == 0:
        return tidy(tag.text) if tag.text and not is_ignored(tag) else ""
    return " ".join(piece.text for piece in pieces_of(tag) if isinstance(piece, Paragraph))
