"""`duban targets`: the register of what was promised outside the reports. As quick to import as the rest."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cyclopts import App

from flows.cli_common import Flag, in_force

if TYPE_CHECKING:
    pass

targets_app = App(name="targets", help="The year's targets from breakdown documents and curated files.")


@targets_app.command(name="import")
def import_file(file: Path, /, *, year: int | None = None, source: str | None = None, region: str | None = None) -> int:
    """Put the targets of a file (csv, xlsx) into the register; the same file twice adds nothing.

    Parameters
    ----------
    file
        With a row of headings, Chinese or English; docs/targets.md names them.
    year
        Of rows that have none.
    source
        Whose targets rows are that name neither a source nor a bureau.
    region
        Of bureaus that rows name without one.
    """
    from flows.targets_import import import_targets
    from flows.targets_rows import Usual
    from flows.watched import complain

    done = import_targets(in_force(), file, Usual(year, source, region))
    good = done.rows - len(done.refused)
    print(f"{done.rows} rows read: {done.new} new, {good - done.new} known already, {len(done.refused)} refused")
    return complain(done.refused)


@targets_app.command(name="list")
def list_register(*, source: str | None = None, year: int | None = None, json: Flag = False) -> int:
    """List the register: each promise with the indicator that answers it and the target that it is judged by.

    Parameters
    ----------
    source
        Only what this source promises, or answers.
    year
        Only of this year.
    json
        Print one JSON list with every column.
    """
    from flows.targets_list import register_rows, show_register

    show_register(register_rows(in_force(), source, year), as_json=json)
    return 0
