"""The reported figure of an indicator, in the unit that the text itself writes."""

from __future__ import annotations

from datetime import date

from extraction.records import Actual, Quantity, Report
from extraction.report.period import PeriodMention, cutoff_of
from extraction.sentences.readings import Reading
from extraction.sought import sought

_EACH = sought(r"每([人生床亩户])(?:每([月年天日]))?(?:不低于|达到?|至|为|约|近)?\s?$")
_BEFORE = 16  # characters


def _of_the_year(period: PeriodMention, report: Report) -> bool:
    """全年 in a report of nine months says of what the goal is, not how far its figures go."""
    return (period.first_month, period.last_month) == (1, 12) and report.cutoff is not None and report.cutoff.month < 12


def own_cutoff(reading: Reading, report: Report) -> date | None:
    """The figure's own day; 上半年 in a report whose data end on 15 June ends there too; none ends next year."""
    told = cutoff_of(reading.period, report.year) if reading.period and report.year else None
    if told and report.cutoff and report.cutoff < told and (told.year, told.month) == report.cutoff.timetuple()[:2]:
        return report.cutoff
    alone = reading.period is not None and 1 < reading.period.first_month == reading.period.last_month
    if told and report.cutoff and alone and told > report.cutoff:
        return None  # 5月份开工 in a report of April: when it will begin
    return told if told is None or told.year <= (report.year or told.year) else None


def actual_of(raw: str, reading: Reading, report: Report, reduction: bool = False) -> Actual:
    """The figure with its cutoff; a promised reduction counts its fall as positive."""
    quantity = reading.quantity
    cutoff = None if reading.period is None or _of_the_year(reading.period, report) else own_cutoff(reading, report)
    value = abs(reading.value) if reduction and reading.value < 0 else -reading.value if reduction else reading.value
    qualifier = "estimated" if reading.estimated else quantity.qualifier
    return Actual(
        value,
        raw_unit(raw, quantity),
        raw[quantity.start : quantity.end],
        quantity.start,
        quantity.end,
        cutoff=cutoff or report.cutoff,
        qualifier=qualifier,
        magnitude=quantity.magnitude,
        noun=quantity.noun,
    )


def raw_unit(raw: str, quantity: Quantity) -> str:
    """The unit as the text spells it, 萬個 on a mirror page; a full-width ％ is %."""
    at = quantity.text.rfind(quantity.unit) if quantity.unit else -1
    if at < 0 or not (quantity.unit[-1].isalnum() or quantity.unit[-1] == ")"):
        return quantity.unit
    unit = raw[quantity.start + at : quantity.start + at + len(quantity.unit)]
    return _OTHER_NOUN.sub("", unit) + _each(raw, quantity)


_OTHER_NOUN = sought(r"(?<=.)[(（][\u4e00-\u9fff]{1,2}[)）]$")  # 万套(户): another noun for the same things


def _each(raw: str, quantity: Quantity) -> str:
    """每人每月820元 is 820元/人/月."""
    paid = quantity.noun == "元" and _EACH.search(raw, max(0, quantity.start - _BEFORE), quantity.start)
    return "".join(f"/{part}" for part in paid.groups() if part) if paid else ""
