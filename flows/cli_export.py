"""`duban export`: what leaves the warehouse as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from flows.cli_common import Flag, in_force


def export(
    *,
    out: Path,
    period: str | None = None,
    format: Literal["csv", "xlsx", "parquet", "json"] | None = None,
    tree: Flag = False,
) -> int:
    """Write a period's progress to a file: csv and xlsx in the columns that offices use, parquet and json with all.

    Parameters
    ----------
    out
        The file (of parquet the folder) to write; csv, xlsx and json take the place of an older file.
    period
        2024Q1, 2024H1 (or 2024Q2), 2024Q3, 2024FY (or 2024Q4), 2024M05; the newest of each source, when left out.
    format
        csv, xlsx, parquet or json; as the file is named, when left out.
    tree
        Write the warehouse's tables as Parquet instead, with the SQL that makes the views over them in any DuckDB.
    """
    from flows.exporting import export as write
    from flows.exporting import export_tree
    from flows.problems import MisuseError

    settings = in_force()
    if tree and (period or format):
        raise MisuseError("--tree writes all periods, as Parquet; leave out --period and --format")
    print(export_tree(settings, out) if tree else write(settings, out, period, format))
    return 0
