"""What is read is said in the text's own characters, although it is read from a folded text."""

from __future__ import annotations

from connectors.readers import read
from extraction.reading import extract

TEXT = (
    "某市民政局2026年上半年重点任务进展情况\n"
    "一、扩大助餐覆盖面，建成助餐点60个。截至6月底，已建成助餐点26个。\n"
    "二、培育公益力量，弘扬扶危济困的风尚。各项工作正在推进。\n"
)


def test_titles_and_names_keep_their_commas() -> None:
    first, second = extract(read(TEXT.encode(), "text/plain", "stdin")).tasks
    assert first.title == "扩大助餐覆盖面，建成助餐点60个"
    assert second.title == second.indicators[0].name == "培育公益力量，弘扬扶危济困的风尚"


def test_half_width_commas_stay_as_well() -> None:
    (first, _) = extract(read(TEXT.replace("，", ",").encode(), "text/plain", "stdin")).tasks
    assert first.title == "扩大助餐覆盖面,建成助餐点60个"
