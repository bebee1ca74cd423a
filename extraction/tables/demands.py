"""What every row of a table of rates is held to: a distance in a column of its own, or the sentence above.

    支付率73.1%,低于省厅“9月底前支付率不低于80%”要求6.9个百分点。各乡镇如下:
    乡镇 | 支付率(%) | 与要求相比(百分点)
    石桥镇 | 86.4 | 6.4

The goal is the figure less its distance (80). Where the rows agree on no goal, nothing says which way the distance
goes, and where they have none and the sentence promises nothing of that name, the table promises nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from extraction.grids.cells import NUMBER, GridCell
from extraction.grids.columns import Column
from extraction.grids.fitting import figure
from extraction.outline.items import Item, Sentence
from extraction.outline.sentences import sentences
from extraction.promises.targets import derived, tidy
from extraction.records import Indicator, Interval, Kind, Target
from extraction.sought import sought
from extraction.tables.cells import number
from extraction.tables.kinds import kind_of, lower_is_better
from extraction.tables.rows import Named, Sheet, actual_of
from extraction.tables.told import ReadItem
from extraction.words import names

_DISTANCE = sought(
    r"(?:[与同比较距离]|对[照比]|[高低]于|超过?|相差).{0,6}(?:要求|目标|任务|指标)|差距|(?:要求|目标|任务).{0,2}(?:相比|比较|[高低]于)"
)
_OTHERS = sought(r"序时|时序|进度要求|平均|均值|上[月年期周旬]|去年|同期|环比|同比|第一|末位|基数|[县旗市区省]均")
_OF_YEAR = sought(r"全年|年度|年初|年末|年底")
_AWAY = sought(r"差|低于|距|短")  # without a sign how far below it is
_POINTS = sought(r"百分点|个点")
_RATE = sought(r"^[\u4e00-\u9fff]{0,10}(?:率|进度|比例|占比)$")
_REACH, _LARGEST, _FEWEST = 300, 400, 2
_STEP = Decimal("0.5")  # a goal of a place's own is a round one
_WHOLE = Decimal(100)
_ERROR = Decimal("0.06")


@dataclass(frozen=True, slots=True)
class Demand:
    """The column of the rate with its name, and what the rows are held to: one goal, or each its own by distance."""

    column: int
    name: str
    kind: Kind
    stated: Target | None = None
    goals: dict[int, tuple[Decimal, GridCell]] | None = None  # by where the row's figure stands, with its distance
    due: date | None = None


def demand_on(
    text: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[GridCell]],
    start: int,
    above: str,
    read_item: ReadItem,
) -> Demand | None:
    """What the rows are held to; the columns of the rate and of the distances get their roles, in place."""
    demand = _demand(text, columns, rows, start, above, read_item)
    if demand is not None:
        columns[demand.column].role = "actual"
    return demand


def _demand(
    text: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[GridCell]],
    start: int,
    above: str,
    read_item: ReadItem,
) -> Demand | None:
    """What the rows are held to; the column of distances is set aside in any case; None where nothing says it."""
    far = next((i for i, c in enumerate(columns) if _is_distance(text, c, i, rows)), None)
    if far is not None:
        columns[far].role, columns[far].label = "aside", ""
    rates = [i for i, c in enumerate(columns) if _is_rate(text, c, i, rows, far)]
    if len(rates) != 1 or any(c.role == "target" for c in columns):
        return None
    header = _bare(columns[rates[0]].header)
    line = _lead(text, start)
    told = _promised(text, line, header, read_item)
    name = _called(text[line[0] : line[1]], header, told, above)
    if lower_is_better(name):
        return None
    goals = _goals(text, columns, rows, rates[0], far) if far is not None else {}
    stated = told.target if told is not None else None
    if goals and not (stated is not None and all(abs(g - stated.value) <= _ERROR for g, _ in goals.values())):
        of_year = far is not None and _OF_YEAR.search(columns[far].header)
        whole = any(goal == _WHOLE for goal, _ in goals.values())
        kind: Kind = "rate"  # held against it as it stands, but for all of the year's
        if of_year or whole:
            kind = kind_of(header, name, Target("==", _WHOLE, "%", "", None, None, noun="%"))
        return Demand(rates[0], name, kind, goals=goals)
    if told is None or stated is None or (far is not None and not goals):
        return None
    return Demand(rates[0], name, told.kind, stated, due=told.due)


def held_to(sheet: Sheet, row: Named, demand: Demand) -> list[Indicator]:
    """The row's figure with what it is held to."""
    cell = row.cells[demand.column]
    quantity = number(sheet.text, cell, "%") if cell is not None else None
    if cell is None or quantity is None or quantity.value is None or quantity.noun != "%":
        return []
    target = demand.stated
    if demand.goals is not None:
        goal, far = demand.goals.get(cell.start, (None, None))
        if goal is None or far is None:
            return []
        places = ((quantity.start, quantity.end), (far.start, far.end))
        said = sheet.raw[far.start : far.end].strip()
        target = derived(quantity.value, goal - quantity.value, "%", "%", Decimal(1), said, places)
    if target is None:
        return []
    header = _bare(sheet.columns[demand.column].header)
    name = demand.name if row.owner or row.total else _joined(row.name, header)
    accrues = demand.kind == "cumulative"
    return [
        Indicator(
            name, demand.kind, tidy(name) or name, names.qualifiers(name), "up", accrues, row.owner, due=demand.due,
            target=target, actual=actual_of(sheet, quantity, None), reason="one row of a table", confidence=0.95,
        )
    ]  # fmt: skip


def _is_distance(text: str, this: Column, index: int, rows: Sequence[Sequence[GridCell]]) -> bool:
    """与要求相比(百分点), 差距(百分点): how far the row is from its goal; from the pace or the average it is none."""
    header = this.header
    if not _DISTANCE.search(_bare(header)) or _OTHERS.search(header):
        return False
    held = _filled(text, index, rows)
    return bool(_POINTS.search(header)) or (bool(held) and all(_POINTS.search(p) for p in held))


def _is_rate(text: str, this: Column, index: int, rows: Sequence[Sequence[GridCell]], far: int | None) -> bool:
    """支出进度(%), 开工率: a rate, all of whose figures are per cent."""
    if index == far or this.role not in ("ratio", "rate", "actual", "other") or not _RATE.match(_bare(this.header)):
        return False
    held = _filled(text, index, rows)
    values = [figure(p) for p in held if NUMBER.fullmatch(p)]
    return len(values) == len(held) >= _FEWEST and all(v is not None and 0 <= v <= _LARGEST for v in values)


def _filled(text: str, index: int, rows: Sequence[Sequence[GridCell]]) -> list[str]:
    return [p for row in rows if index < len(row) and (p := row[index].of(text)).strip("-—/ ")]


def _goals(
    text: str, columns: Sequence[Column], rows: Sequence[Sequence[GridCell]], rate: int, far: int
) -> dict[int, tuple[Decimal, GridCell]]:
    """Every row's goal: its figure less its distance, or and its distance where only so all agree."""
    whole = [row for row in rows if len(row) == len(columns)]
    told = [
        (row, a, b)
        for row in whole
        if (a := _value(text, row[rate])) is not None and (b := _signed(text, row[far])) is not None
    ]
    if len(told) < _FEWEST:
        return {}
    less, more = [a - b for _, a, b in told], [a + b for _, a, b in told]
    goals = less if _agree(less) else more if _agree(more) and _AWAY.search(columns[far].header) else []
    both_ways = min(b for _, _, b in told) < 0 < max(b for _, _, b in told)
    if not goals and both_ways and not sought(r"^差|差距").search(columns[far].header):
        goals = less if all(g % _STEP == 0 and 0 < g <= 100 for g in less) else []
    return {row[rate].start: (goal, row[far]) for (row, _, _), goal in zip(told, goals, strict=False)}


def _agree(goals: Sequence[Decimal]) -> bool:
    return max(goals) - min(goals) <= 2 * _ERROR and max(goals) > 0


def _value(text: str, cell: GridCell) -> Decimal | None:
    quantity = number(text, cell, "%")
    return quantity.value if quantity is not None and quantity.noun == "%" else None


def _signed(text: str, cell: GridCell) -> Decimal | None:
    match = sought(r"([+\-−↑↓±]|[高低]于?|超)?\s?(\d+(?:\.\d+)?)\s?(?:个?百分点|%)?").fullmatch(cell.of(text))
    if match is None:
        return None
    return Decimal(match[2]) * (-1 if match[1] and match[1][0] in "-−↓低" else 1)


def _lead(text: str, start: int) -> Interval:
    """The line right above the table, with the one above it where it has no share."""
    end = len(text[:start].rstrip())
    low = _line_of(text, end)
    if not sought(r"\d\s?%").search(text, low, end):
        low = _line_of(text, len(text[:low].rstrip()))
    return max(low, end - _REACH), end


def _line_of(text: str, end: int) -> int:
    return text.rfind("\n", 0, end) + 1


def _promised(text: str, line: Interval, header: str, read_item: ReadItem) -> Indicator | None:
    """The rate of that name that the line above promises."""
    if header not in text[line[0] : line[1]]:
        return None
    item = Item("", 3, *line, sentences=[Sentence(a, b) for a, b in sentences(text, *line)])
    found = [i for i in read_item(item) if i.target is not None and i.target.noun == "%"]
    own = [
        i for i in found if i.name.endswith(header) and i.owner is None and i.kind in ("rate", "level", "cumulative")
    ]
    return own[0] if len(own) == 1 and own[0].target and own[0].target.start is not None else None


_FOREIGN = sought(
    r"^.*(?:要求|[各全本][县旗市区省州乡镇]{1,2}(?:[市县旗区乡镇])?|月底|月末|[底末前]|省厅|[市省县旗]里|目标为?|确保|达到)"
)
_OF_AMOUNT = sought(
    r"(?:^|[,:。;、”]|[各全本][县旗市区省州乡镇]{1,2})([\u4e00-\u9fff“”]{2,14}?)(?:已|累计|共|实际|总共)+[\u4e00-\u9fff]{0,5}\d"
)


def _called(line: str, header: str, told: Indicator | None, above: str) -> str:
    """What the rate is of: the words right before it above the table, what an amount is told of there, the heading."""
    for match in sought(rf"[\u4e00-\u9fff]{{0,16}}{header}").finditer(line):
        own = _FOREIGN.sub("", match.group())
        if own.endswith(header) and len(own) > len(header) + 1:
            return own
    if told is not None and len(told.name) > len(header) and not sought(r"[“”]|[高低]于|要求").search(told.name):
        return told.name
    amounts = [m[1] for m in _OF_AMOUNT.finditer(line)]
    return _joined(_FOREIGN.sub("", amounts[-1]) if amounts else above, header)


def _joined(thing: str, header: str) -> str:
    """秸秆离田 and 离田率 as 秸秆离田率."""
    if thing.endswith(header):
        return thing
    shared = next((n for n in range(min(len(thing), len(header)), 0, -1) if thing.endswith(header[:n])), 0)
    return thing + header[shared:]


def _bare(header: str) -> str:
    return sought(r"\([^()]*\)|[%]").sub("", header)
