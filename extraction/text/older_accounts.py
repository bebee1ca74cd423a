"""How a thing stood at an earlier month's end, and how it stands now, in one breath: the newer account is read alone.

    造林任务在8月底完成58%、落后序时8.7个百分点,经过攻坚,9月底完成76%      reads as 造林任务在9月底完成76%
    截至8月底完成58%、落后序时,截至9月底造林任务完成76%                 reads as 截至9月底造林任务完成76%
    截至6月底,提标项目完成年度计划的53%;截至9月底完成79%                reads as 截至9月底,提标项目完成年度计划的79%
    改厕7月底进度滞后,完成任务的45%;经督办,9月底已完成任务的82%          what was behind then is behind no longer
    完成率由6月底的45%提升到9月底的82%                                reads as 9月底完成年度任务的82%
    截至6月末未达序时的供水工程,经两个月攻坚,目前已完成任务的80%          reads as 供水工程,目前已完成任务的80%

Amounts are left to `pairing/snapshots.py` unless words of lag stand beside the older one. Steps that are planned
are no accounts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.numbers.numerals import arabic_value
from extraction.records import Edit
from extraction.sought import sought

_TWO = sought(r"\d月(?:底|末)[^。\n]{0,120}?\d月(?:底|末)")
_MONTH_END = r"(?:今年|20\d\d年)?{month}月(?:底|末)"
_OF_PLAN = r"(?:了)?(?:其?(?:年度|全年|年初|总)?[^,。;:、()\d]{0,6}(?:任务|计划|目标|投资)(?:总?[量数额])?的)?"
_DONE = r"(?:完成|达到?|建成|改造|累计完成|完成率?为|完成率|进度为?|进度达到?)"
_FIGURE = r"\d[\d,]*(?:\.\d+)?"
_LAGGED = r"(?:滞后|落后|偏慢|缓慢|较慢|不快|慢于序时|低于序时|未达序时|欠序时)"
_BESIDE = (  # of the older account: how far behind it was, what share it is, what was done since
    rf"(?:(?:(?:但|仍|比|较|与|距|进度|整体)[^。;,\n\d]{{0,10}})?{_LAGGED}[^。;,\n\d]{{0,12}}(?:{_FIGURE}个百分点)?"
    rf"|(?:仅?占|完成率为?){_OF_PLAN}{_FIGURE}%"
    r"|(?:经|通过|采取|加大|加快|倒排|集中|整改|督办|调度|随后|后)[^。;,\n\d]{0,28})"
)
_PAIR = re.compile(
    r"(?P<date>" + _MONTH_END.format(month=r"(?P<first>\d{1,2})") + r")"
    rf"(?P<lagged>[,]?[^,。;:、()\d]{{0,10}}{_LAGGED}[^,。;:、()\d]{{0,8}},)?"
    rf"(?P<name>,?[^,。;:、()\d]{{0,24}}?)(?:仅仅?|只|已|才|实际|累计)*(?:{_DONE}){_OF_PLAN}\s?"
    rf"(?P<older>{_FIGURE})(?P<unit>%|[\u4e00-\u9fff]{{1,3}}?)"
    rf"(?P<between>[,、;(](?:{_BESIDE}\)?[,;、]){{0,2}})"
    r"(?:但|而)?(?:到|至|截至|截止)?(?P<now>" + _MONTH_END.format(month=r"(?P<last>\d{1,2})") + r")"
    rf"(?P<named>,?[^,。;:、()\d]{{0,16}}?)(?:则|实际|已|累计|共)*(?:{_DONE}|提高到|提升到|提升至|追赶到){_OF_PLAN}\s?(?P<newer>{_FIGURE})(?P<same>%|[\u4e00-\u9fff]{{1,3}})"
)
_PLANNED = sought(r"(?<!年度)(?<!全年)计划|要求|确保|力争|应|节点|须|需|拟|将|预计|底前|(?<!年度)(?<!全年)目标|以前")
_PLAN_OF = sought(r"(?:年度|全年|年初|总)?(?:任务|计划|目标)(?=的)")
_NEXT_STEP = sought(r"[,、;](?:到|至)?(?:1[0-2]月|年)[底末]")


_RISEN = sought(
    r"(?<=[\u4e00-\u9fff]{3})(?P<risen>(?:任务)?完成(?:率|比例|进度)[由从](?P<first>\d{1,2})月[底末]的?\d{1,3}(?:\.\d{1,2})?%"
    r"(?:提[升高]|上升|增长|增加)[到至])(?P<last>\d{1,2})月[底末](?P<of>的?)(?=\d{1,3}(?:\.\d{1,2})?%)"
)
_THEN_BEHIND = sought(
    r"(?P<then>截[至止]\d{1,2}月[底末]未达到?序时(?:进度)?(?:要求)?的)[\u4e00-\u9fff]{3,16}(?P<since>,经过?(?:近|约)?(?:[一二两三四五六]|\d)个(?:多)?月"
    r"的?[\u4e00-\u9fff]{0,8})(?=,(?:目前|现)?(?:已|累计))"
)


def older_accounts(text: str) -> Iterator[Edit]:
    """The edits that leave the newest account, dated and figured, in the words of the first."""
    for match in _RISEN.finditer(text) if "月" in text else ():
        if int(match["first"]) < int(match["last"]):
            yield *match.span("risen"), ""
            yield *match.span("of"), "完成年度任务的"
    for match in _THEN_BEHIND.finditer(text) if "序时" in text else ():
        yield *match.span("then"), ""
        yield *match.span("since"), ""
    yield from _in_one_breath(text)


def _in_one_breath(text: str) -> Iterator[Edit]:
    at = 0
    for place in _TWO.finditer(text):
        if place.start() < at:
            continue
        first = _account(text, place.start())
        if first is None:
            continue
        last = first
        while (later := _account(text, last.start("now"))) is not None and later["unit"] == first["unit"]:
            last = later
        at = last.end()
        if not _tells(text, first) or _NEXT_STEP.match(text, at):
            continue
        if last["named"].strip(","):  # 8月底完成58%,9月底造林任务完成76%: the newer one stands whole
            yield first.start("date"), last.start("now"), ""
            continue
        yield *first.span("date"), last["now"]
        if first["lagged"]:
            yield *first.span("lagged"), ""
        yield first.start("older"), last.start("newer"), ""


def _account(text: str, start: int) -> re.Match[str] | None:
    """The pair of accounts whose first date begins here, if the newer one is later and no less."""
    found = _PAIR.match(text, start)
    if found is None or not 0 < int(found["first"]) < int(found["last"]) <= 12 or found["unit"] != found["same"]:
        return None
    if arabic_value(found["newer"]) < arabic_value(found["older"]):
        return None
    if found["named"].strip(",") and found["name"].strip(",") not in ("", found["named"].strip(",")):
        return None  # each of them tells of its own
    lagged = found["lagged"] or sought(_LAGGED).search(found["between"])
    return found if found["unit"] == "%" or lagged else None


def _tells(text: str, account: re.Match[str]) -> bool:
    """Whether nothing of the sentence says that these are steps to be reached."""
    begin = max(text.rfind(mark, max(0, account.start() - 60), account.start()) + 1 for mark in "。\n;")
    said = text[max(begin, account.start() - 60) : account.start("older")] + account["between"]
    return _PLANNED.search(_PLAN_OF.sub("", said)) is None
