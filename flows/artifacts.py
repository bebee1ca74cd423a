"""What a flow leaves on the Prefect server for people to see: the scoreboard as a table, the run in Markdown."""

from __future__ import annotations

import logging
import time
from collections.abc import AsyncIterator, Sequence
from typing import Any, TypeVar

from prefect.artifacts import (
    acreate_markdown_artifact,
    acreate_progress_artifact,
    acreate_table_artifact,
    aupdate_progress_artifact,
)

from flows.checking import QuarterResult
from flows.pipeline import RunResult
from flows.published import ask, newest_if_any
from flows.reextract import Reextracted
from flows.sending import Delivery
from flows.server_faults import shown
from flows.settings import Settings
from flows.show import counted, lagging_lines
from flows.visible import visible
from warehouse.records import STATUSES, Progress

T = TypeVar("T")
BAR_S = 10.0  # so long the next source waits for its bar at most
SHOWN = 500  # so many lines of each kind a page of the browser holds
log = logging.getLogger("duban")
HEALTH = """
    select
        source_id, bureau, last_visit_at, last_good_visit_at, failures_in_a_row, reports, newest_year, newest_period,
        trouble, trouble_detail
    from mart.source_health
    order by is_broken desc, failures_in_a_row desc, source_id
"""


async def leave_run(settings: Settings, result: RunResult) -> None:
    """The scoreboard of the newest reports, and what this run did and could not do."""
    rows = newest_if_any(settings)
    await leave_table("scoreboard", scoreboard(rows), "Indicators by status / 指标状态")
    await leave_table("source-health", source_health(settings), "Whether sources are well / 来源健康")
    await leave_text("watch", run_markdown(result, rows), "The last run / 最近一次运行")


async def leave_table(key: str, rows: list[dict[str, Any]], description: str) -> None:
    """A table for people to see."""
    await shown(key, acreate_table_artifact(rows, key=key, description=description))


async def leave_text(key: str, markdown: str, description: str) -> None:
    """A page for people to see."""
    await shown(key, acreate_markdown_artifact(markdown, key=key, description=description))


async def seen(key: str, description: str, items: Sequence[T], *, aloud: bool = True) -> AsyncIterator[T]:
    """The items one after the other, with a bar on the server: how many are done, and about how long the rest takes.

    `aloud`: the log says it, too.
    """
    bar = await shown(key, acreate_progress_artifact(0.0, key=key, description=description), BAR_S)
    began = time.monotonic()
    for done, item in enumerate(items, 1):
        yield item
        words = f"{description}: {progress(done, len(items), time.monotonic() - began)}"
        if bar:
            await shown(key, aupdate_progress_artifact(bar, 100 * done / len(items), description=words), BAR_S)
        if aloud:
            log.info(words)


def progress(done: int, total: int, took_s: float) -> str:
    """`30 of 80, about 4 min left`: the rest takes as long for each as what is done."""
    left_s = (total - done) * took_s / done
    if done == total:
        return f"{done} of {total}"
    left = f"{left_s / 3600:.1f} h" if left_s > 5400 else f"{left_s / 60:.0f} min" if left_s > 90 else f"{left_s:.0f} s"
    return f"{done} of {total}, about {left} left"


def source_health(settings: Settings) -> list[dict[str, Any]]:
    """One row for each source, those in trouble first: its last visits, its newest report, what is wrong."""
    if not settings.published_copy.exists():
        return []
    found = ask(settings, HEALTH)
    return [
        {name: None if value is None else visible(str(value)) for name, value in zip(found.columns, row, strict=True)}
        for row in found.rows
    ]


def scoreboard(rows: Sequence[Progress]) -> list[dict[str, Any]]:
    """One row for each bureau: its newest period and how many indicators stand how."""
    return [
        {"bureau": bureau, "period": period, **{status: counts[status] for status in STATUSES}}
        for (bureau, period), counts in sorted(counted(rows).items())
    ]


def run_markdown(result: RunResult, rows: Sequence[Progress]) -> str:
    """What the run did with each source, its problems, and what lags now."""
    lines = ["| source | listed | new | told | resolved |", "|---|---|---|---|---|"]
    lines += [f"| {o.source_id} | {o.listed} | {o.new} | {o.told} | {o.resolved} |" for o in result.outcomes]
    if result.problems:
        lines += ["", "## Problems", "", *(f"- {visible(str(problem))}" for problem in result.problems)]
    behind = [row for row in rows if row.status == "lagging"]
    lines += ["", f"## Lagging ({len(behind)})", ""]
    lines += [f"- {' · '.join(line.strip() for line in lagging_lines(row))}" for row in behind]
    return "\n".join(lines)


def delivery_markdown(delivery: Delivery) -> str:
    """How many messages left, and what did not: no recipient's secret is in it."""
    lines = [f"{delivery.sent} messages sent."]
    if delivery.problems:
        lines += ["", "## Not sent", "", *(f"- {visible(str(problem))}" for problem in delivery.problems)]
    return "\n".join(lines)


def quarter_markdown(result: QuarterResult) -> str:
    """Who reported, of whom no report was found, and what lags, as far as the texts say."""
    lines = [f"# {result.year} {result.period}", "", f"Reports were expected by {result.deadline}.", ""]
    for name, members in (
        ("Reported", result.reported),
        ("No report found", result.missing),
        ("List could not be read", result.unreadable),
    ):
        lines.append(f"- {name} ({len(members)}): {', '.join(members) or 'none'}")
    lines += ["", f"## Lagging ({len(result.lagging)})", ""]
    lines += [f"- {' · '.join(line.strip() for line in lagging_lines(row))}" for row in result.lagging]
    return "\n".join(lines)


def reextract_markdown(done: Reextracted, *, accepted: bool) -> str:
    """What reading the archive again changes, indicator by indicator, and whether it was kept."""
    lines = [f"{done.read} revisions read again, {done.changed} of them differently."]
    if done.changed:
        lines += ["", "Accepted." if accepted else "Nothing is kept: run it again with `accept` to keep it."]
    if done.differences:
        lines += ["", f"## {len(done.differences)} indicators differ", ""]
        lines += [f"- {' · '.join(visible(line.strip()) for line in one.lines())}" for one in done.differences[:SHOWN]]
    if done.problems:
        lines += ["", "## Problems", "", *(f"- {visible(str(problem))}" for problem in done.problems[:SHOWN])]
    return "\n".join(lines)
