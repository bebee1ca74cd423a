"""A source's own sums: what surely does not come out is found, what may come out is not."""

from __future__ import annotations

import pytest

from extraction.document import Document
from extraction.reading import extract


def found(text: str, kind: str) -> list[str]:
    extraction = extract(Document.from_text(text))
    return [extraction.text[f.start : f.end] for f in extraction.findings if f.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "建成充电站30座，其中东山区14座、松河县12座、南屏镇9座。",
        "完成护岸6.8公里，其中两段分别为3.1公里、2.6公里。",
        "工业投资增长6.1%，低于目标7%2.1个百分点。",
        "进出口增长4.2%（年度目标6%），低于目标3.8个百分点。",
        "消费增长7.5%，低于年度目标7%0.5个百分点。",
    ],
)
def test_a_wrong_sum_is_found(text: str) -> None:
    (words,) = found(text, "arithmetic")
    assert words in text
    assert any(character.isdigit() for character in words)


@pytest.mark.parametrize(
    "text",
    [
        "建成充电站35座，其中东山区14座、松河县12座、南屏镇9座。",
        "建成充电站60座，其中东山区14座、松河县12座。",  # some of the parts
        "已动工820户，其中完工610户、验收合格540户。",  # parts that overlap
        "完成护岸6.8公里，其中两段分别为3.1公里、3.7公里。",
        "到位资金5.3亿元，其中东山区2.7亿元、松河县2.7亿元。",  # rounding
        "到位资金5亿元，其中东山区9000万元、松河县8万吨。",
        "建成充电站近30座，其中东山区14座、松河县12座、南屏镇9座。",
        "工业投资增长6.1%，低于目标7%0.9个百分点。",
        "工业投资增长6.1%，低于目标7%约1个百分点。",
        "工业投资增长6.14%，高于目标5%1.1个百分点。",
    ],
)
def test_a_sum_that_may_come_out_is_left_alone(text: str) -> None:
    assert found(text, "arithmetic") == []


BODY = "一、全市新建口袋公园二十四处并全部向居民开放。二、沿河步道完成照明改造且通过了验收工作。\n"


def test_a_page_body_that_stands_twice_is_said_once() -> None:
    (words,) = found(BODY + BODY, "duplicate")
    assert words in BODY


def test_a_text_with_a_sentence_repeated_here_and_there_is_none() -> None:
    others = "".join(f"第{n}号泵站的设备更新改造工程已经由承建单位按照合同约定开工。" for n in range(9))
    assert found(BODY, "duplicate") == []
    assert found(others + BODY + BODY, "duplicate") == []
