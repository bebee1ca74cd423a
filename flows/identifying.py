"""`duban identity` without a terminal: what is one promise, what is in doubt, and a person's word, kept and undone."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import duckdb

from flows.following import follow
from flows.jsonout import dumps
from flows.keeping import writer
from flows.problems import CommandError, MisuseError
from flows.published import copy_of
from flows.publishing import mark, publish_copy
from flows.reviewing import reviewer
from flows.settings import Settings
from flows.show import listing
from flows.visible import visible
from warehouse import identity
from warehouse.identity import Verdict
from warehouse.store import open_reader

_PARTS = {
    "promises": "select promise_id, source_id, year, periods, name, target_text, how, read_key as key"
    " from mart.promises"
    " where source_id = coalesce(?, source_id) order by source_id, promise_id, year, periods",
    "doubts": "select review_id, source_id, year_a, name_a, year_b, name_b, score, why, key_a, key_b"
    " from mart.identity_doubts where source_id = coalesce(?, source_id) order by source_id, score desc, review_id",
    "rulings": "select ruling_id, source_id, verdict, key_a, key_b, who, known_at, why from core.identity_ruling"
    " where source_id = coalesce(?, source_id) order by known_at",
}
# a key of an indicator belongs to the source that reports it, an entry of the register to the indicator beside it
_NAMED = """
select distinct indicator_key as key, source_id, list(distinct extraction_id) as readings
from core.indicator
inner join core.report using (extraction_id)
where starts_with(indicator_key, $key)
group by indicator_key, source_id
union all
select distinct entry_key, null, []
from core.register_entry
where starts_with(entry_key, $key)
"""


def listed(settings: Settings, source: str | None) -> dict[str, list[dict[str, Any]]]:
    """Promises under several keys, pairs in doubt, and people's words, from the published copy."""
    with open_reader(copy_of(settings)) as con:
        try:
            return {part: _rows(con, sql, [source]) for part, sql in _PARTS.items()}
        except duckdb.CatalogException as error:
            raise CommandError(
                "the published copy was made by an older Duban; 'duban run' publishes a new one"
            ) from error


def show(found: dict[str, list[dict[str, Any]]], *, as_json: bool) -> None:
    """Print the three lists, or one JSON object."""
    if as_json:
        print(dumps(found))
        return
    for part, rows in found.items():
        print(f"{part} ({len(rows)})")
        if rows:
            listing(
                [name.replace("_", " ") for name in rows[0]], [[_cell(value) for value in row.values()] for row in rows]
            )


def say(settings: Settings, a: str, b: str, verdict: Verdict, why: str) -> str:
    """Keep a word on two keys and follow the promises anew; returns what is so now. Raises MisuseError."""
    who = reviewer(settings)
    with writer(settings) as con:
        one, other = _named(con, a), _named(con, b)
        source_id = _check(one, other, verdict)
        pair = (one[0], other[0]) if one[1] else (other[0], one[0])
        now = datetime.now(UTC)
        mark(settings)
        ruling_id = identity.rule(con, source_id, pair, verdict, why, who, now)
        follow(con, source_id, now)
    publish_copy(settings)
    return f"{ruling_id}: {pair[0]} and {pair[1]} are {'one promise' if verdict == 'same' else 'two promises'}"


def take_back(settings: Settings, ruling: str, why: str) -> str:
    """Take a word back and follow the promises anew. Raises MisuseError for no such word."""
    who = reviewer(settings)
    with writer(settings) as con:
        found = con.execute(
            "select ruling_id, source_id from core.identity_ruling where starts_with(ruling_id, ?)"
            " and verdict <> 'undone' and ruling_id not in"
            " (select undoes from core.identity_ruling where undoes is not null)",
            [ruling],
        ).fetchall()
        if len(found) != 1:
            raise MisuseError(
                f"{len(found)} words that hold are called {ruling!r}; 'duban identity list' shows the names"
            )
        (ruling_id, source_id) = found[0]
        now = datetime.now(UTC)
        mark(settings)
        identity.undo(con, ruling_id, why, who, now)
        follow(con, source_id, now)
    publish_copy(settings)
    return f"undone: {ruling_id}"


def _named(con: duckdb.DuckDBPyConnection, key: str) -> tuple[str, str | None, list[str]]:
    """(key, source or None for an entry of the register, readings) of what the beginning of a key names."""
    found = con.execute(_NAMED, {"key": key}).fetchall() if key else []
    if len(found) != 1:
        which = "nothing is" if not found else f"{len(found)} are"
        raise MisuseError(
            f"{which} called {key!r}; 'duban identity list' and 'duban targets list --json' show the keys"
        )
    return found[0]


def _check(one: tuple[str, str | None, list[str]], other: tuple[str, str | None, list[str]], verdict: Verdict) -> str:
    """The source of the pair. Raises MisuseError for pairs that cannot be one."""
    sources = {source for _, source, _ in (one, other) if source}
    if one[0] == other[0]:
        raise MisuseError("both are the same key; name two")
    if len(sources) != 1:
        raise MisuseError("the two are of different sources, or both of the register; a promise is one source's")
    if verdict == "same" and set(one[2]) & set(other[2]):
        raise MisuseError("one report tells both of them side by side; reject the wrong reading with 'duban review'")
    return str(sources.pop())


def _rows(con: duckdb.DuckDBPyConnection, sql: str, values: list[Any]) -> list[dict[str, Any]]:
    found = con.execute(sql, values)
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _cell(value: object) -> str:
    words = "、".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
    return visible(words)
