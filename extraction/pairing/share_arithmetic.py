"""Whether a stated share is the one number over the other, by the arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.numbers import units
from extraction.sentences.readings import Reading
from extraction.sought import sought


def explains(share: Reading, part: Reading | None, whole: Reading) -> bool:
    """Whether the stated share is the told part over the whole, to its last digit."""
    return part is not None and part.voice == "report" and comes_to(share, part, whole)


def comes_to(share: Reading, part: Reading, whole: Reading) -> bool:
    """Whether the part, told or not, is that share of the whole by the arithmetic."""
    if part.measure != "amount" or whole.measure != "amount" or not whole.base:
        return False
    if not units.fits(part.quantity.noun, whole.quantity.noun):
        return False
    places = -int(share.quantity.value.as_tuple().exponent) if share.quantity.value is not None else 0
    slack: Decimal = Decimal(6) / 10 ** (places + 1)
    return abs(part.base / whole.base * 100 - share.value) <= slack


_OVERALL = sought(r"(?:总体|整体|总|合计|综合)(?:完成)?(?:进度|完成率|率)(?:为|达到?|约)?\s?$")
_SUMMED = range(2, 5)  # figures that one share is of together


def silence_shares_of_sums(found: Sequence[Reading]) -> None:
    """新建完成24公里,改建完成31公里,总体进度68.8%: of both over what was divided, of neither by itself; in place."""
    for index, r in enumerate(found):
        if r.voice == "claim" and not r.bracket and _OVERALL.search(r.lead):
            told = [t for t in found[:index] if t.sentence == r.sentence and t.voice == "report" and not t.bracket]
            plans = [p for p in found[:index] if p.voice == "promise"]
            if len(told) > 1 and not any(explains(r, told[-1], p) for p in plans) and _is_of_a_sum(r, told, plans):
                r.voice, r.settled = "context", True


def _is_of_a_sum(share: Reading, told: Sequence[Reading], plans: Sequence[Reading]) -> bool:
    places = -int(share.quantity.value.as_tuple().exponent) if share.quantity.value is not None else 0
    slack: Decimal = Decimal(6) / 10 ** (places + 1)
    sums = [sum(r.base for r in told[-n:]) for n in _SUMMED if len(told) >= n]
    return any(plan.base and abs(s / plan.base * 100 - share.value) <= slack for s in sums for plan in plans)


_OF_WORK = sought(r"(?:完成|完工|竣工|开工|建成|达标|到位|执行|支付)率$|进度$|^率$")
_NAMES = 3  # characters of a rate's own name
_RATE_TOLD = sought(r"(?P<rate>[\u4e00-\u9fff]{2,8}率)(?:为|达到?|仅|约)?\s?$")


def makes_asked_rate(found: Sequence[Reading], index: int) -> bool:
    """重大隐患整改率100%。…隐患_14处,销号12处,整改率85.7%: what a promised rate right behind is of was not planned."""
    parts = found[index : index + 3]
    if len(parts) < 3 or not _in_one_sentence(parts) or not comes_to(parts[2], parts[1], parts[0]):
        return False
    if parts[1].voice != "report" and not (parts[1].voice == "promise" and parts[1].heading):
        return False
    told = _RATE_TOLD.search(parts[2].lead)
    if told is None or _OF_WORK.search(told["rate"]):
        return False
    goals = (p for p in found[:index] if p.voice == "promise" and not p.bracket)
    asked = [p for p in goals if p.measure in ("percent", "completion")]
    own = parts[2].own if len(parts[2].own) >= _NAMES else ""
    if own and any(p.name.endswith(own) for p in asked):
        return True
    return any(_is_asked(told["rate"], p.name, parts[0].own) for p in asked[-1:])


def _in_one_sentence(parts: Sequence[Reading]) -> bool:
    """Or the first still in the heading, which ends where its own sentence goes on to tell."""
    whole, part, rate = parts
    near = whole.sentence == rate.sentence or (whole.heading and whole.sentence + 1 == rate.sentence)
    return near and part.sentence in (whole.sentence, rate.sentence)


def _is_asked(rate: str, goal: str, thing: str) -> bool:
    """改造率 of 老旧电梯 is asked for by 老旧电梯更新改造覆盖率, which is another rate's name but for the two."""
    return goal.endswith(rate) or (len(thing) >= 2 and thing in goal and rate[:-1] in goal)
