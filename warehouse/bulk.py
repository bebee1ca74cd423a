"""Loading: one path for one report and for a hundred thousand. All is checked on the stage, then kept and judged.

Rows come as records of this process, or as batches that workers wrote (warehouse/batch.py). One transaction holds it
all; what is stored already is left out, so that the same may be loaded twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from warehouse.batch import stage_batch
from warehouse.errors import SpanMismatch
from warehouse.judging import judge
from warehouse.keys import names_of
from warehouse.rows import Incoming, rows_of
from warehouse.spans import mismatches
from warehouse.staging import BY_REPORT, HOME, Stage, on_stage

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
# baseline is what came with the first good visit of its source; read again it keeps what it was
_REPORTS = """
insert into core.report
with before as (
    select revision_id, arg_min(is_baseline, known_at) as was_baseline
    from core.report
    semi join temp.report using (revision_id)
    group by revision_id
),

visited as (
    select distinct source_id
    from ops.source_visit
    semi join temp.report using (source_id)
    where error is null and run_id <> ?
)

select report.* replace (coalesce(was_baseline, visited.source_id is null) as is_baseline)
from temp.report
left join before on report.revision_id = before.revision_id
left join visited on report.source_id = visited.source_id
"""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The extractions that were new, and why others were refused: of these nothing was stored."""

    extraction_ids: tuple[str, ...] = ()
    refused: tuple[SpanMismatch, ...] = ()


def load_many(
    con: duckdb.DuckDBPyConnection, incoming: Iterable[Incoming], *, run_id: str, known_at: datetime
) -> Loaded:
    """Store and assess readings in one transaction; one whose records do not stand in its text stops itself alone."""
    new = _new(con, incoming)
    if not new:
        return Loaded()
    with on_stage(con) as stage:
        stage.put(rows_of(new, run_id, known_at))
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
    stage.con.execute("insert into raw.document from temp.document on conflict do nothing")
    stage.con.execute("insert into raw.revision from temp.revision on conflict do nothing")
    if "attachment" in stage.filled:
        stage.con.execute(_FILES)


def _new(con: duckdb.DuckDBPyConnection, incoming: Iterable[Incoming]) -> list[Incoming]:
    """Each once, without those that are stored."""
    named = {names_of(one.revision, one.version).extraction_id: one for one in incoming}
    found = con.execute(
        "select extraction_id from core.report where extraction_id in (select unnest(?))", [list(named)]
    )
    for (extraction_id,) in found.fetchall():
        del named[extraction_id]
    return list(named.values())


def _settle(stage: Stage, run_id: str, known_at: datetime) -> Loaded:
    """Check, keep and judge what is on the stage."""
    refused = mismatches(stage)
    _drop(stage, list(refused))
    keep_revisions(stage)
    stage.con.execute(_REPORTS, [run_id])
    for table in BY_REPORT:
        if table != "report" and table in stage.filled:
            stage.ask(f"keep_{table}", f"from temp.{table}", into=f"insert into {HOME[table]}")
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
