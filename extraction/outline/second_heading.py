"""A promise right below a title without numbers: 农村公路。改建100公里以上。目前已完成80公里.

The sentence promises where nothing in it reports, and a later sentence reports a figure of the same thing.
"""

from __future__ import annotations

import re

from extraction.sought import sought
from extraction.words import names, wording

_NUMBER = re.compile(r"(?P<digits>\d[\d,.]*)\s?(?:万亿|[百千]?[万亿])?\s?(?P<unit>平方|公里|人次|[\u4e00-\u9fff%])")
_TOLD = sought(
    r"已|目前|截至|截止|累计|实际(?!使用|利用|到位)|进展|进度|全年|年末|\d月|季度|半年|核定|据|经|现(?!代)|均|全部|共|(?:完成|完工|竣工|建成|交付)\d"
)
_REPORTS = sought(
    rf"{wording.REPORT.pattern}|进展|占(?!比)|^共?完成\d|总产值.*增长|季度|\d月(?!底前?|前|\d{{1,2}}日前)|\d日[起,]"
    r"|\((?:[国省市县旗区州](?:定|里|级)?|目标|任务|计划)[^()]{0,8}\d|情况|(?<!不)[高低]于|(?:年度|全年)?(?:目标|任务|计划)\s?(?:为|是)?\d"
)
_ANNUAL = sought(r"^(?:20\d\d年,?)?全年")
_BOUND = re.compile(r"以上|以内|左右|不低于|不少于|稳定在|控制在|保持在|力争|确保|计划|目标|任务|要")
_ALIKE = ("人名位例", "家个所处座项", "户套", "场次")


_ALL_DONE = sought(  # 该项任务已于9月底全部完成
    r"(?:目前,?|截至[^,。;]{1,8},)?(?:该|此|本|上述|以上)项?(?:任务|工作|建设内容|实事)[^,。;\d]{0,6}(?:\d{1,2}月(?:\d{1,2}日)?[底末初中旬]?前?)?[^,。;\d]{0,4}"
    r"(?:全部|均已|已)(?:完成|建成|竣工|完工)"
)


def promises(piece: str, later: list[str]) -> bool:
    """Whether the sentence below a title promises what one of the later ones reports."""
    if not _NUMBER.search(piece) or _REPORTS.search(piece):
        return False
    if _ANNUAL.match(piece) and not _BOUND.search(piece):
        return False
    if any(_ALL_DONE.match(told) for told in later):
        return True
    return any(
        _same(_figure(piece, promised), _figure(told, m)) and _agrees(promised, m, told)
        for told in later
        if _TOLD.search(told)
        for m in _NUMBER.finditer(told)
        for promised in _NUMBER.finditer(piece)
    )


_SHARE = sought(
    r"[^,。;\d]{0,4},[^,。;\d]{0,6}(?:占|完成|为)[^,。;\d]{0,8}(?:目标|任务|计划)[^,。;\d]{0,4}?的?(\d+(?:\.\d+)?)%"
)
_OFF = 3  # points by which a stated share may miss the two figures it is said of


def _agrees(promised: re.Match[str], told: re.Match[str], piece: str) -> bool:
    """Whether the share of the plan stated behind the figure, if there is one, is that of the promised one."""
    share = _SHARE.match(piece, told.end())
    plan, result = (float(m["digits"].replace(",", "").rstrip(".")) for m in (promised, told))
    return share is None or not plan or abs(result / plan * 100 - float(share[1])) <= _OFF


def _figure(piece: str, match: re.Match[str]) -> tuple[str, str]:
    """The figure's unit and the folded words around it."""
    around = piece[max(0, match.start() - 16) : match.start()] + "," + piece[match.end() : match.end() + 16]
    return match["unit"], names.folded(sought(r"[\d.]+").sub("", around))


def _same(promised: tuple[str, str], told: tuple[str, str]) -> bool:
    unit = promised[0] == told[0] or any(promised[0] in group and told[0] in group for group in _ALIKE)
    if unit and promised[0] != "%" and len(promised[1]) < 2:
        return True  # 年内完成320户. 截至10月完工271户: both speak of the title
    pairs = {promised[1][i : i + 2] for i in range(len(promised[1]) - 1)}
    return unit and any(pair in told[1] and not names.is_generic(pair) for pair in pairs)


_RATE = r"(?P<name>[\u4e00-\u9fff]{1,16}(?:率|比例|满意度))(?:为|达到?|是)?\s?(?P<rate>\d{1,3}(?:\.\d{1,2})?)%"
_BARE_RATE = re.compile(rf"{_RATE}(?:以上)?。\n?")
_COUNTED = sought(r"\d[\d.,]*[万余]?(?!月|日|年|季度)[\u4e00-\u9fff]")
_NOT_OF_NOW = sought(r"已|目前|截至|实际|累计|同比|上半年|季度|\d月|今年以来|去年|上年|全部|均|平均")
_EARLIER = sought(r"去年|上年|同期|其中|;|。")


def promises_rate(piece: str, later: str, *, again: bool) -> bool:
    """信访办结率100%。受理信访312件,办结306件,办结率_98.1%: a bare rate, and what was counted with its own rate.

    `again`: the same rate may be told a second time, where what is told first is marked with points.
    """
    goal = _BARE_RATE.fullmatch(piece)
    if goal is None or _NOT_OF_NOW.search(goal["name"]):
        return False
    told = next((m for m in re.finditer(rf",{_RATE}", later) if goal["name"].endswith(m["name"])), None)
    if told is None or _EARLIER.search(later, 0, told.end()) or not _COUNTED.search(later, 0, told.start()):
        return False
    return again or float(goal["rate"]) != float(told["rate"])
