"""A share told by a bound lags where less than it is behind the pace, and says nothing where it may be ahead."""

from __future__ import annotations

from datetime import date

import pytest

from extraction.document import Document
from extraction.reading import extract
from warehouse.progress import assess_all_in_memory

CASES = (
    ("灌区改造投资完成率不足45%。", [("灌区改造投资", "自报完成率不足45%，低于序时进度75.0%")]),
    ("灌区改造投资完成率不足80%。", []),
    ("灌区改造进度还不到四成，低于序时进度。", [("灌区改造", "自报完成率不到四成，低于序时进度75.0%")]),
    ("计划加固堤防46公里，目前完成率尚不到六成。", [("加固堤防", "自报完成率不到六成，低于序时进度75.0%")]),
    # figures say more than a bound
    (
        "计划加固堤防46公里，完成21公里，完成率不足50%。",
        [("加固堤防", "完成21公里/46公里＝45.7%，序时进度75.0%，落后29.3个百分点")],
    ),
    # by what they are sorted, and of whom nobody says who they are
    ("完成率不足50%的乡镇有4个。凡进度不足60%的单位，一律约谈。", []),
    ("部分乡镇堤防加固完成率不足50%。有的地方堤防加固完成率不足40%。", []),
    ("全县12个乡镇中有3个乡镇堤防加固完成率不足50%。", []),
    # each of a list has its own
    (
        "堤防加固完成率：白石县不足80%、青山县不足60%、江口县68%。",
        [
            ("青山县堤防加固", "自报完成率不足60%，低于序时进度75.0%"),
            ("江口县堤防加固", "自报完成率68.0%，序时进度75.0%，落后7个百分点，依据自报"),
        ],
    ),
)


@pytest.mark.parametrize(("text", "lags"), CASES, ids=[text[:12] for text, _ in CASES])
def test_a_bound_below_the_pace_lags(text: str, lags: list[tuple[str, str]]) -> None:
    read = extract(Document.from_text(text), as_of=date(2025, 9, 30))
    names = [i.name for task in read.tasks for i in task.indicators]
    (rows,) = assess_all_in_memory([read])
    told = [(name, row) for name, row in zip(names, rows, strict=True) if row.status != "qualitative"]
    assert [(name, row.status, row.reason) for name, row in told] == [(n, "lagging", why) for n, why in lags]


def test_without_a_cutoff_a_bound_says_nothing() -> None:
    read = extract(Document.from_text("灌区改造投资完成率不足45%。"), as_of=None)
    assert [i for task in read.tasks for i in task.indicators if i.claims] == []
