"""Places with their figures in brackets get a comma before their sum: 东苑(40台)、南苑(35台)共计75台.

Only where what the brackets hold comes to the sum, so that nothing else can be meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extraction.records import Edit
from extraction.sought import sought

_FIGURE = r"\d{1,7}(?:\.\d{1,4})?"
_PART = rf"[^\d,、;:。()\n]{{2,24}}\({_FIGURE}[万亿]?[\u4e00-\u9fff]{{1,3}}\)"
_SUM = sought(
    rf"(?P<parts>{_PART}(?:[、和及]\s?{_PART}){{1,20}})(?P<gap>等?\s?)(?:共计|合计|总计|一共|共)\s?"
    rf"(?P<sum>{_FIGURE})(?P<unit>[万亿]?[\u4e00-\u9fff])"
)
_ONE = sought(rf"\((?P<figure>{_FIGURE})(?P<unit>[万亿]?[\u4e00-\u9fff]{{1,3}})\)")
_CUE = sought(r"\)等?\s?(?:共计|合计|总计|一共|共)\s?\d")


def parts_bracketed(text: str) -> Iterator[Edit]:
    """The edits that put a comma before the sum."""
    for match in _SUM.finditer(text) if _CUE.search(text) else ():
        parts = list(_ONE.finditer(text, *match.span("parts")))
        alike = len({part["unit"] for part in parts}) == 1 and parts[0]["unit"].startswith(match["unit"])
        if alike and sum((Decimal(part["figure"]) for part in parts), Decimal(0)) == Decimal(match["sum"]):
            yield *match.span("gap"), ","
