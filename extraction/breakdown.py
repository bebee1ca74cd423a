"""The breakdown document (责任分解方案): recognised by its title or its columns, and read as promises, not as a report.

Its rows (or its lines with 牵头单位 behind them) say what is promised, who leads it, who helps and until when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extraction.document import Cell, Document, Table
from extraction.pledges import NO_NODES, deadline, nodes_of, promises_of, quarter_of, without_nodes
from extraction.records import Indicator, Pledge, Report
from extraction.sought import sought
from extraction.words.folding import fold
from extraction.words.offices import offices

Column = Literal["task", "target", "unit", "lead", "co", "due", "clause", "node"]

_TITLE = sought(r"(?:责任|任务|目标|工作)分解|分解(?:方案|表|落实)|(?:责任|任务)清单|任务分工|责任分工")
_TELLS = sought(r"进展|完成情况|落实情况|推进情况|执行情况|通报|总结|进度(?!安排|要求)|序时")
_PROGRESS = sought(r"进展|完成情况|实绩|实际|完成率|已完成|推进情况|落实情况|累计|\d月(?!底|前|末)")
# the first that fits the heading decides
_COLUMNS: tuple[tuple[Column, re.Pattern[str]], ...] = (
    ("co", sought(r"配合|协办|协同|参与|参加|协助")),
    ("lead", sought(r"牵头(?!.{0,2}领导)|责任(?:单位|部门)|主办|承办|主责|落实(?:单位|部门)|实施(?:单位|主体)")),
    ("due", sought(r"时限|期限|完成时间|完成日期|时间要求|时间节点|完成时点")),
    ("node", sought(r"[一二三1-3]季度|上半年|1-[369]月")),
    ("clause", sought(r"条款|条目|条号|报告条")),
    ("unit", sought(r"^(?:计量)?单位$")),
    ("target", sought(r"目标值|目标数|年度目标$|全年目标$|计划数|任务数|指标值|^目标$|^任务量$")),
    ("task", sought(r"任务|工作内容|目标|指标|事项|项目|内容|举措|措施")),
)  # fmt: skip
_HEADED_WITHIN = 5  # rows
_CLAUSE = re.compile(r"\d{1,3}")
_ROLE = sought(
    r"[(（]?\s*(?P<role>牵头(?:单位|部门)?|责任(?:单位|部门)|主办(?:单位)?|承办(?:单位)?|配合(?:单位|部门)?|协办(?:单位)?"
    r"|参与(?:单位|部门)?|完成(?:时限|时间|期限)|时限(?:要求)?)\s*[:：]\s*(?P<words>[^:：；;。()（）\n]*)[；;。)）]?"
)
_CLAUSES = sought(r"第\s?(\d{1,3})\s?条")
_LABEL = sought(
    r"^\s*(?:\d{1,3}[.．、]|[(（]\d{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])\s*"
)


@dataclass(frozen=True, slots=True)
class _Who:
    """Who a row or a line is for, and until when."""

    lead: str = ""
    co_units: tuple[str, ...] = ()
    clauses: tuple[int, ...] = ()
    due: str = ""


def pledges(document: Document, report: Report) -> tuple[Pledge, ...]:
    """The promises of a breakdown document in their order; empty where the document is none, or its year is unknown."""
    title = report.title or document.metadata.get("title", "")
    if report.year is None or _TELLS.search(title):
        return ()
    tables = [(table, columns) for table in document.tables if (columns := _headed(document.text, table))]
    if not _TITLE.search(title) and not any(_is_plan(columns) for _, (_, columns) in tables):
        return ()
    found = [pledge for table, head in tables for pledge in _rows(document.text, table, head, report.year)]
    return tuple(found or _lines(document.text, report.year))


def _headed(text: str, table: Table) -> tuple[int, dict[int, tuple[Column, str]]] | None:
    """The row of the headings, and what each column is; None where tasks or leads have none, or progress is told."""
    for row in range(_HEADED_WITHIN):
        heads = {cell.column: fold(_words(text, cell)) for cell in table.cells if cell.row == row}
        columns = {at: (column, head) for at, head in heads.items() if (column := _column(head))}
        if {"task", "lead"} <= {column for column, _ in columns.values()}:
            tells = any(_PROGRESS.search(head) for at, head in heads.items() if at not in columns)
            return None if tells else (row, columns)
    return None


def _column(head: str) -> Column | None:
    bare = sought(r"\s+").sub("", head)
    return None if _PROGRESS.search(bare) else next((name for name, words in _COLUMNS if words.search(bare)), None)


def _is_plan(columns: Mapping[int, tuple[Column, str]]) -> bool:
    """Whether the columns alone say that it promises: a task, who leads it, and who helps or until when."""
    return bool({"co", "due"} & {column for column, _ in columns.values()})


def _rows(text: str, table: Table, head: tuple[int, Mapping[int, tuple[Column, str]]], year: int) -> Iterator[Pledge]:
    """The promises of a table; a cell that reaches over several rows belongs to each of them."""
    first, columns = head
    laid: dict[int, dict[int, Cell]] = {}
    for cell in table.cells:
        for row in range(max(cell.row, first + 1), cell.row + cell.row_span):
            laid.setdefault(row, {})[cell.column] = cell
    for row in sorted(laid):
        yield from _row(text, laid[row], columns, year, row)


def _row(
    text: str, cells: Mapping[int, Cell], columns: Mapping[int, tuple[Column, str]], year: int, row: int
) -> Iterator[Pledge]:
    by: dict[Column, list[tuple[Cell, str]]] = {}
    for at, (column, heading) in columns.items():
        if at in cells and _words(text, cells[at]):
            by.setdefault(column, []).append((cells[at], heading))
    tasks = [cell for cell, _ in by.get("task", [])]
    if not tasks:
        return
    leads = offices(_of(text, by, "lead"))  # the first leads
    who = _Who(
        leads[0] if leads else "",
        (*leads[1:], *offices(_of(text, by, "co"))),
        tuple(int(number) for number in _CLAUSE.findall(_of(text, by, "clause"))),
        _of(text, by, "due"),
    )
    nodes = [
        (quarter, _words(text, cell)) for cell, head in by.get("node", []) if (quarter := quarter_of(head)) is not None
    ]
    told = tasks[-1]  # a heading for several rows stands before it
    if target := by.get("target"):
        yield _measured(text, told, target[0][0], _of(text, by, "unit"), who, nodes, year)
    elif told.row == row:
        yield from _told(text, told.start, told.end, who, nodes, year)


def _measured(
    text: str, name: Cell, cell: Cell, unit: str, who: _Who, nodes: Sequence[tuple[int, str]], year: int
) -> Pledge:
    """A name in one cell, its number in another, its unit in a third."""
    written, lead = _words(text, cell), _words(text, name)
    line = lead + written + ("" if re.search(r"[^\d.,\s]$", written) else unit)
    found = next(iter(promises_of(line, year)), None)
    if found and found.target:
        start = text.find(written, cell.start)
        target = replace(found.target, text=written, start=start, end=start + len(written))
        found = replace(found, target=target)
    return _pledge(text, name.start, cell.end, lead, who, found, nodes, year)


def _told(text: str, start: int, end: int, who: _Who, nodes: Sequence[tuple[int, str]], year: int) -> Iterator[Pledge]:
    """A sentence that promises one or several things, or nothing that could be counted."""
    words, inner = without_nodes(text[start:end])
    found = promises_of(words.replace("\n", " "), year)
    for indicator in found:
        told = [*inner, *nodes] if len(found) == 1 else []
        yield _pledge(text, start, end, text[start:end], who, _moved(indicator, start, text), told, year)
    if not found:
        yield _pledge(text, start, end, text[start:end], who, None, (), year)


def _moved(indicator: Indicator, by: int, text: str) -> Indicator | None:
    """At its place in the document; None where the words there are not its own."""
    target = indicator.target
    if target is None or target.start is None or target.end is None:
        return indicator
    target = replace(target, start=target.start + by, end=target.end + by)
    return replace(indicator, target=target) if text[target.start : target.end] == target.text else None


def _pledge(
    text: str,
    start: int,
    end: int,
    task: str,
    who: _Who,
    indicator: Indicator | None,
    nodes: Sequence[tuple[int, str]],
    year: int,
) -> Pledge:
    target = indicator.target if indicator else None
    return Pledge(
        task=" ".join(_LABEL.sub("", task).split())[:200],
        start=start,
        end=end,
        lead=who.lead,
        co_units=who.co_units,
        clauses=who.clauses or tuple(int(number) for number in _CLAUSES.findall(fold(task))),
        due=deadline(who.due, year) or (indicator.due if indicator else None),
        indicator=indicator,
        nodes=nodes_of(nodes, target) if nodes else NO_NODES,
    )


def _lines(text: str, year: int) -> Iterator[Pledge]:
    """Lines that name who leads them; who leads is also told in a line of its own, behind."""
    position, waiting = 0, (0, 0)
    for line in text.splitlines(keepends=True):
        start, position = position, position + len(line)
        roles = list(_ROLE.finditer(line))
        if not roles:
            waiting = (start, start + len(line.rstrip())) if _LABEL.match(line) else (0, 0)
            continue
        said = start, start + roles[0].start()
        begin, end = said if text[said[0] : said[1]].strip() else waiting
        who = _who([(found["role"], found["words"]) for found in roles])
        if end > begin and who.lead:
            begin += len(text[begin:end]) - len(_LABEL.sub("", text[begin:end]))
            yield from _told(text, begin, begin + len(text[begin:end].rstrip()), who, (), year)


def _who(roles: Sequence[tuple[str, str]]) -> _Who:
    by: dict[str, str] = {}
    for role, words in roles:
        kind = "due" if sought(r"时").search(role) else "co" if sought(r"配合|协办|参与").search(role) else "lead"
        by[kind] = "、".join(filter(None, (by.get(kind, ""), words.strip())))
    leads = offices(by.get("lead", ""))
    return _Who(leads[0] if leads else "", (*leads[1:], *offices(by.get("co", ""))), (), by.get("due", ""))


def _of(text: str, by: Mapping[Column, list[tuple[Cell, str]]], column: Column) -> str:
    return "、".join(_words(text, cell) for cell, _ in by.get(column, []))


def _words(text: str, cell: Cell) -> str:
    return " ".join(text[cell.start : cell.end].split())
