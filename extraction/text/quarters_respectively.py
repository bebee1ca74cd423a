"""What single quarters gave, told in one breath, is told quarter by quarter, each with its unit.

前三个季度分别检查1800、1420、1650家次      一季度检查1800家次,二季度检查1420家次,三季度检查1650家次
一季度、二季度分别新增就业2100人、2600人    一季度新增就业2100人,二季度新增就业2600人
6月底、9月底分别完成3.1万亩、6.4万亩        6月底完成3.1万亩,9月底完成6.4万亩
一季度、上半年、前三季度分别为3.2%、5.6%、8.3%
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_NUMBER = r"\d[\d.]{0,8}"
_RESPECTIVELY = sought(
    rf"(?:前(?P<many>[两三四])个季度|(?P<run>[一二三四](?:[、和至-][一二三四]){{1,3}})季度|(?P<each>一季度(?:[、和]第?[二三四]季度){{1,3}}))(?:分别|依次)(?P<did>[\u4e00-\u9fff]{{0,6}}?)"
    rf"(?P<figures>{_NUMBER}(?:[万亿]?(?:{units.AMOUNTS}))?(?:[、和]{_NUMBER}(?:[万亿]?(?:{units.AMOUNTS}))?){{1,3}})(?=[,。;)\n]|\Z)"
)
_SAID = sought(r"季度(?:分别|依次)")
_FIGURE = sought(rf"(?P<digits>{_NUMBER})(?P<unit>[万亿]?(?:{units.AMOUNTS}))?")
_QUARTERS = "一二三四"


_PERIOD = r"(?:上半年|[前第]?[一二三四]季度[末底]?|前\d个月|1-\d{1,2}月份?|\d{1,2}月(?:[底末]|份)?)"
_FIGURE_OF = rf"{_NUMBER}(?:[万亿]{{0,2}}(?:{units.AMOUNTS})|%)?"
_PERIODS = sought(
    rf"(?P<periods>{_PERIOD}(?:[、和]{_PERIOD}){{1,3}})(?:分别|依次|各)?(?P<so_far>累计)?(?<=[别次各计])(?P<did>(?:累计)?[\u4e00-\u9fff]{{0,6}}?)"
    rf"(?P<figures>-?{_FIGURE_OF}(?:[、和]-?{_FIGURE_OF}){{1,3}})(?=[,。;)\n]|\Z)"
)
_ONE_PERIOD = sought(_PERIOD)
_ONE_FIGURE = sought(rf"(?P<digits>-?{_NUMBER})(?P<unit>[万亿]{{0,2}}(?:{units.AMOUNTS})|%)?")
_ANY_PERIODS = sought(r"(?:季度|半年|月)[末底份]?(?:分别|依次|各|累计)")


def _by_period(text: str) -> Iterator[Edit]:
    """6月底、9月底分别完成3.1万亩、6.4万亩: each period before its own figure."""
    for match in _PERIODS.finditer(text) if _ANY_PERIODS.search(text) else ():
        periods = [p.group() for p in _ONE_PERIOD.finditer(match["periods"])]
        figures = list(_ONE_FIGURE.finditer(text, *match.span("figures")))
        unit = figures[-1]["unit"]
        if len(periods) != len(figures) or not unit or {f["unit"] for f in figures} - {None, unit}:
            continue
        end = periods[-1][-1] if periods[-1][-1] in "末底" else ""  # 4月、6月、9月末: the end of each
        periods = [p + end if end and p.endswith("月") else p for p in periods]
        did = (match["so_far"] or "") + match["did"]
        yield match.start(), match.start("figures"), f"{periods[0]}{did}"
        for period, (before, figure) in zip(periods[1:], pairwise(figures), strict=True):
            yield before.end("digits"), figure.start(), f"{unit},{period}{did}"


def quarters_respectively(text: str) -> Iterator[Edit]:
    """The edits that write them so, where there are as many figures as periods and one unit."""
    done = set[int]()
    for edit in _quarters_told(text):
        done.add(edit[0])
        yield edit
    yield from (edit for edit in _by_period(text) if edit[0] not in done)


def _quarters_told(text: str) -> Iterator[Edit]:
    """前三个季度分别检查1800、1420、1650家次."""
    for match in _RESPECTIVELY.finditer(text) if _SAID.search(text) else ():
        figures = list(_FIGURE.finditer(text, *match.span("figures")))
        unit = figures[-1]["unit"]
        if (
            len(figures) != _quarters(match["many"], match["run"] or (match["each"] or "").replace("季度", ""))
            or not unit
            or {f["unit"] for f in figures} - {None, unit}
        ):
            continue
        yield match.start(), match.start("figures"), f"{_QUARTERS[0]}季度{match['did']}"
        for nth, (before, figure) in enumerate(pairwise(figures), 1):
            yield before.end("digits"), figure.start(), f"{unit},{_QUARTERS[nth]}季度{match['did']}"


def _quarters(many: str | None, run: str | None) -> int:
    """How many quarters from the first on the words name; 0 where they begin with another."""
    if many:
        return "零一两三四".index(many)
    return _QUARTERS.index(run[-1]) + 1 if run and run[0] == "一" else 0
