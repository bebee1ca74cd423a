"""Goals that stand together behind the figures that they are for, in the figures' order.

职业培训5.63万人次,其中创业培训8740人,完成5.5万人次、8500人的目标。
按期结案率95.1%,调解成功率63.7%,均超过90%、60%的省定标准。
污水处理率95.2%,再生水利用率31.5%,均达到年度目标(95%、30%)。
发生事故3起、死亡3人,年度控制指标为6起、6人。
合格率96%,检出量14毫克,同比分别提高0.4个百分点、下降3%,优于市定95%、16毫克的目标: not the changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from extraction.sentences.goal_phrases import stands_as_goal
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import wording
from extraction.words.directions import lower_is_better


def name_in_order(found: Sequence[Reading]) -> None:
    """Give each goal of such a run the name, the measure and the answer that its place says, in place."""
    _mark_held_against(found)
    for index, first in enumerate(found):
        run = _run(found, index) if first.voice == "promise" else []
        nameless = first.cued and not any(r.own for r in run)
        if len(run) < 2 or not (stands_as_goal(run[-1].tail) or nameless):
            continue
        figures = _figures(found[:index], run)
        if not figures:
            continue
        said = first.clause_lead if first.bracket and _SINCE.search(first.lead) else first.lead  # …、同比下降3%,优于(
        for goal, figure in zip(run, figures, strict=True):
            goal.own, goal.subject, goal.measure, goal.part = "", figure.name, figure.measure, False
            goal.behind, goal.cued = figure, True
            goal.compared = goal.compared or _SHORT_OF.search(first.lead) is not None
            goal.lead = figure.lead if figure.measure == "growth" and figure.value < 0 else said


_HELD = sought(  # ,均优于市定: the setter stands before the numbers, and the goal's own word behind the last
    r"[,、]?\s?(?:均|都|全部|也|仍|略|尚)?已?(?:[高低优快好]于|超过|超出|(?:未|没有|不)?达到|未达)[国省市县旗区州](?:里|级|上)?"
    r"(?:既定|定|下达|确定|要求|规定)?的?\s?"
)
_AND = sought(r"\s?[、和与及]\s?")
_AS_TASK = sought(
    r"\s?(?:以上|以内|以下)?的?(?:年度|全年|考核|工作|既定|预期|控制)?(?:目标|要求|任务|指标|标准)(?!进度)"
)


def _mark_held_against(found: Sequence[Reading]) -> None:
    """未达到市定92%、18微克的目标: what figures side by side are held against is a goal to the first, in place."""
    for index, first in enumerate(found):
        if first.bracket or first.voice not in ("report", "promise", "peer") or not _HELD.fullmatch(first.clause_lead):
            continue
        rest = takewhile(lambda r, at=first.clause_start: r.clause_start == at, found[index + 1 :])  # type: ignore[misc]
        run = [first, *takewhile(lambda r: _AND.fullmatch(r.lead), rest)]
        if len(run) < 2 or not _AS_TASK.match(run[-1].tail) or any(r.own for r in run[1:]):
            continue
        if _figures(found[:index], run):
            for goal in run:
                goal.voice, goal.cued = "promise", True


_SHORT_OF = sought(r"(?:低于|少于|不足|不及|未达到?|没有达到)[^,;\d]{0,8}$")
_TURN = sought(r"增|涨|降|减|升|缩|压")
_POLLUTES = sought(r"化学需氧量|氨氮|二氧化硫|氮氧化物|总磷|挥发性有机物")  # tons of it are cut


def fall_as_told(found: Sequence[Reading]) -> None:
    """排放量下降14.2%,目标12.8%: of what shall grow less, the goal of a figure that fell is a fall too; in place."""
    for index, goal in enumerate(found):
        if goal.voice != "promise" or goal.measure not in ("growth", "change") or _TURN.search(goal.lead):
            continue
        told = [r for r in found[:index] if r.voice == "report" and r.sentence == goal.sentence]
        of = goal.behind or next((r for r in reversed(told) if r.name == goal.name and r.measure == goal.measure), None)
        meant = of is not None and (lower_is_better(of.name) or _POLLUTES.search(of.name))
        if of is not None and meant and of.value < 0 < goal.value:
            goal.lead = "下降"


def _run(found: Sequence[Reading], index: int) -> list[Reading]:
    """The goals of one clause from here on; none where the one before belongs to them."""
    first = found[index]
    told_first = _HELD.fullmatch(first.clause_lead) is not None  # the heading of one sentence tells
    if (first.heading and not told_first) or not _is_of(first, first) or (index and _is_of(found[index - 1], first)):
        return []
    run = [first]
    for r in found[index + 1 :]:
        if not _is_of(r, first) or (r.bracket and r.start - run[-1].quantity.end > _BESIDE):
            break
        run.append(r)
    return run


def _is_of(r: Reading, first: Reading) -> bool:
    same = r.sentence == first.sentence and r.clause_start == first.clause_start and r.bracket == first.bracket
    placed = not r.bracket or _ALL_OF_THEM.search(r.clause_lead) is not None
    return same and placed and r.voice == "promise" and (r.behind is None or not r.own)


_ALL_OF_THEM = sought(
    r"(?:均|都|分别|依次|全部|[高低优快好]于|未达到?)(?:[^,;。\d占完]){0,12}$"
)  # 均达到年度目标(95%、30%)
_BESIDE = 2  # characters between two goals of one bracket


def _figures(before: Sequence[Reading], run: Sequence[Reading]) -> list[Reading]:
    """The last figures of the sentence, where they are as many and of the same units in the same order."""
    told = [r for r in before if r.sentence == run[0].sentence and not r.bracket and r.voice != "context"]
    nouns = {r.quantity.noun for r in run}
    told = [r for r in told if r.quantity.noun in nouns and r.voice == "report" and not _is_change(r)]
    figures = [r for r in told if r.own][-len(run) :]
    if not _fit(figures, run) or len({f.name for f in figures}) < len(run):
        # 城乡居民收入分别增长7.6%、9.1%,均高于7.5%、8.5%的目标: one name for all of a clause
        figures = [r for r in told if r.clause_start == told[-1].clause_start]
        alone = bool(figures) and bool(_EACH.search(figures[0].clause_lead)) and not any(r.own for r in figures[1:])
        return figures if alone and _fit(figures, run) else []
    return figures


_SINCE = sought(r"同比|环比|[较比](?:上年|去年)")


def _is_change(r: Reading) -> bool:
    """同比分别上升1.2个百分点、下降6.1%: how far the figures before it went since last year."""
    return not r.own and r.measure in ("growth", "change") and _SINCE.search(r.clause_lead) is not None


def _fit(figures: Sequence[Reading], run: Sequence[Reading]) -> bool:
    return [f.quantity.noun for f in figures] == [g.quantity.noun for g in run]


_EACH = sought(r"分别|依次")
_OF_ALL = sought(r"累计|达到?\s?$|总数|总量|增长|下降|同比|其中|涉及|支持|占|为\s?$")
_TOLD = sought(r"已|累计|完成|目前|截至|实际|\d月|季度|现(?!代|场)|去年|上年|其中|审核|受理|申请")


def plans_before_each(found: Sequence[Reading]) -> None:
    """补贴5100人、护理补贴6200人,分别发放5236人、6411人: what is answered by position is planned; in place."""
    for index, first in enumerate(found):
        if first.voice != "report" or first.bracket or first.measure != "amount" or not _EACH.search(first.clause_lead):
            continue
        if found[index - 1].clause_start == first.clause_start or _OF_ALL.search(first.clause_lead):
            continue
        run = list(takewhile(lambda r, at=first.clause_start: r.clause_start == at, found[index:]))  # type: ignore[misc]
        plans = found[max(0, index - len(run)) : index]
        if len(run) > 1 and wording.DID.search(first.clause_lead) and _are_plans(plans, run):
            for plan in plans:
                plan.voice, plan.cued = "promise", True


def _are_plans(plans: Sequence[Reading], run: Sequence[Reading]) -> bool:
    """Whether as many numbers of the same units stand side by side before the run, of which nothing is told."""
    if [p.quantity.noun for p in plans] != [r.quantity.noun for r in run] or _TOLD.search(plans[0].clause_lead):
        return False
    beside = {(p.sentence, p.clause_start) for p in plans} == {(run[0].sentence, plans[0].clause_start)}
    plain = all(p.voice == "report" and p.own and not (p.bracket or p.part) for p in plans)
    return beside and plain and all(p.base / 4 < r.base < p.base * 3 for p, r in zip(plans, run, strict=True))
