"""Places whose kind stands once, behind their count, written with it each: 顺会、河口两乡 reads as 顺会乡、河口乡.

河东、河西两街道任务均为2亿元      as many names as the count says, all of one kind
连平县、紫金县2个县分别完成…        names that have their kind need no count

Of several kinds (文昌、临高两市县) nobody can tell which is which: they are left as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.numbers.numerals import chinese_value
from extraction.records import Edit

_ONE = r"(?:街道办事处|街道|开发区|新区|管理区|工业园|产业园|分局|分公司|分院|税务所|林场|农场|[县区市镇乡州旗])"
_MIXED = r"(?:县市区|市县区|县区|市区|区县|市县|县市|乡镇|镇乡|镇街道|镇街|街镇|区市|市州)"
_NAME = r"[\u4e00-\u9fff]{2,6}"
_MANY, _OF_KIND = "[两二三四五六七八九十2-9]", rf"个?(?P<kind>{_MIXED}|{_ONE})"
_COUNT = _MANY + _OF_KIND
_BEHIND = r"(?![长城场民级委域政局内属里直位]|办(?!事))"
_COUNTED = re.compile(rf"(?P<names>(?:{_NAME}[、和与及]){{1,7}}{_NAME}?)(?P<count>{_COUNT}){_BEHIND}")
_ANY_COUNT = re.compile(rf"{_MANY}(?<=[\u4e00-\u9fff].){_OF_KIND}{_BEHIND}")  # what every match needs, sought first
_LEADS = re.compile(r"^.*(?:其中|有|是|为|看|如|在|中|对|的|以及|特别|尤其是?)(?=[\u4e00-\u9fff]{2,4})")
_SHORT = re.compile(r"(?!新建|改造|完成|实施|建设|各项)[\u4e00-\u9fff]{2,3}")
_FULL = re.compile(rf"[\u4e00-\u9fff]{{1,5}}{_ONE}")
_JOIN = re.compile(r"[、和与及]")


def places_counted(text: str) -> Iterator[Edit]:
    """The edits that give each such place its kind, and take away the count."""
    for match in _COUNTED.finditer(text) if _ANY_COUNT.search(text) else ():
        names = _names(match)
        count = match["count"]
        number = int(count[0]) if count[0].isdigit() else chinese_value(count[0])
        if number is None:
            continue
        if len(names) != number or number < 2:
            continue
        if all(_FULL.fullmatch(text, *span) for span in names):
            yield *match.span("count"), ""
        elif not re.fullmatch(_MIXED, match["kind"]) and all(_may_be(text, span, match["kind"]) for span in names):
            yield from _with_kind(text, names, match)


def _names(match: re.Match[str]) -> list[tuple[int, int]]:
    """Where the names stand; words before the first are left out."""
    start, end = match.span("names")
    spans: list[tuple[int, int]] = []
    for part in _JOIN.finditer(match.string, start, end):
        if part.start() - start < 2:
            continue  # 和平、朝阳
        spans.append((start, part.start()))
        start = part.end()
    spans.append((start, end))
    low, high = spans[0]
    led = _LEADS.match(match.string[low:high])
    spans[0] = (low + led.end() if led else low, high)
    return spans


def _may_be(text: str, span: tuple[int, int], kind: str) -> bool:
    return text[span[0] : span[1]].endswith(kind) or _SHORT.fullmatch(text, *span) is not None


def _with_kind(text: str, names: list[tuple[int, int]], match: re.Match[str]) -> Iterator[Edit]:
    kind = match["kind"]
    for low, high in names[:-1]:
        if not text[low:high].endswith(kind):
            yield high, high + 1, kind + text[high]
    last = text[names[-1][0] : names[-1][1]]
    yield *match.span("count"), "" if last.endswith(kind) else kind
