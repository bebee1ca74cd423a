"""Thousands apart: 已安装1,050盏; "1,200" in a cell between commas, 改厕 2 600户 1 820户 in cells between blanks.

A comma between thousands with a unit behind them is taken out before every rule that looks at digits: one that lends a
unit to a bare number made 1盏 of 1,050盏. A comma within quotes parts no cells. A blank parts none where the same unit
stands behind two such numbers of a line, each with three digits before it: two columns of figures would not both count
a bare number and then hundreds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_QUOTED = sought(r'(?:(?<=[,\n])|^)"[ ]?-?\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?[ ]?"(?=[,\n]|$)')
_ONE = rf"\d{{1,3}} \d{{3}}(?P<unit>[万亿]?(?:{units.AMOUNTS}))"
_BLANKS = sought(
    rf"(?:(?<=\n)|^)[\u4e00-\u9fff][\u4e00-\u9fff ]{{1,20}}[ \t]"
    rf"(?P<row>{_ONE}[ \t]+\d{{1,3}} \d{{3}}(?P=unit))(?=[ \t\n]|$)"
)
_GAP = sought(r"(?<=\d) (?=\d{3}(?!\d))")


_COMMAS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3}){1,4}(?=(?:\.\d{1,4})?[ ]?[\u4e00-\u9fff%])")


def commas_in_thousands(text: str) -> Iterator[Edit]:
    """The edits that take out the commas of 1,050盏 and 2,463.2万吨 in the folded text."""
    for number in _COMMAS.finditer(text):
        yield from ((at, at + 1, "") for at in range(*number.span()) if text[at] == ",")


def thousands(text: str) -> Iterator[Edit]:
    """The edits that take such commas and blanks out."""
    for cell in _QUOTED.finditer(text) if '"' in text else ():
        yield from ((at, at + 1, "") for at in range(*cell.span()) if text[at] == ",")
    for line in _BLANKS.finditer(text):
        yield from ((*gap.span(), "") for gap in _GAP.finditer(text, *line.span("row")))
