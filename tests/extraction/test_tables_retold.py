"""What the text says of a table's rows is no second account of them. All texts are invented."""

from __future__ import annotations

from extraction.document import Document
from extraction.reading import extract

_TABLE = """附表：2021年1-9月投资完成情况表
单位：万元
项目类别|年度计划|1-9月完成|完成率
合计|425000|301682.60|71.0%
干线公路|184000|131885.40|71.7%
农村公路|98000|59210.20|60.4%
"""


def told(above: str, below: str = "") -> list[tuple[str, str | None, str | None]]:
    """(name, target, actual) of every indicator."""
    found = extract(Document.from_text(f"2021年1-9月交通投资完成情况通报\n{above}\n{_TABLE}\n{below}\n"))
    return [(i.name, i.target and i.target.text, i.actual and i.actual.text) for t in found.tasks for i in t.indicators]


ROWS = told("")


def test_the_table_alone() -> None:
    assert [(t, a) for _, t, a in ROWS] == [
        ("425000", "301682.60"),
        ("184000", "131885.40"),
        ("98000", "59210.20"),
    ]


def test_a_rounded_sum_with_its_share_is_the_row() -> None:
    assert told("1-9月,全市交通建设累计完成投资30.17亿元,为年度计划的71%。") == ROWS


def test_a_share_alone_is_the_row_that_is_called_so() -> None:
    assert told("", "存在的问题:农村公路仅完成年度任务的60.4%。") == ROWS


def test_plan_and_result_in_another_unit_are_the_row() -> None:
    assert told("全市年度计划投资42.5亿元,1-9月完成投资30.17亿元。") == ROWS


def test_a_hope_for_the_years_end_is_no_second_plan() -> None:
    assert told("", "四季度,力争农村公路投资完成9.5亿元以上。") == ROWS


def test_another_promise_stays() -> None:
    found = told("", "此外,危桥改造计划33座,已完工26座。")
    assert sorted(found, key=str) == sorted([*ROWS, ("危桥改造", "33座", "26座")], key=str)


def test_the_provinces_number_in_a_row_is_not_ours() -> None:
    text = """关于印发2025年重点目标任务责任分解方案的通知
序号 | 目标与任务 | 完成时限 | 牵头责任单位
1 | 落实全省新增个转企12万户任务，我县新增420户 | 11月底 | 县市场监管局
2 | 争创全省示范企业6家 | 12月底 | 县经信局
"""
    found = [i for t in extract(Document.from_text(text)).tasks for i in t.indicators]
    assert [i.target and i.target.text for i in found] == ["420户", "6家"]


def test_a_long_text_is_no_second_account_of_a_long_table_either() -> None:
    """Beyond so many pairs each line is held against the rows of its own figures only."""
    places = [f"第{n}标段道路投资" for n in range(160)]
    plans = [10_000 + 37 * n for n in range(160)]
    rows = "".join(f"{p}|{plan}|{plan * 3 // 4}|75.0%\n" for p, plan in zip(places, plans, strict=True))
    table = f"附表：2021年1-9月投资完成情况表\n单位：万元\n项目类别|年度计划|1-9月完成|完成率\n{rows}"
    rounded = [(f"{plan / 10_000:.2f}亿元", f"{plan * 3 // 4 / 10_000:.2f}亿元") for plan in plans]
    story = "".join(f"{p}年度计划{a},完成{b}。\n" for p, (a, b) in zip(places, rounded, strict=True))
    both, alone = (extract(Document.from_text(t)) for t in (f"2021年1-9月投资通报\n{story}{table}", table))
    told_in, rows_in = ([i for t in x.tasks for i in t.indicators if i.target is not None] for x in (both, alone))
    assert len(rows_in) == len(places)
    assert [i.target.value for i in told_in if i.target] == [i.target.value for i in rows_in if i.target]
