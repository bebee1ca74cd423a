"""An answer to SQL as it was asked for: a table, CSV, JSON, Parquet or XLSX, on the screen or in a file."""

from __future__ import annotations

import csv
import io
import sys
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from shutil import get_terminal_size
from typing import Any, Literal, get_args

from flows.jsonout import dumps
from flows.problems import MisuseError
from flows.show import listing, width
from flows.visible import visible
from flows.whole_file import whole_file
from warehouse.parquet import write_parquet
from warehouse.query import Answer

Format = Literal["table", "csv", "json", "parquet", "xlsx"]
_BINARY = ("parquet", "xlsx")
_NARROWEST = 12


def chosen(form: Format | None, out: Path | None) -> Format:
    """The form: as asked, else by the file's name, else a table on a terminal and CSV in a pipe.

    Raises MisuseError for a form that no screen shows, and for a file whose name tells no form.
    """
    if form is None and out is not None:
        form = next((one for one in get_args(Format) if out.suffix == f".{one}"), None)
        if form is None:
            raise MisuseError(f"{out}: say --format, or name it .csv, .json, .parquet or .xlsx")
    form = form or ("table" if sys.stdout.isatty() else "csv")
    if out is None and form in _BINARY:
        raise MisuseError(f"{form} goes into a file; name it with --out answer.{form}")
    return form


def write(answer: Answer, form: Format, out: Path | None) -> None:
    """The answer on standard output, or whole in a file."""
    if form == "table" and out is None:
        _tall(answer) if sys.stdout.isatty() and is_wide(answer, get_terminal_size().columns) else _grid(answer)
    elif form not in _BINARY:
        text = {"csv": csv_of, "json": json_of, "table": table_of}[form](answer)
        sys.stdout.write(text) if out is None else _save(out, text)
    elif out is not None:
        with whole_file(out) as unfinished:
            if form == "parquet":
                write_parquet(unfinished, answer.columns, answer.types, answer.rows)
            else:
                from flows.spreadsheet import write_xlsx

                write_xlsx(unfinished, answer.columns, answer.rows)


def csv_of(answer: Answer) -> str:
    """CSV with a header; what is NULL is empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(map(visible, answer.columns))
    writer.writerows([None if cell is None else visible(_shown(cell)) for cell in row] for row in answer.rows)
    return text.getvalue()


def json_of(answer: Answer) -> str:
    """A JSON array, one object in a line for each row; of columns of one name the later ones get a number."""
    names = _distinct(answer.columns)
    lines = (dumps({name: plain(cell) for name, cell in zip(names, row, strict=True)}) for row in answer.rows)
    return "[" + ",\n ".join(lines) + "]\n"


def table_of(answer: Answer) -> str:
    """The grid as text."""
    from contextlib import redirect_stdout

    with redirect_stdout(text := io.StringIO()):
        _grid(answer)
    return text.getvalue()


def is_wide(answer: Answer, columns: int) -> bool:
    """Whether no table of so many columns of a terminal shows it: each needs its name, or twelve columns of a cell."""
    cells = zip(*answer.rows, strict=True) if answer.rows else ([] for _ in answer.columns)
    needed = (
        max([width(name), *(min(width(_shown(cell)), _NARROWEST) for cell in column)])
        for name, column in zip(answer.columns, cells, strict=True)
    )
    return sum(needed) + 2 * len(answer.columns) > columns


def _grid(answer: Answer) -> None:
    listing(answer.columns, [[_shown(cell) for cell in row] for row in answer.rows])


def _tall(answer: Answer) -> None:
    """One column in a line, row after row."""
    longest = max(map(width, answer.columns))
    for number, row in enumerate(answer.rows, start=1):
        print(f"-- {number} --")
        for name, cell in zip(answer.columns, row, strict=True):
            print(visible(f"{name}{' ' * (longest - width(name))}  {' '.join(_shown(cell).split())}"))


def plain(cell: Any) -> Any:
    """A cell as JSON has it: numbers stay numbers, but for those it does not know."""
    if cell is None or isinstance(cell, bool | int | str):
        return cell
    if isinstance(cell, Decimal | float):
        return cell if cell == cell and abs(cell) != float("inf") else None
    if isinstance(cell, datetime):
        return cell.isoformat()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, dict):
        return {str(key): plain(item) for key, item in cell.items()}
    if isinstance(cell, list | tuple):
        return [plain(item) for item in cell]
    return str(cell)


def _shown(cell: Any) -> str:
    """A Decimal without an exponent: 0.000000000, not 0E-9."""
    if isinstance(cell, Decimal):
        return format(cell, "f")
    return "" if cell is None else str(cell)


def _distinct(names: list[str]) -> list[str]:
    """Of names that are there twice the second gets a number."""
    before = [names[:number].count(name) for number, name in enumerate(names)]
    return [f"{name}_{times + 1}" if times else name for name, times in zip(names, before, strict=True)]


def _save(out: Path, text: str) -> None:
    with whole_file(out) as unfinished:
        unfinished.write_text(text, encoding="utf-8")
