"""What came of a part of the year's plan is what came of the year's plan so far.

全年计划改造3.4万户,上半年计划完成1.5万户,实际完成1.28万户      1.28 of 1.5 by June, and of 3.4
全年计划培训8000人,三季度末应完成6000人,实际完成5560人

Only where the part ends with the report's own month: what a half-year brought says nothing of nine months, and answers
its own plan alone; what is told behind it up to then answers the year's (…,实际改造1.28万户。1-9月累计改造2.7万户).
Where the part's plan was met and asked less than the year's pace, the year is not behind, and nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.promises.links import Link, Scope
from extraction.promises.targets import Promise
from extraction.sentences import refusals
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought
from extraction.words import names

_PART = sought(r"(?P<half>上半年)|前?(?P<quarter>[一二三])季度|(?:1-)?(?P<month>\d{1,2})月(?:份|[底末])?")
_NAMES_NOTHING = sought(r"(?:上半年?|[春夏秋冬]季|前?[一二三]季度[末底]?|年?度?)?(?:计划|任务|目标)?")
_NOW = sought(r"目前|现|累计|至今")
_NEAR = 4  # links before the part's among which the year's stands
_FAR = 12  # numbers from the part's answer on among which the year's is sought
_MONTHS = {"一": 3, "二": 6, "三": 9}


def tell_whole_years(scope: Scope, links: Sequence[Link]) -> None:
    """Name the goal of a part of the year after the year's, and let its answer answer both, in place."""
    for number, part in enumerate(links):
        promise = part.promise
        if promise is None or promise.measure != "amount" or promise.reading.bracket or part.actual is None:
            continue
        before = reversed(links[max(0, number - _NEAR) : number])
        whole = next((w for w in before if w.promise and _is_whole(w.promise, promise)), None)
        if whole is None or whole.promise is None:
            continue
        if _NAMES_NOTHING.fullmatch(promise.name):
            promise.name = whole.promise.name
        if part.actual is whole.actual and not whole.shares and _ended(promise, scope.cutoff_month):
            _tell_up_to_now(scope, whole, whole.promise, part.actual)
            continue
        unanswered = whole.actual is None and not whole.shares and whole.total is None and whole.refusal is None
        if unanswered and part.total is None and _says_enough(whole.promise, promise, part.actual, scope.cutoff_month):
            whole.actual, whole.score = part.actual, part.score
            whole.reason = "what came of the part of the year is what came of the year so far"


def _ended(part: Promise, month: int | None) -> bool:
    """Whether the part of the year ended in a month before the report's."""
    last = _ends_in(part)
    return month is not None and last is not None and last < month


def _tell_up_to_now(scope: Scope, whole: Link, plan: Promise, then: Reading) -> None:
    """Give the year's plan what came up to now in place of what came of its part, or leave it open, in place."""
    at = index_of(scope.found, then.start)
    behind = (r for r in scope.found[at : at + _FAR] if r.sentence - then.sentence <= 1)
    whole.actual = next((r for r in behind if _is_up_to_now(scope, plan, then, r)), None)
    if whole.actual is None:
        whole.refused, whole.refusal = then, refusals.UNSURE
        whole.reason = "what came of an earlier part of the year, and nothing of what came since"
    else:
        whole.reason = "what came up to now, behind what came of an earlier part of the year"


def _is_up_to_now(scope: Scope, plan: Promise, then: Reading, r: Reading) -> bool:
    told = r.voice == "report" and r.measure == "amount" and not (r.bracket or r.part) and r.base >= then.base
    alike = told and r.quantity.noun == plan.target.noun and r.owner == then.owner
    now = _NOW.search(r.lead) is not None or (r.period is not None and r.period.last_month == scope.cutoff_month)
    return alike and now and (not r.own or names.likeness(plan.name, r.own) >= 0.5)


def _is_whole(whole: Promise, part: Promise) -> bool:
    """Whether the first is the year's goal of the same, told right before the goal of a part of the year."""
    year, term = whole.reading, part.reading
    if year.owner != term.owner or year.bracket or year.due_words or year.interim or year.measure != "amount":
        return False
    near = term.start > year.start and term.sentence - year.sentence <= 1
    alike = whole.target.noun == part.target.noun and year.base > term.base
    told = _PART.search(term.clause_lead) is not None or _SEASON.search(term.clause_lead) is not None
    named = _NAMES_NOTHING.fullmatch(part.name) or names.likeness(whole.name, part.name) >= 0.6
    return near and alike and told and not _PART.search(year.clause_lead) and bool(named)


def _says_enough(whole: Promise, part: Promise, told: Reading, month: int | None) -> bool:
    """Whether the part ends with the report, and its plan, where it was met, asked no less than the year's pace."""
    if month is None or _ends_in(part) != month or part.reading.base <= 0:
        return False
    return told.base < part.reading.base or told.base * 12 >= whole.reading.base * month


_SEASON = sought(r"[春夏秋冬]季")


def _ends_in(part: Promise) -> int | None:
    """The last month of the part of the year that the goal is set for."""
    said = _PART.search(part.reading.clause_lead)
    if said is None:
        return None
    if said["half"]:
        return 6
    return _MONTHS[said["quarter"]] if said["quarter"] else int(said["month"])
