"""A goal that stands inside a comparison: 低于4.2%的控制目标, 没有达到8%的保底目标, 低于5月底开工率达到50%的要求."""

from __future__ import annotations

import re
from functools import lru_cache

from extraction.cues import cue
from extraction.numbers import units
from extraction.records import Quantity
from extraction.sentences.interim import share_name
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names
from extraction.words.setters import SET_ALONE, without_introduction, without_setter
from extraction.words.words_around import without_leading

_KINDS = (
    r"(?:控制|调控|管控|预期|年度|全年|半年|季度|阶段性?|保底|奋斗|力争|确保|考核|年初|既定|省定|市定|规划|序时|工作|约束性"
    r"|增长|增速|增幅|任务|计划)"
)
_TAIL = sought(
    rf"\s?(?:\([^()]{{0,6}}\))?\s?(?:以上|左右|以内|以下)?[”\"]?的?{_KINDS}{{0,3}}(?:(?<=的)[\u4e00-\u9fff]{{2,4}}(?=任务|要求|目标))?"
    r"(?:目标(?:任务|值)?|任务|计划|要求|指标|预期(?:目标|值)?|年度安排|红线|上限|限值|限额|底线|警戒线|预警线|控制线|控制数|(?<=[省市县旗国]定)标准|(?<=考核|规定|约束)标准)(?!书|生|单|完成|投资|共?有(?:[:\d]|$)|包括|如下)"
    rf"|\s?(?:以上|左右|以内)?的{_KINDS}{{0,2}}(?:目标|任务|计划)(?:已|仅|只|实际|累计)*完成(?=[^,。;]{{0,6}}(?:$|[,。;]))"
)
_COMPARES = sought(
    r"(?:[,、;\s]|[和与及较比距离仅只才]|年[底末内]前?|[国省市县旗区州][\u4e00-\u9fff]{0,4}?[会委办局厅部](?=下达|核定|要求|规定|明确|确定)|均|都|已|也|仍|尚|略|远|大大|大幅|明显|显著|稳定|[低高差劣多少大小快慢]于|高出|超过|超出|超额|突破|超(?=\s?$)|提前(?:[一二两三四五六七八九十半\d]{1,3}个?多?(?:月|天|季度|周|年|工作日))?|如期|按期|圆满|顺利|若?要(?=完成|实现|达到)|没有|没能|未能|未|不及|达不到|达到?|完成了?"
    r"|实现了?|优于|好于|满足|符合|控制在|上半年|全年|年度|年初|[省市县旗区州]里|前?[一二三四]季度[末底]?|\d{1,2}月[底末]?前?|(?:提出|制定|设定|自定|定下)(?=的)|确定|省定|市定|的|(?:省|市|县|区|国家|上级|部)?(?:里|委|政府)?(?:下达|核定|要求|规定|明确|确定)|“)+"
)
_TIER = sought(
    r"[,、;和及或并\s]{0,2}(?:同时|再|并)?(?:力争|奋斗|挑战|冲刺|争取|确保|保底|争|保)(?:目标|增长|达到?|完成|实现|突破|新增|为|到|至|[:])*\s?"
)
_DISTANCE = re.compile(
    r"[”\"]?的?[^,。;\d]{0,10}(?:目标|要求|任务|计划|指标|预期)(?!(?:已|仅|只|实际)*(?:完成|实现|达到))[^,。;\d]{0,8}"
)


def is_goal(r: Reading, text: str = "") -> bool:
    """Whether the words right behind the number make it a goal: 4.2%的控制目标; 60%、35%的目标 are both."""
    if stands_as_goal(r.tail):
        return True
    end = r.quantity.end
    named = None
    if text[end : end + 1] in _ON_BEGINS and _RESOLVES.match(r.clause_lead):
        named = _NAMED_ON.match(text, end, end + 90)
    if named is not None:
        return stands_as_goal(text[named.end() : named.end() + 24])
    on = _ON.match(text, end, end + 40) if text[end : end + 1] in _ON_BEGINS else None
    listed = on if on is not None and _LISTS.search(r.clause_lead) else None
    return listed is not None and stands_as_goal(text[listed.end() : listed.end() + 24])


def is_set_goal(r: Reading) -> bool:
    """低于省定88%的目标 is a goal that the province set; 低于全省平均5%的水平 is somebody else's figure."""
    return is_goal(r) and not re.search(r"平均|均值|水平|增幅|同期", r.lead)


_LISTS = sought(
    r"分别|依次|(?:完成|实现|超过|超出|达到|高于|优于|好于|低于|未达到?|不及)了?\s?$|(?:完成|实现|达到)了?[^,。;\d]{1,10}(?:下降|增长|减排|减少|提高|削减)\s?$"
)  # 均超过90%、60%的省定标准
_RESOLVES = sought(r"\s?(?:实现|完成|达到|确保|围绕|对照|落实)(?!了)")  # 实现A率90%以上、B率98%以上的目标
_NAMED_ON = re.compile(
    r"(?:(?:以上|左右|以内)?[、和及][^,。;、\d]{2,16}\d[\d.,]*(?:[\u4e00-\u9fff]{1,3}?(?=[的、和及以左])|%|‰)){1,4}"
)
_ON = re.compile(r"(?:(?:以上|左右|以内)?[、和及]\s?\d[\d.,]*\s?(?:[\u4e00-\u9fff]{1,3}?(?=[的、和及])|%|‰)){1,4}")


_ON_BEGINS = frozenset("以左、和及")
_QUOTED = re.compile(
    r"[^“”。;]{0,60}”(?:[、,和及]?“[^“”。;\n]{2,60}”){0,8}(?:的|等)*(?:(?:列入|纳入|列为|作为)(?:了)?(?:今年|本年|[全我][省市县旗区]|[省市县旗区]里|[省市县旗区]政府)*的?)?"
    r"(?:年度|全年|工作|预期|考核|市定|省定)*(?:目标|任务|要求|指标|(?:民生|惠民|为民|利民|便民)?(?:办)?实事)"
)


def is_quoted_goal(text: str, r: Reading) -> bool:
    """“公办园占比55%以上、普惠园覆盖率90%以上”的目标: every number of the quotation is a goal."""
    opened = text.rfind("“", max(0, r.start - 60), r.start)
    return opened >= 0 and "”" not in text[opened : r.start] and _QUOTED.match(text, r.quantity.end) is not None


@lru_cache(maxsize=4096)
def stands_as_goal(behind: str) -> bool:
    """Whether these words behind a number call it a goal."""
    return _TAIL.match(behind) is not None


LIMIT = sought(
    r"(?:(?:控制在|控制到|未突破|未超过|没有超过|不超)[^,。;\d]{0,10}(?:限额|限值|控制数|控制线|目标|指标|红线|上限|计划|任务|要求|预期)"
    r"|(?:低于|少于)[^,。;\d]{0,8}(?:限额|限值|控制数|控制指标|控制线|上限)"
    r"|(?:^|,)\s?在(?:国家|年度|全年|下达|[省市县旗]|定|的)*(?:控制|考核)(?:指标|目标|数|线))(?:值|数)?的?\s?$"
)


def is_limit(r: Reading) -> bool:
    """余额45.6亿元,控制在省核定的限额48.2亿元以内: the limit behind the figure that keeps it."""
    return r.quantity.noun != "个百分点" and LIMIT.search(r.lead) is not None


def is_second_tier(r: Reading, before: list[Reading]) -> bool:
    """确保40个、力争50个: tier words alone behind a goal of the same unit."""
    last = before[-1] if before else None
    return (
        last is not None
        and last.voice == "promise"
        and last.sentence == r.sentence
        and units.fits(last.quantity.noun, r.quantity.noun)
        and _TIER.fullmatch(r.lead) is not None
    )


def is_first_tier(r: Reading) -> bool:
    """净增保30家争35家: the first of two goals in their shortest form."""
    return r.lead.endswith("保") and sought(r"[,、]?力?争").match(r.tail) is not None


_FIRST = sought(r"(?:确保|保底|(?:必|须|要)(?=[^,。;]{0,6}达到))(?!各|一方|公平)[^,。;\d]{2,24}$")
IS_SURE = cue(_FIRST)
_SECOND = re.compile(r"(?:以上|左右|以内)?[,、]\s?(?:力争|奋斗目标|冲刺|挑战)[^,。;\d]{0,6}")


def has_second_tier(text: str, r: Reading, following: Quantity | None) -> bool:
    """确保公交覆盖率提高到90%,力争93%: the goal whose higher tier stands right behind it, in the same unit."""
    if following is None or following.noun != r.quantity.noun or not _FIRST.search(r.clause_lead):
        return False
    return _SECOND.fullmatch(text, r.quantity.end, following.start) is not None


def is_distance(r: Reading, before: list[Reading]) -> bool:
    """8%的目标还差1.2个百分点: the distance to a goal that stands there itself."""
    last = before[-1] if before else None
    if last is None or last.sentence != r.sentence or r.measure == "completion":
        return False  # 新增110亿元计划的41.9%: a share of it
    at_once = r.start - last.quantity.end <= 1 and r.clause_start == last.clause_start  # no 2座,1座完工
    if last.voice == "promise" and r.quantity.noun == last.quantity.noun and at_once:
        return not r.lead.strip("约近 ")  # 低于年度目标120家34家
    if last.voice == "context" and sought(r"\s?[、,和及]?\s?").fullmatch(r.lead):
        return last.quantity.noun == r.quantity.noun == "个百分点"
    still = (
        sought(r"[”]?(?:以上|左右)?(?:还|尚|仍|相)+(?:差|低|少|欠|缺|短)(?:约|近)?\s?").fullmatch(r.lead) is not None
    )
    if last.behind is not None and sought(
        r"(?:相比)?,?(?:还|尚|仍|略|相)?(?:差|欠|少|多|高|低|增|减|超|短缺)(?:出|于)?了?"
    ).fullmatch(r.lead):
        return True
    return last.voice == "promise" and (still or (is_goal(last) and _DISTANCE.fullmatch(r.lead) is not None))


_BELOW = re.compile(r"(?:低于|少于|小于|不足|不及|未达到?|没有?达到?)[^,;\d]{0,8}$")


_ONLY_COMPARES = sought(  # 3.41%,比年目标任务4.2%低0.79个百分点
    r"(?:[较比与和同]|相?对比|距离?)?(?:全年|本年|今年|年度|年初|年|[省市县旗区州国]定|省里|市里|预期|考核|控制|既定|规划)*"
)


_MET = sought(  # 我市圆满完成新增城镇就业: that it was done, and by whom, is no name
    r"^(?:[我全本][市县旗区州省])?(?:已经?|圆满|顺利|提前|超额|如期|尚未|未能|没有|未)+(?:完成|实现|达到)了?(?=..)"
)


_YET = sought(r"^(?:但是?|不过)(?=..)")  # 但进口增长5%的目标未实现
_EFFORT = sought(  # 全力确保完成全年进出口135亿元; 未达到9月份设置的竣工28座的节点目标
    r"(?:全力以赴|全力|坚决|努力|切实)?(?:确保|力争|争取)(?=..)|[份底末]?(?:设置|设定|制定|部署|排定)的|于\d{1,2}月"
)


_TO_DO = sought(r"^(?:今年|全年|年内)?(?:要|应|须|需)(?:完成|实现)(?=..)")  # 今年要完成|用水量下降2.7%的目标


def adopt_name(r: Reading, of: Reading | None) -> None:
    """The goal is called, and measured, like the figure it is compared with, unless it names itself."""
    lead = sought(r"^.*[,;]").sub("", r.lead)
    r.compared = of is not None and units.fits(of.quantity.noun, r.quantity.noun) and _BELOW.search(lead) is not None
    rest = without_introduction(_COMPARES.sub("", lead, count=1) if _COMPARES.match(lead) else lead)
    month = sought(r"\d{1,2}月[底末]|上半年|半年|[一三]季度").search(lead)
    r.interim = r.interim or (month is not None and "达" in lead)
    rest = sought(
        r"(?:达到?|为|不低于|不少于|不超过|控制在|完成|实现|(?<![净新])年?增长?|下降|削减|减少|压减|提高|降低)*$"
    ).sub("", rest)
    rest = without_setter(_TO_DO.sub("", _MET.sub("", _YET.sub("", rest))))
    rest = without_leading(rest) if _EFFORT.match(rest) else rest
    if r.owner and rest == r.owner:
        return  # 平岭市1120套的任务: whose it is says nothing of what it is
    nameless = _ONLY_COMPARES.fullmatch(rest) or SET_ALONE.fullmatch(rest)
    if len(names.folded(rest)) >= 2 and not nameless and not names.BARE_VERB.fullmatch(rest):
        r.own = r.subject = rest
    elif of is not None and units.fits(of.quantity.noun, r.quantity.noun):
        r.own, r.subject = "", share_name(of) if of.voice == "claim" else of.name
        r.measure = of.measure if r.quantity.noun == "%" and of.measure in ("growth", "percent") else r.measure
        if (
            r.measure == "growth"
            and of.value < 0
            and sought(r"下降|减|降").search(of.lead)
            and not sought(r"增").search(lead)
        ):
            r.lead = of.lead if sought(r"能耗|排放|用水|强度|浓度").search(of.name) else r.lead
