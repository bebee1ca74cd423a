"""How many of a table's first rows head its columns."""

from __future__ import annotations

from extraction.grids.cells import HEADER, NUMBER, NUMBERED, GridCell
from extraction.grids.columns import MEASURED, column, unit_in
from extraction.grids.fitting import is_place
from extraction.grids.leaves import things_again
from extraction.numbers.quantities import scan
from extraction.sought import sought
from extraction.tables.slashed import is_pair

Row = list[GridCell]
_DEEPEST = 4


def depth_of(text: str, rows: list[Row]) -> int:
    """How many rows of headings there are."""
    depth = 0
    for row in rows[:_DEEPEST]:
        pieces = [p for p in (c.of(text) for c in row) if p]
        if depth and pieces and all(unit_in(f"({p.strip('()')})") for p in pieces):
            depth += 1
            continue
        alone = len(pieces) == 1 and row[0].of(text) and rows[0][0].of(text)  # 产出指标, merged over its rows
        if depth and (alone or _is_section(pieces)):
            break
        led = not depth and len(pieces) > 2 and not is_place(pieces[0])  # 指标, 全市, 东城区, 西安区
        words = sum(_heads(p) or (led and is_place(p)) or (not depth and _measures(p)) for p in pieces)
        numeric = any(NUMBER.fullmatch(p) for p in pieces) or (depth and any(_counted(p) for p in pieces))
        grouped = not depth and (_grouped(text, rows) or _heads_places(text, rows))
        grouped = grouped or (depth == 1 and things_again(pieces) > 0 and not row[0].of(text))
        if numeric or (not grouped and (words < (1 if depth else 2) or words * 2 < len(set(pieces)) - 2)):
            break
        if depth and not (has_gaps(text, rows[depth - 1]) or not row[0].of(text)):
            break
        depth += 1
    return depth


_MARKED = sought(r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)).")


def _is_section(pieces: list[str]) -> bool:
    """一、经济发展 in its own cell or in all of them: the title of the rows below it."""
    return len(set(pieces)) == 1 and (len(pieces) > 2 or _MARKED.match(pieces[0]) is not None)


def _heads(piece: str) -> bool:
    """Whether the piece reads like a column's heading."""
    return len(piece) <= 24 and (HEADER.search(piece) is not None or column([piece]).role in ("owner", "rank"))


def _measures(piece: str) -> bool:
    """Whether the piece heads what is planned or told, without a figure of its own: 已入库(万元), 占比."""
    return len(piece) <= 24 and column([piece]).role in MEASURED and not _counted(piece.replace("哪一", "哪"))


def _grouped(text: str, rows: list[Row]) -> bool:
    """Group headings of any words above a row of headings: 事故(起) over 控制数, 实际数."""
    if len(rows) < 2 or not has_gaps(text, rows[0]):
        return False
    below = [c.of(text) for c in rows[1] if c.of(text)]
    return sum(_heads(p) for p in below) >= 3 or {"target", "actual"} <= {column([p]).role for p in below}


def _heads_places(text: str, rows: list[Row]) -> bool:
    """县区 | 改厕 | 危房: whether the first row heads places by whatever words, with nothing but figures below."""
    pieces = [[c.of(text) for c in row] for row in rows[:3]]
    whole = len(pieces) == 3 and len({len(p) for p in pieces}) == 1 and len(pieces[0]) > 2
    if not whole or column(pieces[0][:1]).role != "owner" or any(NUMBERED.search(p) for p in pieces[0]):
        return False
    return all(NUMBER.fullmatch(p) or is_pair(p) for row in pieces[1:] for p in row[1:])


def _counted(piece: str) -> bool:
    return any(q.role == "context" and q.value is not None for q in scan(piece))


def has_gaps(text: str, row: Row) -> bool:
    """Merged cells: one heading over several columns."""
    pieces = [c.of(text) for c in row]
    return "" in pieces or len(set(pieces)) < len(pieces)
