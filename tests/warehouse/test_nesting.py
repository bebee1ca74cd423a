"""A `with` clause put into what it is for: the same rows, whatever stands between the steps."""

from __future__ import annotations

import duckdb

from warehouse.nesting import nested

SQL = """
-- a comment (with a parenthesis, and it's odd
with first as not materialized (
    select n, 'it''s (one' as said from range(3) as numbers (n) -- from first
),

summed as (
    select said, sum(n) as total from first group by said
),

inner_steps as (
    with one as (select total + 1 as more from summed), two as (select more * 2 as more from one)
    select two.more from two
)

select first.n, other.more, first.said from first cross join inner_steps as other order by n
"""


def test_the_rows_are_the_same():
    expected = [(n, 8, "it's (one") for n in range(3)]
    assert duckdb.sql(SQL).fetchall() == duckdb.sql(nested(SQL)).fetchall() == expected


def test_only_what_gathers_rows_stays_a_step():
    steps = nested(SQL)
    assert "summed as materialized (" in steps
    assert "--" not in steps
    for gone in ("with first", "with one", "two as ("):
        assert gone not in steps


def test_what_has_no_steps_stays_as_it_is():
    assert nested("select 1 as n") == "select 1 as n"
