"""Item numbers that are hard to see: 2.126条水体治理 touches the number behind it, 2 规上工业 has a blank for a dot."""

from __future__ import annotations

import re
from itertools import chain

from extraction.numbers import units
from extraction.sought import sought

_MARK = re.compile(
    r"^[ \t]{0,8}(?P<number>\d{1,2})(?P<dot>[.、])(?P<digit>(?:\d+[^\n]{0,3}[\u4e00-\u9fff][^\n]{5})?)", re.MULTILINE
)
_DATED = sought(r"\d{1,2}\.\d{1,2}(?:日|[-~至]\d)|(?:19|20)\d\d")

# a cell on a line of its own, as 21.4公顷 above 22.8公顷: it counts nothing up
_FIGURE = re.compile(
    rf"\d{{1,2}}\.\d+\s?[十百千万亿]{{0,2}}(?:{units.AMOUNTS})(?:{units.PER})?\s?(?:\([^()\n]*\))?[ \t]*$", re.MULTILINE
)


def part_numbers(text: str) -> str:
    """The folded text with 2、126条 for 2.126条 where the lines around count one up; same length, same places."""
    text = _dotted(text)
    marks = [m for m in _MARK.finditer(text) if not _FIGURE.match(text, m.start("number"))]
    if not any(m["digit"] and m["dot"] == "." for m in marks) or all(m["digit"] for m in marks):
        return text
    out = list(text)
    for index, mark in enumerate(marks):
        if mark["digit"] and mark["dot"] == "." and _in_turn(marks, index) and not _is_date(text, mark):
            out[mark.start("dot")] = "、"
    return "".join(out)


def _in_turn(marks: list[re.Match[str]], index: int) -> bool:
    own = int(marks[index]["number"])
    before = int(marks[index - 1]["number"]) if index else 0
    after = int(marks[index + 1]["number"]) if index + 1 < len(marks) else None
    return (before == own - 1 and (index > 0 or after == own + 1)) or (after == own + 1 and own > 1)


def _is_date(text: str, mark: re.Match[str]) -> bool:
    return _DATED.match(text, mark.start("number")) is not None


_BLANK = re.compile(r"^(?P<number>\d{1,2})(?P<blank> )(?=[“\u4e00-\u9fff][^\n]{5,}[。;])", re.MULTILINE)
_RUN = 3  # lines that count one up, from which on the numbers are those of items


def _dotted(text: str) -> str:
    """1 地区生产总值增长6.5%。 / 2 规上工业增加值增长8%。: sentences in lines that count one up are items."""
    lines = list(_BLANK.finditer(text))
    runs: list[list[re.Match[str]]] = []
    for line in lines:
        goes_on = bool(runs) and int(line["number"]) == int(runs[-1][-1]["number"]) + 1
        if goes_on:
            runs[-1].append(line)
        else:
            runs.append([line])
    runs = [run for run in runs if len(run) >= _RUN and int(run[0]["number"]) <= 1]
    out = list(text) if runs else []
    for line in chain(*runs):
        out[line.start("blank")] = "、"
    return "".join(out) if runs else text
