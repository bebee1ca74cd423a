"""Digits and powers in turns: 3千5百万元 is 3500万元, 2万5千亩 is 2.5万亩, 1亿2千万元 is 1.2亿元."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from extraction.records import Quantity

_POWERS = {"十": 10, "百": 100, "千": 1000, "": 1}
_GREAT = {"万": Decimal(10**4), "亿": Decimal(10**8)}


def join_mixed(found: list[Quantity]) -> list[Quantity]:
    """The numbers of which one stands right behind the power of another, as the one number that they are."""
    joined: list[Quantity] = []
    for quantity in reversed(found):  # of 1亿7千5百万 the last two first
        whole = _whole(quantity, joined[-1]) if joined else None
        if whole is None:
            joined.append(quantity)
        else:
            joined[-1] = whole
    joined.reverse()
    return joined


def _whole(high: Quantity, low: Quantity) -> Quantity | None:
    if high.end != low.start or high.value is None or low.value is None or high.noun or low.upper is not None:
        return None
    if (
        high.role != "context"
        or low.role != "context"
        or high.text[-1:] not in "十百千万亿"
        or not low.text[:1].isdigit()
    ):
        return None
    power, great = _parts(low)
    if great and high.magnitude < 10**4:  # 3千|5百万: the hundreds of the same ten thousands
        sum_of = high.value * high.magnitude + low.value * power
        fits, value, magnitude, said = low.value * power < high.magnitude, sum_of, _GREAT[great], great
    else:  # 2万|5千, 1亿|2千万
        base = low.value * low.magnitude
        fits, value, magnitude, said = (
            base < high.magnitude,
            high.value + base / high.magnitude,
            high.magnitude,
            high.unit,
        )
    if not fits:
        return None
    if magnitude < 10**4:  # 1千|5百人
        value, magnitude, said = value * magnitude, Decimal(1), ""
    value = value.to_integral_value() if value == value.to_integral_value() else value
    unit = said + low.unit[len(_magnitude_word(low)) :]
    return replace(low, text=high.text + low.text, start=high.start, value=value, unit=unit, magnitude=magnitude)


def _magnitude_word(q: Quantity) -> str:
    """百万 of 百万元: the leading characters of the unit that say how many."""
    word = ""
    while q.unit[len(word) : len(word) + 1] in tuple("十百千万亿") and q.magnitude > 1:
        word += q.unit[len(word)]
    return word


def _parts(q: Quantity) -> tuple[int, str]:
    """(100, 万) of 百万."""
    word = _magnitude_word(q)
    great = word[-1:] if word[-1:] in _GREAT else ""
    return _POWERS.get(word.removesuffix(great), 1), great
