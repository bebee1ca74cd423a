"""The fields of one line that blanks part."""

from __future__ import annotations

import re

from extraction.grids.cells import GridCell, split
from extraction.records import Interval
from extraction.sought import sought

BLANKS = sought(r"\s+")


def fields_of(text: str, line: Interval, separator: re.Pattern[str]) -> list[GridCell]:
    """The fields of a line; single characters in a row are one word: 全 市, 于 洁."""
    fields: list[GridCell] = []
    for cell in split(text, *line, separator):
        piece = cell.of(text)
        if not piece:
            continue
        alone = len(piece) == 1 and "\u4e00" <= piece <= "\u9fff"
        last = fields[-1].of(text) if fields else ""
        if alone and len(last.replace(" ", "")) == 1 and "\u4e00" <= last <= "\u9fff" and piece not in "是否个人户无空":
            fields[-1] = GridCell(fields[-1].start, cell.end)
        else:
            fields.append(cell)
    return _words_joined(text, fields)


_FOUR = sought(
    r"(?:指标|项目|任务|事项|工程|单位|工作)(?:名称|内容)|(?:责任|计量|牵头|实施|主管)单位|(?:完成|进展)情况|年度(?:计划|目标)"
)


def _words_joined(text: str, fields: list[GridCell]) -> list[GridCell]:
    """指 标 名 称: four characters with blanks between them are one heading."""
    out: list[GridCell] = []
    for cell in fields:
        pair = len(cell.of(text)) >= 3 and len(BLANKS.sub("", cell.of(text))) == 2
        if pair and out and _FOUR.fullmatch(BLANKS.sub("", text[out[-1].start : cell.end])):
            out[-1] = GridCell(out[-1].start, cell.end)
        else:
            out.append(cell)
    return out


_MARK = sought(r"±|±?[%‰]|\(±?[%‰]\)")


def with_marks(text: str, heads: list[GridCell]) -> list[GridCell]:
    """同比± % 占年计划 %: a mark of what is measured is no heading of its own."""
    out: list[GridCell] = []
    for cell in heads:
        if out and _MARK.fullmatch(cell.of(text)):
            out[-1] = GridCell(out[-1].start, cell.end)
        else:
            out.append(cell)
    return out
