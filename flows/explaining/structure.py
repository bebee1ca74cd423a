"""What is shown of an extraction: the text in sections, each with the tasks and indicators that were read in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extraction.document import Document, Table
from extraction.records import Extraction, Indicator, Quantity, Report, Task
from flows.explaining.marks import Piece, Use, cut, uses_of
from warehouse.records import Progress

_WORD = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class Verdict:
    """An indicator and what the rule says of it; numbered from 1 through the report."""

    number: int
    indicator: Indicator
    row: Progress
    place: str | None = None  # of its figure in a file; None in a page


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task and its indicators."""

    task: Task
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the text with the tasks that begin in it; a table of the document is a section of its own."""

    pieces: tuple[Piece, ...]
    tasks: tuple[TaskView, ...]
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that is shown. The sections' pieces make up the whole text."""

    report: Report
    sections: tuple[Section, ...]
    tasks: tuple[TaskView, ...]
    ledger: tuple[Quantity, ...]
    findings: tuple[tuple[int, str, str], ...]  # number from 1, kind, message

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """All of them, in the order of the report."""
        return tuple(verdict for task in self.tasks for verdict in task.verdicts)


def explained(extraction: Extraction, rows: Sequence[Progress], document: Document) -> Explanation:
    """The extraction as it is shown; `rows` are its assessments, one for each indicator, in its order."""
    tasks = tuple(_views(extraction, rows))
    uses = [use for task in tasks for v in task.verdicts for use in uses_of(v.number, v.indicator)]
    findings = tuple(enumerate(extraction.findings, 1))
    uses += [Use("finding", number, finding.start, finding.end) for number, finding in findings]
    tables = _tables(document, extraction.text)
    borders = _borders(extraction.text, extraction.tasks, tables)
    cells = [place for table in tables for cell in table.cells for place in (cell.start, cell.end)]
    pieces = cut(extraction.text, extraction.quantities, uses, [*borders, *cells])
    return Explanation(
        report=extraction.report,
        sections=tuple(_sections(pieces, borders, tasks, tables)),
        tasks=tasks,
        ledger=extraction.quantities,
        findings=tuple((number, finding.kind, finding.message) for number, finding in findings),
    )


def _views(extraction: Extraction, rows: Sequence[Progress]) -> Iterator[TaskView]:
    indicators = [indicator for task in extraction.tasks for indicator in task.indicators]
    pairs = enumerate(zip(indicators, rows, strict=True), 1)
    verdicts = iter([Verdict(n, i, row, extraction.place_of_indicator(i)) for n, (i, row) in pairs])
    for task in extraction.tasks:
        yield TaskView(task, tuple(next(verdicts) for _ in task.indicators))


def _tables(document: Document, text: str) -> tuple[Table, ...]:
    """The document's tables in order, without those inside another."""
    kept: list[Table] = []
    for table in sorted(document.tables, key=lambda table: (table.start, -table.end)):
        if document.text == text and table.start < table.end and (not kept or kept[-1].end <= table.start):
            kept.append(table)
    return tuple(kept)


def _borders(text: str, tasks: Sequence[Task], tables: Sequence[Table]) -> list[int]:
    """Where a section begins: at every task and table, and after a task's end where words follow that are not its own.

    A table is not cut: the tasks that are its rows stand together beside it.
    """
    tabled = [(table.start, table.end) for table in tables]
    starts = {0, *(start for start, _ in tabled), *(_next_word(text, end) for _, end in tabled)}
    starts |= {task.start for task in tasks if not _inside(task.start, tabled)}
    ordered = sorted(starts)
    for task in tasks:
        following, behind = bisect_right(ordered, task.end), _next_word(text, task.end)
        is_last = following == len(ordered)
        if not _inside(task.end, tabled) and behind < (len(text) if is_last else ordered[following]):
            starts.add(behind)
    return sorted(start for start in starts if 0 <= start < len(text)) or [0]


def _next_word(text: str, place: int) -> int:
    """Where the text goes on behind white space."""
    found = _WORD.search(text, max(0, place))
    return found.start() if found else len(text)


def _inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Within a span, but not at its beginning."""
    return any(start < place < end for start, end in spans)


def _sections(
    pieces: Sequence[Piece], borders: Sequence[int], tasks: Sequence[TaskView], tables: Sequence[Table]
) -> Iterator[Section]:
    beginnings = [piece.start for piece in pieces]
    marked_up = {table.start: table for table in tables}
    home: dict[int, list[TaskView]] = {}
    for task in tasks:
        home.setdefault(max(0, bisect_right(borders, task.task.start) - 1), []).append(task)
    for index, start in enumerate(borders):
        end = borders[index + 1] if index + 1 < len(borders) else None
        first, last = bisect_left(beginnings, start), len(pieces) if end is None else bisect_left(beginnings, end)
        inside = tuple(pieces[first:last])
        table = marked_up.get(start)
        yield Section(inside, tuple(home.get(index, ())), table if table and _fits(table, inside) else None)


def _fits(table: Table, pieces: Sequence[Piece]) -> bool:
    """Whether every piece is white space or begins in a cell, so that the table can be drawn and nothing is lost."""
    starts = [cell.start for cell in table.cells]
    for piece in pieces:
        index = bisect_right(starts, piece.start) - 1
        if piece.text.strip() and (index < 0 or piece.start >= table.cells[index].end):
            return False
    return starts == sorted(starts)
