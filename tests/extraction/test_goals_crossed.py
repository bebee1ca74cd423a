"""Three goals in one item, crossed with the ways of telling how each went.

What is asked: every goal has its own figure, share or word, whatever the answers are called and in which order they
stand; and a goal that nothing answers stays unanswered.
"""

from __future__ import annotations

from datetime import date

import pytest

from extraction.document import Document
from extraction.reading import extract
from extraction.records import Indicator

JOINED = (
    "改造背街小巷28条{j}新建城市书房14个{j}投放新能源公交车90辆",
    "改造背街小巷达到28条{j}新建城市书房达到14个{j}投放新能源公交车达到90辆",
    "改造背街小巷28条以上{j}新建城市书房14个以上{j}投放新能源公交车90辆以上",
)
JOINS = ("、", "，", "；", "以及")
# how it went, and what is read of 小巷, 书房 and 公交车: a figure, a share of the plan, done, or nothing
TOLD = (
    ("截至9月底，背街小巷完工17条，城市书房建成9个，新能源公交车上线61辆", "17", "9", "61"),
    ("截至9月底，小巷改造完成17条（去年同期12条），书房9个开放，公交车到位61辆", "17", "9", "61"),
    ("目前，公交车上线运营61辆，其中纯电动40辆，建成书房9个，居全市第3位，小巷已完工17条", "17", "9", "61"),
    ("1-9月，分别完成17条、9个、61辆", "17", "9", "61"),
    ("1-9月，完成17条，完成9个，完成61辆", "17", "9", "61"),
    ("前三季度，小巷完工17条，书房年度任务已全部完成，公交车完成67.8%", "17", "done", "67.8"),
    ("前三季度，书房全部建成、小巷完成率60.7%、公交车签订采购合同120辆，上线61辆", "60.7", "done", "61"),
    ("目前，书房建成9个，拨付资金260万元", "-", "9", "-"),
)
LAID_OUT = (
    "{n}．{goal}。{told}。", "{n}．{goal}：{told}。", "{n}．{goal}，{told}。", "{n}．{goal}\n{told}。",
    "{n}．{goal}。\n落实情况：{told}。", "目标任务：{goal}。\n落实情况：{told}。", "全年计划{goal}。{told}。",
)  # fmt: skip


GOALS = [goal.replace("{j}", join) for goal in JOINED for join in JOINS]


@pytest.mark.parametrize("way", range(len(LAID_OUT)))
def test_every_goal_has_its_own_answer(way: int) -> None:
    """In each layout every account is read behind two of the twelve ways to join the goals, other ones each time."""
    pairs = [(GOALS[(n * 5 + way + turn) % len(GOALS)], *told) for n, told in enumerate(TOLD) for turn in (0, 6)]
    expected = {(goal, told): {"28": first, "14": second, "90": third} for goal, told, first, second, third in pairs}
    read = {(goal, told): _read(LAID_OUT[way].format(n=1, goal=goal, told=told)) for goal, told, *_ in pairs}
    assert {key: found for key, found in read.items() if found != expected[key]} == {}


def _read(text: str) -> dict[str, str]:
    found = [
        i
        for t in extract(Document.from_text(f"县2022年民生实事1-9月进展情况\n{text}"), as_of=date(2022, 9, 30)).tasks
        for i in t.indicators
    ]
    return {str(i.target.value): _answer(i) for i in found if i.target is not None}


def _answer(i: Indicator) -> str:
    if i.actual is not None:
        return str(i.actual.value)
    if i.stated_completion is not None:
        return f"{i.stated_completion * 100:.1f}"
    return "done" if i.stated_status == "done" else "-"
