"""Sections and their points that a page ran into one line are read a line each.

汇报如下:一、道路1.新建公路90公里,完成71公里2.安装护栏60公里,已全部完成二、运输1.…

What goes on with the very next number begins a point, whatever words end the last one.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_NUMERALS = "一二三四五六七八九十"
_HEADED = sought(r"[一二三四五六七八九十]、[\u4e00-\u9fff、“”]{2,16}1[.、](?=[\u4e00-\u9fff“])")
_MARK = sought(
    r"(?<![\d.第(])(?:(?P<section>[一二三四五六七八九十])、(?=[\u4e00-\u9fff“]{2})|(?P<point>\d{1,2})[.、](?=[\u4e00-\u9fff“]))"
)
_ENDED = "。;:!？?\n"
_LONG, _FEWEST = 120, 4  # characters of such a line; points that make it one


def sections_run_on(text: str) -> Iterator[Edit]:
    """The edits that begin a line with each such section and point."""
    if _HEADED.search(text) is None:
        return
    start = 0
    for line in text.split("\n"):
        if len(line) >= _LONG and _HEADED.search(line):
            marks = list(_marks(line))
            if sum(not heads for _, heads in marks) >= _FEWEST:
                for at, _ in marks:
                    ended = at == 0 or line[:at].rstrip()[-1:] in _ENDED or _is_title(line, at, marks)
                    yield start + at, start + at, "\n" if ended else "。\n"
        start += len(line) + 1


def _marks(line: str) -> Iterator[tuple[int, bool]]:
    """Where each section or point begins, and whether it is a section."""
    section, point = 0, 0
    for match in _MARK.finditer(line):
        if match["section"]:
            if _NUMERALS.index(match["section"]) == section:
                section, point = section + 1, 0
                yield match.start(), True
        elif section and int(match["point"]) == point + 1:
            point += 1
            yield match.start(), False


def _is_title(line: str, at: int, marks: list[tuple[int, bool]]) -> bool:
    """Whether nothing but a section's title stands before the point."""
    before = [mark for mark in marks if mark[0] < at]
    return bool(before) and before[-1][1] and not any(c.isdigit() for c in line[before[-1][0] : at])
