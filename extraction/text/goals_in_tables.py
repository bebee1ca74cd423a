"""A table that only sets goals, above prose that tells of them: its rows are written as the goals of a list.

序号 | 指标名称 | 单位 | 全年目标 | 牵头单位
1 | 固定资产投资增速 | % | 13.5 | 市商务局      reads as   固定资产投资增速13.5%;

Only where the table has no column that tells, every row has one goal in figures, and what stands behind the table is
headed as an account or begins as one. What has no heading of its own gets one. Prose answers such a list by name,
as it does any section that sets goals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from extraction.numbers import units
from extraction.records import Edit, Interval
from extraction.sought import sought

_LINE = re.compile(r"[^\n]+")
_BETWEEN = re.compile(r"[|\t]")
_NAMES = sought(r"(?:主要|重点|考核|工作|具体|目标)*(?:指标|项目|任务|事项|内容)(?:名称|内容)?|名称")
_UNIT = sought(r"(?:计量|数量)?单位")
_GOAL = sought(r"(?:20\d\d年|今年|本年|全年|年度|年初|预期|计划|责任)*(?:目标|任务|计划)(?:任务|目标|指标)?[数值量]?")
_ASIDE = sought(r"序号|编号|类别|分类|备注|说明|.{0,6}(?:单位|部门|领导|责任人|联系人)|.{0,4}(?:时限|时间)")
_FIGURE = sought(
    rf"(?P<sign>[≤≥<>＜＞]=?)?(?P<number>-?\d[\d,]{{0,10}}(?:\.\d{{1,4}})?)(?P<unit>%|‰|[万亿]?(?:{units.AMOUNTS}))?"
    r"(?P<more>以上|以下|以内|左右)?"
)
_TOLD = sought(  # 二、上半年运行情况
    r"(?:\n|^)[ \t\u3000]*(?:[(]?[一二三四五六七八九十]{1,2}[)、.][ ]?)?"
    r"[^\n|,。;:\d]{0,8}(?:\d{1,2}-\d{1,2}月份?)?[^\n|,。;:\d]{0,8}"
    r"(?:运行|进展|完成|执行|落实|推进|实施)(?:的|总体|主要|具体)?情况[ \t]*(?=\n)"
)
_TELLS = sought(r"\n[ \t\u3000]*(?:截[至止]|\d{1,2}-\d{1,2}月|上半年|[前第]?[一二三1-3]季度|目前)[^\n|]{20,}")
_SET = sought(r"(?:目标|任务|指标|计划|承诺)(?:任务|目标|指标)?(?:安排|分解|设定)?(?:如下|表)?[: ]*$")
_LABEL, _ACCOUNT = "年度目标任务:", ";\n进展情况"
_ROWS = 3  # fewer make no list


def goals_in_tables(text: str) -> Iterator[Edit]:
    """The edits that write the rows of such tables as goals."""
    if "|" not in text and "\t" not in text:
        return
    rows = [line.span() for line in _LINE.finditer(text)]
    for piped, run in groupby(rows, key=lambda row: _parts(text, *row) > 1):
        if piped and (table := _table(text, list(run))):
            yield from table


def _parts(text: str, low: int, high: int) -> int:
    return text.count("|", low, high) + text.count("\t", low, high)


def _table(text: str, run: Sequence[Interval]) -> list[Edit]:
    head, *rows = (_cells(text, *line) for line in run)
    columns = _columns(text, head)
    if columns is None or len(rows) < _ROWS or any(len(row) != len(head) for row in rows):
        return []
    headed = _TOLD.search(text, run[-1][1]) is not None
    if not headed and not _TELLS.match(text, run[-1][1]):
        return []
    above = text.rfind("\n", 0, max(0, run[0][0] - 1)) + 1
    set_above = _SET.search(text, above, max(above, run[0][0] - 1)) is not None
    edits: list[Edit] = [(*run[0], "" if set_above else _LABEL)]
    for row, line in zip(rows, run[1:], strict=True):
        if (goal := _goal(text, row, columns, line)) is None:
            return []
        edits += goal
    if not headed:
        edits[-1] = (*edits[-1][:2], _ACCOUNT)
    return edits


def _columns(text: str, head: Sequence[Interval]) -> tuple[int, int | None, int] | None:
    """The columns of names, units and goals, where no other column could tell of them."""
    found: dict[str, int] = {}
    for n, (low, high) in enumerate(head):
        said = text[low:high]
        if _GOAL.fullmatch(said) and "name" in found:
            kind = "goal"
        elif _UNIT.fullmatch(said):
            kind = "unit"
        elif _NAMES.fullmatch(said):
            kind = "name"
        elif _ASIDE.fullmatch(said) or not said:
            continue
        else:
            return None
        if kind in found:
            return None
        found[kind] = n
    if "name" not in found or "goal" not in found:
        return None
    return found["name"], found.get("unit"), found["goal"]


def _goal(
    text: str, row: Sequence[Interval], columns: tuple[int, int | None, int], line: Interval
) -> list[Edit] | None:
    """The row as 名称13.5%;, or None where it sets no goal in figures."""
    name, unit, goal = row[columns[0]], row[columns[1]] if columns[1] is not None else None, row[columns[2]]
    figure = _FIGURE.fullmatch(text[goal[0] : goal[1]])
    if figure is None or name[0] == name[1] or name[1] > goal[0]:
        return None
    edits = [(line[0], name[0], "")] if line[0] < name[0] else []
    edits.append((name[1], goal[0], ""))
    end = goal[0] + figure.end("number")
    if unit is not None and not figure["unit"] and text[unit[0] : unit[1]] not in ("", "-", "/"):
        edits.append((end, end, text[unit[0] : unit[1]]))
    if goal[1] < line[1]:
        edits.append((goal[1], line[1], ";"))
    else:
        edits.append((line[1], line[1], ";"))
    return edits


def _cells(text: str, low: int, high: int) -> list[Interval]:
    """The cells of the line without the blanks around them; pipes that frame the line make none."""
    cuts = [low - 1, *(mark.start() for mark in _BETWEEN.finditer(text, low, high)), high]
    out = [_bare(text, before + 1, behind) for before, behind in pairwise(cuts)]
    framed = text[low:high].strip(" ")
    out = out[1:] if framed.startswith("|") else out
    return out[:-1] if framed.endswith("|") else out


def _bare(text: str, start: int, end: int) -> Interval:
    while start < end and text[start] == " ":
        start += 1
    while start < end and text[end - 1] == " ":
        end -= 1
    return start, end
