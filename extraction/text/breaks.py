"""Line breaks that fall inside a sentence: 占年度目标1⏎90亿元的78.2%.

Five signs tell one: the paragraph began with an indent and this line has none; every line of the text is as wide as
the next and ends anywhere; a number stands on both sides of the break between two lines of prose; the next line opens
with a closing mark, or with 分别 and a figure; it is a goal in brackets, behind a figure. A line that begins
an item, a label or a row is never joined to the one before it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extraction.records import Interval
from extraction.sought import sought

_CN = "[零一二三四五六七八九十百]"
_OPENS = sought(
    rf"第\d{{1,3}}[项条]|第{_CN}{{1,3}}[章编部条]|{_CN}{{1,4}}[、.]|[(]\s?(?:{_CN}{{1,4}}|\d{{1,3}})\s?[)]"
    rf"|\d{{1,3}}(?:[、)]|\.(?!\d))|[①-⑳·•●■◆★*]|{_CN}{{1,3}}是|[上下]一[篇页条]|附件|责任编辑|[(【\[]"
    r"|(?:索\s*引\s*号|发布|来源|信息来源|发文|文\s*号|主题|标题|名\s*称|打印|分享|相关|网站标识|扫一扫|联系)"
)
_CLOSED = re.compile(r"[。;!?:][”)]?$")
_DATED = re.compile(r"年\s?[\d一二三四五六七八九十]{1,3}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日$")
_ROW = re.compile(r"[|\t]|\S {2,}\S")
_FIELDS = re.compile(r"(?:(?:^|\s)\d[\d.,]*%?){3,}$")  # 二、改建里程(公里) 12000 1036 7812 65.1%
_HEADS = sought(r"(?:[^\s,。;!?]{2,16} ){3,}[^\s,。;!?]{2,16}")  # 指标名称 单位 年度目标 1-9月完成
_PROSE = re.compile(r"[,。;、]")
_FIGURE_END, _FIGURE_START = re.compile(r"\d[.,]?$"), sought(r"\d|[.,]\d|[万亿%]")
_NUMBERED = sought(r"(\d{1,3}) [^\d\s]")
_UNIT_END = sought(r"\d(?:[百千]?[万亿]|个?百分?|个)$")
_UNIT_GOES_ON = sought(r"[百分]?(?:点|元|人|户|亩|吨|平方|公里|立方)(?=[,。;、()]|[^,。;、]{1,6}[,。;])")
# 完成17公⏎里;, 12万平方⏎米,: a unit of two words broken behind its number, however short its rest is
_UNIT_CUT, _UNIT_REST = (
    sought(r"\d\s?[万亿]?(?:公|平方|立方|人|英)$"),
    sought(r"(?:里|顷|斤|米|次|公里)(?:[,。;、)]|$)"),
)
_LONGEST_RUN = 40  # lines of one paragraph
_NARROWEST = 10  # characters of a line of text; narrower ones are cells, each on its own line

_OF_LIST = sought(r"(?:已|也|各)?分别(?:[为是达增下完]|减少)[^,。;、]{0,6}\d")


@dataclass(frozen=True, slots=True)
class _Line:
    """The visible characters of a line at `[start, end)`, and the blanks before them in columns."""

    start: int
    end: int
    indent: int
    text: str
    prose: bool
    begins: bool  # an item, a label, a row
    open: bool  # the sentence may go on in the next line


def _line(start: int, indent: int, text: str) -> _Line:
    prose = not _is_row(text) and not _DATED.search(text[-16:])
    begins = _OPENS.match(text) is not None
    headed = begins and text.endswith(")")  # 四、更新校车60辆(安全科)
    return _Line(start, start + len(text), indent, text, prose, begins, prose and not headed and not _closed(text))


def _closed(text: str) -> bool:
    return _CLOSED.search(text[-2:]) is not None


def _is_row(text: str) -> bool:
    if "|" in text or "\t" in text or ("  " in text and _ROW.search(text) is not None):
        return True
    if text.count(" ") > 2 and _HEADS.fullmatch(text):
        return True
    return text[-1:] in "0123456789%" and " " in text and _FIELDS.search(text, max(0, len(text) - _LONGEST)) is not None


_LONGEST = 60  # characters at the end of a row in which its last figures stand


def hard_breaks(text: str) -> Iterator[Interval]:
    """The blanks around each such break, to be cut out; `text` is folded."""
    lines = list(_lines(text))
    if not any(line.open for line in lines):
        return
    joined = _indented(lines) | _wrapped(lines) | _inside_figures(lines) | _torn(lines) | _goal_apart(lines)
    for index in sorted(joined):
        yield lines[index].end, lines[index + 1].start


def _lines(text: str) -> Iterator[_Line]:
    position = 0
    for raw in text.split("\n"):
        visible = raw.strip()
        if visible:
            lead = len(raw) - len(raw.lstrip())
            yield _line(position + lead, lead * 2 if raw[:lead].isspace() else 0, visible)
        else:
            yield _line(position, 0, "")
        position += len(raw) + 1


def _indented(lines: list[_Line]) -> set[int]:
    """Lines without an indent that follow the open line of an indented paragraph, up to its full stop."""
    joined: set[int] = set()
    for first, line in enumerate(lines):
        if not (line.indent and line.text) or not line.open:
            continue
        run = []
        for index in range(first, min(first + _LONGEST_RUN, len(lines) - 1)):
            following = lines[index + 1]
            if not following.text or following.indent or not following.prose or following.begins:
                break
            run.append(index)
            if not following.open:
                if _same_width([*(lines[i] for i in run)], following):
                    joined.update(run)
                break
    return joined


def _same_width(broken: list[_Line], last: _Line) -> bool:
    """Whether the lines can have been broken at one margin; a heading above its long paragraph was not."""
    narrow = min(len(line.text) + line.indent // 2 for line in broken)
    return narrow >= _NARROWEST and max(len(line.text) for line in [*broken, last]) * 6 <= narrow * 10


def _wrapped(lines: list[_Line]) -> set[int]:
    """A text whose lines are about as wide and mostly end inside a sentence was wrapped by its carrier."""
    full = [line for line in lines if line.text]
    broken = [line for line in full if line.open]
    if (
        len(full) < 6
        or len(broken) * 2 < len(full)
        or sum(line.begins for line in broken) * 2 > len(broken)  # headings of short items, each above its story
        or sum(_PROSE.search(x.text) is not None for x in full) * 2 < len(full)
        or _in_fields(full)
    ):
        return set()
    wide = median(len(line.text) + line.indent // 2 for line in broken)
    if wide < 10 or not (_alike([len(line.text) + line.indent // 2 for line in broken]) or _set_alike(broken)):
        return set()
    return {
        index
        for index, (line, following) in enumerate(pairwise(lines))
        if line.open and following.text and not _begins(line, following) and following.prose and not following.indent
        if len(line.text) + line.indent // 2 >= wide * 0.75 and len(following.text) <= wide * 1.3
    }


def _alike(widths: list[float] | list[int]) -> bool:
    """Whether seven of ten lines are about as wide as the one in the middle."""
    wide = median(widths)
    return sum(abs(width - wide) <= max(3, wide * 0.15) for width in widths) * 10 >= len(widths) * 7


def _set_alike(lines: list[_Line]) -> bool:
    """Whether the lines look as wide on paper, where a digit, a Latin letter and a blank take half a place."""
    return _alike([len(line.text) - len(_HALF.findall(line.text)) / 2 + line.indent / 2 for line in lines])


_HALF = re.compile(r"[ A-Za-z\d.%/+-]")


def _begins(line: _Line, following: _Line) -> bool:
    """Whether the next line begins an item; (全省排名并列第⏎62),同比 closes a bracket."""
    inside = line.text.count("(") > line.text.count(")") and _CLOSES.match(following.text) is not None
    return following.begins and not inside


_CLOSES = sought(r"\d{1,3}\s?\)")
_FIELD = sought(r"(?<=[;,。])\s?[\d\u4e00-\u9fff-]{2,12}:")


def _in_fields(lines: list[_Line]) -> bool:
    """Whether most lines hold the same labels, as 年度目标:…;完成率:… below each other do: each is a record."""
    labels = Counter(label for line in lines for label in set(_FIELD.findall(line.text)))
    return sum(many * 2 > len(lines) for many in labels.values()) >= _FEWEST_LABELS


_FEWEST_LABELS = 2  # that tell a record from prose


def _inside_figures(lines: list[_Line]) -> set[int]:
    """完成14⏎8.6亿元,同比: digits on both sides, and both lines are prose."""
    return {
        index
        for index, (line, following) in enumerate(pairwise(lines))
        if line.open
        and following.prose
        and not following.begins
        and _FIGURE_END.search(line.text)
        and _FIGURE_START.match(following.text)
        and len(line.text) >= 8
        and _PROSE.search(line.text)
        and _PROSE.search(following.text)
        and not _in_turn(line.text, following.text)
    }


def _in_turn(line: str, following: str) -> bool:
    """Whether the two are numbered rows: 1 供水 ... 7351816⏎2 供热 ..."""
    first, second = _NUMBERED.match(line), _NUMBERED.match(following)
    return first is not None and second is not None and int(second[1]) == int(first[1]) + 1


_GOAL = sought(r"\([^()\d]{0,8}(?:目标|任务|计划|控制)[^()]{0,12}\d[^()]{0,16}\)[。;,]?$")
_FIGURE = sought(r"\d[^\d,。;:()]{0,6}$")


def _goal_apart(lines: list[_Line]) -> set[int]:
    """其中税收占比62.8%⏎(目标60%)。 A line that is nothing but the goal in brackets of the figure before it."""
    return {
        index
        for index, (line, following) in enumerate(pairwise(lines))
        if line.open and following.text[:1] == "(" and _FIGURE.search(line.text) and _GOAL.match(following.text)
    }


def _torn(lines: list[_Line]) -> set[int]:
    """元⏎,完成目标的63%; (目⏎标15%): a line that opens with a closing mark, or inside brackets, goes on from the last.

    Where several do, the carrier broke lines anywhere: every open line of some length goes on.
    """
    pairs = [
        (index, line, following)
        for index, (line, following) in enumerate(pairwise(lines))
        if line.open and following.text and following.prose and not _begins(line, following)
    ]
    certain = {i for i, line, following in pairs if _goes_on(line, following)}
    if len(certain) < 3 or len(pairs) * 2 < sum(1 for line in lines if line.text):
        return certain
    return certain | {i for i, line, following in pairs if len(line.text) >= 12 and _is_text(line, following)}


def _goes_on(line: _Line, following: _Line) -> bool:
    if _UNIT_CUT.search(line.text) and _UNIT_REST.match(following.text) and _PROSE.search(line.text):
        return True
    if len(following.text) < 3 or not (_PROSE.search(line.text) or len(line.text) >= 12):
        return False  # a cell of a table
    if _UNIT_END.search(line.text) and _UNIT_GOES_ON.match(following.text):
        return True  # 3.2个百分⏎点, 8.6亿⏎元
    if _OF_LIST.match(following.text) and "、" in line.text:
        return True  # 甲、乙年度目标⏎分别为3家、5家
    return following.text[0] in ",。;、)" or (line.text.count("(") > line.text.count(")") and ")" in following.text)


def _is_text(line: _Line, following: _Line) -> bool:
    return _PROSE.search(line.text) is not None and _PROSE.search(following.text) is not None
