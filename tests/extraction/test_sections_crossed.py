"""Lists of bare plans under a heading, or behind words, that say how far all of them are: every usual wording of the
words crossed with their numbers, with the signs of the lines and with what stands behind each plan. All are read alike.
"""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from extraction.document import Document
from extraction.reading import extract
from flows.jsonout import as_json
from warehouse.progress import assess_all_in_memory

AS_OF = date(2023, 9, 30)
PLANS = (
    ("新建托育园", 8, "所"), ("改造棚户区", 940, "户"), ("更新供热管网", 52, "公里"), ("新增充电桩", 700, "个"),
    ("建设高标准农田", 7, "万亩"), ("新建农村公厕", 36, "座"),
)  # fmt: skip
SLOW = (
    "进度滞后的任务", "进展缓慢的项目", "未达序时进度的指标", "滞后事项", "推进较慢的工作", "未完成序时任务的项目",
    "落后于序时进度的事项", "进度偏慢项目", "存在滞后的任务", "未达到时间进度要求的任务", "欠进度任务", "进展滞后",
    "推进滞后的民生实事", "未按序时推进的项目", "慢于序时进度的任务", "完成情况较差的指标", "未过半的指标",
    "滞后于序时进度的工作任务", "工作推进不力的事项",
)  # fmt: skip
DONE = (
    "已完成的任务", "完成年度目标的项目", "提前完成的任务", "已全面完成的指标", "已办结事项", "超额完成的任务",
    "已完成年度目标任务的项目", "已完工项目", "全部完成的实事", "目标已完成",
)  # fmt: skip
GOING = (
    "正常推进的任务", "按序时推进的项目", "达到序时进度的任务", "有序推进的事项", "正在推进的项目", "进展顺利的工作",
    "快于序时进度的指标", "达序时项目", "进度正常的任务", "符合序时进度的指标", "按计划推进的事项",
)  # fmt: skip
IDLE = ("尚未启动的任务", "未开工项目", "未启动的事项")
STATES = {"slow": {"lagging"}, "done": {"achieved"}, "going": {"on_track", "not_reported"}, "idle": {"lagging"}}
HEADS = {"slow": SLOW, "done": DONE, "going": GOING, "idle": IDLE}
NUMBERS = ("三、{}", "（二）{}", "2.{}", "{}：", "【{}】")
SIGNS = ("", "{}.", "（{}）", "——", "●", "cn是")
BEHIND = ("。", "（责任单位：区住建局）。", "。责任单位：区住建局。")
SLOW_IN_LINE = (
    "未达序时进度的有：", "滞后的有3项：", "进展缓慢的有3项，分别是", "进度滞后的3项任务为：", "滞后任务：",
    "有3项任务进度滞后，分别是", "未达序时进度的任务包括", "落后于序时进度的项目有", "推进缓慢的任务主要有",
    "存在滞后的有", "未按序时推进的有3项：", "其余3项进度滞后，分别是", "进度较慢的有",
)  # fmt: skip
DONE_IN_LINE = (
    "已完成的有：", "提前完成的有3项，分别是", "已完成任务：", "完成年度任务的有3项，即", "超额完成的任务有",
    "已提前完成全年目标的有", "3项已完成，分别是",
)  # fmt: skip


Case = tuple[str, tuple[tuple[str, int, str], ...], set[str]]


def _told(texts: Sequence[str]) -> list[list[dict[str, Any]]]:
    """The indicators with a goal of each text, assessed at once."""
    found = [extract(Document.from_text(text), as_of=AS_OF) for text in texts]
    told = [json.loads(as_json(e, rows))["tasks"] for e, rows in zip(found, assess_all_in_memory(found), strict=True)]
    return [[i for task in tasks for i in task["indicators"] if i["target"] is not None] for tasks in told]


def _check(cases: Sequence[Case]) -> None:
    for (text, plans, states), indicators in zip(cases, _told([case[0] for case in cases]), strict=True):
        told = {i["target"]["value"]: i["status"] for i in indicators}
        assert set(told) == {amount for _, amount, _ in plans}, (text, told)
        assert set(told.values()) <= states, (text, told)


def _under(state: str, number: str, sign: str) -> Case:
    chance = random.Random(f"{state} {number} {sign}")
    plans = tuple(chance.sample(PLANS, 3))
    behind, many = chance.choice(BEHIND), chance.choice(("", "（3项）"))
    lines = [
        (f"{'一二三'[n]}是" if sign == "cn是" else sign.format(n + 1)) + f"{name}{amount}{unit}{behind}"
        for n, (name, amount, unit) in enumerate(plans)
    ]
    head = number.format(chance.choice(HEADS[state]) + many)
    text = "关于2023年三季度重点任务进展情况的通报\n全区重点任务进展情况如下。\n" + "\n".join([head, *lines]) + "\n"
    return text, plans, STATES[state]


@pytest.mark.parametrize("state", HEADS)
def test_a_heading_says_it_of_all_below(state: str) -> None:
    # 2. above 1.: which number is of which level, nobody could tell
    both = [(number, sign) for number in NUMBERS for sign in SIGNS if number[0] != "2" or sign != "{}."]
    _check([_under(state, number, sign) for number, sign in both])


@pytest.mark.parametrize(
    ("state", "words"), [*(("slow", w) for w in SLOW_IN_LINE), *(("done", w) for w in DONE_IN_LINE)]
)
def test_words_inside_a_line_say_it_of_all_behind(state: str, words: str) -> None:
    chance = random.Random(words)
    cases: list[Case] = []
    for mark in ("、", "；", "，"):
        for form in ("{}", "“{}”", "{}（县住建局）"):
            plans = tuple(chance.sample(PLANS, 3))
            listed = mark.join(form.format(f"{name}{amount}{unit}") for name, amount, unit in plans)
            lead = chance.choice(("", "截至9月底，"))
            cases.append((f"关于三季度重点任务进展情况的通报\n{lead}{words}{listed}。\n", plans, STATES[state]))
    _check(cases)


def test_offices_and_cells_are_no_such_heading() -> None:
    table = (
        "序号\n实事项目\n年度目标\n完成情况\n完成率\n1\n养护航道\n64公里\n全部完成\n100%\n2\n建公厕\n30座\n18座\n60%\n"
    )
    assert "achieved" in {i["status"] for i in _told(["2023年民生实事进展情况表\n" + table])[0]}
    offices = "三、进度滞后的单位\n1.县住建局：承担任务12项。\n2.县水利局：承担任务9项。\n"
    assert not [i for i in _told(["关于三季度重点任务的通报\n" + offices])[0] if i["status"] == "lagging"]
