"""Columns known by what stands in them: one that answers the plan (作战目标, 当前战果), one that names the rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extraction.grids.cells import EMPTY, NUMBER, GridCell
from extraction.grids.columns import MEASURED, Column, column, unit_in
from extraction.grids.fitting import content
from extraction.grids.leaves import without_unit
from extraction.numbers import units
from extraction.numbers.quantities import scan
from extraction.sought import sought

_SILENT = sought(r"措施|计划|打算|问题|困难|建议|下步|内容|规模|来源|分解|测算|预|要求|标准|单价|投资|资金|面积|人口")


def settle_unnamed(text: str, columns: Sequence[Column], rows: Sequence[Sequence[GridCell]]) -> None:
    """Where a plan stands and nothing tells, the only other column with figures of its units does; in place."""
    _payers(text, columns, rows)
    _done_by_name(columns)
    plans = [i for i, c in enumerate(columns) if c.role == "target"]
    if len(plans) != 1 or any(c.role in MEASURED for i, c in enumerate(columns) if i not in plans):
        return
    whole = [row for row in rows if len(row) == len(columns)]
    found = [
        i
        for i, c in enumerate(columns)
        if i > plans[0] and c.role in ("other", "name", "flag") and not _SILENT.search(c.header)
        and _answers(text, whole, plans[0], i)
    ]  # fmt: skip
    if len(found) == 1:
        columns[found[0]].role = "actual"


def _done_by_name(columns: Sequence[Column]) -> None:
    """高标准农田任务, 高标准农田建成: the plan's own thing with a verb that ends it tells of that plan; in place."""
    things = [c.tag for c in columns if c.role == "target" and len(c.tag) > 1]
    for this in columns:
        bare = without_unit(this.header)
        done = next((bare.removeprefix(t) for t in things if bare.startswith(t)), "") if this.role == "other" else ""
        if done and column([done]).role == "actual":
            this.role = "actual"


def _payers(text: str, columns: Sequence[Column], rows: Sequence[Sequence[GridCell]]) -> None:
    """项目, 计划, 中央, 省级, 市县: places that hold nothing but figures are nobody's names behind one; in place."""
    for index, this in enumerate(columns):
        if this.role != "owner" or not any(c.role in ("name", "owner") for c in columns[:index]):
            continue
        held = [p for row in rows if len(row) == len(columns) and not EMPTY.fullmatch(p := row[index].of(text))]
        if held and all(map(NUMBER.fullmatch, held)):
            this.role = "aside"


def _answers(text: str, rows: Sequence[Sequence[GridCell]], plan: int, told: int) -> bool:
    """Whether two rows and two thirds of all have a figure in both cells that count the same."""
    pairs = [(row[plan].of(text), row[told].of(text)) for row in rows]
    alike = [a != b and bool(_nouns(a) & _nouns(b)) for a, b in pairs if not EMPTY.fullmatch(a)]
    return sum(alike) > 1 and sum(alike) * 3 >= len(alike) * 2


def _nouns(piece: str) -> set[str]:
    """What the figures of the piece count."""
    return {units.to_common(q.noun)[0] for q in scan(piece) if q.value is not None and q.noun}


def name_rows(text: str, columns: list[Column], rows: Sequence[Sequence[GridCell]]) -> None:
    """目标任务 | 年度目标 | 完成: where nothing else names the rows, a first column of words does; in place."""
    roles = [c.role for c in columns]
    if roles.count("target") < 2 or "name" in roles:
        return
    first = roles.index("target")
    if unit_in(columns[first].header):
        return  # it measures, and the rows' own heading is lost
    held = [content(row[first].of(text)) for row in rows if len(row) == len(roles)]
    if sum(kind in ("text", "body") for kind in held) * 2 > len(held):
        columns[first] = replace(columns[first], role="name", label="")
