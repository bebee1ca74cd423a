"""What Prefect adds: reports through the flow `watch`, beside the same functions called one after the other.

    python -m benchmarks.flow [--sources 20] [--reports 50] [--rounds 3]

The sources are folders of invented reports, so that no network is measured. Prefect's server is started once; what its
start and a run of a single report take is told apart from what a run takes beyond them.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import yaml

from benchmarks.reports import report
from flows import keeping, pipeline, prefect_env, visiting
from flows.settings import Settings, load_settings


def main() -> None:
    """Run both in turn over the same reports, each time into a new warehouse, and print the ratio."""
    options = _options()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ |= {"DUBAN_SOURCES": str(folder / "sources"), "DUBAN_DATA": str(folder / "data")}
        os.environ["DUBAN_CHANNELS"] = json.dumps([{"kind": "folder"}])
        os.environ["DUBAN_TODAY"] = "2026-11-26"
        write_sources(folder, options.sources, options.reports)
        prefect_env.prepare(folder / "prefect")
        from flows.prefect_server import serving

        start, began = 0.0, time.perf_counter()
        with serving(folder / "prefect"):
            start = time.perf_counter() - began
            least = _seconds(folder, "smallest", _through_flow, ["smallest"])
            print(f"Prefect's server starts in {start:.1f} s; a run of one report takes {least:.2f} s")
            _rounds(folder, options.rounds, least)


def write_sources(folder: Path, sources: int, reports: int) -> None:
    """So many folder sources with so many reports each, and one with a single one."""
    (folder / "sources").mkdir()
    for number in range(sources):
        _write_source(folder, f"bureau{number:03}", [report(number * reports + seed) for seed in range(reports)])
    _write_source(folder, "smallest", [report(1)])


def bare(settings: Settings, only: Sequence[str]) -> int:
    """The steps of a run without Prefect, one source after the other; how many reports were new."""
    run_id, started_at = uuid4().hex, datetime.now(UTC)
    plan = pipeline.prepare(settings, only)
    with visiting.client(settings) as http:
        outcomes = [
            keeping.keep(source, visiting.visit(source, plan.known[source.id], settings, http), settings, run_id)
            for source in plan.sources
        ]
    result = pipeline.finish(settings, pipeline.RunResult(run_id, tuple(outcomes), plan.problems), started_at)
    assert not result.problems, result.problems
    return result.total("new")


def _through_flow(settings: Settings, only: Sequence[str]) -> int:
    from flows.watch import watch

    result = asyncio.run(watch(list(only)))
    assert not result.problems, result.problems
    return result.total("new")


def _rounds(folder: Path, rounds: int, least: float) -> None:
    names = sorted(path.stem for path in (folder / "sources").glob("bureau*.yaml"))
    ratios = []
    for turn in range(rounds):
        sides = {"bare": bare, "flow": _through_flow}
        order = list(sides) if turn % 2 else list(reversed(sides))
        took = {side: _seconds(folder, side, sides[side], names) for side in order}
        ratios.append((took["flow"] - least) / took["bare"])
        print(
            f"bare {took['bare']:.1f} s, flow {took['flow']:.1f} s: {ratios[-1]:.2f} beyond that of one report",
            flush=True,
        )
    print(f"flow / bare {statistics.median(ratios):.2f} ({min(ratios):.2f} - {max(ratios):.2f})")


def _seconds(folder: Path, name: str, run: Callable[[Settings, Sequence[str]], int], only: Sequence[str]) -> float:
    """Of one run into a new data folder. An assertion says when not every report was loaded."""
    data = folder / f"{name}-{uuid4().hex[:8]}"
    os.environ["DUBAN_DATA"] = str(data)
    settings = load_settings()
    began = time.perf_counter()
    new = run(settings, only)
    took = time.perf_counter() - began
    expected = sum(1 for source in only for _ in (folder / source).iterdir())
    assert new == expected, f"{new} of {expected} reports"
    return took


def _write_source(folder: Path, name: str, texts: Sequence[str]) -> None:
    (folder / name).mkdir()
    for number, text in enumerate(texts):
        (folder / name / f"{number:04} 重点工作进展情况.txt").write_text(text, encoding="utf-8")
    entry = {"id": name, "bureau": f"局{name}", "region": "云汀市", "family": "folder", "url": str(folder / name)}
    (folder / "sources" / f"{name}.yaml").write_text(yaml.safe_dump(entry, allow_unicode=True), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What Prefect adds to the job.")
    parser.add_argument("--sources", type=int, default=20, help="sources, each a task or two of Prefect")
    parser.add_argument("--reports", type=int, default=50, help="reports of each source")
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    main()
