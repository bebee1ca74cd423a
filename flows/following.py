"""Promises followed: through the periods of a year, across years, and to what the register says of them.

The answer follows from all that is kept of a source, never from the order in which it came; so it may be asked again at
any time, and a killed run leaves nothing half followed that the next one does not finish.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

import duckdb

from extraction.following import Kinship, Told, kinship
from extraction.words.offices import office
from warehouse import identity, register
from warehouse.identity import Teller
from warehouse.identity_groups import Doubt, Member, Place, Ruling, grouped
from warehouse.keys import family, interim_month
from warehouse.register import Entry, Known, Match

_RULE = "1"  # raised when an answer can change
_STRENGTH = {"person": 0, "clause": 1, "lead": 2, "name": 3, "doubtful": 4}

# all that the answer follows from: reports, what people said, the register and its order
_FINGERPRINT = """
select concat_ws(
    '|', ?,
    (select count(*) || ' ' || max(known_at) from core.report where source_id = $source_id),
    (select count(*) from core.correction where source_id = $source_id and about = 'report'),
    (select count(*) from core.identity_ruling where source_id = $source_id),
    (select count(*) from core.register_entry)
)
"""


def follow(con: duckdb.DuckDBPyConnection, source_id: str, known_at: datetime) -> None:
    """Bring identity and register of a source up to what is kept of it; nothing is done where nothing is new."""
    fingerprint = _fingerprint(con, source_id)
    newest = con.execute(
        "select fingerprint from core.identity_run where source_id = ? order by known_at desc limit 1", [source_id]
    ).fetchall()
    if newest == [(fingerprint,)]:
        return
    tellers = identity.tellers(con, source_id)
    rulings = identity.rulings(con, source_id)
    places, doubts = _grouped(tellers, rulings)
    entries, bureau = _concerning(con, source_id)
    matches = matched(tellers, places, entries, rulings, bureau)
    doubts += [Doubt(m.indicator_key, m.entry_key, 0.0, "目标库的条目与之相近") for m in matches if m.how == "doubtful"]
    identity.record(con, source_id, places, doubts, known_at)
    if not register.is_empty(con):
        register.match(con, [teller.key for teller in tellers], matches, known_at)
    con.execute("insert into core.identity_run values (?, ?, ?)", [source_id, fingerprint, known_at])


def _fingerprint(con: duckdb.DuckDBPyConnection, source_id: str) -> str:
    sql = _FINGERPRINT.replace("?", f"'{_RULE}'", 1)
    return str(con.execute(sql, {"source_id": source_id}).fetchall()[0][0])


def _grouped(tellers: Sequence[Teller], rulings: Sequence[Ruling]) -> tuple[dict[str, Place], list[Doubt]]:
    told = {teller.key: told_of(teller) for teller in tellers}
    members = [Member(t.key, t.year, t.first, t.folded, t.clauses, t.readings) for t in tellers]
    return grouped(members, lambda a, b: kinship(told[a], told[b]), rulings)


def told_of(teller: Teller) -> Told:
    """The promise of an indicator, as it is compared."""
    return Told(
        teller.name, teller.folded, teller.qualifiers, family(teller.kind), teller.tier, teller.owner,
        interim_month(teller.kind, teller.due), teller.noun, teller.year, teller.clauses,
        frozenset(office(lead) for lead in teller.leads),
    )  # fmt: skip


def _concerning(con: duckdb.DuckDBPyConnection, source_id: str) -> tuple[list[Known], str]:
    """The entries that may speak of promises of the source, its own and those that its bureau leads; and the bureau."""
    if register.is_empty(con):
        return [], ""
    found = con.execute("select bureau, region from core.v_source where source_id = ?", [source_id]).fetchall()
    bureau, region = found[0] if found else ("", "")
    return [one for one in register.known(con) if concerns(one.entry, source_id, bureau, region)], bureau


def concerns(entry: Entry, source_id: str, bureau: str, region: str) -> bool:
    """Whether the entry may speak of promises of this source."""
    if entry.source_id == source_id:
        return True
    here = bool(region and entry.region) and (region in entry.region or entry.region in region)
    return here and bool(entry.lead) and office(entry.lead) == office(bureau)


def matched(
    tellers: Sequence[Teller],
    places: Mapping[str, Place],
    entries: Sequence[Known],
    rulings: Sequence[Ruling],
    bureau: str,
) -> list[Match]:
    """Which entry answers which indicator; for sure only where it is near enough, and nearer than any other."""
    groups: dict[tuple[int, str], list[Teller]] = defaultdict(list)
    for teller in tellers:
        groups[teller.year, places[teller.key].year_key].append(teller)
    chosen: dict[tuple[str, str], list[tuple[tuple[float, ...], Known, str]]] = defaultdict(list)
    for one in sorted(entries, key=lambda known: known.entry_key):
        here = {key: found for (year, key), found in groups.items() if year == one.entry.year}
        if best := _best(one, here, rulings, bureau):
            year_key, how, rank = best
            chosen[year_key, one.entry.origin].append((rank, one, how))
    return list(_matches(chosen, {key: found for (_, key), found in groups.items()}))


def _matches(
    chosen: Mapping[tuple[str, str], list[tuple[tuple[float, ...], Known, str]]], groups: Mapping[str, list[Teller]]
) -> Iterable[Match]:
    """Of several entries of one origin the nearest answers."""
    for (year_key, _), found in sorted(chosen.items(), key=lambda item: item[0]):
        _, one, how = min(found, key=lambda item: (item[0], item[1].entry_key))
        tellers = groups[year_key] if how != "doubtful" else groups[year_key][:1]
        for teller in tellers:
            yield Match(teller.key, one.entry_key, how)


def _best(
    one: Known, groups: Mapping[str, list[Teller]], rulings: Sequence[Ruling], bureau: str
) -> tuple[str, str, tuple[float, ...]] | None:
    """The promise that the entry speaks of, why, and how near it is."""
    ranked = []
    for year_key, tellers in groups.items():
        kin = [found for teller in tellers if (found := _kin(one, teller, rulings, bureau))]
        if kin and not any(found is _APART for found in kin):
            nearest = min(kin, key=lambda k: (_STRENGTH[k.how], -k.score))
            ranked.append(((float(_STRENGTH[nearest.how]), -nearest.score), year_key, nearest.how))
    if not ranked:
        return None
    ranked.sort()
    rank, year_key, how = ranked[0]
    tied = len(ranked) > 1 and ranked[1][0] == rank
    return year_key, "doubtful" if tied else how, rank


_APART = Kinship("doubtful", 0.0, "a person said that they differ")
_SAME = Kinship("person", 100.0)
_SHARED = frozenset({"*"})  # the lead, where it is the bureau itself


def _kin(one: Known, teller: Teller, rulings: Sequence[Ruling], bureau: str) -> Kinship | None:
    for ruling in rulings:
        if {ruling.a, ruling.b} == {teller.key, one.entry_key}:
            return _SAME if ruling.same else _APART
    told, entry = told_of(teller), _entry_told(one.entry, teller)
    # a report names its own sections as leads, and a file is somebody's word that the promise is this bureau's
    if one.entry.origin == "curated" or office(one.entry.lead) == office(bureau):
        told, entry = replace(told, leads=_SHARED), replace(entry, leads=_SHARED)
    return kinship(told, entry)


def _entry_told(entry: Entry, teller: Teller) -> Told:
    """The entry as it is compared with this indicator: a deadline makes an interim goal only beside another one."""
    interim, other = interim_month(entry.kind, entry.due), interim_month(teller.kind, teller.due)
    return Told(
        entry.name, entry.folded, entry.qualifiers,
        # what promises no number by itself is of the kind that a number makes it
        family(teller.kind if teller.kind == "qualitative" else entry.kind),
        entry.tier, entry.owner, interim if interim == other else None, entry.noun, entry.year,
        frozenset(entry.clauses), frozenset([office(entry.lead)] if entry.lead else []),
    )  # fmt: skip
