"""The arithmetic of a row that lost cells: whether its share is that of its figures, or tells which is which."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.grids.cells import EMPTY, NUMBER, GridCell
from extraction.grids.columns import MEASURED, Column
from extraction.grids.fitting import figure
from extraction.sought import sought

Aligned = list[GridCell | None]
_LARGEST_SHARE = 300  # per cent
_ROUNDED = Decimal("1.5")  # points by which sources err


def plan_with_share(text: str, early: Aligned, late: Aligned, columns: Sequence[Column]) -> Aligned | None:
    """Of 10所, 75% under 计划, 完成, 完成率 the plan, with the result left out; None where that is not the question.

    A plan is a round number: of 4,100 and 47.7% the figure may as well be the result of a plan of 8,600, and of 12,300
    and 82% it is, so that neither is placed.
    """
    apart = [i for i in range(len(columns)) if early[i] is not late[i]]
    if [columns[i].role for i in apart] != ["target", "actual"] or apart[1] != apart[0] + 1:
        return None
    after = apart[1] + 1
    stated = early[after] if after < len(columns) and columns[after].role == "ratio" else None
    way = early if early[apart[0]] is not None else late
    known = way[apart[0]]
    if stated is None or known is None:
        return None
    if _rounder_than_its_plan(figure(known.of(text)), stated.of(text)):
        return way
    return [None if i in apart else c for i, c in enumerate(way)]


def _rounder_than_its_plan(value: Decimal | None, share: str) -> bool:
    """Whether the figure is rounder than any plan would be of which it is the share."""
    stated = figure(share)
    if not value or not stated or stated <= 0:
        return False
    half = Decimal(5).scaleb(int(stated.as_tuple().exponent) - 1)
    low, high = value / (stated + half) * 100, value / max(stated - half, half) * 100
    for places in range(9, -4, -1):
        step = Decimal(10) ** places
        if (high // step) * step >= low:
            return _digits(value) < _digits((high // step) * step)
    return False


def _digits(value: Decimal) -> int:
    """How many digits the number has without the noughts around them: 4100 -> 2."""
    return len(str(value.normalize().as_tuple().digits).strip("()").replace(",", "").replace(" ", ""))


def adds_up(text: str, row: Aligned, columns: Sequence[Column]) -> bool:
    """Whether a short row's shares are those of its figures, and no figure has slipped into the names."""
    if any(
        c and k.role in ("name", "owner") and NUMBER.fullmatch(c.of(text)) for c, k in zip(row, columns, strict=True)
    ):
        return False
    if all(c is not None for c, k in zip(row, columns, strict=True) if k.role in MEASURED):
        return True  # nothing measured is missing: what contradicts itself is the source's own sum
    plan = done = None
    for cell, column in zip(row, columns, strict=True):
        if column.role == "target":
            plan, done = cell, None
        elif column.role == "actual" and (done is None or cell is not None):
            done = cell
        elif column.role == "ratio" and cell and any(c and NUMBER.fullmatch(c.of(text)) for c in (plan, done)):
            values = [decimal(c.of(text)) if c else None for c in (plan, done, cell)]
            if None in values or not _is_share_of(values):
                return False
    return True


def decimal(piece: str) -> Decimal | None:
    match = sought(r"-?[\d,]+(?:\.\d+)?").match(piece)
    return Decimal(match.group().replace(",", "")) if match and match.group().strip(",-") else None


def _is_share_of(values: Sequence[Decimal | None]) -> bool:
    plan, done, share = values
    return bool(plan) and done is not None and share is not None and abs(done / (plan or 1) * 100 - share) < _ROUNDED


def shares_marked(text: str, rows: Sequence[Sequence[GridCell]], columns: Sequence[Column]) -> bool:
    """Whether the whole rows' shares carry their %."""
    places = [i for i, c in enumerate(columns) if c.role == "ratio"]
    pieces = [row[i].of(text) for row in rows if len(row) == len(columns) for i in places]
    filled = [p for p in pieces if not EMPTY.fullmatch(p)]
    return bool(filled) and all("%" in p for p in filled)


def may_be_share(text: str, row: Aligned, columns: Sequence[Column], index: int, marked: bool) -> bool:
    """1200, 37.5 under 计划, 完成, 完成率 with one cell lost: the second may be the result or the share."""
    cell = row[index]
    following = columns[index + 1] if index + 1 < len(columns) else None
    if (
        cell is None
        or columns[index].role != "actual"
        or following is None
        or following.role != "ratio"
        or row[index + 1]
    ):
        return False
    if marked and "%" not in cell.of(text):
        return False
    named = "".join(c.of(text) for c, k in zip(row, columns, strict=True) if c and k.role == "name")
    if sought(r"率|比重|占比|增速").search(columns[index].label + named) or not NUMBER.fullmatch(cell.of(text)):
        return False
    return Decimal(sought(r"[^\d.]").sub("", cell.of(text))) <= _LARGEST_SHARE


def with_own_share(text: str, way: Aligned, columns: Sequence[Column]) -> Aligned:
    """合计, 85618, 53292, 62.2% with 实施情况 behind 完成率: the share that the two come to stands under the ratio."""
    out = list(way)
    for i in range(len(columns) - 3):
        if [c.role for c in columns[i : i + 4]] != [*_TRIPLES[0], "actual"] or out[i + 2] is not None:
            continue
        cells = (out[i], out[i + 1], out[i + 3])
        behind = out[i + 3]
        if behind is None or not behind.of(text).strip().endswith("%"):
            continue
        if is_exact_share([decimal(c.of(text)) if c else None for c in cells]):
            out[i + 2], out[i + 3] = behind, None
    return out


def one_lost(text: str, row: Sequence[GridCell], columns: Sequence[Column]) -> Aligned | None:
    """合计 1290 986 76.4% 19 12 63.2% beside 排名: the only place of the lost cell by which every share comes out."""
    triples = triples_of(columns)
    if len(columns) - len(row) != 1 or len(triples) < 2:
        return None
    ways: list[Aligned] = []
    for lost in range(len(columns)):
        way: Aligned = [*row[:lost], None, *row[lost:]]
        figures = [[decimal(c.of(text)) if c else None for c in way[i : i + 3]] for i in triples]
        figures = [in_order(columns, i, told) for i, told in zip(triples, figures, strict=True)]
        if columns[lost].role not in MEASURED and all(is_exact_share(values) for values in figures):
            ways.append(way)
    apart = {tuple(id(way[n]) for i in triples for n in range(i, i + 3)) for way in ways}
    return ways[-1] if len(apart) == 1 else None


_TRIPLES = (("target", "actual", "ratio"), ("actual", "target", "ratio"))


def triples_of(columns: Sequence[Column]) -> list[int]:
    """Where a plan, a result and the share of the one in the other begin; the result may stand first."""
    return [i for i in range(len(columns) - 2) if tuple(c.role for c in columns[i : i + 3]) in _TRIPLES]


def in_order(columns: Sequence[Column], at: int, told: Sequence[Decimal | None]) -> list[Decimal | None]:
    """The plan, the result and the share that begin there, in this order."""
    return [*(told[:2] if columns[at].role == "target" else told[1::-1]), *told[2:]]


def is_exact_share(values: Sequence[Decimal | None]) -> bool:
    plan, done, share = values
    if not plan or done is None or share is None:
        return False
    half = Decimal(6).scaleb(int(share.as_tuple().exponent) - 1)
    return abs(done / plan * 100 - share) <= half
