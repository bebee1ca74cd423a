"""Which months a figure speaks of: every reporting-period expression of a text, each with its place.

`1-9月`, `前三季度`, `上半年`, `截至8月24日`, `全年`, `四月十八日至五月十日`: found in one scan of the folded text by
one pattern whose repetitions are all bounded. What an expression governs is decided by the few characters beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from extraction.report.dates import DAY, GAP, MONTH, YEAR, month_end, number, safe_date, year_number
from extraction.sought import sought
from extraction.words.folding import fold

Governs = Literal["cumulative", "forecast", "other"]


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """One period expression at `[start, end)`.

    `year` is None where the words do not say it, -1 for last year, 1 for next year. A single month has equal months,
    `截至9月底` counts from January. `day` is set where the last month is not complete. `governs`: `cumulative` for a
    period of results (`first_month` tells where it begins), `forecast` for one that lies ahead, `other` for deadlines,
    events, comparison bases and the `全年` of 全年任务.
    """

    start: int
    end: int
    year: int | None
    first_month: int
    last_month: int
    day: int | None
    governs: Governs


_DASH = r"(?:-{1,2}|[~至到])"
_RANGE = (
    rf"(?P<from_month>{MONTH}){GAP}(?:月{GAP}份?{GAP}(?:(?P<from_day>{DAY}){GAP}[日号]{GAP})?)?{_DASH}{GAP}(?:{YEAR}{GAP}年{GAP})?"
    rf"(?P<to_month>{MONTH}){GAP}月(?:份|{GAP}(?P<to_day>{DAY}){GAP}[日号]|{GAP}(?P<to_part>[底末初]|[上中下]旬))?"
)
_POINT = (
    rf"(?P<month>{MONTH}){GAP}月(?!间|薪|租|票|嫂|饼|亮)"
    rf"(?:份|{GAP}(?P<day>{DAY}){GAP}[日号]|{GAP}(?P<part>[底末初]|[上中下]旬))?"
)
_LOST = r"(?P<lost_month>(?<![0-9])1-(?:1[0-2]|[2-9]))(?=[全我本][省市县区州旗镇乡]|累计)"  # 1-9全市: the 月 is gone
_QUARTER = (
    r"(?:(?P<counted>[前头])[ ]?(?P<upto>[一二三四两1-4])[ ]?个?|第?"
    r"(?:(?P<since>[一1])(?:季度)?[ ]?[、至到~-]{1,2}[ ]?(?:[二2]、)?)?"
    r"(?P<quarter>[一二三四1-4])|(?P<both>一二))[ ]?季度[末底]?|(?P<opening>首季)度?"
)
_COUNT = r"(?<![提之以目当日])[前头](?P<count>1[0-2]|[2-9]|十[一二]?|[二两三四五六七八九])[ ]?个?月(?!份|底|末)"
_PART = (
    r"(?P<half>[上下前]半年度?|半年度|年中(?=工作|总结|小结|督查|评估))|(?P<full>全年度?|年?[底末终](?<=年.)"
    r"|(?<=年)度)"
)
_START = (
    r"(?=[0-9一二三四五六七八九十]|截[至止]|[至到][0-9一二三四五六七八九十今本上下全年 \t]|[今本当去上前明来次全]年"
    r"|年[初底末终度中]|[上下前]半|[前头第][ 一二三四五六七八九十两0-9]|半年|首季)(?<![0-9.])"
)
_DATED = (  # 截至2023.7.7, 截至9-15, 截至1031日
    rf"(?P<dated>截[至止]到?){GAP}(?:(?P<iso_year>20[0-9]{{2}})[-./])?"
    r"(?:(?P<iso_month>1[0-2]|0?[1-9])[-./](?P<iso_day>3[01]|[12][0-9]|0?[1-9])(?![0-9%个万亿])"
    r"|(?P<fused_month>1[0-2]|0[1-9]|[2-9])(?P<fused_day>3[01]|[12][0-9]|0[1-9])(?=日))[日号]?"
)
_YEAR = (
    rf"(?:(?P<year>{YEAR}|[12][0-9](?=年{GAP}[0-9上一前全第])){GAP}[年.]?度?{GAP}(?<!度.)"
    r"|(?P<relative>[今本当去上前明来次]年)度?(?:的|同期)?)?"
)
_MENTION = sought(
    rf"{_START}(?:{_DATED}|(?P<until>截[至止]到?|年初[至到]|[至到])?{GAP}{_YEAR}"
    rf"(?:{_COUNT}|{_RANGE}|{_LOST}|{_POINT}|{_QUARTER}|{_PART}))"
)
# what every expression holds, and how far it can reach to both sides of it: the pattern is tried nowhere else
_EDGES = ("|", "\t", "\n", " ")
_ANCHOR = re.compile("月|季|半年|全年|年[底末终中度]|截[至止]|1-[1-9]")
_BEHIND, _BEYOND = 32, 40
_LAST_YEAR, _NEXT_YEAR = ("去年", "上年", "前年"), ("明年", "来年", "次年")
_BASE_BEFORE = sought(r"(?:[比较同与]|相比|低于|高于|对比|基数|去年|上年|往年)$")
_WAITED_FOR = (  # 待年终统计, 延至明年上半年: until when something has to wait
    "待", "有待", "留待", "须待", "等",
    *(word + to for word in ("延", "推迟", "延期", "推后", "延后", "顺延", "结转", "调整") for to in ("至", "到")),
)  # fmt: skip
_PUT_OFF = ("调整", "安排", "结转", "延后", "推后")  # 统一安排|至10月开班
_SINCE = sought(r"份?以来")  # 二季度以来: from then up to now, whenever that is
_COMPARED = sought(r"[的]?(?:同期|同比基数|基数)")
_AHEAD_BEFORE = re.compile(
    r"预计|预测|预期|力争|有望|确保|争取|计划|拟|将|可望|推迟|延期|顺延|延至|推至|定于|下一步|要在"
)
_LEFT_FOR = sought(
    r"剩余|其余|余下|剩下|尚余|(?:安排|列入|纳入|列为|转入|转到|放在|放到|留在|留到|结转)在?$"
)  # 其余29口放在|四季度实施
_PLANS = sought(r"(?:打算|(?:工作|下步|后续|推进|追赶)(?:安排|计划)):$")  # 打算:|四季度新增36万平方米
_NEXT_WORK = sought(r"(?:重点|主要)?工作(?:计划|安排|打算|要点|思路)")
_AHEAD_AFTER = sought(
    r"[,的还]?(?:预计|预测|力争|有望|可望|将|要|确保|争取|计划|拟|可(?!比)|安排|打算|工作(?:计划|安排|打算|要点)"
    r"|再(?![次度])|继续|加快|还?需(?=[完建新改])|[还尚]要|全力|冲刺)"
)
_GOAL = sought(
    r"(?:的|度|度的|各项|总|工作|既定|预期|投资|收入|生产|考核|奋斗|重点)*(?:目标|控制|任务|计划|预算|指标|预期"
    r"|数据?尚|需|应)"
)
_REACHED = re.compile(r"(?:完成|实现|达到|夺取)了?$")
_WHAT_IT_ASKS = sought(r"[\u4e00-\u9fff]{0,6}?(?:任务|目标|计划|指标)(?!.{0,3}[情进])|开门红")  # 完成首季征缴任务
_FIGURES = sought(r"(?:主要|重点|经济|部分|各项)+指标")  # 1-7月重点指标: what is told of, no yardstick
_EVENT = sought(  # 施工队3月才进场,目前完成80%; 5月份开工: when something began or came, no period of results
    r"份?(?:正式|全面)?(?:新?开工|动工|启动|开建|开班|完工|竣工|投用|交付|通车|开园)(?:建设)?(?:[,、;。]|$)"
    r"|份?(?:印发|出台|下发|签订|制定|部署|召开)的"  # 3月印发的方案提出: when it was set
    r"|份?,[\u4e00-\u9fff]{0,12}(?:签订|印发|召开|出台|下发)[\u4e00-\u9fff]{2,12}(?:[:,。]|$)"
    r"|份?(?:才|方才|始)|份?[^,。;\d]{0,6}(?:进场|进驻|出台|印发|获批|批复|到位|摘牌|开标|定标)[^,。;\d]{0,3}[,;]"
)
_COUNTED = sought(r"[^,。;]{0,8}?\d")
_SENTENCE_END = re.compile(r"[。;!?\n]")
_ANSWERED = re.compile(r"情况|进展|进度|执行|落实|推进|总结|通报|报告|[月旬季周快简]报|公示|督查|自评")
_SHARED = re.compile(r"(?:占|完成|超|超过|达到?|为|相当于|距|达)$")
_HELD_TO = re.compile(r"(?:按照?|对照|对标|围绕|根据)$")  # 按照2020年度处理率95%的目标
_DEADLINE = sought(r"(?:之|以)?前(?![三两]|[0-9])|以内|内(?!容)")
_INTO_NEXT = sought(r"[-至到](?:[次明来翌]年|20\d\d年)")  # 10月至次年3月: a season of work
_RESULT = sought(r"[,:]|已|累计|共|全[省市县区]|我[省市县区]|实际|止|为止|(?:完成|建成|完工|竣工|新增|达到?)[0-9]")
_CELL_BEFORE, _CELL_AFTER = (
    re.compile(r"(?:^|[|\t\n])[ ]?$"),
    re.compile(r"(?:累计|完成|进度|进展|情况|数|止)*[ ]?(?:$|[|\t\n])"),
)
_AS_OF = re.compile(
    r"(?:统计|数据|进度|更新|截[止至])(?:统计|截[止至]|更新)?(?:时间|日期)[:]?[ ]?$"
)  # 统计时间:2023年9月25日
_HEADED = re.compile(
    r"(?:进度|进展|情况|完成数?|实绩|数据|表|台账|统计|汇总|一览|通报|[月旬季周快简]报|清单|排名|公示)"
    r"[ \n]{0,2}[(\[【]$"
)


def period_mentions(text: str) -> tuple[PeriodMention, ...]:
    """Every reporting-period expression of the text in its order. Positions are those of the text given."""
    return mentions_in(fold(text))


@lru_cache(maxsize=8)
def mentions_in(folded: str) -> tuple[PeriodMention, ...]:
    """The same of a text that is folded already."""
    matches = (match for low, high in _windows(folded) for match in _MENTION.finditer(folded, low, high))
    found = (_mention(folded, match) for match in matches)
    return tuple(mention for mention in found if mention is not None)


def cutoff_of(mention: PeriodMention, year: int) -> date | None:
    """The last day that the mention covers, `year` being the report's; None where the calendar has no such day."""
    actual_year = year if mention.year is None else mention.year if mention.year > 1 else year + mention.year
    if not 1 <= actual_year <= 9999:
        return None
    if mention.day is None:
        return month_end(actual_year, mention.last_month)
    return safe_date(actual_year, mention.last_month, mention.day)


def is_open(folded: str, mention: PeriodMention) -> bool:
    """Whether it only says since when: 二季度以来 goes on to whatever the report's last month is."""
    return _SINCE.match(folded, mention.end) is not None


def is_cell(folded: str, mention: PeriodMention) -> bool:
    """Whether a month is all that stands in a cell, without a year: 12月底 below 完成时限 tells nothing of results."""
    before, after = folded[max(0, mention.start - 1) : mention.start], folded[mention.end : mention.end + 1]
    alone = before in ("", *_EDGES) and after in ("", *_EDGES)
    return alone and mention.year is None and mention.first_month == mention.last_month


def _windows(folded: str) -> Iterator[tuple[int, int]]:
    """The stretches around anchors, those that touch joined: so the whole takes one scan at most."""
    low = high = -1
    for match in _ANCHOR.finditer(folded):
        start = max(0, match.start() - _BEHIND)
        if start > high:
            if high > 0:
                yield low, high
            low = start
        high = match.end() + _BEYOND
    if high > 0:
        yield low, high


def _mention(folded: str, match: re.Match[str]) -> PeriodMention | None:
    months = _months(match)
    if months is None:
        return None
    first, last, day = months
    relative = match["relative"]
    year = -1 if relative in _LAST_YEAR else 1 if relative in _NEXT_YEAR else None
    if written := match["year"] or match["iso_year"]:
        year = year_number(written)
    return PeriodMention(match.start(), match.end(), year, first, last, day, _governs(folded, match, year))


def _months(match: re.Match[str]) -> tuple[int, int, int | None] | None:
    """First month, last month and day; None where the characters are no period after all."""
    if match["dated"]:
        month = number(match["iso_month"] or match["fused_month"])
        return None if month is None else (1, month, _day(match["iso_day"] or match["fused_day"], None, month))
    if match["to_month"]:
        return _range(match)
    if match["lost_month"]:
        return 1, int(match["lost_month"][2:]), None
    if match["count"]:
        return 1, number(match["count"].replace("两", "二")) or 1, None
    if match["month"]:
        return _point(match)
    if match["half"]:
        return (7, 12, None) if match["half"].startswith("下") else (1, 6, None)
    if match["full"]:
        return 1, 12, None
    return _quarters(match)


def _range(match: re.Match[str]) -> tuple[int, int, int | None] | None:
    first, last = number(match["from_month"]), number(match["to_month"])
    if first is None or last is None or first > last:
        return None
    return first, last, _day(match["to_day"], match["to_part"], last)


def _point(match: re.Match[str]) -> tuple[int, int, int | None] | None:
    month = number(match["month"])
    bare = not (match["until"] or match["year"] or match["relative"] or match["day"] or match["part"])
    if month is None or (bare and not match["month"].isdigit() and not match.group().endswith("份")):
        return None
    return (1 if match["until"] else month), month, _day(match["day"], match["part"], month)


def _day(day: str | None, part: str | None, month: int) -> int | None:
    """The day of an incomplete month: `中旬` ends on the 20th; a month's last day is no incomplete month."""
    if day is None:
        return {"初": 5, "上旬": 10, "中旬": 20}.get(part or "")
    value = number(day)
    return None if value is not None and value >= month_end(2023, month).day else value


def _quarters(match: re.Match[str]) -> tuple[int, int, int | None]:
    if match["opening"]:
        return 1, 3, None
    if match["both"]:
        return 1, 6, None
    count = {"两": 2}.get(match["upto"] or "") or number(match["upto"] or match["quarter"]) or 1
    through = bool(match["counted"] or match["since"] or match["until"])
    return (1 if through else count * 3 - 2), count * 3, None


def _governs(folded: str, match: re.Match[str], year: int | None) -> Governs:
    near = folded[max(0, match.start() - 12) : match.start()]
    before, after = _clause(near), _SENTENCE_END.split(folded[match.end() : match.end() + 14], maxsplit=1)[0]
    if year == -1 or _BASE_BEFORE.search(before) or _COMPARED.match(after) or before.endswith(_WAITED_FOR):
        return "other"
    if match["until"] in ("至", "到") and before.endswith(_PUT_OFF):
        return "other"
    if not match["to_month"] and (_DEADLINE.match(after) or _INTO_NEXT.match(after)):
        return "other"
    if _NEXT_WORK.match(after):
        return "forecast"
    if _is_goal(match, before, after):
        return "other"
    answered = _ANSWERED.search(before) or _answers(after)
    ahead = _AHEAD_AFTER.match(after) or _AHEAD_BEFORE.search(before) or _PLANS.search(near.removesuffix(before))
    alone = not (match["to_month"] or match["counted"] or match["half"] or (match["until"] or "").startswith("截"))
    if year == 1 or (not answered and (ahead or (alone and _LEFT_FOR.search(before)))):
        return "forecast"
    if match["half"] and match["half"].startswith("下") and not answered:
        return "forecast"
    return "cumulative" if _tells(match, near, after) else "other"


def _clause(text: str) -> str:
    """What stands behind the last punctuation mark."""
    return sought(r"[,。;、:!?》()|\[\]【】\t\n]").split(text)[-1]


def _answers(after: str) -> bool:
    """Whether the clause goes on as the name of a report: 上半年计划执行情况."""
    return _ANSWERED.search(sought(r"[,:]").split(after, maxsplit=1)[0]) is not None


def _is_goal(match: re.Match[str], before: str, after: str) -> bool:
    """全年任务, 上半年目标, 占全年的32%: a yardstick, not a period of results."""
    if _GOAL.match(after) and not _answers(after):
        return not (match["to_month"] and _FIGURES.match(after))
    if not match["to_month"] and _REACHED.search(before) and _WHAT_IT_ASKS.match(after) and not _answers(after):
        return True
    return bool(match["full"] and (_SHARED.search(before) or _HELD_TO.search(before) or after.startswith("的")))


def _tells(match: re.Match[str], near: str, after: str) -> bool:
    """Whether a point in time closes a period of results, and is no event or date of a letter."""
    if match["dated"] or (match["until"] or "").startswith(("截", "年初")):
        return True
    if match["month"] and not (match["until"] or match["to_month"]) and _EVENT.match(after):
        return False
    if match["month"] and not (match["until"] or match["to_month"]) and near.endswith(("已于", "均于", "已在")):
        return _COUNTED.match(after) is not None  # 已于8月份提前完成: when it happened; 已于8月完成640个
    if match["from_day"] and not (match["from_month"] in ("1", "01", "一") and match["from_day"] in ("1", "01", "一")):
        return False
    if match["full"] and match["full"][-1] in "底末":
        return False
    if match["day"] or match["part"] or (match["to_month"] and match["to_part"]):
        if _HEADED.search(near) or _AS_OF.search(near) or sought(r"止|为止").match(after):
            return True
        in_cell = _CELL_BEFORE.search(near) and _CELL_AFTER.match(after)
        return bool(in_cell or (not match["day"] and _RESULT.match(after)))
    return True
