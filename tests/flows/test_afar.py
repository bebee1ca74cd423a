"""A visit by a worker elsewhere: what it leaves as a batch, what it brings along, who visits what."""

from __future__ import annotations

import os
import pickle
import time
from pathlib import Path

import duckdb
import pytest

from connectors.errors import FetchError
from connectors.source import Source
from flows import afar, keeping, pipeline, visiting
from flows.settings import Settings, SmtpChannel
from flows.visiting import Known


def source(name: str, *hosts: str, url: str = "") -> Source:
    keys = {"id": name, "bureau": "某局", "region": "某市", "family": "trs", "hosts": list(hosts)}
    return Source.model_validate({**keys, "url": url or f"https://{hosts[0]}/"})


def test_one_worker_asks_a_host() -> None:
    one, two, bridge, alone = (
        source("a", "a.example"),
        source("b", "b.example"),
        source("c", "b.example", "a.example"),
        source("d", "d.example"),
    )
    assert afar.by_host([one, two, alone]) == [(one,), (two,), (alone,)]
    assert sorted(len(group) for group in afar.by_host([one, two, alone, bridge])) == [1, 3]


def test_a_batch_is_loaded_as_records_would_be_and_goes(
    sample: Settings, con: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bureau,) = pipeline.chosen(sample, ["yunting-kjj"])[0]
    (brought,) = pickle.loads(pickle.dumps(afar.visit([bureau], [Known()], sample.without_secrets())))
    assert brought.readings == brought.problems == ()
    assert brought.batch.parent == sample.batches
    pipeline.prepare(sample, ["yunting-kjj"])
    outcome = keeping.keep(bureau, brought, sample, "run")
    assert (outcome.new, outcome.problems, list(sample.batches.iterdir())) == (brought.listed, (), [])
    with visiting.client(sample) as http:
        again = keeping.keep(bureau, visiting.visit(bureau, Known(), sample, http), sample, "other")
    assert again.new == 0  # the same reports as records


def test_what_may_pass_is_tried_once_more(sample: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def visit(source: Source, *_: object) -> None:
        tried.append(source.id)
        raise FetchError("https://a.example/", "is away", retryable=source.id == "a")

    monkeypatch.setattr(visiting, "visit", visit)
    monkeypatch.setattr(afar, "AGAIN_AFTER_S", 0.001)
    sources = [source("a", "a.example"), source("b", "a.example")]
    found = afar.visit(sources, [Known(), Known()], sample)
    assert tried == ["a", "a", "b"]
    assert ["is away" in (one.error or "") for one in found] == [True, True]


def test_no_secret_travels(tmp_path: Path) -> None:
    channel = SmtpChannel(kind="smtp", host="mail.example", sender="a@b.cn", recipients=["c@d.cn"], password="geheim")
    settings = Settings(data=tmp_path, channels=(channel,))
    assert b"geheim" in pickle.dumps(settings)
    assert b"geheim" not in pickle.dumps(settings.without_secrets())


def test_batches_that_nobody_loads_go_after_two_days(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path)
    afar.sweep(settings)
    old, new = settings.batches / "old", settings.batches / "new"
    for folder in (old, new):
        folder.mkdir(parents=True)
    before = time.time() - afar.FORGOTTEN_S - 60
    os.utime(old, (before, before))
    afar.sweep(settings)
    assert list(settings.batches.iterdir()) == [new]
