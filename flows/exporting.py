"""`duban export`: a period's progress as offices and analysts take it away, and the warehouse as a Parquet tree."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from alerting.calendar import span_label
from flows.office import write_csv
from flows.problems import MisuseError
from flows.published import copy_of
from flows.publishing import made_at
from flows.ruling import dating
from flows.settings import Settings
from flows.sql_output import json_of
from flows.whole_file import whole_file, whole_folder
from warehouse.progress import progress
from warehouse.query import query
from warehouse.records import Progress
from warehouse.store import open_reader
from warehouse.tree import write_partitions, write_tree

Format = Literal["csv", "xlsx", "parquet", "json"]
_OF_PERIOD = "select * from mart.progress where {which} order by region collate zh, bureau collate zh, period_rank, url"


def export(settings: Settings, out: Path, period: str | None, form: Format | None) -> str:
    """Write the progress of a period (the newest of each source, where none is named); returns what was written."""
    form, copy, which = _form(form, out), copy_of(settings), _which(period)
    if form == "parquet":
        with whole_folder(out) as folder:
            count = write_partitions(copy, _OF_PERIOD.format(which=which), folder, ("year", "region"))
        return f"{count} promises in {out}"
    if form == "json":
        answer = query(copy, _OF_PERIOD.format(which=which))
        with whole_file(out) as file:
            file.write_text(json_of(answer), encoding="utf-8")
        return f"{len(answer.rows)} promises in {out}"
    rows = _rows(copy, period)
    with whole_file(out) as file:
        _write(file, form, rows, _title(period), made_at(settings) or "")
    return f"{len(rows)} promises in {out}"


def export_tree(settings: Settings, out: Path) -> str:
    """Write every table that the views read, and the SQL that makes the views over them."""
    with whole_folder(out) as folder:
        count = write_tree(copy_of(settings), folder)
    return f"{count} tables in {out}; in that folder: duckdb -init open.sql"


def _form(form: Format | None, out: Path) -> Format:
    found = form or next((one for one in get_args(Format) if out.suffix == f".{one}"), None)
    if found is None:
        raise MisuseError(f"{out}: say --format csv, xlsx, parquet or json, or name it so")
    return found


def _which(period: str | None) -> str:
    if period is None:
        return "is_newest"
    asked = dating(period, None)
    return f"year = {asked.year} and period = '{asked.period}'"


def _title(period: str | None) -> str:
    if period is None:
        return "最新一期"
    asked = dating(period, None)
    return span_label(asked.year, asked.period)


def _rows(copy: Path, period: str | None) -> list[Progress]:
    """By region and bureau in the order of pinyin, then as the reports have them."""
    with open_reader(copy) as con:
        sources = con.execute("select source_id from core.v_source order by region collate zh, bureau collate zh")
        order = {source: number for number, (source,) in enumerate(sources.fetchall())}
        asked = dating(period, None) if period else None
        rows = progress(con, year=asked.year, period=asked.period) if asked else progress(con)
    return sorted(rows, key=lambda row: order.get(row.source_id, len(order)))


def _write(file: Path, form: Format, rows: list[Progress], title: str, made: str) -> None:
    if form == "csv":
        with file.open("w", encoding="utf-8", newline="") as stream:
            write_csv(stream, rows)
        return
    from flows.export_sheet import write_sheet

    write_sheet(file, rows, title, made)
