"""One spelling for what is written in many: never another length, and never across the border of two words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.words.folding import fold

_PIECES = (
    "实现今年",
    "同时下达",
    "当前",
    "眼下",
    "截止9月",
    "先后建成",
    "将标准提高到1元",
    "围绕“建园3个”",
    "１２",
    "。",
    "\n",
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("当前，已建成5座", "目前,已建成5座"),
        ("截止9月底", "截至9月底"),
        ("眼下验收逾520户", "目前验收超520户"),
        ("工程业已完工", "工程已经完工"),
        ("失业率实为3.9%", "失业率现为3.9%"),
        ("城管局先后建成9个", "城管局已经建成9个"),
        ("已将办理时限压缩至2个工作日", "已把办理时限压缩至2个工作日"),
        ("对照“新建公园12个”的目标", "  “新建公园12个”的目标"),
    ],
)
def test_words_of_one_meaning_are_read_as_one(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    "text",
    [
        "实现今年目标", "兑现今年承诺", "比如今年新增5家", "同时下达任务5亿元", "同时下降5%", "联合共建基地3个",
        "整合共享平台2个", "设计有泵站5座", "统计有12家", "应当前往", "2020年终止合同", "截止阀5个", "落实为5个项目",
        "逾期3笔", "就业已完成", "年底前将逐步提高到5%", "下一步将标准提高到5元", "即将提高到5元",
        "按照“十四五”规划", "根据“2023年重点工作”安排",
    ],
)  # fmt: skip
def test_what_comes_about_where_two_words_meet_stays(text: str) -> None:
    assert fold(text) == text


@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=4), max_size=12).map("".join))
def test_every_position_is_kept(text: str) -> None:
    assert len(fold(text)) == len(text)
