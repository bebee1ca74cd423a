"""What the rule says is written down: of some extractions, or of all current ones when a threshold of it changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from decimal import Decimal

import duckdb

from warehouse.measuring import measure
from warehouse.shares import shares
from warehouse.staging import replan
from warehouse.transaction import transaction

_FEW = 1000  # indicators; so many are judged faster than the optimizer thinks how
_AT_ONCE = 400_000  # indicators; what is joined for so many fits into 1.5 GB, however many there are
_CURRENT = "in (select extraction_id from mart.reports where list_contains($extraction_ids, extraction_id))"
_IN_SHARE = "between $first and $last and extraction_id in (select extraction_id from anew)"
_ANEW = "create or replace temp table anew as select extraction_id from mart.reports"

# An answer that held before another one comes back as a row of its own, with the id and -2, -3 ... behind it.
# Rows of one moment count as one word, so that saying it twice at that moment adds nothing.
_ASSESS = """
with said as (
    select
        left(assessment_id, 16) as answer_id,
        known_at = max(known_at) over (partition by extraction_id, indicator_no) as is_newest
    from core.assessment
    where extraction_id {chosen}
),

before as (
    select answer_id, count(*) as times, bool_or(is_newest) as holds from said group by answer_id
)

insert into core.assessment by name
select
    now.* replace (now.assessment_id || coalesce('-' || (before.times + 1)::varchar, '') as assessment_id),
    $known_at::timestamptz as known_at
from core.v_assessment as now
left join before on now.assessment_id = before.answer_id
where now.extraction_id {chosen} and before.holds is not true
"""


def assess(con: duckdb.DuckDBPyConnection, extraction_ids: Sequence[str], known_at: datetime) -> None:
    """Measure extractions anew of which something was said, and write what the rule says of the current ones.

    It is written to core.assessment where it is not already the newest word there.
    """
    if not extraction_ids:
        return
    with _planned_as_written(con):
        measure(con, extraction_ids)
        given = {"extraction_ids": list(extraction_ids), "known_at": known_at}
        con.execute(_ASSESS.format(chosen=_CURRENT), given)


def set_threshold(con: duckdb.DuckDBPyConnection, name: str, value: Decimal, known_at: datetime) -> None:
    """Let a threshold of ops.rule_setting hold from now on; where it differs, current reports are assessed by it."""
    differs = con.execute(
        "select 1 from ops.rule_setting where name = ? and value <> ?::decimal(9, 3)", [name, value]
    ).fetchall()
    if not differs:
        return
    with transaction(con):
        con.execute("update ops.rule_setting set value = ? where name = ?", [value, name])
        con.execute(_ANEW)
        for first, last in shares(con, "anew", _AT_ONCE):
            given = {"first": first, "last": last, "known_at": known_at}
            con.execute(_ASSESS.format(chosen=_IN_SHARE), given)
        con.execute("drop table anew")
    replan(con)


@contextmanager
def _planned_as_written(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """While the warehouse is small its optimizer is left out: the rule's views take it longer than they take."""
    found = con.execute("select count(*) < ?, current_setting('enable_optimizer') from core.indicator", [_FEW])
    ((is_small, before),) = found.fetchall()
    try:
        con.execute(f"set enable_optimizer = {before and not is_small}")
        yield
    finally:
        with suppress(duckdb.Error):  # an error has ended the transaction, and the connection with it
            con.execute(f"set enable_optimizer = {before}")
