"""Figures of another time than the report's: 去年全区利用率92.7%, 2026年力争9%."""

from __future__ import annotations

import re

from extraction.sought import sought

_LAST = sought(
    r"[,、;]?(?:其中)?(?:[我全本][省市县区州镇乡旗局]|[\u4e00-\u9fff]{1,3}[省市县旗区州])?(?:去年|上年|上一年)(?!同期相比|同期?增|[秋冬]{1,2}[季播]?(?:已|共|完成|播种|种植|落实|栽植))"
)
_YEAR = sought(r"(?<!\d)(20\d\d)年(?!\s?\d{1,2}月)|[今本当]年")
_OVER_YEAR = re.compile(
    r"(?:[较比](?:去年|上年度?|年初)(?:同期|年?[底末])?|同比)(?:再|又|均|已|分别)?(?:提高|提升|上升|增加|下降|降低|减少|增长)了?\s?$"
)


def of_last_year(clause_lead: str, measure: str) -> bool:
    """去年结转的5.2万亩, 我市去年利用率为92.7%: the clause begins with the year before, or with whose it is."""
    return measure not in ("growth", "change") and _LAST.match(clause_lead) is not None


_TO_ITS_END = sought(r"(?:截[至止]到?|[到至])(?:去年|上年度?|(?P<year>20\d\d)年度?)年?[底末](?!前),?[^,。;、\d]*$")


def to_an_end_before(clause_lead: str, year: int | None) -> bool:
    """截至2023年底累计完成投资 in a report of 2024: what an earlier year ended with, whatever plan stands behind it."""
    said = _TO_ITS_END.search(clause_lead) if "年" in clause_lead else None
    return said is not None and (said["year"] is None or (year is not None and int(said["year"]) < year))


_CARRIED_OVER = sought(
    r"(?:去年|上年|上一年|20\d\d年)度?(?:续建|结转|跨年|新?开工|启动|立项)(?:建设)?的?[^,。;\d]{0,16}?"
    r"(?:建成|完工|竣工|交付|投用|投入使用|通车|分配|入住)了?\s?$"
)


def is_carried_over(clause_lead: str) -> bool:
    """上年续建的安置房基本建成312套: what was begun the year before, and is told to be finished now."""
    return _CARRIED_OVER.search(clause_lead) is not None


_OPENS_WITH_LAST = sought(r"\s?(?:去年|上年|上年度|上一年)(?:度|全年)?,(?!同期|同比)")


def opens_with_last_year(before: str) -> bool:
    """去年,全市新增280张: the sentence is about the year before, until it names this one."""
    said = _OPENS_WITH_LAST.match(before)
    return said is not None and not _NOW.search(before, said.end())


def of_next_year(before: str, year: int | None) -> bool:
    """2020年,力争增长9%以上,进出口增长5% in a report of 2019: the year last named in the sentence is ahead."""
    if "年" not in before:
        return False
    named = list(_YEAR.finditer(before))
    return bool(year and named and named[-1][1] and int(named[-1][1]) > year)


def of_the_year(clause_lead: str) -> bool:
    """较上年提高2.6个百分点 is what the year changed; 比上半年回升0.4个百分点 compares within it."""
    return _OVER_YEAR.search(clause_lead) is not None


_YEARS = sought(  # 2016年底前开工的项目: which they are
    r"(?<![比较于同从由与])(20\d\d)年(?!以来|[底末]?[之以]?前[\u4e00-\u9fff]{2,6}的|[^,。;]*(?:目标|计划|任务))"
)
_ANY_YEAR = sought(r"(20\d\d)年")
_NOW = sought(r"今年|目前|截至|本年|[一二三四]季度|上半年|\d-\d{1,2}月")


def of_past_year(before: str, year: int | None) -> bool:
    """2024年投入38.6亿元,比上年增长14.2% in a report of 2025: the year that the sentence last named is over."""
    if "年" not in before:
        return False
    years = list(_YEARS.finditer(before))
    last = max((m.end() for m in _ANY_YEAR.finditer(before) if int(m[1]) >= (year or 0)), default=-1)
    if years and last > years[-1].end():
        return False  # 2025年完成450户,2026年计划600户 in a report of 2026
    return bool(year and years) and int(years[-1][1]) < (year or 0) and not _NOW.search(before, years[-1].end())


_UP_TO = sought(r"[到至](20\d\d)年")


_THOUGHT = sought(r"\s?(?:预计|预期|预测)(?:到|至)(20\d\d)年(?=[,底末前])")


def up_to_other_year(text: str, start: int, end: int, year: int | None) -> int:
    """到2027年,…: how far in the sentence is told what shall be by another year, else `start`; 预计到2027年底,…: or is
    only thought to be, by whichever. 到2027年完成90座,|今年计划30座,已完成14座 comes back to this one.
    """
    named = _UP_TO.match(text, start, end) if year is not None else None
    if (named is None or named[1] == str(year)) and _THOUGHT.match(text, start, end) is None:
        return start
    back = _THIS_YEAR_AGAIN.search(text, start, end)
    return back.start() if back is not None else end


_THIS_YEAR_AGAIN = sought(r"[,;]\s?(?:其中,?)?(?:今年|本年度)(?!起|开始|以来)")


def is_of_later_year(heading: str, year: int | None) -> bool:
    """2015年经济社会发展主要预期目标 in the report of 2014: what stands under it is another year's."""
    if "年" not in heading or _THIS_YEAR_AGAIN.search(heading):
        return False
    # 煤炭消费压减30万吨,数据待2022年3月核定: when it will be known
    years = [int(match[1]) for match in sought(r"(20\d\d)年(?!\s?\d{1,2}月)").finditer(heading)]
    return bool(years and year is not None and min(years) > year) or bool(
        sought(r"(?:明年|来年|下一年)").match(heading)
    )


def year_of_sentence(beginning: str) -> int | None:
    """The year that a sentence opens with (2013年,力争…; 据统计,2018年…), which it and those after it are about.

    A day is of what happened on it alone (2019年3月27日,委员会召开会议审查); 2019年3月1日前 is when something is due.
    """
    of_year = sought(
        r"(?:[^,。;:\d]{1,8}:|[据经][\u4e00-\u9fff]{1,10},)?\s?(20\d\d)年(?!\d{1,2}月\d{1,2}[日号](?![之以]?前|起))"
    )
    match = of_year.match(beginning) if "年" in beginning else None
    return int(match[1]) if match else None
