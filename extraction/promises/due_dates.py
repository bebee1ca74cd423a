"""By which day a promise shall be kept: 6月底前完成, 上半年应完成30亿元, 一季度签约项目30个以上."""

from __future__ import annotations

import calendar
import re
from datetime import date

from extraction.sentences.goal_phrases import stands_as_goal
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import wording

_BEFORE_MONTH = sought(
    r"(?<!\d)(\d{1,2})月(?:(?:(?P<day>\d{1,2})日)?(?:底|末|中旬|上旬|下旬)?(?:以|之)?前|[底末](?:[^,。;\d]{0,16}?(?:应|要|须|需))?(?:达到|建成"
    r"|实现)(?=\d|不低|\D{0,6}$))"
)
_INTERIM = sought(
    r"(上半年|(?<!下)半年|一季度|1季度|前三季度|三季度|前?[一二三四1-4]季度)(?:度|末|底)?(?:的)?(?:应|要|须|需|预期"
    r"|保底|力争|确保|奋斗|完成|达到)*(?:目标|任务|计划|完成率?(?=\d|不低|不少|达)|要求)"
    r"|其中[,:]?\s?(上半年|(?<!下)半年|一季度|前三季度|[二三]季度)(?:末|底)?(?:应|要|须|需|计划)"
    r"|^[,、;\s]?(?:今年)?(上半年|半年|一季度|前三季度|[二三]季度)(?:末|底)?(?:[全我本][省市县旗区州镇])?应当?(?![急用届变对])"
    r"|^[,、;\s]?(上半年|一季度|前三季度),(?:[全我本][省市县旗区州镇])?计划(?=[\u4e00-\u9fff])"
)
_NODE = sought(  # 9月底节点目标; 9月份设置的竣工28座的节点目标
    r"([一二三四]季度|前三季度|上半年|(\d{1,2})月)(?:末|底|份)?(?:(?:设置|设定|确定|制定|部署|排定)的[^,。;]{0,20}?的)?节点"
)
_UP_TO = sought(
    r"^[,、;\s]?1-(\d{1,2})月份?,?(?:[全我本][省市县旗区州镇])?应当?(?![急用届变对])"
)  # 1-9月全市应收缴4200万元
_HELD_TO = sought(r"(?:(\d{1,2})月[底末]|(上半年|前?[一二三]季度)[底末]?)\s?$")  # 低于省定9月底80%的要求
_QUARTER_END = {"上半年": 6, "半年": 6, "一季度": 3, "1季度": 3, "二季度": 6, "前三季度": 9, "三季度": 9, "四季度": 12}


_NEXT_NODE = sought(  # (目标20个,三季度目标14个): the second's time is not the first's
    r"[,、;]\s?(?:上半年|半年|前?[一二三四]季度)(?:末|底)?的?(?:目标|任务|计划|节点).*$"
)


_OF_A_PART = sought(r"\(?其中.*$")  # 251项(其中10月底前开工219项): the part's day


_BY_YEARS_END = sought(
    r"[、,;]\s?(?:到|至)?(?:全年|年[底末内](?:之?前)?)(?:[^,。;\d]{0,12})$"
)  # 6月底前开通8条、年底前14条


# 1850个行政村环境整治(2013-2017年): what shall be done in years is held against no year's pace
_OF_YEARS = sought(r"[^,。;()\d]{0,20}\((?P<first>20\d\d)年?[-—~至到]+(?P<last>20\d\d)年?\)")


_FIRST_DAYS = 5  # of a month, before which nothing of it has passed
_SO_FAR = sought(r"截[至止]到?(?:20\d\d年|今年)?\d{1,2}月(?:\d{1,2}日|[底末初])?")  # 12个(截至9月底建成7个)


def due_of(reading: Reading, year: int | None) -> date | None:
    """The day by which the promise shall be kept, where that is told and not the year's end."""
    if year is None or _BY_YEARS_END.match(reading.lead):
        return None
    if (years := _OF_YEARS.match(reading.tail)) and int(years["last"]) > max(year, int(years["first"])):
        return date(int(years["last"]), 12, 31)
    tail = _NEXT_NODE.sub("", _OF_A_PART.sub("", reading.tail))
    piece = wording.ATTRIBUTE.sub("", reading.clause_lead) + reading.quantity.text + tail
    piece = _SO_FAR.sub("", piece) + reading.due_words
    if reading.bracket and (reading.interim or reading.lead.startswith("其中")):  # (要求6月底达到60%)
        piece = reading.lead + piece
    month, of_the_year = None, year
    if "月" in piece and (match := _BEFORE_MONTH.search(piece) or _UP_TO.match(piece)):
        if _STARTS.match(piece, match.end()) and _STARTED.search(reading.own + reading.lead) is None:
            return None  # 须于6月底前全部开工 is no day of completion
        month, year = int(match[1]), _year_of(piece, match, year)
        if (day := match.groupdict().get("day")) and int(day) <= _FIRST_DAYS and month > 1:
            month -= 1  # 9月1日前: by the end of August
    elif "节点" in piece and (match := _NODE.search(piece)):
        month = int(match[2]) if match[2] else _QUARTER_END.get(match[1])
    elif reading.interim and (match := sought(r"(\d{1,2})月[底末]").search(piece)):
        month = int(match[1])
    elif stands_as_goal(reading.tail) and (match := _HELD_TO.search(reading.clause_lead)) is not None:
        month = int(match[1]) if match[1] else _QUARTER_END.get(match[2])
    elif match := _quarter_of(reading, piece):
        month = _QUARTER_END.get(match[1])
    elif ("季度" in piece or "半年" in piece) and (match := _INTERIM.search(piece)):
        month = _QUARTER_END.get(next(span for span in match.groups() if span))
    if month is None or year < of_the_year or not (1 <= month < 12 or (month == 12 and year > of_the_year)):
        return None
    return date(year, month, calendar.monthrange(year, month)[1])


_OF_PART = sought(
    r"(?:(?P<span>上半年|半年|前三季度|前?[一二三]季度)(?:末|底)?|(?:1-)?(?P<month>\d{1,2})月(?:底|末|份)?)"
    r"(?:的|工作|序时|阶段性?)*(?:目标任务|任务目标|目标|任务|计划)(?:数|量)?的?\s?$"
)


# 完成序时任务的91%, 占节点目标的88%: the share of what should have been done by now
_OF_PACE = sought(
    r"(?:(?:序时|时序)(?:进度)?(?:目标|任务|计划)(?:任务|目标)?|(?:占|完成|[达实]现|为)(?:了)?(?:进度|节点|序时|时序)(?:目标|任务|计划)(?:任务|目标)?)"
    r"(?:数|量)?(?:\([^()]{1,12}\))?的?\s?$"
)


def due_of_share(share: Reading, year: int | None, cutoff: date | None) -> date | None:
    """完成上半年计划的_96%, 占前三季度目标任务_76.1%: the end of the part of the year of whose plan it is the share."""
    if cutoff is not None and cutoff.month < 12 and _OF_PACE.search(share.lead):
        return cutoff
    said = _OF_PART.search(share.lead)
    if said is None or year is None:
        return None
    month = int(said["month"]) if said["month"] else _QUARTER_END.get(said["span"], 0)
    return date(year, month, calendar.monthrange(year, month)[1]) if 1 <= month < 12 else None


_NODES_GOAL = sought(r"的?(?:既定|当期|同期)?(?:时间)?(?:节点|阶段性?)(?:进度|工作)?(?:目标|任务|要求|计划)")
_HELD_AGAINST = sought(r"(?:达到?|完成|实现|超过|超出|[高低]于|落后于?|滞后于?|不及|慢于|快于)[^,。;\d]{0,10}$")


def due_by_now(reading: Reading, cutoff: date | None) -> date | None:
    """竣工21座,未达到竣工28座的节点目标: a goal of a node without its date is the report's day's; else None."""
    held = _NODES_GOAL.match(reading.tail) and _HELD_AGAINST.search(reading.clause_lead)
    return cutoff if held else None


_STARTS = sought(r"(?:必须|全部|全面|均|要|应|须|陆续)*(?:新?开工|动工|进场|启动|开建|破土)(?!率)")
_STARTED = sought(r"开工|动工|进场|启动")
_YEAR_BEFORE = sought(r"(?:(20\d\d)年|[次明来翌]年)\s?$")


def _year_of(piece: str, said: re.Match[str], year: int) -> int:
    """2024年4月底前, 次年3月底前 are days of another year than the report's."""
    other = _YEAR_BEFORE.search(piece, 0, said.start())
    if other is None:
        return year
    return int(other[1]) if other[1] else year + 1


def _quarter_of(reading: Reading, piece: str) -> re.Match[str] | None:
    """三季度末应达到72%; 一季度签约项目30个以上: the quarter by whose end it shall be reached."""
    if reading.interim and (match := sought(r"([一二三四]季度|前三季度|上半年)末?").search(piece)):
        return match
    if match := _AT_END.search(reading.clause_lead):
        return match
    bounded = reading.heading and quantity_is_bounded(reading)
    return _BY_THEN.search(reading.clause_lead) if bounded else None


_AT_END = sought(  # 要求三季度末支出率不低于75%, but not 由二季度末的60%提高到
    r"(?<![由从较比于同])(上半年|半年|(?<!前)[一二三]季度)[末底](?:之?前)?(?!的|为)[^,。;、\d]{0,16}$"
)
_BY_THEN = sought(r"(?<![\d前])(上半年|一季度|前三季度)[^,。;]{0,30}$")  # 一季度签约项目30个以上


def quantity_is_bounded(reading: Reading) -> bool:
    """Whether 以上 or 以内 stands behind the number."""
    return reading.quantity.qualifier in ("ge", "le")
