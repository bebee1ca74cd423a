"""`duban targets`: a curated file into the register, and the register as it stands beside what reports say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from connectors.source import load_sources
from flows.keeping import writer
from flows.problems import Problem
from flows.publishing import mark, publish_copy
from flows.reviewing import reviewer
from flows.settings import Settings
from flows.targets import follow_entries
from flows.targets_file import HEADINGS, Row, read_targets
from flows.targets_rows import Place, RowError, Usual, entry_of
from warehouse import register
from warehouse.register import Entry


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file gave: its rows, those that said something new, and a line for each that was refused."""

    rows: int
    new: int
    refused: tuple[Problem, ...]


def import_targets(settings: Settings, path: Path, usual: Usual) -> Imported:
    """Put the good rows of a file into the register, and judge anew what they change. Raises MisuseError."""
    file = read_targets(path)
    who = reviewer(settings)
    with writer(settings) as con:
        places = _places(settings, con)
        entries, refused = _entries(path, file.rows, file.name, places, usual)
        new = register.add(con, entries, who, datetime.now(UTC))
        if new:
            mark(settings)
            follow_entries(con, entries)
    if new:
        publish_copy(settings)
    return Imported(len(file.rows), new, tuple(refused))


def _entries(
    path: Path, rows: Sequence[Row], name: str, places: Sequence[Place], usual: Usual
) -> tuple[list[Entry], list[Problem]]:
    """The good rows as entries; of two rows on one promise the later is refused."""
    entries: dict[str, Entry] = {}
    refused = []
    for row in rows:
        try:
            entry = entry_of(row, name, places, usual)
            if (first := entries.setdefault(entry.key, entry)) is not entry:
                raise RowError("name", f"{entry.name} stands already in row {first.row_no}; leave one of them out")
        except RowError as error:
            column = row.headings.get(error.column, HEADINGS[error.column][0])
            refused.append(Problem(str(path), f"{path}: row {row.number}, column {column}: {error}"))
    return list(entries.values()), refused


def _places(settings: Settings, con: duckdb.DuckDBPyConnection) -> list[Place]:
    """Every source that is watched, or was."""
    found = con.execute("select source_id, bureau, region from core.v_source").fetchall()
    known = {row[0]: Place(*row) for row in found}
    for source in load_sources(settings.sources)[0]:
        known.setdefault(source.id, Place(source.id, source.bureau, source.region))
    return [known[name] for name in sorted(known)]
