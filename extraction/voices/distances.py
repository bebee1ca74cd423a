"""Distances to the goal, in whatever unit: 低于年度目标1.4个百分点, 超额完成160个; and what only looks like one."""

from __future__ import annotations

from extraction.sentences.goal_phrases import adopt_name, is_distance
from extraction.sentences.measures_before import counted_before
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.voices.place import (
    CONTEXT,
    GAP,
    PROMISE,
    Place,
    Said,
)
from extraction.words import wording


def told_distance(p: Place) -> Said | None:
    """8%的目标还差_1.2个百分点: the goal stands there itself, and needs no distance."""
    if not is_distance(p.r, p.before):
        return None
    p.r.settled = True
    return CONTEXT


def to_the_goal(p: Place) -> Said | None:
    """低于年度目标_1.4个百分点: how far from the goal; also what goes on from such a distance."""
    said = wording.GAP.search(p.r.lead)
    if said is not None and p.r.lead.rstrip().endswith("的") and p.r.quantity.noun != "个百分点":
        return None  # 低于市计划的_0.7个百分点 is a distance, 超过年度任务的_80% a share
    if said is not None and _over_the_plan(p):
        return None
    if said is not None and said["beyond"] and not _is_more_of_it(p):
        return None
    if said is not None and _distance_behind(p):
        return Said("promise", cued=True, own="", subject=p.last.name if p.last is not None else None)
    still = said is not None and _STILL.search(said.group()) is not None  # 距年度任务还有62公里
    apart = said is None or not said["apart"] or still or _APART.match(p.r.tail) is not None
    if said is not None and _is_goal_itself(p):
        if not p.r.quantity.unit and p.last is not None:
            return Said("promise", cued=True, own="", subject=p.last.name)
        if p.r.quantity.noun == "%":
            adopt_name(p.r, p.last)
        return PROMISE
    return GAP if (said and apart) or goes_on(p.r, p.before) else None


_STILL = sought(r"[还尚仍]")


def _over_the_plan(p: Place) -> bool:
    """招引项目26个,超额完成全年任务_30%: of what is counted, per cent are a share, and no distance in points."""
    last = counted_before(p.before)
    counted = last is not None and last.measure == "amount" and last.voice == "report"
    return counted and p.r.measure == "completion" and wording.OVER_THE_PLAN.search(p.r.lead) is not None


def _is_more_of_it(p: Place) -> bool:
    """新增学位2160个,超额完成_160个: less than half of the figure right before it, in its unit."""
    last, r = p.last, p.r
    if last is None or last.voice != "report" or last.bracket or last.sentence != r.sentence:
        return False
    alike = last.quantity.noun == r.quantity.noun != "%" and r.measure == last.measure == "amount"
    return alike and r.base * 2 < last.base and last.quantity.end + 1 >= r.clause_start - 1


_BARELY = sought(
    r"(?:已|均|全部)?(?:超过?|超出|超额完成|高于|高出)(?:了)?(?:年度|全年|省定|市定|[省市县旗区]下达|的)*(?:责任|控制|考核)?(?:目标任务|目标|任务|计划|指标)\s?$"
)


def _is_goal_itself(p: Place) -> bool:
    """演出1286场,超目标任务_1200场: a distance of most of the figure would be none; the goal has less than it.

    增长6.1%,低于全年目标_8%: in per cent, not in points, and more than the figure.
    """
    last, r = p.last, p.r
    if last is None or last.voice != "report" or last.quantity.noun != r.quantity.noun or last.bracket:
        return False
    if last.base / 2 < r.base <= last.base:
        return (_ABOVE if r.quantity.noun == "%" else _BARELY).search(r.lead) is not None
    if not r.quantity.unit and r.measure == "amount":
        return r.base > last.base and _UNDER_LIMIT.search(r.lead) is not None
    return r.quantity.noun == "%" and r.base > last.base and _BELOW.search(r.lead) is not None


def _distance_behind(p: Place) -> bool:
    """新增企业86家,低于年度目标_120家34家: the distance stands right behind the goal."""
    last, r, gap = p.last, p.r, p.behind
    if last is None or gap is None or last.voice != "report" or last.bracket or last.sentence != r.sentence:
        return False
    if gap.start - r.quantity.end > 1 or gap.noun != r.quantity.noun or last.quantity.noun != r.quantity.noun:
        return False
    if gap.value is None:
        return False
    apart = abs(last.base - r.base) - gap.value * gap.magnitude
    return abs(apart) * 100 <= r.base


_OF_THE_YEAR = (
    r"(?:年度|全年|年初|预期|[省市县旗]定|考核|既定|[省市县旗]下达)*(?:目标任务|目标|任务|计划|要求)(?:值|的)?\s?$"
)


_ABOVE = sought(rf"(?:高于|超过|高出|超出|快于|好于|优于){_OF_THE_YEAR}")


_BELOW = sought(rf"(?:低于|未达到?|慢于|不及){_OF_THE_YEAR}")


_UNDER_LIMIT = sought(
    r"低于(?:年度|全年|省|市|县|旗|定|下达|的)*(?:控制|考核)(?:指标|目标|数|线)\s?$"
)  # 死亡率2.1,低于控制指标_2.6


_APART = sought(r"的?(?:差距|距离|缺口)")  # 与目标尚有0.4个百分点的差距


def goes_on(r: Reading, before: list[Reading]) -> bool:
    """低于目标2.3个、7.5个百分点: a number that nothing but a comma parts from a distance is one too."""
    last = before[-1] if before else None
    if last is None or last.voice != "gap" or last.sentence != r.sentence:
        return False
    joined = sought(r"\s?[、,和及与]\s?").fullmatch(r.lead) or wording.GAP_TURNS.fullmatch(r.lead)
    return last.quantity.noun == r.quantity.noun and joined is not None
