"""Whether a goal was met, in the words around it: 未完成8月底开工率70%的目标; 提前完成5000户改造任务."""

from __future__ import annotations

from extraction.promises.targets import Promise
from extraction.records import Claim
from extraction.sought import sought

_MISSED = sought(
    r"(?:尚未|未能|没有|没能|未)(?:全面|如期|按期|完全)?(?:完成|达到|实现)(?!.*(?:完成(?!率)|达到|实现))|未达到?(?!.*达)"
)
_MET = sought(
    r"(?:已经?|均|提前|超额|圆满|顺利|如期|全面|全部|[已于在](?:于)?(?:\d{1,2}[月日]|[上中下]旬|[底末初份])+(?:就|即)?)+(?:完成|实现)了?(?!.*(?:完成(?!率)|实现))"
)
_AHEAD = sought(r"确保|力争|将|预计|有望|可|要(?!求)|争取|为(?=[提超圆顺如全])|努力|必须|推动|计划|应")
_GOAL_BEHIND = sought(
    r"(?:以上|左右|以内)?(?:的?[^,。;的\d]{0,14})(?:的[^,。;的\d]{0,8})?(?:目标任务|任务目标|目标|任务)(?=[,。;、]|$)"
)
_NUMBER = sought(r"\d(?![\d年月日-])")


_MONTH = sought(r"(?P<month>\d{1,2})月")


def around(text: str, promise: Promise, cutoff_month: int | None = None) -> Claim | None:
    """The claim that stands around the number of the goal itself; `text` is the folded page."""
    place = promise.reading
    lead = text[place.clause_start : place.start]
    if place.bracket or _GOAL_BEHIND.match(text, place.quantity.end, place.quantity.end + 40) is None:
        return None
    missed = _MISSED.search(lead)
    said = missed or _MET.search(lead)
    if said is None or _NUMBER.search(lead, said.end()) or _AHEAD.search(lead[: said.start()]):
        return None
    month = _MONTH.search(said.group())
    if month is not None and cutoff_month is not None and int(month["month"]) > cutoff_month:
        return None  # 于12月底完成…的目标 is still to come
    start = place.clause_start + said.start()
    return Claim(None, "lagging" if missed else "done", said.group(), start, start + len(said.group()))
