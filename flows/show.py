"""What a person sees: tables and lines. Colours (rich) only on a terminal, else plain text that aligns; CSV for SQL.

Text of others goes out as `visible` draws it: a title may hold what commands a terminal.
"""

from __future__ import annotations

import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from alerting.cleaning import readable
from flows.visible import visible
from warehouse.records import STATUSES, Progress

STATUS_ZH = {
    "lagging": "滞后",
    "on_track": "正常",
    "achieved": "完成",
    "not_reported": "未报告",
    "not_comparable": "不可比",
    "unknown": "待核",
    "qualitative": "定性",
}
SEVERITIES = ("severe", "behind", "slight", None)


def scoreboard(rows: Sequence[Progress]) -> None:
    """How many indicators of each bureau's newest report stand how."""
    print(f"Indicators by status, newest report of each bureau ({len(rows)} in all)")
    header = ["bureau", "period", *(f"{status}\n{STATUS_ZH[status]}" for status in STATUSES)]
    _grid(header, [*_counts(rows), _total(rows)], numbers_from=2)


def listing(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A plain list with a header."""
    _grid(list(header), [list(row) for row in rows])


def lagging_rows(rows: Sequence[Progress], most: int | None = None) -> None:
    """The indicators that lag, the worst first (`most` of them, or all), each with its sentence and its address."""
    behind = sorted((row for row in rows if row.status == "lagging"), key=_worst_first)
    print(f"Lagging ({len(behind)})" if behind else "Nothing lags.")
    for row in behind[:most]:
        print("\n".join(lagging_lines(row)))
    if most is not None and len(behind) > most:
        print(f"  ... and {len(behind) - most} more: 'duban status --lagging' lists them")


def lagging_lines(row: Progress) -> list[str]:
    """One lagging indicator in four lines; the numbers of the sentence stand in 【】."""
    gap = "" if row.gap_pp is None else f"{row.gap_pp:+.1f} points, "
    cutoff = f", figures to {row.cutoff}" if row.cutoff else ""
    lines = [
        f"  {row.bureau}  {row.name}  [{_degree(row)}]",
        f"      {gap}{row.reason}",
        f"      {row.year} {row.period}{cutoff}: {marked(row)}" + (f"  ({readable(row.place)})" if row.place else ""),
        f"      {readable(row.url)}" + (f"  review {row.review_id}" if row.review_id else ""),
    ]
    return [visible(" ".join(line.splitlines())) for line in lines]


def _degree(row: Progress) -> str:
    """How bad it is, or what a lag without a measure rests on; a 力争 goal says that nobody is told of it."""
    overdue = "overdue" if row.kind == "milestone" else "as the bureau says"
    return (row.severity or overdue) + (", a stretch goal: not told" if row.tier == "stretch" else "")


def marked(row: Progress) -> str:
    """The sentence that proves it, its numbers in 【】."""
    return with_marks(row.sentence, row.marks)


def with_marks(text: str, marks: Iterable[tuple[int, int]]) -> str:
    """A text in one line, with these intervals of it in 【】."""
    text = visible(text)
    for start, end in sorted(marks, reverse=True):
        text = f"{text[:start]}【{text[start:end]}】{text[end:]}"
    return " ".join(text.split())


def _worst_first(row: Progress) -> tuple[int, Any, str]:
    return SEVERITIES.index(row.severity), row.gap_pp or 0, row.indicator_key


def counted(rows: Sequence[Progress]) -> dict[tuple[str, str], Counter[str]]:
    """The statuses of each bureau's newest report: (bureau, year and period) -> how many of each."""
    reports: dict[tuple[str, str], Counter[str]] = {}
    for row in rows:
        reports.setdefault((row.bureau, f"{row.year or '?'} {row.period or '?'}"), Counter())[row.status] += 1
    return reports


def _counts(rows: Sequence[Progress]) -> list[list[str]]:
    reports = sorted(counted(rows).items())
    return [[*key, *(str(counts[status]) for status in STATUSES)] for key, counts in reports]


def _total(rows: Sequence[Progress]) -> list[str]:
    counts = Counter(row.status for row in rows)
    return ["all", "", *(str(counts[status]) for status in STATUSES)]


def _grid(header: list[str], rows: list[list[str]], *, numbers_from: int = 1_000) -> None:
    header, rows = list(map(visible, header)), [list(map(visible, row)) for row in rows]
    if sys.stdout.isatty():
        _rich_grid(header, rows, numbers_from)
        return
    lines = [*_stacked(header), *rows]
    widths = [max(width(line[column]) for line in lines) for column in range(len(header))]
    for line in lines:
        print("  ".join(_padded(cell, widths[n], n >= numbers_from) for n, cell in enumerate(line)).rstrip())


def _stacked(header: list[str]) -> list[list[str]]:
    """A header whose names have two lines as two lines."""
    names = [name.split("\n") for name in header]
    return [[name[n] if n < len(name) else "" for name in names] for n in range(max(map(len, names)))]


def _rich_grid(header: list[str], rows: list[list[str]], numbers_from: int) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=None, header_style="bold")
    for number, name in enumerate(header):
        grid.add_column(name, justify="right" if number >= numbers_from else "left")
    for row in rows:
        grid.add_row(*(Text(cell) for cell in row))
    Console().print(grid)


def _padded(cell: str, to: int, right: bool) -> str:
    space = " " * (to - width(cell))
    return space + cell if right else cell + space


def width(text: str) -> int:
    """Columns on a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
