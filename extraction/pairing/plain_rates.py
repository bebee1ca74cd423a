"""A rate of change without a word of planning, known by its answer.

    万元产值用水量较2020年下降16%以上,经初步测算下降17.3%; A、B排放总量分别下降4%、6%,核算分别下降4.6%和5.1%.
    港口货物吞吐量增长9%以上,1—8月完成2160万吨、增长7.4%.

Who found it, said behind a change of the same thing, tells (words/assessors.py); its months do where the change is
bounded (以上): nothing is reported as so much or more and then exactly.
"""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names
from extraction.words.assessors import CERTIFIED, CHANGED, FINDING, OWN_FINDING

_ANSWERED = sought(r"^(?:以上|左右|以内)?[,、](?:目前|现|截至[^,]{1,8})?(?:已|实际(?!利用|使用|吸收))")
_IN_MONTHS = sought(
    r"^以[上下],(?:截至[^,。;]{1,8},?|1[-至]\d{1,2}月份?|前?[一二三]季度|前[二三两]个?季度|上半年)(?:累计)?"
    r"(?:(?:完成|实现)[\d.,]+[^,。;%\d]{1,6}[、,])?(?:同比)?(?:增长|上升|下降|减少|降低)(?:了|约|近)?$"
)
_FOUND_BETWEEN = sought(  # 分别削减4.5%、4%,经初步核算,分别削减4.8%和2.6%
    rf",(?:{OWN_FINDING},|{CERTIFIED},?|(?:1-\d{{1,2}}月|前?[一二三]季度|上半年|(?:截至)?目前),?(?=分别|依次))(?:已|实际|均)*(?:分别|依次)?(?:同比)?(?:增长|上升|提高|下降|减少|降低|削减|压减)(?:了|约|近)?(?:\d[\d.]*%[、和,])*$"
)
_MORE_POINTS = sought(  # 收集率较上年提高3个百分点,目前提高1.4个百分点
    r"^(?:以上|左右)?,(?:目前|现|截至[^,]{1,8},?|1-\d{1,2}月,?|前?[一二三]季度,?)(?:已|实际)?(?:[较比](?:上年|去年|年初)(?:同期|[底末])?)?"
    r"(?:提高|提升|上升|下降|降低|增加|减少)(?:了|约|近)?\s?$"
)
_COMPARED = sought(r"[较比](?:上年|去年|20\d\d年|年初)(?:同期|[底末])?")
_EACH = sought(r"分别|依次")
_LISTED = sought(r"\d[\d.]*%[、和及与]")  # 排放量下降2%、3%: side by side
_GOES_ON = sought(r"[、和及与]")  # all there is before the next number
_GROWN = sought(
    r"自[查测评报]|上报|已|目前|累计|实际(?!利用|使用|吸收)|同比|截至|[比较]|其中|月|季度|半年|全年|年末|完成|\d"
)


_FOUND_OUT = sought(  # 初步测算,|排放量下降3%、2.6%; 按上报数,|…: somebody's figures, to be found right or wrong
    r"(?:^|[。;:,\n])[^。;:,\n\d]{0,6}(?:初步|上报|自[查测评报]|监测|统计)[^。;:,\n\d]{0,6},$"
)
_OPENING = 20  # characters before a clause in which they are said


def may_be_plan(text: str, r: Reading) -> bool:
    """Whether nothing beside the change says that it was."""
    lead = _lead(r)
    if _FOUND_OUT.search(text[max(0, r.clause_start - _OPENING) : r.clause_start]):
        return False
    named = len(names.folded(r.own)) >= 2 and not names.is_nominal(r.own)
    return r.voice == "report" and named and not (_GROWN.search(lead) or FINDING.search(lead))


def is_listed(r: Reading) -> bool:
    """Whether one predicate is said of several things by position."""
    beside = _LISTED.search(r.clause_lead) or _GOES_ON.fullmatch(r.tail)
    return beside is not None or _EACH.search(r.clause_lead) is not None


def _lead(r: Reading) -> str:
    """The words before the change, without what it is measured from, of a list those before its first number."""
    lead = _COMPARED.sub("", r.clause_lead)
    if (listed := _EACH.search(lead)) is not None:
        return lead[: listed.end()]
    return lead if (first := _LISTED.search(lead)) is None else lead[: first.start()]


def answers(between: str, first: Reading, second: Reading) -> bool:
    """Whether the words between two changes make the second the answer to the first."""
    if CHANGED.match(second.clause_lead) and second.clause_start != first.clause_start:
        return second.own in ("", first.own)
    if _FOUND_BETWEEN.search(between):
        return bool(second.own) or not is_listed(first)  # behind a list as many as there, each named by its place
    if first.measure == "change":
        return _MORE_POINTS.search(between) is not None and second.own in ("", first.own)
    if _IN_MONTHS.search(between):
        return not second.own
    return _ANSWERED.search(between) is not None and not _COMPARED.search(first.clause_lead)
