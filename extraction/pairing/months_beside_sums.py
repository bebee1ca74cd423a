"""What one month gave, told right beside what the year gave so far, is neither plan nor progress of the year.

新建驿站80处。本月建成9处,今年以来建成51处        the month's before the year's
年初以来竣工410户,当月竣工36户                  or behind it
3月发放1.4亿元,至今发放4.6亿元                  the month by its number
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought

_NOT_IT = r"(?![底末初中下上日前以至到\d-]|计划|目标|任务|应|要|需|拟|又|再|另)"
_THIS = rf"(?:[本当单]月|(?<![\d-])(?P<month>1?\d)月(?:份|当月|单月)?){_NOT_IT}"
_MONTH = sought(rf"^[,、;]?\s?(?:其中[,:]?)?(?:仅)?{_THIS}[^,。;\d]{{0,16}}$")
_SO_FAR = sought(
    r"^[,、;]?\s?(?:今年|年初|年内|全年|目前|截至目前|到目前)?"
    r"(?:以来|至今|迄今|今年来|[已共]?累计|总计|(?<!\d)1-\d{1,2}月|今年已|今年共|截至目前|到目前)[^。;\d]{0,16}$"
)
_WHOLE = 3  # numbers of one sentence among which the year's stands
_FIRST = 1  # the month that is the year so far
CUE = cue(sought(r"[本当单\d]月"))


def silence_months_beside_sums(found: Sequence[Reading], cutoff_month: int | None) -> None:
    """Take their voices from the figures of a month beside the year's, in place."""
    if cutoff_month in (None, _FIRST):
        return
    for index, month in enumerate(found):
        if not _tells(month) or not _is_of_this(month, cutoff_month):
            continue
        beside = (*found[max(0, index - 1) : index], *found[index + 1 : index + 1 + _WHOLE])
        if any(_is_sum_of(month, year, cutoff_month) for year in beside):
            month.voice, month.settled = "base", True


def _tells(r: Reading) -> bool:
    return r.voice in ("report", "promise") and r.measure == "amount"


def _is_of_this(r: Reading, cutoff_month: int | None) -> bool:
    said = _MONTH.match(r.clause_lead)
    return said is not None and (said["month"] is None or int(said["month"]) == cutoff_month)


def _is_sum_of(month: Reading, year: Reading, cutoff_month: int | None) -> bool:
    """Whether it is the year's with this month in it: to 1-8月发放4.1万张 what 9月 gave is still to be added."""
    alike = abs(year.sentence - month.sentence) <= 1 and year.quantity.noun == month.quantity.noun
    told = alike and _tells(year) and year.base >= month.base
    whole = year.period is None or year.period.last_month == cutoff_month
    return told and whole and _SO_FAR.match(year.clause_lead) is not None
