"""The stage: reports on their way in, as rows of temporary tables, until all of them are checked, kept and judged.

A table of the stage has the columns of the one its rows go to. What is put on it in a transaction leaves it in the same
transaction: nothing is left behind, however that ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

import duckdb

from warehouse.nesting import nested
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
FEW = 100  # reports; so many are read faster than the optimizer thinks
_opened: WeakKeyDictionary[duckdb.DuckDBPyConnection, bool] = WeakKeyDictionary()
_prepared: WeakKeyDictionary[duckdb.DuckDBPyConnection, set[str]] = WeakKeyDictionary()


@dataclass(slots=True)
class Stage:
    """The stage of a connection, for one transaction, with so many `reports`.

    `filled` names the tables that have rows, `fresh` those of which it is known that no row is stored or comes twice.
    """

    con: duckdb.DuckDBPyConnection
    is_optimized: bool = True
    reports: int = 0
    filled: set[str] = field(default_factory=set)
    fresh: set[str] = field(default_factory=set)

    @property
    def is_few(self) -> bool:
        """Whether its reports are read faster than the optimizer thinks."""
        return self.reports <= FEW

    def put(self, rows: Mapping[str, Sequence[Row]]) -> None:
        """Put rows on the stage, each list under the name of its table."""
        for table, found in rows.items():
            if found:
                self.filled.add(table)
                with self.con.appender(table) as appender:
                    appender.append_rows(found)
        self.reports += len(rows.get("report", ()))

    def keep(self, table: str) -> None:
        """Put what is in a table of the stage into the one that it is for."""
        self.ask(f"keep_{table}", f"from temp.{table}", into=f"insert into {HOME.get(table, MEASURED)}")

    def ask(self, name: str, query: str, *, into: str = "", given: str = "") -> list[Row]:
        """What a query over the stage gives, or has put `into` a table.

        It is planned once for each connection, for few reports as it is written: the optimizer would think longer than
        the query takes, and have it planned anew each time.
        """
        plan = f"{name}_{'few' if self.is_few else 'many'}"
        names = _prepared.setdefault(self.con, set())
        if plan not in names:
            self._prepare(plan, f"{into} {nested(query) if self.is_few else query}")
            names.add(plan)
        return self.con.execute(f"execute {plan}{given}").fetchall()

    def _prepare(self, plan: str, statement: str) -> None:
        self.con.execute(f"set enable_optimizer = {self.is_optimized and not self.is_few}")
        self.con.execute(f"prepare {plan} as {statement}")
        self.con.execute(f"set enable_optimizer = {self.is_optimized}")


@contextmanager
def on_stage(con: duckdb.DuckDBPyConnection) -> Iterator[Stage]:
    """A transaction with the stage for it: empty at its begin and at its end."""
    stage = Stage(con, _open(con))
    try:
        with transaction(con):
            yield stage
            for table in sorted(stage.filled):
                stage.ask(f"clear_{table}", "", into=f"delete from temp.{table}")
    except BaseException:
        with suppress(duckdb.Error):  # a fatal error has ended the connection
            con.execute(f"set enable_optimizer = {stage.is_optimized}")  # planning may have failed
        raise


def replan(con: duckdb.DuckDBPyConnection) -> None:
    """Have all planned once more: for who made or dropped a table, after which DuckDB plans every time it is asked."""
    _prepared.pop(con, None)


def _open(con: duckdb.DuckDBPyConnection) -> bool:
    """Make the tables of the stage, once for each connection; whether the connection has an optimizer."""
    if con in _opened:
        return _opened[con]
    made = [
        f"create or replace temp table {table} as from {home} limit 0;"
        for table, home in (HOME | {"measurement": MEASURED}).items()
    ]
    made += [f"create or replace temp table {view} as from core.{view} limit 0;" for view in KNOWN]
    before = _is_optimized(con)
    con.execute(f"set enable_optimizer = false; {''.join(made)} set enable_optimizer = {before}")
    _opened[con] = before
    return before


def _is_optimized(con: duckdb.DuckDBPyConnection) -> bool:
    (setting,) = con.execute("select current_setting('enable_optimizer')").fetchall()[0]
    return bool(setting)
