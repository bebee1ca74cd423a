"""A change in a heading that the story tells otherwise: 一、万车死亡率同比下降5% / 前三季度同比下降3.2%.

同比 tells as a rule. Where the story below tells the same change, dated, by another figure, the heading was the goal;
so were several side by side (化肥、农药使用量比上年分别下降1.5%和3%) that it tells in their order.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names, wording

_ONLY_COMPARED = sought(
    r"(?:分别)?(?:同比|[较比](?:上年|去年|20\d\d年|基准年)(?:同期)?)(?:分别)?(?:增长|下降|提高|减少|降低|上升|压减|削减)(?:\d[\d.]*%\s?[、和及与]\s?)*$"
)
_CHANGES = sought(r"(?:分别|依次)(?:增长|下降|提高|减少|降低|上升|压减|削减)(?:\d[\d.]*%\s?[、和及与]\s?)*$")
_TELLS = sought(r"自[查测评报]|上报|初步|已|目前|截至|累计|完成|实现|实际|\d月|季度|半年|今年|其中|全[省市县旗区]")
_DATED = sought(r"\d月|季度|半年|目前|截至|已|实际|今年以来|全年|核算|统计")
_MOST = 4  # changes of one heading


def mark_headed_changes(found: Sequence[Reading]) -> None:
    """Give such headings the voice of a promise, in place."""
    goals = [r for r in found if r.heading and r.measure == "growth"] or _opening(found)
    if not 0 < len(goals) <= _MOST or any(r.voice != "report" or r.bracket for r in goals):
        return
    lead = (_ONLY_COMPARED if goals[0].heading else _CHANGES).sub("", goals[-1].clause_lead)
    one = len({(r.sentence, r.clause_start) for r in goals}) == 1
    if not one or lead == goals[-1].clause_lead or _TELLS.search(lead) or len(names.folded(_name(goals[0]))) < 2:
        return
    behind = [r for r in found if r.sentence > goals[-1].sentence]
    told = [r for r in behind if r.measure == "growth" and not r.bracket]
    first = told[: len(goals)]
    if len(first) < len(goals) or _is_told_again(goals, told):
        return
    begins = [r.clause_lead for r in behind if r.sentence == first[0].sentence and r.start <= first[0].start]
    named = len(goals) > 1 and any(names.likeness(_name(g), _name(r)) >= 0.8 for g, r in zip(goals, first, strict=True))
    named = named or (len(goals) > 1 and _tells_as_many(found, goals, first[0]))
    dated = named or any(_DATED.search(words) for words in begins)
    at_once = first[0].sentence == goals[-1].sentence + 1
    if at_once and dated and all(_same_change(g, r, len(goals) > 1) for g, r in zip(goals, first, strict=True)):
        for goal in goals:
            goal.voice, goal.cued = "promise", True


def _opening(found: Sequence[Reading]) -> list[Reading]:
    """Several side by side in the item's first sentence, which the next tells of as so many: 四项分别下降."""
    goals = [r for r in found if r.sentence == found[0].sentence and r.measure == "growth"] if found else []
    behind = next((r for r in found if goals and r.sentence == goals[0].sentence + 1 and r.measure == "growth"), None)
    several = len(goals) > 1 and behind is not None and _tells_as_many(found, goals, behind)
    return goals if several and all(r.clause_start == goals[0].clause_start for r in goals) else []


_EACH_AGAIN = sought(
    r"(?:分别|依次)(?:同比|[较比](?:上年|去年|20\d\d年))?(?:下降|降低|减少|削减|压减|增长|提高|上升)\s?$"
)


_WITHIN_THE_YEAR = sought(r"[较比](?!上年|去年|20\d\d年)|环比|扣除")


def _tells_as_many(found: Sequence[Reading], goals: Sequence[Reading], behind: Reading) -> bool:
    """经省里核算,分别下降2.1%、2.4%: as many of their kind, without names of their own; or 四项分别下降."""
    if wording.OF_SO_MANY.search(behind.clause_lead):
        return True
    if _WITHIN_THE_YEAR.search(behind.clause_lead):
        return False  # 较上半年分别提高0.2%、0.3%
    run = [r for r in found if r.clause_start == behind.clause_start and r.sentence == behind.sentence]
    alike = len(run) == len(goals) and all(r.measure == "growth" and not r.bracket for r in run)
    return alike and not any(names.folded(r.own) for r in run) and _EACH_AGAIN.search(behind.clause_lead) is not None


def _is_told_again(goals: Sequence[Reading], told: Sequence[Reading]) -> bool:
    """Whether the story only repeats the heading: by one figure of its, of several by each in its place."""
    if len(goals) == 1:
        return any(r.value == goals[0].value for r in told)
    return all(r.value == g.value for g, r in zip(goals, told, strict=False))


def _name(r: Reading) -> str:
    return r.own or r.subject


def _same_change(goal: Reading, told: Reading, in_order: bool) -> bool:
    """Whether both rise or both fall, and of one thing: by its name, or several in their order."""
    same = in_order or not names.folded(told.own) or names.likeness(goal.name, told.own) >= 0.8
    falls = (wording.FALL.search(goal.clause_lead) is None) == (wording.FALL.search(told.clause_lead) is None)
    return told.voice == "report" and same and falls
