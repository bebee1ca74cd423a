"""The extractions in shares: what a statement joins for one of them fits into memory, however many there are."""

from __future__ import annotations

import duckdb


def shares(con: duckdb.DuckDBPyConnection, table: str, at_once: int) -> list[tuple[str, str]]:
    """First and last extraction_id of each share of about so many indicators, over the extractions in a table."""
    found = con.execute(
        f"""
        select min(extraction_id), max(extraction_id)
        from (
            select extraction_id, sum(count(*)) over (order by extraction_id) // ? as share
            from {table} inner join core.indicator using (extraction_id)
            group by extraction_id
        )
        group by share order by share
        """,
        [at_once],
    )
    return found.fetchall()
