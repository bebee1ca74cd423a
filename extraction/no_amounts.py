"""Numbers that measure nothing promised: what a rate is of, the standard of a payment, where a change began."""

from __future__ import annotations

from extraction import units
from extraction.readings import Reading
from extraction.sentence_context import SentenceContext
from extraction.sought import sought

_RATE_NAME = sought(
    r"[^,、;。:()\d]{2,20}?(?:比例|占比|比重|率)(?:(?:到|今)?年[底末内](?:前|之前|以前)?|全年|年内)?(?:要|应|须)?(?:均)?(?:达到?|为|保持|不低于|提高到|提升至|稳定在)*\s?"
)


def names_a_rate(s: SentenceContext, r: Reading) -> bool:
    """要求6个断面优良水体比例达到50%: the count says what the rate is of, and is nothing by itself."""
    if r.quantity.noun not in units.COUNTED:
        return False
    behind = next((q for q in s.inside if q.start >= r.quantity.end), None)
    rated = behind is not None and behind.noun == "%" and behind.start - r.quantity.end <= 28
    return rated and behind is not None and _RATE_NAME.fullmatch(s.text, r.quantity.end, behind.start) is not None


_PROGRAMME = sought(r"十[一二三四五]五[”\"]?(?:规划|期间|时期)(?![^,。;]*(?:年度|今年|本年|全年))")
_BY = sought(r"按照?(?:[每人均户月年日]{1,4})?(?:不低于)?\s?$")


def is_standard(r: Reading) -> bool:
    """已按164元标准发放: by what measure it was paid is no amount of it."""
    return _BY.search(r.lead) is not None and sought(r"[^,。;\d]{0,4}标准").match(r.tail) is not None


_CHANGED_TO = sought(
    r"\s?(?:\([^()]{0,8}\))?(?:统一|逐步)?"
    r"(?:提高|提升|增加|下降|降低|降|缩小|扩大|上升|压缩|减少|增长|提标|上调|调整|增)(?:到|至|为)"
)


def is_start(s: SentenceContext, r: Reading) -> bool:
    """由630元提高到690元: where a change begins is neither promised nor reached."""
    near = r.lead[-24:]
    return ("由" in near or "从" in near) and _CHANGED_TO.match(s.text, r.quantity.end, r.quantity.end + 16) is not None


_PACE = sought(r"(?:序时|时序|时间)进度(?:要求)?(?:应?为|是|应达到?)\s?$")  # 按照时序进度为25%的要求


def is_no_amount(s: SentenceContext, r: Reading, clause_lead: str) -> bool:
    """One of these, the pace itself, or the sum of a programme of many years (“十三五”规划搬迁2716户)."""
    of_years = r.measure == "amount" and _PROGRAMME.search(clause_lead) is not None
    paced = r.quantity.noun == "%" and _PACE.search(r.lead) is not None
    return of_years or paced or names_a_rate(s, r) or is_standard(r)
