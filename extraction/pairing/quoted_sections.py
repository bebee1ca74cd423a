"""Sections that sort quoted tasks by their state, and verdicts behind lists of quoted tasks.

已经完成的任务,共计23项。主要是“改造菜场41个”,“助学1.3万人”等   each quoted task is planned, and done
不能完成的任务有2项。一是“报废冷库94座”,…                    ... and cannot be met, unless a figure tells more
指标出现调整的有2项。“改造市场8个”,“举办展会”                 what was adjusted is no plan any more
“翻新校舍36栋”、“培训店长1.2万人”等5项任务已全部完成             the verdict is of all that is quoted before it
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from extraction.outline.items import Item
from extraction.records import Interval
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.voices.section_counts import TASKS

State = Literal["done", "lagging", "ongoing", "changed"]


@dataclass(frozen=True, slots=True)
class Section:
    """Tasks quoted in `[start, end)` of which `words` tell the state."""

    state: State
    words: Interval
    start: int
    end: int


_CANNOT = r"(?:不能|无法|难以|未能?|不可能|完不成)"
_STATES = (
    rf"(?:(?P<changed>(?:出现|作出|做出|进行|需要?|予以)?(?:调整|变更|取消|暂缓)(?:了)?)"
    rf"|(?P<lagging>{_CANNOT}(?:全部|按期|按时|如期|完全|全面|年内)*(?:完成|完工|达标|实现))"
    r"|(?P<ongoing>(?:有|存在|较)?(?:一定|较大|很大)?(?:困难|难度)|良好|顺利|正常|(?:能够?|可以?|确保|预计|有望|正在|将)(?:按期|如期|全部)*(?:完成|推进|实现)|(?<!或)(?<!和)基本(?:能够?|可以?)?完成)"
    r"|(?P<done>(?:已经?|全部|全面|提前|圆满|超额|均)+(?:完成|完工|办结|落实)(?:或(?:者)?基本完成|和基本完成|、基本完成)?))"
)
_HOW_MANY = r"\d{1,3}[项个件]\)?"
_SECTION = sought(
    rf"(?:(?<=[\n。;:、.)])|(?<=^))[^。;:\n“\d]{{0,40}}?{_STATES}[^。;:\n“\d,]{{0,6}}?"
    rf"(?:(?:的{TASKS}?|{TASKS}),?(?:共计|共有|共|合计|总计|有|为|计|[,(])*{_HOW_MANY}|(?:共计|共有|共|有)+{_HOW_MANY})"
    r"(?:,占[^,。;:“]{0,14}\d[\d.]*%)?(?:[。,:;\n]+|(?=分别|主要|具体|$))"
)
_GOES_ON = sought(
    r"\s*(?:[一二三四五六七八九十]{1,2}[是、]|[(]?\d{1,2}[.、)]|“|其中|分别|主要|具体|占|[^。;\n“”\d]{2,16}是“)"
)
_STOP = sought(r"[。\n]")
_JUDGED = re.compile(r"完[成工]|办结|落实|调整|变更|取消|暂缓|困难|难度|良好|顺利|正常")  # what every match holds
_BEHIND = sought(
    r"(?P<list>“[^“”。;\n]{4,60}”(?:[、,;和及与]?“[^“”。;\n]{4,60}”){0,9})等?(?:\d{1,3}[项个件])?"
    rf"(?:{TASKS}|项目)?,?(?:目前|现|截至目前)?,?"
    r"(?:(?P<done>(?:均|都|已经?|全部|全面|提前|圆满|顺利|如期)+(?:完成|完工|办结|建成|落实到位|竣工)(?:年度|全年)?(?:目标)?(?:任务)?)"
    rf"|(?P<lagging>(?:均|都)?(?:(?:进度|进展|推进)(?:较|比较|相对|明显)?(?:滞后|缓慢|偏慢|慢)|{_CANNOT}(?:按期|如期|按时)*完成)))(?=[,。;\n]|$)"
)


def _section(head: re.Match[str], start: int, end: int) -> Section:
    states: tuple[State, ...] = ("changed", "lagging", "ongoing", "done")
    state = next(name for name in states if head[name])
    return Section(state, head.span(state), start, end)


_DROPPED = sought(  # “改造泵站12座”取消; what is adjusted to a number of its own is another plan (changed_goals.py)
    r"“[^“”。;\n]{4,60}”,?[^“”。;\n\d]{0,24}?(?P<changed>调整(?:为(?=“)|[到至](?=[明后下]))|(?:取消|暂缓)(?=[,。;\n]|实施|执行))"
)
_TO_ITS_END = sought(r"[。;\n]|$")
_VERDICTS: tuple[State, ...] = ("done", "lagging")


@lru_cache(maxsize=32)
def quoted_sections(text: str, start: int, end: int) -> tuple[Section, ...]:
    """All sections of one task that hold quotations, in order, sought once."""
    if text.find("“", start, end) < 0:
        return ()
    return (*_dropped(text, start, end), *_headed(text, start, end), *_judged_behind(text, start, end))


def _dropped(text: str, start: int, end: int) -> list[Section]:
    out = []
    for said in _DROPPED.finditer(text, start, end):
        stop = _TO_ITS_END.search(text, said.end(), end)
        out.append(Section("changed", said.span("changed"), said.start(), stop.start() if stop else end))
    return out


def _headed(text: str, start: int, end: int) -> list[Section]:
    if _JUDGED.search(text, start, end) is None:
        return []
    heads = list(_SECTION.finditer(text, start, end))
    out = []
    for at, head in enumerate(heads):
        stop = heads[at + 1].start() if at + 1 < len(heads) else end
        out.append(_section(head, head.end(), _end_of(text, head.end(), stop)))
    return out


def _end_of(text: str, start: int, end: int) -> int:
    """Where the list ends that begins there: with the first sentence behind which it does not go on."""
    stops = (stop.end() for stop in _STOP.finditer(text, start, end))
    return next((stop for stop in stops if _GOES_ON.match(text, stop, end) is None), end)


def _judged_behind(text: str, start: int, end: int) -> list[Section]:
    return [
        Section(state, said.span(state), *said.span("list"))
        for said in _BEHIND.finditer(text, start, end)
        for state in _VERDICTS
        if said[state]
    ]


_LAST = 120  # characters at an item's end in which such words stand
_ENDS = sought(r"[项个件%]\)?[。,:;\s]*$")


def head_of(text: str, start: int, end: int) -> Interval | None:
    """Where the words are that head a section, if nothing follows them there: what is numbered below is in it."""
    start = max(start, end - _LAST)
    if _ENDS.search(text, max(start, end - 8), end) is None or _JUDGED.search(text, start, end) is None:
        return None
    heads = list(_SECTION.finditer(text, start, end))
    return heads[-1].span() if heads and not text[heads[-1].end() : end].strip() else None


def in_quotes(text: str, start: int, position: int) -> int:
    """Where the quotation opens that the place is in, -1 where it is in none."""
    opened = text.rfind("“", start, position)
    return opened if opened >= 0 and "”" not in text[opened:position] else -1


def section_at(text: str, item: Item, position: int) -> Section | None:
    """The section that the place is in: one of the item's own, or the one that announced it."""
    own = next((s for s in quoted_sections(text, item.start, item.end) if s.start <= position < s.end), None)
    if own is not None or item.announced is None:
        return own
    head = _SECTION.match(text, *item.announced)
    if head is None:
        return None
    return _section(head, item.start, item.end)


def leave_changed(text: str, item: Item, found: Sequence[Reading]) -> None:
    """Let no number stand for a task that was adjusted, in place."""
    if item.announced is None and not quoted_sections(text, item.start, item.end):
        return
    for r in found:
        section = section_at(text, item, r.start)
        if section is not None and section.state == "changed" and r.voice != "base":
            r.voice, r.settled = "context", True
