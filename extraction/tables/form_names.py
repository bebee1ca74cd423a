"""An indicator's name in a form, without its marks and without the place that was left for its plan.

★★★临时救助人次(≥**人次) and 受益户数≥**户 are named 临时救助人次 and 受益户数; the plan has a cell of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.grids.columns import Column
from extraction.sought import sought

_NAMED = sought(r"[三四]级指标|(?:绩效|具体)?指标(?:内容|名称)")
_SCORE = sought(r"分值|权重|(?:自评)?得分")
_SORT = sought(r"指标(?:类[别型])?")
_MARKS = sought(r"^[★☆▲△●○■□◆◇※*#]+\s*")
_BLANK = r"(?:\*{1,4}|[XxＸ×_＿]{2,6})"
_LEFT = sought(rf"\([^()\d]{{0,4}}{_BLANK}[^()]{{0,10}}\)|[≥≤><=]{{1,2}}{_BLANK}[^()*,。;]{{0,8}}$")


def plain(name: str) -> str:
    """The name alone."""
    return _LEFT.sub("", _MARKS.sub("", name)) or name


def settle_names(columns: Sequence[Column]) -> None:
    """指标 (数量, 质量) beside 指标内容 says of which sort a row is, and names none; in place."""
    if all(any(p.fullmatch(c.header) for c in columns) for p in (_NAMED, _SCORE)):
        for this in columns:
            if this.role == "name" and _SORT.fullmatch(this.header):
                this.role = "category"
