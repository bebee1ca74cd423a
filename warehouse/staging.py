"""The stage: reports on their way in, as rows of temporary tables, until all of them are checked, kept and judged.

A table of the stage has the columns of the one its rows go to. What is put on it in a transaction leaves it in the same
transaction: nothing is left behind, however that ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary, WeakSet

import duckdb

from warehouse.transaction import transaction

Row = tuple[Any, ...]
HOME = {
    table: f"{room}.{table}"
    for room, tables in {
        "raw": ("document", "revision", "attachment", "text", "place"),
        "core": ("report", "task", "indicator", "target", "actual", "claim", "quantity", "finding"),
    }.items()
    for table in tables
}
BY_REPORT = tuple(table for table in HOME if table not in ("document", "revision", "attachment"))
MEASURED = "core.measurement"  # worked out on the stage
# what the warehouse knows of the reports on the stage, where it knows anything: planning these views takes longer
KNOWN = ("v_report_correction", "v_correction", "v_promised")
_FEW = 100  # reports; so many are read faster than the optimizer thinks
_opened: WeakSet[duckdb.DuckDBPyConnection] = WeakSet()
_prepared: WeakKeyDictionary[duckdb.DuckDBPyConnection, set[str]] = WeakKeyDictionary()


@dataclass(slots=True)
class Stage:
    """The stage of a connection, for one transaction; `filled` names the tables that have rows, `reports` how many."""

    con: duckdb.DuckDBPyConnection
    is_optimized: bool = True
    reports: int = 0
    filled: set[str] = field(default_factory=set)

    def put(self, rows: Mapping[str, Sequence[Row]]) -> None:
        """Put rows on the stage, each list under the name of its table."""
        for table, found in rows.items():
            if found:
                self.filled.add(table)
                with self.con.appender(table) as appender:
                    appender.append_rows(found)
        self.reports += len(rows.get("report", ()))

    @contextmanager
    def planned_as_written(self) -> Iterator[None]:
        """What reads the stage alone, while few reports are on it: the optimizer would think longer than it takes."""
        if self.reports > _FEW:
            yield
            return
        self.con.execute("set enable_optimizer = false")
        yield  # where it fails, `on_stage` sets it right
        self.con.execute(f"set enable_optimizer = {self.is_optimized}")

    def ask(self, name: str, sql: str, given: str = "") -> list[Row]:
        """What a long statement over the stage gives: taken apart once for each connection, it takes half the time."""
        plan = f"{name}_{'few' if self.reports <= _FEW else 'many'}"
        names = _prepared.setdefault(self.con, set())
        if plan not in names:
            self.con.execute(f"prepare {plan} as {sql}")
            names.add(plan)
        return self.con.execute(f"execute {plan}{given}").fetchall()


@contextmanager
def on_stage(con: duckdb.DuckDBPyConnection) -> Iterator[Stage]:
    """A transaction with the stage for it: empty at its begin and at its end."""
    _open(con)
    stage = Stage(con, _is_optimized(con))
    try:
        with transaction(con):
            yield stage
            con.execute("".join(f"delete from temp.{table};" for table in sorted(stage.filled)))
    finally:
        con.execute(f"set enable_optimizer = {stage.is_optimized}")


def _open(con: duckdb.DuckDBPyConnection) -> None:
    """Make the tables of the stage, once for each connection."""
    if con in _opened:
        return
    made = [
        f"create or replace temp table {table} as from {home} limit 0;"
        for table, home in (HOME | {"measurement": MEASURED}).items()
    ]
    made += [f"create or replace temp table {view} as from core.{view} limit 0;" for view in KNOWN]
    before = _is_optimized(con)
    con.execute(f"set enable_optimizer = false; {''.join(made)} set enable_optimizer = {before}")
    _opened.add(con)


def _is_optimized(con: duckdb.DuckDBPyConnection) -> bool:
    (setting,) = con.execute("select current_setting('enable_optimizer')").fetchall()[0]
    return bool(setting)
