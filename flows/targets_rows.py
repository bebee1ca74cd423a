"""A row of a curated file as an entry of the register, or what is wrong with it and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from connectors.quoting import typed
from extraction.pledges import Nodes, deadline, promises_of, share_of
from extraction.records import Indicator, Target
from extraction.words.folding import fold
from extraction.words.names import folded, qualifiers
from extraction.words.offices import office, offices
from flows.targets import nodes, promised
from flows.targets_file import Row
from warehouse.register import Entry

KINDS = {
    "累计": "cumulative", "增速": "rate", "比率": "rate", "水平": "level", "存量": "level", "上限": "ceiling",
    "控制": "ceiling", "节点": "milestone", "定性": "qualitative",
}  # fmt: skip
TIERS = {"确保": "firm", "力争": "stretch"}
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"-?\d")


class RowError(Exception):
    """A row that cannot be imported: the column (its name in HEADINGS), what is wrong, and what to write."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


@dataclass(frozen=True, slots=True)
class Place:
    """A source that rows may speak of."""

    source_id: str
    bureau: str
    region: str


@dataclass(frozen=True, slots=True)
class Usual:
    """What holds for every row that does not say it itself."""

    year: int | None = None
    source: str | None = None
    region: str | None = None


def entry_of(row: Row, file: str, places: Sequence[Place], usual: Usual) -> Entry:
    """The entry that the row makes. Raises RowError."""
    year = _year(row, usual)
    source_id, region, lead = _place(row, places, usual)
    indicator = _indicator(row, year)
    return Entry(
        origin="curated",
        source_id=source_id,
        region=region,
        year=year,
        clauses=_clauses(row),
        task=row["task"] or row["name"],
        lead=lead,
        co_units=offices(row["co_units"]),
        due=_due(row, year),
        **promised(row["name"], indicator),
        **nodes(_nodes(row, indicator)),
        sentence=_sentence(row),
        file=file,
        row_no=row.number,
    )


def _year(row: Row, usual: Usual) -> int:
    if found := _YEAR.search(fold(row["year"])):
        return int(found[0])
    if row["year"]:
        raise RowError("year", f"{row['year']!r} is no year; write it as 2026")
    if usual.year is None:
        raise RowError("year", "the year is not told; add a column 年度, or give --year 2026")
    return usual.year


def _place(row: Row, places: Sequence[Place], usual: Usual) -> tuple[str, str, str]:
    """(source_id, region, lead): a source that is watched, or a bureau and its region."""
    known = {place.source_id: place for place in places}
    if source := row["source"] or ("" if row["lead"] else usual.source or ""):
        if source not in known:
            raise RowError("source", f"no source is called {source!r}; 'duban sources list' shows the names")
        return source, known[source].region, row["lead"] or known[source].bureau
    if not row["lead"]:
        raise RowError("lead", "whose target it is is not told; fill in 牵头单位 (or 来源), or give --source")
    leads = offices(row["lead"])
    region = row["region"] or usual.region or ""
    fitting = [p for p in places if office(p.bureau) == office(leads[0]) and (not region or region in p.region)]
    if len(fitting) == 1:
        return fitting[0].source_id, fitting[0].region, leads[0]
    if usual.source in {place.source_id for place in fitting}:
        return str(usual.source), known[str(usual.source)].region, leads[0]
    if not region:
        which = "several sources" if fitting else "no source that is watched"
        raise RowError("lead", f"{leads[0]!r} is {which}; fill in 地区, or 来源 with a name of 'duban sources list'")
    return "", region, leads[0]


def _indicator(row: Row, year: int) -> Indicator:
    """What the row promises: read as a plan would say it, with its kind and tier as the row gives them."""
    if not row["name"]:
        raise RowError("name", "the name of the indicator is missing; fill in 指标")
    if not row["target"]:
        raise RowError("target", "the target is missing; write the number with its unit (620家), or leave the row out")
    words = _with_unit(row, "target")
    kind = _choice(row, "kind", KINDS)
    if not _NUMBER.search(fold(words)) and kind in ("qualitative", "milestone"):
        given: dict[str, Any] = {"kind": kind, "direction": None}
    else:
        given = {"target": _target(row, words, year)} | ({"kind": kind} if kind else {})
    found = _read(row, words, year) or Indicator(row["name"], "qualitative", "")
    own = {"name": row["name"], "folded": folded(row["name"]), "qualifiers": qualifiers(row["name"]), "due": None}
    own |= {"owner": row["owner"] or None, "tier": _choice(row, "tier", TIERS) or "firm"}
    read = replace(found, **own | given)
    if kind == "ceiling" and read.target:
        read = replace(read, direction="down", target=replace(read.target, operator="<="))
    return replace(read, baseline=_baseline(row, read.target)) if read.target else read


def _read(row: Row, words: str, year: int) -> Indicator | None:
    return next((one for one in promises_of(f"{row['name']}{words}", year) if one.target), None)


def _target(row: Row, words: str, year: int) -> Target:
    found = _read(row, words, year)
    if found is None or found.target is None:
        raise RowError(
            "target", f"{row['target']!r} is no figure with a unit; write it as 620家, 1.6亿元, 8%以上 or 5.5%以内"
        )
    if not found.target.unit:
        raise RowError("target", f"the unit of {row['target']!r} is not told; write 620家, or fill in 单位")
    return found.target


_BARE = re.compile(r"\s*([≥≤<>=]*\s*-?\d[\d,，.]*\s*(?:万亿|[十百千]?[万亿]|千)?)\s*(以上|以内|以下|左右)?\s*")


def _with_unit(row: Row, column: str) -> str:
    """The cell with the unit of its own, of the unit's column, or of the heading."""
    bare = _BARE.fullmatch(row[column])
    if not bare:
        return row[column]
    return bare[1] + (row["unit"] or row.units.get(column) or row.units.get("target", "")) + (bare[2] or "")


def _choice(row: Row, column: str, names: Mapping[str, str]) -> str | None:
    if not (words := row[column].lower()):
        return None
    if words not in names and words not in names.values():
        raise RowError(column, f"{row[column]!r} is not known; write one of {', '.join(names)}")
    return names.get(words, words)


def _clauses(row: Row) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d{1,3}", fold(row["clauses"])))


def _due(row: Row, year: int) -> date | None:
    due = deadline(row["due"], year) if row["due"] else None
    if row["due"] and due is None and re.search(r"\d", row["due"]):
        raise RowError("due", f"{row['due']!r} is no day; write it as 2026-11-30, 11月底 or 三季度")
    return due


def _baseline(row: Row, target: Target) -> Decimal | None:
    if not row["baseline"]:
        return None
    figure = typed(_with_unit(row, "baseline"))
    if figure is None or figure.value is None or not target.magnitude:
        raise RowError("baseline", f"{row['baseline']!r} is no figure; write it in the unit of the target")
    return figure.value * figure.magnitude / target.magnitude


def _nodes(row: Row, indicator: Indicator) -> Nodes:
    q1, h1, q3 = (_node(row, column, indicator) for column in ("node_q1", "node_h1", "node_q3"))
    told = [share for share in (q1, h1, q3) if share is not None]
    if told != sorted(told):
        raise RowError("node_q3" if q3 is not None else "node_h1", "the nodes fall from one quarter to the next")
    return q1, h1, q3


def _node(row: Row, column: str, indicator: Indicator) -> Decimal | None:
    """A share of the target, or a value in its unit."""
    if not row[column]:
        return None
    if indicator.kind not in ("cumulative", "level", "ceiling"):
        raise RowError(column, "a rate or a milestone has no quarterly nodes; leave the cell empty")
    is_share = re.fullmatch(r"0?\.\d+", row[column])  # 0.25, as a cell of 25% reads where its format is lost
    share = Decimal(row[column]) if is_share else share_of(_with_unit(row, column), indicator.target)
    if share is None:
        raise RowError(column, f"{row[column]!r} is neither a share (25%) nor a part of the target in its unit")
    return share


def _sentence(row: Row) -> str:
    """The row as it is written, for who asks where a target comes from."""
    return "；".join(f"{row.headings[column]}：{words}" for column, words in row.words.items())
