"""The growth of the part that was promised, told behind its amount: 固投411亿元,增长8.4%,其中民间投资203亿元,增长3.1%.

民间投资增长6% was promised: the growth behind the part's own amount answers, the whole's (8.4%) is of more, and answers
nothing, whether or not the part's growth is told. So it is of 出口 in 进出口总额, where one name stands in the other.
"""

from __future__ import annotations

from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought
from extraction.words import names

_REACH = 12  # numbers between the whole and its part
_STANDS = sought(r"(?<=..)(?:总额|总量|余额|总值)$")  # 制造业贷款余额196亿元 is of 制造业贷款


def is_growth_of_it(scope: Scope, promise: Promise, told: Reading) -> bool:
    """Whether the growth is told of a part that is called as the promise is, and the whole is not."""
    if not promise.measure == told.measure == "growth" or not (told.part or told.bracket) or promise.reading.part:
        return False
    part = told if told.part and len(names.folded(told.own)) >= 2 else _amount_before(scope, told)
    return part is not None and part.part and _is_called(part, promise) and not _whole_is_called(scope, promise, part)


def part_grown_apart(scope: Scope, promise: Promise, told: Reading) -> Reading | None:
    """The part behind the growth that is the promised thing, where the growth is of more."""
    if not promise.measure == told.measure == "growth" or told.part or promise.reading.part or told.voice != "report":
        return None
    if _is_called(told, promise):
        return None
    at = index_of(scope.found, told.start)
    behind = scope.found[at + 1 : at + 1 + _REACH]
    near = (r for r in behind if 0 <= r.sentence - told.sentence <= 1 and r.point == told.point)
    return next((r for r in near if r.part and not r.bracket and r.voice == "report" and _is_called(r, promise)), None)


def _amount_before(scope: Scope, told: Reading) -> Reading | None:
    """The amount whose growth it is: the last one before it in its sentence."""
    at = index_of(scope.found, told.start)
    before = (r for r in reversed(scope.found[max(0, at - _REACH) : at]) if r.measure == "amount" and not r.bracket)
    amount = next(before, None)
    return amount if amount is not None and amount.sentence == told.sentence else None


def _whole_is_called(scope: Scope, promise: Promise, part: Reading) -> bool:
    """出口55亿元,增长3.1%,其中9月出口7亿元,增长12%: what is called alike is a month's or a place's."""
    at = index_of(scope.found, part.start)
    before = (r for r in scope.found[max(0, at - _REACH) : at] if part.sentence - r.sentence <= 1)
    return any(r.voice == "report" and not r.part and _is_called(r, promise) for r in before)


def _is_called(r: Reading, promise: Promise) -> bool:
    name = names.folded(_STANDS.sub("", r.name))
    return len(name) >= 2 and name == names.folded(_STANDS.sub("", promise.reading.name))
