"""`duban sql`: a question to the published copy, or a shell for many of them. As quick to import as the rest."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from flows.cli_common import Flag, in_force, warn

if TYPE_CHECKING:
    from flows.settings import Settings
    from flows.sql_output import Format


def sql(
    query: Annotated[str | None, Parameter(allow_leading_hyphen=True)] = None,
    /,
    *,
    file: Annotated[Path | None, Parameter(allow_leading_hyphen=True)] = None,
    format: Literal["table", "csv", "json", "parquet", "xlsx"] | None = None,
    out: Path | None = None,
    allow_external: Flag = False,
) -> int:
    """Ask the published copy in SQL; it never waits for a run and never stops one. Without a query: a shell.

    Parameters
    ----------
    query
        For example: "select bureau, name, gap_pp from mart.lagging"; - reads it from standard input.
    file
        Read the query from this file; - is standard input.
    format
        How the answer is written; a table on a terminal and CSV in a pipe, when left out, or as --out is named.
    out
        Write the answer to this file instead of printing it.
    allow_external
        Let the query read files and the network (read_csv, read_parquet ...), and write files of its own by COPY.
    """

    settings = in_force()
    words = _words(query, file)
    if words is None:
        return _shell(settings, format, out, allow_external)
    from flows.published import ask
    from flows.sql_output import chosen, write

    form = chosen(format, out)
    answer = ask(settings, words, allow_external=allow_external)
    warn(settings)
    write(answer, form, out)
    if out is not None:
        print(f"{len(answer.rows)} row{'' if len(answer.rows) == 1 else 's'} in {out}")
    return 0


def _words(query: str | None, file: Path | None) -> str | None:
    """What is asked; None where a person is to be asked for it."""
    from flows.problems import MisuseError

    if query is not None and file is not None:
        raise MisuseError("give the query or --file, not both")
    asked = query if file is None else str(file)
    if asked == "-" or (asked is None and not sys.stdin.isatty()):
        return sys.stdin.read()
    return query if file is None else file.read_text(encoding="utf-8-sig")


def _shell(settings: Settings, form: Format | None, out: Path | None, allow_external: bool) -> int:
    from flows.problems import MisuseError
    from flows.sql_output import chosen
    from flows.sql_shell import run_shell

    if out is not None:
        raise MisuseError('nothing is asked; --out takes one answer: duban sql --out answer.csv "from mart.lagging"')
    warn(settings)
    return run_shell(settings, chosen(form or "table", None), allow_external=allow_external)
