"""What the reason shows of an actual is its value, with the sign that only a word gives it."""

from __future__ import annotations

from datetime import date

import pytest

from extraction.document import Document
from extraction.reading import extract
from warehouse.progress import assess_in_memory


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("水泥产量增长5%的目标，前三季度下降12.4%。", "实绩-12.4%，"),
        ("水泥产量增长目标5%，实际-12.4%。", "实绩-12.4%，"),
        ("水泥产量增长5%的目标，前三季度增长2.4%。", "实绩2.4%，"),
        ("单位产值能耗下降目标3.5%，前三季度下降2.4%。", "实绩2.4%，"),
    ],
)
def test_a_fall_keeps_its_sign(text: str, shown: str) -> None:
    rows = assess_in_memory(extract(Document.from_text(text), as_of=date(2025, 9, 30)))
    assert [row.reason.startswith(shown) for row in rows] == [True]
