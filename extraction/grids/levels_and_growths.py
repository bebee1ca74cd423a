"""Plan and result told twice each, as a level and as what that grew by, in columns below their headings.

2019年计划 1-9月完成 over 计划数 增长% 完成数 增长%: the level's plan has the level's result, the growth's plan the
growth that was reached, whatever the two are called (总量 and 增速, 绝对值 and 同比±%); a share (占比) may stand third.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Literal

from extraction.grids.columns import Column, column, unit_in
from extraction.grids.leaves import Headings, leaf_role, under, without_unit
from extraction.sought import sought

Told = Literal["level", "growth", "share", ""]
_LEVEL = sought(
    r"(?:年度|全年|计划|目标|任务|预期|完成|实际|累计|绝对|指标|实绩)*"
    r"(?:数值?|值|量|额|总[量额数值]|数[量额]|金额|绝对[值数量额]|规模|水平|计划|目标|任务|完成|实际|实绩|累计)"
)
_GROWTH = sought(
    r"(?:计划|目标|预期|实际|完成|年均|累计)?(?:同比|比上年(?:同期)?|较上年(?:同期)?)?(?:增减|增长|增)?(?:速度?|率|幅度?|长|减)?(?:±|[+]/-)?%?"
)
_GROWS = sought(r"增|同比|比上年|较上年|±")
_LEADING = ("serial", "owner", "name", "category", "kind", "unit", "department", "other")
_BEHIND = ("ratio", "rate", "department", "remark", "flag", "rank", "aside", "owner")
_OVER = ("target", "actual", "aside")


def told_by(leaf: str) -> Told:
    """What the heading tells of whatever stands above it."""
    bare = without_unit(leaf)
    if _GROWTH.fullmatch(bare) and _GROWS.search(bare):
        return "growth"
    if _LEVEL.fullmatch(bare):
        return "level"
    return "share" if column([leaf]).role in ("ratio", "rate") else ""


def over_levels(above: Sequence[str], leaves: Sequence[str]) -> Headings:
    """The headings of every column where the lower line tells levels and growths; empty where it does not."""
    groups = _groups(leaves)
    if len(groups) < 2:
        return []
    roles = [leaf_role(head) for head in above]
    ways = []
    for lead in range(1, len(above) - len(groups) + 1):
        stop = lead + len(groups)
        over, before, behind = roles[lead:stop], [column([a]).role for a in above[:lead]], roles[stop:]
        whole = {"target", "actual"} <= {*over} <= {*_OVER}
        if whole and {*before} <= {*_LEADING} and {*behind} <= {*_BEHIND}:
            ways.append(lead)
    if len(ways) != 1:
        return []
    return under(above, [ways[0] <= i < ways[0] + len(groups) for i in range(len(above))], groups)


def _groups(leaves: Sequence[str]) -> Headings:
    """The lower line cut where a level, or whatever it begins with, comes back; empty where it is no such line."""
    told = [told_by(leaf) for leaf in leaves]
    if told.count("growth") < 2 or told[0] not in ("level", "growth") or "" in told:
        return []
    begins = [i for i, what in enumerate(told) if what == told[0]]
    places = [*zip(begins, [*begins[1:], len(told)], strict=True)]
    groups = [list(leaves[a:b]) for a, b in places]
    return groups if all(_is_both(group) for group in groups) else []


def unfolded_levels(pieces: Sequence[str]) -> Headings:
    """One list of headings, one per line, read as such two lines; empty where it is none."""
    if sum(_GROWS.search(p) is not None for p in pieces) < 2:
        return []
    for first in range(len(pieces) - 4, 2, -1):
        if laid := over_levels(pieces[:first], pieces[first:]):
            return laid
    return []


def columns_under(headings: Sequence[Sequence[str]]) -> list[Column]:
    """The columns under these headings, outermost first; levels and growths each with what they are answered by."""
    return levels_under(headings) or [column(parts) for parts in headings]


def levels_under(headings: Sequence[Sequence[str]]) -> list[Column]:
    """The same where a plan and a result are told as level and growth; empty where none is."""
    names = [[*dict.fromkeys(p for p in parts if p)] for parts in headings]
    tops = ["".join(parts[:-1]) for parts in names]
    groups = [[*run] for top, run in groupby(range(len(names)), key=lambda i: tops[i]) if top]
    both = [run for run in groups if _is_both([names[i][-1] for i in run])]
    of = [_role_of(names[run[0]][-2], [names[i][-1] for i in run]) for run in both]
    if not {"target", "actual"} <= {*of}:
        return []
    columns = [column(parts) for parts in headings]
    for run, role in zip(both, of, strict=True):
        for i in run:
            columns[i] = _column(columns[i], tops[run[0]], names[i][-1], role)
    return columns


def _is_both(leaves: Sequence[str]) -> bool:
    told = [told_by(leaf) for leaf in leaves]
    return {"level", "growth"} <= {*told} and "" not in told and len({*told}) == len(told)


def _role_of(top: str, leaves: Sequence[str]) -> str:
    """Whether such a group plans or tells: by its heading, else by what its level is called (2019年 over 计划数)."""
    role = leaf_role(top)
    if role in _OVER:
        return role
    return next((leaf_role(leaf) for leaf in leaves if told_by(leaf) == "level"), role)


def _column(this: Column, top: str, leaf: str, role: str) -> Column:
    told = told_by(leaf)
    if role not in ("target", "actual"):
        return replace(this, role="aside", label="", tag="")
    if told == "share":
        header = this.header if "%" in this.header else this.header + "(%)"
        return replace(this, role="ratio" if role == "actual" else "aside", header=header, label="", tag="")
    if told == "growth":
        return Column("target" if role == "target" else "growth", f"{top}增速(%)", "%", "", "增速")
    return Column("target" if role == "target" else "actual", top + leaf, unit_in(leaf) or unit_in(top), "", "")
