"""前者 and 后者: which of the two numbers before them is answered.

    全年核增编制300名、轮岗比例不低于15%,前者已下达210名,后者达到18.2%。
    今年新建公园4座、改造绿道36公里。前者建成3座,后者完成41公里。

The numbers told under 前者 answer the first of the last two that stand before it, those under 后者 the second: what
they are told of was promised.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extraction.cues import cue
from extraction.numbers import units
from extraction.sentences.readings import Reading
from extraction.sought import sought

_POINTED = sought(r"[,;、]?\s?(?:其中)?,?(?P<which>前者|后者)")
CUE = cue(_POINTED)
_EARLIER = sought(r"(?:去年|上年|同期)[^,。;]*$")
_THOUGHT = sought(r"预计|预测|有望|将|力争|下一步|拟")
_OPEN = ("promise", "report", "forecast")  # 全年新建8家 in a report of nine months looks ahead, as plans do
_REPORTED = sought(
    r"已|目前|截至|累计|完成|实现|同比|[分均]别?为|现有|达到?\s?$"
)  # what stands so before 前者 was told, not promised
_COMPARES = sought(r"[比较](?:后者|前者|上年|去年)|[高低多少]于|占")
_PAID = sought(r"(?:前者|后者)[^,。;\d]{0,4}(?:已|共|累计|实际|合计)[^,。;]*$")
_OTHERS = ("base", "peer", "gap", "claim")


@dataclass(frozen=True, slots=True)
class _Pair:
    former: Reading
    latter: Reading


def answer_pairs(found: Sequence[Reading]) -> None:
    """Name what is told under 前者 and 后者 by the number that it answers, which was promised then, in place."""
    pair: _Pair | None = None
    pointed = ""
    for index, reading in enumerate(found):
        match = _POINTED.match(reading.clause_lead)
        if match is None:
            pointed = pointed if _goes_on(found, index) else ""
        elif match["which"] == "前者":
            pair, pointed = _pair_before(found[:index], reading), match["which"]
        else:
            pointed = match["which"]
        if pair is not None and pointed:
            _answer(pair.former if pointed == "前者" else pair.latter, reading)
        elif pointed and reading.voice in _OPEN and _PAID.search(reading.clause_lead):
            reading.voice = "context"  # of two that no number was told of before


def _goes_on(found: Sequence[Reading], index: int) -> bool:
    """后者轮岗31名,占应轮岗的18.2%: the next clause of the sentence speaks of the same."""
    return index > 0 and found[index - 1].sentence == found[index].sentence and not found[index].bracket


def _pair_before(before: Sequence[Reading], reading: Reading) -> _Pair | None:
    near = [r for r in before if not r.bracket and not r.part and reading.sentence - r.sentence <= 1]
    last = [r for r in near if r.voice in _OPEN and not _THOUGHT.search(r.clause_lead)][-2:]
    alike = len(last) == 2 and last[0].clause_start <= last[1].clause_start and last[0].sentence == last[1].sentence
    return _Pair(*last) if alike and all(r.name for r in last) else None


def _answer(goal: Reading, told: Reading) -> None:
    """The number of the goal's own measure and unit is its answer; any other one is told beside it."""
    unfit = told.bracket or told.voice in _OTHERS or _EARLIER.search(told.clause_lead) is not None
    if unfit or _THOUGHT.search(told.clause_lead) or (goal.voice != "promise" and _REPORTED.search(goal.clause_lead)):
        return
    share = goal.measure == "percent" and told.measure == "percent"
    if _COMPARES.search(told.clause_lead) and not share:
        return
    same = told.measure == goal.measure and units.fits(told.quantity.noun, goal.quantity.noun)
    told.own, told.subject, told.voice = "", goal.name, "report" if same else "context"
    if same and goal.voice in ("report", "forecast"):
        goal.voice, goal.cued = "promise", True
