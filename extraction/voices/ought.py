"""Rates that ought to be reached, or to change by so much: by an order, a plan, a schedule.

三季度末开工率应达到90%以上、投资完成率须达到70%     each with its own word
8月末开工率要达到90%,投资完成率达到年度计划的60%     the next ones go on without it, by the same day
"""

from __future__ import annotations

from extraction.sentences.readings import Measure
from extraction.sought import sought
from extraction.voices.place import PROMISE, Place, Said, only_with
from extraction.words import wording
from extraction.words.words_around import without_leading

_OUGHT = sought(
    r"(?<![供响反效适感对])(?:应|须|需|(?<![主重])要)(?:求)?[比较](?:上年|去年|20\d\d年|年初)[^,;\d]{0,4}(?:提高|提升|下降|降低|减少|增加|增长|上升)\s?$"
)


@only_with(_OUGHT)
def ought_to_change(p: Place) -> Said | None:
    """收集率应较上年提高_3个百分点以上."""
    return PROMISE if _OUGHT.search(p.clause_lead) else None


_OUGHT_TO_REACH = sought(
    r"(?:必须|务必|(?<![供响反效适感对])应|(?<!必)[须需]|(?<![主重])要)(?:达到?|完成|不低于|不少于)\s?$"
)
_REACH = sought(r"(?:必须|务必|[应须需要])?(?:达到?|完成|不低于|不少于)(?:(?:年度|全年|年)?(?:目标|计划|任务)的)?\s?$")
_UP_TO_THEN = sought(r"^.*(?:季度末?|日之?前|月[底末]|半年末?|年[底末]|要求)(?=[\u4e00-\u9fff]{2})")
_BY_NODE = sought(r"(?:(?<!1[12])(?<!年)(?<!\d)\d{1,2}月[底末]|上半年|半年|[一二三]季度末?)(?!前)[^,。;\d]*$")


@only_with(_OUGHT_TO_REACH)
def ought_to_reach(p: Place) -> Said | None:
    """三季度末开工率应达到_90%以上、投资完成率须达到_70%."""
    here = _OUGHT_TO_REACH.search(p.r.lead) is not None
    if p.s.next_steps or not (here or _goes_on(p)) or wording.FORECAST.search(p.clause_lead):
        return None
    rate = sought(r"[\u4e00-\u9fff]{2,}[率度]$").search(_REACH.sub("", p.r.lead))
    own = without_leading(_UP_TO_THEN.sub("", rate.group())) if rate else None
    measure: Measure | None = "completion" if own is not None and own.endswith("完成率") else None
    interim = _BY_NODE.search(sought(r"\d[\d.]*%(?:以上|及以上)?").sub("", p.clause_lead)) is not None
    if not here and p.last is not None:
        interim, p.r.due_words = interim or p.last.interim, p.last.due_words or p.last.clause_lead
    return Said("promise", cued=True, interim=interim or None, part=False, own=own, subject=own, measure=measure)


_NEXT_RATE = sought(r"[,、]\s?[^,。;\d]{2,10}率达到(?:年度|全年|年)?(?:目标|计划|任务)?的?\s?")


_OUGHT_TO_REACH_ANY = sought(r"(?:(?<![供响反效适感对])应|(?<!必)[须需]|(?<![主重])要)(?:达到?|完成|不低于)\s?\d")
_LIST = 80  # characters in which the list began


def _goes_on(p: Place) -> bool:
    """8月末开工率要达到90%,投资完成率达到年度计划的_60%: the next of the rates that ought to be reached."""
    last = p.last
    listed = last is not None and last.voice == "promise" and last.sentence == p.r.sentence and not last.bracket
    if last is None or not listed or _NEXT_RATE.fullmatch(p.s.text, last.quantity.end, p.r.start) is None:
        return False
    start = max(p.s.sentence.start, last.start - _LIST)
    return _OUGHT_TO_REACH_ANY.search(p.s.text, start, last.start + 1) is not None
