"""Brackets in which each of several owners has its plan and its answer, written as lists with colons are.

白沙镇(任务6000亩,完成1500亩)、新田镇(任务4000亩,完成800亩)  reads as  白沙镇:任务6000亩,完成1500亩;新田镇:…

What stands in such a bracket is no remark on a figure before it: nothing but the owner's name is before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extraction.records import Edit
from extraction.words.owner_names import COMPANY, OFFICE, PLACE

_AHEAD = (
    r"(?=[^()\n]{0,12}(?:任务|计划|目标|下达|应)[^()\n\d]{0,8}\d|[^()\n\d]{0,8}\d[^()\n\d]{1,12}(?:任务|计划|目标)"
    r"|[^()\n\d]{0,8}\d[\d.]{0,8}[^()\n\d]{1,6},(?:已|仅|只)?(?:完成|占(?:年度|全年|年|目标|任务|计划))[^()\n\d]{0,10}\d[\d.]{0,5}%)"
)
_TWO = r"[^()\n\d]{0,20}\d[^()\n]{0,12}[,、;][^()\n\d]{0,16}\d"
_BRACKET = re.compile(rf"\({_AHEAD}{_TWO}[^()\n]{{0,40}}(?P<close>\)[、,;和与及]?)")
_OWNER = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|(?<=\)[和与及]))(?:其中|[\u4e00-\u9fff]{{0,16}}[有是为])?(?:{OFFICE}|{COMPANY}|{PLACE})$"
)
# 加装电梯(计划50部,完工6部)和饮水工程(计划投资…): works whose brackets open with what is planned
_WORK = re.compile(r"(?:(?<![\u4e00-\u9fff“”])|(?<=\)[和与及]))[\u4e00-\u9fff“”]{2,30}$")
_PLANS = re.compile(
    r"\((?:年度|全年|今年|年)?(?:计划|任务|目标|应(?=完成|建成|改造|新增))(?:数|量|为|投资|建设|改造|新增|完成|建成)*\d"
)
_LONGEST = 60  # characters of an owner's name and of the words before it
_REACH = 60  # characters between one bracket and the next name


@dataclass(frozen=True, slots=True)
class _Bracket:
    """An owner's bracket: where its name begins, and where the bracket opens, closes and is left."""

    start: int
    opens: int
    closes: int
    end: int


def opened(text: str) -> Iterator[Edit]:
    """The edits that write such brackets with colons, where several stand side by side."""
    found = list(_brackets(text))
    beside = {n for (n, first), (_, second) in pairwise(enumerate(found)) if _side_by_side(text, first, second)}
    for n, bracket in enumerate(found):
        if n in beside or n - 1 in beside:
            yield bracket.opens, bracket.opens + 1, ":"
            inside = range(bracket.opens + 1, bracket.closes)
            yield from ((at, at + 1, ",") for at in inside if text[at] == ";")
            ends = text[bracket.end : bracket.end + 1] in ("。", "\n", "")
            yield bracket.closes, bracket.end, "" if ends else ";"


def _brackets(text: str) -> Iterator[_Bracket]:
    """Sought by the bracket, of which a text has few; then the owner's name before it."""
    for match in _BRACKET.finditer(text):
        opens = match.start()
        owner = _OWNER.search(text, max(0, opens - _LONGEST), opens)
        if owner is None and _PLANS.match(text, opens) is not None:
            owner = _WORK.search(text, max(0, opens - _LONGEST), opens)
        if owner is not None:
            yield _Bracket(owner.start(), opens, match.start("close"), match.end())


def _side_by_side(text: str, first: _Bracket, second: _Bracket) -> bool:
    between = text[first.end : second.start]
    return len(between) <= _REACH and "\n" not in between
