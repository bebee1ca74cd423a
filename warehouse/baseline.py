"""Reports are kept with whether they came with the first good visit of their source (baseline).

Of those nobody is told. One that is read again keeps what it was.
"""

from __future__ import annotations

from warehouse.quoting import quoted
from warehouse.staging import Stage

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
# the first visits stand first: of a source that is not new one is found before much was looked through
_VISITED = "select 1 from ops.source_visit where source_id = ? and error is null and run_id <> ? limit 1"
_FRESH = "select report.* replace (not list_contains($1::varchar[], source_id) as is_baseline) from temp.report"


def keep_reports(stage: Stage, run_id: str) -> None:
    """Take the reports from the stage; few that are new are kept in the same time however many there are."""
    if stage.is_few and "revision" in stage.fresh:
        visited = ", ".join(quoted(source_id) for source_id in _sources(stage) if _is_visited(stage, source_id, run_id))
        stage.ask("keep_report", _FRESH, into="insert into core.report", given=f"([{visited}]::varchar[])")
    else:
        stage.con.execute(_REPORTS, [run_id])


def _sources(stage: Stage) -> list[str]:
    return [source_id for (source_id,) in stage.ask("sources", "select distinct source_id from temp.report")]


def _is_visited(stage: Stage, source_id: str, run_id: str) -> bool:
    return bool(stage.con.execute(_VISITED, [source_id, run_id]).fetchall())
