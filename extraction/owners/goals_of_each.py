"""Goals in per cent that differ by place, and what came of each.

    比例目标90%,其中甲县95%、乙县82%。1-9月甲县91%、乙县83%。

That the same places are told again behind the list shows that the first figures are their goals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.owners.rows import Row
from extraction.sentences.readings import Reading
from extraction.sought import sought

_RIGHT_BEHIND = sought(r"(?:左右|以上)?[,、;:]?\s?(?:其中)?[:,]?\s?")
_BARE = sought(r"(?:仅|只|才|为|有|达到?|完成|是|均|也|已|目前|实际|约|近|[:(\s])*")
_FRAME = sought(r"(?:的?(?:年度|全年|预期|考核)*(?:目标|任务|计划)(?:任务|值)?(?:为|是)?)?(?:全[省市县旗区州])?$")
_OF_ALL = sought(r"全[省市县旗区州](?:仅|为|达到?|完成|是|平均|[:\s])*$")
_FAR = 3  # sentences behind the goals in which the answers stand


def tell_goals_of_each(text: str, before: Sequence[Reading], rows: Sequence[Row], found: Sequence[Reading]) -> bool:
    """Give the goal of each place and its answer their voices, in place; False where the list is no such."""
    goal = before[-1] if before else None
    if goal is None or goal.voice != "promise" or goal.quantity.noun != "%" or goal.bracket or goal.owner is not None:
        return False
    if any(len(row.readings) != 1 and row is not rows[-1] for row in rows):
        return False
    if not all(row.readings[0].quantity.noun == "%" and _BARE.fullmatch(row.words) for row in rows):
        return False
    first = rows[0].readings[0]
    if goal.sentence != first.sentence or _between(text, goal, rows[0]) is None:
        return False
    rows = [row for row in rows if row.readings[0].sentence == goal.sentence]
    last = rows[-1].readings[0]
    behind = [
        r
        for r in found
        if r.start > last.start and 0 < r.sentence - last.sentence <= _FAR and r.quantity.noun == "%" and not r.bracket
    ]
    told = {row.owner: r for row in rows if (r := _told(text, row.owner, behind)) is not None}
    if len(rows) < 2 or len(told) < len(rows):
        return False
    name = _FRAME.sub("", goal.name)
    for row in rows:
        _say(row.readings[0], "promise", row.owner, name, goal)
        _say(told[row.owner], "report", row.owner, name, goal)
    goal.own = goal.subject = name
    if (whole := next((r for r in behind if _OF_ALL.search(r.lead)), None)) is not None:
        _say(whole, "report", None, name, goal)
    return True


def _between(text: str, goal: Reading, row: Row) -> re.Match[str] | None:
    """What parts the goal from the first place: nothing that could tell of it."""
    at = text.rfind(row.owner, goal.quantity.end, row.readings[0].start)
    return _RIGHT_BEHIND.fullmatch(text, goal.quantity.end, at) if at >= 0 else None


def _told(text: str, owner: str, behind: Sequence[Reading]) -> Reading | None:
    """The first figure that stands right behind the place's name."""
    for r in behind:
        at = text.rfind(owner, max(0, r.start - len(owner) - 8), r.start)
        if at >= 0 and _BARE.fullmatch(text, at + len(owner), r.start) is not None:
            return r
    return None


def _say(r: Reading, voice: str, owner: str | None, name: str, goal: Reading) -> None:
    r.voice = "promise" if voice == "promise" else "report"
    r.measure, r.owner, r.own, r.subject, r.part, r.cued = goal.measure, owner, "", name, False, True
    r.settled = True
