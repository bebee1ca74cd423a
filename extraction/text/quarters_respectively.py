"""What single quarters gave, told in one breath, is told quarter by quarter, each with its unit.

前三个季度分别检查1800、1420、1650家次      一季度检查1800家次,二季度检查1420家次,三季度检查1650家次
一季度、二季度分别新增就业2100人、2600人    一季度新增就业2100人,二季度新增就业2600人
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


def quarters_respectively(text: str) -> Iterator[Edit]:
    """The edits that write them so, where there are as many figures as quarters and one unit."""
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
