"""The sign of a plan in a column of its own: 指标性质 ≥ | 指标值 85 | 度量单位 人; 定性 plans no number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extraction.grids.columns import Column
from extraction.records import Operator, Target
from extraction.sought import sought
from extraction.tables.shares import Aligned

_SIGNS: tuple[tuple[Operator, str], ...] = (
    (">=", r"[≥≧>﹥]=?|大于(?:或?等于)?|不(?:低|少|小)于|正向"),
    ("<=", r"[≤≦<﹤]=?|小于(?:或?等于)?|不(?:高|大|多)于|不超过|反向|负向"),
    ("==", r"=|等于"),
)
_IN_WORDS = sought(r"定性|文字(?:描述)?|其他")


def signed(text: str, cells: Aligned, columns: Sequence[Column], target: Target) -> Target:
    """The plan with the operator that its row's sign gives."""
    said = _said(text, cells, columns)
    operator = next((name for name, signs in _SIGNS if sought(signs).fullmatch(said)), None)
    return target if operator is None or target.operator == "range" else replace(target, operator=operator)


def is_worded(text: str, cells: Aligned, columns: Sequence[Column]) -> bool:
    """Whether the row's sign says that it is told in words."""
    return _IN_WORDS.fullmatch(_said(text, cells, columns)) is not None


def _said(text: str, cells: Aligned, columns: Sequence[Column]) -> str:
    return "".join(c.of(text) for c, k in zip(cells, columns, strict=True) if c is not None and k.role == "sign")
