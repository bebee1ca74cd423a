"""Tables that are turned: plan and result are rows, and the things or the places are columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.grids_cells import GridCell
from extraction.sought import sought
from extraction.tables_columns import Column, column, unit_in
from extraction.tables_fitting import is_place
from extraction.tables_leaves import without_unit

Row = list[GridCell]
_KIND = sought(
    r"(?P<target>(?:年度|全年|工作)?(?:计划|目标|任务|预算)(?:数|值|任务)?)|(?P<actual>(?:累计|实际|已)?(?:完成"
    r"|实绩|实际|进度|执行)(?:数|值|情况)?|(?:\d+-)?\d+月.{0,6})"
    r"|(?P<ratio>(?:占|为|完成).{0,6}(?:%|比例|比)|完成率(?:\(%\))?|比例(?:\(%\))?|完成比例?)"
)


def is_turned(pieces: Sequence[str]) -> bool:
    """Whether plan and result label rows: both words stand among the pieces, more than once or with a share."""
    found = [m.lastgroup for p in pieces if (m := _KIND.fullmatch(sought(r"\s").sub("", p)))]
    return {"target", "actual"} <= set(found)


def turned(text: str, header: list[Row], data: list[Row]) -> tuple[list[Column], list[Row]] | None:
    """计划, 实绩 and 占计划% as rows under the indicators: turned, so that every indicator of an owner is a row."""
    head = header[-1]
    place = _kinds_at(text, data)
    if (
        place is None
        or len(head) - place < 3
        or any(column([c.of(text)]).role in ("target", "actual") for c in head[place + 1 :])
    ):
        return None
    blank = GridCell(head[0].start, head[0].start)
    rows: list[Row] = []
    for owner, block in _blocks(text, data, place, blank):
        for offset, name in enumerate(head[place + 1 :]):
            cells = [
                block[kind][offset] if kind in block and offset < len(block[kind]) else blank
                for kind in ("target", "actual", "ratio")
            ]
            rows.append([owner, name, *cells])
    unit = next((f"({u})" for row in data if (u := unit_in(row[place].of(text))) and u != "%"), "")
    heads: list[list[str]] = [
        [head[0].of(text) if place else ""], ["指标名称"], ["计划" + unit], ["完成" + unit], ["完成率"]
    ]  # fmt: skip
    columns = [column(parts) for parts in heads]
    columns[0].role = "owner"
    if not place and all(is_place(c.of(text)) for c in head[1:]):
        columns[1].role = "owner"  # 计划(万亩), 完成(万亩) under 全市, 东城区, 西安区
    return columns, rows


def _kinds_at(text: str, data: list[Row]) -> int | None:
    """Which column says plan or result: the first, or the second beside an owner who is named once for all of them."""
    for place in (0, 1):
        kinds = [_kind(text, row, place) or _kind(text, row, 0) for row in data]
        if all(kinds) and {"target", "actual"} <= set(kinds) and any(_kind(text, row, place) for row in data):
            return place
    return None


def _kind(text: str, row: Row, place: int) -> str | None:
    match = _KIND.fullmatch(without_unit(row[place].of(text))) if place < len(row) else None
    return match.lastgroup if match else None


def _blocks(text: str, data: list[Row], place: int, blank: GridCell) -> Iterator[tuple[GridCell, dict[str, Row]]]:
    owner, block = blank, dict[str, Row]()
    for row in data:
        at = place if _kind(text, row, place) else 0
        kind = _kind(text, row, at) or ""
        named = row[0] if at else None
        if kind in block or (named is not None and named.of(text) and named.of(text) != owner.of(text)):
            if block:
                yield owner, block
            block = {}
        if named is not None and named.of(text):
            owner = named
        block[kind] = row[at + 1 :]
    if block:
        yield owner, block
