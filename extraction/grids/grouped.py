"""Headings of two lines, of which the upper one has fewer: what of it groups which of the lower one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extraction.grids.cells import NUMBERED, GridCell
from extraction.grids.columns import MEASURED, column
from extraction.grids.leaves import below_measures, best_laid, leaf_role, parted, under
from extraction.grids.levels_and_growths import over_levels
from extraction.grids.parts_told import parts_told
from extraction.grids.plan_and_account import plan_and_account
from extraction.grids.values import over_values
from extraction.sought import sought

_NEVER_GROUP = ("serial", "owner", "unit", "department", "remark", "flag", "rank")
_LEADING = ("serial", "owner", "name", "unit", "category")
_CHILDLESS = ("serial", "owner", "name", "category", "kind", "unit", "department", "remark", "aside", "flag")
_LONGEST = 24
_WHEN = sought(  # 2019年建设内容 heads a column
    r"^(?:(?:19|20)\d\d年度?|\d{1,2}(?:-\d{1,2})?月(?:份|末|底)?)(?=[\u4e00-\u9fff])"
)


def grouped(above: list[str], leaves: list[str], widest: int) -> list[list[str]] | None:
    """县区 开工情况 投资情况 排名 over 计划 完成 计划 完成: what groups nothing is a column of its own.

    The rows' own heading may stand in the lower line: 造林 修渠 over 乡镇 计划 完成 计划 完成.
    """
    laid = over_levels(above, leaves) or parts_told(above, leaves) or below_measures(above, leaves)
    if laid := laid or plan_and_account(above, leaves):
        return laid
    lead = leading(leaves)
    if lead and (parts := parted(leaves[lead:], len(above))) and len(parts) == len(above):
        return [*([leaf] for leaf in leaves[:lead]), *under(above, [True] * len(above), parts)]
    if bare := over_values(above, leaves):
        return bare
    alone = _alone(above, widest - len(leaves))
    groups = alone.count(False)
    parts = parted(leaves)
    if len(parts) == groups:
        return under(above, [not single for single in alone], parts)
    if parts and len(above) > len(parts):
        return best_laid(above, parts)
    if not groups or len(leaves) % groups:
        return None
    wide = len(leaves) // groups
    equal = [leaves[i : i + wide] for i in range(0, len(leaves), wide)]
    return under(above, [not single for single in alone], equal)


def leading(leaves: list[str]) -> int:
    """How many of the lower line's headings say whose or what the rows are."""
    roles = [leaf_role(leaf) for leaf in leaves]
    return next((i for i, role in enumerate(roles) if role not in _LEADING), len(roles))


def _alone(above: list[str], wanted: int) -> list[bool]:
    """Which headings of the upper line have nothing below them: what never groups, then what may, up to the wanted."""
    roles = [column([h]).role for h in above]
    alone = [role in _NEVER_GROUP for role in roles]
    for i, role in enumerate(roles):
        if sum(alone) < wanted and role in _CHILDLESS:
            alone[i] = True
    return alone


def heads_merged(text: str, rows: Sequence[Sequence[GridCell]]) -> list[list[str]]:
    """镇名 | 改厕 | 管网 above | 计划 | 完成 | 计划 | 完成: merged cells that left no empty ones, else none."""
    if len(rows) < 4:
        return []
    wide = Counter(len(row) for row in rows[2:]).most_common(1)[0][0]
    first, second = (_unpadded(text, row, wide) for row in rows[:2])
    if not len(first) < wide >= len(second):
        return []
    above, leaves = ([p for c in row if (p := c.of(text))] for row in (first, second))
    if len(leaves) < 2 or any(len(p) > _LONGEST for p in (*above, *leaves)):
        return []
    if any(NUMBERED.match(_WHEN.sub("", p)) for p in (*above, *leaves)):
        return []
    if one := _under_one(above, leaves, wide):
        return one
    wider = len(second) > len(first) == len(above) or over_levels(above, leaves)
    if not wider and not parted(leaves[leading(leaves) :]):
        return []
    found = grouped(above, leaves, wide) or []
    return found if len(found) == wide else []


def _unpadded(text: str, row: Sequence[GridCell], wide: int) -> Sequence[GridCell]:
    """The row without the empty cells that fill it up at its end, where merged cells lost theirs."""
    pieces = [c.of(text) for c in row]
    filled = pieces.index("") if "" in pieces else len(pieces)
    return row[:filled] if filled > 1 and not any(pieces[filled:]) and len(row) <= wide else row


def lost_their_places(text: str, rows: Sequence[Sequence[GridCell]]) -> bool:
    """Whether two rows of headings are filled up at their ends, so that nothing says what the lower ones are below."""
    if len(rows) < 4:
        return False
    wide = Counter(len(row) for row in rows[2:]).most_common(1)[0][0]
    heads = [_unpadded(text, row, wide) for row in rows[:2]]
    pieces = [[c.of(text) for c in head] for head in heads]
    if any("" in head or not 2 < len(head) < wide for head in pieces) or len(rows[0]) < wide:
        return False
    figures = any(NUMBERED.match(_WHEN.sub("", p)) for p in (*pieces[0], *pieces[1]))
    return not figures and sum(column([p]).role in MEASURED for p in pieces[1]) > 1


_TELLS_HOW_FAR = sought(r"(?:进展|进度|完成|落实|执行|实施|推进)(?:情况)?(?:\([^()]*\))?$")


def _under_one(above: list[str], leaves: list[str], wide: int) -> list[list[str]]:
    """项目 | 投资 | 进展情况 | 单位 above 完成投资 | 完成率: under the one that tells how far it is, else none."""
    if len(above) - 1 + len(leaves) != wide:
        return []
    over = [_TELLS_HOW_FAR.search(p) is not None and column([p]).role not in _NEVER_GROUP for p in above]
    known = over.count(True) == 1 and any(column([leaf]).role in MEASURED for leaf in leaves)
    return under(above, over, [leaves]) if known else []
