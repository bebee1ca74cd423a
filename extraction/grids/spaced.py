"""Rows of one line each whose fields blanks part, with headings over one, two or three lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extraction.grids.broken import Fields, begins_a_row, goes_on, is_title, made_whole, whole_headings
from extraction.grids.cells import EMPTY, FIGURE, HEADER, NUMBER, NUMBERED, Grid, GridCell, lines
from extraction.grids.columns import MEASURED, column, unit_in
from extraction.grids.fields import BLANKS, fields_of, with_marks
from extraction.grids.fitting import content, only_sizes
from extraction.grids.grouped import grouped, leading
from extraction.grids.leaves import parted, things_again, unit_places
from extraction.grids.levels_and_growths import columns_under
from extraction.grids.nameless import led_by_names, without_names
from extraction.grids.names_apart import names_whole
from extraction.records import Interval
from extraction.sought import sought

_PROSE = sought(r"[。;:|]")
_NOTE = sought(r"(?:附?注|说明|备注|填表|填报|制表|联系|咨询|审核)[^:]{0,6}:")
_TITLED = sought(r"^(?:附?表|附件)\s?\d*[:]?$|(?:统计|一览|进度|情况)表$|^各.{1,6}(?:情况|进度|进展)$")
_BLANK = re.compile(r"\s")
_WIDE = sought(r"\t+|\s{2,}")
_LONGEST_HEAD, _DEEPEST, _LONGEST_CELL = 240, 4, 120
_LONGEST_ACCOUNT, _SURELY_WIDE = 800, 4
_NO_HEAD = ("sign", "number", "amount", "percent", "empty", "story", "promise", "phone")


def spaced(text: str) -> Iterator[Grid]:
    """Every line of headings with the rows below it."""
    found = list(lines(text))
    index = 0
    while index < len(found):
        grid, stop = _below(text, found, index)
        if grid is not None:
            yield grid
        index = stop if grid is not None else index + 1


def _below(text: str, found: list[Interval], index: int) -> tuple[Grid | None, int]:
    low, high = found[index]
    if high - low > _LONGEST_HEAD or not _BLANK.search(text, low, high) or _PROSE.search(text, low, high):
        return None, index
    separator = _WIDE if len(_WIDE.findall(text[low:high].strip())) >= 2 else BLANKS
    heads: list[list[GridCell]] = []
    stop = index
    if _is_over(text, found, index, separator):
        heads, stop = [fields_of(text, found[index], separator)], index + 1
    while stop < len(found) and len(heads) < _DEEPEST:
        fields = fields_of(text, found[stop], separator)
        again = len(heads) == 1 and things_again([c.of(text) for c in fields]) > 0
        known = _is_head(text, fields, bool(heads)) or again
        if not known and (heads or not _heads_places(text, found, stop, separator)):
            break
        stop += 1
        below = len(fields_of(text, found[stop], separator)) if stop < len(found) else 0
        own = separator is not BLANKS or below in (len(fields), len(fields) + 1)  # 目标 完成 % over as many figures
        heads.append(fields if own else with_marks(text, fields))
    bare = len(heads) == 1 and without_names([c.of(text) for c in heads[0]])
    if not heads or (max(map(len, heads)) < 3 and not bare):
        return _broken(text, found, index, separator)
    wide = max(len(h) for h in heads) + bare
    names = [[c.of(text) for c in head] for head in heads]
    rows, end = _rows(text, found, stop, separator, wide, serial=names[-1][:1] == ["序号"])
    if bare and all(led_by_names([c.of(text) for c in row[0]], wide) for row in rows):
        names = [["", *names[0]]]
    headings = _headings(names, max((len(row[0]) for row in rows), default=0))
    if not rows or not headings:
        return _broken(text, found, index, separator)
    return _grid(text, low, found, rows, end, headings)


def _grid(
    text: str, low: int, found: list[Interval], rows: list[list[Fields]], end: int, headings: list[list[str]]
) -> tuple[Grid, int]:
    whole = made_whole(text, rows, headings)
    whole = [_without_glue(text, row, headings, order) for order, row in enumerate(whole)]
    columns = columns_under(headings)
    whole = [names_whole(text, row, columns) for row in whole]
    return Grid(low, found[end - 1][1], whole, ragged=True, headings=headings), end


def _broken(text: str, found: list[Interval], index: int, separator: re.Pattern[str]) -> tuple[Grid | None, int]:
    """Headings that break inside their words, where as many come out as the widest row has cells."""
    for heads, begin in whole_headings(text, found, index, lambda line: fields_of(text, line, separator)):
        rows, end = _rows(text, found, begin, separator, len(heads))
        headings = [[h] for h in heads]
        whole = made_whole(text, rows, headings)
        if len(heads) > 2 and len(rows) > 1 and max(map(len, whole)) == len(heads):
            return _grid(text, found[index][0], found, rows, end, headings)
    return None, index


def _rows(
    text: str, found: list[Interval], stop: int, separator: re.Pattern[str], wide: int, *, serial: bool = False
) -> tuple[list[list[Fields]], int]:
    """The rows from here on, each with the lines that it breaks over, and where they end.

    `serial` where the first heading says that numbers lead the rows, so that they may go on from another page.
    """
    rows: list[list[Fields]] = []
    numbered = False
    while stop < len(found):
        fields = fields_of(text, found[stop], separator)
        if not fields or (rows and _begins_another(text, found[stop], fields)):
            break
        if len(fields) < wide and separator is _WIDE and len(near := fields_of(text, found[stop], BLANKS)) == wide:
            fields = near if _parts_figures(text, fields, near) else fields  # 返乡创业(人) 1500: one blank only
        if rows and _is_apart(text, rows[-1], fields, wide):
            break
        if rows and goes_on(text, rows, fields, wide, numbered):
            rows[-1].append(fields)
        elif _is_row(text, fields, wide, longest=_longest(fields, wide, separator)):
            numbered = numbered if rows else _is_first([c.of(text) for c in fields], serial)
            rows.append([fields])
        elif _is_of_words(text, found, stop, separator, wide) or (
            numbered and begins_a_row(text, rows[-1], fields, _next_fields(text, found, stop, separator))
        ):
            rows.append([fields])
        elif not is_title(text, found[stop], fields) or not _row_follows(text, found, stop, separator, wide):
            break
        stop += 1
    return rows, stop


def _parts_figures(text: str, fields: Fields, near: Fields) -> bool:
    """Whether all blanks at which the cells are parted stand beside figures; 区城管局 各街道 is one cell."""
    ends = {c.end for c in fields}
    beside = [(a, b) for a, b in pairwise(near) if a.end not in ends]
    return all(any(FIGURE.fullmatch(c.of(text)) or EMPTY.fullmatch(c.of(text)) for c in both) for both in beside)


def _is_apart(text: str, last: list[Fields], fields: Fields, wide: int) -> bool:
    """Whether a sentence stands below an empty line, behind a row that has all of its cells."""
    if len(last) > 1 or len(last[0]) != wide or len(fields) > 1:
        return False
    return text.count("\n", last[0][-1].end, fields[0].start) > 1 and _PROSE.search(fields[0].of(text)) is not None


def _is_first(pieces: list[str], serial: bool) -> bool:
    """Whether the row is number 1, or has another number and bare figures behind it."""
    if sought(r"1(?![\d.%])|1\.(?!\d)").match(pieces[0]) is not None:
        return True
    figures = sum(NUMBER.fullmatch(p) is not None for p in pieces[1:])
    return serial and figures > 2 and sought(r"\d{1,3}").fullmatch(pieces[0]) is not None


_NOTES = sought(r"\s*(?:备|附)?注\s?:\s?(?:1[.、](?!\d)|①|\(1\))")  # of the whole table, one by one
_ANOTHER = sought(r"附[件表]\s?[\d一二三四五六七八九十]{0,2}[:]?")


def _begins_another(text: str, line: Interval, fields: Fields) -> bool:
    """附件2, or headings that number their rows: another table begins below this one; numbered notes end it too."""
    if _ANOTHER.fullmatch(text[line[0] : line[1]].strip()) or _NOTES.match(text, line[0]):
        return True
    return len(fields) > 2 and fields[0].of(text) in ("序号", "编号")


def _is_of_words(text: str, found: list[Interval], stop: int, separator: re.Pattern[str], wide: int) -> bool:
    """Whether the line has as many fields as there are headings, without a figure, and the next one is such a row."""
    fields = fields_of(text, found[stop], separator)
    if len(fields) != wide or stop + 1 >= len(found) or _PROSE.search(text, *found[stop]):
        return False
    below = fields_of(text, found[stop + 1], separator)
    return len(below) == wide and _is_row(text, below, wide) and not any(_heads(c.of(text)) for c in fields)


def _row_follows(text: str, found: list[Interval], stop: int, separator: re.Pattern[str], wide: int) -> bool:
    if stop + 1 >= len(found):
        return False
    fields = fields_of(text, found[stop + 1], separator)
    return _is_row(text, fields, wide, longest=_longest(fields, wide, separator))


def _next_fields(text: str, found: list[Interval], stop: int, separator: re.Pattern[str]) -> list[GridCell]:
    return fields_of(text, found[stop + 1], separator) if stop + 1 < len(found) else []


def _is_over(text: str, found: list[Interval], index: int, separator: re.Pattern[str]) -> bool:
    """Whether the line heads groups of the next line's columns, by whatever words."""
    if index + 1 >= len(found) or found[index + 1][1] - found[index + 1][0] > _LONGEST_HEAD:
        return False
    above = [c.of(text) for c in fields_of(text, found[index], separator)]
    leaves = [c.of(text) for c in fields_of(text, found[index + 1], separator)]
    groups = parted(leaves[leading(leaves) :], len(above))
    if any(_TITLED.search(p) for p in above) and all(column([p]).role == "other" for p in above[:1]):
        return False  # 表1 各区完成情况
    return bool(groups) and len(above) >= len(groups) and not any(_is_figure(p) for p in above)


def _is_head(text: str, fields: list[GridCell], below: bool) -> bool:
    """Whether the line heads columns: words of headings without figures, or units in brackets under such a line."""
    pieces = [c.of(text) for c in fields]
    if len(pieces) < 2 or any(_is_figure(p) for p in pieces):
        return False
    if below and all(_is_unit_line(p) for p in pieces):
        return True
    return sum(_heads(p) for p in pieces) >= max(2, len(pieces) // 2 if below else 2)


def _heads_places(text: str, found: list[Interval], index: int, separator: re.Pattern[str]) -> bool:
    """县区 改厕 危房: whether the line heads places by whatever words, with as many figures in the next two lines."""
    heads = [c.of(text) for c in fields_of(text, found[index], separator)]
    if len(heads) < 3 or column(heads[:1]).role != "owner" or any(_is_figure(p) for p in heads):
        return False
    below = [[c.of(text) for c in fields_of(text, line, separator)] for line in found[index + 1 : index + 3]]
    return len(below) == 2 and all(len(r) == len(heads) and all(_is_figure(p) for p in r[1:]) for r in below)


def _heads(piece: str) -> bool:
    """Whether the piece reads like a column's heading."""
    return HEADER.search(piece) is not None or column([piece]).role in (*MEASURED, "owner", "rank")


def _is_figure(piece: str) -> bool:
    """Whether the piece is a cell's and heads no column."""
    kind = content(piece)
    return kind in _NO_HEAD and not only_sizes(piece, kind)


def _is_unit_line(piece: str) -> bool:
    return piece.startswith("(") and bool(unit_in(piece))


def _longest(fields: list[GridCell], wide: int, separator: re.Pattern[str]) -> int:
    """How long a cell may be: an account of many sentences too, where the line has all cells with wide gaps between."""
    return _LONGEST_ACCOUNT if separator is _WIDE and len(fields) == wide >= _SURELY_WIDE else _LONGEST_CELL


def _is_row(text: str, fields: list[GridCell], wide: int, longest: int = _LONGEST_CELL) -> bool:
    pieces = [c.of(text) for c in fields]
    if len(fields) < max(2, wide // 2) or any(len(p) > longest for p in pieces) or _NOTE.match(pieces[0]):
        return False
    return any(NUMBERED.search(p) or EMPTY.fullmatch(p) for p in pieces)


def _headings(heads: list[list[str]], widest: int) -> list[list[str]] | None:
    """One list of headings per column, outermost first; None where the lines do not say which belong together."""
    units = heads.pop() if len(heads) > 1 and all(map(_is_unit_line, heads[-1])) else []
    found: list[list[str]] | None = [[h] for h in heads[-1]]
    if len(heads) == 2:
        found = grouped(heads[0], heads[1], widest)
    elif len(heads) > 2:
        found = None
    if found is None or not len(found) - 3 <= widest <= len(found) + 1:
        return None
    if len(heads) == 2 and widest == len(found) + 1 and all(column(parts).role in MEASURED for parts in found):
        found = [[""], *found]  # the rows' own heading is left out
    return _with_units(found, units)


def _with_units(found: list[list[str]], units: list[str]) -> list[list[str]] | None:
    """A line of units: one for every column that measures something, or for every column."""
    if not units:
        return found
    places = list(range(len(found))) if len(units) == len(found) else unit_places(found, units)
    if not places:
        return None
    for place, unit in zip(places, units, strict=True):
        found[place] = [*found[place][:-1], found[place][-1] + unit]
    return found


def _without_glue(text: str, row: list[GridCell], headings: list[list[str]], order: int) -> list[GridCell]:
    """1城镇新增就业, 1、城镇新增就业 -> 1, 城镇新增就业, where a serial number leads and this is its turn."""
    first, serial = row[0], str(order + 1)
    piece = first.of(text)
    if column(headings[0]).role != "serial" or not piece.startswith(serial) or len(row) >= len(headings):
        return row
    if len(piece) == len(serial) or piece[len(serial)] in "0123456789.":
        return row
    at = first.start + len(serial)
    return [GridCell(first.start, at), GridCell(at + text.startswith(("、", "."), at), first.end), *row[1:]]
