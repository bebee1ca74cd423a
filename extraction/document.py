"""A document as extraction reads it: one text, and where its blocks and table cells stand in it.

Readers (connectors/readers) make a Document from bytes; everything that is later said about it points into `text`
by half-open character intervals `[start, end)`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from extraction.records import Finding, Place


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or table of the document, in reading order; blocks never overlap."""

    kind: Literal["heading", "paragraph", "table"]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell. A merged cell stands once, at its top left, with its spans. `[start, end)` may be empty."""

    row: int
    column: int
    start: int
    end: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose structure the source marked up (HTML, docx, xlsx); cells ordered by row, then column."""

    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class File:
    """A file that a page is published with: where it is, and what the page calls it, with its suffix."""

    url: str
    name: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A stretch of the text that its reader is not sure of: no figure in it is surer than `confidence`."""

    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Document:
    """A report's text with its structure.

    `metadata` holds what the page states about itself, under the keys of `extraction.records.Report`
    (`title`, `index_number`, `document_number`, `topic`, `issuer`, `published_on` as ISO date); what is missing
    there is sought in the text. `places` say where in its file a stretch is found again, `findings` what its reader
    could not read or doubts. `files` are those that a page is published with; once they are joined to it, its own text
    ends at `own_end`.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    places: tuple[Place, ...] = ()
    findings: tuple[Finding, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    files: tuple[File, ...] = ()
    own_end: int | None = None

    @classmethod
    def from_text(cls, text: str, metadata: Mapping[str, str] | None = None) -> Document:
        """A plain text: every non-empty line is a paragraph, `text` is kept character for character."""
        blocks, position = [], 0
        for line in text.splitlines(keepends=True):
            stripped = line.strip()
            if stripped:
                start = position + line.index(stripped[0])
                blocks.append(Block("paragraph", start, start + len(stripped)))
            position += len(line)
        return cls(text, tuple(blocks), (), dict(metadata or {}))
