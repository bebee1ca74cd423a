"""Quarters and months that head a line or a sentence as labels do, where several stand so: 一季度:…。二季度:…。

They say when, and what stands behind them is told: 二季度:提升4家 reads as 二季度,提升4家.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_LABEL = sought(
    r"(?:^|(?<=[\n。;]))[ \t]{0,4}(?:20\d\d年)?"
    r"(?:第?[一二三四1-4]季度|[上下]半年|前三季度|\d{1,2}(?:-\d{1,2})?月份?|截至\d{1,2}月[底末])"
    r"(?:进展|进度)?(?P<colon>:)(?=[^\n]{4})"
)
_ENDS = re.compile(":(?<=[度年月份底末展]:)")  # of such labels: sought first, most texts have none
_SEVERAL = 2


def period_labels(text: str) -> Iterator[Edit]:
    """The folded text with a comma behind such labels."""
    labels = list(_LABEL.finditer(text)) if _ENDS.search(text) else []
    if len(labels) < _SEVERAL:
        return
    for label in labels:
        yield *label.span("colon"), ","
