"""What the words before a number say is of another time, or only stands: no later account makes a plan of it.

    2024年全年共新建公园12个。今年新建公园10个          in a report of 2025: an earlier year's
    “十四五”以来,全市新建公园12个。目前完成10个       of years
    全市共有公园12个。今年已建成10个                   what there is
    预计全年新建公园12个。目前建成10个                 what is thought
    明年计划新建公园12个                               a later year's

The last such words before the number count; words of planning behind them (2024年下达的任务12个) undo them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extraction.outline.items import Item
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_OURS = r"(?:全[省市州县区旗镇乡]|我[省市州县区旗镇乡局]|本[市县旗区])?"
_HEAD = sought(
    r"(?:^|(?<=[,;。:\n(]))\s?(?:[一二三四五六七八九十]是)?(?:其中,?)?(?:"
    r"(?P<now>今年|本年|目前|现已|截[至止](?:目前|今年|\d{1,2}月)|1-\d{1,2}月|前[一二三]季度|年初)"
    rf"|(?P<years>“?十[一二三四]五”?(?:时期|规划)?(?:(?:实施)?以来|期间(?=,?(?:[全我][省市县区旗州])?(?:累计|共|已)))|近几?年来|近[两二三四五]年[来间]?|[两三四五六]年来|[自从]?20\d\d年(?:以来|起)"
    rf"|(?:党的)?(?:十[八九]|二十)大以来|本届[政市县区委府]+(?:成立)?以来),?{_OURS}"
    rf"|(?P<past>去年|上年|前年|上一年)(?!结转|下达|计划|续建)|(?:截[至止])?(?P<year>20\d\d)年(?!以来|结转|下达|计划|续建|度?目标|度?任务)"
    rf"|(?P<next>[明次]年)"
    rf"|{_OURS}(?:目前|现)?(?P<there>共有|现有|拥有|总共有)"
    rf"|(?P<thought>预计|预测|有望)(?:今年|全年|到?年[底末]|下半年)"
    r"|(?:今年)?(?P<part>上半年|第?[一二三]季度|前\d{1,2}个月|[2-9]-\d{1,2}月|\d{1,2}月份?(?![底末初]|前))"
    rf",?{_OURS}(?P<did>累计|已|共计?|实际)?)"
)
_PLANNED = sought(r"计划|目标|任务|指标|预算|[应须需要拟]|确保|力争|下达|承诺|安排|确定|达到")
_HELD_AGAINST = sought(r",?(?:仅|已|约)?(?:为|占|完成|达到?|超过?)[^,。;]{0,16}(?:目标|任务|计划|规划)")
_OF_YEARS = sought(  # goals that are of years themselves
    r"(?:[两三四五六]年|规划|十[一二三四]五”?|总|全程)(?:期?间?|内|行动)?(?:总|累计)?(?:目标|任务|计划|要)|到20\d\d年|20\d\d(?:年)?[-—~至]20\d\d年"
    r"|(?:[两三四五六]年|期末|累计|总数|总量)(?:内)?(?:达到?|突破|超过)"
)
_REACH, _SAME = 2, 0.8
_BEFORE = 80  # characters of its sentence before a number


def settle_other_times(text: str, item: Item, found: Sequence[Reading], year: int | None) -> None:
    """Note that the voice of such a number is known, in place."""
    heads = list(_HEAD.finditer(text, item.start, item.end))
    last: Reading | None = None  # the number before, where it is of an earlier year
    for r in found if heads else ():
        if last is not None and _goes_on(text, last, r):
            r.voice = "base"
        last = r if r.voice == "base" and r.measure == "amount" else None
        if (
            r.settled
            or r.voice not in ("report", "base", "forecast")
            or r.heading
            or r.bracket
            or (r.measure != "amount" and r.voice != "base")
        ):
            continue
        head = _head(heads, item, r)
        if head is not None and head["part"] and not head["did"]:
            r.settled = _told_on(heads, item, found, r, head["part"])
        elif head is not None and not head["now"]:
            r.settled = _is_apart(text, head, r, year)
            if r.settled and head["years"] and r.voice == "report" and not _OF_YEARS.search(text, item.start, r.start):
                r.voice = "base"


_LISTED = sought(
    r"[、,](?!\s?(?:其中|同比|[比较]))(?![^,。;、\d]*(?:已|现|今年|本年|全年|目前|截[至止]|至今|均|累计|[又再将拟]|计划|目标|任务|\d?月|季度|年))"
    r"[^,。;、\d]{2,20}"
)
_OF_LAST_YEAR = sought(
    r"(?:^|[,;。])(?:[我本全][省市县区州旗镇乡局])?(?:去年|上年|上一年)(?!结转|下达|续建|开工|启动|立项|同期比|计划)"
)


def _goes_on(text: str, last: Reading, r: Reading) -> bool:
    """去年检查企业700家,排查隐患3900处: what stands in one list with a figure of the year before is of it, too."""
    plain = r.voice == "report" and r.measure == "amount" and not (r.bracket or r.heading or last.bracket)
    same = plain and r.sentence == last.sentence and _OF_LAST_YEAR.search(last.clause_lead) is not None
    return same and _LISTED.fullmatch(text, last.quantity.end, r.start) is not None


def _head(heads: Sequence[re.Match[str]], item: Item, r: Reading) -> re.Match[str] | None:
    """The last such words before the number in its sentence."""
    start = max(item.sentences[r.sentence].start, r.start - _BEFORE)
    at = bisect_left(heads, r.start, key=re.Match.start) - 1
    return heads[at] if at >= 0 and heads[at].start() >= start else None


def _told_on(heads: Sequence[re.Match[str]], item: Item, found: Sequence[Reading], r: Reading, part: str) -> bool:
    """一季度培训420人。1-9月培训330人: of the very thing that is told to date, or for another part, behind it."""
    behind = (o for o in found if o.start > r.start and o.sentence - r.sentence <= _REACH)
    alike = (o for o in behind if o.quantity.noun == r.quantity.noun and names.likeness(r.own, o.own) >= _SAME)
    later = (_head(heads, item, o) for o in alike)
    return any(head is not None and (head["now"] or head["part"] not in (None, part)) for head in later)


def _is_apart(text: str, head: re.Match[str], r: Reading, year: int | None) -> bool:
    other = head["year"] is not None and year is not None and int(head["year"]) != year
    later = head["next"] is not None or (other and year is not None and int(head["year"]) > year)
    if later:
        return r.voice == "forecast"
    if head["year"] is not None and not other:
        return False
    held = _HELD_AGAINST.match(text, r.quantity.end)  # 2017年产值186.4亿元,为2020年目标的73.1%
    return held is None and _PLANNED.search(text, head.end(), r.start) is None
