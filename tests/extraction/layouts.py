"""One table in every layout in which it may reach us: a list of rows -> text, or a document with a marked-up table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extraction.document import Cell, Document, Table

Rows = Sequence[Sequence[str]]


def piped(title: str, rows: Rows) -> Document:
    """Pipes around and between, a rule below the headings."""
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    rule = "|" + " --- |" * len(rows[0])
    return Document.from_text("\n".join([title, lines[0], rule, *lines[1:]]) + "\n")


def bare_pipes(title: str, rows: Rows) -> Document:
    """Pipes between the cells only."""
    return Document.from_text(title + "\n" + "\n".join("|".join(row) for row in rows) + "\n")


def tabbed(title: str, rows: Rows) -> Document:
    """Tabs between the cells, empty cells kept."""
    return Document.from_text(title + "\n" + "\n".join("\t".join(row) for row in rows) + "\n")


def wide(title: str, rows: Rows) -> Document:
    """Columns lined up by blanks, empty cells lost."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = ["   ".join(c.ljust(w + 2) for c, w in zip(row, widths, strict=True)).rstrip() for row in rows]
    return Document.from_text(title + "\n" + "\n".join(lines) + "\n")


def narrow(title: str, rows: Rows) -> Document:
    """One blank between the cells, empty cells lost."""
    return Document.from_text(title + "\n" + "\n".join(" ".join(c for c in row if c) for row in rows) + "\n")


def stacked(title: str, rows: Rows) -> Document:
    """One cell per line, empty cells lost."""
    return Document.from_text(title + "\n" + "\n".join(c for row in rows for c in row if c) + "\n")


def marked_up(title: str, rows: Rows) -> Document:
    """Cells that the page marks up."""
    text, cells = title + "\n", list[Cell]()
    start = len(text)
    for r, row in enumerate(rows):
        for c, piece in enumerate(row):
            cells.append(Cell(r, c, len(text), len(text) + len(piece)))
            text += piece + ("\n" if c + 1 == len(row) else "\t")
    return Document(text, (), (Table(start, len(text) - 1, tuple(cells)),))


LAYOUTS: dict[str, Callable[[str, Rows], Document]] = {
    f.__name__: f for f in (piped, bare_pipes, tabbed, wide, narrow, stacked, marked_up)
}
