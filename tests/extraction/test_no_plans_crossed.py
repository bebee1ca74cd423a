"""Accounts of another time, or of what there is, before the account of this year: none of them is a plan that lags.

Larger figures of the same things stand right before this year's; only words say that nobody promised them.
"""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from extraction.document import Document
from extraction.reading import extract

OF_ANOTHER_TIME = (
    "2024年，{0}",
    "2024年全年共{0}",
    "去年全年{0}",
    "上年同期{0}",
    "截至2024年底，累计{0}",
    "“十四五”以来，全市{0}",
    "2020年以来，累计{0}",
    "上半年累计{0}",
    "一季度{0}",
    "预计全年{0}",
    "明年计划{0}",
)
OF_THIS_YEAR = ("1-9月，{0}", "今年前三季度，全市{0}", "今年以来，{0}", "截至9月底，今年已{0}", "今年{0}")
THINGS = (
    ("新建凉亭40座、拱桥12座", "新建凉亭34座、拱桥5座"),
    ("培训辅警840名、社工150名", "培训辅警660名、社工72名"),
    ("吞吐量3400万吨、水产品产量86万吨", "吞吐量2300万吨、水产品产量61万吨"),
)


@pytest.mark.parametrize("before", OF_ANOTHER_TIME)
def test_nothing_is_promised(before: str) -> None:
    promised = {}
    for (other, ours), told, between in product(THINGS, OF_THIS_YEAR, "，。；"):
        text = f"2025年1-9月工作情况\n{before.format(other)}{between}{told.format(ours)}。"
        extraction = extract(Document.from_text(text), as_of=date(2025, 9, 30))
        plans = [i.name for task in extraction.tasks for i in task.indicators if i.target is not None]
        if plans:
            promised[text] = plans
    assert promised == {}
