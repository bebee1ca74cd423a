"""Headings of two lines: which of the upper ones stand alone, and which head a group of the lower ones.

地区 桥梁 道路 排名 over 计划 完成 完成率 计划 完成: a group begins where a plan does, so that the groups need not
be equally wide; what is over none of them is a column of its own, before them or behind them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from extraction.sought import sought
from extraction.tables_columns import MEASURED, PLAN, Role, column

Headings = list[list[str]]
_NEVER_OVER = ("serial", "owner", "unit", "department", "remark", "flag", "rank")
_BEFORE = ("serial", "owner", "name", "category", "kind", "unit", "department", "other")
_BEHIND = ("rank", "flag", "remark", "department", "aside")
_LEAF = (*MEASURED, "rank")


def parted(leaves: Sequence[str]) -> Headings:
    """The leaves group by group; empty where they are no such thing, or each names what it measures."""
    plans = [i for i, leaf in enumerate(leaves) if leaf_role(leaf) == "target"]
    if len(plans) < 2 or plans[0] or any(leaf_role(leaf) not in _LEAF for leaf in leaves):
        return []
    again = [i for i in plans if without_unit(leaves[i]) == without_unit(leaves[0])]
    ways = [plans] if len(again) == len(plans) or not any(column([leaves[i]]).tag for i in plans) else []
    for begins in (*ways, again):
        groups = [list(leaves[a:b]) for a, b in pairwise([*begins, len(leaves)])]
        if len(groups) > 1 and all(1 < len(g) == len({without_unit(leaf) for leaf in g}) for g in groups):
            return groups
    return []


def leaf_role(leaf: str) -> Role:
    """What a heading is for that stands below another: 任务 alone names the rows, below a thing it is its plan."""
    role = column([leaf]).role
    return "target" if role == "name" and PLAN.fullmatch(without_unit(leaf)) else role


@lru_cache(maxsize=4096)
def without_unit(leaf: str) -> str:
    """The heading without what stands in brackets: 目标任务(件) -> 目标任务."""
    return sought(r"\([^()]*\)|\s").sub("", leaf)


def unfolded(pieces: Sequence[str]) -> Iterator[Headings]:
    """Every way to read one list of headings, one per line, as an upper line and a lower one."""
    roles = [leaf_role(p) for p in pieces]
    start = len(pieces)
    while start and roles[start - 1] in _LEAF:
        start -= 1
        groups = parted(pieces[start:]) if roles[start] == "target" else []
        if groups and start > len(groups) and groups[0][0] not in pieces[:start]:
            yield from _laid(pieces[:start], groups)


def _laid(above: Sequence[str], groups: Headings) -> Iterator[Headings]:
    """The groups under as many neighbours of the upper line; what remains stands before and behind them.

    What is called neither number nor place may be a heading over all of them: 地区, 就业工程, 新增就业, 再就业.
    """
    roles = [column([a]).role for a in above]
    for lead in range(len(above) - len(groups), 0, -1):
        behind = lead + len(groups)
        if (
            all(role in _BEFORE for role in roles[:lead])
            and all(role in _BEHIND for role in roles[behind:])
            and not any(role in _NEVER_OVER for role in roles[lead:behind])
        ):
            yield under(above, [lead <= i < behind for i in range(len(above))], groups)
            if "owner" in roles[:lead] and not {"serial", "owner"}.issuperset(roles[:lead]):
                kept = [i for i in range(len(above)) if i >= lead or roles[i] in ("serial", "owner")]
                yield under([above[i] for i in kept], [lead <= i < behind for i in kept], groups)


def best_laid(above: Sequence[str], groups: Headings) -> Headings | None:
    """The headings where the number of groups is known: as few lone ones behind them as their words allow."""
    return next(_laid(above, groups), None)


def under(above: Sequence[str], over: Sequence[bool], groups: Headings) -> Headings:
    """The headings of every column: `over` says which of the upper line head the groups, in turn."""
    parts = iter(groups)
    out: Headings = []
    for head, heads_group in zip(above, over, strict=True):
        out += [[head, leaf] for leaf in next(parts)] if heads_group else [[head]]
    return out
