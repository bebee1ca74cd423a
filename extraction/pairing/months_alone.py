"""What one month or quarter alone gave of the year's plan is no progress of the year's.

    1至11月完成投资316亿元,完成率91%。11月份完成投资39亿元,占全年计划的12.3%    the year so far stands beside it
    5月当月完成投资21亿元,占全年计划的13%                                     so it says itself
    7月、8月单月投资完成率分别为6.3%、7.1%

A share that is up to that month's pace may as well be of all months (9月份完成投资3亿元,占年度计划的79%) and stays.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.report.period import PeriodMention
from extraction.sentences.readings import Reading
from extraction.sought import sought

_ALONE = sought(r"[当单]月(?!底|末)|[当单]季|每月|每个月|各月|(?<!\d)本月(?!底|末)|月均")
_UP_TO = sought(r"(?:截[至止]|[到至于在])(?:今年|20\d\d年)?\s?$")
_AMONG = sought(r"其中[,:]?$")
_ENDS = sought(r"[底末]|\d日")
_SO_FAR = sought(r"累计|总共|共(?!享|建|同)|已|目前|至今|截[至止]|以来")
_BEHIND = 16  # characters between a figure and its share
_FAR_BEHIND = 3  # times under the pace: no year so far, whatever stands beside it
_OVER = sought(r"[。\n]")  # what stands in a sentence behind the month's may be of the year again
CUE = cue(sought(r"月|季"))


def silence_months_alone(text: str, found: Sequence[Reading]) -> None:
    """Take their voices from the share of one month or quarter and from the figure it is of, in place."""
    whole = [r.period for r in found if _is_so_far(r)]
    month: PeriodMention | None = None  # of the last share of one month in this sentence
    sentence = -2
    for index, r in enumerate(found):
        if r.voice != "claim" or r.measure != "completion" or r.bracket:
            continue
        told = r.period
        if month is not None and r.sentence - sentence <= 1 and (told is None or told.start < month.start):
            told = month  # 8月,甲完成3%;乙完成5%
        if _is_alone(text, r, told, whole):
            month, sentence = told, r.sentence
            _silence(found, index)


def _silence(found: Sequence[Reading], index: int) -> None:
    share = found[index]
    share.voice, share.settled = "context", True
    plans = 1 if index and found[index - 1].voice == "promise" else 0  # 占年度任务2000个的10.5%
    of = found[index - 1 - plans] if index > plans else None
    told = of is not None and of.voice == "report" and of.measure == "amount" and of.sentence == share.sentence
    if of is not None and told and (plans or share.start - of.quantity.end <= _BEHIND):
        of.voice, of.settled = "base", True  # is weighed as no answer either


def _is_so_far(r: Reading) -> bool:
    told = r.voice in ("report", "claim") and r.measure in ("amount", "completion")
    return told and r.period is not None and r.period.first_month == 1 < r.period.last_month


def _is_alone(text: str, r: Reading, p: PeriodMention | None, whole: Sequence[PeriodMention | None]) -> bool:
    begin = p.end if p is not None and p.end <= r.start else r.clause_start
    among = p is not None and _AMONG.search(text, max(0, p.start - 4), p.start) and text[p.end] != ","
    if among and ";" in text[begin : r.start]:
        return False  # 其中6月份新增2106人;失业人员再就业1838人,完成46%: the month was told of what stands before
    parted = [over.end() for over in _OVER.finditer(text, begin, r.start)]
    said = text[parted[-1] if parted else begin : r.start]
    if _SO_FAR.search(said):
        return False
    alone = _ALONE.search(said.rpartition(";")[2]) is not None
    if parted or alone:
        return alone
    if p is None or p.first_month == 1 or p.governs != "cumulative" or _ends_there(text, p):
        return False
    pace = p.last_month / 12 * 100
    single = p.first_month == p.last_month and float(r.value) < pace / _FAR_BEHIND
    so_far = any(w is not None and w.last_month >= p.last_month for w in whole)
    return single or (so_far and float(r.value) < pace)


def _ends_there(text: str, p: PeriodMention) -> bool:
    """截至9月份, 9月底: how it stood by then."""
    return bool(_UP_TO.search(text, max(0, p.start - 8), p.start) or _ENDS.search(text, p.start, p.end))
