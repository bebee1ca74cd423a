"""core.measurement: what the rule works out of each indicator before any threshold, kept and worked out anew.

It is worked out when a report is loaded (judging.py); again when a person or the register has said something of it, and
for everything with other views.
"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from warehouse.inlining import inlined
from warehouse.shares import shares

_AT_ONCE = 400_000  # indicators; what is joined for so many fits into 1.5 GB, however many there are
_WORKED_OUT = "core.measurement"
_CHOSEN = {
    "core.indicator": "(select * from core.indicator where list_contains($extraction_ids, extraction_id)) as indicator"
}


def measure(con: duckdb.DuckDBPyConnection, extraction_ids: Sequence[str]) -> None:
    """Measure these extractions anew; to be called in the transaction that changed what is said of them."""
    given = {"extraction_ids": list(extraction_ids)}
    con.execute("delete from core.measurement where list_contains($extraction_ids, extraction_id)", given)
    con.execute(f"insert into core.measurement by name {inlined(_WORKED_OUT, _CHOSEN)} from measurement", given)


def measure_all(con: duckdb.DuckDBPyConnection) -> None:
    """Fill the table, which is empty, for every extraction: in the transaction that made it."""
    steps = inlined(_WORKED_OUT, {"core.indicator": "core.indicator"})
    for first, last in shares(con, "core.report", _AT_ONCE):
        con.execute(
            f"insert into core.measurement by name {steps} from measurement where extraction_id between ? and ?",
            [first, last],
        )
