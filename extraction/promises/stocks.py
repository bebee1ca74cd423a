"""A total of all years beside the year's additions (新登记14家,累计达到412家): it answers no promise of additions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extraction.promises.targets import Promise
from extraction.sentences import refusals
from extraction.sentences.at_work import is_worked_on
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_ADDED = re.compile(r"新|净增|增加")
_STOCK = re.compile(
    r"(?:总数|总量|保有量|在册|实有|现有|累计(?:分别|均|已)?(?:达到?|有|突破)|增至|达到)(?:达到?|为|至)?\s?$"
)
_HAVE = sought(
    r"(?:现有|共有|拥有|在册|有效期内?|有效(?=高新|高企|专利|发明|注册|期)|实有|保有|总数|总量|总户数|存量|注册总)[^,。;]{0,12}$"
)
_BALANCE = sought(r"余额(?:仍|已|共|约|为|是|达到?|有|至|突破|增至|增加到)*\s?$")
_STANDS = sought(rf"{_BALANCE.pattern}|{_HAVE.pattern}")
_REACHES = sought(r"(?:累计|总计|已|现)?(?:分别|均|已)?(?:达到?|有|突破|超过?|增至|增加到|发展到)\s?$")
_ADDS = sought(
    r"新增|余额净?增加|新组建|新建|净增|新培育|新认定|新创建|新发展|新登记|新注册|新设立|新入库|^(?:争创|创建|创评|申创|评定)"
)
_NEWLY = sought(
    r"(?<![高创革更翻])新(?!能源|材料|型|兴|闻|区|城|市民|农村|农人|媒体|业态)|净增|增加(?!到)|今年|年内|本年|当年"
)


def stands(promise: Promise, reading: Reading) -> str | None:
    """Why 全县现有A级景区9家 answers no 新增2家: what there is, is no addition."""
    if promise.kind != "cumulative" or promise.measure != "amount":
        return None
    total: bool | None = reading.stock or _of_all_years(promise, reading)
    total = total or (
        _ADDS.search(promise.name) and not _NEWLY.search(reading.clause_lead) and _is_total(promise, reading)
    )
    total = total or (
        _DONE_TO.match(promise.name)
        and _IS_THERE.search(reading.clause_lead)
        and not _DID.search(reading.tail.partition(",")[0])
    )
    return refusals.STOCK if total else None


_IN_ALL = sought(r"总[数量]|保有量|拥有量|存量")
# 推荐95家, 通过认定58家, 撤销12家: what came to it or left it in the year
_CAME_OR_LEFT = sought(
    r"(?:推荐|申报|通过|新?认定|新增|净增|新[建开获设办]业?|新登记|新注册|入库|公示|撤销|取消|退出|退库|剔除|摘牌|注销|关停"
    r"|迁出|新培育|新引进)(?!总|后|以来)[^,。;\d到至]{0,4}$"
)


def adds_to_it(promise: Promise, reading: Reading) -> str | None:
    """Why 通过认定58家 answers no 总数突破180家: what came in a year is no number of all that there are."""
    if promise.kind != "level" or promise.measure != "amount" or not _IN_ALL.search(promise.name):
        return None
    lead = reading.clause_lead
    came = _CAME_OR_LEFT.search(lead) is not None and not _HAVE.search(lead) and not _REACHES.search(lead)
    return refusals.OTHER_SUM if came else None


_DONE_TO = sought(r"(?:改造|提升|改建|新建|建成|新开工|建设|整治|修缮|加固|维修|维护|更新|扩建|升级)")
_IS_THERE = sought(
    r"(?:现有|拥有|实有|保有)[^,。;\d]{0,12}$|(?:通车|公路|轨道|管网|运营)?总里程(?:已)?(?:达到?|为|超过?|突破)?\s?$"
)
_DID = sought(r"已|完成|改造|开工|完工|竣工|建成|投用")  # 现有12个小区完成改造
_ALL_YEARS = sought(r"历年|[建创设成]立以来|建成以来|多年来")


def _of_all_years(promise: Promise, reading: Reading) -> bool:
    """今年计划新建300个,历年来累计建成1480个."""
    return _ALL_YEARS.search(reading.clause_lead) is not None and not _ALL_YEARS.search(promise.reading.lead)


def part_of_all(found: Sequence[Reading], promise: Promise, reading: Reading) -> str | None:
    """Why 目前A级景区达到38家,其中4A级11家 answers no 新增4A级2家: a part of what there is, is what there is of it."""
    if not reading.part or promise.kind != "cumulative" or not _ADDED.search(promise.name):
        return None
    if _NEWLY.search(reading.clause_lead):
        return None
    wholes = (r for r in reversed(found) if r.start < reading.start and r.sentence == reading.sentence and not r.part)
    whole = next(wholes, None)
    same = whole is not None and whole.quantity.noun == reading.quantity.noun and whole.start > promise.reading.start
    return refusals.STOCK if same and whole is not None and _STANDS_AT.search(whole.clause_lead) else None


_STANDS_AT = sought(rf"{_HAVE.pattern}|{_REACHES.pattern}")
_WITH_EARLIER = sought(  # 已上云146个系统(含往年)
    r"[^,。;()\d]{0,8}[(,](?:其中)?(?:已)?[含包](?:含|括)?[^()。;,]{0,10}?(?:往年|历年|以前年度|前几年|前期建成|上年|去年|上年度|结转|跨年度|20\d\d年以来|累计)"
)


def with_earlier(text: str, promise: Promise, reading: Reading) -> str | None:
    """Why a figure that the text says holds earlier years answers no promise of the year."""
    if promise.kind != "cumulative" or promise.measure != "amount":
        return None
    end = reading.quantity.end
    return refusals.STOCK if _WITH_EARLIER.match(text, end, end + 32) else None


_PASSED = sought(
    r"(?:[\u4e00-\u9fff]{0,6}?(?:已|均))?(?:正式)?(?:获批|获评|获得|通过|建成|完工|竣工|投用|交付|入库|认定|挂牌|命名)"
)


def _is_total(promise: Promise, reading: Reading) -> bool:
    """市场主体总量6.3万户 by its words; 累计达到6.3万户 beside 9000户 by its size too."""
    if _BALANCE.search(reading.clause_lead):
        return True
    if _HAVE.search(reading.clause_lead):
        return _PASSED.match(reading.tail) is None  # 现有1家获批: now one has been
    twice = promise.target.value * promise.target.magnitude * 2
    return _REACHES.search(reading.clause_lead) is not None and reading.base > twice > 0


_NOW = sought(r"目前|至今|当前")
_ALL_MADE = sought(r"累计(?:已)?(?:建成|建设|组建|培育|认定|创建|发展)\s?$")  # 新建273个,累计建成618个
_NEWLY_MADE = sought(r"新(?:建|增|组建|培育|认定|创建|发展)(?:成)?[^,。;\d]{0,8}$")


def mark_stocks(found: Sequence[Reading], cutoff_month: int | None) -> None:
    """Set `stock` on what stands behind the year's addition as a total of all years, in place."""
    for index, reading in enumerate(found):
        if reading.measure != "amount" or reading.voice != "report" or reading.bracket:
            continue
        last = found[index - 1] if index else None
        shared = last is not None and last.stock and last.clause_start == reading.clause_start
        before = found[max(0, index - 12) : index]
        totals = shared or _STOCK.search(reading.clause_lead[-10:])
        reading.stock = bool(totals and any(_adds(r, reading) for r in before)) or _since_begun(
            before, reading, cutoff_month
        )
        if not reading.stock and "累计" in reading.clause_lead and _far_beyond(before, reading):
            reading.stock = True
        if not reading.stock and "累计" in reading.clause_lead and _ALL_MADE.search(reading.clause_lead):
            reading.stock = any(_NEWLY_MADE.search(r.clause_lead) and _adds(r, reading) for r in before[-2:])


SINCE_JANUARY = sought(r"[比较](?:年初|上年[末底]|去年[末底])(?:净)?(?:增加|新增|增长|多)(?:了|约)?\s?$")


def answer_since_january(found: Sequence[Reading]) -> None:
    """贷款余额新增26亿元 ... 余额318亿元,较年初增加14.3亿元: what the year added is the answer, in place."""
    for index, plan in enumerate(found):
        if plan.voice != "promise" or plan.bracket or plan.measure != "amount" or not _ADDS.search(plan.name):
            continue
        behind = [r for r in found[index + 1 :] if r.quantity.noun == plan.quantity.noun and not r.bracket]
        balance, added = (*behind[:2], None, None)[:2]
        if balance is None or added is None or added.voice != "base" or balance.sentence != added.sentence:
            continue
        if balance.voice == "report" and _STANDS.search(balance.clause_lead) and SINCE_JANUARY.search(added.lead):
            added.voice, added.own, added.subject = "report", "", plan.name


_BY_NOW = sought(r"今年|本年|年内|全年|月|季|半年|截至|目前|当前|至今")


def _far_beyond(before: Sequence[Reading], reading: Reading) -> bool:
    """投放目标90台,投放71台,全市累计投放386台: more than twice the plan, behind what answers it, is of all years."""
    own = reading.lead if reading.clause_start >= (before[-1].start if before else 0) else reading.clause_lead
    if _BY_NOW.search(own):
        return False
    alike = [r for r in before if r.quantity.noun == reading.quantity.noun and not (r.bracket or is_worked_on(r))]
    plan = next((r for r in reversed(alike) if r.voice == "promise" and r.measure == "amount"), None)
    told = alike[-1] if alike else None
    if plan is None or told is None or told is plan or told.voice != "report" or told.sentence != reading.sentence:
        return False
    return told.base <= plan.base * Decimal("1.5") and reading.base > plan.base * 2 > 0


def _since_begun(before: Sequence[Reading], reading: Reading, cutoff_month: int | None) -> bool:
    """1-6月完成投资5.17亿元,累计完成投资14.6亿元: right behind the year's months the sum is of all years.

    Behind months that ended before the report's it is the year's so far: 上半年完成58公里,累计完成121公里 in September.
    """
    if "累计" not in reading.clause_lead:
        return False
    alike = [r for r in before if r.quantity.noun == reading.quantity.noun and not is_worked_on(r)]
    if not alike:
        return False
    earlier = alike[-1]
    year_so_far = earlier.period is not None and earlier.period.first_month == 1 < earlier.period.last_month
    ended = earlier.period is not None and cutoff_month is not None and earlier.period.last_month < cutoff_month
    if ended or _NOW.search(reading.clause_lead):
        return False
    own = reading.period is not None and reading.period.start >= reading.clause_start
    return (
        year_so_far
        and not own
        and earlier.sentence == reading.sentence
        and earlier.voice == "report"
        and earlier.base < reading.base
        and (earlier.name == reading.name or not reading.own)
        and "累计" not in earlier.clause_lead
    )


def _adds(earlier: Reading, reading: Reading) -> bool:
    month = earlier.period is not None and earlier.period.first_month > 1
    return (
        earlier.sentence == reading.sentence
        and earlier.voice == "report"
        and earlier.quantity.noun == reading.quantity.noun
        and earlier.base < reading.base
        and not month
        and (earlier.name == reading.name or not reading.own or names.BARE_VERB.fullmatch(reading.own) is not None)
        and _ADDED.search(earlier.clause_lead) is not None
    )
