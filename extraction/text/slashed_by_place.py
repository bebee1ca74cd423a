"""A list of places, each with what it did and its task parted by a stroke, reads as figures with the tasks in brackets.

各镇改厕任务完成情况:柳河镇96/120户,石桥镇41/110户     …:柳河镇完成96户(任务120户),石桥镇完成41户(任务110户)

Only where the words before it say that it tells how far they are and no first number is more than the second: of a
single pair, and of others, nobody knows which of the two was planned.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_NUMBER = r"\d{1,6}(?:\.\d{1,4})?"
_PAIR = rf"[\u4e00-\u9fff]{{1,6}}[县区市镇乡州旗村](?:街道)?{_NUMBER}/{_NUMBER}[万亿]?(?:{units.AMOUNTS})"
_LIST = sought(
    r"(?P<head>(?:(?:完成情况|完成进度|进度|进展情况|完成数?/(?:任务|目标|计划)数?)[)]?)[:为])"
    rf"(?P<list>{_PAIR}(?:[,、;和]{_PAIR}){{1,30}})(?=[,。;\n]|$)"
)
_EACH = sought(rf"(?P<done>{_NUMBER})(?P<stroke>/)(?P<plan>{_NUMBER})(?P<unit>[万亿]?(?:{units.AMOUNTS}))")


def slashed_by_place(text: str) -> Iterator[Edit]:
    """The edits that open the brackets."""
    for found in _LIST.finditer(text) if "/" in text else ():
        pairs = [*_EACH.finditer(text, *found.span("list"))]
        done = [Decimal(pair["done"]) for pair in pairs]
        plans = [Decimal(pair["plan"]) for pair in pairs]
        if any(a > b for a, b in zip(done, plans, strict=True)) or done == plans:
            continue
        for pair in pairs:
            yield pair.start(), pair.start(), "完成"
            yield pair.start("stroke"), pair.start("stroke"), pair["unit"]  # which stands nowhere there
            yield *pair.span("stroke"), "(任务"
            yield pair.end() - 1, pair.end(), pair.group()[-1] + ")"
