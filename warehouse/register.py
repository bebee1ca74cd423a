"""The target register: what breakdown documents and curated files promise of indicators. Rows are only added."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

import duckdb

from warehouse.assessing import assess
from warehouse.rows import storable
from warehouse.transaction import transaction

Origin = Literal["breakdown", "curated"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A promise of the register: columns of core.register_entry without its names and the time.

    Values are in `unit`, `base` ones in its noun; nodes are shares of the target. A breakdown's stands at
    `[span_start, span_end)` of the text of `extraction_id`, a curated one in a row of a file.
    """

    origin: Origin
    source_id: str
    region: str
    year: int
    clauses: tuple[int, ...]
    task: str
    lead: str
    co_units: tuple[str, ...]
    name: str
    folded: str
    qualifiers: tuple[str, ...]
    kind: str
    direction: str | None
    accrues: bool
    owner: str | None
    tier: str
    due: date | None
    operator: str | None
    value: Decimal | None
    upper: Decimal | None
    unit: str
    noun: str
    base: Decimal | None
    upper_base: Decimal | None
    countable: bool
    text: str
    baseline: Decimal | None
    baseline_base: Decimal | None
    node_q1: Decimal | None
    node_h1: Decimal | None
    node_q3: Decimal | None
    sentence: str
    extraction_id: str | None = None
    span_start: int | None = None
    span_end: int | None = None
    file: str | None = None
    row_no: int | None = None

    @property
    def key(self) -> str:
        """Names the same promise in every version of its document or file: never a value."""
        place = (self.source_id, self.region, self.year, self.origin, self.lead, self.clauses or self.task)
        what = (self.folded, self.qualifiers, self.owner, self.tier)
        return _hash(*place, *what)


@dataclass(frozen=True, slots=True)
class Known:
    """An entry as it is kept."""

    entry_id: str
    entry_key: str
    entry: Entry
    who: str
    known_at: datetime


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that answers an indicator; `doubtful` ones count for nothing until a person says so."""

    indicator_key: str
    entry_key: str
    how: str


_COLUMNS = tuple(field.name for field in fields(Entry))
_LISTS = ("clauses", "co_units", "qualifiers")
_PLACE = ("extraction_id", "span_start", "span_end", "file", "row_no")


def add(con: duckdb.DuckDBPyConnection, entries: Iterable[Entry], who: str, known_at: datetime) -> int:
    """Keep what the register does not say already; returns how many entries that were.

    What an entry says decides, not where it says it: the same file under another name, or with its rows in another
    order, adds nothing.
    """
    said = {(one.entry_key, one.entry.origin): _saying(one.entry) for one in known(con)}
    added = 0
    with transaction(con):
        for entry in entries:
            if said.get((entry.key, entry.origin)) == _saying(stored := _storable(entry)):
                continue
            said[(entry.key, entry.origin)] = _saying(stored)
            _insert(con, stored, who, known_at)
            added += 1
    return added


def known(con: duckdb.DuckDBPyConnection) -> list[Known]:
    """The register as it stands: the newest row of each promise and origin."""
    found = con.execute(
        f"select entry_id, entry_key, who, known_at, {', '.join(_COLUMNS)} from core.v_register"
        " order by year desc, source_id, region, lead, clauses, name, origin, entry_key"
    )
    return [Known(id_, key, _entry(rest), who, at) for id_, key, who, at, *rest in found.fetchall()]


def is_empty(con: duckdb.DuckDBPyConnection) -> bool:
    """Whether nothing was ever put into the register."""
    return con.execute("select 1 from core.register_entry limit 1").fetchall() == []


def match(con: duckdb.DuckDBPyConnection, keys: Sequence[str], matches: Iterable[Match], known_at: datetime) -> None:
    """Let exactly these matches hold for these indicator keys, and assess anew what that changes."""
    with transaction(con):
        _record_matches(con, keys, set(matches), known_at)
        _judge(con, known_at)


def set_authority(con: duckdb.DuckDBPyConnection, order: Sequence[str], known_at: datetime) -> None:
    """Let the origins hold in this order; where it differs from before, what that changes is judged anew."""
    wanted = {f"authority_{origin}": Decimal(place) for place, origin in enumerate(order, start=1)}
    found = con.execute("select name, value from ops.rule_setting where starts_with(name, 'authority_')").fetchall()
    if dict(found) == wanted:
        return
    with transaction(con):
        for name, place in wanted.items():
            con.execute("update ops.rule_setting set value = ? where name = ?", [place, name])
        _judge(con, known_at)


def reconcile(con: duckdb.DuckDBPyConnection, known_at: datetime) -> None:
    """Weigh the origins anew, after the order of authority or an entry changed, and assess what that changes."""
    with transaction(con):
        _judge(con, known_at)


def _judge(con: duckdb.DuckDBPyConnection, known_at: datetime) -> None:
    """Weigh the origins anew, and assess the reports whose promises that changes."""
    changed = [key for (key,) in con.execute(_RECONCILE, {"known_at": known_at}).fetchall()]
    assess(con, _concerned(con, changed), known_at)


def _record_matches(
    con: duckdb.DuckDBPyConnection, keys: Sequence[str], wanted: set[Match], known_at: datetime
) -> None:
    held = {
        Match(*row)
        for row in con.execute(
            "select indicator_key, entry_key, how from core.register_match where list_contains(?, indicator_key)"
            " qualify holds and row_number() over (partition by indicator_key, entry_key order by known_at desc) = 1",
            [list(keys)],
        ).fetchall()
    }
    pairs = {(one.indicator_key, one.entry_key) for one in wanted}
    gone = {one for one in held - wanted if (one.indicator_key, one.entry_key) not in pairs}
    rows = [(one, False) for one in gone] + [(one, True) for one in wanted - held]
    for one, holds in sorted(rows, key=lambda row: (row[0].indicator_key, row[0].entry_key)):
        con.execute(
            "insert into core.register_match values (?, ?, ?, ?, ?)",
            [one.indicator_key, one.entry_key, one.how, holds, known_at],
        )


# what was said before and is said no more becomes a row that says nothing
_RECONCILE = """
insert into core.promised by name
select
    coalesce(now.indicator_key, before.indicator_key) as indicator_key,
    coalesce(now.outranks, false) as outranks,
    now.* exclude (indicator_key, outranks),
    $known_at::timestamptz as known_at
from core.v_reconciled as now
full join core.v_promised as before on now.indicator_key = before.indicator_key
where
    now.register_id is distinct from before.register_id
    or coalesce(now.outranks, false) is distinct from coalesce(before.outranks, false)
    or now.co_units is distinct from before.co_units
    or now.lead is distinct from before.lead
returning indicator_key
"""


def _concerned(con: duckdb.DuckDBPyConnection, keys: Sequence[str]) -> list[str]:
    """The extractions that tell these indicators."""
    if not keys:
        return []
    found = con.execute(
        "select distinct extraction_id from core.indicator where list_contains(?, indicator_key)"
        " order by extraction_id",
        [list(keys)],
    )
    return [extraction_id for (extraction_id,) in found.fetchall()]


def _insert(con: duckdb.DuckDBPyConnection, entry: Entry, who: str, known_at: datetime) -> None:
    values = [_plain(getattr(entry, name)) for name in _COLUMNS]
    entry_id = _hash(entry.key, entry.origin, repr(entry), known_at.isoformat())
    con.execute(
        f"insert into core.register_entry (entry_id, entry_key, {', '.join(_COLUMNS)}, who, known_at)"
        f" values ({', '.join('?' * (len(_COLUMNS) + 4))}) on conflict do nothing",
        [entry_id, entry.key, *values, who, known_at],
    )


def _saying(entry: Entry) -> tuple[Any, ...]:
    """All that it says, but not where."""
    return tuple(getattr(entry, name) for name in _COLUMNS if name not in _PLACE)


_NUMBERS = ("value", "upper", "base", "upper_base", "baseline", "baseline_base", "node_q1", "node_h1", "node_q3")


def _storable(entry: Entry) -> Entry:
    """With its numbers at the places at which they are kept."""
    values = {name: getattr(entry, name) for name in _COLUMNS}
    return Entry(**values | {name: storable(values[name]) for name in _NUMBERS})


def _entry(row: Sequence[Any]) -> Entry:
    values = dict(zip(_COLUMNS, row, strict=True))
    return Entry(**values | {name: tuple(values[name]) for name in _LISTS})


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _hash(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]
