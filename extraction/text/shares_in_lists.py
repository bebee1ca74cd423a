"""Shares that a line of works tells beside their figures: 已完成29处、占60%,… reads as 已完成29处(60%),….

Two of them at least in the line say that each is of its work's plan; one alone (已完成29处、占60%) may be of anything.
How many tasks are done (已办结31项,占15.3%) has its own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_SHARE = sought(
    rf"(?<=[\u4e00-\u9fff)])(?<!中)已[\u4e00-\u9fff]{{1,4}}\d[\d,]{{0,9}}(?:\.\d{{1,4}})?\s?[万亿]{{0,2}}(?![项件])(?:{units.AMOUNTS})"
    r"(?P<open>[、,]占)\d{1,3}(?:\.\d{1,2})?%(?P<close>)(?=[,。;\n])"
)
_FEWEST = 2


def shares_in_lists(text: str) -> Iterator[Edit]:
    """The edits that put them in brackets, in the folded text."""
    found = _SHARE.finditer(text) if "占" in text else iter(())
    for _, line in groupby(found, key=_line):
        shares = list(line)
        for share in shares if len(shares) >= _FEWEST else ():
            yield *share.span("open"), "("
            yield *share.span("close"), ")"


def _line(match: re.Match[str]) -> int:
    return match.string.rfind("\n", 0, match.start())
