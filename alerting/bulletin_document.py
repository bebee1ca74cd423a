"""What a bulletin is made of: runs of text with their notes, in blocks, and who is absent from it."""

from __future__ import annotations

from dataclasses import dataclass

from alerting.speech import Language


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; `note` is the number of the note behind it."""

    text: str
    note: int | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a table (rows of cells, the first its header), or lines left blank for a person."""

    heading: str = ""
    runs: tuple[Run, ...] = ()
    table: tuple[tuple[tuple[Run, ...], ...], ...] = ()
    blank: int = 0


@dataclass(frozen=True, slots=True)
class Bulletin:
    """The document; `notes` are numbered from 1."""

    title: str
    number: str
    address: str
    blocks: tuple[Block, ...]
    signature: tuple[str, ...]
    notes: tuple[str, ...]
    foot: tuple[str, ...]
    language: Language = "zh"


@dataclass(frozen=True, slots=True)
class Absent:
    """A bureau of which no report on the period is on record; `newest` is the year and period on record instead."""

    region: str
    bureau: str
    url: str
    newest: tuple[int, str] | None = None
    was_read: bool = True  # of a list that never was nothing can be said
