"""A list of plans and the account of it, in every usual order of words: each thing has its own plan and its own figure.

One order that no rule knows would take a plan for the account of its neighbour (广场8个), or an account for a plan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import product
from typing import NamedTuple

import pytest

from extraction.document import Document
from extraction.reading import extract
from warehouse.progress import assess_all_in_memory


class Thing(NamedTuple):
    """What is promised and told of one thing."""

    name: str
    unit: str
    plan: int
    done: int
    status: str


Things = Sequence[Thing]
SETS: tuple[tuple[str, str, Things], ...] = (
    ("修建", "建成", (Thing("凉亭", "座", 40, 34, "on_track"), Thing("拱桥", "座", 12, 5, "lagging"))),
    (
        "创建",
        "创建",
        (
            Thing("生态镇", "个", 7, 6, "on_track"),
            Thing("生态村", "个", 52, 31, "lagging"),
            Thing("生态户", "户", 900, 720, "on_track"),
        ),
    ),
    ("发放", "发放", (Thing("购机补贴", "万元", 740, 390, "lagging"), Thing("育秧补贴", "万元", 260, 215, "on_track"))),
    ("栽种", "栽种", (Thing("油茶", "万亩", 17, 9, "lagging"), Thing("花椒", "万亩", 8, 7, "on_track"))),
    ("招录", "招录", (Thing("辅警", "名", 84, 66, "on_track"), Thing("社工", "名", 150, 72, "lagging"))),
)
PLANS: dict[str, Callable[[str, Things], str]] = {
    "name, number": lambda verb, things: f"计划{verb}" + "、".join(f"{t.name}{t.plan}{t.unit}" for t in things),
    "number, name": lambda verb, things: f"今年计划{verb}" + "、".join(f"{t.plan}{t.unit}{t.name}" for t in things),
    "a task": lambda verb, things: (
        f"全年要完成{verb}" + "、".join(f"{t.name}{t.plan}{t.unit}" for t in things) + "的任务"
    ),
    "a label": lambda verb, things: f"年度目标：{verb}" + "，".join(f"{t.name}{t.plan}{t.unit}" for t in things),
    "each with its verb": lambda verb, things: (
        "年度计划" + "，".join(f"{verb}{t.name}{t.plan}{t.unit}" for t in things)
    ),
    "respectively": lambda verb, things: (
        f"年内计划{verb}{'、'.join(t.name for t in things)}分别为{'、'.join(f'{t.plan}{t.unit}' for t in things)}"
    ),
}
TOLD: tuple[Callable[[str, Things], str], ...] = (
    lambda did, things: f"目前已{did}" + "、".join(f"{t.name}{t.done}{t.unit}" for t in things),
    lambda did, things: "目前" + "、".join(f"{t.name}{t.done}{t.unit}" for t in things) + "已完成",
    lambda did, things: "目前" + "、".join(f"{t.done}{t.unit}{t.name}" for t in things) + "已完成",
    lambda did, things: "截至9月底，" + "，".join(f"{t.name}{did}{t.done}{t.unit}" for t in things),
    lambda did, things: f"目前分别{did}" + "、".join(f"{t.done}{t.unit}" for t in things),
    lambda did, things: f"目前已{did}" + "、".join(f"{t.name}{t.done}{t.unit}" for t in reversed(things)),
    lambda did, things: "其中" + "；".join(f"{t.name}已{did}{t.done}{t.unit}" for t in things),
    lambda did, things: "，".join(f"{t.name}完成{t.done}{t.unit}，完成率{t.done / t.plan:.1%}" for t in things),
    lambda did, things: f"现已{did}" + "、".join(f"{t.name}{t.done}{t.unit}（{t.done / t.plan:.1%}）" for t in things),
    lambda did, things: "目前，" + "，".join(f"{t.done}{t.unit}{t.name}已{did}" for t in things),
)


class Judged(NamedTuple):
    """What is read of one thing: its plan, in its unit, its figure, and how the two are judged."""

    plan: float | None
    unit: str
    done: float | None
    status: str


def judged(texts: Iterable[str]) -> dict[str, list[Judged]]:
    read = {text: extract(Document.from_text(text), as_of=date(2025, 9, 30)) for text in texts}
    out: dict[str, list[Judged]] = {}
    for (text, extraction), rows in zip(read.items(), assess_all_in_memory([*read.values()]), strict=True):
        indicators = [i for task in extraction.tasks for i in task.indicators]
        out[text] = [
            Judged(
                float(i.target.value) if i.target else None,
                i.target.unit if i.target else "",
                float(i.actual.value) if i.actual else None,
                row.status,
            )
            for i, row in zip(indicators, rows, strict=True)
        ]
    return out


@pytest.mark.parametrize("plan", PLANS)
def test_each_thing_has_its_own_figure(plan: str) -> None:
    wanted: dict[str, list[Judged]] = {}
    for (verb, did, things), tell, between in product(SETS, TOLD, "，。；"):
        text = f"{PLANS[plan](verb, things)}{between}{tell(did, things)}。"
        wanted[text] = [Judged(t.plan, t.unit, t.done, t.status) for t in things]
    got = judged(wanted)
    assert {text: got[text] for text in wanted if sorted(got[text]) != sorted(wanted[text])} == {}


BY_POSITION = 4  # of the ways to tell: they name nothing


@pytest.mark.parametrize("plan", PLANS)
def test_what_is_left_out_is_not_told(plan: str) -> None:
    """One thing of the list is not told: its plan takes no figure of another, and is called neither behind nor done."""
    ways = [tell for n, tell in enumerate(TOLD) if n != BY_POSITION]
    wanted: dict[str, set[tuple[int, int | None]]] = {}
    for (verb, did, things), tell, between in product(SETS, ways, "，。；"):
        told: set[tuple[int, int | None]] = {(t.plan, t.done) for t in things[:-1]}
        wanted[f"{PLANS[plan](verb, things)}{between}{tell(did, things[:-1])}。"] = told | {(things[-1].plan, None)}
    wrong = {}
    for text, read in judged(wanted).items():
        open_ones = {one.status for one in read if one.done is None}
        same = sorted((one.plan, one.done is None, one.done) for one in read) == sorted(
            (plan, done is None, done) for plan, done in wanted[text]
        )
        if not same or not open_ones <= {"not_reported", "not_comparable"}:
            wrong[text] = read
    assert wrong == {}


class Growth(NamedTuple):
    """What is promised and told of one thing that shall grow."""

    name: str
    unit: str
    plan: int
    done: int
    grow: float
    grew: float


GROWING: tuple[Sequence[Growth], ...] = (
    (Growth("国内采购", "亿元", 70, 54, 7, 8.3), Growth("省外采购", "亿元", 140, 99, 4, 2.6)),
    (Growth("吞吐量", "万吨", 3400, 2604, 6, 4.9), Growth("水产品产量", "万吨", 86, 61, 15, 18.4)),
)
GROWTHS_PLANNED: dict[str, Callable[[Sequence[Growth]], str]] = {
    "a task": lambda things: "今年" + "、".join(f"{t.name}增长{t.grow}%" for t in things) + "的目标",
    "respectively": lambda things: (
        f"全年{'、'.join(t.name for t in things)}分别增长{'、'.join(f'{t.grow}%' for t in things)}以上"
    ),
    "levels first": lambda things: (
        f"全年完成{'、'.join(f'{t.name}{t.plan}{t.unit}' for t in things)}，"
        f"分别增长{'、'.join(f'{t.grow}%' for t in things)}"
    ),
    "a label": lambda things: "全年目标：" + "，".join(f"{t.name}{t.plan}{t.unit}，增长{t.grow}%" for t in things),
}
GROWTHS_TOLD: tuple[Callable[[Sequence[Growth]], str], ...] = (
    lambda things: f"{'、'.join(t.name for t in things)}分别增长{'、'.join(f'{t.grew}%' for t in things)}",
    lambda things: "，".join(f"{t.name}增长{t.grew}%" for t in things),
    lambda things: "，".join(f"{t.name}{t.done}{t.unit}，增长{t.grew}%" for t in things),
    lambda things: (
        f"实现{'、'.join(f'{t.name}{t.done}{t.unit}' for t in things)}，"
        f"同比分别增长{'、'.join(f'{t.grew}%' for t in things)}"
    ),
    lambda things: "，".join(f"{t.name}同比+{t.grew}%" for t in things),
    lambda things: "、".join(f"{t.name}{t.done}{t.unit}（+{t.grew}%）" for t in things),
)


@pytest.mark.parametrize("plan", GROWTHS_PLANNED)
def test_each_thing_has_its_own_growth(plan: str) -> None:
    wanted: dict[str, Sequence[Growth]] = {}
    for things, tell, between, turned in product(GROWING, GROWTHS_TOLD, "，。；", (False, True)):
        told = tell(things[::-1] if turned else things)
        wanted[f"{GROWTHS_PLANNED[plan](things)}{between}1-9月，{told}。"] = things
    wrong = {}
    for text, read in judged(wanted).items():
        things = wanted[text]
        growths = {(t.grow, t.grew, "on_track" if t.grew >= t.grow else "lagging") for t in things}
        levels = {(t.plan, done) for t in things for done in (t.done, None)}
        of_growth = {(one.plan, one.done, one.status) for one in read if one.unit == "%"}
        if of_growth != growths or not {(one.plan, one.done) for one in read if one.unit != "%"} <= levels:
            wrong[text] = read
    assert wrong == {}
