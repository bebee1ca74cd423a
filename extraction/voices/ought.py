"""Rates that ought to be reached, or to change by so much: by an order, a plan, a schedule.

三季度末开工率应达到90%以上、投资完成率须达到70%     each with its own word
市政府要求上半年开工率达到90%、投资完成率达到50%     what is asked for by then
8月末开工率要达到90%,投资完成率达到年度计划的60%     the next ones go on without it, by the same day
各县须在上半年完成年度投资的40%以上,力争45%        a share of the plan by then, and more if it can be
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


_ASKED_BY = sought(  # 省厅要求三季度末开工率达到
    r"(?<!按)(?<!按照)(?:要求|规定|明确)[^,;。\d已]{0,8}?(?:到|至|在|于)?(?:今年|20\d\d年)?"
    r"(?:\d{1,2}月[底末]?(?:\d{1,2}日)?之?前?|上半年|[一二三]季度末?|半年)[^,;。\d已]{2,16}(?:率达到?|进度(?:达到?|不低于))\s?$"
)
_OUGHT_TO_REACH = sought(
    r"(?:必须|务必|(?<![供响反效适感对])应|(?<!必)[须需]|(?<![主重])要)(?:达到?|完成|不低于|不少于)\s?$"
)
_REACH = sought(r"(?:必须|务必|[应须需要])?(?:达到?|完成|不低于|不少于)(?:(?:年度|全年|年)?(?:目标|计划|任务)的)?\s?$")
_DAY = sought(r"\d{1,2}月(?:[底末]|\d{1,2}日)之?前")
_UP_TO_THEN = sought(r"^.*(?:季度末?|日之?前|月[底末](?:之?前)?|半年末?|年[底末]|要求)(?=[\u4e00-\u9fff]{2})")
_BY_NODE = sought(r"(?:(?<!1[12])(?<!年)(?<!\d)\d{1,2}月[底末]|上半年|半年|[一二三]季度末?)(?!前)[^,。;\d]*$")


@only_with(_OUGHT_TO_REACH, _ASKED_BY)
def ought_to_reach(p: Place) -> Said | None:
    """三季度末开工率应达到_90%以上、投资完成率须达到_70%."""
    asked = _ASKED_BY.search(p.clause_lead) is not None
    here = asked or _OUGHT_TO_REACH.search(p.r.lead) is not None
    if p.s.next_steps or not (here or _goes_on(p)):
        return None
    if not (asked or "要求" in p.clause_lead) and wording.FORECAST.search(p.clause_lead):
        return None
    rate = sought(r"[\u4e00-\u9fff]{2,}[率度]$").search(_REACH.sub("", p.r.lead))
    own = without_leading(_UP_TO_THEN.sub("", rate.group())) if rate else None
    measure: Measure | None = "completion" if own is not None and own.endswith("完成率") else None
    interim = _BY_NODE.search(sought(r"\d[\d.]*%(?:以上|及以上)?").sub("", p.clause_lead)) is not None
    interim = interim or asked
    if not here and p.last is not None:
        day = _DAY.search(p.last.clause_lead)  # 9月底前开工率要达到: the day alone, no stage that is begun by it
        interim = interim or p.last.interim
        p.r.due_words = p.last.due_words or (day.group() if day else p.last.clause_lead)
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
    asked = _ASKED_BY.search(p.s.text[start : last.start]) is not None
    return asked or _OUGHT_TO_REACH_ANY.search(p.s.text, start, last.start + 1) is not None


_SPAN = r"(?:(?P<month>\d{1,2})月[底末]|(?P<span>上半年|半年|前?[一二三]季度|首季)[末底]?)(?:之?前)?"
_DEMAND = r"(?:必须|务必|确保|力争|(?<![供响反效适感对])应|(?<!必)[须需]|(?<![主重])要|目标(?:为|是))"
_OF_YEAR = (
    r"(?:完成|达到?)(?:年度|全年|年)(?:总)?(?P<what>投资|建设|工程|支出)?(?:计划|目标|任务)*(?:总?量|额|数)?的\s?$"
)
_SHARE_BY_THEN = (
    sought(rf"{_DEMAND}(?:在|于|到)?{_SPAN}[^,。;\d]{{0,4}}{_OF_YEAR}"),
    sought(rf"{_SPAN}[^,。;\d]{{0,4}}{_DEMAND}[^,。;\d]{{0,3}}{_OF_YEAR}"),
)
_OR_MORE = sought(r"(?:及?以上)?[,、]?\s?(?:并|且)?(?:力争|争取|冲刺|奋力)(?:完成|达到?|实现)?\s?")
_ENDS = {"一": 3, "二": 6, "三": 9, "首": 3, "上": 6, "半": 6}


@only_with(*_SHARE_BY_THEN, _OR_MORE)
def share_by_then(p: Place) -> Said | None:
    """各县须在上半年完成年度投资的_40%以上,力争_45%: goals for the shares told behind them; no share was told yet."""
    last = p.last
    if last is not None and last.voice == "promise" and last.interim and last.own.endswith("完成率"):
        if (
            last.quantity.noun != p.r.quantity.noun
            or _OR_MORE.fullmatch(p.s.text, last.quantity.end, p.r.start) is None
        ):
            return None
        p.r.due_words = last.due_words
        return Said(
            "promise", cued=True, interim=True, part=False, own=last.own, subject=last.own, measure="completion"
        )
    said = next((m for rule in _SHARE_BY_THEN if (m := rule.search(p.clause_lead)) is not None), None)
    if said is None:
        return None
    month = int(said["month"]) if said["month"] else _ENDS[said["span"].removeprefix("前")[0]]
    if p.s.next_steps or month != p.s.cutoff_month:
        return Said("context")  # due later, or long ago
    p.r.due_words = f"{month}月底前"
    own = f"年度{said['what'] or '任务'}完成率"
    return Said("promise", cued=True, interim=True, part=False, own=own, subject=own, measure="completion")
