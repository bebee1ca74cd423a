"""One goal and its account, whatever parts the two, whatever time and words open the account: each goal finds its own.

The goals differ in kind (counts with their verb before or behind, money, growth, rates, limits); what is crossed with
them are the marks between goal and account, the words that open the account, and the way the items stand.
"""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from extraction.document import Document
from extraction.outline.account_begins import account_in
from extraction.reading import extract

GOALS = (  # goal, what is told, both numbers
    ("新建12345热线分中心6个以上", "建成5个", "6", "5"),
    ("实施358户左右农村危房改造", "完成农村危房改造344户", "358", "344"),
    ("二产增加值增长8.5%", "增长6.1%", "8.5", "6.1"),
    ("空气质量优良天数比例达到82%以上", "空气质量优良天数比例为80.4%", "82", "80.4"),
    ("PM2.5平均浓度控制在34微克/立方米以内", "PM2.5平均浓度为29微克/立方米", "34", "29"),
    ("城镇调查失业率下降到4.2%", "城镇调查失业率4.5%", "4.2", "4.5"),
)
OPENINGS = ("截至9月底", "到9月末，", "年初以来", "三季度末", "1－9月，", "目前，")
PARTED = (
    "{goal}，{told}。",
    "{goal}；{told}。",
    "{goal}——{told}。",
    "{goal}（{told}）。",
    "{goal}。\n{told}。",
    "{goal}\n{told}",
)
MARKS = ("{n}.", "（{n}）", "○", "●", "·", "- ", "第{cn}，", "{cn}是", "")


@pytest.mark.parametrize("parted", PARTED)
def test_each_goal_finds_its_account(parted: str) -> None:
    expected = sorted((target, actual) for *_, target, actual in GOALS)
    read = {(mark, opening): _read(_laid_out(mark, parted, opening)) for mark, opening in product(MARKS, OPENINGS)}
    assert {at: found for at, found in read.items() if found != expected} == {}


@pytest.mark.parametrize("told", ["截至9月底", "年初以来", "1-9月，"])
@pytest.mark.parametrize("joined", ["；", "。"])
def test_in_one_paragraph(joined: str, told: str) -> None:
    text = joined.join(f"{goal}，{told}{story}" for goal, story, *_ in GOALS[2:])
    assert _read(f"县2022年重点工作1-9月进展情况\n{text}。") == sorted(
        (target, actual) for *_, target, actual in GOALS[2:]
    )


@pytest.mark.parametrize(
    "text",
    [
        "建成驿站12座（目前投用9座）。",
        "登记离校未就业高校毕业生1876人，已就业1702人。",
        "一般公共预算收入完成77亿元，一般公共预算支出完成98亿元。",
        "批发业销售额增长11.6%，零售业销售额增长4.8%，住宿业营业额增长3.2%。",
    ],
)
def test_what_only_tells_promises_nothing(text: str) -> None:
    assert _read(f"县2022年1-9月经济运行情况\n{text}") == []


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("前三季度，固定资产投资增长6.1%，低于全年目标8%。", ("8", "6.1")),
        ("9月末，城镇污水集中处理率达93%，低于年度目标95%。", ("95", "93")),
        ("空气质量优良天数比例为81.2%，高于年度目标78%。", ("78", "81.2")),
    ],
)
def test_a_figure_held_against_its_goal_in_per_cent(text: str, pair: tuple[str, str]) -> None:
    assert _read(f"县2022年1-9月经济运行情况\n{text}") == [pair]


def test_a_distance_of_a_rate_is_no_goal() -> None:
    assert ("2.2", "9.2") not in _read("县2022年1-9月经济运行情况\n社会消费品零售总额增长9.2%，高于全年目标2.2%。")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("一、计划加装电梯34部，加装31部，比去年同期多3部。", ("34", "31")),
        ("二、老旧电梯：目标147台，更新73台，完成49.7%。", ("147", "73")),
        ("▲棚改征收　全年需征收房屋3200户，已征收1105户，占34.5%。", ("3200", "1105")),
    ],
)
def test_done_by_the_verb_or_the_share_of_its_plan(text: str, pair: tuple[str, str]) -> None:
    assert _read(f"县2022年重点工作1-9月进展情况\n{text}") == [pair]


@pytest.mark.parametrize("name", ["PM2.5平均浓度", "5G基站建设", "12345热线满意率", "4A级景区创建"])
@pytest.mark.parametrize("parted", ["。", "："])
def test_a_title_with_a_number_in_its_name_names_the_goal(name: str, parted: str) -> None:
    items = (f"1.{name}{parted}目标800个，已完成620个。", f"2.造林{parted}目标30万亩，完成20万亩。")
    text = "\n".join(("县2022年重点工作1-9月进展情况", *items))
    tasks = extract(Document.from_text(text), as_of=date(2022, 9, 30)).tasks
    assert [i.name for t in tasks for i in t.indicators] == [name, "造林"]


def test_what_is_longer_than_any_goal_goes_over_to_nothing() -> None:
    """Else each of its marks would be held against all that stands before it, and time grow with the square."""
    told = ",目前建成3个"
    short, long = "新建公园5个" + "、绿道2条" * 9, "新建公园5个" + "、绿道2条" * 90
    assert account_in(short + told, 0, len(short + told)) is not None
    assert account_in(long + told, 0, len(long + told)) is None


def _laid_out(mark: str, parted: str, opening: str) -> str:
    items = (
        mark.format(n=n + 1, cn="一二三四五六"[n]) + parted.format(goal=goal, told=opening + story)
        for n, (goal, story, *_) in enumerate(GOALS)
    )
    return "县2022年重点工作1-9月进展情况\n" + "\n".join(items)


def _read(text: str) -> list[tuple[str, str]]:
    found = [i for t in extract(Document.from_text(text), as_of=date(2022, 9, 30)).tasks for i in t.indicators]
    told = [i for i in found if i.target or i.actual]
    return sorted((str(i.target and i.target.value), str(i.actual and i.actual.value)) for i in told)
