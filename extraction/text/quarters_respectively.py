"""What single quarters gave, told in one breath, is told quarter by quarter, each with its unit.

前三个季度分别检查1800、1420、1650家次      一季度检查1800家次,二季度检查1420家次,三季度检查1650家次
一季度、二季度分别新增就业2100人、2600人    一季度新增就业2100人,二季度新增就业2600人
6月底、9月底分别完成3.1万亩、6.4万亩        6月底完成3.1万亩,9月底完成6.4万亩
一季度、上半年、前三季度分别为3.2%、5.6%、8.3%
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_NUMBER = r"-?\d[\d.]{0,8}"
_UNIT = rf"(?:[万亿]{{0,2}}(?:{units.AMOUNTS})|%)"
_FIGURES = rf"(?P<figures>{_NUMBER}{_UNIT}?(?:[、和]{_NUMBER}{_UNIT}?){{1,3}})(?=[,。;)\n]|\Z)"
_FIGURE = sought(rf"(?P<digits>{_NUMBER})(?P<unit>{_UNIT})?")
_BY_COUNT = sought(  # 前三个季度, 一二三季度, 一季度、二季度: from the first on
    r"(?:前(?P<many>[两三四])个季度|(?P<run>[一二三四](?:[、和至-][一二三四]){1,3})季度|(?P<each>一季度(?:[、和]第?[二三四]季度){1,3}))"
    rf"(?:分别|依次)(?P<did>[\u4e00-\u9fff]{{0,6}}?){_FIGURES}"
)
_PERIOD = r"(?:上半年|[前第]?[一二三四]季度[末底]?|前\d个月|1-\d{1,2}月份?|\d{1,2}月(?:[底末]|份)?)"
_BY_NAME = sought(
    rf"(?P<periods>{_PERIOD}(?:[、和]{_PERIOD}){{1,3}})(?:(?:分别|依次|各)(?P<did>(?:累计)?[\u4e00-\u9fff]{{0,6}}?)"
    rf"|(?P<so_far>累计[\u4e00-\u9fff]{{0,6}}?)){_FIGURES}"
)
_ONE_PERIOD = sought(_PERIOD)
_SAID = sought(r"(?:季度|半年|月)[末底份]?(?:分别|依次|各|累计)")
_QUARTERS = "一二三四"


def quarters_respectively(text: str) -> Iterator[Edit]:
    """The edits that write them so, where there are as many figures as periods and one unit."""
    if _SAID.search(text) is None:
        return
    counted = {match.start(): match for match in _BY_COUNT.finditer(text) if _quarters(match)}
    for match in counted.values():
        yield from _spread(match, [f"{quarter}季度" for quarter in _QUARTERS[: _quarters(match)]])
    for match in _BY_NAME.finditer(text):
        if match.start() not in counted:
            yield from _spread(match, _periods(match["periods"]))


def _spread(match: re.Match[str], periods: Sequence[str]) -> Iterator[Edit]:
    """Each period before its own figure."""
    figures = list(_FIGURE.finditer(match.string, *match.span("figures")))
    unit = figures[-1]["unit"]
    if len(periods) != len(figures) or not unit or {f["unit"] for f in figures} - {None, unit}:
        return
    did = match["did"] or match.groupdict().get("so_far") or ""
    yield match.start(), match.start("figures"), f"{periods[0]}{did}"
    for period, (before, figure) in zip(periods[1:], pairwise(figures), strict=True):
        yield before.end("digits"), figure.start(), f"{unit},{period}{did}"


def _periods(said: str) -> list[str]:
    """4月、6月、9月末: the end of each."""
    periods = [p.group() for p in _ONE_PERIOD.finditer(said)]
    end = periods[-1][-1] if periods[-1][-1] in "末底" else ""
    return [p + end if end and p.endswith("月") else p for p in periods]


def _quarters(match: re.Match[str]) -> int:
    """How many quarters from the first on the words name; 0 where they begin with another."""
    if match["many"]:
        return "零一两三四".index(match["many"])
    run = match["run"] or match["each"].replace("季度", "")
    return _QUARTERS.index(run[-1]) + 1 if run[0] == "一" else 0
