"""A cell on lines of its own, broken between the words of a bound and its number, or inside a unit.

控制在⏎820人以内 reads as 控制在820人以内, and 提高3个⏎百分点 as 提高3个百分点, among lines that are cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Edit

_BOUND = re.compile(
    r"(?<=\n)(?:控制在|不超过|不高于|不低于|不少于|保持在|稳定在|达到|提高到|下降到)"
    r"(?P<gap>[ \t]*\n\s*)(?=\d[\d.,]*[^\s\d]{0,8}\n)"
)
_POINTS = re.compile(r"(?<=\d)个(?P<gap>[ \t]*\n\s*)(?=(?:百|千)分点(?:以上|左右|以内)?[ \t]*\n)")


def cells_broken(text: str) -> Iterator[Edit]:
    """The edits that take such a break away."""
    for pattern in (_BOUND, _POINTS):
        yield from ((*match.span("gap"), "") for match in pattern.finditer(text))
