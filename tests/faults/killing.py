"""The whole job killed with SIGKILL at any moment, again and again: in the end every report is there once.

`main` kills `duban run` itself over a few hundred reports. The short form in `make integration` kills the same steps
without Prefect, which takes seconds to start.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, Protocol
from uuid import uuid4

import duckdb
import yaml

from connectors.source import Source
from flows import keeping, pipeline, visiting
from flows.pipeline import RunResult
from flows.settings import Settings
from tests.site.bureaus import Bureau, bureau
from tests.site.pages import answer
from tests.site.serve import Site
from warehouse import archive

FAMILIES = ("trs", "jpage", "gkmlpt", "boda", "generic", "feed")


class Job(Protocol):
    """A run that was started. `end` kills it after so long; says whether it had ended by itself."""

    def end(self, within_s: float) -> bool: ...


def main(towns: int = 15, reports: int = 20, kills: int = 20) -> None:
    """Kill `duban run` over towns x reports, then let it end; what is there is counted."""
    made = [bureau(FAMILIES[number % len(FAMILIES)], number, reports) for number in range(1, towns + 1)]
    with tempfile.TemporaryDirectory() as folder, Site(made) as site:
        settings = prepared(Path(folder), site)
        killed = killed_often(partial(Command, Path(folder)), kills, longest_s=25)
        print(f"killed {killed} times, {towns * reports} reports; {whole(settings, made)}")


def prepared(folder: Path, site: Site) -> Settings:
    """A settings file and source files in `folder` that lead to the bureaus of the site."""
    (folder / "sources").mkdir()
    for town in site.bureaus.values():
        keys = yaml.safe_dump(town.source(), allow_unicode=True)
        (folder / "sources" / f"{town.source()['id']}.yaml").write_text(keys, encoding="utf-8")
    given = {"data": "data", "sources": "sources", "today": "2026-11-26", "hosts": site.hosts}
    (folder / "duban.yaml").write_text(yaml.safe_dump(given), encoding="utf-8")
    return Settings.model_validate(given | {"data": folder / "data", "sources": folder / "sources"})


def killed_often(start: Callable[[], Job], kills: int, longest_s: float, seed: int | None = None) -> int:
    """Start and kill so often, each time after another while; then let it end. Returns how often it was killed."""
    random, killed = Random(seed), 0
    for _ in range(kills):
        killed += not start().end(random.uniform(0, longest_s))
    assert start().end(600), "it does not end"
    return killed


def whole(settings: Settings, towns: Sequence[Bureau]) -> str:
    """Assert that every report is there once with the bytes that were served, and nothing was told twice."""
    served = {
        f"http://{town.host}{town.path_of(report)}": answer(town, town.path_of(report)).content
        for town in towns
        for report in town.reports
    }
    with duckdb.connect(str(settings.published_copy), read_only=True) as con:
        kept = con.execute(
            "select document.url, revision.sha256, count(report.extraction_id) from raw.document as document"
            " join raw.revision as revision using (document_id) left join core.report as report using (revision_id)"
            " group by all order by 1"
        ).fetchall()
        mails = con.execute("select count(*), count(distinct message_id) from ops.outbox").fetchall()
        rows = con.execute("select count(*), count(distinct (source_id, url)) from raw.listed").fetchall()
    assert kept == [(url, hashlib.sha256(content).hexdigest(), 1) for url, content in sorted(served.items())]
    assert [archive.fetch(settings.archive, sha256) for _, sha256, _ in kept] == [served[url] for url, _, _ in kept]
    assert rows == [(len(served), len(served))]
    assert mails[0][0] == mails[0][1]
    return f"{len(kept)} kept once, their bytes archived; {mails[0][0]} messages, each once"


class Command:
    """`duban run` in a process group of its own; what it started must not outlive it."""

    def __init__(self, folder: Path) -> None:
        environ = os.environ | {"DUBAN_CONFIG": str(folder / "duban.yaml"), "PYTHONPATH": str(Path.cwd())}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "flows.cli", "run"],
            env=environ,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def end(self, within_s: float) -> bool:
        try:
            code = self._process.wait(within_s)
        except subprocess.TimeoutExpired:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
            return False
        assert code == 0, code
        return True


class Forked:
    """The steps of a run without Prefect, in a process that has imported everything before it began."""

    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])

    def __init__(self, settings: Settings) -> None:
        self._process = self.context.Process(target=steps, args=(settings.model_dump(),))
        self._process.start()

    def end(self, within_s: float) -> bool:
        self._process.join(within_s)
        if self._process.is_alive():
            self._process.kill()
        self._process.join()
        if self._process.exitcode == -signal.SIGKILL:
            return False
        assert self._process.exitcode == 0, self._process.exitcode
        return True


def steps(given: dict[str, Any]) -> None:
    """A run over all sources, visits side by side, then kept one after the other."""
    for name in [one for one in os.environ if one.startswith("DUBAN_")]:
        del os.environ[name]  # as some test had it when the fork server began: the settings given are whole
    settings = Settings.model_validate(given)
    run_id, began, plan = uuid4().hex, datetime.now(UTC), pipeline.prepare(settings)
    with visiting.client(settings) as http, ThreadPoolExecutor(8) as pool:

        def visit(source: Source) -> visiting.Visit:
            return visiting.visit(source, plan.known[source.id], settings, http)

        visits = zip(plan.sources, pool.map(visit, plan.sources), strict=True)
        outcomes = [keeping.keep(source, brought, settings, run_id) for source, brought in visits]
    result = pipeline.finish(settings, RunResult(run_id, tuple(outcomes), plan.problems), began)
    if result.problems:
        sys.exit("\n".join(map(str, result.problems)))


if __name__ == "__main__":
    main()
