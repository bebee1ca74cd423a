"""Who is who among the promises of a source: what names them, what people ruled, what was found; all add-only."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, Literal

import duckdb

from warehouse.identity_groups import Doubt, Place, Ruling
from warehouse.transaction import transaction

Verdict = Literal["same", "different"]


@dataclass(frozen=True, slots=True)
class Teller:
    """An indicator key with all that its readings say of it; `first` is the year and month of its first report."""

    key: str
    year: int
    first: int
    name: str
    folded: str
    qualifiers: tuple[str, ...]
    kind: str
    tier: str
    owner: str | None
    due: date | None
    noun: str
    clauses: frozenset[int]
    leads: frozenset[str]
    readings: frozenset[str]


# every reading counts, also one that a newer rule replaced: so a person's word on its key goes on to hold
_TELLERS = """
select
    indicator.indicator_key as key,
    min(coalesce(redated.year, report.year)) as year,
    min(coalesce(redated.year, report.year) * 100 + coalesce(month(coalesce(redated.cutoff, report.cutoff)), 99))
        as first,
    min(indicator.name) as name,
    min(indicator.folded) as folded,
    min(indicator.qualifiers) as qualifiers,
    min(indicator.kind) as kind,
    min(indicator.tier) as tier,
    min(indicator.owner) as owner,
    min(indicator.due) as due,
    coalesce(min(nullif(coalesce(target.noun, actual.noun), '')), '') as noun,
    list_distinct(flatten(list(task.clauses))) as clauses,
    list_distinct(flatten(list(task.departments))) as leads,
    list(distinct indicator.extraction_id) as readings
from core.report
inner join core.indicator on report.extraction_id = indicator.extraction_id
inner join core.task on indicator.extraction_id = task.extraction_id and indicator.task_no = task.task_no
left join core.target on indicator.extraction_id = target.extraction_id and indicator.indicator_no = target.indicator_no
left join core.actual on indicator.extraction_id = actual.extraction_id and indicator.indicator_no = actual.indicator_no
left join core.v_report_correction as redated on report.extraction_id = redated.extraction_id
where report.source_id = ? and coalesce(redated.year, report.year) is not null
group by indicator.indicator_key
order by indicator.indicator_key
"""


def tellers(con: duckdb.DuckDBPyConnection, source_id: str) -> list[Teller]:
    """Every promise of the source that a report of a known year tells."""
    return [_teller(row) for row in con.execute(_TELLERS, [source_id]).fetchall()]


def _teller(row: tuple[Any, ...]) -> Teller:
    values: dict[str, Any] = dict(zip((field.name for field in fields(Teller)), row, strict=True))
    sets = {name: frozenset(values[name]) for name in ("clauses", "leads", "readings")}
    return Teller(**values | sets | {"qualifiers": tuple(values["qualifiers"])})


def joined(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Of each key that joined another one of its year: the key that stands for both."""
    found = con.execute("select indicator_key, year_key from core.v_identity where indicator_key <> year_key")
    return dict(found.fetchall())


def rulings(con: duckdb.DuckDBPyConnection, source_id: str) -> list[Ruling]:
    """What people said of pairs of the source, the newest word of each that was not taken back, newest first."""
    found = con.execute(
        "select key_a, key_b, verdict = 'same' from core.identity_ruling as ruling"
        " where source_id = ? and verdict <> 'undone' and ruling_id not in"
        " (select undoes from core.identity_ruling where undoes is not null)"
        " qualify row_number() over (partition by least(key_a, key_b), greatest(key_a, key_b)"
        " order by known_at desc, ruling_id) = 1 order by known_at desc, ruling_id",
        [source_id],
    )
    return [Ruling(*row) for row in found.fetchall()]


def rule(
    con: duckdb.DuckDBPyConnection,
    source_id: str,
    pair: tuple[str, str],
    verdict: Verdict,
    why: str,
    who: str,
    known_at: datetime,
) -> str:
    """Keep a person's word on two keys; returns the ruling_id. Said twice at one moment it is kept once."""
    return _say(con, (source_id, *pair, verdict, None, why, who), known_at)


def undo(con: duckdb.DuckDBPyConnection, ruling_id: str, why: str, who: str, known_at: datetime) -> str:
    """Take a word back, so that the one before it holds, or what is found. Raises KeyError for no such id."""
    found = con.execute(
        "select source_id, key_a, key_b from core.identity_ruling where ruling_id = ? and verdict <> 'undone'",
        [ruling_id],
    ).fetchall()
    if not found:
        raise KeyError(ruling_id)
    return _say(con, (*found[0], "undone", ruling_id, why, who), known_at)


def _say(con: duckdb.DuckDBPyConnection, said: tuple[Any, ...], known_at: datetime) -> str:
    ruling_id = hashlib.sha256(f"{said}|{known_at.isoformat()}".encode()).hexdigest()[:10]
    con.execute(
        "insert into core.identity_ruling values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
        [ruling_id, *said, known_at],
    )
    return ruling_id


def record(
    con: duckdb.DuckDBPyConnection,
    source_id: str,
    places: Mapping[str, Place],
    doubts: Sequence[Doubt],
    known_at: datetime,
) -> list[str]:
    """Write what differs from what was known; returns the keys whose promise is another one than before."""
    with transaction(con):
        moved = _record_places(con, source_id, places, known_at)
        _record_doubts(con, source_id, doubts, known_at)
    return moved


def _record_places(
    con: duckdb.DuckDBPyConnection, source_id: str, places: Mapping[str, Place], known_at: datetime
) -> list[str]:
    known = {
        key: Place(*rest)
        for key, *rest in con.execute(
            "select v_identity.* from core.v_identity where indicator_key in"
            " (select indicator_key from core.identity where source_id = ?)",
            [source_id],
        ).fetchall()
    }
    changed = [(key, place) for key, place in sorted(places.items()) if known.get(key, Place(key, key)) != place]
    _add(con, "core.identity", [(source_id, key, *_columns(place), known_at) for key, place in changed])
    return [key for key, _ in changed]


def _columns(place: Place) -> tuple[str, str, str, float]:
    return place.promise_id, place.year_key, place.how, place.score


def _record_doubts(con: duckdb.DuckDBPyConnection, source_id: str, doubts: Sequence[Doubt], known_at: datetime) -> None:
    known = {
        (a, b): Doubt(a, b, score, why)
        for a, b, score, why in con.execute(
            "select key_a, key_b, score, why from core.identity_doubt where source_id = ?"
            " qualify holds and row_number() over (partition by key_a, key_b order by known_at desc) = 1",
            [source_id],
        ).fetchall()
    }
    now = {(doubt.a, doubt.b): doubt for doubt in doubts}
    new = [doubt for pair, doubt in sorted(now.items()) if known.get(pair) != doubt]
    gone = [doubt for pair, doubt in sorted(known.items()) if pair not in now]
    rows = [(doubt, True) for doubt in new] + [(doubt, False) for doubt in gone]
    _add(
        con,
        "core.identity_doubt",
        [(source_id, d.a, d.b, d.score, d.why, holds, known_at) for d, holds in rows],
    )


def _add(con: duckdb.DuckDBPyConnection, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    if rows:
        with con.appender(table) as appender:
            appender.append_rows(rows)
