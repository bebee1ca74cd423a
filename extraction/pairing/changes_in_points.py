"""A change in points that is promised in so many words, and told behind it as a change since last year.

    总体近视率下降0.8个百分点以上。监测显示总体近视率47.3%,比上年下降0.5个百分点。
    县域内就诊率提高1个百分点。县域内就诊率90.4%,比上年提高0.3个百分点。

The first says of no time that it came about; the second of the same thing and the same way does.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_UP, _DOWN = r"提高|提升|上升|增长|增加|扩大", r"下降|降低|减少|压减|缩小"
_PROMISED = sought(rf"(?P<way>{_UP}|{_DOWN})(?:至少|约)?\s?$")
_TOLD = sought(
    rf"[较比](?:上年|去年|20\d\d年|年初|上一?学年)(?:度|底|末|同期)?(?:的\d[\d.]*%)?(?P<way>{_UP}|{_DOWN})(?:了|约)?\s?$"
)
CUE = cue(_TOLD)
_OF_A_TIME = sought(
    r"较|(?<!占)比(?![例重率])|同比|已|目前|截至|累计|实际|现|\d月|季度|半年|[年季]底|以来|预计|将|力争"
)
_WAY_BEHIND = sought(rf"(?:{_UP}|{_DOWN})$")
_DOWNWARDS = sought(_DOWN)
_FAR, _ALIKE, _SHORTEST = 2, 0.5, 3  # sentences between the two; likeness of their names; characters of an end of one


def mark_changes_in_points(found: Sequence[Reading]) -> None:
    """Give the voice of a promise to such changes, in place."""
    for index, goal in enumerate(found):
        if goal.voice != "report" or goal.measure != "change" or goal.bracket or _OF_A_TIME.search(goal.clause_lead):
            continue
        said = _PROMISED.search(goal.lead)
        name = _WAY_BEHIND.sub("", goal.own)
        if said is None or len(names.folded(name)) < 2:
            continue
        behind = [r for r in found[index + 1 :] if 0 < r.sentence - goal.sentence <= _FAR]
        told = [r for r in behind if r.measure == "change" and not r.bracket and _TOLD.search(r.clause_lead)]
        if told and _same_way(said["way"], told[0]) and _same_thing(name, told[0].name):
            goal.voice, goal.cued, goal.settled, goal.own, goal.subject = "promise", True, True, name, name
            told[0].voice, told[0].subject = "report", name


def _same_thing(promised: str, told: str) -> bool:
    """住院政策范围内报销比例 and 报销比例 too."""
    one, other = names.folded(promised), names.folded(told)
    short, long = sorted((one, other), key=len)
    return names.likeness(promised, told) >= _ALIKE or (len(short) >= _SHORTEST and long.endswith(short))


def _same_way(way: str, told: Reading) -> bool:
    said = _TOLD.search(told.clause_lead)
    down = said is not None and _DOWNWARDS.fullmatch(said["way"]) is not None
    return said is not None and down == (_DOWNWARDS.fullmatch(way) is not None)
