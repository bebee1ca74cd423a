"""From what a person typed to what is kept: figures read by the extraction's own rules, periods, the quote checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from alerting.calendar import period_end
from connectors.quoting import holds, stands, typed
from extraction.numbers.units import fits, to_common
from extraction.promises.targets import is_countable
from flows.problems import MisuseError
from warehouse.correcting import Dating, Figure, Ruling
from warehouse.review import ReviewEntry

COMPUTED = ("cumulative", "rate", "level", "ceiling")
_PERIOD = re.compile(r"(\d{4})-?(Q[1-4]|H1|FY|M0[1-9]|M1[0-2])", re.I)
_ALIASES = {"Q2": "H1", "Q4": "FY"}


@dataclass(frozen=True, slots=True)
class Wish:
    """What a correction asks for, as it was typed; what is None stays as it was read."""

    actual: str | None = None
    unit: str | None = None
    target: str | None = None
    target_unit: str | None = None
    not_comparable: bool = False
    period: str | None = None
    cutoff: date | None = None
    quote: str | None = None


def ruling_of(wish: Wish, entry: ReviewEntry, text: str, why: str, who: str) -> Ruling:
    """The correction of an entry; `text` is its report's. Raises MisuseError, which says what to type instead."""
    _check_sense(wish, entry)
    if wish.quote is not None and not stands(wish.quote, text):
        raise MisuseError(f"the report does not say {wish.quote!r}; copy the words exactly, or leave --quote out")
    if wish.period:
        return Ruling("corrected", why, who, dating=dating(wish.period, wish.cutoff), quote=wish.quote)
    if wish.not_comparable:
        return Ruling("corrected", why, who, status="not_comparable", quote=wish.quote)
    actual, target = _figures(wish, entry)
    _check_quote(wish.quote, actual or target)
    return Ruling("corrected", why, who, actual=actual, target=target, quote=wish.quote)


def figure(words: str, unit: str | None, default_unit: str | None) -> Figure:
    """`95`, `95项` or `1.6亿元` as a figure; the unit is its own, else the one given, else the usual. MisuseError."""
    number = typed(words)
    if number and not number.unit:
        number = typed(f"{words.strip()}{unit or default_unit or ''}")
    elif number and unit and number.unit != unit:
        raise MisuseError(f"{words!r} has the unit {number.unit}, and --unit says {unit}; give one of them")
    if number is None or number.value is None:
        raise MisuseError(f"{words!r} is no figure with a unit; write it as a report does: 95项, 1.6亿元, 3.2%")
    countable = is_countable(number.noun, number.magnitude, number.value)
    return Figure(number.value, number.unit, number.noun, number.magnitude, countable)


def dating(period: str, cutoff: date | None) -> Dating:
    """`2031Q3`, `2031H1`, `2031FY` or `2031M07`, and the last day of its figures: the period's, where none is given."""
    found = _PERIOD.fullmatch(period.strip())
    if not found:
        raise MisuseError(f"no period is called {period!r}; write 2031Q1, 2031H1, 2031Q3, 2031FY or 2031M07")
    year, name = int(found[1]), found[2].upper()
    name = _ALIASES.get(name, name)
    last = period_end(year, name)
    if cutoff and not (cutoff.year == year and cutoff <= last):
        raise MisuseError(f"figures to {cutoff} are not of {year} {name}, which ends on {last}")
    return Dating(year, name, cutoff or last)


def _check_sense(wish: Wish, entry: ReviewEntry) -> None:
    figures = wish.actual is not None or wish.target is not None
    if sum((figures, wish.not_comparable, wish.period is not None)) != 1:
        raise MisuseError("say one thing: --actual and/or --target, or --not-comparable, or --period")
    if entry.about == "finding":
        raise MisuseError("a finding is accepted or rejected; correct the indicator whose figure is wrong")
    if entry.about == "identity":
        raise MisuseError(f"{entry.review_id} asks whether two are one promise; accept it (one) or reject it (two)")
    if entry.about == "report" and not wish.period:
        raise MisuseError("of a report the period is corrected: --period 2031Q3")
    if figures and entry.kind not in COMPUTED:
        raise MisuseError(
            f"a {entry.kind} promise is not computed from figures; accept it, reject it, or --not-comparable"
        )
    if wish.actual and entry.claim_text and not (wish.target or entry.target_text):
        raise MisuseError(
            f"no plan was read, so it is judged by the bureau's own words ({entry.claim_text}); add --target,"
            " or reject it where they are wrong"
        )


def _figures(wish: Wish, entry: ReviewEntry) -> tuple[Figure | None, Figure | None]:
    target = figure(wish.target, wish.target_unit, entry.target_unit or entry.actual_unit) if wish.target else None
    target_unit = target.unit if target else entry.target_unit
    actual = figure(wish.actual, wish.unit, entry.actual_unit or target_unit) if wish.actual else None
    actual_unit = actual.unit if actual else entry.actual_unit
    if actual_unit is not None and target_unit is not None:
        _check_units(actual_unit, target_unit)
    return actual, target


def _check_units(actual: str, target: str) -> None:
    """Figures of other things (家 and 亿元), or of another measure (亩 and 公顷), are not compared."""
    one, other = _noun(actual), _noun(target)
    if not fits(one, other) or to_common(one)[1] != to_common(other)[1]:
        raise MisuseError(
            f"{actual} cannot be compared with the target in {target}; give both in one unit, or --not-comparable"
        )


def _noun(unit: str) -> str:
    number = typed(f"1{unit}")
    return number.noun if number else unit


def _check_quote(quote: str | None, figure: Figure | None) -> None:
    if quote is None or figure is None or holds(quote, _base(figure), figure.noun):
        return
    raise MisuseError(f"{quote!r} does not hold {figure.value}{figure.unit}; quote the words with the figure, or none")


def _base(figure: Figure) -> Decimal:
    return figure.value * figure.magnitude
