"""A goal that the next steps only aim at, and what the rest of the year shall give of it.

下一步,紧盯全年260套住房筹集目标,四季度再筹集71套: the goal is called what stands behind its number,
and is no second one where it was set before; what a later quarter shall give answers nothing, whatever the weights say.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.outline.headings import NEXT_STEPS
from extraction.outline.items import Item
from extraction.promises.links import Scope
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import wording

_AIMS = r"(?:紧盯|围绕|对照|瞄准|聚焦|锚定|对标|紧扣|盯紧|咬定|紧紧围绕|牢牢把握)(?:住|着|好)?"
_AIMED = sought(rf"{_AIMS}(?:完成|实现)?(?P<name>[^,;。\d]{{0,12}})$")
_GOAL = sought(r"(?P<sign>以上|左右)?的?(?P<name>[^,;。()\d]{0,12}?)(?:的)?(?:目标任务|目标|任务)")
_OF_YEAR = sought(r"^(?:全年|年度|年初|今年|[省市县旗区]|下达|既?定|目标|任务|计划|的)+")
_LATER = sought(
    r"(?:第?四季度|下半年|10-12月|1[0-2]月份?|后[一两三四五六]个?月|(?:余下|剩余|最后)[^,。;\d]{0,6})[^,。;:\d]{0,16}$"
)
CUE = cue(_AIMED)


def name_aimed(text: str, item: Item, found: Sequence[Reading]) -> None:
    """Give such goals their names, and leave what is still to come behind them, in place."""
    aimed: Reading | None = None
    for r in found:
        if aimed is not None and r.sentence == aimed.sentence and _LATER.search(r.clause_lead):
            r.voice, r.settled, r.outlook = "forecast", True, True
        elif r.voice in ("promise", "forecast") and is_aimed(r) and _is_ahead(text, item, r):
            aimed = r
            _name(r, [b for b in found if b.start < r.start])


def is_aimed(r: Reading) -> bool:
    """Whether the number is a goal that is aimed at."""
    return r.measure == "amount" and _AIMED.search(r.clause_lead) is not None and _GOAL.match(r.tail) is not None


def _is_ahead(text: str, item: Item, r: Reading) -> bool:
    """Whether its sentence turns to the next steps, or a heading above does."""
    turned = wording.PLANNED_NEXT.search(text, item.sentences[r.sentence].start, r.start) is not None
    return turned or any(NEXT_STEPS.search(title) for title in (*item.above, item.title))


def _name(r: Reading, before_it: Sequence[Reading]) -> None:
    before, behind = _AIMED.search(r.clause_lead), _GOAL.match(r.tail)
    named = behind["name"] if behind else ""
    named = named or (_OF_YEAR.sub("", before["name"]) if before else "")
    told = {
        b.name
        for b in before_it
        if b.voice == "report" and b.quantity.noun == r.quantity.noun and not (b.bracket or b.part) and b.base < r.base
    }
    r.own = r.subject = named or (told.pop() if len(told) == 1 else "")
    r.outlook = True


def leave_set_before(scopes: Sequence[Scope]) -> None:
    """Of the goals aimed at, those that an earlier task has set promise nothing again, in place."""
    for index, scope in enumerate(scopes):
        again = [p for p in scope.promises if is_aimed(p.reading) and p.reading.outlook]
        if not again:
            continue
        before = [p for s in scopes[:index] for p in s.promises]
        known = {(p.reading.base, p.target.noun, p.measure) for p in before}
        scope.promises[:] = [
            p for p in scope.promises if p not in again or (p.reading.base, p.target.noun, p.measure) not in known
        ]
