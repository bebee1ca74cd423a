"""A bracket behind a planned number and its thing that tells what was done reads as said of it, its share apart.

18公里护栏加装(已装12公里,66.7%)          reads as    18公里护栏加装已装12公里(66.7%)
12处渡口改造(推进中,83%,已改10处)         so do other orders and marks
47公里乡道(38公里,80.9%)                 and no verb at all, where the share is what the two come to

Without a share only what 已 tells in the plan's own unit is taken; how many were begun has none of the plan.
The verb of a plain 90场电影放映61场(67.8%) gets its 已, and is no part of the name then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extraction.numbers import units
from extraction.numbers.numerals import arabic_value
from extraction.records import Edit
from extraction.sought import sought
from extraction.text.works_in_brackets import LABEL, NAMED, NUMBER, OPENS, PLACE, RUNS, SHARE, listed_at

_NOT_DONE = (  # a part, a plan, or a step before the end
    r"其中|含|包括|计划|任务|目标|拟|将|力争|待|未|尚|剩|余|缺|差|新建|改建|扩建|续建|在建|施工|申报|[省市县旗区]级|国家"
)
_OTHERS = r"(?:另有?|其余|余下?)?(?:\d{1,5}[\u4e00-\u9fff]{1,2}?)?"
_DONE = sought(
    rf"{OPENS}{PLACE}(?P<plan>{NUMBER})\s?(?P<tens>万?)(?P<unit>{units.AMOUNTS}){NAMED}"
    rf"(?P<open>\((?:(?:{RUNS}|[\u4e00-\u9fff]{{2,6}}完成)[,、;])?(?:{LABEL}(?P<first>{SHARE})[,、;])?)(?![\u4e00-\u9fff]{{0,4}}(?:{_NOT_DONE}))(?P<said>[\u4e00-\u9fff]{{0,6}})"
    rf"(?P<done>{NUMBER})\s?(?P<of>万?)(?P<thing>{units.AMOUNTS})(?P<did>(?!{_NOT_DONE})(?:[\u4e00-\u9fff]{{2,4}})?)"
    rf"(?P<rest>(?:[,、;]{LABEL}(?P<last>{SHARE}))?(?:[,、;]{_OTHERS}{RUNS})?\))(?P<next>、?)"
)
_VERB = (
    r"(?:[\u4e00-\u9fff][完成毕]|完工|竣工|投用|交付|启用|开放|开业|开诊|开园|验收|铺设|铺筑|铺装|浇筑|敷设|架设|安装|更换|换管|挂牌|放映|演出|上演"
    r"|参训|受训|结业|发证|配发|发放|救助|办结|点亮|修复|落地|建起|装上|接入|通车|贯通|入住|清淤|硬化)"
)
_PLAIN = sought(
    rf"{OPENS}{PLACE}(?P<plan>{NUMBER})\s?(?P<tens>万?)(?P<unit>{units.AMOUNTS}){NAMED}(?<!已)(?<!全)(?P<verb>{_VERB})"
    rf"(?P<done>{NUMBER})\s?(?P<of>万?)(?:{units.AMOUNTS})\((?P<share>{SHARE})\)(?P<next>、?)"
)
_COUNTED_FIRST = sought(  # 5个集市改造,4个已开业(80%)
    rf"{OPENS}{PLACE}(?P<plan>{NUMBER})\s?(?P<tens>)(?P<unit>{units.AMOUNTS}){NAMED}(?P<at>,)(?P<done>{NUMBER})(?P<of>)(?P=unit)"
    rf"(?P<did>(?:已|均)*(?!{_NOT_DONE})[\u4e00-\u9fff]{{2,4}})\((?P<share>{SHARE})\)(?P<next>、?)"
)
_BEGUN = sought(r"开工|动工|启动|进场|签约|招标|开建")
_OFF = Decimal("1.1")  # points by which a rounded share may be off


def done_in_brackets(text: str) -> Iterator[Edit]:
    """The edits that take what was done out of the brackets."""
    commas: set[int] = set()
    for match in _DONE.finditer(text) if ")" in text else ():
        share = match["first"] or match["last"]
        if not _is_of_it(match, share) or (match["said"] and match["did"]):
            continue
        said = "" if match["said"].startswith(("已", "完")) else "已"
        yield *match.span("open"), said + (match["did"] if match["did"] else "" if match["said"] else "完成")
        apart = f"({share})" if share and _BEGUN.search(match["said"] + match["did"]) is None else ""
        yield match.start("did"), match.end("rest"), apart
        commas |= listed_at(match)
    for match in _PLAIN.finditer(text) if "%)" in text else ():
        if _is_of_it(match, match["share"]):
            yield match.start("verb"), match.start("verb"), "已"
            commas |= listed_at(match)
    for match in _COUNTED_FIRST.finditer(text) if "%)" in text else ():
        if _is_of_it(match, match["share"]) and _BEGUN.search(match["did"]) is None:
            yield *match.span("at"), "已" + match["did"].lstrip("已均")
            yield *match.span("did"), ""
            commas |= listed_at(match)
    yield from ((at, at + 1, ",") for at in sorted(commas))


def _is_of_it(match: re.Match[str], share: str | None) -> bool:
    done = arabic_value(match["done"]) * (10**4 if match["of"] else 1)
    if share is None:
        begun = _BEGUN.search(match["said"] + match["did"]) is not None
        return match["said"].startswith("已") and match["unit"] == match["thing"] and not begun
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
