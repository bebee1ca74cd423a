"""A unit that is said once, behind the last of several numbers: 0.5、1.6个百分点; 低2个、高1个百分点."""

from __future__ import annotations

from dataclasses import replace

from extraction.records import Quantity
from extraction.sought import sought

_SHARED = sought(r"^\s?[、,和及与]\s?$")


def _is_point(text: str, this: Quantity, following: Quantity) -> bool:
    """低于目标0.8个、高于目标1.5个百分点: there is no 0.8 of a thing."""
    between = text[this.end : following.start] if this.unit == "个" and this.value is not None else ""
    broken = between and this.value is not None and this.value % 1 != 0
    return bool(broken and _NEXT.fullmatch(between)) or _OTHER_WAY.fullmatch(between) is not None


_NEXT = sought(r"[、,和][^,。;、\d]{2,12}")
_OTHER_WAY = sought(r"[、,和与]{1,2}(?:分别)?[高低快慢多少](?:于[^,。;、\d]{0,10})?")  # 低2个、高1个百分点


def share_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """0.5、1.6个百分点, 5.2个、10.2个百分点: a number before 、 takes the next one's unit for none or half of it."""
    for i in range(len(found) - 2, -1, -1):
        this, following = found[i], found[i + 1]
        bare = not this.unit or (this.unit == "个" and following.noun == "个百分点")
        if (
            this.role == "context"
            and bare
            and this.value is not None
            and following.unit
            and (_SHARED.match(text[this.end : following.start]) or _is_point(text, this, following))
        ):
            found[i] = replace(this, unit=following.unit, magnitude=following.magnitude, noun=following.noun)
    return found
