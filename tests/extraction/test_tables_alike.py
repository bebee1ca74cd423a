"""Tables with columns of every usual heading in many orders, each written with pipes, tabs, two blanks, as a page's
table and one cell a line: all are read alike, and every plan gets the answer of its row.
"""

from __future__ import annotations

import random
from decimal import Decimal
from typing import NamedTuple

import pytest

from connectors.readers import read
from extraction.document import Document
from extraction.reading import extract


class Work(NamedTuple):
    title: str
    verb: str
    noun: str
    done: str
    unit: str


class Heading(NamedTuple):
    kind: str
    words: str


WORKS = (
    Work("厕所革命", "新建", "公厕", "建成", "座"), Work("农村道路", "改造", "农村公路", "完成改造", "公里"),
    Work("城市更新", "改造", "老旧小区", "完工", "个"), Work("养老服务", "新增", "养老床位", "新增", "张"),
    Work("基础教育", "新建", "幼儿园", "建成", "所"), Work("农田水利", "建设", "高标准农田", "建成", "万亩"),
    Work("供水保障", "铺设", "供水管网", "铺设", "公里"), Work("住房保障", "筹集", "保障性住房", "筹集", "套"),
    Work("就业增收", "培训", "技能人才", "培训", "人"), Work("危房改造", "改造", "农村危房", "竣工", "户"),
    Work("文化惠民", "开展", "送戏下乡", "开展", "场"), Work("工业经济", "完成", "技改投资", "完成", "亿元"),
    Work("公园建设", "新建", "口袋公园", "建成", "处"), Work("桥梁安全", "加固", "危桥", "完成加固", "座"),
)  # fmt: skip
NAMES = ["重点工作", "项目名称", "任务名称", "实事项目", "工作事项", "重点任务", "重点项目", "民生实事"]
GOALS = [
    "年度目标",
    "目标任务",
    "主要任务",
    "工作目标",
    "建设内容",
    "工作内容",
    "目标",
    "任务",
    "工作任务",
    "年度任务",
    "全年目标任务",
    "具体任务",
    "主要内容",
    "任务内容",
    "年度工作目标",
    "年度计划",
    "主要目标",
    "目标要求",
    "工作要求",
]
ACCOUNTS = [
    "进展",
    "完成情况",
    "推进情况",
    "落实情况",
    "工作进展",
    "工作措施",
    "截至9月底完成情况",
    "1-9月完成情况",
    "工作成效",
    "办理情况",
    "实施情况",
    "三季度进展",
    "措施及成效",
    "推进措施",
    "主要措施",
    "落实措施",
    "取得成效",
    "工作动态",
    "当前状态",
]
BESIDE = (  # kind, headings, how often, and where: before the account, around it, behind it
    ("share", "完成率 占比 完成比例 占年度任务比例 完成率(%) 占年度目标% 完成进度", 0.35, (2,)),
    ("office", "责任单位 牵头单位 责任部门 责任单位(牵头)", 0.7, (0, 3)),
    ("leader", "分管领导 责任领导 责任人", 0.2, (0, 3)),
    ("due", "完成时限 完成时间 时限", 0.2, (0, 4)),
    ("problem", "存在问题 主要问题 困难和问题", 0.25, (5,)),
    ("next", "下步打算 下一步工作 下步措施 下一步工作措施", 0.2, (6,)),
    ("state", "是否达序时", 0.2, (7,)),
    ("remark", "备注 说明", 0.3, (8,)),
)
FILLED = {
    "office": "县住建局 县交通局 县教育局 县民政局 县农业农村局 县水利局",
    "leader": "王建国 李树青 陈志远 周敏",
    "due": "12月底 2023年12月 11月底前",
    "problem": "无 — 部分地块用地手续未办结 资金到位慢 施工进度偏慢 雨季影响施工",
    "next": "加快施工进度 倒排工期,确保年底前全面完成 加强调度 —",
    "state": "是 否",
    "remark": "— 达序时 滞后",
}
SHAPES = ("pipes", "bare", "tabs", "blanks", "cells", "closed", "page")
Pairs = set[tuple[str, Decimal, Decimal]]


def _headings(rng: random.Random) -> list[Heading]:
    lead = [Heading("serial", rng.choice(("序号", "编号")))] if rng.random() < 0.7 else []
    lead += [Heading("name", rng.choice(NAMES))] if rng.random() < 0.55 else []
    behind = [(1, Heading("account", rng.choice(ACCOUNTS)))]
    for kind, words, often, places in BESIDE:
        if rng.random() < often:
            behind.append((rng.choice(places), Heading(kind, rng.choice(words.split()))))
    found = [*lead, Heading("goal", rng.choice(GOALS)), *(head for _, head in sorted(behind))]
    return found if len(found) > 2 else [Heading("serial", "序号"), *found]


def _amounts(rng: random.Random, unit: str) -> tuple[str, str]:
    if unit in ("万亩", "亿元"):
        plan = f"{rng.uniform(1.2, 9.8):.1f}"
        return plan, f"{float(plan) * rng.uniform(0.35, 0.97):.2f}"
    plan = str(rng.randint(12, 900))
    return plan, str(max(1, round(int(plan) * rng.uniform(0.35, 0.97))))


def _account(rng: random.Random, style: str, work: Work, done: str, share: str) -> str:
    told = f"{work.done}{done}{work.unit}"
    if style == "figure":
        return done + work.unit
    if style == "verb":
        return "已" + told
    return rng.choice(
        (
            f"1-9月{told},占年度任务的{share}%",
            f"截至9月底,已{told}",
            f"一是组建工作专班;二是{told}",
            f"累计{told},完成率{share}%。",
        )
    )


def _rows(rng: random.Random, headings: list[Heading]) -> tuple[list[list[str]], Pairs]:
    """The cells of every row, and what each plan was and what came of it."""
    words = {head.kind: head.words for head in headings}
    in_figures = "name" in words and rng.random() < 0.35
    style, rows, wanted = rng.choice(("figure", "verb", "long")), [], set()
    works = rng.sample(WORKS, rng.randint(4, 8))
    while works:
        two = len(works) > 1 and not in_figures and "share" not in words and rng.random() < 0.25
        of_row, works = works[: 1 + two], works[1 + two :]
        first = of_row[0]
        amounts = [_amounts(rng, work.unit) for work in of_row]
        wanted |= {(w.noun[-2:], Decimal(p), Decimal(d)) for w, (p, d) in zip(of_row, amounts, strict=True)}
        share = f"{float(amounts[0][1]) / float(amounts[0][0]) * 100:.1f}"
        plans = [f"{w.verb}{w.noun}{p}{w.unit}" for w, (p, _) in zip(of_row, amounts, strict=True)]
        told = [f"已{w.done}{w.noun}{d}{w.unit}" for w, (_, d) in zip(of_row, amounts, strict=True)]
        cells = {kind: rng.choice(given.split()) for kind, given in FILLED.items()}
        cells |= {
            "serial": str(len(rows) + 1),
            "name": first.verb + first.noun if in_figures else first.title,
            "goal": amounts[0][0] + first.unit if in_figures else "，".join(plans),
            "account": "，".join(told) if two else _account(rng, style, first, amounts[0][1], share),
            "share": share + ("" if "%" in words.get("share", "") else "%"),
        }
        rows.append([cells[head.kind] for head in headings])
    return rows, wanted


def _written(shape: str, title: str, rows: list[list[str]]) -> Document:
    if shape == "page":
        body = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
        page = f"<html><body><h1>{title}</h1><table>{body}</table><p>县政府办公室</p></body></html>"
        return read(page.encode(), "text/html", "file:///x.html")
    between = {"pipes": " | ", "bare": "|", "tabs": "\t", "blanks": "  ", "cells": "\n", "closed": " |\n"}[shape]
    lines = [between.join(row) for row in rows]
    if shape in ("pipes", "closed"):
        lines = [f"| {line} |" if shape == "pipes" else f"{line} |" for line in lines]
    return Document.from_text("\n".join([title, *lines, ""]))


@pytest.mark.parametrize("seed", range(18))
def test_every_shape_of_a_table_is_read_alike(seed: int) -> None:
    rng = random.Random(seed)
    headings = _headings(rng)
    rows, wanted = _rows(rng, headings)
    title = "临溪县2023年重点工作前三季度进展情况表"
    for shape in SHAPES:
        document = _written(shape, title, [[head.words for head in headings], *rows])
        found = [i for task in extract(document).tasks for i in task.indicators]
        told = {
            (noun, i.target.value, i.actual.value)
            for i in found
            if i.target is not None and i.target.value is not None and i.actual is not None
            for noun in {work.noun[-2:] for work in WORKS}
            if noun in i.name
        }
        assert told == wanted, (shape, headings)
        assert all(i.target is not None and i.actual is not None for i in found), (shape, headings)
