"""Which of several figures of one thing counts: the last of its dates, the sum of its parts, the year's own.

7月底建成34个,10月底建成64个                        the last
获评国家级2家、省级7家,合计9家                       the sum that the text itself gives
上半年完成2170户,下半年又改造了2910户                 the sum that 又 asks for
累计关停392家(2014年以来),今年关停62家               the year's own, where the year was promised
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extraction.answers.all_in_all import take_all
from extraction.answers.blocking import blocked_by
from extraction.pairing.sums import add, summed_up
from extraction.promises.links import Link, Scope
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_TOTAL = sought(
    r"(?:合计|共计|总计|累计|一?共|总共)(?:完成|建成|达到?|为|有|实现|改造|发放|培训|新增)?(?:了)?(?:约|近)?\s?$"
)
_AGAIN = sought(
    r"(?:^|[,;、])[^,;]{0,12}(?:又|再次?|另又|还)(?:完成|建成|改造|新增|新建|发放|培训|治理|安装|增加|栽植|整治|接入|命名|认定|引进|招聘|救助)了?\s?$"
)
_BY_NOW = sought(r"[,;、\s]*(?:截[至止])?(?:目前|现|至今|当前)(?:为止)?[,]?(?:已|共|累计)*[^,。;、\d]{0,6}$")
_STOOD_AT = sought(r"\d{1,2}月[底末]时?(?:累计|已)?(?:为|达到?|完成|建成)\s?$")
_SINCE = sought(r"(?:\d{1,2}月份?|[两三四]个?月|此后|随后|其后)(?:又|再|共)?(?:新增|完成|建成|增加)\s?$")
_OWN_YEAR = sought(r"(?:其中[,:]?)?(?:今年|当年|本年度?|年内|年度(?=(?:已)?完成(?!率)))(?!度?目标|计划|任务|应)")
_IN_BRACKET = sought(r"\((?:其中[,:]?)?(?:今年|本年度?|当年|年度)(?:已|共|完成|投资)*")  # 累计1.2亿元(今年2600万元)
_ALL_YEARS = sought(r"累计|总数|总量|保有|已达")
_STORY_END = sought(r"[。;]")


def settle(scope: Scope, entry: Link, used: set[int]) -> None:
    """Give the link the figure that counts, in place, and say why."""
    if entry.actual is None or entry.promise is None:
        return
    _latest_snapshot(scope, entry, used)
    _all_months(scope, entry, used)
    take_all(scope, entry, used)
    if entry.promise.measure == "amount" and entry.promise.kind == "cumulative":
        _own_year(scope, entry, used)
        _told_total(scope, entry, used)
        _sum_of_named(scope, entry, used)


def _later(scope: Scope, entry: Link, used: set[int]) -> Iterator[Reading]:
    """Further reports of the same unit behind the answer in its sentence, that name nothing of their own."""
    first, promise = entry.actual, entry.promise
    if first is None or promise is None:
        return
    for r in scope.found:
        if r.sentence != first.sentence or r.start <= first.start or r.quantity.noun != first.quantity.noun:
            continue
        if r.voice != "report" or r.bracket or id(r) in used:
            continue
        yield r


def _nameless(r: Reading, first: Reading) -> bool:
    return not r.own or r.own == first.own or names.is_bare_verb(r.own, r.lead)


def _latest_snapshot(scope: Scope, entry: Link, used: set[int]) -> None:
    first = entry.actual
    if first is None or first.period is None or entry.promise is None:
        return
    for later in _later(scope, entry, used):
        if later.period is None or later.part:
            continue
        if later.period is first.period:  # 上半年完成58公里,目前累计完成121公里
            grown = later.base >= first.base and _BY_NOW.match(later.lead) is not None
        else:
            grown = later.base >= first.base and later.period.last_month > first.period.last_month
        if grown and _nameless(later, first) and not blocked_by(scope, entry.promise, later):
            entry.actual = first = later
            entry.reason += "; the latest of its dates"


def _own_year(scope: Scope, entry: Link, used: set[int]) -> None:
    first = entry.actual
    if first is None or not _ALL_YEARS.search(first.clause_lead) or _OWN_YEAR.search(first.clause_lead):
        return
    inside = next((r for r in scope.found if r.start > first.start), None)
    if inside is not None and inside.bracket and inside.quantity.noun == first.quantity.noun:
        between = scope.text[first.quantity.end : inside.start]
        if _IN_BRACKET.fullmatch(between) and inside.base < first.base:
            entry.actual = inside
            entry.reason += "; the year's own of all years'"
            return
    for later in _later(scope, entry, used):
        own = sought(r"[,;]").split(scope.text[first.quantity.end : later.start])[-1]
        said = _OWN_YEAR.match(own.lstrip("、 "))
        if said and later.base < first.base and len(names.folded(own[said.end() :])) <= 4:
            entry.actual = later
            entry.reason += "; the year's own of all years'"
            return


_REACH = 2  # sentences behind the figure of a quarter in which all up to its end may be told


def _all_months(scope: Scope, entry: Link, used: set[int]) -> None:
    """三季度建站7座,开通线路3条。截至9月底累计建站31座,开通线路_9条: of one name, and from January on.

    上半年完成情况:建站24座。1-9月:建站_31座: so is what stood at the later of two days.
    """
    first = entry.actual
    if first is None or first.period is None or not first.own:
        return
    least = first.period.last_month + (first.period.first_month == 1)
    for later in scope.found:
        period, behind = later.period, 0 <= later.sentence - first.sentence <= _REACH and later.start > first.start
        if not behind or period is None or later.voice != "report" or later.bracket or later.part or id(later) in used:
            continue
        same = later.own == first.own and later.quantity.noun == first.quantity.noun and later.owner == first.owner
        up_to_then = period.first_month == 1 and period.last_month >= least and period.year is None
        if same and up_to_then and later.base >= first.base and later.measure == first.measure:
            entry.actual, entry.reason = later, entry.reason + "; all months so far"
            return


_EARLIER = sought(r"去年|上年|往年|历年|结转")  # 新建198处,加上去年建成的378处,累计576处: the sum is of two years


def _told_total(scope: Scope, entry: Link, used: set[int]) -> None:
    first = entry.actual
    if first is None or first.voice != "report":
        return
    parts = [first]
    again = 0  # how many of the parts are what was done and what was done again
    for later in _later(scope, entry, used):
        between = scope.text[parts[-1].quantity.end : later.start]
        if _STORY_END.search(between) or _EARLIER.search(between):
            break
        total = sum((p.base for p in parts), Decimal(0))
        if _TOTAL.search(later.lead) and len(parts) > 1 and later.base == total:
            entry.actual = later
            entry.reason += "; the sum that the text gives"
            return
        parts.append(later)
        if _adds_on(first, later):
            again = len(parts)
    if again and not _TOTAL.search(first.clause_lead):
        add(entry, parts[:again], "the sum of what was done and what was done again")


def _sum_of_named(scope: Scope, entry: Link, used: set[int]) -> None:
    """到位车购税资金3.8亿元、省级补助2.1亿元,合计5.9亿元: the sum answers, unless just the one member was promised."""
    first, promise = entry.actual, entry.promise
    if first is None or promise is None or entry.parts:
        return
    for total in _later(scope, entry, used):
        members = summed_up(scope.found, total)
        others = [r for r in members if set(r.own) - set(promise.name)]
        if others and first not in others:
            return  # 普惠托位312个 of a promise of 普惠托位; but 新建61座、改建38座 are both of 新建、改建公厕
        if first in members and not any(id(r) in used for r in members if r is not first):
            entry.actual = total
            entry.reason += "; the sum that the text gives of it and others"
            return


def _adds_on(first: Reading, later: Reading) -> bool:
    """下半年又改造2910户; 9月底时为301处,10、11两月新增73处: it comes on top of what stands before it."""
    if _AGAIN.search("," + later.lead):
        return True
    return _STOOD_AT.search(first.clause_lead) is not None and _SINCE.search(later.clause_lead) is not None
