"""core.measurement made anew: with the views, all that their rule works out of what is stored."""

from __future__ import annotations

import duckdb

from warehouse.inlining import inlined
from warehouse.shares import shares

_AT_ONCE = 400_000  # indicators; what is joined for so many fits into 1.5 GB, however many there are


def measure_all(con: duckdb.DuckDBPyConnection) -> None:
    """Fill the table, which is empty, for every extraction: in the transaction that made it."""
    steps = inlined("core.measurement", {"core.v_touched": "core.indicator"})
    for first, last in shares(con, "core.report", _AT_ONCE):
        con.execute(
            f"insert into core.measurement by name {steps} from measurement where extraction_id between ? and ?",
            [first, last],
        )
