"""What no more than can be done of a plan within the year: “报废冷库94座”,年内只能拆除_70座左右,已拆63座."""

from __future__ import annotations

from extraction.sought import sought
from extraction.voices.place import Place, Said, only_with

_CAN = sought(
    r"(?:年内|年底前?|年末前?|年前|全年|今年|本年|到年底)[^,。;\d]{0,6}?(?:最多|至多|顶多|(?:预计|估计|大概|大约)?[只仅](?=[能可会]))"
    r"(?:[只仅]?(?:能够?|可以?|会))?[^,。;\d]{0,10}$"
)


@only_with(_CAN)
def no_more_than(p: Place) -> Said | None:
    """年内只能拆除_70座左右: what will have been done, of a plan that is told before it."""
    if p.r.measure != "amount" or p.r.bracket or _CAN.search(p.clause_lead) is None:
        return None
    p.r.settled = True
    return Said("forecast", own="", subject="")
