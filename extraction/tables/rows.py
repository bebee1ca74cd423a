"""A row of numbers: its plans, each with the figure that answers it, the stated share and the row's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from extraction.grids.cells import GridCell
from extraction.grids.columns import MEASURED, Column, unit_in
from extraction.numbers import units
from extraction.promises.targets import is_countable, tidy
from extraction.records import Actual, Claim, Direction, Indicator, Kind, Operator, Quantity, Report, Target
from extraction.sought import sought
from extraction.tables.both_kinds import addends
from extraction.tables.cells import empty, flag, in_unit_of, number, remark, share, unit_of
from extraction.tables.groups import Group
from extraction.tables.growths_in_cells import is_bare_growth
from extraction.tables.heading_names import named_by_headings
from extraction.tables.kinds import REDUCED, is_spent_by_pace, kind_of, lower_is_better, without_cut
from extraction.tables.months_told import month_alone
from extraction.tables.of_no_money import is_no_money
from extraction.tables.periods import date_of, due_of, is_node, is_part, is_total, newest, own_cutoff
from extraction.tables.shares import Aligned
from extraction.tables.signs import is_worded, signed
from extraction.tables.stages import confirmed, early, funds_raised, of_its_stage, unfit
from extraction.tables.stories import fitting
from extraction.words import names

_STEMS = ("工作", "奋斗", "节点", "全年", "年度", "上半年", "季度", "序时", "力争", "确保", "挑战")
_OPERATORS: dict[str | None, Operator] = {"ge": ">=", "over": ">=", "near": "~"}


@dataclass(slots=True)
class Sheet:
    """One table as its rows see it."""

    text: str
    raw: str
    report: Report
    columns: list[Column]
    above_units: list[str]
    solitary: bool = True  # one indicator per row
    spans: dict[int, int | None] = field(default_factory=dict)  # columns of several years, with the last of them


@dataclass(slots=True)
class Named:
    """One row with what it is called."""

    cells: Aligned
    name: str
    owner: str | None = None
    unit: str = ""
    name_unit: str = ""
    total: bool = False  # the row of them all


@dataclass(slots=True)
class Reported:
    """The figure, share or refusal that answers a plan."""

    actual: Actual | None = None
    claim: Claim | None = None
    refusal: str | None = None


def plans(sheet: Sheet, row: Named, group: Group) -> list[tuple[int, Quantity]]:
    """The numbers that the row plans in this group of columns."""
    found = []
    for index in () if is_worded(sheet.text, row.cells, sheet.columns) else group.targets:
        cell = row.cells[index]
        if cell is None:
            continue
        quantity = number(sheet.text, cell, unit_under(sheet, row, index, group))
        if quantity is not None and quantity.value is not None:
            found.append((index, quantity))
    return found


def numeric(sheet: Sheet, row: Named, group: Group, planned: Sequence[tuple[int, Quantity]]) -> list[Indicator]:
    """An indicator for every number planned; a plan of nothing promises nothing."""
    out = []
    for index, quantity in planned:
        name = _name(sheet, row, group, index, quantity)
        target = signed(sheet.text, row.cells, sheet.columns, target_of(sheet, quantity))
        kind = kind_of(sheet.columns[index].header, name, target)
        if not target.value and kind != "ceiling":
            continue
        target = replace(target, operator="<=" if kind == "ceiling" and target.operator != "range" else target.operator)
        out.append(_indicator(sheet, row, group, index, name, kind, target))
    return out


def unit_under(sheet: Sheet, row: Named, index: int, group: Group) -> str:
    """The unit of the row's bare figure in a column."""
    column = sheet.columns[index]
    group_unit = unit_in(column.header)
    if row.name_unit and group_unit and not column.money and not row.name_unit.endswith("元"):
        return row.name_unit  # 能繁母猪(万头) under 计划面积(万亩)
    unit = group_unit or unit_of(column, row.name or group.label, row.unit, row.name_unit, sheet.above_units)
    return "%" if is_bare_growth(sheet.text, row.cells, sheet.columns, index, unit) else unit


def _name(sheet: Sheet, row: Named, group: Group, index: int, quantity: Quantity) -> str:
    column = sheet.columns[index]
    told = [sheet.columns[i].header for i in group.actuals]
    name = row.name or ("" if group.each else named_by_headings(column, told))
    name = without_cut(name, column.header, told)
    label = group.label if not sheet.solitary and group.label not in name else ""
    if not label and "投资" in column.header and quantity.noun in units.MONEY and "投资" not in name:
        label = "投资"
    name += label
    grows = quantity.noun == "%" and (
        column.growth or sought(r"\s*增").match(sheet.text[quantity.start - 2 : quantity.start])
    )
    if quantity.noun == "%" and _is_fall(sheet, quantity.start) and not REDUCED.search(name):
        return name + "降幅"
    return name + "增速" if grows and not sought(r"增[速长幅]").search(name) else name


_FALL, _RISE = sought(r"(?:下降|降低|压减|削减|减少)\s?$"), sought(r"(?:上升|增长|提高|增加)\s?$")


def _is_fall(sheet: Sheet, start: int) -> bool:
    """下降2.6 in a cell of its own."""
    return _FALL.search(sheet.text, max(0, start - 3), start) is not None


def _as_fall(sheet: Sheet, row: Named, target: Target, actual: Actual) -> Actual:
    """The figure as the fall that was promised: 下降3.1 and -3.1 are both, 上升0.4 and 0.4 under 增速 are none."""
    if target.start is None or not _is_fall(sheet, target.start):
        return actual
    held = ((k, c) for k, c in zip(sheet.columns, row.cells, strict=True) if c and c.start <= actual.start < c.end)
    if any(k.growth and "降" not in k.header for k, _ in held) and not _is_fall(sheet, actual.start):
        return replace(actual, value=-actual.value)
    rose = _RISE.search(sheet.text, max(0, actual.start - 3), actual.start) is not None
    return replace(actual, value=-actual.value if rose else abs(actual.value))


def target_of(sheet: Sheet, quantity: Quantity) -> Target:
    """The number as a promise."""
    value = quantity.value or Decimal(0)
    qualifier = quantity.qualifier
    operator: Operator = (
        "range" if quantity.upper is not None else "<=" if qualifier == "le" else _OPERATORS.get(qualifier, "==")
    )
    bare = not quantity.noun and quantity.magnitude == 1 and value == value.to_integral_value() and value < _FEW
    return Target(
        operator, value, quantity.unit, sheet.raw[quantity.start : quantity.end], quantity.start, quantity.end,
        quantity.upper, quantity.magnitude, quantity.noun,
        bare or is_countable(quantity.noun, quantity.magnitude, value),
    )  # fmt: skip


_FEW = 20  # so few of a column without a unit are counted: of 5, 3 are what September asks for


def _indicator(sheet: Sheet, row: Named, group: Group, index: int, name: str, kind: Kind, target: Target) -> Indicator:
    column = sheet.columns[index]
    answer = _answer(sheet, row, group, index, target)
    if answer.actual is not None and target.noun == "%":
        answer = replace(answer, actual=_as_fall(sheet, row, target, answer.actual))
    told = answer.actual.start if answer.actual is not None else None
    claims = [
        c for c in (_share_of(sheet, row, group, index, told), answer.claim, state_of(sheet, row)) if c is not None
    ]
    if sum(c.completion is not None for c in claims) > 1:
        claims.remove(next(c for c in claims[1:] if c.completion is not None))
    accrues = kind == "cumulative" or (kind == "ceiling" and is_spent_by_pace(name, target))
    due = due_of(column, sheet.report)
    known = not (is_node(column) and due is None)
    told_fall = target.start is not None and _is_fall(sheet, target.start)
    signs = REDUCED.search(name) and not told_fall and answer.actual is not None and answer.actual.value < 0
    direction: Direction = "down" if kind == "ceiling" else "up"
    if kind == "rate" and lower_is_better(name) and target.operator != ">=":
        direction = "down"
    stretch = sought(r"奋斗|力争|挑战|争取|冲刺").search(column.header) is not None
    return Indicator(
        name, kind, tidy(name) or name, names.qualifiers(name), direction, accrues, row.owner,
        "stretch" if stretch else "firm", due, target, answer.actual, None, tuple(claims),
        answer.refusal if answer.actual is None and not any(c.completion is not None for c in claims) else None,
        answer.refusal or "one row of a table", 0.5 if signs or not known else 0.95,
    )  # fmt: skip


def _share_of(sheet: Sheet, row: Named, group: Group, index: int, told: int | None = None) -> Claim | None:
    """The stated share of this plan: of several the one that is called like it (占奋斗目标%)."""
    header = sheet.columns[index].header
    ratios = [i for i in group.ratios if sheet.columns[i].role == "ratio"]
    ratios = ratios if told is None else of_its_stage(sheet.columns, row.cells, ratios, told)
    if len(group.targets) > 1:
        stems = {s for s in _STEMS if s in header}
        others = {s for t in group.targets for s in _STEMS if s in sheet.columns[t].header} - stems
        fitting = [i for i in ratios if any(s in sheet.columns[i].header for s in stems)]
        bare = [i for i in ratios if not any(s in sheet.columns[i].header for s in others)]
        ratios = fitting or (bare if index == group.targets[0] else [])
    return next((c for i in ratios if (c := share(sheet.text, sheet.raw, row.cells[i])) is not None), None)


def state_of(sheet: Sheet, row: Named) -> Claim | None:
    """The row's own word on itself, from its flag or its remark."""
    places = [(i, c) for i, c in enumerate(sheet.columns) if c.role in ("flag", "remark")]
    found = [flag(sheet.text, sheet.raw, c, row.cells[i]) for i, c in places]
    beside = [
        remark(sheet.text, sheet.raw, cell)
        for c, cell in zip(sheet.columns, row.cells, strict=True)
        if cell and c.role in MEASURED
    ]
    return next((c for c in (*found, *beside) if c is not None), None)


def _answer(sheet: Sheet, row: Named, group: Group, index: int, target: Target) -> Reported:
    """The newest figure of the row that is in the plan's unit, or why none is."""
    if group.steps:
        return _added(sheet, row, group, target)
    refusal, in_words = None, None
    planned = sheet.columns[index].header + row.name + sheet.text[(target.start or 2) - 2 : target.start]
    fell = target.start is not None and _is_fall(sheet, target.start)
    grows = target.noun == "%" and (fell or sought(r"增[速长幅]").search(planned))
    places = [*group.actuals, *(group.growths if grows else [])]
    for place, cutoff in newest(sheet.text, row.cells, sheet.columns, places, sheet.report):
        cell = row.cells[place]
        if cell is None or (in_words is not None and cutoff != in_words):
            break  # an older state is no answer where the newest is told in words
        unit = unit_under(sheet, row, place, group)
        quantity = number(sheet.text, cell, unit) or fitting(sheet.text, [cell], target.noun, row.name, planned)
        if quantity is None or is_no_money(sheet.text, row.cells, target, sheet.columns, index, place, quantity):
            in_words = cutoff
            continue
        cutoff = own_cutoff(sheet.text, cell, quantity, sheet.report) or cutoff
        before, after = sheet.text[cell.start : quantity.start], sheet.text[quantity.end : cell.end]
        own_words = early(before, after, planned) or month_alone(before, planned, _part_of(quantity, target))
        if own_words and cutoff is not None:
            return Reported(refusal=own_words)  # nor is an older state
        reason = unfit(sheet.columns[index], sheet.columns[place], row.name) or own_words
        owned = row.owner is not None and place in group.actuals[-1:] and not own_words
        if reason and funds_raised(sheet.columns[index], sheet.columns[place], owned):
            reason = None
        share_told = _share_of(sheet, row, group, index)
        if reason and not confirmed(sheet.columns, group, index, place, _part_of(quantity, target), share_told):
            refusal = refusal or reason
            continue
        if _falls(sheet, row, places, place, quantity):
            return Reported(refusal=f"累计数倒退：“{sheet.columns[place].header}”小于前期数")
        answer = _fitting(sheet, quantity, target, cutoff, cell)
        if answer.refusal is None:
            return answer
        refusal = refusal or answer.refusal
    return Reported(refusal=refusal)


def _added(sheet: Sheet, row: Named, group: Group, target: Target) -> Reported:
    """The sum of the quarters of which each tells its own figure."""
    filled = [(i, c) for i in group.steps if (c := row.cells[i]) is not None and not empty(sheet.text, c)]
    told = [number(sheet.text, c, unit_under(sheet, row, i, group)) for i, c in filled]
    parts = [(q, b) for q in told if q is not None and (b := q.base) is not None]
    if not parts or len(parts) < len(filled) or "%" in (target.noun, parts[0][0].noun):
        return Reported(refusal="当期数：只是一个月（季）的数字，不是全年累计")
    last = date_of(sheet.columns[filled[-1][0]], sheet.report)
    first = _fitting(sheet, parts[0][0], target, last, filled[0][1])
    if first.actual is None:
        return first
    total = sum((b for _, b in parts), Decimal(0)) / parts[0][0].magnitude
    return Reported(replace(first.actual, value=total, parts=tuple((q.start, q.end) for q, _ in parts if parts[1:])))


def _part_of(quantity: Quantity, target: Target) -> Decimal | None:
    """Which part of the plan the figure is."""
    return None if not target.value or quantity.base is None else quantity.base / (target.value * target.magnitude)


def _falls(sheet: Sheet, row: Named, places: Sequence[int], place: int, quantity: Quantity) -> bool:
    """A quarter's figure under that of the quarter before is no running total: 一季度 9, 二季度 6."""
    if is_total(sheet.columns[place]) or quantity.value is None:
        return False
    before = (i for i in places if i < place and is_part(sheet.columns[i]) and is_part(sheet.columns[place]))
    cells = [cell for i in before if (cell := row.cells[i]) is not None]
    earlier = [q.value for cell in cells if (q := number(sheet.text, cell, "")) is not None and q.value is not None]
    return any(value > quantity.value for value in earlier)


def _fitting(sheet: Sheet, quantity: Quantity, target: Target, cutoff: date | None, cell: GridCell) -> Reported:
    if quantity.noun == "%" and target.noun != "%":
        return Reported(claim=share(sheet.text, sheet.raw, cell))
    quantity = in_unit_of(quantity, target)
    if not units.fits(quantity.noun, target.noun):
        return Reported(refusal=f"单位不同：{quantity.unit}与{target.unit}不可比")
    return Reported(actual_of(sheet, quantity, cutoff))


def actual_of(sheet: Sheet, quantity: Quantity, cutoff: date | None) -> Actual:
    """The figure as a record, dated by its column, else by the report."""
    return Actual(
        quantity.value or Decimal(0), quantity.unit, sheet.raw[quantity.start : quantity.end], quantity.start,
        quantity.end, cutoff or sheet.report.cutoff, quantity.qualifier, quantity.magnitude, quantity.noun,
        addends(quantity),
    )  # fmt: skip
