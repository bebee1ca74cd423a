"""What a table's own sums prove: a column that is, in every row, the share of one in another is their rate.

So a heading that no list knows gets its role: 年度投资 6500, 累计完成 5230, 投资完成率 80.5. What is the whole must
still be called a plan or the year's: a share of what was examined, or of last year's figure, promises nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import permutations
from typing import NamedTuple

from extraction.grids.cells import GridCell
from extraction.grids.columns import Column, unit_in
from extraction.sought import sought
from extraction.tables.cells import number

_WHOLE, _PART, _RATE = ("target", "other", "name"), ("actual", "other"), ("ratio", "rate", "other")
_OF_PLAN = sought(r"完成|任务|计划|目标|预算|指标")
_CONVERTED = sought(r"折[算合]")  # 折算 75%: what is so called is how far it is
_DONE = sought(r"完[成工]|竣工|建成|整改|修复|解决|销号|清零|清理")
_CAME_IN = sought(r"收|受理|接|登记|编制|检|报|审")  # what somebody brought is no plan: 收件数, 受理
_SCOPE = sought(r"规模")
_OF_YEAR = sought(r"^(?:\d{4}年)?(?:年度|全年|本年|当年|今年|年初|年内)(?!总产|增)")
_DUE = sought(r"应|调整")
_MOST = 12  # columns that hold figures
_ERROR = Decimal("0.06")  # per cent, beside what the share's own last place leaves open
_FEWEST = 2

Values = list[Decimal | None]


class Proof(NamedTuple):
    """Which columns are the plan, its result and the share of it."""

    whole: int
    part: int
    rate: int


def settle_by_sums(text: str, columns: Sequence[Column], rows: Sequence[Sequence[GridCell]]) -> None:
    """Give the columns the roles that their sums prove; in place."""
    kept = [padded for row in rows if (padded := _padded(row, columns))]
    if len(kept) < _FEWEST or not any(c.role in _RATE for c in columns):
        return
    proved = proofs(text, columns, kept)
    parts = {proof.part for proof in proved}
    for whole, part, rate in proved:
        plan, done, share = columns[whole], columns[part], columns[rate]
        promised = plan.role == "target" or _OF_YEAR.search(plan.header) or _OF_PLAN.search(share.header)
        converted = _CONVERTED.match(share.header) and not _CAME_IN.search(plan.header)
        if not promised and not converted and (not _DONE.search(done.header) or _CAME_IN.search(plan.header)):
            share.role = "aside"  # 开工率 of 项目数 is of no plan
            continue
        plan.role, done.role, share.role = "target", "actual", "ratio"
        if share.label and not done.label and done.header.startswith(share.label):
            done.label = share.label  # 宫颈癌检查: 检查人数, 完成率
        for other in (columns[i] for i in range(whole + 1, rate) if i not in parts):
            if other.role == "actual" and other.label == done.label:
                other.role = "aside"  # 任务里程, 完成路基, 完成路面, 占任务%: of the last is the share
        if _DUE.search(plan.header):
            _set_aside(columns, whole)


def _padded(row: Sequence[GridCell], columns: Sequence[Column]) -> Sequence[GridCell]:
    """The row with an empty cell for every remark that it lost at its end; empty where it may have lost others."""
    lost = columns[len(row) :]
    whole = len(row) <= len(columns) and all(c.role in ("remark", "flag") for c in lost)
    return [*row, *[GridCell(0, 0)] * len(lost)] if whole else []


def proofs(text: str, columns: Sequence[Column], rows: Sequence[Sequence[GridCell]]) -> list[Proof]:
    """The only plan and result, for every rate that has one."""
    places = [i for i, c in enumerate(columns) if c.role in {*_WHOLE, *_PART, *_RATE} or _SCOPE.search(c.header)]
    held = {i: [_value(text, row[i], columns[i]) for row in rows] for i in places}
    held = {i: values for i, values in held.items() if sum(v is not None for v in values) >= _FEWEST}
    if len(held) > _MOST:
        return []
    found = []
    for rate in (i for i in held if columns[i].role in _RATE):
        fitting = [
            Proof(whole, part, rate)
            for whole, part in permutations([i for i in held if i < rate], 2)
            if (columns[whole].role in _WHOLE or _SCOPE.search(columns[whole].header))
            and columns[part].role in _PART
            and columns[whole].label == columns[part].label
            and _proved(held[whole], held[part], held[rate], _fewest(columns, Proof(whole, part, rate)))
        ]
        found += fitting if len(fitting) == 1 else []
    return found


def _fewest(columns: Sequence[Column], proof: Proof) -> int:
    """In how many rows the sums must tell something: in one where the three stand side by side."""
    between = [c for i, c in enumerate(columns) if proof.whole < i < proof.rate and i != proof.part]
    beside = proof.whole < proof.part and all(c.role == "aside" for c in between)
    return 1 if beside else _FEWEST


def _value(text: str, cell: GridCell, column: Column) -> Decimal | None:
    quantity = number(text, cell, unit_in(column.header))
    return quantity.base if quantity is not None and quantity.upper is None else None


def _proved(whole: Values, part: Values, rate: Values, fewest: int) -> bool:
    """Whether the shares are right in every row that has all three, and not of wholes only."""
    rows = [(w, p, r) for w, p, r in zip(whole, part, rate, strict=True) if w and p is not None and r is not None]
    telling = [row for row in rows if row[2] not in (0, 100)]
    return len(telling) >= fewest and len(rows) >= _FEWEST and all(is_share(*row) for row in rows)


def is_share(whole: Decimal, part: Decimal, rate: Decimal) -> bool:
    """Whether the rate is that of the part, to its last place."""
    last = Decimal(1).scaleb(int(rate.as_tuple().exponent))
    return abs(part / whole * 100 - rate) <= max(last, _ERROR)


def _set_aside(columns: Sequence[Column], due: int) -> None:
    """整改任务, 应完成, 已完成, 完成率: what was due by now is the plan that the rate is of, and the year's is not.

    So is a plan that was changed since.
    """
    before = columns[due - 1] if due else None
    if before is not None and before.role == "target" and before.label == columns[due].label:
        before.role, columns[due].unit = "aside", columns[due].unit or before.unit
