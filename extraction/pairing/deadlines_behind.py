"""A day that stands behind what is promised, and is past: 新建电子警察120套,8月底前完成。 一、改造30所(6月底前完成)

The day counts for every number of the list that it closes, and only where all of it shall be finished by then:
6月底前完成招标 is a step. A day that is still to come leaves the year's pace as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.pairing.programmes import mark_programmes
from extraction.sentences.readings import Reading
from extraction.sought import sought

_FINISH = (
    r"(?:完成|完工|竣工|建成|投用|投入使用|投入运行|投运|交付|通车|到位|办结|销号|整改|清零|兑现|发放|验收|开园|开放|拆除|安装|改造"
    r"|整治|治理|化解|消除|清理|修复|处置|清偿|解决|搬迁"
    r"|[\u4e00-\u9fff]{2}(?:完成|完毕|到位))"
)
_BEHIND = sought(
    r"(?:以上|左右)?(?:\([^()\n]{0,24}\))?[,;、(:]?\s?(?:[\u4e00-\u9fff]{1,3}\()?(?:(?:完成)?(?:时限|期限|时间):?)?(?:按照?|要求|规定|计划|力争|争取|确保|务必|必须|须|应|要|拟|将|并|限|限定|原则上|均)*(?:于|在|到)?(?:今年|(?P<year>20\d\d|[次明来翌])年)?"
    r"(?:(?P<month>\d{1,2})月(?:\d{1,2}日|[底末]|[上中下]旬)?(?:以|之)?前\)?|(?P<span>上半年|[一二三]季度末?)(?:以|之)?前?(?=全部|全面|[完竣建投办销交]))"
    rf"[,]?(?:全部|全面|基本|如期|保质保量|正式|顺利|均|要|须|应|需|予以|都|各项)*(?:{_FINISH}(?:投用|投产|使用|并?投入使用|任务|建设|建设任务|改造|目标|移交)*)?"
    r"\s?(?:\([^()\n]{0,24}\))?(?=[。;)\n]|,(?:截至|目前|现|已|实际|累计)|$)"
)
_AHEAD = sought(  # 省定8月底销号率90%
    r"(?:定|要求|下达|明确|规定|目标|应|须|需|^|,)(?:的)?(?:到|在)?(?P<month>\d{1,2})月[底末](?:之?前)?[\u4e00-\u9fff]{2,10}率(?:要|应|须|需)?(?:达到?|为|不低于|不少于|目标)*\s?$"
)
_ENDS = {"上半年": 6, "一季度": 3, "二季度": 6, "三季度": 9}
_LIST = sought(r"(?:以上|左右)?(?:\([^()\n]{0,24}\))?[、,和及]\s?[^,。;、\d\n]{0,20}")
_LONGEST = 80  # characters


def mark_deadlines(text: str, found: Sequence[Reading], cutoff_month: int | None) -> None:
    """Note the day on each such promise, in place."""
    for r in found:
        if r.voice != "promise" or r.outlook or r.interim or cutoff_month is None:
            continue
        if (ahead := _AHEAD.search(r.lead)) and r.measure == "percent" and int(ahead["month"]) <= cutoff_month:
            r.due_words = f"{ahead['month']}月底前"
        said = _BEHIND.match(text, r.quantity.end, min(len(text), r.quantity.end + _LONGEST))
        if said is None or not said.group().strip(" ,;、(:"):
            continue
        month = int(said["month"]) if said["month"] else _ENDS[said["span"].removesuffix("末")]
        if said["year"] and month <= 12:
            r.due_words = f"{said['year']}年{month}月底前"
        elif 1 <= month <= cutoff_month:
            r.due_words = f"{month}月底前" if said["span"] or "日" not in said.group() else said.group()
    _mark_seasons(text, found)
    mark_programmes(text, found)
    if cutoff_month is not None:
        _mark_labelled(text, found, cutoff_month)
        _mark_next_goals(text, found, cutoff_month)
        _mark_demands(text, found, cutoff_month)
    for first, second in reversed(list(pairwise(found))):
        of_it = (
            second.interim and second.quantity.noun == "%" != first.quantity.noun
        )  # a share of it by then: no day of its
        open_plan = first.voice == "promise" and not first.due_words and not of_it
        if second.due_words and open_plan and _listed(text, first, second):
            first.due_words = second.due_words


_BY_THEN = sought(
    r"(?:要求|明确|确定|部署|提出)[,:]?(?:今年|20\d\d年)?(?:到|至|截至)?(?P<month>\d{1,2})月[底末](?:之?前)?,?(?!末|节点)[^,。;\d]{2,24}$"
)
_TOLD = sought(r"已|目前|实际|累计|完成了|同比|[占为]\s?$")


def _mark_demands(text: str, found: Sequence[Reading], cutoff_month: int) -> None:
    """会议要求至6月底开工率达到80%、投资完成率达到50%,支出进度不低于60%: the day is that of all three; in place."""
    month = 0
    for first, r in pairwise([None, *found]):
        if first is None or r is None or r.sentence != first.sentence or r.voice != "promise":
            month = 0
        if r is None or r.voice != "promise" or r.measure == "amount" or r.bracket:
            continue
        if said := _BY_THEN.search(r.clause_lead):
            month = int(said["month"])
        elif first is not None and _TOLD.search(text, first.quantity.end, r.start):
            month = 0
        if 1 <= month <= cutoff_month and not r.due_words:
            r.due_words = f"{month}月底前"


_QUARTERS_GOAL = sought(
    r"(?:^|[,;、])(?P<span>上半年|[一二三]季度|前三季度)(?:末|底)?(?!(?:已|共|累计|完成))[^,。;\d已占年]{2,8}(?:目标|任务|计划)(?:数|为|是)?\s?$"
)
_PLANNED_FOR = sought(  # 计划三季度新增3000人, 计划1-9月完成27亿元
    r"(?:^|[,;、])\s?(?:原)?计划(?:在|于)?(?:今年)?(?:(?P<span>上半年|前?[一二三]季度)|1-(?P<month>\d{1,2})月)(?:份|末|底)?[内,]?"
    r"(?![^,。;]{0,2}(?:目标|任务|计划))[\u4e00-\u9fff][^,。;\d]*$"
)
_PERIODS_PLAN = sought(  # 前三季度目标任务:改造小区36个
    r"\s{0,4}(?:[一二三四五六七八九十\d]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\))?\s?[【\[]?(?:今年|20\d\d年)?"
    r"(?:(?P<span>上半年|第?前?[一二三]季度)|1-(?P<month>\d{1,2})月)(?:份|末|底)?(?:的|工作|阶段性?|主要|计划|预期)*(?:目标任务|任务目标|目标|任务|计划)[】\]]?:"
)
_NEXT_GOAL = sought(
    r"[,;、]?\s?(?![^,。;]*[年季月])(?:[\u4e00-\u9fff]{2,6}(?:目标|任务|计划)(?:数|为|是)?|计划(?!总|投资额|任务|目标)[\u4e00-\u9fff]{2,16})\s?$"
)
_THIS_QUARTERS = sought(r"(?:^|[,;。\n])\s?[本当]季度?,?计划(?!总|任务|目标)[^,。;\d]{2,16}$")
_QUARTER_HEADS = sought(  # 三季度,|计划维修路面2.4万平方米
    r"(?:^|[,;。\n])\s?(?:今年)?第?(?P<span>上半年|前?[一二三]季度),计划(?!总|任务|目标)[^,。;\d]{2,16}$"
)
_SPAN_PLANS = sought(r"(?:^|[,;])\s?(?:今年)?第?(?P<span>上半年|前?[一二三]季度)计划(?!总|任务|目标)[^,。;\d]{2,16}$")
_CAMPAIGN = sought(  # 百日攻坚期间(6月20日至9月30日)计划改造
    r"\d{1,2}月(?:\d{1,2}日)?[-至到](?P<month>\d{1,2})月(?P<day>\d{1,2}日|[底末])\)?[^,。;:\d()]{0,8}(?:计划|目标|任务|拟|要|须)[^,。;\d]{2,16}$"
)
_LAST_DAYS = 25  # of a month, from which on it is as good as over
_OWED_BY = sought(r"(?P<month>\d{1,2})月[底末](?:之?前)?应(?P<verb>[\u4e00-\u9fff]{2})")


def _mark_next_goals(text: str, found: Sequence[Reading], cutoff_month: int) -> None:
    """一季度签约目标15个,实际12个;开工目标8个: the goals that follow in the line are the quarter's too, in place."""
    goals = [r for r in found if r.voice == "promise" and not r.bracket]
    for goal in goals:
        month = _end_of_part(text, goal) or _end_of_quarter(text, goal, cutoff_month)
        if 1 <= month <= cutoff_month and not (goal.due_words or goal.interim):
            goal.due_words = f"{month}月底前"
    _mark_parts_owed(found)
    for first, second in pairwise(goals):
        month = int(first.due_words.removesuffix("月底前")) if _GIVEN.fullmatch(first.due_words) else 0
        if said := _SPAN_PLANS.search(first.clause_lead):
            month = _ENDS[said["span"].removeprefix("前")]  # 上半年计划新建20座,实际12座;计划改造30公里
        near = second.start - first.start <= _LONGEST and not second.due_words
        one_line = near and sought(r"[。\n]").search(text, first.quantity.end, second.start) is None
        if 1 <= month <= cutoff_month and one_line and _NEXT_GOAL.fullmatch(second.clause_lead):
            second.due_words = f"{month}月底前"


def _end_of_part(text: str, goal: Reading) -> int:
    """The month in which the part of the year ends whose plan the words before the goal call it; else 0."""
    if said := _QUARTERS_GOAL.search(goal.clause_lead):
        return _ENDS[said["span"].removeprefix("前")]
    begins = max(text.rfind(mark, 0, goal.start) for mark in "。\n") + 1
    said = _PLANNED_FOR.search(goal.clause_lead) or _PERIODS_PLAN.match(text, begins, goal.start)
    if said is None:
        return 0
    return int(said["month"]) if said["month"] else _ENDS[said["span"].removeprefix("第").removeprefix("前")]


def _end_of_quarter(text: str, goal: Reading, cutoff_month: int) -> int:
    """本季度计划检查80家; 三季度,计划维修2.4万平方米; 攻坚期间(6月20日至9月30日)计划改造60座; else 0."""
    piece = text[max(0, goal.start - _LONGEST) : goal.start]
    if _THIS_QUARTERS.search(piece):
        return cutoff_month if cutoff_month % 3 == 0 else 0
    if said := _QUARTER_HEADS.search(piece):
        return _ENDS[said["span"].removeprefix("前")]
    said = _CAMPAIGN.search(piece)
    over = said is not None and (not said["day"].endswith("日") or int(said["day"].removesuffix("日")) >= _LAST_DAYS)
    return int(said["month"]) if said is not None and over else 0


def _mark_parts_owed(found: Sequence[Reading]) -> None:
    """8月底前应竣工46个,…。其中:白水县应竣工18个: the parts are owed by the day of the whole, in place."""
    owed: tuple[str, str, str] | None = None
    for r in found:
        if said := _OWED_BY.search(r.clause_lead):
            owed = said["month"], said["verb"], r.quantity.noun
            continue
        part = r.voice == "promise" and not r.due_words and (r.owner or r.part)
        if owed is not None and part and r.quantity.noun == owed[2] and f"应{owed[1]}" in r.clause_lead:
            r.due_words = f"{owed[0]}月底前"


_SEASON = sought(  # 5万亩,10月至次年3月实施; 工期2023年10月至2024年3月
    r"[^。;\n\d]{0,16}(?:20\d\d年)?\d{1,2}月(?:份|\d{1,2}日|[底末初])?[-至到](?P<year>20\d\d|[次明来翌])年(?P<month>\d{1,2})月"
)


def _mark_seasons(text: str, found: Sequence[Reading]) -> None:
    """What is done from one year into the next is due when that time ends; in place."""
    for r in found:
        if r.voice != "promise" or r.due_words or r.interim or r.outlook:
            continue
        if said := _SEASON.match(text, r.quantity.end, r.quantity.end + _LONGEST):
            r.due_words = f"{said['year']}年{said['month']}月底前"


_GIVEN = sought(r"\d{1,2}月底前")
_LABEL = sought(
    r"(?:^|(?<=[。;,\n(]))[ \t]{0,4}[【\[]?(?:完成|办结|任务|计划完成)?(?:时限|期限|完成时间)(?:要求)?[】\]]?\s?:?\s?"
    r"(?:要求)?(?:20\d\d年)?(?P<month>\d{1,2})月(?:\d{1,2}日|[底末])?(?:之?前)?(?:完成)?\s?(?=[。;,\n)])"
)


def _mark_labelled(text: str, found: Sequence[Reading], cutoff_month: int) -> None:
    """任务:加固水库7座。时限:6月底。进展:…: the label's day is that of every goal between it and the last; in place."""
    begin = next((r.start for r in found if r.voice == "promise"), None)
    if begin is None or not any(word in text[begin : found[-1].start] for word in ("时限", "期限", "完成时间")):
        return
    for label in _LABEL.finditer(text, begin, found[-1].start):
        month = int(label["month"])
        before = [r for r in found if begin <= r.start < label.start() and r.voice == "promise"]
        before = before[-1:] if text[label.start() - 1] == "(" else before
        for r in before if 1 <= month <= cutoff_month else ():
            if not (r.due_words or r.interim or r.outlook):
                r.due_words = f"{month}月底前"
        begin = label.end()


def _listed(text: str, first: Reading, second: Reading) -> bool:
    """新建3座、改造5座,8月底前完成: both."""
    return first.sentence == second.sentence and _LIST.fullmatch(text, first.quantity.end, second.start) is not None
