"""Loading: one path for one report and for a hundred thousand. All is checked on the stage, then kept and judged.

Rows come as records of this process, or as batches that workers wrote (warehouse/batch.py). One transaction holds it
all; what is stored already is left out, so that the same may be loaded twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path

import duckdb

from warehouse.baseline import keep_reports
from warehouse.batch import stage_batch
from warehouse.errors import SpanMismatch
from warehouse.judging import judge
from warehouse.keys import Names, names_of
from warehouse.rows import Incoming, rows_of
from warehouse.spans import mismatches
from warehouse.staging import BY_REPORT, FEW, HOME, Stage, on_stage

_FILES = """
insert into raw.attachment
select attachment.*
from temp.attachment
left join core.v_attachment as known
    on attachment.revision_id = known.revision_id and attachment.attachment_no = known.attachment_no
where
    (known.url, known.name, known.sha256, known.media_type, known.state, known.reason)
    is distinct from
    (attachment.url, attachment.name, attachment.sha256, attachment.media_type, attachment.state, attachment.reason)
"""
_KEYS = (("raw.document", "document_id"), ("raw.revision", "revision_id"), ("core.report", "extraction_id"))


@dataclass(frozen=True, slots=True)
class Loaded:
    """The extractions that were new, and why others were refused: of these nothing was stored."""

    extraction_ids: tuple[str, ...] = ()
    refused: tuple[SpanMismatch, ...] = ()


def load_many(
    con: duckdb.DuckDBPyConnection, incoming: Iterable[Incoming], *, run_id: str, known_at: datetime
) -> Loaded:
    """Store and assess readings in one transaction; one whose records do not stand in its text stops itself alone."""
    named = {names_of(one.revision, one.version): one for one in incoming}
    known = _known(con, named)
    new = {names: one for names, one in named.items() if names.extraction_id not in known}
    if not new:
        return Loaded()
    with on_stage(con) as stage:
        stage.put(rows_of(new.values(), run_id, known_at))
        stage.fresh = _fresh(new, known)
        return _settle(stage, run_id, known_at)


def load_batch(con: duckdb.DuckDBPyConnection, folder: Path, *, run_id: str, known_at: datetime) -> Loaded:
    """Store and assess what a worker wrote into a folder. Raises BatchDamaged where it is not whole."""
    with on_stage(con) as stage:
        stage_batch(stage, folder, run_id, known_at)
        known = con.execute("select extraction_id from core.report semi join temp.report using (extraction_id)")
        _drop(stage, [extraction_id for (extraction_id,) in known.fetchall()])
        return _settle(stage, run_id, known_at)


def keep_revisions(stage: Stage) -> None:
    """Take documents, revisions and their files from the stage; of a file only what is known otherwise than before."""
    for table in ("document", "revision"):
        if table in stage.fresh:
            stage.keep(table)
        else:
            stage.con.execute(f"insert into {HOME[table]} from temp.{table} on conflict do nothing")
    if "attachment" in stage.filled:
        stage.con.execute(_FILES)


def _known(con: duckdb.DuckDBPyConnection, named: Collection[Names]) -> set[str]:
    """What is stored of these documents, revisions and extractions; few are looked up by the keys of their tables."""
    if not named:
        return set()
    ids = [sorted(set(column)) for column in zip(*named, strict=True)]
    if is_few := len(named) <= FEW:
        marks = [", ".join("?" * len(column)) for column in ids]
    else:
        marks = ["select unnest(?)"] * len(ids)
    asked = [
        f"select {key} from {table} where {key} in ({mark})" for (table, key), mark in zip(_KEYS, marks, strict=True)
    ]
    found = con.execute(" union all ".join(asked), list(chain(*ids)) if is_few else ids)
    return {one for (one,) in found.fetchall()}


def _fresh(new: Collection[Names], known: Collection[str]) -> set[str]:
    """Of document and revision, of which none is stored and none comes twice: they need not be compared again."""
    columns = zip(("document", "revision"), zip(*new, strict=True), strict=False)
    return {table for table, ids in columns if len(set(ids)) == len(ids) and not set(ids) & set(known)}


def _settle(stage: Stage, run_id: str, known_at: datetime) -> Loaded:
    """Check, keep and judge what is on the stage."""
    refused = mismatches(stage)
    _drop(stage, list(refused))
    keep_revisions(stage)
    keep_reports(stage, run_id)
    for table in BY_REPORT:
        if table != "report" and table in stage.filled:
            stage.keep(table)
    judge(stage, known_at)
    ids = stage.ask("stored", "select extraction_id from temp.report")
    return Loaded(tuple(extraction_id for (extraction_id,) in ids), tuple(refused.values()))


def _drop(stage: Stage, extraction_ids: Sequence[str]) -> None:
    """Take some reports from the stage, with all that belongs to no other."""
    if not extraction_ids:
        return
    for table in BY_REPORT:
        stage.con.execute(f"delete from temp.{table} where extraction_id in (select unnest(?))", [extraction_ids])
    for table in ("revision", "attachment"):
        stage.con.execute(f"delete from temp.{table} where revision_id not in (select revision_id from temp.report)")
    stage.con.execute("delete from temp.document where document_id not in (select document_id from temp.revision)")
