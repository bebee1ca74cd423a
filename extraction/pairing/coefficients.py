"""Two bare figures of a coefficient, the first to be reached, the second where it stands.

渠系水利用系数:市下达0.612,完成0.608
亿元产值死亡率控制指标0.021,实际0.018
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

NAMED = sought(r"(?:系数|死亡率|亡人率|指数|弹性|PQI|PCI|SCI|容积率|压减比|产出比|师生比)(?:\([A-Za-z\d]{1,6}\))?")
_GOAL = sought(
    r"(?P<name>[^,。;:]{0,40}?)(?:[由从](?:去年|上年|年初)?(?:的)?[\d.]+)?(?:[国省市县旗区]?(?:年度|全年|今年)?(?:下达|控制|考核|约束性?|目标|指标|任务|要求|计划|上级|[省市县旗]定|[数值])+|达到?|不[高低]于|提[高升][到至]|降[低到至]+)"
    r"(?:为|是|[:])?\s?"
)
_STANDS = sought(
    r"[,、;(]?\s?(?:目前|现|实际|截至[^,。;]{1,8},?|(?:1-)?\d{1,2}月[底末份]?|前?[一二三]季度末?|上半年末?|年底|当前)?(?:实际|现)?(?:值)?"
    r"(?:为|完成|达到?|测算|是)?(?:为)?\s?"
)
CUE = cue(NAMED)
_NEAR = 20  # characters between the two
_MOST = 3  # times the one that the other may be


def mark_coefficients(found: Sequence[Reading]) -> None:
    """Give the two their voices, in place."""
    for goal, told in pairwise(found):
        bare = all(not r.quantity.unit and r.measure in ("amount", "index") and r.value > 0 for r in (goal, told))
        if (
            not bare
            or goal.bracket
            or told.start - goal.quantity.end > _NEAR
            or goal.voice not in ("context", "report")
        ):
            continue
        if not goal.value / _MOST <= told.value <= goal.value * _MOST or not _STANDS.fullmatch(told.lead):
            continue
        said = _GOAL.fullmatch(goal.clause_lead)
        name = said["name"] or goal.subject if said is not None else ""
        if told.voice in ("context", "report") and NAMED.search(name) and len(names.folded(name)) >= 3:
            goal.voice, goal.cued, goal.own, goal.subject = "promise", True, name, name
            told.voice, told.cued, told.own, told.subject, told.measure = "report", True, "", name, goal.measure
