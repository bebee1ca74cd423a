"""Numbers that read like goals and that no indicator has are noted; those that something is compared with are not."""

from __future__ import annotations

from datetime import date

import pytest

from extraction.document import Document
from extraction.numbers.quantities import scan
from extraction.reading import extract
from extraction.unread import unread


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("新增通邮行政村31个,全年目标55个。", ["全年目标55个"]),
        ("绿化提升:责任目标为120亩;", ["责任目标为120亩"]),
        ("工业增加值16.4亿元,增长14.1%,高于年初计划0.2个百分点。", []),
        ("引进人才项目6个,超年度任务2个。", []),
        ("新建公厕30座,已建成22座。", []),
    ],
)
def test_goals_that_no_indicator_has(text: str, noted: list[str]) -> None:
    assert [text[f.start : f.end] for f in unread(text, text, list(scan(text)))] == noted


def test_what_is_read_is_not_noted() -> None:
    text = "2024年前三季度工作情况\n\n新建公厕年度目标30座，已建成22座。"
    read = extract(Document.from_text(text), as_of=date(2024, 9, 30))
    assert [f.kind for f in read.findings] == []
