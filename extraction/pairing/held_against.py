"""A figure held against its goal right behind it: 接种率65.8%,低于市定77%的目标; 床位31张,未达到中期33张的要求.

Whatever its place (a heading of one sentence promises), the first is told, and the second is its goal.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.sentences.readings import Reading
from extraction.sought import sought

_HELD = sought(
    r"[,、]?\s?(?:仍|还|略|均|已|尚)?(?:低于|高于|差于|未达到?|没有?达到|[不未]到|达不到|不足|超过|超出|不及|优于|高出)(?![^,。;\d]{0,8}(?:全国|全省|全市|平均|上年|去年|同期|年初(?!目标|确定|定)))[^,。;\d]{0,8}"
)
_NEAR = 4  # numbers before the two
_GOAL = sought(r"(?:以上|左右|以内)?的?(?:年度|全年|考核|工作|既定)?(?:目标|要求|任务|指标)(?!进度)")


def mark_held_against(text: str, found: Sequence[Reading]) -> None:
    """Give such figures and goals their voices, in place."""
    for index, (figure, goal) in enumerate(pairwise(found)):
        alike = figure.quantity.noun == goal.quantity.noun != "" and figure.sentence == goal.sentence
        mean = {figure.voice, goal.voice} <= {"promise", "report"} and not (figure.bracket or goal.bracket)
        if not alike or not mean or not _HELD.fullmatch(text, figure.quantity.end, goal.start):
            continue
        figure = _called_so(found[max(0, index - _NEAR) : index], goal) or figure
        if _GOAL.match(text, goal.quantity.end) and figure.measure == goal.measure and figure.own:
            figure.voice, goal.voice, goal.cued, goal.compared = "report", "promise", True, True
            goal.own, goal.subject, goal.behind, goal.owner = "", figure.name, figure, figure.owner


def _called_so(before: Sequence[Reading], goal: Reading) -> Reading | None:
    """新增市级以上基地9个,其中省级3个,超过市级以上6个的任务: the figure that has the goal's own words."""
    if len(goal.own) < 3:
        return None
    alike = (r for r in before if r.sentence == goal.sentence and r.quantity.noun == goal.quantity.noun)
    return next((r for r in alike if r.voice in ("report", "promise") and goal.own in r.own and not r.bracket), None)
