"""How far a work is and how far it shall be, both in per cent: it grows through the year, and is no rate.

国道改造完成86%,年度目标100%                   all of it by December: 86% in September is ahead
图书馆项目形象进度目标90%,目前达到71%           progress, by the goal's own word
年度监督检查任务完成率100%,目前完成率74%         the first is what shall be, and no answer
学校建设完成工程进度62%,年度目标完成80%          the second is

A name with a rate's own word (污水处理率, 覆盖面) stays a rate. What is to be all done, beside how far the bureau says
it is, needs no row of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought

_RATED = sought(r"率|占比|比[重例]|[度面数值]$|比$|份额|覆盖")
_DID = sought(
    r"完成(?:了)?(?:率|比例)?(?:总?工程量|总工作量|工程(?:总量|进度)|施工|主体(?:工程|结构|施工)?|年度任务|任务|总量)*的?(?:为|达到?|约|近)?\s?$"
    r"|进度(?:已|仅|目前)*(?:为|达到?|完成)?(?:约|近)?\s?$"
)
_PROGRESS = sought(r"进度")
_GOAL = sought(
    r"(?:年度|全年|今年|年内|年底)(?:的)?(?:目标|任务|计划)(?:任务)?(?:为|是|要求)?(?:完成|达到)*(?:率|进度)?(?:为|达到?)?\s?$"
    r"|(?:计划|力争|确保|要求)(?:到|在|于)?(?:年底|年末|年内|12月底?)(?:之?前)?(?:完成|达到)(?:率|进度)?(?:为|到|至)?\s?$"
)
_SET = sought(r"(?:年度|全年|今年)[^,。;:]{0,24}(?:任务|工作|计划|投资|项目)(?:量)?完成率(?:达到?|为)?\s?$")
_NOW = sought(r"^[,;、\s]*(?:目前|截至|1-\d{1,2}月|现|实际|前三季度|上半年|已)")
CUE = cue(_DID)
_ALL = 100
_AGGREGATE = sought(  # 固定资产投资年度目标11%,完成8.6%: what grows by so much, and is no work
    r"^(?:(?!项目|工程)[\u4e00-\u9fff]){0,10}(?:GDP|生产总值|增加值|总产值|零售(?:总?额)?|社零(?:总额)?|消费品|进出口(?:总额)?|出口(?:总?额)?|销售(?:总?额)?|营业额|营收|预算收入|可支配收入|居民收入|税收|投资)$"
)
_MOST_GROWTH = 30  # per cent: nobody plans to do so little of a work in a year


def mark_shares_of_works(found: Sequence[Reading]) -> None:
    """Give such goals and what is told of them the measure of completion, in place."""
    rates = [r for r in found if r.quantity.noun == "%" and not r.bracket]
    for told, goal in _beside(rates):
        if goal.voice == "claim":
            goal.voice, goal.cued, goal.settled = "promise", True, True
        goal.measure = told.measure = "completion"
        if told.voice == "claim":
            told.own = told.subject = goal.own = goal.subject = told.name or goal.name
            if goal.value == _ALL:
                goal.voice = "context"


def _beside(rates: Sequence[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """Each work's share that is told, with its goal."""
    for at, goal in enumerate(rates):
        if not _is_goal(goal) or _RATED.search(goal.name) or _grows(goal):
            continue
        near = [*rates[max(0, at - 4) : at], *rates[at + 1 : at + 2]]
        alike = [r for r in near if _is_told(r, goal)]
        told = goal.behind if goal.behind in alike else alike[-1] if len(alike) == 1 else None
        if told is not None:
            yield told, goal


def _grows(goal: Reading) -> bool:
    """Whether the goal is how much an aggregate of the economy shall grow."""
    return goal.value <= _MOST_GROWTH and _AGGREGATE.search(goal.name) is not None


def _is_goal(r: Reading) -> bool:
    """Whether it is a goal by its words, if not by its voice."""
    if r.voice == "promise":
        return r.measure == "percent" and r.value <= _ALL
    return r.voice == "claim" and (
        _GOAL.search(r.lead) is not None or (r.value == _ALL and _SET.search(r.lead) is not None)
    )


def _is_told(r: Reading, goal: Reading) -> bool:
    """Whether it tells how far the very work is."""
    said = r.voice in ("report", "claim") and r.measure in ("percent", "completion") and not _is_goal(r)
    if not said or r.sentence != goal.sentence or r.owner != goal.owner or not 0 <= r.value <= _ALL:
        return False
    if r.start > goal.start and _NOW.search(r.clause_lead) is None:
        return False
    progress = _PROGRESS.search(goal.lead) is not None or _DID.search(r.lead) is not None
    return progress and r.name == goal.name
