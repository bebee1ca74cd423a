"""The measures that are kept, beside what would be worked out now of everything: the same, whoever spoke since."""

from __future__ import annotations

import duckdb

from warehouse.inlining import inlined


def assert_measured_as_now(con: duckdb.DuckDBPyConnection) -> None:
    columns = ", ".join(name for name, *_ in con.execute("describe core.measurement").fetchall())
    anew = inlined("core.measurement", {"core.indicator": "core.indicator"})
    now = con.execute(f"{anew} select {columns} from measurement order by extraction_id, indicator_no").fetchall()
    kept = con.execute(f"select {columns} from core.measurement order by extraction_id, indicator_no").fetchall()
    assert kept == now
    assert con.execute("select count(*) from core.indicator").fetchall() == [(len(kept),)]
