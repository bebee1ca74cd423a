"""Tables that are turned: plan and result are rows, and the things or the places are columns.

Each label of a row (年度任务, 单位, 9月底完成, 完成率) becomes a heading and each thing a row, for every owner of such
a block of labels; so months, units and shares are read as those of any other table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from extraction.grids.cells import GridCell
from extraction.grids.columns import MEASURED, Column, Role, column
from extraction.grids.fitting import is_place
from extraction.grids.leaves import leaf_role, without_unit
from extraction.sought import sought

Row = list[GridCell]
_KIND = sought(
    r"(?P<target>(?:年度|全年|工作)?(?:计划|目标|任务|预算)(?:数|值|任务)?)|(?P<actual>(?:累计|实际|已)?(?:完成"
    r"|实绩|实际|进度|执行)(?:数|值|情况)?|(?:\d+-)?\d+月.{0,6})"
    r"|(?P<ratio>(?:占|为|完成).{0,6}(?:%|比例|比)|完成率(?:\(%\))?|比例(?:\(%\))?|完成比例?)"
)
_BESIDE = (*MEASURED, "unit", "aside", "rank", "remark", "flag", "department")
_NO_THING = ("target", "actual", "ratio", "serial", "unit", "flag")
_PLACED = sought(r"([\u4e00-\u9fff]{1,6}?(?:[县区市镇乡旗]|街道))(?=[\u4e00-\u9fff]{2,6}(?:\([^()]*\))?$)")
_THING = 5  # characters of a heading that names one
_LONGEST = 14  # characters of a label
_SHARE = sought(r"[<>≤≥±+-]*[\d.,]+(?:-[\d.,]+)?%(?:以[上内下]|左右)?")  # a cell of its own, and labels no row

Labelled = tuple[GridCell | None, GridCell, Row]  # whose it is where it says so, the label, the row's cells


def is_turned(pieces: Sequence[str]) -> bool:
    """Whether plan and result label rows: both words stand among the pieces, more than once or with a share."""
    found = [m.lastgroup for p in pieces if (m := _KIND.fullmatch(sought(r"\s").sub("", p)))]
    return {"target", "actual"} <= set(found)


@lru_cache(maxsize=1024)
def label_role(piece: str) -> Role | None:
    """What a row with such a first cell tells of every thing; None where it is no label.

    A plan's says nothing else than that it is one, so that the row of a plan for something (投资计划) is none.
    """
    piece = "".join(piece.split())
    if not piece or len(piece) > _LONGEST or is_place(piece) or _SHARE.fullmatch(piece):
        return None
    role = leaf_role(piece)
    if role == "target" and column([piece]).tag and not _KIND.fullmatch(without_unit(piece)):
        return None
    return role if role in _BESIDE else None


def tells(roles: Sequence[Role | None]) -> bool:
    """Whether rows with such labels plan and answer."""
    return None not in roles and "target" in roles and bool({"actual", "ratio"} & set(roles))


def turned(text: str, header: list[Row], data: list[Row]) -> tuple[list[Column], list[Row]] | None:
    """The columns and rows of the table the other way round; None where it is not turned."""
    head = header[-1]
    place, found = _labelled(text, data)
    things = head[place + 1 :]
    roles = [column([c.of(text)]).role for c in things]
    bare = [_is_bare(c.of(text), role) for c, role in zip(things, roles, strict=True)]
    if not found or len(things) < 2 - bool(place) or any(bare):
        return None
    blank = GridCell(head[0].start, head[0].start)
    labels = list(dict.fromkeys(_label(text, label) for _, label, _ in found))
    rows: list[Row] = []
    for owner, block in _blocks(text, found, blank):
        for offset, name in enumerate(things):
            if not name.of(text) or roles[offset] in ("remark", "department", "aside", "rank"):
                continue
            told = [block[k][offset] if k in block and offset < len(block[k]) else blank for k in labels]
            rows.append([owner, name, *told])
    corner = head[0].of(text) if place and column([head[0].of(text)]).role not in MEASURED else ""
    columns = [column(parts) for parts in ([corner], ["指标名称"], *([k] for k in labels))]
    for this, label in zip(columns[2:], labels, strict=True):
        this.role = label_role(label) or this.role
    columns[0].role = "owner"
    if all(is_place(c.of(text)) for c in things):
        columns[1].role = "owner"  # 计划(万亩), 完成(万亩) under 全市, 东城区, 西安区
        columns[0].role = "name" if place else "owner"  # 农村公路 | 计划, 完成 under places
    _share_unit(columns)
    return columns, rows


def _is_bare(piece: str, role: Role) -> bool:
    """Whether the heading says no more than what a row's label says; 实际使用外资 and 断面优良比例 are things."""
    if role in ("actual", "ratio"):
        return len(without_unit(piece)) < _THING or _KIND.fullmatch(without_unit(piece)) is not None
    return role in _NO_THING


def _share_unit(columns: Sequence[Column]) -> None:
    """计划(万亩), 完成: what is told is in the unit of the plan."""
    unit = next((c.unit for c in columns if c.role == "target" and c.unit), "")
    for this in columns:
        if this.role in ("target", "actual") and not this.unit and unit != "%":
            this.unit = unit


def _label(text: str, label: GridCell) -> str:
    return sought(r"\s").sub("", label.of(text))


def _labelled(text: str, data: list[Row]) -> tuple[int, list[Labelled]]:
    """The rows with their labels, and which column holds these; none where not every row has one.

    They are in the first column, in the second beside an owner who is named once for several, or the first holds both
    (东河县任务, 东河县完成).
    """
    if not data or min(map(len, data)) < 2:
        return 0, []
    for place in (0, 1):
        ats = [place if label_role(row[place].of(text)) else 0 for row in data]
        roles = [label_role(row[at].of(text)) for row, at in zip(data, ats, strict=True)]
        if (place == 0 or any(ats)) and tells(roles):
            found = zip(data, ats, strict=True)
            return place, [(row[0] if at and row[0].of(text) else None, row[at], row[at + 1 :]) for row, at in found]
    return 0, _glued(text, data)


def _glued(text: str, data: list[Row]) -> list[Labelled]:
    """东河县任务, 东河县完成, 南川县任务, ...: the rows of several places, each with the label behind the name."""
    out: list[Labelled] = []
    for row in data:
        match = _PLACED.match(row[0].of(text))
        if match is None:
            return []
        cut = row[0].start + match.end()
        out.append((GridCell(row[0].start, cut), GridCell(cut, row[0].end), row[1:]))
    roles = [label_role(label.of(text)) for _, label, _ in out]
    return out if tells(roles) and len(set(roles)) < len(roles) else []


def _blocks(text: str, found: Sequence[Labelled], blank: GridCell) -> Iterator[tuple[GridCell, dict[str, Row]]]:
    """The rows of each owner, by their labels."""
    owner, block = blank, dict[str, Row]()
    for named, label, row in found:
        kind = _label(text, label)
        if kind in block or (named is not None and named.of(text) != owner.of(text)):
            if block:
                yield owner, block
            block = {}
        owner = named or owner
        block[kind] = row
    if block:
        yield owner, block
