"""Prose that tells a table's row again: rounded, in another unit, by its share alone, or with a hope for the year.

The table is the account; the text above and below it retells some of its rows (完成投资28.17亿元,为年度计划的77.2% for
281682.60 of 365000 万元) and says what is hoped for next. Neither is a promise of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extraction.numbers import units
from extraction.records import Actual, Indicator, Target, Task
from extraction.words import names

_ALIKE, _AKIN = 0.75, 0.5
_SHARE_STEP = Decimal("0.0006")  # half of the last digit of 77.2%, and a little
_TELLING = 3  # digits by which a number is known again without its name


def without_retold(prose: Sequence[Task], tabled: Sequence[Task]) -> list[Task]:
    """The tasks of the text without what the tables' rows have told."""
    rows = [i for task in tabled for i in task.indicators if i.target is not None]
    if not rows:
        return list(prose)
    many = len(rows) * sum(len(task.indicators) for task in prose) > _MANY
    alike = _by_figure(rows) if many else None

    def is_told(i: Indicator) -> bool:
        return any(_retells(i, r) for r in (rows if alike is None else _with_its_figure(i, alike)))

    kept = [(task, tuple(i for i in task.indicators if not is_told(i))) for task in prose]
    whole = ((task, left, len(left) == len(task.indicators)) for task, left in kept)
    return [task if same else replace(task, indicators=left) for task, left, same in whole if left]


_MANY = 20_000  # pairs of a promise in prose and a row; a report of more is held against rows of the same figures only


def _by_figure(rows: Sequence[Indicator]) -> dict[str, list[Indicator]]:
    """The rows by three digits of their plans and of their results, so that no line is held against every row."""
    out: dict[str, list[Indicator]] = {}
    for row in rows:
        for key in {_digits(n) for n in (row.target, row.actual) if n is not None}:
            out.setdefault(key, []).append(row)
    return out


def _with_its_figure(told: Indicator, rows: dict[str, list[Indicator]]) -> Sequence[Indicator]:
    keys = {_digits(n) for n in (told.target, told.actual) if n is not None}
    return [row for key in sorted(keys) for row in rows.get(key, ())[:_ROWS]]


_ROWS = 100  # of one figure


def _digits(number: Target | Actual) -> str:
    return f"{number.value * number.magnitude:.2E}"


def _retells(told: Indicator, row: Indicator) -> bool:
    if told.kind in ("qualitative", "milestone") or (told.owner and told.owner != row.owner):
        return False
    if not _may_retell(told, row) or names.conflict(told.name, row.name) is not None:
        return False
    if told.target is None and told.actual is None:
        return _same_share(told, row) and _alike(told, row) >= _AKIN
    if told.actual is not None and _same(told.actual, row.actual):
        return (
            (_alike(told, row) >= _ALIKE and not _of_another_plan(told, row))
            or _same(told.target, row.target)
            or (told.target is None and _same_share(told, row))
            or (told.target is None and told.stated_completion is None and _known(told.actual))
            or _known(told.actual, _TELLING + 1)
        )
    if told.target is not None and told.actual is None and _same(told.target, row.target):
        return _alike(told, row) >= _AKIN or _known(told.target)
    of_a_part = bool(row.owner) and not told.owner and told.stated_completion is not None
    return not of_a_part and _hoped(told, row) and _alike(told, row) >= _ALIKE  # no district's row tells the total


def _of_another_plan(told: Indicator, row: Indicator) -> bool:
    """矿山死亡9人,控制指标15人 beside a county's 9 of 20: a small figure of another plan is met by chance."""
    both = told.target is not None and row.target is not None and told.actual is not None
    return both and not _same(told.target, row.target) and told.actual is not None and not _known(told.actual)


def _may_retell(told: Indicator, row: Indicator) -> bool:
    """Whether a number of the text is of a unit of the row's; a mere share may be of any."""
    target, actual = told.target, told.actual
    return (
        (target is None and actual is None)
        or (target is not None and row.target is not None and units.fits(target.noun, row.target.noun))
        or (actual is not None and row.actual is not None and units.fits(actual.noun, row.actual.noun))
        or (actual is not None and row.target is not None and units.fits(actual.noun, row.target.noun))
    )


def _alike(told: Indicator, row: Indicator) -> float:
    return names.likeness(told.name, row.name)


def _hoped(told: Indicator, row: Indicator) -> bool:
    """Whether the text has another number for a row that has its plan: 力争全年达到46亿美元."""
    number = told.target or told.actual
    same_noun = number is not None and row.target is not None and units.fits(number.noun, row.target.noun)
    if told.target is None:
        return same_noun
    return same_noun and told.actual is None and told.due == row.due


def _same(a: Target | Actual | None, b: Target | Actual | None) -> bool:
    """Whether two numbers are one, to the last digit of the coarser: 28.17亿元 and 281682.60万元."""
    if a is None or b is None or not units.fits(a.noun, b.noun):
        return False
    step = max(_step(a), _step(b))
    return abs(a.value * a.magnitude - b.value * b.magnitude) <= step / 2


def _step(number: Target | Actual) -> Decimal:
    return Decimal(1).scaleb(min(int(number.value.as_tuple().exponent), 0)) * number.magnitude


def _known(number: Target | Actual, digits: int = _TELLING) -> bool:
    """Whether the number is long enough to be known again: 2.468万套, not 12个."""
    return len(number.value.as_tuple().digits) >= digits


def _same_share(told: Indicator, row: Indicator) -> bool:
    share = told.stated_completion
    if share is None:
        return False
    if row.stated_completion is not None and abs(row.stated_completion - share) <= _SHARE_STEP:
        return True
    plan, done = row.target, row.actual
    if plan is None or done is None or not plan.value:
        return False
    return abs(done.value * done.magnitude / (plan.value * plan.magnitude) - share) <= _SHARE_STEP
