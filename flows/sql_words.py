"""What can be completed in SQL: keywords, schemas, tables, macros, and the columns of the tables that are named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import duckdb
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

KEYWORDS = (
    "select", "from", "where", "group by", "order by", "limit", "having", "qualify", "distinct", "join", "left join",
    "inner join", "anti join", "using", "with", "union all", "case", "when", "then", "else", "end", "between", "like",
    "is null", "is not null", "desc", "asc", "nulls last", "count(*)", "sum", "min", "max", "round", "describe",
    "summarize", "pivot", "exclude", "filter", "collate zh",
)  # fmt: skip
DOT_COMMANDS = (".tables", ".describe", ".help", ".quit")
_WORD = re.compile(r"[\w.（）]*$")
_NAMES = re.compile(r"[\w.]+")
SCHEMAS = ("mart", "zh", "core", "raw", "ops", "main")


class Words(Completer):
    """Completes the word before the cursor, what is most likely meant first."""

    def __init__(self, tables: Mapping[str, Sequence[str]], macros: Sequence[str]) -> None:
        self._tables, self._macros = tables, macros

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        """Words that begin as the one before the cursor does."""
        before = document.text_before_cursor
        begun = _WORD.search(before)
        word = begun[0] if begun else ""
        if before.startswith(".") and " " not in before:
            yield from _beginning(before, DOT_COMMANDS)
        elif before.startswith(".describe "):
            yield from _beginning(word, self._tables)
        elif word:
            yield from _beginning(word, self._likely(document.text))

    def _likely(self, text: str) -> list[str]:
        named = [name for name in self._tables if name in set(_NAMES.findall(text))]
        columns = [column for name in named for column in self._tables[name]]
        return list(dict.fromkeys([*columns, *self._tables, *self._macros, *KEYWORDS]))


def words_of(con: duckdb.DuckDBPyConnection) -> Words:
    """The tables, views and macros of a copy, with their columns."""
    tables: dict[str, list[str]] = {}
    found = con.execute(
        "select schema_name || '.' || table_name, column_name from duckdb_columns()"
        " where list_contains(?, schema_name) and not internal"
        " order by list_position(?, schema_name), table_name, column_index",
        [SCHEMAS, SCHEMAS],
    )
    for table, column in found.fetchall():
        tables.setdefault(table, []).append(column)
    macros = con.execute(
        "select function_name || '(''2024Q3'')' from duckdb_functions() where not internal and schema_name = 'main'"
        " and function_type = 'table_macro' order by all"
    )
    return Words(tables, [name for (name,) in macros.fetchall()])


def _beginning(word: str, words: Iterable[str]) -> Iterator[Completion]:
    folded = word.lower()
    for name in words:
        if name.lower().startswith(folded) and name.lower() != folded:
            yield Completion(name, start_position=-len(word))
