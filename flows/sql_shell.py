"""The shell of `duban sql`: one statement after another on the newest published copy, with history and completion."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import duckdb
from prompt_toolkit import PromptSession
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import FileHistory, History, InMemoryHistory

from flows.problems import CommandError, explain
from flows.published import copy_of
from flows.settings import Settings
from flows.sql_output import Format, write
from flows.sql_words import words_of
from flows.visible import visible
from warehouse.errors import WarehouseError
from warehouse.query import Answer, ask
from warehouse.store import open_reader

MOST_ROWS = 500
HELP = """\
A statement ends with a semicolon; Ctrl-C stops it, Ctrl-D leaves.
  .tables          the views and tables, with what they hold
  .describe NAME   its columns: .describe mart.progress
  .help            this
  .quit            leave
Begin with: from scoreboard('2024Q3');  from mart.lagging limit 5;  from zh.滞后 limit 5;"""


class Shell:
    """What stays from one statement to the next: the copy that is open, and how answers are shown."""

    def __init__(self, settings: Settings, form: Format, *, allow_external: bool = False) -> None:
        self._settings, self._form, self._allow_external = settings, form, allow_external
        self._stack = ExitStack()
        self._open: Path | None = None
        self.con = self._newest()

    def close(self) -> None:
        """Let the copy go."""
        self._stack.close()

    def obey(self, line: str) -> bool:
        """Do what a line says; False where it says to leave. Whatever goes wrong is one line, and the shell goes on."""
        words = line.strip().rstrip(";").split()
        if not words:
            return True
        if words[0] in (".quit", ".exit", "exit", "quit"):
            return False
        try:
            self._do(line, words)
        except KeyboardInterrupt:
            print("stopped", file=sys.stderr)
        except (WarehouseError, CommandError, OSError) as error:
            print(visible(f"duban: {explain(error)}"), file=sys.stderr)
        return True

    def _do(self, line: str, words: list[str]) -> None:
        if words[0] == ".help":
            print(HELP)
        elif words[0] == ".tables":
            self._show(_TABLES)
        elif words[0] == ".describe" and len(words) == 2:
            self._show(_DESCRIBE.format(name=words[1].replace("'", "''")))
        elif words[0].startswith("."):
            print(f"duban: {visible(words[0])} is no command, or it lacks a name; '.help' lists them", file=sys.stderr)
        else:
            self._show(line)

    def _show(self, sql: str) -> None:
        answer = ask(self._newest(), sql, MOST_ROWS)
        if not answer.columns:
            return
        write(answer, self._form, None)
        print(_told(answer), file=sys.stderr)

    def _newest(self) -> duckdb.DuckDBPyConnection:
        """A connection to the newest copy: a run that ended meanwhile has published one."""
        path = copy_of(self._settings).resolve()
        if path != self._open:
            if self._open is not None:
                print("(a newer copy was published: this is it)", file=sys.stderr)
            self._stack.close()
            self.con = self._stack.enter_context(open_reader(path, allow_external=self._allow_external))
            self._open = path
        return self.con


def run_shell(settings: Settings, form: Format, *, allow_external: bool = False) -> int:
    """Ask and answer until somebody leaves."""
    shell = Shell(settings, form, allow_external=allow_external)
    session: PromptSession[str] = PromptSession(
        history=_history(settings.data / "sql_history"),
        completer=words_of(shell.con),
        complete_while_typing=False,
        multiline=Condition(lambda: not _is_whole(session.default_buffer)),
        prompt_continuation="   ...> ",
    )
    print(f"{shell_greeting(settings)}\n'.help' says what there is", file=sys.stderr)
    try:
        _talk(shell, session.prompt)
    finally:
        shell.close()
    return 0


def shell_greeting(settings: Settings) -> str:
    """Which copy is open, and since when it is there."""
    from flows.publishing import made_at

    return visible(f"the published copy of {made_at(settings)}, for reading ({settings.published_copy})")


def _talk(shell: Shell, prompt: Callable[[str], str]) -> None:
    while True:
        try:
            line = prompt("duban> ")
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
        if not shell.obey(line):
            return


def _is_whole(buffer: Buffer) -> bool:
    """Enter sends a dot command, what ends with a semicolon, and an empty line."""
    text = buffer.text.strip()
    return not text or text.startswith(".") or text.endswith(";") or text in ("exit", "quit")


def _history(path: Path) -> History:
    """What was asked before; kept for this user alone, or not at all where nothing can be written."""
    try:
        path.touch(mode=0o600)
    except OSError:
        return InMemoryHistory()
    return FileHistory(str(path))


def _told(answer: Answer) -> str:
    if answer.is_cut:
        return f"(the first {MOST_ROWS} rows; 'duban sql --out answer.csv \"...\"' writes them all)"
    return "(1 row)" if len(answer.rows) == 1 else f"({len(answer.rows)} rows)"


_TABLES = """
select schema_name || '.' || name as name, comment as "holds"
from (
    select schema_name, view_name as name, comment from duckdb_views() where not internal
    union all
    select schema_name, table_name, comment from duckdb_tables() where not internal
    union all
    select schema_name, function_name || '(...)', comment from duckdb_functions()
    where not internal and function_type = 'table_macro'
)
where not starts_with(name, 'v_')
order by list_position(['main', 'mart', 'zh', 'core', 'raw', 'ops'], schema_name), name collate zh
"""
_DESCRIBE = """
select column_name as "column", data_type as "type", comment as "means"
from duckdb_columns()
where schema_name || '.' || table_name = '{name}' or (table_name = '{name}' and schema_name in ('mart', 'zh'))
order by column_index
"""
