"""Answers that stand together behind the goals that they are for, in the goals' order.

任务分别为600套、1400套,已建成640套、1120套。
争取科技项目60项、资金5000万元,已分别到位37项、2860万元。     (of several units, the same ones in the same order)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_AT_ONCE = sought(r"(?:以[上下内])?,\s?")  # a heading ends where it tells
_COUNTS_THEM = sought(r"(?:指标|任务|目标|工作|率)*(?:完成情况)?(?:分别|依次)")  # 前三季度两项分别为88.6%、98.7%
_DID = sought(r"^(?:已|现|累计|形成|落实|完成|实现|达到|建成|新增)+")
_SAID_OF_ALL = sought(r"^(?:分别|依次|均)?(?:到位|立项|落实|获批|完成|建成|下达|新增|引进|培育)+$")


def answer_in_order(text: str, found: Sequence[Reading]) -> None:
    """Name such answers, in place."""
    for index in range(1, len(found) - 1):
        alone = found[index].clause_start != found[index + 1].clause_start
        if not alone and not found[index].bracket and not answers_from(text, found, index):
            _silence_others(found, index)


def answers_from(text: str, found: Sequence[Reading], index: int) -> list[Reading]:
    """The nameless results from here on, each named now by the goal of its place; none where they are none."""
    first = found[index]
    run = _run(found, index)
    if len(run) < 2 or any(r.own for r in run[1:]):
        return []
    goals = _goals(text, found, index)
    if not _nameless(first) and not (goals and _says_again(first, goals[-1])):
        return []
    same = all(p.voice == "promise" and p.own for p in goals)
    if len(goals) != len(run) or not same or not all(map(_answers_in_kind, goals, run)):
        return []
    for member, goal in zip(run, goals, strict=True):
        _take(member, goal)
    return run


def _goals(text: str, found: Sequence[Reading], index: int) -> list[Reading]:
    """The numbers of the clause before it, in its sentence or in the heading that ends where it tells."""
    at_once = _AT_ONCE.fullmatch(text, found[index - 1].quantity.end, found[index].clause_start) is not None
    near = {found[index].sentence, found[index].sentence - at_once}
    before = [p for p in found[:index] if p.sentence in near and not (p.bracket or _counts_names(p))]
    if before and _COUNTS_THEM.match(text, before[-1].quantity.end):
        before = before[:-1]
    return [p for p in before if p.clause_start == before[-1].clause_start]


def _counts_names(p: Reading) -> bool:
    """东风、红旗两村: how many names stand before it."""
    return p.voice == "context" and p.quantity.noun in ("村", "个", "项") and p.base < _FEW


_FEW = 10


def _silence_others(found: Sequence[Reading], index: int) -> None:
    """改造水泥厂9家、玻璃厂6家、陶瓷厂5家,已完成8家、4家: of three plans nobody knows which two are meant; in place."""
    run, last = _run(found, index), found[index - 1]
    if len(run) < 2 or run[0].own or any(r.own or r.quantity.noun != last.quantity.noun for r in run):
        return
    listed = [p for p in found[:index] if p.clause_start == last.clause_start and not p.bracket]
    if len(listed) > len(run) and all(p.voice == "promise" and p.own for p in listed):
        for r in run:
            r.voice = "context"


def _run(found: Sequence[Reading], index: int) -> list[Reading]:
    """The results of one clause from here on; none where something else is among them."""
    first = found[index]
    run = []
    for r in islice(found, index, None):
        if r.clause_start != first.clause_start:
            break
        if r.bracket:
            continue
        if r.voice != "report" or r.part:
            return []
        run.append(r)
    return run


def _nameless(r: Reading) -> bool:
    return len(names.folded(r.own)) <= 2 or _SAID_OF_ALL.match(r.own) is not None


def _says_again(r: Reading, goal: Reading) -> bool:
    """氮氧化物、VOCs减排量分别为…,已形成减排量903吨、512吨: what the goals share is no name of the first alone."""
    thing = _DID.sub("", r.own)
    return len(thing) >= 2 and goal.name.endswith(thing)


def _take(member: Reading, goal: Reading) -> None:
    member.own = member.subject = goal.name
    member.owner = member.owner or goal.owner
    if member.quantity.text == "0":
        member.measure, q = goal.measure, goal.quantity
        member.quantity = replace(member.quantity, unit=q.unit, noun=q.noun, magnitude=q.magnitude)


def _answers_in_kind(goal: Reading, told: Reading) -> bool:
    """Whether both are measured alike, in one unit; a bare 0 is 0 of anything."""
    return told.quantity.text == "0" or (goal.quantity.noun, goal.measure) == (told.quantity.noun, told.measure)
