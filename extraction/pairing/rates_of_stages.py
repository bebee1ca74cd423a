"""A rate of begun or finished works that stands alone: 开工187个,开工率62.3% is a share of a plan that nobody names."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.pairing.share_arithmetic import explains
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_NEAR = 20  # numbers before a rate among which its whole is sought
_STAGE_RATE = sought(r"(?P<stage>[\u4e00-\u9fff]{2})率(?:已?达到?|为|仅|只有)?\s?$")
_BEGUN, _ENDED = sought(r"开工|开建|动工|开复工"), sought(r"竣工|完工|建成")
_ALIKE = {"开工": _BEGUN, "动工": _BEGUN, "竣工": _ENDED, "完工": _ENDED}
_BUILDING = sought(r"开建|开工|动工|竣工|完工|建成")


def claims_of_stages(found: Sequence[Reading]) -> None:
    """农村幸福院开工187个,开工率62.3%: where no plan and no whole stands near, the rate is a share of the plan.

    So is what is more than all there is: 分配9260套,分配率102.9%. Both get the voice of a claim, in place.
    """
    for index, rate in enumerate(found[1:], 1):
        if rate.voice != "report" or rate.measure != "percent" or rate.bracket:
            continue
        if (said := _STAGE_RATE.search(rate.lead)) is None:
            continue
        of = found[index - 1]
        if of.measure != "amount" or of.voice != "report" or of.sentence != rate.sentence:
            continue
        planned = any(p.voice == "promise" and p.sentence == rate.sentence and p.start < rate.start for p in found)
        if planned or not _is_of_stage(said["stage"], of.lead + of.tail):
            continue
        if rate.value > 100 or (_BUILDING.fullmatch(said["stage"]) and _alone(found, index)):
            rate.voice, rate.measure, rate.own, rate.subject = "claim", "completion", "", of.name


def _alone(found: Sequence[Reading], index: int) -> bool:
    """Whether no number near the rate is the plan or the whole that it could be of."""
    rate, of = found[index], found[index - 1]
    if of.part or of.bracket or of.owner:
        return False
    near = [r for r in found[max(0, index - _NEAR) : index - 1] if r.quantity.noun == of.quantity.noun]
    other = _other_stage(found, index)
    if len(_thing(of.name)) < 2:
        if other is None:
            return False
        of.own = of.subject = f"{_thing(other.name)}{of.own}"  # 竣工1.77万套, of the thing that was begun
    beside = [r for r in near if r.sentence == of.sentence and r is not other]
    shares = [
        r.start for r in found[max(0, index - _NEAR) : index - 1] if r.voice == "claim" and r.sentence < of.sentence
    ]
    # 占年度目标(1650公里)的70.6%。养护工程完工1386公里: that plan has its share
    open_plan = any(r.voice == "promise" and not any(share > r.start for share in shares) for r in near)
    return not beside and not open_plan and not any(explains(rate, of, r) for r in near)


def _thing(name: str) -> str:
    return names.folded(_BUILDING.sub("", name))


def _other_stage(found: Sequence[Reading], index: int) -> Reading | None:
    """开工6.08万套,开工率95%;竣工1.77万套,竣工率28%: the figure of another stage, with its own share behind it."""
    if index < 3:
        return None
    first, share, of = found[index - 3 : index]
    beside = 0 <= of.sentence - first.sentence <= 1 and first.quantity.noun == of.quantity.noun
    known = share.voice == "claim" and not share.bracket and len(_thing(first.name)) > 1
    return first if beside and known and first.voice == "report" else None


def _is_of_stage(stage: str, words: str) -> bool:
    alike = _ALIKE.get(stage)
    return stage in words or (alike is not None and alike.search(words) is not None)
