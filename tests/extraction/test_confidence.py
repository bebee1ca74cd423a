"""A link is as sure as its circumstances: figures that agree, rivals, sizes, distance."""

from __future__ import annotations

from datetime import date

import pytest

from benchmarks.calibration import Linked, table
from extraction.document import Document
from extraction.reading import extract

AS_OF = date(2024, 9, 30)


def confidence_of(text: str) -> float:
    found = [i for task in extract(Document.from_text(text), as_of=AS_OF).tasks for i in task.indicators]
    (indicator,) = [i for i in found if i.actual is not None or i.stated_completion is not None]
    return indicator.confidence


PLAIN = "1.新建社区食堂40家。目前已建成28家。"


def test_agreement_makes_a_link_surer() -> None:
    assert confidence_of("全年计划新建社区食堂40家,目前已建成28家,完成年度计划的70%。") > confidence_of(PLAIN) > 0.9


@pytest.mark.parametrize(
    "text",
    [
        "1.新建社区食堂40家。目前已建成380家。",  # over twice the target
        "社区食堂建设完成年度任务的70%。",  # a share of a plan that nobody told
        "1.新建社区食堂40家。\n组织培训两轮。\n现场督导到位。\n名单已公布。\n目前社区食堂建成28家。",  # far
    ],
)
def test_what_speaks_against_a_link_makes_it_less_sure(text: str) -> None:
    assert confidence_of(text) < confidence_of(PLAIN)


def test_the_reliability_table_counts_what_is_right() -> None:
    links = [Linked("a", "n", 0.97, True), Linked("a", "m", 0.97, False), Linked("a", "k", 0.4, True)]
    assert table(links) == [
        "confidence    links    said   right",
        "0.00-0.50         1   0.400   1.000",
        "0.95-1.00         2   0.970   0.500",
        "all               3           0.667",
    ]
