"""What a flow leaves on the Prefect server for people to see: the scoreboard as a table, the run in Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from prefect.artifacts import acreate_markdown_artifact, acreate_table_artifact

from flows.checking import QuarterResult
from flows.pipeline import RunResult
from flows.published import newest_if_any
from flows.sending import Delivery
from flows.settings import Settings
from flows.show import counted, lagging_lines
from flows.visible import visible
from warehouse.records import STATUSES, Progress


async def leave_run(settings: Settings, result: RunResult) -> None:
    """The scoreboard of the newest reports, and what this run did and could not do."""
    rows = newest_if_any(settings)
    await acreate_table_artifact(scoreboard(rows), key="scoreboard", description="Indicators by status / 指标状态")
    await acreate_markdown_artifact(run_markdown(result, rows), key="watch", description="The last run / 最近一次运行")


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
