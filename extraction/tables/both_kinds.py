"""新辟、优化公交线路 | 10条 | 新辟3条,优化7条: what came of the two kinds of a work that one plan counts together."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from extraction.grids.cells import GridCell
from extraction.numbers import units
from extraction.numbers.quantities import scan
from extraction.records import Interval, Quantity
from extraction.sought import sought

_KINDS = sought(r"(?P<one>[\u4e00-\u9fff]{2})[、和及与/]?(?P<other>[\u4e00-\u9fff]{2})")
_SHORT = {"新改建": ("新建", "改建"), "新续建": ("新建", "续建"), "改扩建": ("改建", "扩建")}
_TOLD = sought(
    r"(?:\d{1,2}-\d{1,2}月,?)?(?:已|共|累计|完成)*(?P<one>[\u4e00-\u9fff]{2})(?:了)?\d[\d.]*[^,、;。()\d]{1,4}"
    r"[,、;和及]\s?(?:已|完成)*(?P<other>[\u4e00-\u9fff]{2})(?:了)?\d[\d.]*[^,、;。()\d]{1,4}。?"
)


def of_both_kinds(text: str, cell: GridCell, noun: str, name: str) -> Quantity | None:
    """The sum of a cell that tells the two kinds of the row's name, and nothing else, in the unit of its plan."""
    told = _TOLD.fullmatch(cell.of(text))
    if told is None or {told["one"], told["other"]} != _kinds(name):
        return None
    piece = text[cell.start : cell.end]
    found = [q for q in scan(piece) if q.value is not None and q.upper is None]
    if len(found) != 2 or any(not units.fits(q.noun, noun) or q.unit != found[0].unit for q in found):
        return None
    first, last = found
    total = (first.value or Decimal(0)) + (last.value or Decimal(0))
    start, end = cell.start + first.start, cell.start + last.end
    return replace(first, value=total, start=start, end=end, text=text[start:end])


def addends(quantity: Quantity) -> tuple[Interval, ...]:
    """Where the two figures stand that such a sum is of; none for any other figure."""
    if _SUM.search(quantity.text) is None:
        return ()
    found = [q for q in scan(quantity.text) if q.value is not None]
    spans = tuple((quantity.start + q.start, quantity.start + q.end) for q in found)
    return spans if len(found) > 1 and sum(q.value or 0 for q in found) == quantity.value else ()


_SUM = sought(r"\d[^\d]*[,、;和及][^\d]*\d")


def _kinds(name: str) -> set[str]:
    short = next((kinds for words, kinds in _SHORT.items() if name.startswith(words)), None)
    kinds = _KINDS.match(name)
    return set(short) if short else {kinds["one"], kinds["other"]} if kinds else set()
