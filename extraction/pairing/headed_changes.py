"""A change in a heading that the story tells otherwise: 一、万车死亡率同比下降5% / 前三季度同比下降3.2%.

同比 tells as a rule. Where the story below tells the same change, dated, by another figure, the heading was the goal.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names, wording

_ONLY_COMPARED = sought(r"(?:同比|[较比](?:上年|去年)(?:同期)?)(?:增长|下降|提高|减少|降低|上升|压减)\s?$")
_TELLS = sought(r"已|目前|截至|累计|完成|实现|实际|\d月|季度|半年|今年|其中|分别|全[省市县区]")
_DATED = sought(r"\d月|季度|半年|目前|截至|已|实际|今年以来")


def mark_headed_changes(found: Sequence[Reading]) -> None:
    """Give such headings the voice of a promise, in place."""
    headed = [r for r in found if r.heading and r.measure == "growth"]
    if len(headed) != 1 or headed[0].voice != "report" or headed[0].bracket:
        return
    goal = headed[0]
    lead = _ONLY_COMPARED.sub("", goal.clause_lead)
    if lead == goal.clause_lead or _TELLS.search(lead) or len(names.folded(goal.own or goal.subject)) < 2:
        return
    told = [r for r in found if r.sentence > goal.sentence and r.measure == "growth" and not r.bracket]
    if not told or any(r.value == goal.value for r in told):
        return
    first = told[0]
    same = not names.folded(first.own) or names.likeness(goal.name, first.own) >= 0.8
    falls = (wording.FALL.search(goal.lead) is None) == (wording.FALL.search(first.lead) is None)
    if (
        first.voice == "report"
        and first.sentence == goal.sentence + 1
        and same
        and falls
        and _DATED.search(first.clause_lead)
    ):
        goal.voice, goal.cued = "promise", True
