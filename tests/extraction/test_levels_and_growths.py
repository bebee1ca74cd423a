"""Plan and result as level and growth: headings of every wording, in every shape, with every kind of row."""

from __future__ import annotations

from itertools import product

import pytest

from extraction.document import Document
from extraction.reading import extract

HEADINGS = (  # what names the rows, plan and result with what stands below each, and what follows
    (["指标名称", "单位"], [("2022年计划", ["计划数", "增长%"]), ("1-9月完成", ["完成数", "增长%"])], ["占年计划(%)"]),
    (["指标", "单位"], [("年度目标", ["总量", "增速"]), ("1-9月实绩", ["总量", "增速"])], []),
    (["指标", "计量单位"], [("全年目标", ["计划数", "增长%"]), ("1-9月完成", ["完成数", "增长%", "占比"])], []),
    (["项目", "单位"], [("全年预期目标", ["绝对值", "增速(%)"]), ("前三季度完成", ["绝对值", "同比±%"])], ["责任单位"]),
)
ROWS = (
    ("水产品产量", "吨", "5200", "4.0", "4120", "3.6"),
    ("工业技改投资", "亿元", "—", "12.0", "—", "12.8"),
    ("新增托位", "个", "640", "—", "455", "—"),
    ("城镇登记失业率", "%", "4.2以内", "—", "3.7", "—"),
)
EXPECTED = [
    ("水产品产量", "5200吨", "4120吨"), ("水产品产量增速", "4%", "3.6%"), ("工业技改投资增速", "12%", "12.8%"),
    ("新增托位", "640个", "455个"), ("城镇登记失业率", "4.2%", "3.7%"),
]  # fmt: skip


def _share(plan: str, done: str) -> str:
    return "—" if "—" in (plan, done) or "以" in plan else f"{100 * float(done) / float(plan):.1f}"


def _cells(heading: int, row: tuple[str, ...]) -> list[str]:
    name, unit, plan, plan_growth, done, growth = row
    _, ((_, _), (_, told)), behind = HEADINGS[heading]
    share = _share(plan, done)
    cells = [name, unit, plan, plan_growth, done, growth, *([share] if len(told) > 2 else [])]
    return cells + ["县统计局" if "责任" in head else share for head in behind]


def _lines(heading: int, shape: str) -> list[str]:
    lead, groups, behind = HEADINGS[heading]
    top = [*lead, *(head for head, _ in groups), *behind]
    leaves = [leaf for _, below in groups for leaf in below]
    rows = [_cells(heading, row) for row in ROWS]
    if shape == "one a line":
        return [piece for line in (top, leaves, *rows) for piece in line]
    if shape in ("blanks", "merged cells lost"):
        joint, end = (" ", "") if shape == "blanks" else (" | ", " |")
        return [joint.join(line) + end for line in (top, leaves, *rows)]
    over = [*lead, *(c for head, below in groups for c in (head, *[""] * (len(below) - 1))), *behind]
    below = [*("" for _ in lead), *leaves, *("" for _ in behind)]
    return [("\t" if shape == "tabs" else "|").join(line) for line in (over, below, *rows)]


@pytest.mark.parametrize(
    ("heading", "shape"),
    [*product(range(len(HEADINGS)), ["blanks", "pipes", "merged cells lost", "one a line", "tabs"])],
)
def test_each_level_and_each_growth_has_its_own_answer(heading: int, shape: str) -> None:
    text = "松溪县2022年1-9月主要指标完成情况表\n" + "\n".join(_lines(heading, shape)) + "\n"
    found = [i for task in extract(Document.from_text(text)).tasks for i in task.indicators]
    read = [
        (
            i.name,
            i.target and f"{i.target.value.normalize():f}{i.target.unit}",
            i.actual and f"{i.actual.value.normalize():f}{i.actual.unit}",
        )
        for i in found
    ]
    assert read == EXPECTED
