"""The flows on a real Prefect server: the same job, its artifacts, and the deployments that prefect.yaml names."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from flows import keeping
from flows.pipeline import RunResult
from flows.settings import Settings
from warehouse import load, runs

if TYPE_CHECKING:
    from prefect.client.schemas.objects import State

pytestmark = [pytest.mark.integration, pytest.mark.usefixtures("prefect_server")]


def artifacts(key: str) -> list[object]:
    """What stands on the server under this key."""
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterKey

    with get_client(sync_client=True) as client:
        return client.read_artifacts(artifact_filter=ArtifactFilter(key=ArtifactFilterKey(any_=[key])))


def test_watch_then_deliver_then_silence(sample: Settings) -> None:
    from flows.deliver import deliver
    from flows.watch import watch

    async def job() -> list[object]:
        return [await watch(), await deliver(), await watch(), await deliver()]

    first, sent, second, none = asyncio.run(job())
    assert first.problems == second.problems == ()
    assert first.total("new") == first.total("listed") > 0
    assert sent.sent == len(list(sample.mail.glob("*.eml"))) > 0
    assert (second.total("new"), second.messages, none.sent) == (0, 0, 0)
    assert artifacts("scoreboard")
    assert float(artifacts("watch-progress")[0].data) == 100
    assert '"source_id"' in artifacts("source-health")[0].data
    assert "## Lagging" in artifacts("watch")[0].data


def test_a_source_that_is_away_is_tried_again_and_said(
    sample: Settings, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    import json

    from flows.mapping import visit
    from flows.watch import watch

    hosts = sample.hosts | {"kjj.yunting.example": "127.0.0.1:9"}
    monkeypatch.setenv("DUBAN_HOSTS", json.dumps(hosts))
    monkeypatch.setattr(visit, "retry_delay_seconds", 0.1)
    result = asyncio.run(watch(["yunting-kjj", "yunting-mzj"]))
    (problem,) = result.problems
    assert problem.source == "yunting-kjj"
    assert result.total("new") > 0


def test_the_quarter_is_checked_and_told_once(sample: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    from flows.quarterly import quarterly
    from flows.watch import watch

    async def job() -> list[object]:
        monkeypatch.setenv("DUBAN_TODAY", "2026-10-30")  # nothing is due yet, and the visit says nothing
        await watch(["yunting-fgw", "yunting-zjj"])
        monkeypatch.setenv("DUBAN_TODAY", "2026-11-24")
        return [await quarterly("2026Q3"), await quarterly("2026Q3")]

    first, again = asyncio.run(job())
    assert "yunting-fgw" in first.reported
    assert "yunting-zjj" in first.missing
    assert "yunting-kjj" in first.unreadable  # never visited: nothing is said of it
    assert first.messages == 1
    assert again.messages == 0
    assert first.lagging


def test_a_late_run_ends_at_once_and_a_missed_quarter_is_caught_up(
    sample: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows import naming
    from flows.watch import watch

    with keeping.writer(sample) as con:  # a year ago somebody began, and since then nobody was there
        began = datetime.now(UTC) - timedelta(days=366)
        load.record_run(con, "first", runs.WATCH, began, began, "completed")
    monkeypatch.setenv("DUBAN_SOURCES", str(sample.data / "none"))

    async def job(due: datetime) -> State[RunResult]:
        monkeypatch.setattr(naming, "due_at", lambda: due)
        return await watch(return_state=True)

    due = datetime.now(UTC)
    first, late = asyncio.run(job(due)), asyncio.run(job(due - timedelta(hours=2)))
    assert len(asyncio.run(first.aresult()).checked) in (3, 4)  # the deadlines of a year
    assert late.name == "Skipped"
    assert "nothing is left to do" in (late.message or "")
    next_day = asyncio.run(job(datetime.now(UTC)))
    assert (next_day.name, asyncio.run(next_day.aresult()).checked) == ("Completed", ())


def test_the_deployments_can_be_loaded(repo: Path) -> None:
    from prefect.flows import load_flow_from_entrypoint

    deployments = yaml.safe_load((repo / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]
    assert [entry["name"] for entry in deployments] == ["watch", "quarterly", "deliver", "reextract", "silence"]
    for entry in deployments:
        flow = load_flow_from_entrypoint(str(repo / entry["entrypoint"]))
        flow.validate_parameters(entry["parameters"])
        assert {schedule["timezone"] for schedule in entry.get("schedules", ())} <= {"Asia/Shanghai"}
        assert all(schedule["slug"] for schedule in entry.get("schedules", ()))
