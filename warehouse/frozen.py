"""The widest marts of a published copy as tables: a large copy never changes, so that they are worked out once.

Whoever writes to such a copy (a restored one) gets the views back: the copy's set of views is not this program's.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from warehouse.store import connect_writer
from warehouse.transaction import transaction
from warehouse.view_files import views

# what other marts read, what counts them, then what looks through the whole course of a year; with the order in which
# analysts ask for it
_FROZEN = {
    "mart.reports": "source_id, period_rank",
    "mart.progress": "source_id, period_rank, extraction_id, indicator_no",
    "core.v_board": "period_rank, lagging desc, source_id",
    "mart.regressions": "source_id, year",
    "mart.forecast": "source_id, year",
}
LARGE = 20_000  # indicators; under that a view answers as fast
_AT_ONCE = 100_000
_MEMORY = "1500MB"


def freeze(path: Path, large: int = LARGE) -> None:
    """Work out the marts of the copy at `path`, where it has at least so many indicators."""
    with connect_writer(path, until=0) as con:
        con.execute(f"set memory_limit = '{_MEMORY}'; set preserve_insertion_order = false")
        ((indicators,),) = con.execute("select count(*) from core.indicator").fetchall()
        if indicators < large:
            return
        with transaction(con):
            for view, order in _FROZEN.items():
                _freeze(con, view, order)
            con.execute(
                "insert into ops.view_set select 'frozen', names, now() from ops.view_set"
                " order by created_at desc limit 1"
            )


def _freeze(con: duckdb.DuckDBPyConnection, view: str, order: str) -> None:
    """Some sources at a time: what their windows hold stays small, however many there are."""
    table = f"core.frozen_{view.partition('.')[2].removeprefix('v_')}"
    con.execute(f"create or replace table {table} as from {view} limit 0")
    for first, last in _shares(con):
        con.execute(f"insert into {table} from {view} where source_id between ? and ? order by {order}", [first, last])
    con.execute(f"comment on table {table} is '发布时的{view} | {view} as it was worked out for this copy'")
    con.execute(f"create or replace view {view} as select * from {table}")
    (comments,) = [known.comments for known in views() if known.name == view]
    con.execute(comments)


def _shares(con: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """First and last of so many sources as have about a hundred thousand indicators; every source with a report."""
    found = con.execute(
        """
        select min(source_id), max(source_id)
        from (
            select source_id, sum(count(*)) over (order by source_id) // ? as share
            from core.report left join core.indicator using (extraction_id)
            group by source_id
        )
        group by share order by share
        """,
        [_AT_ONCE],
    )
    return found.fetchall()
