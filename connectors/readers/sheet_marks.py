"""What calamine does not tell of a workbook: each cell's number format, and how far a sheet reaches.

A sheet is a dense block in calamine's memory: one cell in the last corner of an empty one makes 17 thousand million.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from connectors.readers.cell_formats import BUILT_IN, GENERAL

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
# records of a BIFF8 stream
_EOF, _PASSWORD, _SHEET, _FORMAT, _XF = 0x000A, 0x002F, 0x0085, 0x041E, 0x00E0
_CELLS = {0x0203, 0x027E, 0x0006, 0x00FD, 0x0201, 0x0205, 0x0204}
_MANY_NUMBERS, _MANY_BLANKS = 0x00BD, 0x00BE


@dataclass(slots=True)
class Marks:
    """Of one sheet: (row, column) -> format of its cells, and the last row and column, all counted from 0."""

    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    rows: int = 0
    columns: int = 0

    def add(self, row: int, column: int, form: str) -> None:
        self.rows, self.columns = max(self.rows, row + 1), max(self.columns, column + 1)
        if form != GENERAL:
            self.formats[row, column] = form


def xlsx_marks(content: bytes) -> dict[str, Marks]:
    """Name of each sheet -> its marks. The zip was checked before."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name.lstrip("/").lower(): name for name in archive.namelist()}

        def root(part: str) -> etree._Element | None:
            name = parts.get(part.lower())
            parser = etree.XMLParser(resolve_entities=False, huge_tree=True)
            return etree.fromstring(archive.read(name), parser) if name else None

        book, links = root("xl/workbook.xml"), root("xl/_rels/workbook.xml.rels")
        if book is None or links is None:
            return {}
        targets = {str(link.get("Id")): _part(link.get("Target") or "") for link in links}
        forms = _xlsx_formats(root("xl/styles.xml"))
        found: dict[str, Marks] = {}
        for sheet in (element for element in book.iter() if _local(element.tag) == "sheet"):
            link = next((value for key, value in sheet.items() if _local(key) == "id"), None)
            name = parts.get(targets.get(str(link), "").lower())
            if name:
                with archive.open(name) as stream:
                    found[sheet.get("name") or ""] = _xlsx_cells(etree.iterparse(stream, huge_tree=True), forms)
        return found


def _part(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def _xlsx_formats(styles: object) -> list[str]:
    """The format of each cell style, by its number."""
    if styles is None:
        return []
    written, forms = dict(BUILT_IN), []
    for element in styles.iter():  # type: ignore[attr-defined]
        if _local(element.tag) == "numFmt" and (element.get("numFmtId") or "").isdigit():
            written[int(element.get("numFmtId"))] = element.get("formatCode") or GENERAL
        elif _local(element.tag) == "cellXfs":
            numbers = [xf.get("numFmtId") or "" for xf in element]
            forms = [written.get(int(number), GENERAL) if number.isdigit() else GENERAL for number in numbers]
    return forms


def _xlsx_cells(events: object, forms: list[str]) -> Marks:
    marks, row, column = Marks(), -1, -1
    for _, element in events:  # type: ignore[attr-defined]
        tag = _local(element.tag)
        if tag == "c":
            place = _REFERENCE.fullmatch(element.get("r") or "")
            row, column = (int(place[2]) - 1, _column(place[1])) if place else (max(row, 0), column + 1)
            style = element.get("s") or ""
            known = style.isdigit() and int(style) < len(forms)
            marks.add(row, column, forms[int(style)] if known else GENERAL)
        elif tag == "row":
            number = element.get("r") or ""
            row, column = (int(number) if number.isdigit() else row + 1), -1
            element.clear()
    return marks


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def address(row: int, column: int) -> str:
    """The cell's name as the program shows it: C7."""
    letters, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def xls_marks(content: bytes) -> dict[str, Marks]:
    """Name of each sheet -> its marks; nothing where the file is of before 1997."""
    stream = _workbook(content)
    written, forms, sheets = dict(BUILT_IN), [], []
    for _, record, body in _records(stream, 0):
        if record == _FORMAT and len(body) > 5:
            written[struct.unpack_from("<H", body)[0]] = _string(body[2:], wide_length=True)
        elif record == _XF and len(body) >= 4:
            forms.append(struct.unpack_from("<H", body, 2)[0])
        elif record == _SHEET and len(body) > 8:
            sheets.append((struct.unpack_from("<I", body)[0], _string(body[6:], wide_length=False)))
    by_style = [written.get(number, GENERAL) for number in forms]
    return {title: _xls_cells(stream, at, by_style) for at, title in sheets}


def asks_for_password(content: bytes) -> bool:
    """Whether an xls is encrypted; False where that cannot be told."""
    try:
        return any(record == _PASSWORD for _, record, _ in _records(_workbook(content), 0))
    except Exception:  # whatever a damaged file does to olefile
        return False


def _workbook(content: bytes) -> bytes:
    """The stream that holds the workbook; empty where the file is of before 1997."""
    import olefile

    with olefile.OleFileIO(io.BytesIO(content)) as file:
        name = next((entry for entry in file.listdir() if entry[-1].lower() == "workbook"), None)
        return bytes(file.openstream(name).read()) if name else b""


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, bytes]]:
    """(place, record, body) up to the end of the part that begins there."""
    while at + 4 <= len(stream):
        record, size = struct.unpack_from("<HH", stream, at)
        yield at, record, stream[at + 4 : at + 4 + size]
        if record == _EOF:
            return
        at += 4 + size


def _xls_cells(stream: bytes, at: int, forms: list[str]) -> Marks:
    marks = Marks()
    for _, record, body in _records(stream, at):
        if record in _CELLS and len(body) >= 6:
            row, column, style = struct.unpack_from("<HHH", body)
            marks.add(row, column, forms[style] if style < len(forms) else GENERAL)
        elif record in (_MANY_NUMBERS, _MANY_BLANKS) and len(body) >= 6:
            row, column = struct.unpack_from("<HH", body)
            width = 6 if record == _MANY_NUMBERS else 2
            for number, place in enumerate(range(4, len(body) - 2 - width + 1, width)):
                style = struct.unpack_from("<H", body, place)[0]
                marks.add(row, column + number, forms[style] if style < len(forms) else GENERAL)
    return marks


def _string(body: bytes, *, wide_length: bool) -> str:
    """A string of BIFF8: length, a flag for two bytes a character, the characters."""
    size, at = (struct.unpack_from("<H", body)[0], 2) if wide_length else (body[0], 1)
    is_wide, at = bool(body[at] & 1), at + 1
    return body[at : at + size * (2 if is_wide else 1)].decode("utf-16-le" if is_wide else "latin-1", "replace")


def marks_of(kind: str, content: bytes) -> Mapping[str, Marks]:
    """The marks of a workbook; nothing where its inside cannot be followed, which is for calamine to say."""
    try:
        return xls_marks(content) if kind == "xls" else xlsx_marks(content)
    except Exception:  # whatever a damaged file does to the parsers
        return {}
