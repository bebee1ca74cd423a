"""What another reading changes in the figures: the indicators of every report as they stand, before and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import duckdb

Key = tuple[str, str | None, str, str]


@dataclass(frozen=True, slots=True)
class Standing:
    """An indicator of a report as it is judged."""

    bureau: str
    year: int | None
    period: str | None
    name: str
    target_text: str | None
    actual_text: str | None
    status: str
    reason: str
    sentence: str
    url: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One that is new, gone, or changed in its target, its result or its status."""

    what: Literal["new", "gone", "changed"]
    before: Standing | None
    after: Standing | None

    def lines(self) -> list[str]:
        """In a few lines: what it is, what differs, and the sentences that say so."""
        one = self.after or self.before
        assert one is not None
        out = [f"{self.what:<8}{one.bureau}  {one.year or '?'} {one.period or '?'}  {one.name}"]
        for label in ("target_text", "actual_text", "status"):
            old, new = (getattr(side, label) if side else None for side in (self.before, self.after))
            if old != new:
                out.append(f"    {label.removesuffix('_text'):<9}{old or 'none'} -> {new or 'none'}")
        sentences = dict.fromkeys(side.sentence for side in (self.before, self.after) if side)
        out += [f"    {' '.join(sentence.split())}" for sentence in sentences]
        return [*out, f"    {one.url}"]


def standing(con: duckdb.DuckDBPyConnection) -> dict[Key, Standing]:
    """Every indicator of the current reports, by source, period, key and owner."""
    found = con.execute(
        "select source_id, coalesce(period_rank::varchar, url), read_key, url, bureau, year, period, name, target_text,"
        " actual_text, status, reason, sentence, url from mart.progress"
        " order by source_id, period_rank, extraction_id, indicator_no"
    )
    return {_key(row): Standing(*row[4:]) for row in found.fetchall()}


def differences(before: Mapping[Key, Standing], after: Mapping[Key, Standing]) -> list[Difference]:
    """What differs, in the order of `after`; what is gone stands at the end."""
    found = []
    for key, now in after.items():
        was = before.get(key)
        if was is None:
            found.append(Difference("new", None, now))
        elif _told(was) != _told(now):
            found.append(Difference("changed", was, now))
    return found + [Difference("gone", was, None) for key, was in before.items() if key not in after]


def _told(one: Standing) -> tuple[str | None, ...]:
    return one.target_text, one.actual_text, one.status


def _key(row: tuple[Any, ...]) -> Key:
    return row[0], row[1], row[2], row[3]
