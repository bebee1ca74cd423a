"""Annotated reports written otherwise without another meaning are read alike: other blanks, marks, numbers of items.

Every change is made to the whole text. What is compared are the figures and their units, so that names may differ by
the change itself. A change may cost a report in a hundred lines something (a blank is a column's edge somewhere), not
more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from extraction.document import Document
from extraction.reading import extract

CASES = sorted((Path(__file__).parents[2] / "benchmarks" / "cases").glob("d[a-z][0-9]*.txt"))[::9]
_LOST = 0.02  # of all indicators

Change = Callable[[str], str]
_HAN = r"[\u4e00-\u9fff]"


def _replaced(*pairs: tuple[str, str]) -> Change:
    def change(text: str) -> str:
        for sought, instead in pairs:
            text = re.sub(sought, instead, text)
        return text

    return change


_TABLE = re.compile(r"[|\t]|\S {2,}\S")


def _figures_apart(text: str) -> str:
    """Blanks around figures in every line of prose; a table of blanks would have other columns."""
    lines = text.split("\n")
    prose = [bool(re.search("[,，。；;]", line)) and not _TABLE.search(line) and " " not in line for line in lines]
    apart = _replaced((rf"(?<={_HAN})(?=\d)", " "), (rf"(?<=\d)(?={_HAN})", " "))
    return "\n".join(apart(line) if plain else line for line, plain in zip(lines, prose, strict=True))


CHANGES: Mapping[str, Change] = {
    "figures apart": _figures_apart,
    "marks of full width": _replaced((r"(?<!\d),(?!\d)", "，"), (";", "；"), (r"\(", "（"), (r"\)", "）"), ("%", "％")),
    "marks of half width": _replaced(("，", ","), ("；", ";"), ("：", ":"), ("（", "("), ("）", ")"), ("％", "%")),
    "thousands with commas": _replaced((r"(?<![\d.,年第:])(\d{1,3})(\d{3})(?=[家户人个件套亩吨])", r"\1,\2")),
    "lines indented": _replaced((r"(?m)^(?=[^\s|])", "　　")),
    "ends of months": _replaced((r"(?<=\d)月底", "月末")),
    "spans of months": _replaced((r"(?<=\d)[-—–~～](?=\d{1,2}月)", "至")),
    "growth in other words": _replaced(("同比(?=增长|下降|增加|减少)", "比上年同期")),
    "days in other words": _replaced(("截至(?=[^,，。]{0,8}[月日前底末])", "截止")),
    "quotes": _replaced(("“", "「"), ("”", "」")),
}


@cache
def _read(text: str) -> Counter[tuple[str, str, str, str]]:
    """What is read: target and actual, each with its unit."""
    found = extract(Document.from_text(text), as_of=date(2022, 9, 30))
    return Counter(
        (
            str(i.target.value.normalize()) if i.target else "",
            i.target.unit if i.target else "",
            str(i.actual.value.normalize()) if i.actual else "",
            i.actual.unit if i.actual else "",
        )
        for task in found.tasks
        for i in task.indicators
        if i.target or i.actual
    )


@pytest.mark.parametrize("change", CHANGES)
def test_written_otherwise_it_is_read_alike(change: str) -> None:
    every = lost = changed = 0
    shown = []
    for case in CASES:
        text = case.read_text(encoding="utf-8")
        anew = CHANGES[change](text)
        if anew == text:
            continue
        changed += 1
        plain, other = _read(text), _read(anew)
        every += plain.total()
        if gone := plain - other:
            lost += gone.total()
            shown.append((case.name, dict(gone)))
    assert changed > 2, "no case shows it"
    assert lost <= every * _LOST, shown
