"""In which voice a number in brackets speaks: 增长9.3%(目标8.5%,全市平均6.9%), 完成120个(占任务的80%).

Every number answers to the words of its own part of the bracket; only where that part says nothing does it follow the
part before it: (确保8%、力争10%).
"""

from __future__ import annotations

import re

from extraction.numbers import units
from extraction.sentences.named_in_clause import named_in_clause
from extraction.sentences.readings import Reading, Voice
from extraction.sought import sought
from extraction.voices.bracket_demands import is_demanded
from extraction.voices.bracket_key import is_keyed_goal
from extraction.voices.bracketed_goals import sets_itself
from extraction.voices.done_in_bracket import done_in_bracket
from extraction.voices.gap_behind_goal import name_by_distance
from extraction.voices.progress_planned import PLANNED, progress_of
from extraction.voices.shares_in_brackets import is_share_in_bracket, tells_how_much
from extraction.voices.tasks_in_brackets import are_tasks, counts_tasks_again
from extraction.words import names, wording
from extraction.words.directions import either_way, lower_is_better

_GOAL = sought(
    r"目标|任务|(?<!按)计划|预期|预算|指标|要求|(?:考核|规定|达标)标准\s?$|确保|力争|奋斗|保底|控制(?:在|数|线)|达标线|[国省市县旗区州]定\s?$|上限\s?$|下限\s?$|不(?:低于|少于|高于|超过)\s?$|(?:必须|[应须需])达到?\s?$|^应(?:完成|建成|改造|新增|新建|安装|发放)\s?$"
    r"|^(?:全年|年度|本年)(?:为|:)?\s?$"
)
_OF_GOAL = re.compile(r"(?:完成|占|为|(?<!下)达|低于|高于|超|差|欠)[^,]{0,6}(?:目标|任务|计划|预期|预算|指标|要求)")
_OTHERS = re.compile(r"(?:平均|全国|全省|省均|全市|全区|省级|国家|周边)(?![^,、]{0,6}(?:目标|下达|任务|计划|要求))")
EARLIER = sought(r"去年|上年|同期|(?:20|19)\d\d年(?![^,、]{0,6}(?:目标|任务|计划|要求|预期))|年初(?:为|数)|基数|上月")
_LAST_YEARS = sought(r"\s?(?:去年|上年)(?:度)?的?(?:同期)?(?:目标|任务|计划)")
_TOLD = sought(
    r"(?:实际(?:完成|到位|新增|发放)?|已(?!纳入|列入)[^,]{0,4}|累计(?:完成|到位)?|^(?:已|现)?(?:完成|到位|建成|完工)|\d月[底末]?(?:完成|到位))\s?$"
)
_OF_PLAN = sought(r"\s?(?:年度|全年|年初|今年|年)?(?:目标任务|任务|计划|目标|预算)(?:数|量)?的\s?")  # (全年任务的61%)
_ITS_FIGURE = sought(r"(?:以上|以内|以下|左右)?\)\s?(?:已|仅|现|实际)?(?:为|达到?|是|:)\s?\d")


def _stands_before(text: str, r: Reading, before_bracket: str) -> bool:
    """开工率(年度目标100%)为80.6%: the bracket stands between a name and its figure."""
    named = sought(r"[\u4e00-\u9fff]{2,}$").search(before_bracket) is not None
    return named and _ITS_FIGURE.match(text, r.quantity.end) is not None


_ENDS = sought(r"\s?\)\s?(?:[。;:\n]|$)")
_IN_ALL = sought(r"\s?(?:约?占比?|比例|占总数的?|占全部任务的?)(?:为|达到?)?[:]?\s?")


_DEFINES = sought(r"(?:[是即特]?指|下同|注[:：])(?![标数令导定])")  # (指进度低于83.3%或增幅低于目标): what a word means


_SHARE_OF_IT = sought(
    r"(?:其中|含|包括)[^()%]{0,24}\d[\d.]{0,6}[万亿]?[^,()%]{1,3}[,、]占比?(?:达到?|为)?(?:\d[\d.]{0,5}%,[^,()%\d]{0,8})?\s?"
)
_BOUND = sought(r"及?以[上下]\s?[),;、]")


def bracket_voice(r: Reading, inside: str, before_bracket: str, before: list[Reading], text: str = "") -> Voice:
    """`inside` is the bracket up to the number, `before_bracket` the clause that it closes."""
    if _DEFINES.match(inside):
        return "context"
    if _LAST_YEARS.match(inside):
        return "base"  # (上年任务为8.4万人,同期完成101.6%)
    own = sought(r"[,;、]").split(inside)[-1]
    last = before[-1] if before else None
    if not own.strip() and name_by_distance(text, r, before_bracket):
        return "promise"
    if counts_tasks_again(r, inside, before_bracket, last):
        return "context"
    if _GOAL.search(own) and _stands_before(text, r, before_bracket):
        r.cued, r.own = True, sought(r"^.*[,;:、]").sub("", before_bracket)
        r.subject = r.own
        r.measure = "percent" if r.quantity.noun == "%" else r.measure
        return "promise"
    if (whole := _planned_whole(r, own, before)) is not None:
        r.part, r.cued = True, whole.cued
        r.own = r.subject = _of_what(own, planned=True)
        return "promise" if whole.voice == "promise" else "context"
    listed = own != inside and _GOES_ON.fullmatch(own) and last is not None and last.bracket and last.voice == "promise"
    if r.quantity.noun == "%" and _OF_PLAN.fullmatch(own) and last is not None and not last.bracket:
        r.measure = "completion"
        return "claim"
    if sets_itself(r, inside, own, before_bracket, before):
        return "promise"
    if listed or (_GOAL.search(own) and not _OF_GOAL.search(own) and not _OTHERS.search(own)):
        return _goal(r, own, anchor(r, before))
    if lists_goals(r, own, before_bracket):
        r.cued = True
        return "promise"
    goal = before_bracket.endswith(("目标", "任务", "计划"))
    if goal and _SO_FAR.match(own) and last is not None and not last.bracket and last.measure == r.measure:
        if last.voice == "promise" and units.fits(r.quantity.noun, last.quantity.noun):
            r.own, r.subject, r.cued = "", last.name, True
        r.settled = True  # whatever else tells of the plan
        return "report"
    if not own.strip() and is_demanded(r, before_bracket, before):
        return "promise"
    if _SET_GOAL.search(before_bracket):
        return _goal(r, own, anchor(r, before))
    if (
        wording.PEER.search(before_bracket[-14:])
        or sought(r"平均|全国|全省|去年|上年|同期|20\d\d年度?$").search(before_bracket[-10:])
        or _OTHERS.search(own)
    ):
        return "peer"
    if EARLIER.search(own):
        return "base"
    if done_in_bracket(r, own, last):
        r.cued = True
        return "report"
    of = anchor(r, before)
    keyed = of is not None and of.voice == "report" and units.fits(of.quantity.noun, r.quantity.noun)
    if keyed and is_keyed_goal(text, r.start, r.quantity.end):
        return _goal(r, own, of)
    if not inside.strip() and tells_how_much(r, last, before_bracket):
        r.measure = "completion"
        return "claim"
    if sought(r"(?:目标|任务|计划|预期|预算|指标)(?:任务|数|值|要求)?$|(?:考核|规定|达标)标准$").search(before_bracket):
        return _goal(r, own, anchor(r, before))
    if sought(r"的有[^,。;(]{1,12}$|(?:低于|高于|比|较)[^,。;(]{2,10}$").search(before_bracket) or (
        last is not None
        and last.bracket
        and last.voice == "peer"
        and sought(r"、[^,。;(]{2,8}$").search(before_bracket)
    ):
        return "peer"
    if r.quantity.noun == "%" and last is not None and last.voice == "context" and _IN_ALL.fullmatch(own):
        return "context"  # 欠进度5项(占20%): what part of the tasks is behind
    if r.quantity.noun == "%" and (
        sought(r"(?:占比|完成率?|进度|进展情况)(?:[高低]于|超过?|不足|不到|未达到?|达到?)\s?$").search(own)
        or (last is not None and last.voice == "context" and are_tasks(last) and _BOUND.match(text, r.quantity.end))
    ):
        return "context"  # 未达序时进度(进展占比低于91.7%或增幅低于目标), 10项(完成率75%以上): what that means
    if r.quantity.noun == "%" and last is not None and last.bracket and _SHARE_OF_IT.fullmatch(inside):
        return "context"  # 完成712个(其中普惠性580个,占81.5%,超过60%的目标): how many of them
    if r.quantity.noun == "%" and is_share_in_bracket(own, before_bracket, last):
        r.measure = "completion"
        return "claim"
    if wording.GAP.search(inside):
        return "gap"
    if of is not None and is_portion(of, r, own):
        r.part, r.cued = True, of.cued
        r.own = r.subject = _PORTION.sub("", r.own)
        return of.voice
    if of is not None and of.voice == "promise" and told_in_bracket(of, r):
        r.own, r.subject, r.cued = "", of.name, True
        return "report"
    if _names_how_many(r, inside, before_bracket, text) and not before:
        r.cued, r.own = True, sought(r"^.*[,;:]").sub("", before_bracket)
        r.subject = r.own
        return "promise"
    return "context"


def _names_how_many(r: Reading, inside: str, before_bracket: str, text: str) -> bool:
    """新建、改扩建公办幼儿园(52所)。: a heading that names what shall be done, and in brackets how many."""
    alone = not inside.strip() and r.heading and r.quantity.noun not in ("", "%", "年", "号", "期", "批")
    return alone and len(names.folded(before_bracket)) >= 3 and _ENDS.match(text, r.quantity.end) is not None


_GOES_ON = sought(r"\s?(?:(?:同比)?(?:增长|上升|下降|增[速幅])(?:为|达到?)?)?\s?")  # (目标260亿元,增长|9%)
_SET_GOAL = sought(  # 超过省下达任务(145.2万吨)
    r"(?:国家|上级|[省市县旗区州])(?:里|委|政府|级)?(?:下达|核定|确定|定)的?(?:年度|全年|考核|控制)*(?:目标|任务|计划|指标)+(?:任务|数|值)?$"
)
_GOALS = sought(r"(?:目标任务|目标|任务|计划|预期|指标)(?:任务|数|值|要求)?$")
_NOT_ITSELF = sought(r"平均|去年|上年|同期|实际|已|累计|完成率|同比|高于|低于|增长|下降|较|比(?!例|率|重)")


def lists_goals(r: Reading, own: str, before_bracket: str) -> bool:
    """围绕年初目标(净增高企40家、技术合同成交额45亿元): each number of the list is a goal under its own name."""
    named = len(names.folded(r.own)) >= 3 and r.own == r.own.strip() and not _NOT_ITSELF.search(own)
    listed = not sought(r"\d").search(before_bracket[-40:]) and not sought(
        r"[高低多少超快慢]于?[^,。;]{0,8}$|[占比较完]"
    ).search(before_bracket[-12:])
    return named and listed and _GOALS.search(before_bracket) is not None


def is_whole(text: str, r: Reading, before_bracket: str) -> bool:
    """占年度计划投资(190亿元)的82.7%: what stands in the bracket is the plan that the share behind it is of."""
    shared = re.match(r"[^()\d]{0,4}\)的?\s?\d[\d.]*\s?%", text[r.quantity.end : r.quantity.end + 16]) is not None
    return shared and wording.CLAIM.search(before_bracket[-40:] + "的") is not None


def goal_behind(r: Reading, before: list[Reading]) -> Voice:
    """A goal in brackets takes the name and the measure of the figure that it stands behind."""
    return _goal(r, r.lead, anchor(r, before))


_SO_FAR = sought(  # 新增就业4200人目标(上半年新增2316人)
    r"(?:上半年|前?[一二三]季度|1-\d{1,2}月份?|截至[^,;()]{1,9}?|目前|现|年初以来|今年以来)[,]?(?:已|累计|实际|共)*(?:完成|新增|实现|达到?|建成|到位|发放)"
)


def told_in_bracket(promised: Reading, r: Reading) -> bool:
    """到位资金45亿元(1-9月实际到位24.3亿元): the bracket behind a plan says what came of it."""
    return (
        r.bracket
        and not promised.bracket
        and r.sentence == promised.sentence
        and r.measure == promised.measure == "amount"
        and units.fits(r.quantity.noun, promised.quantity.noun)
        and _TOLD.search(sought(r"[,;、]").split(r.lead)[-1]) is not None
    )


_PORTION = sought(r"^(?:其中|内含|含|包括|包含)[:,]?")


_SIZED = sought(r"\d[\d.]*(?:[百千]?[万亿])?(?:元|美元|吨|平方米|千瓦)(?:及)?以上(?:的)?")  # 落地27个(5亿元以上4个)


_PART_OF_PLAN = sought(
    r"(?:其中|内含|含|包括|包含)[:,]?(?P<of>[^,。;:\d]{2,16}?)的?(?:目标|任务|计划|指标)+(?:数|量)?(?:为|共)?\s?"
)


_SET_ABOVE = sought(
    r"(?P<of>(?:国家|中央|[省市])(?:级|定|里)?[^,。;:\d]{0,8}?)的?(?:目标|任务|计划|指标)+(?:数|量)?(?:为|共)?\s?"
)


def _of_what(own: str, planned: bool) -> str:
    """Of what the bracket names a part: 含省级任务40座; behind a plan (省任务数40座) does."""
    said = _PART_OF_PLAN.fullmatch(own) or (_SET_ABOVE.fullmatch(own) if planned else None)
    return said["of"] if said is not None else ""


def _planned_whole(r: Reading, own: str, before: list[Reading]) -> Reading | None:
    """60座(含省级民生实事任务40座): the number of which the bracket names a part, that is no plan of all."""
    of = before[-1] if before and _of_what(own, before[-1].voice == "promise") else None
    if of is None or of.voice not in ("promise", "report") or of.bracket or r.base > of.base:
        return None
    return of if of.measure == "amount" and of.quantity.noun == r.quantity.noun else None


def is_portion(of: Reading, r: Reading, own: str) -> bool:
    """3200个(其中高中学位900个): a part that the bracket names speaks like its whole."""
    return (
        of.voice in ("promise", "report")
        and not of.bracket
        and of.measure == r.measure == "amount"
        and of.quantity.noun == r.quantity.noun
        and (_PORTION.match(own) is not None or _SIZED.fullmatch(own) is not None)
        and len(names.folded(_PORTION.sub("", r.own))) >= 2
        and r.base <= of.base
    )


def anchor(r: Reading, before: list[Reading]) -> Reading | None:
    """The number that the goal is about: the nearest before it of the same unit, else the nearest."""
    near = [b for b in before if b.sentence == r.sentence]
    named = near[-1] if near and progress_of(near[-1], r) else None
    if near and (named or (named := named_in_clause(r, near)) is not near[-1]):
        return named
    alike = [b for b in near[-4:] if units.fits(b.quantity.noun, r.quantity.noun) and b.voice != "claim"]
    alike = [b for b in alike if b.voice != "base"] or alike  # 186亿元,同比多增32亿元,完成目标(170亿元)的109.4%
    if r.measure == "growth":  # 投资增长2.8%,占全部投资的58.3%,全年目标增长3%
        alike = [b for b in alike if b.measure == "growth"] or alike
    return alike[-1] if alike else (before[-1] if before else None)


_BY_MONTH = sought(
    r"(?:(?<!1[12])(?<!年)\d{1,2}月[底末]|上半年|半年|[一二三]季度末?)[^,。;\d]{0,4}(?:达到?|完成|不低于)\s?$"
)


def _goal(r: Reading, own: str, of: Reading | None) -> Voice:
    """A goal takes the name and the measure of the number it stands behind."""
    r.cued = True
    r.interim = r.interim or (r.quantity.noun == "%" and _BY_MONTH.search(own) is not None)
    if of is None:
        return "promise"
    if progress_of(of, r) and PLANNED.fullmatch(own):
        of.voice, of.measure = "report", "completion"
    if of.voice == "context" and not of.bracket and not of.quantity.unit and _may_lack(r):
        of.voice = "report"  # 系数提高到0.548(目标值为0.546): the goal behind it says that the bare number tells
    if units.fits(r.quantity.noun, of.quantity.noun):
        r.measure, r.own, r.subject = of.measure, "", of.name
        evil = lower_is_better(of.name) or either_way(of.name)  # 利率下降0.21个百分点(目标0.2个百分点)
        fell = wording.FALL.search(of.lead) is not None
        falls = (fell or of.value < 0) and of.measure in ("growth", "change") and evil
        if falls and not sought(r"增|涨").search(own):  # 分别下降2.6%和1.4%(目标均为2.2%)
            r.lead = (own if "均" in own else "") + (of.lead if fell else "下降")
    return "promise"


def _may_lack(r: Reading) -> bool:
    """系数0.548(目标0.546), 断面为0(目标0个): whether the figure before may be bare."""
    return not r.quantity.unit or r.quantity.noun in units.COUNTED
