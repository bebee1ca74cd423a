"""Goals that no number leads, each with what came of it: a list of items all the same.

    农产品加工转化率要达到68%。全年新建加工项目46个,目前转化率为69.3%。
    新认定高新技术企业8家。推荐申报14家,9家已进入公示名单。

    新建农村公路80公里(第12项,建管科)
    路基完成71公里,路面完成52公里。

One such paragraph may be a story that begins with a figure; it takes several side by side, of which enough measure
again what they began with. A bracket that ends the line and says whose task it is, or which, makes a heading of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from extraction.outline.account_begins import TOLD, answered
from extraction.outline.bullets import BULLET
from extraction.outline.labels import ACCOUNT, OWNERS
from extraction.records import Interval
from extraction.sought import sought

_FIGURE = sought(
    r"(?<![A-Za-z.\d])\d[\d.,]*\s?(?:万亿|[百千]?[万亿])?\s?(?!岁|周岁|号|热线|年|月|日|G(?![A-Z]))"
    r"(?P<unit>%|‰|[\u4e00-\u9fffA-Za-z])"
)
_TELLS = sought(
    rf"{TOLD.pattern}|同比|[比较]上年|年末|^20\d\d年|^\s?(?:共|全[省市县旗区州]|我[省市县旗区州局])|情况|通报|如下"
)
_THROUGH_THE_YEAR = sought(r"全年")  # a goal as often as what came of it: it makes no list, but may stand in one
_GOES_ON = sought(
    r"已(?!纳入|列入)|目前|累计|截[至止]|\d月|季度|半年|全年|年[末内]|正在|均|现有|实际(?!利用|使用|吸收)|尚|申报|全部|在建"
    r"|(?:完成|建成|完工|竣工|开工)\d"
)
_OWNED = sought(  # (第22项,资源开发科), (责任科室:人事科), (市财政局)
    r"\((?:(?:第|序号)\s?\d{1,3}[^()\n]{0,30}|[^()\n:]{2,6}:[^()\n]{2,30}|[^()\n\d]{1,30}(?:[科处局委办]|中心|公司|政府))\)\s?。?$"
)
_DID = sought(
    r"[,、]\s?(?:实际|累计|仅|只)?(?:完成|建成|完工|竣工|开工)(?:了)?\d"
)  # 任务4200亩,完成4460亩: told with its goal
_LONGEST_GOAL = 90
_FEWEST_TOLD = 5  # characters of an account
_FEWEST = 3  # goals that make a list
_MOST = 0.7  # share of a run that begins so
_SEEN = 400  # characters of a paragraph that are looked at
_TITLE = sought(r"[“”、\u4e00-\u9fff]{2,18}")


@dataclass(slots=True)
class GoalLines:
    """Where lines begin that are items, those of them that own the lines below, and lines that only tell of one."""

    items: set[int] = field(default_factory=set)
    owners: set[int] = field(default_factory=set)
    accounts: set[int] = field(default_factory=set)


def goal_lines(text: str, lines: list[Interval], marked: re.Pattern[str]) -> GoalLines:
    """The lines that are items of such lists, or tell of one; what is `marked` with a number parts the lists."""
    out = GoalLines()
    for run in _runs(text, lines, marked):
        if paragraphs := _paragraphs(text, run):
            out.items |= paragraphs
        elif heads := _headings(text, run):
            out.items |= heads
            out.owners |= heads
            first = min(heads)
            out.accounts |= {start for start, _ in run if start > first and start not in heads}
    return out


def _runs(text: str, lines: list[Interval], marked: re.Pattern[str]) -> Iterator[list[Interval]]:
    run: list[Interval] = []
    for start, end in lines:
        if marked.match(text, start) is not None:
            yield run
            run = []
        elif _TITLE.fullmatch(text, _body(text, (start, end)), end) is None and OWNERS.match(text, start, end) is None:
            run.append((start, end))
    yield run


def _paragraphs(text: str, run: list[Interval]) -> set[int]:
    """Goal and account in one paragraph."""
    goals = [line for line in run if _begins_with_goal(text, line)]
    firm = [line for line in goals if _THROUGH_THE_YEAR.search(text, *_first(text, line)) is None]
    if len(firm) < _FEWEST or len(goals) < len(run) * _MOST:
        return set()
    proved = sum(_is_owned(text, _first(text, line)) or _tells_of_it(text, line) for line in firm)
    return {start for start, _ in goals} if proved >= max(2, len(run) / 3) else set()


def _first(text: str, line: Interval) -> Interval:
    """The first sentence of the paragraph, behind its bullet; an empty one where it does not end near."""
    start = _body(text, line)
    return start, max(start, text.find("。", start, min(line[1], start + _LONGEST_GOAL)))


def _body(text: str, line: Interval) -> int:
    bullet = BULLET.match(text, *line)
    return bullet.end() if bullet else line[0]


def _begins_with_goal(text: str, line: Interval) -> bool:
    start, stop = _first(text, line)
    if stop == start or line[1] - stop < _FEWEST_TOLD:
        return False
    return _is_goal(text, start, stop) or _is_owned(text, (start, stop))


def _is_goal(text: str, start: int, stop: int) -> bool:
    return _FIGURE.search(text, start, stop) is not None and _TELLS.search(text[start:stop]) is None


def _tells_of_it(text: str, line: Interval) -> bool:
    start, stop = _first(text, line)
    return _measures_again(text, (start, stop), (stop + 1, line[1]))


def _measures_again(text: str, goal: Interval, told: Interval) -> bool:
    """Whether what stands behind the goal tells, and measures the same."""
    if answered(text, goal, told):
        return True
    seen = text[told[0] : min(told[1], told[0] + _SEEN)]
    units = {m["unit"] for m in _FIGURE.finditer(text, *goal)}
    return _GOES_ON.search(seen) is not None and any(m["unit"] in units for m in _FIGURE.finditer(seen))


def _headings(text: str, run: list[Interval]) -> set[int]:
    """Goals in lines of their own, each with its account in the lines below."""
    owned = [line for line in run if _is_owned(text, line)]
    heads: list[Interval] = []
    for above, line in pairwise([(0, 0), *run]):
        below_heading = len(owned) >= _FEWEST and above in heads  # its account, though it has but a figure
        if line in owned or (_is_heading(text, line) and not below_heading):
            heads.append(line)
    told = [(goal, below) for goal, below in pairwise(run) if goal in heads and below not in heads]
    if len(heads) < _FEWEST or len(told) < len(heads) * _MOST:
        return set()
    proved = sum(goal in owned or _measures_again(text, goal, below) for goal, below in told)
    return {start for start, _ in heads} if proved >= max(2, len(heads) / 2) else set()


def _is_owned(text: str, line: Interval) -> bool:
    """Whether the line says at its end whose task it is, and nothing that became of it."""
    near = line[1] - line[0] <= _LONGEST_GOAL and ACCOUNT.match(text, *line) is None
    return near and _OWNED.search(text, *line) is not None and TOLD.search(text, *line) is None


def _is_heading(text: str, line: Interval) -> bool:
    """Whether the line is nothing but a goal."""
    start = _body(text, line)
    if line[1] - start > _LONGEST_GOAL or ACCOUNT.match(text, *line) is not None or text[line[1] - 1] in ":,;、":
        return False
    plain = text.find("。", start, line[1] - 1) < 0 and text.find(";", start, line[1]) < 0
    return plain and _is_goal(text, start, line[1]) and _DID.search(text, start, line[1]) is None
