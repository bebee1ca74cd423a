"""One goal in per cent for all owners of a list: 婚检率目标80%,全市平均76.4%,其中甲区83.2%,乙县仅62.7%.

What stands between the goal and the list is the whole's figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extraction.owners.rows import Row
from extraction.sentences.readings import Reading
from extraction.sought import sought

_BARE = sought(r"(?:仅|只|才|为|有|达到?|完成|是|均|也|已|目前|实际|约|近|[:(\s])*")
_OF_THE_WHOLE = sought(
    r"[,。;:)\s]*(?:截至[^,。;\d]{1,8},?|目前,?)?(?:全[省市县旗区州镇]|实际|我[省市县旗区])?(?:平均|总体|整体)?(?:水平)?(?:实际)?(?:完成|为|达到?|是|仅|已|[:])*\s?"
)


@dataclass(frozen=True, slots=True)
class CommonGoal:
    """The goal, and the figure of the whole where one stands behind it."""

    goal: Reading
    whole: Reading | None
    told: bool = False  # the whole's figure stands elsewhere

    def shared_out(self, found: Sequence[Reading], rows: Sequence[Row]) -> list[Reading]:
        """The readings with a goal of its own before the figure of each row."""
        name = self.goal.name
        if self.whole is not None:
            _answer(self.whole, self.goal)
        due = {id(row.readings[0]): row.owner for row in rows}
        out: list[Reading] = []
        alone = self.whole is None and not self.told  # nothing but the rows answers it
        for r in found:
            if alone and r is self.goal:
                continue
            if (owner := due.get(id(r))) is not None:
                _answer(r, self.goal)
                r.owner = owner
                out.append(replace(self.goal, owner=owner, own="", subject=name, behind=r))
            out.append(r)
        return out


def goal_for_all(text: str, head: str, before: Sequence[Reading], rows: Sequence[Row]) -> CommonGoal | None:
    """The goal that every row of the list answers."""
    alike = all(r.readings[0].quantity.noun == "%" and _BARE.fullmatch(r.words) for r in rows)
    if not alike or not before:
        return None
    held = _HELD.search(head)  # 要求10月底前开工率达到95%以上。开工率未达要求的有甲县(86.5%)
    if held is not None and _is_goal(text, before[-1], rows, held["rate"]):
        told = any(r.voice in ("report", "claim") and held["rate"] in r.lead for r in before)
        return CommonGoal(before[-1], None, told)
    if sought(r"增速|增幅|占比|比重|率").search(head):
        return None
    last, goal = before[-1], before[-2] if len(before) > 1 else None
    if goal is not None and _is_goal(text, goal, rows) and _is_whole(text, goal, last):
        return CommonGoal(goal, last)
    if not _is_goal(text, last, rows):
        return None
    told = any(r.voice == "report" and r.sentence == last.sentence and r.quantity.noun == "%" for r in before)
    return CommonGoal(last, None, told)


_HELD = sought(
    r"(?P<rate>[\u4e00-\u9fff]{1,6}率)(?:尚|仍|还)?(?:[未不]达到?|低于|没有?达到|不及|达不到)(?:[^,。;:\d]{0,6})(?:要求|目标)的"
)


def _is_goal(text: str, goal: Reading, rows: Sequence[Row], rate: str = "") -> bool:
    """Whether it is promised for all; `rate`: how far a work is may be promised, too, where the list is of that."""
    first = rows[0].readings[0]
    planned = goal.voice == "promise" and goal.owner is None and goal.quantity.noun == "%"
    lines = text.count("\n", goal.start, first.start)  # a rate that is named is known in the next paragraph as well
    near = lines <= (1 if rate else 0) and first.sentence - goal.sentence <= 2
    named = bool(rate) and (rate in goal.name or goal.name in rate)
    return planned and near and (named or (not rate and goal.measure != "completion"))


def _is_whole(text: str, goal: Reading, r: Reading) -> bool:
    words = sought(r"^(?:以上|左右|以内)").sub("", text[goal.quantity.end : r.start])
    return r.quantity.noun == "%" and not r.bracket and r.owner is None and _OF_THE_WHOLE.fullmatch(words) is not None


def _answer(r: Reading, goal: Reading) -> None:
    r.voice, r.measure, r.own, r.subject, r.part = "report", goal.measure, "", goal.name, False
