"""Accounts below a table of plans that call its rows by number: 第3项:累计新增5家。 第5、6项均已完成。

A table without a column of progress gets one of what those lines say, so that every row is answered by its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.grids.cells import GridCell
from extraction.grids.columns import column
from extraction.numbers.numerals import chinese_value
from extraction.records import Interval
from extraction.sought import sought
from extraction.tables.headers import Body

_NUMBER = r"[\d一二三四五六七八九十]{1,3}"
_CALLED = sought(
    r"(?:^|(?<=[\n。;:]))[ \t\u3000]*"
    rf"第(?P<numbers>{_NUMBER}(?:[、和及]第?{_NUMBER}){{0,6}})[项条件](?:任务|实事|工作|目标|指标)?"
    r"(?:[:,、]|(?=[\u4e00-\u9fff]))"
)
_REACH, _LONGEST = 6000, 600  # characters below the table, and of one account
_FEWEST = 2


def with_accounts_below(text: str, end: int, found: Body) -> list[Interval]:
    """Where such accounts stand; the table gets them as its last column, in place."""
    serial = next((i for i, c in enumerate(found.columns) if c.role == "serial"), None)
    if serial is None or any(c.role in ("actual", "ratio", "rate") for c in found.columns):
        return []
    told = {number: cell for numbers, cell in _accounts(text, end) for number in numbers}
    width = len(found.columns)
    own = {
        i: told[n] for i, row in enumerate(found.rows) if len(row) == width and (n := _of(row[serial].of(text))) in told
    }
    if len(own) < _FEWEST or len(set(told)) > len(own):
        return []
    found.columns.append(column(["进展情况"]))
    found.rows = [
        [*row, own.get(i, GridCell(row[-1].end, row[-1].end))] if len(row) == width else row
        for i, row in enumerate(found.rows)
    ]
    return sorted({(c.start, c.end) for c in told.values()})


def _accounts(text: str, start: int) -> Iterator[tuple[list[int], GridCell]]:
    """Every account with the numbers that it calls: to the end of its line, or to the next one in it."""
    marks = list(_CALLED.finditer(text, start, min(len(text), start + _REACH)))
    for n, mark in enumerate(marks):
        line = text.find("\n", mark.end())
        stop = min(marks[n + 1].start() if n + 1 < len(marks) else len(text), line if line >= 0 else len(text))
        if 0 < stop - mark.end() <= _LONGEST:
            yield [_of(one) for one in sought(_NUMBER).findall(mark["numbers"])], GridCell(mark.end(), stop)


def _of(said: str) -> int:
    return int(said) if said.isdecimal() else int(chinese_value(said) or 0)
