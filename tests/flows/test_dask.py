"""A run whose sources are visited by the workers of a real Dask cluster: what they leave, and what becomes of it."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import distributed
import duckdb
import psutil
import pytest

from flows.problems import CommandError
from flows.settings import Settings, load_settings
from tests.flows.cluster import LIMIT, Cluster, cluster
from tests.flows.older import filled, readings

pytestmark = [pytest.mark.integration, pytest.mark.usefixtures("prefect_server")]
# what takes all memory there is, in the place of one source's visit, once somebody says so
HUNGRY = """
from flows import afar

def hungry(visit, flag):
    def visit_hungrily(sources, known, settings):
        taken = []
        while flag.exists() and any(source.id == "yunting-kjj" for source in sources):
            taken.append(bytearray(b"x" * 10_000_000))
        return visit(sources, known, settings)
    return visit_hungrily

if afar.visit.__name__ == "visit":
    afar.visit = hungry(afar.visit, __import__("pathlib").Path({flag!r}))
"""
BUREAUS = ["yunting-kjj", "yunting-mzj", "yunting-fgw"]


@pytest.fixture(scope="module")
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(tmp_path_factory.mktemp("dask")) as found:
        yield found


@pytest.fixture
def settings(dask: Cluster, sample: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("DUBAN_TASK_RUNNER", "dask")
    monkeypatch.setenv("DUBAN_DASK_SCHEDULER", dask.address)
    return load_settings()


@contextmanager
def _both_there(dask: Cluster) -> Iterator[distributed.Client]:
    with distributed.Client(dask.address) as client:
        client.wait_for_workers(2, timeout=300)
        yield client


def test_workers_that_are_away_are_said(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    from flows import workers
    from flows.watch import watch

    monkeypatch.setattr(workers, "CONNECT_S", 2)
    with pytest.raises(CommandError, match=r"has no worker; start one: dask worker tcp://127\.0\.0\.1"):
        asyncio.run(watch(BUREAUS))
    monkeypatch.setenv("DUBAN_DASK_SCHEDULER", "tcp://127.0.0.1:9")
    with pytest.raises(CommandError, match=r"tcp://127\.0\.0\.1:9 does not answer"):
        asyncio.run(watch(BUREAUS))


def test_a_worker_is_killed_in_the_middle_and_the_other_does_its_work(dask: Cluster, settings: Settings) -> None:
    from flows.watch import watch

    flag = dask.folder / "hungry"
    (dask.folder / "hungry.py").write_text(HUNGRY.format(flag=str(flag)), encoding="utf-8")
    for _ in range(2):
        dask.worker("--memory-limit", LIMIT, "--preload", str(dask.folder / "hungry.py"))
    killed: list[int] = []

    def kill() -> None:
        killed.append(dask.busy(client))
        os.kill(killed[0], signal.SIGKILL)

    with _both_there(dask) as client:
        killing = threading.Thread(target=kill)
        killing.start()
        result = asyncio.run(watch(BUREAUS))
        killing.join()
    assert not psutil.pid_exists(killed[0])
    assert result.problems == ()
    assert result.total("new") == result.total("listed") > 3
    with duckdb.connect(str(settings.published_copy), read_only=True) as con:
        sql = "select count(*), count(distinct url), (select count(*) from core.report) from raw.document"
        assert set(con.execute(sql).fetchall()[0]) == {result.total("new")}
    assert list(settings.batches.iterdir()) == []

    with _both_there(dask):  # the one that was killed is started again
        flag.touch()  # from here on one source is more than a worker can bear
    again = asyncio.run(watch(BUREAUS[:2]))
    found = {problem.source: str(problem) for problem in again.problems}
    assert found["yunting-kjj"].startswith(
        "yunting-kjj: 2 workers ended while they had it; most likely it takes more memory"
    )
    assert "workers ended" not in found.get("yunting-mzj", "")  # whatever Prefect's own server had against it
    assert {one.source_id: one.listed > 0 for one in again.outcomes} == {"yunting-kjj": False, "yunting-mzj": True}


def test_the_archive_is_read_by_the_workers_and_kept_by_the_flow(settings: Settings) -> None:
    from flows.rereading import rereading

    filled(settings)
    seen = asyncio.run(rereading(year=2031, region="岚桥"))
    assert (seen.read, seen.changed, seen.problems) == (1, 1, ())
    assert [one.lines()[0].strip() for one in seen.differences] == [
        "changed 岚桥市科学技术局  2031 Q3  新建市级创新平台"
    ]
    assert readings(settings) == (1, [("not_reported", None)])
    assert asyncio.run(rereading(accept=True)).changed == 1
    assert readings(settings) == (2, [("lagging", "16家")])
