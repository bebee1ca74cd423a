"""Tables of tasks, one a row, in every layout: what stands around the figures changes nothing.

Titles that look like headings, remarks that only some rows have, telephone numbers before the next row's number,
dated columns, plans told in words, places behind a bare figure.
"""

from __future__ import annotations

from datetime import date

import pytest

from extraction.document import Document
from extraction.reading import extract
from tests.extraction.layouts import LAYOUTS

TITLES = ("2024年实事项目进展情况(截至8月底)", "2024年1-8月主要目标完成情况表", "附件2\n2024年8月重点项目进度一览表")
TASKS = (
    ("村卫生室改造", "所", "24", "16", "13"),
    ("公益林抚育", "万亩", "3.5", "2.8", "2.1"),
    ("引进3亿元以上项目", "个", "9", "7", "6"),
    ("灌区渠道衬砌", "公里", "86", "51.5", "44"),
    ("困难家庭子女助学", "人", "1300", "1120", "980"),
)
REMARKS = ("苗木未到位", "", "2个村未开工", "", "")
OFFICES = ("县卫健局", "县林业局", "县商务局", "县水利局", "县教体局")


def _table(n: int, where: str) -> list[list[str]]:
    serial, dated, phone = n % 3 > 0, n % 2 == 0, n % 4 > 1
    worded = where == "worded"
    done = ["截至7月底", "截至8月底"] if dated else [("累计完成", "进展情况", "1-8月完成")[n % 3]]
    head = ["序号"] * serial + [("任务名称", "考核指标", "实事项目")[n % 3]]
    head += ["单位"] * (where == "column") + [("年度目标", "计划数", "目标")[n % 3], *done, "完成率"]
    head += ["责任单位", *["监督电话"] * phone, ("备注", "存在问题", "未达序时原因")[n % 3]]
    rows = [head]
    for i, (name, unit, plan, told, before) in enumerate(TASKS):
        row = [str(i + 1)] * serial + [f"{name}({unit})" if where == "name" else name] + [unit] * (where == "column")
        row.append(f"{name}{plan}{unit}" if worded else plan + unit * (where == "cell"))
        row += [before + unit * (where == "cell")] * dated + [told + unit * (where == "cell")]
        row += [f"{float(told) / float(plan) * 100:.1f}%", OFFICES[i], *[f"73{i}50{i}8"] * phone, REMARKS[i]]
        rows.append(row)
    return rows


def _said(number: object) -> str:
    return f"{getattr(number, 'value', '-')}{getattr(number, 'unit', '')}"


@pytest.mark.parametrize("where", ["name", "column", "cell", "worded"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_task_is_read_in_every_layout(where: str, layout: str) -> None:
    wanted = {(name, plan + unit, told + unit) for name, unit, plan, told, _ in TASKS}
    wrong = []
    for n in range(12):
        document = LAYOUTS[layout](TITLES[n // 4], _table(n, where))
        if not document.tables:
            document = Document.from_text(
                document.text + ("", "县督查室\n2024年9月8日\n", "注:以上由各单位报送。\n")[n % 3]
            )
        found = [i for task in extract(document, as_of=date(2024, 8, 31)).tasks for i in task.indicators]
        names = [next((t[0] for t in TASKS if t[0] in i.name), i.name) for i in found]
        told = {(name, _said(i.target), _said(i.actual)) for name, i in zip(names, found, strict=True)}
        if told != wanted:
            wrong.append((n, told ^ wanted))
    assert wrong == []
