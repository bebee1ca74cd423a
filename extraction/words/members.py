"""The names of those that are counted, which say nothing of what they are: 桂花、梅园、长青3家已投用."""

from __future__ import annotations

from extraction.numbers import units
from extraction.records import Quantity
from extraction.sought import sought

_DID = sought(r"[\u4e00-\u9fff]{0,8}?(?:已|均|都|全部|建成|完工|竣工|投用|投入使用|开工|通过)")


def without_members(own: str, tail: str, quantity: Quantity) -> str:
    """The name of a number, empty where it only lists as many names as are counted."""
    if own.endswith("段") and quantity.noun in units.LENGTH and _DID.match(tail):
        return ""  # 只有北岭至南桥段58.6公里建成通车: which section it is
    if "、" not in own or quantity.noun not in units.COUNTED or not _DID.match(tail):
        return own
    parts = sought(r"[、和及与]").split(own)
    return "" if len(parts) == quantity.value and all(2 <= len(part) <= 10 for part in parts) else own
