"""Answers without names behind several goals, each in a clause of its own: order and units say which is whose.

改造小巷29条、筹集住房1321套、新增充电桩1105个。完成21条;已完成753套;完成714个。
新建幼儿园13所、助餐点56个。目前分别为8所、36个。

As many answers as goals in the same units go by position; fewer go by their units, where each unit is promised once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words.when import after_when

_ONLY_DONE = sought(
    r"[,、;:\s和]*(?:目前|现|已|均|都|又|也|分别|依次|各|实际|累计|总共|共|合计|顺利|完成|建成|实现|达到?|新增|到位|有|为)*(?:了|约|近)?\s?"
)
_REACH = 2  # sentences behind the goals


def answer_by_unit(found: Sequence[Reading]) -> None:
    """Name such answers after their goals, in place."""
    for goals, behind in _lists(found):
        run = _run(goals[-1], behind)
        for answer, goal in _pairs(run, goals):
            answer.own = answer.subject = goal.name


def _lists(found: Sequence[Reading]) -> Iterator[tuple[list[Reading], Sequence[Reading]]]:
    """The goals that stand together, two or more, and what comes behind them."""
    plain = [r for r in found if not r.bracket and r.voice != "context"]
    goals: list[Reading] = []
    for index, r in enumerate(plain):
        if r.voice == "promise":
            goals = goals if goals and goals[-1].sentence >= r.sentence - 1 else []
            goals.append(r)
            continue
        if len(goals) > 1:
            yield goals, plain[index:]
        goals = []


def _run(last: Reading, behind: Sequence[Reading]) -> list[Reading]:
    """The nameless answers at once behind the goals; none where a single one of their kind stands alone."""
    run: list[Reading] = []
    for r in behind:
        if r.voice != "report" or r.measure != "amount" or r.part or not _is_nameless(r):
            break
        before = run[-1] if run else last
        if r.sentence - before.sentence > _REACH or r.point != last.point:
            break
        run.append(r)
    return run if len(run) > 1 else []


def _is_nameless(r: Reading) -> bool:
    return _ONLY_DONE.fullmatch(after_when(r.lead)) is not None and not r.tail[:1].isalpha()


def _pairs(run: Sequence[Reading], goals: Sequence[Reading]) -> Iterator[tuple[Reading, Reading]]:
    counted = [g for g in goals if g.measure == "amount" and g.name]
    nouns, told = [g.quantity.noun for g in counted], [r.quantity.noun for r in run]
    if nouns == told:
        yield from zip(run, counted, strict=True)
    elif len(set(nouns)) == len(nouns) and len(set(told)) == len(told) and set(told) <= set(nouns):
        yield from ((r, counted[nouns.index(noun)]) for r, noun in zip(run, told, strict=True))
