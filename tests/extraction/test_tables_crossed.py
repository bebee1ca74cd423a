"""Tables of districts with several things side by side: every kind of heading, in every layout, whatever its words.

What differs is how the headings tell thing and role (in two lines, in one that names both, in one whose second column
names neither), where the units stand, what stands before and behind the figures, and which words say all this.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from extraction.document import Document
from extraction.reading import extract
from tests.extraction.layouts import LAYOUTS

TITLE = "2024年1-8月重点任务进展情况表"
THINGS = (("村组道路硬化", "公里"), ("蓄水池修建", "座"), ("农机具更新", "台"))
ROWS = (
    ("全区", (("310", "214.5"), ("26", "11"), ("900", "655"))),
    ("南坪乡", (("120", "96.5"), ("9", "3"), ("420", "380"))),
    ("北河镇", (("190", "118"), ("17", "8"), ("480", "275"))),
)
WORDS = (
    ("年度计划", "已完工", "完成率(%)"),
    ("责任目标", "1-8月完成", "占年度目标%"),
    ("年初任务", "实绩", "进度"),
    ("下达任务", "目前完成", "占比(%)"),
)
FIRST = ("县区", "辖区", "各地", "乡(镇)", "单位", "责任地区")
LAST = ("", "位次", "是否达序时", "备注")


def _cells(values: Sequence[tuple[str, str]], shares: Sequence[bool]) -> list[str]:
    out: list[str] = []
    for (plan, done), told in zip(values, shares, strict=True):
        out += [plan, done, *([f"{float(done) / float(plan) * 100:.1f}"] if told else [])]
    return out


def _headings(how: str, words: tuple[str, str, str], shares: Sequence[bool]) -> list[list[str]]:
    """The line or lines of headings above the figures."""
    plan, done, share = words
    upper: list[str] = []
    lower: list[str] = []
    for (thing, unit), told in zip(THINGS, shares, strict=True):
        leaves = [plan, done, *([share] if told else [])]
        if how == "two lines":
            upper += [f"{thing}({unit})", *[""] * (len(leaves) - 1)]
            lower += leaves
        else:
            again = thing if how == "named twice" else ""
            lower += [f"{thing}{plan}({unit})", f"{again}{done}({unit})", *leaves[2:]]
    return [upper, lower] if upper else [lower]


def _table(how: str, words: tuple[str, str, str], first: str, last: str, serial: bool) -> list[list[str]]:
    shares = (True, True, False)
    lines = _headings(how, words, shares)
    lines[0] = [*(["序号"] if serial else []), first, *lines[0], *([last] if last else [])]
    if len(lines) > 1:
        lines[1] = [*([""] if serial else []), "", *lines[1], *([""] if last else [])]
    says = {"位次": "2", "是否达序时": "否", "备注": "正常"}.get(last)
    for n, (place, values) in enumerate(ROWS, 1):
        lines.append([*([str(n)] if serial else []), place, *_cells(values, shares), *([says] if says else [])])
    return lines


def _told(document: Document) -> set[tuple[str | None, str, str, str]]:
    found = [i for task in extract(document).tasks for i in task.indicators]
    return {(i.owner, _thing(i.name), _said(i.target), _said(i.actual)) for i in found}


def _thing(name: str) -> str:
    return next((thing for thing, _ in THINGS if thing in name), name)


def _said(number: object) -> str:
    return f"{getattr(number, 'value', '-')}{getattr(number, 'unit', '')}"


WANTED = {
    (None if place == "全区" else place, thing, plan + unit, done + unit)
    for place, values in ROWS
    for (thing, unit), (plan, done) in zip(THINGS, values, strict=True)
}


def _crossed(how: str) -> Iterator[tuple[tuple[str, str, str], str, str, bool]]:
    """Every word with several others, not all combinations."""
    for n in range(12):
        yield WORDS[(n + n // 4) % 4], FIRST[n % 6], LAST[n % 4], n % 3 == 0


@pytest.mark.parametrize("how", ["two lines", "named twice", "named once"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_heading_in_every_layout(how: str, layout: str) -> None:
    wrong = [case for case in _crossed(how) if _told(LAYOUTS[layout](TITLE, _table(how, *case))) != WANTED]
    assert wrong == []


# -- sizes in what is counted, units listed above, plans called only 任务 ----------------------------------------

Pairs = set[tuple[str | None, str, str, str]]
LISTED = (
    ("5亿元以上工业项目", "个", ("12", "7")),
    ("境内省外到位资金", "亿元", ("36.5", "30.2")),
    ("抚育林地", "万亩", ("8.6", "4.75")),
    ("乡村绿化造林", "万亩", ("140", "96")),
    ("规模以上食品企业", "家", ("9", "8")),
    ("旅游接待", "万人次", ("210", "188.4")),
)
LEAVES = (
    ("任务", "完成", "完成率"),
    ("计划", "累计完成", "进度(%)"),
    ("目标", "实绩", "占任务%"),
    ("任务数", "完成数", "完成%"),
)
PLACED = ("旗县", "县(市、区)", "责任单位", "各乡镇")
TRAILING = ("", "注:数据由各地上报。", "县商务局\n2024年9月6日", "制表:周敏 审核:郑凯")


def _listed(n: int, where: str, words: tuple[str, str, str]) -> tuple[str, list[list[str]], Pairs]:
    """A title with its units, the table below it and what it tells; three things, the last of them without a share."""
    things = [LISTED[(n + i) % len(LISTED)] for i in range(3)]
    units = "、".join(dict.fromkeys(unit for _, unit, _ in things))
    title = TITLE + (f"\n单位:{units}、%" if where == "above" else "")
    bracket = (lambda unit: f"({unit})") if where == "leaf" else (lambda unit: "")
    upper, lower = [PLACED[n % 4]], [""]
    for i, (thing, unit, _) in enumerate(things):
        leaves = [words[0] + bracket(unit), words[1] + bracket(unit), *([words[2]] if i < 2 else [])]
        upper += [thing, *[""] * (len(leaves) - 1)]
        lower += leaves
    upper, lower = ([*upper, "未达序时原因"], [*lower, ""]) if n % 2 else (upper, lower)
    wanted, rows = Pairs(), [upper, lower]
    for times, place in enumerate(("全区", "南坪乡", "北河镇"), 1):
        row = [place]
        for i, (thing, unit, told) in enumerate(things):
            plan, done = (str(round(float(v) * times, 2)).removesuffix(".0") for v in told)
            said = unit if where == "cell" else ""
            row += [plan + said, done + said, *([f"{float(done) / float(plan) * 100:.1f}"] if i < 2 else [])]
            wanted.add((None if place == "全区" else place, thing, plan + unit, done + unit))
        rows.append([*row, *(["用地未报批"] if n % 2 else [])])
    return title, rows, wanted


@pytest.mark.parametrize("where", ["above", "leaf", "cell"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_sizes_in_names_and_units_listed_above(where: str, layout: str) -> None:
    names = [thing for thing, _, _ in LISTED]
    wrong = []
    for n in range(12):
        title, rows, wanted = _listed(n, where, LEAVES[n % 4])
        document = LAYOUTS[layout](title, rows)
        if not document.tables:
            document = Document.from_text(document.text + TRAILING[n // 3] + "\n")
        found = [i for task in extract(document).tasks for i in task.indicators]
        told = {
            (i.owner, next((t for t in names if t in i.name), i.name), _said(i.target), _said(i.actual)) for i in found
        }
        if told != wanted:
            wrong.append((n, told - wanted))
    assert wrong == []


@pytest.mark.parametrize("layout", ["narrow", "stacked"])
def test_a_row_that_lost_cells_is_read_right_or_not_at_all(layout: str) -> None:
    wrong, whole, seen = [], 0, 0
    for n in range(12):
        title, rows, wanted = _listed(n, "above", LEAVES[n % 4])
        first = 2 + (n % 3 > 0) + (n % 3 > 1)
        rows = [*rows[:-1], rows[-1][:first] + rows[-1][first + 1 + n % 2 :]]
        document = LAYOUTS[layout](title, rows)
        found = [i for task in extract(document).tasks for i in task.indicators]
        told = {
            (i.owner, next((t for t, _, _ in LISTED if t in i.name), i.name), _said(i.target), _said(i.actual))
            for i in found
        }
        kept = {pair for pair in wanted if pair[0] != "北河镇"}
        wrong += [(n, pair) for pair in told - wanted if pair[3] != "-"]
        whole, seen = whole + len(kept), seen + len(kept & told)
    assert wrong == []
    assert seen == whole


@pytest.mark.parametrize("layout", LAYOUTS)
def test_leaves_of_any_order_and_more_than_plan_and_result(layout: str) -> None:
    orders = (
        ("去年同期", lambda p, d, s: [p, d, "1.5", s], lambda p, d, s: [p, d, "去年同期", s]),
        ("first", lambda p, d, s: [d, p, s], lambda p, d, s: [d, p, s]),
        ("本月完成", lambda p, d, s: [p, "2.5", d, s], lambda p, d, s: [p, "本月完成", d, s]),
    )
    wrong = []
    for n, (what, cells, heads) in enumerate(orders):
        words = LEAVES[n]
        upper, lower = ["乡镇"], [""]
        for thing, unit in THINGS:
            upper += [f"{thing}({unit})", *[""] * (len(heads(*words)) - 1)]
            lower += heads(*words)
        rows = [upper, lower]
        for place, values in ROWS:
            shares = [f"{float(d) / float(p) * 100:.1f}" for p, d in values]
            rows.append([place, *[c for (p, d), s in zip(values, shares, strict=True) for c in cells(p, d, s)]])
        told = _told(LAYOUTS[layout](TITLE, rows))
        if told != WANTED:
            wrong.append((what, told ^ WANTED))
        if layout == "stacked":
            nested = [lower[0] or "乡镇", *[h for u, w in zip(upper[1:], lower[1:], strict=True) for h in (u, w) if h]]
            told = _told(LAYOUTS[layout](TITLE, [nested, *rows[2:]]))
            wrong += [] if told == WANTED else [(what, "nested", told ^ WANTED)]
    assert wrong == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_results_before_plans_under_headings_that_name_both(layout: str) -> None:
    rows = [
        ["乡镇", "渠道清淤完成量", "渠道清淤计划(公里)", "转移就业已完成", "转移就业任务(人)"],
        ["南坪乡", "21", "34", "615", "900"],
        ["北河镇", "18", "20", "410", "780"],
    ]
    found = [i for task in extract(LAYOUTS[layout](TITLE, rows)).tasks for i in task.indicators]
    assert [(i.owner, _said(i.target), _said(i.actual)) for i in found] == [
        ("南坪乡", "34公里", "21公里"), ("南坪乡", "900人", "615人"),
        ("北河镇", "20公里", "18公里"), ("北河镇", "780人", "410人"),
    ]  # fmt: skip
