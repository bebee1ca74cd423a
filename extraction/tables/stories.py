"""The figure in a cell that tells a story: 完工11个、3020户, 已到位投运12辆,另有18辆正在上牌.

A row says by its columns what is promised and what became of it, so a figure needs no verb to be taken: it must be in
the plan's unit, stand in a clause of nothing unfinished, and be the only one that does, or be called like the plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extraction.grids.cells import GridCell
from extraction.numbers import units
from extraction.numbers.quantities import scan
from extraction.records import Quantity
from extraction.sought import sought
from extraction.tables.both_kinds import of_both_kinds
from extraction.tables.stages import issued
from extraction.words import names
from extraction.words.outputs import other_output

_CLAUSE = sought(r"[;。、,](?!\d{3}(?!\d))|\n")
UNFINISHED = re.compile(
    r"在建|正在|装修|施工|尚|未|剩余|其余|余下|[^多]余\d|另|计划|拟|预计|将|力争|确保|申报|审批|招标|征地|封顶|主体|基础|路基"
    r"|路面|去年|同期|上年|当月|本月|其中|签|协议|合同|意向|还有|[^竣]工程量|进场|待|即将|储备|上报|受理|推荐|筛选"
    r"|名额|配额|(?:任务|指标|计划)[^,。;\d]{0,6}(?:分[解配到给至]|下达|批复)"
)
SIGNED = re.compile(r"签(?!约)|协议|合同|意向")
_ALIKE = 0.75


@dataclass(slots=True)
class Told:
    """One figure of a story: its clause, the words before it, and whether it stands in brackets."""

    quantity: Quantity
    clause: str
    lead: str
    bracketed: bool


def figures(text: str, cell: GridCell) -> list[Told]:
    """Every figure of the cell with a unit, placed in the text; 一个 and 两处 count sites one by one and are none."""
    return list(_figures(text, cell))


def _figures(text: str, cell: GridCell) -> Iterator[Told]:
    piece = text[cell.start : cell.end]
    edges = [0, *(m.end() for m in _CLAUSE.finditer(piece)), len(piece) + 1]
    for q in scan(piece):
        if q.value is None or q.role != "context" or not q.unit or not q.text[0].isdigit():
            continue
        begin = max(e for e in edges if e <= q.start)
        end = min(e for e in edges if e > q.start) - 1
        bracketed = piece.rfind("(", 0, q.start) > piece.rfind(")", 0, q.start)
        open_at = piece.rfind("(", begin, q.start) + 1 if bracketed else begin
        close_at = piece.find(")" if bracketed else "(", q.end, end)
        clause = piece[max(begin, open_at) : close_at if close_at >= 0 else end]
        placed = replace(q, start=cell.start + q.start, end=cell.start + q.end)
        yield Told(placed, clause, piece[max(begin, open_at) : q.start], bracketed)


def fitting(text: str, cells: Sequence[GridCell], noun: str, name: str, plan: str = "") -> Quantity | None:
    """The one figure of the cells that answers a promise of this noun and name; None where none or several do."""
    if len(cells) == 1 and (both := of_both_kinds(text, cells[0], noun, name)) is not None:
        return both
    found = [t for cell in cells for t in _figures(text, cell) if _answers(t, noun, name + plan)]
    found = [t for t in found if other_output(name, t.lead) is None]
    plain = [t for t in found if not t.bracketed]
    if len(plain) == 1 and same_noun(plain[0].quantity.noun, noun) and not _other(plain[0], name, found):
        return plain[0].quantity
    called = [t for t in found if called_like(t, name)]
    return called[0].quantity if len(called) == 1 else None


def _answers(told: Told, noun: str, promised: str) -> bool:
    if not units.fits(told.quantity.noun, noun) or told.quantity.upper is not None:
        return False
    left = UNFINISHED.search(told.clause)
    if left and left.group() not in promised:
        return False
    stage = names.stage(told.clause)
    early = stage not in (None, "money") or (stage == "money" and noun in units.MONEY)
    return not early or names.stage(promised) == stage or issued(promised, told.clause)


def same_noun(noun: str, promised: str) -> bool:
    """Whether both count the same things; 个 may be anything, so it answers 所 only by its name."""
    return (
        noun == promised or {noun, promised} <= set(units.PEOPLE) or units.to_common(noun) == units.to_common(promised)
    )


def _other(told: Told, name: str, found: Sequence[Told]) -> bool:
    """Whether another figure, in brackets, is called like the promise and this one is not: 新增312张(护理型221张)."""
    return any(t is not told and called_like(t, name) for t in found) and not called_like(told, name)


def called_like(told: Told, name: str) -> bool:
    """Whether the words before the figure name the promise."""
    return bool(names.folded(told.lead)) and names.likeness(told.lead, name) >= _ALIKE
