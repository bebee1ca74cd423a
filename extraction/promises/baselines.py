"""Where a level stood when the year began, as far as the text tells: then what was added of it can be paced.

总数达到400家。目前365家(年初352家)       the year's beginning in brackets, or behind a comma
目前365家,较年初增加13家                 the figure without what the year added
由18家增加到30家,目前26家                where the promised change begins
漏损率由14%降至10%以下,目前11.2%          a fall as well: what has a way to go down is no limit broken on the way
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.numbers.cut_to import CUT_TO
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought

_THEN = sought(r"(?:年初|去年[底末]|上年[底末]|上年度末)(?:的|时)?(?:为|有|仅|是|只有|共有|达)?\s?$")
_SINCE = sought(
    r"[比较](?:年初|去年[底末]|上年[底末])(?:(?P<up>净?增加?|新增|增长|多|提[高升]|上升)|(?P<down>减少|减|降低|下降|少))(?:了|约|近)?\s?$"
)
_FROM = sought(r"[由从](?:目前|原来|现[在有]?|年初|去年[底末]?|上年[底末]?|20\d\d年(?:[底末])?)?(?:的)?(?:约)?\s?$")
_KEPT = sought(r"(?:稳定|保持|维持|控制)在")  # what is kept is not climbed to
_LAST_YEAR = sought(r"(?:去年|上年)(?:同期)?(?:的)?(?:为|是|达)?\s?$")
_FALLS_TO = sought(rf"(?:{CUT_TO}|(?:回落|收窄)[到至])(?:(?:今年|本年)?年?[底末]的?)?\s?$")
_CHANGES_TO = sought(
    r"[^,。;、\d]{0,2}(?:提[高升]|增[加长]?|扩大|上升|降低?|下降|减少|压减|回落|收窄)[到至](?:今年|本年)?(?:年?[底末])?的?"
)
_STOOD = sought(r"(?:去年|上年|(?P<year>20\d\d)年)年?[底末],?[^,。;、\d]{2,16}?(?:为|有|达到?|共)?\s?")
_GOAL_OF = sought(r"(?:^|[,、])(?:今年|(?P<year>20\d\d)年)[^,。;\d]{0,8}(?:目标|计划|任务|达到)")
_NEAR = 40  # characters


_IS_THERE = sought(
    r"(?<!新增)在(?:岗|册|编|校|读|园|籍|田|栏|职|训)(?:人数|人员|总数)?(?:共有?|有|为|达到?)?(?:约|近)?\s?$"
)


def stood_then(reading: Reading) -> bool:
    """Whether the number says where it stood when the year began: 年初为_124%."""
    return _THEN.search(reading.lead) is not None


def is_there(reading: Reading) -> bool:
    """公益岗位在岗_8200人: how many there are."""
    return _IS_THERE.search(reading.lead) is not None


def baseline_of(text: str, promise: Promise, actual: Reading | None, found: Sequence[Reading]) -> Decimal | None:
    """The level at the beginning of the year in the target's unit; None where nothing tells it."""
    if promise.measure not in ("amount", "percent") or not promise.target.magnitude:
        return None
    if promise.measure == "percent" and promise.kind in ("rate", "level"):
        risen = _risen_from(text, promise, actual, found)
        if risen is not None or promise.kind == "rate":
            return risen
    if not (_falls(promise) if promise.kind == "ceiling" else promise.kind == "level"):
        return None
    if _KEPT.search(promise.reading.lead):
        return None
    base = _from_goal(text, promise.reading, found)
    if base is None and actual is not None:
        base = _beside(actual, found)
    if base is None or (promise.kind == "ceiling" and base <= promise.reading.base):
        return None
    return base / promise.target.magnitude


_RISEN_FROM = sought(r"[由从](?:年初|去年[底末]|上年[底末])(?:的)?(?:约)?\s?$")
_RISES_TO = sought(r"[^,。;、\d]{0,2}(?:提[高升]|增[加长]?|扩大|上升)[到至]了?\s?$")


def _risen_from(text: str, promise: Promise, actual: Reading | None, found: Sequence[Reading]) -> Decimal | None:
    """覆盖率由年初的82%提升至93%,年度目标95%: a rate that the figure itself says it is climbing; else None."""
    before = [r for r in found if actual is not None and r.start < actual.start]
    last = before[-1] if before else None
    if actual is None or last is None or last.quantity.noun != "%" or actual.quantity.noun != "%":
        return None
    rises = _RISES_TO.fullmatch(text, last.quantity.end, actual.start) and _RISEN_FROM.search(last.lead)
    climbs = last.base < min(actual.base, promise.reading.base)
    return last.base / promise.target.magnitude if rises and climbs and promise.measure == "percent" else None


def _falls(promise: Promise) -> bool:
    """降至10%以下: there is a way down to the limit; what adds up through the year has none."""
    return not promise.accrues and _FALLS_TO.search(promise.reading.lead) is not None


def _from_goal(text: str, goal: Reading, found: Sequence[Reading]) -> Decimal | None:
    """由18家增加到30家: the number before the goal, of its unit."""
    behind = next((r for r in found if r.start > goal.start), None)
    if behind is not None and behind.quantity.noun == goal.quantity.noun and behind.sentence == goal.sentence:
        last_year = behind.bracket and goal.quantity.noun == "%" and _LAST_YEAR.search(behind.lead)
        if stood_then(behind) or last_year:
            return behind.base  # 5G基站达到2000个(年初1760个)
    before = [r for r in found if r.start < goal.start]
    last = before[-1] if before else None
    if last is None or last.quantity.noun != goal.quantity.noun:
        return None
    if _stood_at_years_end(last, goal):
        return last.base
    if goal.start - last.quantity.end > 8:
        return None
    changes = _CHANGES_TO.match(text, last.quantity.end, goal.start)
    return last.base if changes is not None and _FROM.search(last.lead) else None


def _stood_at_years_end(last: Reading, goal: Reading) -> bool:
    """2025年底志愿者62万人,2026年目标达到70万人: where it stood at the end of the year before the goal's."""
    said, aim = _STOOD.fullmatch(last.lead), _GOAL_OF.search(goal.clause_lead)
    if said is None or aim is None or last.sentence != goal.sentence or not last.base < goal.base:
        return False
    if said["year"] and aim["year"]:
        return int(said["year"]) + 1 == int(aim["year"])
    return said["year"] is None


def _beside(actual: Reading, found: Sequence[Reading]) -> Decimal | None:
    """365家(年初352家); 365家,较年初增加13家."""
    for r in found:
        near = r.sentence == actual.sentence and 0 < r.start - actual.quantity.end <= _NEAR
        if not near or r.quantity.noun not in (actual.quantity.noun, "个百分点") or r is actual:
            continue
        if r.quantity.noun == actual.quantity.noun and _THEN.search(r.lead):
            return r.base
        if (since := _SINCE.search(r.lead)) and (r.quantity.noun == "个百分点") == (actual.quantity.noun == "%"):
            return actual.base - r.base if since["up"] else actual.base + abs(r.base)
    return None
