"""Paragraphs that no number leads, each a goal and what came of it: a list of items all the same.

    农产品加工转化率要达到68%。全年新建加工项目46个,目前转化率为69.3%。
    新认定高新技术企业8家。推荐申报14家,9家已进入公示名单。

One such paragraph may be a story that begins with a figure; it takes several side by side, of which enough measure
again what they began with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.outline.account_begins import TOLD, answered
from extraction.outline.bullets import BULLET
from extraction.records import Interval
from extraction.sought import sought

_FIGURE = sought(
    r"(?<![A-Za-z.\d])\d[\d.,]*\s?(?:万亿|[百千]?[万亿])?\s?(?!岁|周岁|号|热线|年|月|日|G(?![A-Z]))"
    r"(?P<unit>%|‰|[\u4e00-\u9fffA-Za-z])"
)
_TELLS = sought(rf"{TOLD.pattern}|同比|比上年|较上年|全年|年末|^20\d\d年|其中|^\s?(?:共|全[省市县旗区州]|我[省市县旗区州局])|情况|通报|如下")
_GOES_ON = sought(r"已(?!纳入|列入)|目前|累计|截[至止]|\d月|季度|半年|全年|年[末内]|正在|均|现有|实际(?!利用|使用|吸收)|尚|申报")
_LONGEST_GOAL = 90
_FEWEST_TOLD = 5  # characters of an account
_FEWEST = 3  # paragraphs that make a list
_MOST = 0.7  # share of a run that begins so
_SEEN = 400  # characters of a paragraph that are looked at


def goal_paragraphs(text: str, lines: list[Interval], marked: re.Pattern[str]) -> set[int]:
    """The beginnings of the paragraphs that are items of such lists; what is `marked` with a number parts them."""
    out: set[int] = set()
    for run in _runs(text, lines, marked):
        goals = [line for line in run if _begins_with_goal(text, line)]
        if len(goals) >= max(_FEWEST, len(run) * _MOST):
            proved = sum(_tells_of_it(text, line) for line in goals)
            out |= {start for start, _ in goals} if proved >= max(2, len(run) / 3) else set()
    return out


def _runs(text: str, lines: list[Interval], marked: re.Pattern[str]) -> Iterator[list[Interval]]:
    run: list[Interval] = []
    for start, end in lines:
        if marked.match(text, start) is None:
            run.append((start, end))
            continue
        yield run
        run = []
    yield run


def _first(text: str, line: Interval) -> Interval:
    """The first sentence of the paragraph, behind its bullet; an empty one where it does not end near."""
    bullet = BULLET.match(text, *line)
    start = bullet.end() if bullet else line[0]
    return start, max(start, text.find("。", start, min(line[1], start + _LONGEST_GOAL)))


def _begins_with_goal(text: str, line: Interval) -> bool:
    start, stop = _first(text, line)
    if stop == start or line[1] - stop < _FEWEST_TOLD:
        return False
    return _FIGURE.search(text, start, stop) is not None and _TELLS.search(text[start:stop]) is None


def _tells_of_it(text: str, line: Interval) -> bool:
    """Whether what stands behind the goal tells, and measures the same."""
    start, stop = _first(text, line)
    if answered(text, (start, stop), (stop + 1, line[1])):
        return True
    told = text[stop + 1 : min(line[1], stop + _SEEN)]
    units = {m["unit"] for m in _FIGURE.finditer(text, start, stop)}
    return _GOES_ON.search(told) is not None and any(m["unit"] in units for m in _FIGURE.finditer(told))
