"""A bracket behind a planned number and its thing that tells what was done reads as said of it, its share in a bracket.

18.5公里护栏加装(已装12.9公里,69.7%)、12处渡口改造(推进中,83%,已改10处)    reads as    18.5公里护栏加装已装12.9公里(69.7%),…
47公里乡道(38公里,80.9%)                                       only where the share is what the two come to

Without a share only what 已 tells in the plan's own unit is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extraction.numbers import units
from extraction.numbers.numerals import arabic_value
from extraction.records import Edit
from extraction.sought import sought
from extraction.text.works_in_brackets import LABEL, NAMED, NUMBER, OPENS, PLACE, RUNS, SHARE

_NOT_DONE = (  # a part, a plan, or a step before the end
    r"其中|含|包括|计划|任务|目标|拟|将|力争|待|未|尚|剩|余|缺|差|新建|改建|扩建|续建|开工|动工|启动|进场|签约|在建|施工|申报|[省市县区]级|国家"
)
_DONE = sought(
    rf"{OPENS}{PLACE}(?P<plan>{NUMBER})\s?(?P<tens>万?)(?P<unit>{units.AMOUNTS}){NAMED}"
    rf"(?P<open>\((?:{RUNS}[,、;])?(?:{LABEL}(?P<first>{SHARE})[,、;])?)(?![\u4e00-\u9fff]{{0,4}}(?:{_NOT_DONE}))(?P<said>[\u4e00-\u9fff]{{0,6}})"
    rf"(?P<done>{NUMBER})\s?(?P<of>万?)(?P<thing>{units.AMOUNTS})"
    rf"(?P<rest>(?:[,、;]{LABEL}(?P<last>{SHARE}))?(?:[,、;]{RUNS})?\))(?P<next>、?)"
)
_NUMBERED = re.compile(r"^\d{1,2}\.(?=\d)")  # 1.36个: the first of a list, or 1.36
_OFF = Decimal("1.1")  # points by which a rounded share may be off


def done_in_brackets(text: str) -> Iterator[Edit]:
    """The edits that take what was done out of the brackets."""
    for match in _DONE.finditer(text) if ")" in text else ():
        share = match["first"] or match["last"]
        if not _is_of_it(match, share):
            continue
        said = "" if match["said"].startswith(("已", "完")) else "已"
        yield *match.span("open"), said + ("" if match["said"] else "完成")
        yield *match.span("rest"), f"({share})" if share else ""
        if match["next"]:
            yield *match.span("next"), ","


def _is_of_it(match: re.Match[str], share: str | None) -> bool:
    done = arabic_value(match["done"]) * (10**4 if match["of"] else 1)
    if share is None:
        return match["said"].startswith("已") and match["unit"] == match["thing"]
    told = Decimal(share.rstrip("%"))
    return any(abs(done / plan * 100 - told) <= _OFF for plan in _plans(match))


def _plans(match: re.Match[str]) -> Iterator[Decimal]:
    """The number planned, read as it stands and behind the number of a list: 4.12公里 is 4.12 or, fourth, 12."""
    times = 10**4 if match["tens"] else 1
    opened = match.string[match.start() : match.end("plan")]
    yield arabic_value(match["plan"]) * times
    whole = sought(r"\d[\d.,]*$").search(opened)
    if whole is not None and whole.group() != match["plan"]:
        yield Decimal(whole.group().replace(",", "")) * times if whole.group().count(".") == 1 else Decimal(-1)
