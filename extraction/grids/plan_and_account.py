"""Headings of two lines: what was planned above a plan and who pays, how far it is above figures and their share.

计划下达情况, 投资完成情况 over 年度计划, 中央资金, 省级资金, 完成投资, 完成率: the two need not be equally wide; the
second begins where the first lower heading tells something.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extraction.grids.columns import column
from extraction.grids.leaves import Headings, leaf_role, under
from extraction.sought import sought

_BEFORE = ("serial", "owner", "name", "category", "kind", "unit", "department")
_BEHIND = ("rank", "flag", "remark", "department", "aside")
_TELLS = ("actual", "ratio", "rate")
_STANDS = sought(r"(?:情况|进度|进展)(?:\([^()]*\))?$")


def plan_and_account(above: Sequence[str], leaves: Sequence[str]) -> Headings:
    """The headings of every column; empty where the lines are no such thing."""
    roles = [leaf_role(a) for a in above]
    plan = next((i for i, pair in enumerate(pairwise(roles)) if pair == ("target", "actual")), 0)
    rest = [*roles[:plan], *roles[plan + 2 :]]
    if not plan or any(r not in (_BEFORE if i < plan else _BEHIND) for i, r in enumerate(rest)):
        return []
    begin = next((i for i, leaf in enumerate(leaves) if _tells(above[plan + 1], leaf)), 0)
    told = all(_tells(above[plan + 1], leaf) for leaf in leaves[begin:])
    if not begin or not told or "target" not in [leaf_role(leaf) for leaf in leaves[:begin]]:
        return []
    over = [i in (plan, plan + 1) for i in range(len(above))]
    return under(above, over, [list(leaves[:begin]), list(leaves[begin:])])


def _tells(top: str, leaf: str) -> bool:
    """Whether the heading tells how far it is, below the one that does: 完成投资计划."""
    role = leaf_role(leaf)
    return role in _TELLS or (role == "target" and column([top, leaf]).role in _TELLS)


def unfolded_account(pieces: Sequence[str]) -> Iterator[Headings]:
    """One list of headings, one per line, read as such two lines, where both upper ones say that they do: …情况."""
    for i in range(1, len(pieces) - 2):
        says = all(_STANDS.search(top) for top in pieces[i : i + 2])
        if says and (laid := plan_and_account(pieces[: i + 2], pieces[i + 2 :])):
            yield laid
