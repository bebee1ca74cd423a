"""The lines of a report: hard breaks joined again, numbered ones with their level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extraction.outline.bullets import BULLET, TELLS_ITSELF, promising_lines, tells_of_its_goal
from extraction.outline.fields import fields_of, titled_fields
from extraction.outline.goal_lines import goal_lines
from extraction.records import Interval
from extraction.sought import sought

CN = "零一二三四五六七八九十百"
_MONTHS = (  # 7、8月在“...”项目中: two months, and no seventh item
    r"(?:1、2|2、3|3、4|4、5|5、6|6、7|7、8|8、9|9、10|10、11|11、12)月(?!底|末|前|中旬|上旬|下旬|\d)"
)
_MARK = sought(
    rf"(?P<h>[(〔\[【](?=第)[^()〔〕\[\]【】\n]{{2,24}}[)〕\]】]\s?(?P<n>\d{{1,3}})(?:、(?!\d+[、,])|\.(?!\d)))"
    rf"|(?P<g>第\d{{1,3}}[项条件]\s?[:、.,]?\s?|第[{CN}]{{1,3}}[件项条]\s?[:、.,]\s?|第[{CN}]{{1,3}}[项条]\s(?=[\u4e00-\u9fff“])|(?:任务|事项|实事|目标|项目)[{CN}\d]{{1,3}}[:]|[【\[〔](?:第|任务|事项|目标|指标)?\s?[\d{CN}]{{1,3}}[项条号]?[】\]〕][:、.]?\s?)|(?P<a>第[{CN}]{{1,3}}[章编部]分?\s?|[{CN}]{{1,4}}\s?(?:、"
    rf"|[.．](?!\d)))"
    rf"|(?P<b>\(\s?[{CN}]{{1,4}}\s?\)[、.]?)"
    rf"|(?P<c>(?:0\d\s|\d{{1,2}}-\d{{1,2}}\s|\d{{1,2}}\.\d{{1,2}}\s|[A-H][.、]\s?|\d{{1,2}}:|序号\s?\d{{1,2}}\s?[:、.])(?=[\u4e00-\u9fff“])|(?!{_MONTHS})\d{{1,3}}\s?[、](?!\d+[、,])|\d{{1,3}}\.(?!\d)|\d{{1,3}}\.(?=(?:19|20)\d\d年))"
    r"|(?P<d>\(\s?\d{1,3}\s?\)[、.]?|\d{1,2}\))"
    r"|(?P<e>[①-⑳])"
    r"|(?P<f>“[^”]{2,24}”(?:方面)?[:])"
)
_LEVELS = {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "g": 3, "h": 3}
_INLINE = sought(rf"[。;；]\s?(?=(?:\d{{1,2}}[.、)](?!\d)|\([{CN}]{{1,3}}\)|\(\d{{1,2}}\)|[①-⑳])[^\d,，。])")
# …的项目:1.新建市场3个;2.新增泊位800个: the first of them, behind what announces them all
_FIRST_INLINE = sought(r"[:：]\s?(?=(?:1[.、)](?!\d)|\(一\)|\(1\)|①)[^\d,，。])")
POINT = sought(rf"(?:^|(?<=[。;；,，:：、)\n\s]))(?:[{CN}]{{1,3}}是|首先是|其[{CN}]是|第[{CN}]{{1,2}}[,，])")
LONGEST = 800  # characters of a sentence; what is longer is none, and its numbers are held against their neighbours


def mark_at(text: str, at: int) -> tuple[str, int] | None:
    """The kind of the number that a line there begins with (一、 and (一) and 1. are three), and where it ends."""
    mark = _MARK.match(text, at)
    return (mark.lastgroup, mark.end()) if mark is not None and mark.lastgroup in _LEVELS else None


def lines_of(text: str, skip: tuple[Interval, ...]) -> Iterator[Interval]:
    """The lines of the text outside the intervals that are skipped; numbered items inside a line begin one."""
    position = 0
    holes = [*sorted(skip), (len(text), len(text))]
    for low, high in holes:
        if low > position:
            for match in sought(r"[^\n]+").finditer(text[position:low]):
                yield from _pieces(text, position + match.start(), position + match.end())
        position = max(position, high)


# 1、…;2、…;3、…。以上任务分别完成22个、2213场、2400人: the account of them all parts no line
_FOR_ALL = sought(
    r"[。;][^。;\d两三四五六]{0,6}[\d两三四五六]?[^。;\d]{0,12}(?:分别|依次)[^。;\d]{0,6}\d[\d.]*[^\d、,。;]{1,5}[、和]"
)
NOTE = sought(r"\s{0,8}[(（]?(?:备?注|附注)\s?[:：]")  # 注:1.…2.…3.… are no items, and promise nothing

# 注:1.全年计划治理45平方公里,已治理28平方公里。 but such a note both promises and tells, and so does
# 提高到740元,达到年初确定的740元目标。
_PLAN_TOLD = sought(
    r"(?:全年|年度|今年|本年)[^,。;:\d]{0,4}(?:计划|目标|任务)[^,。;:\d]{2,24}\d[\d.]*[^,。;:\d]{1,8},(?:目前|现|截至[^,。;]{1,8})?已[^,。;:\d]{0,10}\d"
    r"|\d[^,。;\d]{0,8},(?:均|已)*(?:达到|实现|完成)[^,。;\d]{0,18}\d[\d.]*[^,。;\d]{1,8}(?:目标|任务)(?=[,。;\n]|$)"
)


def is_note(text: str, start: int, end: int) -> bool:
    return NOTE.match(text, start, end) is not None and explains(text, start, end)


def explains(text: str, start: int, end: int) -> bool:
    """Whether the note only explains, and no plan with its answer stands in it."""
    return _PLAN_TOLD.search(text, start, end) is None


def _pieces(text: str, start: int, end: int) -> Iterator[Interval]:
    whole = is_note(text, start, end)
    inside = [m.end() for m in _INLINE.finditer(text, start, end)]
    if inside and (first := _FIRST_INLINE.search(text, start, inside[0])) is not None:
        inside = [first.end(), *inside]
    whole = whole or (bool(inside) and _FOR_ALL.search(text, inside[-1], end) is not None)
    cuts = [start, *(() if whole else inside), end]
    for low, high in pairwise(cuts):
        while low < high and text[low].isspace():
            low += 1
        while high > low and text[high - 1].isspace():
            high -= 1
        if low < high:
            yield low, high


def join_broken(text: str, lines: list[Interval]) -> Iterator[Interval]:
    """Lines that a hard break cut in the middle of a sentence are one line."""
    current: Interval | None = None
    widest = _widest_heading(text, lines)
    for start, end in lines:
        if current and not _is_short(text, current, widest) and _broken(text, current, (start, end)):
            current = (current[0], end)
        else:
            if current:
                yield current
            current = (start, end)
    if current:
        yield current


_GOES_ON = ",、(“《;"  # a line that ends so goes on


def _widest_heading(text: str, lines: list[Interval]) -> int:
    """How wide a numbered line is that ends as a heading does: a shorter one was not cut by the width of the page."""
    ends = sought(r"[\u4e00-\u9fff\d%)]")
    heads = (end - start for start, end in lines if _MARK.match(text, start) and ends.match(text, end - 1))
    return max(heads, default=0)


def _is_short(text: str, line: Interval, widest: int) -> bool:
    """Whether the line is a heading that ends before the width of the widest, and as one that does not go on."""
    return line[1] - line[0] + 4 < widest and text[line[1] - 1] not in _GOES_ON and bool(_MARK.match(text, line[0]))


_TELLS = sought(  # a line that begins so tells what became of the one above it
    r"截至|截止|目前|当年|全年(?:共|累计|实际|完成)|今年以来|累计|上半年|前?[一二三]季度|至\d{1,2}月"
    r"|\d{1,2}(?:-|—)\d{1,2}月|1月至\d|已(?=[\u4e00-\u9fff])"
)
_AMOUNT_LAST = sought(r"\d(?:万亿|[百千]?[万亿])?[\u4e00-\u9fff]{1,3}(?:以上|以内|左右|以下)?$")  # 2.新建公路800公里


_SAID = sought(
    r"(?:完工|竣工|封顶|验收|到位|投用|通车|交付|开工|施工|办结|销号|发放|启用|开放|占\d[\d.]*%)$"
    r"|\d(?:万亿|[百千]?[万亿])?[\u4e00-\u9fff]{1,3}$"
)
_NEXT = sought(  # another task and its account
    r"(?!的|和|与|及|并|其中|比|较|占|同比|增长|下降|以上|以内|左右|后|等|中|内)[\u4e00-\u9fff“]{4,}[^,。;\n]{0,20}\d[^\n]*[,、]"
    r"[^\n]*(?:已|完成|完工|建成|竣工|开工)"
)
_COMMA = sought(r"[,、]")


def _said_all(text: str, line: Interval) -> bool:
    """小型水库除险加固计划8座,验收5座,其余3座主体完工: a line that ends as a task's account does."""
    ends = _SAID.search(text, max(line[0], line[1] - 16), line[1]) is not None
    return ends and _COMMA.search(text, *line) is not None


def _has_room(text: str, line: Interval, following: Interval) -> bool:
    """Whether the line is shorter than one beside it, so that no hard break cut it."""
    before = line[0] - 1 - (text.rfind("\n", 0, max(0, line[0] - 1)) + 1)
    return line[1] - line[0] + 4 < max(following[1] - following[0], before)


_ROOM = 8  # half characters by which a line below is wider than a heading that no page's width has cut


def _width(text: str, line: Interval) -> int:
    """How wide the line stands on a page, in half characters."""
    return sum(1 if c.isascii() else 2 for c in text[slice(*line)])


def _each_tells(text: str, line: Interval, following: Interval) -> bool:
    """Whether both lines have a goal and the account of it."""
    start = max(line[0], text.rfind("\n", line[0], line[1]) + 1)
    return tells_of_its_goal(text, start, line[1]) and tells_of_its_goal(text, *following)


def _broken(text: str, line: Interval, following: Interval) -> bool:
    last, first = text[line[1] - 1], text[following[0]]
    if _MARK.match(text, following[0]) or text[line[1] : following[0]].strip():
        return False
    if BULLET.match(text, *following) or TELLS_ITSELF.match(text, *following):
        return False
    if fields_of(text, *following) is not None:
        return False
    if last == ";" and _each_tells(text, line, following):
        return False  # 一网通办率达到95%(目前93.2%); / 电子证照归集30类,已归集21类。
    if last in ",、(“《;":
        return True
    if first in ",、。;)”":
        return True
    if _said_all(text, line) and _NEXT.match(text, following[0], following[1]) and _has_room(text, line, following):
        return False
    if _TELLS.match(text, following[0], following[1]) or (
        _MARK.match(text, line[0]) and _AMOUNT_LAST.search(text, max(line[0], line[1] - 16), line[1])
    ):
        return False
    alone = _MARK.match(text, line[0]) is not None and text.rfind("\n", line[0], line[1]) < 0
    if alone and _width(text, following) > _width(text, line) + _ROOM:
        return False
    length = line[1] - line[0]
    return (
        length >= 16
        and last not in "。;:!?)”%.…"
        and first not in "(“"
        and (following[1] - following[0] >= 6)
        and (
            text.find("。", max(line[0], line[1] - LONGEST), line[1]) >= 0 or "。" in text[following[0] : following[1]]
        )
        and (last.isalnum() and (last.isdigit() or length >= 24))
        and not sought(r"(?:报告|情况|通报|方案|表)$").search(text[max(line[0], line[1] - 2) : line[1]])
    )


@dataclass(slots=True)
class Line:
    """A line with the number it begins with, its depth, and where its words begin."""

    start: int
    end: int
    level: int
    number: str
    body: int
    owns: bool = False  # a goal without a number, whose account stands in the lines below


_POINTED = sought(rf"(?P<number>[{CN}]{{1,3}})是(?!否)|第(?P<nth>[{CN}]{{1,2}})[,、]")
_POINTED_LEVEL, _DASHED_LEVEL = 5, 6


_NEXT_POINT = sought(rf"[。;]\s?(?=(?:[{CN}]{{1,3}}是(?!否)|第[{CN}]{{1,2}},))")


def part_points(text: str, lines: list[Interval]) -> Iterator[Interval]:
    """一是改造1200户,已完成860户;二是新建35座,建成29座: where most points tell of their own goal, each is a line."""
    for start, end in lines:
        cuts = [start, *(m.end() for m in _NEXT_POINT.finditer(text, max(0, start - 1), end)), end]
        if len(cuts) == 2:
            yield start, end
            continue
        pieces = list(pairwise(cuts))
        pointed = [(point.end(), high) for low, high in pieces if (point := POINT.search(text, low, high))]
        told = sum(tells_of_its_goal(text, *piece) for piece in pointed)
        if told < max(2, len(pointed) / 2):
            yield start, end
            continue
        first = POINT.search(text, *pieces[0])
        if first is not None and first.start() > start:
            pieces[:1] = [(start, first.start()), (first.start(), pieces[0][1])]
        yield from pieces


def _pointed(text: str, lines: list[Interval]) -> set[int]:
    """Lines that are a point each (一是…。 in one, 二是…。 in the next) are items; points of one line are not."""
    starts = {start for start, end in lines if _POINTED.match(text, start)}
    alone = {s for s, e in lines if s in starts and text[e - 1] not in ",、;:" and len(POINT.findall(text, s, e)) == 1}
    return alone if len(alone) > 1 and len(alone) == len(starts) else set()


def marked_lines(text: str, lines: list[Interval]) -> Iterator[Line]:
    """Each line with its number and level; level 0 has none."""
    pointed, dashed = _pointed(text, lines), promising_lines(text, lines) | titled_fields(text, lines)
    goals = goal_lines(text, lines, _MARK)
    dashed = (dashed - goals.accounts) | goals.items
    for start, end in lines:
        match = _MARK.match(text, start)
        if match is None and start in pointed and (point := _POINTED.match(text, start)):
            yield Line(start, end, _POINTED_LEVEL, point["number"] or point["nth"], point.end())
        elif match is None and (named := fields_of(text, start, end)) is not None:
            yield Line(start, end, _DASHED_LEVEL, "", named)
        elif match is None:
            bullet = BULLET.match(text, start, end)
            body = bullet.end() if bullet else start
            yield Line(start, end, _DASHED_LEVEL if start in dashed else 0, "", body, owns=start in goals.owners)
        elif match.lastgroup == "f":
            yield Line(start, end, 6, text[start : match.end() - 1], start)
        else:
            level = _LEVELS[match.lastgroup or "a"]
            yield Line(start, end, level, match["n"] or match.group().strip(" 、.．)(（）"), match.end())
