"""One goal told for several figures before it: 甲增长6.8%,乙增长9.2%,两项计划均为增长8%.

The number of them stands with the goal, or 均 alone behind figures that stand side by side in one clause, or behind
rates that follow each other: 省道优良路率88.5%,县道优良路率81%,目标均为85%以上.
"""

from __future__ import annotations

from extraction.numbers.numerals import small_count
from extraction.sentences.readings import Reading
from extraction.sought import sought

_ALL = sought(r"(?<![平人户年床])均|都(?!市)")
_COUNTED = sought(
    r"(?P<many>[两二三四五2-5])(?:项|者|个)?(?:指标)?(?:的)?(?:年度|全年|增长|控制|预期)*(?:目标|计划|任务|要求)(?:值|数|增速|增幅)?均"
)


def figures_before(text: str, goal: Reading, before: list[Reading]) -> list[Reading]:
    """The figures that the goal is told for; none where it is told for one."""
    if goal.bracket:
        return _in_front(goal, before)
    if not _ALL.search(goal.clause_lead):
        return _held_to_it(goal, before)
    if said := _COUNTED.match(text, goal.clause_start, goal.start):
        return _last(small_count(said["many"]), goal, before)
    last = before[-1] if before and _ALL.search(goal.lead) else None
    if last is None:
        return []
    beside = [] if goal.own else [r for r in before if r.clause_start == last.clause_start and not r.bracket]
    return beside if len(beside) > 1 else _rates_before(goal, before)


_HELD = sought(
    r"[,、]?\s?(?:仍|略|还)?(?:低于|高于|超过|未达到?|没有达到|不及|未完成)[^,。;\d]{0,10}(?:\d{1,2}月[底末][^,。;\d]{0,6})?$"
)
_IN_ORDER = sought(r"分别|依次")


def _held_to_it(goal: Reading, before: list[Reading]) -> list[Reading]:
    """甲街道、乙街道覆盖率分别为61.2%、58.4%,低于75%的要求: the rates of one 分别 right before it."""
    last = before[-1] if before else None
    if last is None or goal.own or not _HELD.fullmatch(goal.clause_lead) or last.sentence != goal.sentence:
        return []
    run = [r for r in before if r.clause_start == last.clause_start and not r.bracket]
    alike = all(r.quantity.noun == goal.quantity.noun == "%" and r.measure == goal.measure for r in run)
    return run if len(run) > 1 and alike and _IN_ORDER.search(run[0].clause_lead) else []


def _rates_before(goal: Reading, before: list[Reading]) -> list[Reading]:
    """甲支出进度81.3%,乙支出进度58.9%,要求9月底前均达到75%: the rates behind each other, each by its name.

    A rate that stood for how far its task is, is a figure now that its goal is known, in place.
    """
    if goal.quantity.noun != "%" or goal.measure not in ("percent", "completion"):
        return []
    run: list[Reading] = []
    for r in reversed(before):
        of_goal = r.name.endswith(goal.own) and r.own and r.voice in ("report", "claim") and not r.bracket
        if r.sentence != goal.sentence or r.quantity.noun != "%" or not of_goal or r.measure in ("growth", "change"):
            break
        if r.voice == "claim" and not _RATE.search(r.lead):
            break
        run.insert(0, r)
    if len({r.name for r in run}) < max(2, len(run)):
        return []
    for r in run:
        r.voice, r.cued = "report", True
    return run


_RATE = sought(r"(?:率|进度|比例|占比)(?:已|约|近|仅|只|为|是|达到?|有)*\s?$")


def _in_front(goal: Reading, before: list[Reading]) -> list[Reading]:
    """分别增长4.1%和8.3%(目标均为6%以上): the figures of the clause that the bracket closes."""
    inside = _ALL.search(goal.lead) is not None
    last = before[-1] if before and (inside or _ALL.search(goal.clause_lead)) else None
    if last is None or last.bracket or last.voice != "report":
        return []
    beside = [r for r in before if r.clause_start == last.clause_start and r.measure == goal.measure and not r.bracket]
    behind = last.clause_start != goal.clause_start and not inside
    return beside if len(beside) > 1 or not behind else _run_before(goal, before)


def _run_before(goal: Reading, before: list[Reading]) -> list[Reading]:
    """城镇增长9.1%,农村增长9.3%,均高于年度目标(8%): the figures of its measure, each in a clause of its own."""
    run: list[Reading] = []
    for r in reversed(before):
        alike = r.measure == goal.measure and r.quantity.noun == goal.quantity.noun and not r.bracket and r.own
        if r.sentence != goal.sentence or r.voice != "report" or not alike:
            break
        run.insert(0, r)
    return run


def _last(many: int, goal: Reading, before: list[Reading]) -> list[Reading]:
    """As many of the last figures of the goal's measure in its sentence as it is said of, each with a name."""
    told = [r for r in before if r.sentence == goal.sentence and r.voice == "report" and not r.bracket and r.name]
    alike = [r for r in told if r.measure == goal.measure and r.quantity.noun == goal.quantity.noun]
    return alike[-many:] if len(alike) >= many else []
