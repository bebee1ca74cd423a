"""Several goals told at once behind the figures that they are of, in their order."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.pairing.list_labels import EACH
from extraction.sentences.readings import Reading
from extraction.sought import sought

_BARE_GOALS = sought(
    r"[,;]?\s?(?:\d项(?:指标|增速|增幅)?的?)?(?:全年|年度|年初)?(?:预期)?(?:增速|增长)?目标(?:任务)?(?:分别|依次)为?\s?"
)
_OF_THOSE_BEFORE = sought(  # 。两项目标分别为不低于90%、不低于70%: of as many figures in the sentence before
    r"\s?(?:(?:上述|以上|这|其)?[\d一二两三四五]项(?:指标|增速|增幅|任务|收入)?的?|[国省市县旗区州](?:里|定|级|上)?(?:下达)?的?|全年|年度"
    r"|年初|考核|(?:确定|下达|提出|安排|预定)的)*(?:预期|考核|年度|全年)?(?:目标任务|目标|任务|要求|计划|指标)(?:值|数|增速|增幅)?"
    r"(?:分别|依次)(?:为|是)?\s?(?:不低于|不少于|达到?|控制在|增长|下降)?\s?"
)
_SETTER = r"(?:[国省市县旗区州](?:里|定|级|上)?|全年|年度|年初|既定|预期|考核|向社会|公开)*"
_PLAN = r"(?:目标任务|目标|任务|计划|承诺|要求|指标|预期|下达|确定|安排)"
_ALL_ABOVE = sought(  # ,均高于8%、9%的预期目标; ,均超出年初承诺的6所、2000个
    rf",?\s?(?:均|都|全部)已?(?:[高低优快好]于|超过|超出|超额完成|达到|完成了?)(?P<plan>{_SETTER}{_PLAN}的?)?\s?"
)


def goals_by_position(found: Sequence[Reading]) -> None:
    """分别增长8.5%、10.4%(计划8%、9%): as many goals in the bracket as numbers of their unit before it.

    甲区完成412户,乙区完成298户(任务分别为400户、380户): each is its figure's owner's. Or in a clause of their own.
    """
    for index, first in enumerate(found):
        above, of_before = _above_them_all(found, index), _of_those_before(found, index)
        bracket, clause = first.bracket, _BARE_GOALS.fullmatch(first.clause_lead) is not None
        clause = clause or above or of_before
        inside = bool(index and bracket and found[index - 1].bracket) and not _counts_them(found[index - 1], first)
        if not (bracket or clause) or first.voice != "promise" or inside:
            continue
        goals = [r for r in found[index:] if r.bracket == bracket and r.clause_start == first.clause_start]
        before = [r for r in found[:index] if r.sentence == first.sentence and not r.bracket and r.voice == "report"]
        run = [r for r in before if r.clause_start == before[-1].clause_start] if before else []
        if len(run) < len(goals) and EACH.search(first.lead):  # A增长8.1%,B增长9.2%(目标分别为8%、8.5%)
            run = [r for r in before if r.quantity.noun in {g.quantity.noun for g in goals}][-len(goals) :]
        if len(run) < len(goals) and above:
            run = _just_as_many(before, goals)
        if not before and of_before:
            near = [r for r in found[:index] if first.sentence - len(goals) <= r.sentence < first.sentence]
            run = _just_as_many(near, goals)
        told, planned = ([r.quantity.noun for r in side] for side in (run, goals))
        alike = told == planned or {*told, *planned} == {first.quantity.noun}
        if len(goals) < 2 or any(g.voice != "promise" for g in goals):
            continue
        bare = all(sought(r"[、,和及与\s]*").fullmatch(goal.lead) for goal in goals[1:])  # no 力争420户
        if len(run) == len(goals) and alike:
            for goal, figure in zip(goals, run, strict=True):
                goal.behind, goal.own, goal.subject, goal.measure = figure, "", figure.name, figure.measure
                goal.owner = (figure.owner if bare else None) or goal.owner
        elif alike and bare and len({r.owner for r in run}) > 1:
            for goal in goals:
                goal.voice = "context"


def _counts_them(count: Reading, first: Reading) -> bool:
    """(两项目标分别为8%、10%): how many there are of them is no figure of the bracket."""
    return count.quantity.noun == "项" and count.clause_start == first.clause_start and bool(EACH.search(first.lead))


def _above_them_all(found: Sequence[Reading], index: int) -> bool:
    """均超出年初承诺的6所、2000个: goals all said to be passed; made such where a word calls them so, in place."""
    first = found[index]
    said = (
        _ALL_ABOVE.fullmatch(first.clause_lead) if first.tail.startswith(("、", "和")) and not first.bracket else None
    )
    if said is not None and said["plan"]:
        goals = [r for r in found[index:] if r.clause_start == first.clause_start]
        if len(_just_as_many([r for r in found[:index] if r.sentence == first.sentence], goals)) == len(goals) > 1:
            for goal in goals:
                goal.voice, goal.cued, goal.settled = "promise", True, True
    return said is not None


_THOSE = sought(r"\s?(?:(?:上述|以上|这|其)[\d一二两三四五]?项|[\d一二两三四五]项)")


_GOALS = sought(r"目标|计划|(?:全年|年度|年初)[^,。;\d]{0,6}任务")  # 两项指标分别增长8.6%和6.1% tells


def _of_those_before(found: Sequence[Reading], index: int) -> bool:
    """这两项的全年任务分别是70所、9万个: goals of the figures before; made such where as many stand there, in place."""
    first = found[index]
    if _OF_THOSE_BEFORE.fullmatch(first.clause_lead) is None:
        return False
    set_so = _THOSE.match(first.clause_lead) is not None and _GOALS.search(first.clause_lead) is not None
    if first.voice in ("report", "context", "promise") and not first.bracket and set_so:
        goals = [r for r in found[index:] if r.clause_start == first.clause_start]
        near = [r for r in found[:index] if r.sentence == first.sentence - 1]
        if len(_just_as_many(near, goals)) == len(goals) > 1:
            for goal in goals:
                goal.voice, goal.cued, goal.settled = "promise", True, True
            for count in found[:index]:
                if count.clause_start == first.clause_start:
                    count.voice = "context"
    return True


def _just_as_many(before: Sequence[Reading], goals: Sequence[Reading]) -> list[Reading]:
    """The last figures told before the goals, where their sentences hold just as many in the goals' units."""
    kinds = {(g.quantity.noun, g.measure) for g in goals}
    told = [r for r in before if r.voice == "report" and not (r.bracket or r.part)]
    alike = [r for r in told if (r.quantity.noun, r.measure) in kinds]
    if not alike and kinds == {("%", "percent")}:
        alike = [r for r in told if r.measure == "growth"]  # 增长8.8%;…增长10.3%。两项目标分别为9%、10%
    last = alike[-len(goals) :]
    begins = last[0].sentence if last else 0
    whole = len(last) == len(goals) and [r for r in alike if r.sentence >= begins] == last
    named = all(r.own for r in last) or (_are_growths(last) and len({r.name for r in last}) == len(last))
    return last if whole and named else []


def _are_growths(figures: Sequence[Reading]) -> bool:
    """Of figures that are told one by one: 收入1.8万元,增长8.8%;支出9200元,增长10.3%."""
    one_each = len({(r.sentence, r.clause_start) for r in figures}) == len(figures)
    return one_each and all(r.measure == "growth" and r.subject for r in figures)
