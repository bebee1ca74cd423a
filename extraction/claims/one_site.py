"""What is done with one of several is not done with all: 泵站5座。目前城东泵站已完工,其余4座正在施工.

The words behind say what the others are at, each by its name or all of them as the rest.
"""

from __future__ import annotations

from extraction.promises.links import Link, Scope
from extraction.records import Claim
from extraction.sought import sought

_ALL = sought(r"全部|均|都|各|所有|全面|悉数")
_OTHERS = sought(
    r"[,;、。]\s?(?:(?:目前|现)?(?:其余|其他|其它|另外?|剩余|余下|剩下|还有|另有)的?(?:有)?(?:\d|[一二两三四五六七八九十])"
    r"|(?:其中)?[\u4e00-\u9fff]{2,12}(?:正在|在建|已?完成(?:了)?\s?\d[\d.]*%|(?:正)?进行|处于|仍在|尚在|主体(?:施工|完工|封顶)))"
)
_ONE = sought(r"(?<![另每同第统唯])一(?:[家个座所处条栋]|期(?=已))")  # 金桥街道一家已运营
_CLAUSE = 400  # characters in which the claim's clause begins
_REACH = 40  # characters behind the claim


def of_one_site(scope: Scope, entry: Link, claim: Claim) -> bool:
    """Whether the claim is of a site by its name, and others of the plan are told to be under way behind it."""
    promise = entry.promise
    if promise is None or promise.measure != "amount" or promise.target.value < 2:
        return False
    text = scope.text
    start = max(text.rfind(mark, max(0, claim.start - _CLAUSE), claim.start) for mark in ",。;:\n") + 1
    if start <= promise.reading.start or _ALL.search(text, start, claim.end):
        return False
    if _ONE.search(text, start, claim.start):
        return True
    end = min(scope.item.end, claim.end + _REACH)
    return _OTHERS.match(text, claim.end, end) is not None
