"""Which plan a stated share is of: the one in its own phrase, in its place, or the one its arithmetic finds."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from operator import attrgetter

from extraction.pairing.quoted_tasks import SHARE_BEHIND
from extraction.pairing.share_arithmetic import explains
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought
from extraction.words import names

_PLAN_TO_SHARE = re.compile(
    r"\s?(?:\([^()]{0,6}\))?(?:以上|左右)?\s?\)?\s?(?:元)?(?:的(?=[年全既目任计]))?(?:全年|任务|目标|计划|年度|投资|总数|总额|数|量|指标|预算)*"
    r"(?:的|,?(?:占|达|完成率?|为|完成比例|的比例)*[:为]?|的(?:年度|全年|工作)?(?:目标|任务|计划),?(?:现|目前|已|仅|只|累计|超额)*完成)?\s?(?:约|近|超)?\s?"
)


def plan_in_phrase(text: str, claim: Reading, promises: Sequence[Promise]) -> Promise | None:
    """The plan figure inside the claim's own phrase: 为年度投资目标200亿元的56.8%, 完成年任务(40.2亿元)的32.5%."""
    for promise in reversed(promises):
        place = promise.reading
        between = text[place.quantity.end : min(claim.start, place.quantity.end + 17)]
        near = place.start < claim.start <= place.quantity.end + 16 and place.sentence == claim.sentence
        if near and _PLAN_TO_SHARE.fullmatch(between):
            return promise
    return None


_QUOTED = sought(rf"{SHARE_BEHIND}(?:为|达到?|仅|只有)*\s?")


def plan_in_quotes(text: str, claim: Reading, promises: Sequence[Promise]) -> Promise | None:
    """“建成旅游路420公里”完成率为58.4%: the plan whose quotation ends right before the share."""
    at = bisect_left(promises, claim.start, key=_START)
    last = promises[at - 1] if at else None
    if last is None or not last.reading.quoted or last.reading.sentence != claim.sentence:
        return None
    return last if _QUOTED.fullmatch(text, last.reading.quantity.end, claim.start) is not None else None


_OPENS = sought(r"(?:以上|以内|以下|左右)?\([^()]*")


def plan_before_bracket(
    text: str, claim: Reading, found: Sequence[Reading], promises: Sequence[Promise]
) -> Promise | None:
    """绿道25公里(完成率48%): the promise that the bracket of the share stands behind."""
    if not claim.bracket:
        return None
    host = next((r for r in reversed(found) if r.start < claim.start and not r.bracket), None)
    if host is None or not _OPENS.fullmatch(text, host.quantity.end, claim.start):
        return None
    return next((p for p in promises if p.reading is host), None)


def plan_apart(claim: Reading, of: Reading | None, promises: Sequence[Promise]) -> Promise | None:
    """The plan elsewhere in the task whose arithmetic gives the share."""
    if of is None:
        return None
    earlier = (p for p in promises if p.reading.sentence == claim.sentence and p.reading.start < of.start)
    near = next((p for p in earlier if explains(claim, of, p.reading)), None)
    if near is not None or (not (claim.quantity.value or Decimal(0)) % 1 and len(promises) != 1):
        return near
    told = [p for p in promises if p.reading.sentence - claim.sentence <= 1]  # what fits far behind is chance
    apart = [p for p in told if (not p.reading.bracket or p.reading.heading) and explains(claim, of, p.reading)]
    if len(apart) == 1 and not of.own:
        return apart[0]
    alike = sorted(apart, key=lambda p: names.likeness(p.name, of.name))[-2:]  # 4.2万人 each: by the name
    likes = [names.likeness(p.name, of.name) for p in alike]
    return alike[-1] if likes and likes[-1] >= 0.5 and likes[-1] > sum(likes[:-1]) else None


def plan_at(run: list[Reading], position: int, of: Reading | None, promises: Sequence[Promise]) -> Promise | None:
    """分别完成全年任务(4个、8个)的75%和100%: the plans of a run stand in one bracket or right before it."""
    inside = [
        p
        for p in promises
        if p.reading.bracket
        and p.reading.sentence == run[0].sentence
        and p.reading.start < run[0].start
        and (of is None or p.reading.start > of.start)
    ]
    if len(inside) == len(run):
        return inside[position]
    listed = [  # 分别完成年度目标任务150个、120个的24%、15%
        p
        for p in promises
        if p.reading.clause_start == run[0].clause_start and p.reading.start < run[0].start and not p.reading.bracket
    ]
    at_once = bool(listed) and run[0].start - listed[-1].reading.quantity.end <= 2
    return listed[position] if at_once and len(listed) == len(run) else None


def plan_before(run: list[Reading], position: int, promises: Sequence[Promise]) -> Promise | None:
    """服务区26处、停车区40处已分别完成任务的61.5%、50%: the last plans of the sentence, in their order."""
    first = run[0]
    listed = [
        p
        for p in promises
        if p.reading.sentence == first.sentence
        and p.reading.start < first.start
        and not p.reading.bracket
        and p.measure == "amount"
    ][-len(run) :]
    named = sought(r"分别|依次").search(first.clause_lead) is not None and len(listed) == len(run)
    return listed[position] if named else None


def plans_alone(run: list[Reading], found: Sequence[Reading], promises: Sequence[Promise]) -> list[Promise]:
    """计划新增托位900个、幼儿园14所。分别完成任务的58%、92%: as many plans, and no figure, stand before the shares."""
    first = run[0]
    at = bisect_left(promises, first.start, key=_START)
    before = [p for p in promises[max(0, at - 2 * len(run) - 1) : at] if not p.reading.bracket]
    near = [p for p in before if first.sentence - p.reading.sentence <= len(run)]
    apart = len({p.name for p in near}) == len(near) == len(run) > 1 and all(p.measure == "amount" for p in near)
    if not apart or not (_IN_TURN.search(first.clause_lead) or side_by_side(run)):
        return []
    between = found[index_of(found, near[0].reading.start) : index_of(found, first.start)]
    return [] if any(r.voice == "report" and not r.bracket for r in between) else near


def side_by_side(run: Sequence[Reading]) -> bool:
    """完成72%、50%和60%: several shares joined without a word between, of as many plans or of none."""
    return len(run) > 1 and all(r.clause_start == run[0].clause_start and r.lead.strip() in _JOINTS for r in run[1:])


_JOINTS = ("、", "和", "及", "与")
_START = attrgetter("reading.start")
_IN_TURN = sought(r"分别|依次")
