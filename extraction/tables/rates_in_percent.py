"""Rows of a rate whose unit cell says per cent: the plan and the result stand behind it, and no share of the plan.

达标率 % ≥95 97.3      below 指标 单位 计划 实绩 去年 增减 完成计划: a rate has neither the change nor the share
入户率 % 80 76.4       is the same where no column of plain figures follows; else 76.4 may be last year's
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.grids.cells import GridCell
from extraction.grids.columns import Column
from extraction.grids.fitting import content
from extraction.sought import sought
from extraction.tables.shares import Aligned

_PERCENT = sought(r"[(]?%[)]?|百分比|百分之")
_ASKED = sought(r"(?:[≥≤><]=?|不低于|不高于|达到?|大于|小于)\s?\d+(?:\.\d+)?%?|\d+(?:\.\d+)?%?(?:以上|以内|以下)")
_FIGURE = sought(r"\d+(?:\.\d+)?%?")
_NO_PLAIN_FIGURES = ("growth", "ratio", "remark", "flag", "rank")


def is_rate_in_percent(text: str, row: Sequence[GridCell], columns: Sequence[Column]) -> bool:
    """Whether the row is of a rate and ends with two figures, its plan's and one more."""
    unit = next((i for i, c in enumerate(columns) if c.role == "unit"), None)
    if unit is None or [c.role for c in columns[unit + 1 : unit + 3]] != ["target", "actual"]:
        return False
    if len(row) != unit + 3 or not _PERCENT.fullmatch(row[unit].of(text)):
        return False
    plan, told = (c.of(text).strip() for c in row[unit + 1 :])
    asked = _ASKED.fullmatch(plan) is not None or _FIGURE.fullmatch(plan) is not None
    return asked and _FIGURE.fullmatch(told) is not None and content(row[unit - 1].of(text)) not in ("number", "empty")


def rate_in_percent(text: str, row: Sequence[GridCell], columns: Sequence[Column]) -> Aligned | None:
    """Such a row's cells, one per column, where the second figure can only be the result."""
    asked = _ASKED.fullmatch(row[-2].of(text).strip()) is not None
    if asked or all(c.role in _NO_PLAIN_FIGURES for c in columns[len(row) :]):
        return [*row, *[None] * (len(columns) - len(row))]
    return None
