"""A curated file of targets (csv, xlsx): its rows by Chinese or English headings, and a line for each that is wrong."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from connectors.errors import UnreadableDocument
from connectors.readers import read
from extraction.document import Document, Table
from extraction.words.folding import fold
from flows.problems import MisuseError

# the headings of each column, in both languages; the first is how it is called in a complaint
HEADINGS: dict[str, tuple[str, ...]] = {
    "year": ("年度", "年份", "年", "year"),
    "source": ("来源", "来源编号", "source", "source_id"),
    "region": ("地区", "区域", "region"),
    "lead": ("牵头单位", "责任单位", "牵头部门", "责任部门", "主办单位", "部门", "lead", "bureau", "department"),
    "co_units": ("配合单位", "协办单位", "配合部门", "co_units", "co-units", "supporting"),
    "clauses": ("条款", "条款号", "条目", "clause", "clauses"),
    "task": ("任务", "任务名称", "重点任务", "task"),
    "name": ("指标", "指标名称", "目标任务", "name", "indicator"),
    "target": ("年度目标", "目标", "目标值", "全年目标", "计划数", "任务数", "target", "annual target"),
    "unit": ("单位", "计量单位", "unit"),
    "kind": ("类型", "指标类型", "kind"),
    "tier": ("档次", "tier"),
    "owner": ("责任地区", "owner"),
    "due": ("完成时限", "完成期限", "期限", "完成时间", "时限", "due", "deadline"),
    "baseline": ("基数", "基期", "上年数", "baseline"),
    "node_q1": ("一季度", "一季度节点", "一季度目标", "q1"),
    "node_h1": ("上半年", "上半年节点", "上半年目标", "二季度", "h1", "q2"),
    "node_q3": ("前三季度", "前三季度节点", "前三季度目标", "三季度", "q3"),
    "note": ("依据", "出处", "备注", "说明", "note", "evidence"),
    "serial": ("序号", "no", "#"),
}  # fmt: skip
_COLUMN_OF = {word: column for column, words in HEADINGS.items() for word in words}
_UNIT = re.compile(r"[(（]\s*(?:单位[:：])?\s*([^()（）]{1,8})\s*[)）]\s*$")
_ADDRESS = re.compile(r"([A-Z]{1,3})(\d+)$")
_HEADED_WITHIN = 10  # rows
_REQUIRED = ("name", "target")
MAX_BYTES = 50 * 2**20


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file: its number in it (from 1), and the words under each known heading.

    `headings` are these as the file writes them; `units` are told by headings (年度目标（亿元）).
    """

    number: int
    words: Mapping[str, str]
    headings: Mapping[str, str]
    units: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.words.get(column, "")


@dataclass(frozen=True, slots=True)
class TargetsFile:
    """A file's rows; `name` is its name with the beginning of its SHA-256."""

    name: str
    rows: tuple[Row, ...]


def read_targets(path: Path) -> TargetsFile:
    """The rows of a csv or xlsx file. Raises MisuseError, which names the file and says what to do."""
    content = _content(path)
    sheets = [_csv_rows(content, path)] if path.suffix.lower() in (".csv", ".tsv", ".txt") else _sheets(content, path)
    found = [list(_laid(sheet)) for sheet in sheets]
    rows = next((rows for rows in found if rows), None)
    if rows is None:
        wanted = "、".join(HEADINGS[column][0] for column in _REQUIRED)
        raise MisuseError(
            f"{path}: no row of headings was found; name the columns, at least {wanted} (docs/targets.md)"
        )
    return TargetsFile(f"{path.name} {hashlib.sha256(content).hexdigest()[:8]}", tuple(rows))


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise MisuseError(f"{path}: there is no such file; see that the path is right")
    if path.stat().st_size > MAX_BYTES:
        raise MisuseError(f"{path}: larger than {MAX_BYTES // 2**20} MB; a file of targets is smaller, see what it is")
    return path.read_bytes()


def _csv_rows(content: bytes, path: Path) -> list[tuple[int, list[str]]]:
    """Rows with their line numbers; UTF-8 (with or without a BOM), or GB 18030 as Excel writes it in China."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise MisuseError(f"{path}: is neither UTF-8 nor GB 18030 text; save it anew as UTF-8 CSV or as xlsx")
    dialect = "excel-tab" if "\t" in text.partition("\n")[0] else "excel"
    reader = csv.reader(io.StringIO(text, newline=""), dialect)
    rows, number = [], 1
    try:
        for cells in reader:
            rows.append((number, cells))
            number = reader.line_num + 1
    except csv.Error as error:
        raise MisuseError(f"{path}: line {reader.line_num}: {error}; save it anew as CSV or as xlsx") from error
    return rows


def _sheets(content: bytes, path: Path) -> list[list[tuple[int, list[str]]]]:
    try:
        document = read(content, "", path.absolute().as_uri())
    except UnreadableDocument as error:
        raise MisuseError(
            f"{path}: cannot be read as a workbook: {error.reason}; save it anew as xlsx or csv"
        ) from error
    return [_sheet(document, table) for table in document.tables]


def _sheet(document: Document, table: Table) -> list[tuple[int, list[str]]]:
    """Rows with their numbers in the sheet; every cell as it is shown (8%, not 0.08)."""
    rows: dict[int, dict[int, str]] = {}
    numbers: dict[int, int] = {}
    places = {place.start: place.words for place in document.places}
    for cell in table.cells:
        rows.setdefault(cell.row, {})[cell.column] = " ".join(document.text[cell.start : cell.end].split())
        if address := _ADDRESS.search(places.get(cell.start, "")):
            numbers.setdefault(cell.row, int(address[2]))
    width = max((cell.column for cell in table.cells), default=-1) + 1
    return [(numbers.get(row, row + 1), [cells.get(at, "") for at in range(width)]) for row, cells in rows.items()]


def _laid(rows: Sequence[tuple[int, list[str]]]) -> Iterator[Row]:
    """The rows below the row of headings, without the empty ones."""
    for index, (_, cells) in enumerate(rows[:_HEADED_WITHIN]):
        columns = {at: column for at, cell in enumerate(cells) if (column := _column(cell))}
        if set(_REQUIRED) <= set(columns.values()):
            headings = {column: cells[at].strip() for at, column in columns.items()}
            units = {column: found[1] for column, head in headings.items() if (found := _UNIT.search(head))}
            for number, row in rows[index + 1 :]:
                words = {columns[at]: cell.strip() for at, cell in enumerate(row) if at in columns and cell.strip()}
                if words:
                    yield Row(number, words, headings, units)
            return


def _column(cell: str) -> str | None:
    return _COLUMN_OF.get(_UNIT.sub("", fold(cell)).strip().lower())
