"""All but one are not all: 整治黑臭水体18条,除李家沟外全部整治完成."""

from __future__ import annotations

from extraction.promises.targets import Promise
from extraction.records import Claim
from extraction.sought import sought

_BUT_FOR = sought(r"除(?!此|了?这)[^,。;\n]{1,20}?(?:以|之)?外")


def but_for(text: str, promise: Promise, claim: Claim) -> bool:
    """Whether the words of completion leave something out."""
    end = promise.reading.quantity.end
    return end <= claim.start and _BUT_FOR.search(text, end, claim.start + 1) is not None
