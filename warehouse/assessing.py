"""What the rule says is written down: for one extraction, or for all current ones when a threshold of it changes."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import duckdb

from warehouse.transaction import transaction

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


def assess(con: duckdb.DuckDBPyConnection, extraction_id: str, known_at: datetime) -> None:
    """Write what the rule says of an extraction to core.assessment, where that is not already its newest word."""
    con.execute(_ASSESS.format(chosen="= $extraction_id"), {"extraction_id": extraction_id, "known_at": known_at})


def set_threshold(con: duckdb.DuckDBPyConnection, name: str, value: Decimal, known_at: datetime) -> None:
    """Let a threshold of ops.rule_setting hold from now on; where it differs, current reports are assessed by it."""
    differs = con.execute(
        "select 1 from ops.rule_setting where name = ? and value <> ?::decimal(9, 3)", [name, value]
    ).fetchall()
    if not differs:
        return
    with transaction(con):
        con.execute("update ops.rule_setting set value = ? where name = ?", [value, name])
        con.execute(_ASSESS.format(chosen="in (select extraction_id from mart.reports)"), {"known_at": known_at})
