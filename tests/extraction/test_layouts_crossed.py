"""One short report laid out in every way that offices number their items and part a goal from its story.

The words are the same in all; what differs is the mark before an item, and what stands between goal and story. Every
promise must be found with its own figure, and nothing else.
"""

from __future__ import annotations

from datetime import date

import pytest

from extraction.document import Document
from extraction.reading import extract

GOALS = (
    ("新增规上服务业企业18家", "目前已入库11家", "18", "11"),
    ("改造老旧街区52个", "已完工37个", "52", "37"),
    ("城镇新增就业4800人", "1-9月新增3900人", "4800", "3900"),
    ("建设高标准粮田2.6万亩", "截至9月底完成2.1万亩", "2.6", "2.1"),
)
_CN = "一二三四"
_RINGS = {"①": "①②③④", "⑴": "⑴⑵⑶⑷", "⒈": "⒈⒉⒊⒋", "㈠": "㈠㈡㈢㈣", "Ⅰ、": "ⅠⅡⅢⅣ", "A.": "ABCD"}
_NUMBERED = (
    "{cn}、", "({cn})", "（{cn}）", "{n}.", "{n}．", "{n}、", "({n})", "（{n}）", "{n})", "{n}）", "{cn}是",
    "第{cn}项 ",
    "第{n}项：", "第{n}条 ", "{n}：", "任务{cn}：", "【{n}】", "[{n}]", "0{n} ", "序号{n}：", "1-{n} ", "1.{n} ",
)  # fmt: skip
_BULLETS = ("○", "●", "■ ", "—", "——", "- ", "* ", "★", "◎", "✓ ", "")
MARKS = (*_NUMBERED, *_RINGS, *_BULLETS)
PARTED = (
    "{goal}。{story}。", "{goal}：{story}。", "{goal}，{story}。", "{goal}；{story}。", "{goal}——{story}。",
    "{goal}\n{story}。", "{goal}。\n{story}。", "{goal}（{story}）。",
    "{goal}。\n进展情况：{story}。",
    "{goal}。进展情况：{story}。", "{goal}。完成情况：{story}",
    "{goal}。\n【最新进展】{story}。", "{goal}。目前进展：{story}。", "“{goal}”，{story}。",
    "{goal} {story}", "{goal}\t{story}", "{goal}→{story}",
)  # fmt: skip


@pytest.mark.parametrize("parted", PARTED)
def test_every_layout(parted: str) -> None:
    expected = sorted((target, actual) for *_, target, actual in GOALS)
    read = {mark: _read(_laid_out(mark, parted)) for mark in MARKS}
    assert {mark: found for mark, found in read.items() if found != expected} == {}


def _laid_out(mark: str, parted: str) -> str:
    items = (_mark(mark, n) + parted.format(goal=goal, story=story) for n, (goal, story, *_) in enumerate(GOALS))
    return "县2022年重点工作1-9月进展情况\n" + "\n".join(items)


def _mark(mark: str, n: int) -> str:
    if rings := _RINGS.get(mark):
        return rings[n] + mark[1:]
    return mark.format(cn=_CN[n], n=n + 1)


def _read(text: str) -> list[tuple[str, str]]:
    found = [i for t in extract(Document.from_text(text), as_of=date(2022, 9, 30)).tasks for i in t.indicators]
    told = [i for i in found if i.target or i.actual]
    return sorted((str(i.target and i.target.value), str(i.actual and i.actual.value)) for i in told)
