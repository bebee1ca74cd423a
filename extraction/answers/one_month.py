"""What one month, quarter or holiday gave answers no plan of the year: 9月新增12家; 国庆假期接待游客318.5万人次."""

from __future__ import annotations

from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought

_MONTHLY = sought(r"(?:当月|本月|单月|[\d一二三四五六七八九十]月(?:份)?(?:当月|新增|完成|,))")


_HOLIDAYS = r"国庆|中秋|春节|元旦|清明|端午|[五十]一"
_HOLIDAY = sought(rf"黄金周|小长假|(?:{_HOLIDAYS})”?(?:节|假期|期间|长假)(?![^,。;]*(?:以来|累计|截至))")
_SAID = 120  # characters that a holiday is remembered for
_YEAR_AGAIN = sought(r"\d{1,2}-\d{1,2}月|季度|半年|全年|年内|今年|以来|累计|截至|目前")
_ALL_YEAR = sought(r"接待|游客|旅客|旅游|客流|客运|收入|销售|消费")  # what goes on through the year, unlike 慰问
_QUARTERLY = sought(r"(?:[本当]季度?|单季)(?![^,。;]{0,6}累计)")  # in the first quarter it is the year so far


_THAT_QUARTER = sought(
    r"(?:^|[,;])\s?(?:第?[二三四]季度(?:新增|完成|实现|新|办结)|[当本]月份?(?![底末初])[\u4e00-\u9fff]{2})"
)
_GREW_THEN = sought(r"[,、;\s]*(?:今年)?第?[二三]季度(?![末底]|以来)")
_YEAR = 12
_SUMMED_UP = sought(r"[,、]\s?(?:今年|年内|全年)?累计")
_SO_FAR = sought(r"目前|至今|现已|截至|以来|累计|总数|总量")  # 5月份动工,目前58处已完工; 4月进场以来改造964户


_THIS_MONTH = sought(  # 本月建成62根, where nothing says what the year gave
    r"^[,、;]?\s?(?:我[市县区])?(?:仅)?[本当单]月(?:份|共|仅)?(?![底末初份上下前以止]|计划|目标|任务|[^,;]*(?:累计|已达|总数|总量))"
)


def _told_of_all_months(scope: Scope, reading: Reading) -> bool:
    """9月办结率100%,1-9月办结率99.2%: the same rate is told of all the months so far as well."""
    periods = (r.period for r in scope.found if r is not reading and r.own == reading.own and r.voice == "report")
    return bool(reading.own) and any(p is not None and p.first_month == 1 < p.last_month for p in periods)


def _of_holiday(scope: Scope, reading: Reading) -> bool:
    """刚刚过去的国庆假期,全市接待游客318.5万人次,收入19.4亿元: until the sentence tells of the year again."""
    start = max(scope.item.sentences[reading.sentence].start, reading.start - _SAID)
    ends = [said.end() for said in _HOLIDAY.finditer(scope.text, start, reading.start)]
    return bool(ends) and _YEAR_AGAIN.search(scope.text, ends[-1], reading.start) is None


# of all the year's days; other rates are measured anew
_OF_DAYS = sought(r"(?:优良|达标|良好)(?:天数|日数)|空气(?:质量)?优良")


def of_one_month(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """9月新增12家: what one month or quarter gave; 已于5月下达 only tells when it was done."""
    said, p = reading.clause_lead, reading.period
    if _QUARTERLY.search(said) and scope.cutoff_month not in (None, 3):
        return True
    if _THIS_MONTH.match(said) and promise.measure == "amount" and scope.cutoff_month not in (None, 1):
        return True
    if _THAT_QUARTER.search(said) and _SUMMED_UP.match(scope.text, reading.quantity.end):
        return True  # 三季度新增1462人,累计达4587人; 本月拆除0.9万平方米,累计6.1万平方米
    if _ALL_YEAR.search(promise.name) and not _HOLIDAY.search(promise.name) and _of_holiday(scope, reading):
        return True  # 国庆假期接待游客318.5万人次
    if reading.measure == "growth" and _GREW_THEN.match(said) and (scope.cutoff_month or 0) < _YEAR:
        return "累计" not in said  # 三季度工业用电量增长9.2%
    if p is None or scope.text[p.start - 1 : p.start] in ("于", "在"):
        return False
    if _SO_FAR.search(scope.text, p.end, reading.start):
        return False
    if promise.measure != "amount" and 1 < p.first_month == p.last_month and _told_of_all_months(scope, reading):
        return True
    alone = sought(r"\d{1,2}月份?").fullmatch(scope.text[p.start : p.end]) is not None and p.last_month > 1
    near = 30 if reading.measure == "growth" and not reading.own else 12  # 其中6月完成投资240.6亿元,同比增长21.3%
    adds_up = promise.measure != "percent" or _OF_DAYS.search(promise.name) is not None
    if alone and p.start >= reading.clause_start - near and adds_up:
        return sought(r"累计|共").search(said) is None
    single = p.first_month == p.last_month and (scope.cutoff_month or 0) > 1
    return single and _MONTHLY.search(said) is not None and not sought(r"累计|1-|至").search(said)


_SHORT = sought(  # from the beginning of the clause
    r"(?:今年|全市|全县|全区|全省|仅|刚刚过去的)*(?:第?[二三四]季度|[1-9]\d?月份?(?:当月)?(?![底末初中日至到\d-]|[上下]旬)"
    rf"|[暑寒][期假](?:期间)?|[春夏秋冬]季|(?:{_HOLIDAYS})(?:节|小?长?假期?|期间|黄金周|前后)+)(?!以?来|之?前|计划|目标)"
)
_MONTH_TOLD = sought(r"[^,。;\d]{0,4}\((?:其中)?\d{1,2}月(?:份|当月)+\)")  # 510套(9月当月)
_TIME_ALONE = sought(r"(?:^|[,。;:\n])(?P<words>[^,。;:\n\d]{0,12}\d{0,2}[^,。;:\n\d]{1,12}),$")
_BACK = 40  # characters before a clause that its time may be told in: 三季度,全市新增就业
TELLS_SO_FAR = sought(r"(?:累计|截[至止]|以来|目前|至今|(?<!\d)1-\d{1,2}月|前三季度|上半年)[^,。;]*$")


def is_short(text: str, r: Reading) -> bool:
    """Whether the figure is of one quarter, month, season or holiday; of nothing that is told as the year so far."""
    if _MONTH_TOLD.match(text, r.quantity.end, r.quantity.end + 16) is not None:
        return True
    if _SHORT.match(r.clause_lead) is not None:
        return TELLS_SO_FAR.search(r.clause_lead) is None
    head = text[max(0, r.clause_start - _BACK) : r.clause_start]
    last = _TIME_ALONE.search(head)
    alone = last is not None and _SHORT.fullmatch(last["words"]) is not None  # 9月份,|新增参保510人
    return alone and TELLS_SO_FAR.search(r.clause_lead) is None
