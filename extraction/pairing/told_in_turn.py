"""A list of plans whose things are told again one by one, close behind: what the words at each number leave open.

    年度目标:新建公园12个,广场8个;目前10个公园、4个广场已建成
    计划引进16人博士、135人硕士,博士完成12人,完成率75%,硕士完成70人

The plan's words reach on over the first figure told (博士完成12人 is no third plan), and a plan in a clause of its own
without a word of planning (广场8个) looks like a figure. That each is named twice in one unit decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_JOINS = sought(r"[^,。;、\d]{0,12}(?:[,、;]|[和及与以])*\s?[^,。;、\d]{0,20}")  # 16人|博士、|135人硕士
_TELLS = sought(r"已|目前|截[至止]|累计|现有|现完成|实际|完成(?!时限)|建成|\d月底?,|前[一二三]季度|上半年")
_NO_TELLING = sought(r"计划|目标|[明次来]年|去年|上年|拟|力争|确保|预计|将(?!军)|[应须需]|要求|任务")
_AT_WORK = sought(r"[^,。;、\d]{0,6}(?:正在?|尚|待|未|没有)")  # 2个乡镇正在整改: told, and not done
_SO_CALLED = sought(r"[^,。;:\d]{0,12}?的?(?:(?:年度|全年)?(?:目标|任务|计划))+(?=[,。;:])")  # 广场8个|的任务,
_FEWEST, _MOST = 2, 12  # plans of a list
_BEHIND = 24  # numbers behind it among which they stand
_SAME = 0.8


def mark_in_turn(text: str, found: Sequence[Reading]) -> None:
    """Give a list of plans and what tells them again their voices, in place."""
    at = 0
    while at < len(found):
        plans = list(_plans(text, found, at))
        told = _told(text, plans, found, at + len(plans)) if len(plans) >= _FEWEST else {}
        if not told:
            at += max(1, len(plans))
            continue
        for plan in plans:
            plan.voice, plan.cued, plan.settled = "promise", True, True
        for n, figure in told.items():
            figure.voice, figure.cued, figure.settled, figure.part = "report", True, True, False
            if names.stage(figure.own) is None and names.conflict(plans[n].own, figure.lead) is None:
                figure.own, figure.subject = plans[n].own, plans[n].subject
        at += len(plans) + len(told)


def _plans(text: str, found: Sequence[Reading], at: int) -> Iterator[Reading]:
    """The plan at this place and those joined to it, each of another thing, until one is named again."""
    first = found[at]
    if first.voice != "promise" or not _may_be(first):
        return
    plans: list[Reading] = []
    for r in found[at : at + _MOST]:
        joined = not plans or (
            r.sentence == first.sentence and _JOINS.fullmatch(text, plans[-1].quantity.end, r.start) is not None
        )
        if not joined or not _may_be(r) or any(_is_same(p, r) for p in plans):
            return
        plans.append(r)
        yield r


def _may_be(r: Reading) -> bool:
    plain = r.measure == "amount" and not (r.bracket or r.heading or r.settled or r.owner)
    return plain and len(names.folded(r.own)) >= 2 and not names.is_bare(r.own)


def _is_same(plan: Reading, r: Reading) -> bool:
    return plan.quantity.noun == r.quantity.noun and names.likeness(plan.own, r.own) >= _SAME


def _told(text: str, plans: Sequence[Reading], found: Sequence[Reading], at: int) -> dict[int, Reading]:
    """What tells each of the plans, by its place among them, under words that tell; none unless all are told."""
    last, told, near = plans[-1], dict[int, Reading](), plans[-1].sentence + 1
    for r in found[at : at + _BEHIND]:
        if r.sentence > near + 1 or r.point != last.point:
            break
        if r.measure != "amount" or r.bracket:
            continue  # 公园完成10个,完成率83.3%
        which = _of_which(plans, r) if r.own and not r.owner else None
        if which is None or which in told:
            break
        told[which], near = r, r.sentence
    if len(told) < len(plans):
        return {}
    figures = sorted(told.values(), key=lambda r: r.start)
    called = _SO_CALLED.match(text, last.quantity.end, figures[0].start)
    begin = called.end() if called else last.quantity.end
    behind = figures[-1].tail[:8]
    between = [text[begin : figures[0].start], *(text[a.quantity.end : b.start] for a, b in pairwise(figures))]
    tells = _TELLS.search(between[0]) or _TELLS.search(behind)
    if any(_AT_WORK.match(f.tail) for f in figures):
        return {}
    return told if tells and not any(_NO_TELLING.search(part) for part in between) else {}


def _of_which(plans: Sequence[Reading], r: Reading) -> int | None:
    """Which of the plans is of the same thing, more than any other."""
    alike = [names.likeness(p.own, r.own) if p.quantity.noun == r.quantity.noun else 0.0 for p in plans]
    best = max(alike)
    return alike.index(best) if best >= _SAME and alike.count(best) == 1 else None
