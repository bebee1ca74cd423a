"""Brackets in which each of several owners has its plan and its answer, written as lists with colons are.

白沙镇(任务6000亩,完成1500亩)、新田镇(任务4000亩,完成800亩)  reads as  白沙镇:任务6000亩,完成1500亩;新田镇:…

What stands in such a bracket is no remark on a figure before it: nothing but the owner's name is before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extraction.owner_names import COMPANY, OFFICE, PLACE

_AHEAD = (
    r"(?=[^()\n]{0,12}(?:任务|计划|目标|下达|应)[^()\n\d]{0,8}\d|[^()\n\d]{0,8}\d[^()\n\d]{1,12}(?:任务|计划|目标)"
    r"|[^()\n\d]{0,8}\d[\d.]{0,8}[^()\n\d]{1,6},(?:已|仅|只)?(?:完成|占(?:年度|全年|年|目标|任务|计划))[^()\n\d]{0,10}\d[\d.]{0,5}%)"
)
_TWO = r"[^()\n\d]{0,20}\d[^()\n]{0,12}[,、;][^()\n\d]{0,16}\d"
_BRACKET = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|(?<=\)[和与及]))(?:其中|[\u4e00-\u9fff]{{0,16}}[有是为])?(?P<name>{OFFICE}|{COMPANY}|{PLACE})"
    rf"(?P<open>\(){_AHEAD}{_TWO}[^()\n]{{0,40}}(?P<close>\)[、,;和与及]?)"
)
_REACH = 60  # characters between one bracket and the next name
Edit = tuple[int, int, str]


def opened(text: str) -> Iterator[Edit]:
    """The edits that write such brackets with colons, where several stand side by side."""
    found = list(_BRACKET.finditer(text)) if "(" in text else []
    beside = {n for (n, first), (_, second) in pairwise(enumerate(found)) if _side_by_side(text, first, second)}
    for n, match in enumerate(found):
        if n in beside or n - 1 in beside:
            yield (*match.span("open"), ":")
            inside = range(match.end("open"), match.start("close"))
            yield from ((at, at + 1, ",") for at in inside if text[at] == ";")
            ends = text[match.end() : match.end() + 1] in ("。", "\n", "")
            yield (*match.span("close"), "" if ends else ";")


def _side_by_side(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    between = text[first.end() : second.start()]
    return len(between) <= _REACH and "\n" not in between
