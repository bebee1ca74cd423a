"""A line of headings that leaves out the rows' own: 任务 完成 完成率 over 改厕 1200 780 65%."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.grids.cells import EMPTY
from extraction.grids.columns import MEASURED
from extraction.grids.fitting import content
from extraction.grids.leaves import leaf_role

_BESIDE = (*MEASURED, "aside", "other", "rank", "flag", "remark")
_FIGURES = ("number", "amount", "percent")
_NAMES = ("text", "body", "person")


def without_names(heads: Sequence[str]) -> bool:
    """Whether they plan first and tell then, and none of them names the rows."""
    roles = [leaf_role(head) for head in heads]
    told = roles[:1] == ["target"] and roles.count("target") == 1 and roles[1] in ("actual", "ratio")
    return told and all(role in _BESIDE for role in roles) and len({*heads}) == len(heads)


def led_by_names(row: Sequence[str], wide: int) -> bool:
    """Whether a name stands before as many figures as there are headings."""
    figures = [content(p) in _FIGURES or EMPTY.fullmatch(p) is not None for p in row[1:]]
    return len(row) == wide and content(row[0]) in _NAMES and sum(figures) > 1 and all(figures[:2])
