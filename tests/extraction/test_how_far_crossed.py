"""Every usual way to say how far a task is, with every usual word of how little or about how much that is.

One word that no rule knows would leave a lag untold: 完成率只有52% says what 完成率仅52% does.
"""

from __future__ import annotations

from datetime import date

import pytest

from extraction.document import Document
from extraction.reading import extract
from warehouse.progress import assess_all_in_memory

HEADS = (
    "山塘整治完成率{0}52%。",
    "山塘整治任务完成率{0}52%，低于序时进度。",
    "山塘整治任务{0}完成52%。",
    "山塘整治任务完成{0}52%。",
    "山塘整治{0}完成年度任务的52%。",
    "山塘整治进度{0}52%。",
    "专项资金执行率{0}52%。",
    "计划整治山塘3000口，完成率{0}52%。",
    "计划整治山塘3000口，{0}完成1560口。",
    "计划整治山塘3000口，目前整治{0}1560口。",
    "山塘整治率年度目标90%，目前{0}52%。",
)
LITTLE = ("", "仅", "只", "才", "仅仅", "也仅", "还只", "目前只", "刚刚", "约", "大约", "大概", "近", "接近", "差不多")
OF_A_RATE = ("只有", "仅有", "仅为", "才达到", "刚过", "约为", "已达", "不足", "不到", "尚不足", "累计")


@pytest.mark.parametrize("head", HEADS)
def test_it_lags_however_it_is_said(head: str) -> None:
    after_rate = any(head.partition("{0}")[0].endswith(word) for word in ("率", "进度"))
    texts = [head.format(word) for word in (*LITTLE, *(OF_A_RATE if after_rate else ()))]
    read = [extract(Document.from_text(text), as_of=date(2025, 9, 30)) for text in texts]
    judged = dict(zip(texts, ([row.status for row in rows] for rows in assess_all_in_memory(read)), strict=True))
    assert {text: status for text, status in judged.items() if status != ["lagging"]} == {}


PLANS = (
    "计划修缮祠堂86座",
    "全年计划修缮祠堂86座",
    "祠堂修缮任务86座",
    "祠堂修缮年度目标任务为86座",
    "今年要修缮祠堂86座",
    "年内修缮祠堂86座",
    "今年全县需修缮祠堂86座",
    "省下达祠堂修缮任务86座",
    "修缮祠堂86座的目标任务",
    "按照年度计划，修缮祠堂86座",
)
SHARES = (
    "已完成60%",
    "目前完成六成",
    "完成率为60.5%",
    "任务完成率60%",
    "完成比例60%",
    "已完成任务的60%",
    "达到年度目标的60%",
    "占年度目标任务的60.5%",
    "累计完成全年任务的60%",
    "总体进度60%",
    "整体完成60%",
    "完成进度达60%",
)


@pytest.mark.parametrize("between", ["，", "，但", "；", "。"])
def test_a_share_is_of_the_plan_before_it(between: str) -> None:
    texts = [plan + between + share + "。" for plan in PLANS for share in SHARES]
    read = [extract(Document.from_text(text), as_of=date(2025, 9, 30)) for text in texts]
    told = [[(row.status, row.target_text) for row in rows] for rows in assess_all_in_memory(read)]
    judged = dict(zip(texts, told, strict=True))
    assert {text: rows for text, rows in judged.items() if rows != [("lagging", "86座")]} == {}
