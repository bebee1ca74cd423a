"""Headings of two lines whose lower one says no more than how a plan or an answer is told: 总量, 增速, 占比.

年度目标 1-9月完成 over 总量 增速 总量 增速 占比: a group begins wherever the first of them comes back.
年度目标 1-9月完成 over 完成量 完成率: the answer alone is told in parts.
What names the rows stands before the groups, offices and remarks behind.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.grids.columns import PLAN, column
from extraction.grids.leaves import leaf_role, under, without_unit
from extraction.sought import sought

Headings = list[list[str]]
_VALUE = sought(r"(?:绝对|累计|实际)?(?:数值|数量|数|值|总量|总额|量|金额|户数|个数|完成[量数值额])")
_LEADING = ("serial", "owner", "name", "unit", "category")
_BEHIND = ("department", "remark", "flag", "rank", "aside")
_PARTS = ("ratio", "rate", "growth")


def over_values(above: Sequence[str], leaves: Sequence[str]) -> Headings:
    """The headings of every column; empty where the lines are no such thing."""
    if one := _over_one(above, leaves):
        return one
    lead = _leading(leaves)
    own = 0 if lead else _leading(above)
    stop = len(above)
    while stop > own and column([above[stop - 1]]).role in _BEHIND:
        stop -= 1
    heads, rest = above[own:stop], leaves[lead:]
    roles = [leaf_role(head) for head in heads]
    if not (lead or own) or len(heads) < 2 or "target" not in roles or not {*roles} <= {"target", "actual"}:
        return []
    if not rest or _VALUE.fullmatch(without_unit(rest[0])) is None:
        return []
    if any(_VALUE.fullmatch(without_unit(p)) is None and column([p]).role not in _PARTS for p in rest):
        return []
    first = without_unit(rest[0])
    begins = [i for i, leaf in enumerate(rest) if without_unit(leaf) == first]
    groups = [list(rest[a:b]) for a, b in zip(begins, [*begins[1:], len(rest)], strict=True)]
    if any(len(set(group)) < len(group) for group in groups):
        return []
    over = [True] * len(heads)
    if len(groups) == 1 and roles.count("actual") == 1:
        over = [role == "actual" for role in roles]
    if len(groups) != sum(over) or (lead and not all(over)):
        return []
    flags = [False] * own + over + [False] * (len(above) - stop)
    return [*([leaf] for leaf in leaves[:lead]), *under(above, flags, groups)]


_DONE = sought(r"(?:实际|累计|已)?(?:完成|实绩|执行)[数额值量]?|实际")


def _plans(leaf: str) -> bool:
    """Whether the heading is a plan's and names nothing: 计划, 年度计划."""
    return PLAN.fullmatch(leaf) is not None or (column([leaf]).role == "target" and not column([leaf]).tag)


def _over_one(above: Sequence[str], leaves: Sequence[str]) -> Headings:
    """项目 总投资 2023年投资 形象进度 over 计划 完成 完成率: under the only one that figures plan and tell."""
    bare = [without_unit(leaf) for leaf in leaves]
    if len(bare) < 2 or not _plans(bare[0]) or not _DONE.fullmatch(bare[1]):
        return []
    if any(column([leaf]).role not in _PARTS for leaf in leaves[2:]):
        return []
    roles = [column([a]).role for a in above]
    over = [role not in (*_LEADING, *_BEHIND) and "形象" not in a for a, role in zip(above, roles, strict=True)]
    if sum(over) > 1:
        over = [one and role != "actual" for one, role in zip(over, roles, strict=True)]  # 工程进度
    led = bool(roles) and roles[0] in _LEADING
    return under(above, over, [list(leaves)]) if led and sum(over) == 1 else []


def unfolded_values(pieces: Sequence[str]) -> Headings:
    """One list of headings, one per line, read as such two lines; empty where it is none."""
    values = (i for i, p in enumerate(pieces) if _VALUE.fullmatch(without_unit(p)))
    plans = (i for i, p in enumerate(pieces) if _plans(without_unit(p)))
    first = next(values, 0) or next((i for i in plans if i > 2), 0)
    return over_values(pieces[:first], pieces[first:]) if first > 2 else []


def _leading(pieces: Sequence[str]) -> int:
    roles = [column([p]).role for p in pieces]
    return next((i for i, role in enumerate(roles) if role not in _LEADING), len(roles))
