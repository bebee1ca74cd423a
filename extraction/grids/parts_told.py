"""Headings of two lines: the upper ones measure, the lower ones are the parts of a sum, each called as it likes.

计划下达, 投资完成, 完成率 over 年度计划, 债券资金, 计划完成, 债券完成, 年度计划, 债券资金: what stands at the same
place below each is one thing, of which that is the plan, the result and the share.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from extraction.grids.columns import MEASURED, Role, column
from extraction.grids.leaves import Headings, leaf_role, without_unit
from extraction.sought import sought

_BEFORE = ("serial", "owner", "name", "category", "kind", "unit", "department", "other")
_BEHIND = ("rank", "flag", "remark", "department", "aside", "unit")
_RATES = ("ratio", "rate")
_WHOLE = sought(r"(?:小计|合计|总计|总数|总额|总量)?")
_BRACKET = sought(r"\([^()]*\)")


def parts_told(above: Sequence[str], leaves: Sequence[str]) -> Headings:
    """The headings of all columns, outermost first; empty where these are not such lines."""
    measures = [i for i, a in enumerate(above) if leaf_role(a) in MEASURED]
    if len(measures) < 2 or measures[-1] - measures[0] >= len(measures) or len(leaves) % len(measures):
        return []
    first, last = measures[0], measures[-1] + 1
    roles = [column([a]).role for a in above]
    if not first or any(r not in _BEFORE for r in roles[:first]) or any(r not in _BEHIND for r in roles[last:]):
        return []
    wide = len(leaves) // len(measures)
    groups = [leaves[i : i + wide] for i in range(0, len(leaves), wide)]
    told = _paired(above[first:last], groups)
    return [*([a] for a in above[:first]), *told, *([a] for a in above[last:])] if told else []


def parts_in_place(above: Sequence[str], leaves: Sequence[str]) -> Headings:
    """The same where every heading stands in its column, the upper ones in all that they cover."""
    runs = [list(run) for _, run in groupby(range(len(above)), key=lambda i: (above[i], bool(leaves[i])))]
    over = [run for run in runs if leaves[run[0]] and above[run[0]] and leaf_role(above[run[0]]) in MEASURED]
    if len(over) < 2 or any(leaves[run[0]] for run in runs if run not in over) or len({len(r) for r in over}) > 1:
        return []
    told = iter(_paired([above[run[0]] for run in over], [[leaves[i] for i in run] for run in over]))
    laid = [next(told, []) if run in over else [above[run[0]]] for run in runs for _ in run]
    return laid if all(laid) else []


def _paired(measures: Sequence[str], groups: Sequence[Sequence[str]]) -> Headings:
    """Each leaf made the upper heading of its measure; empty where those at one place are not called alike."""
    roles = [leaf_role(m) for m in measures]
    if "target" not in roles or len(set(measures)) < len(measures) or len(groups[0]) < 2:
        return []
    if any(_rates_beside(alike, roles) for alike in zip(*groups, strict=True)):
        return []
    things = [_thing(alike) for alike in zip(*groups, strict=True)]
    if None in things or len(set(things)) < len(things):
        return []
    parts = "" in things
    return [
        _headed(thing or "", measure, leaf, parts=parts)
        for measure, group in zip(measures, groups, strict=True)
        for thing, leaf in zip(things, group, strict=True)
    ]


def _rates_beside(leaves: Sequence[str], roles: Sequence[Role]) -> bool:
    """计划下达(年度计划, 省级资金), 完成情况(完成投资, 完成率): a share of the whole is no part that is told."""
    own = [leaf_role(leaf) in _RATES and role not in _RATES for leaf, role in zip(leaves, roles, strict=True)]
    return any(own) and not all(own)


def _headed(thing: str, measure: str, leaf: str, *, parts: bool) -> list[str]:
    """The thing above its measure, which keeps the unit that the leaf gives."""
    given = _BRACKET.search(leaf)
    told = measure + given.group() if given and not _BRACKET.search(measure) else measure
    return [f"其中:{thing}" if parts else thing, told] if thing else [told]


def _thing(leaves: Sequence[str]) -> str | None:
    """What the leaves at one place are called; empty for the whole, None where they differ."""
    named = {_stem(leaf): without_unit(leaf) for leaf in leaves}
    longest = max(named, key=len)
    if not all(stem in longest for stem in named):
        return None
    return "" if _WHOLE.fullmatch(longest) else named[longest]


def _stem(leaf: str) -> str:
    """What the heading names, without the words that measure: 债券完成 -> 债券."""
    tag = column([without_unit(leaf)]).tag
    return "" if _WHOLE.fullmatch(tag) else tag
