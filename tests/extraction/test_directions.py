"""Which way is better: a promised rate is one to raise, unless it is an evil or may be either."""

from __future__ import annotations

import pytest

from extraction.words.directions import either_way, higher_is_better, lower_is_better


@pytest.mark.parametrize("name", ["优待证申领率", "人民陪审员参审率", "学前教育普惠率", "帮教率", "机插率"])
def test_a_rate_that_no_list_knows_is_one_to_raise(name: str) -> None:
    assert not either_way(name)
    assert not lower_is_better(name)


@pytest.mark.parametrize(
    "name", ["留守率", "户籍人口流动率", "老龄化率", "合同违约率", "弃风率", "作物倒伏率", "误诊率"]
)
def test_of_an_evil_and_of_what_may_be_either_nobody_knows(name: str) -> None:
    assert either_way(name)


@pytest.mark.parametrize("name", ["缺陷产品召回完成率", "失业保险参保率", "病虫害统防统治覆盖率", "事故隐患整改率"])
def test_what_is_done_about_an_evil_is_to_be_raised(name: str) -> None:
    assert higher_is_better(name)
    assert not either_way(name)
