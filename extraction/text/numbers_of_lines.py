"""The number of a line right before a count is no part of it: 6.4座人行天桥改造 is the sixth line, of 4 bridges.

What is counted has no decimals; only at the beginning of a line, and only of units that count whole things.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_WHOLE = (
    r"(?:个(?!百分点|千分点|基点|月|小时|工作日|亿|百)|[条户所家名座处辆台件场项栋宗口村]|(?<=\d\d)岁以上)"
    r"(?=[\u4e00-\u9fff]{2})"
)
_NUMBERED = sought(rf"(?:^|(?<=\n))\d{{1,2}}(?P<dot>\.)(?=\d{{1,4}}{_WHOLE})")


def numbers_of_lines(text: str) -> Iterator[Edit]:
    """The edits that part the two."""
    for match in _NUMBERED.finditer(text):
        yield *match.span("dot"), "、"
