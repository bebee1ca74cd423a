"""The job over the sample site, without Prefect: what is new, told once, resolved, and what a failure leaves alone."""

from __future__ import annotations

import errno
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from connectors.sites import Listed
from flows import telling, visiting
from flows.keeping import Outcome
from flows.pipeline import RunResult
from flows.published import newest
from flows.publishing import MARK
from flows.samples import sample_environment
from flows.sending import send_pending
from flows.settings import Settings, load_settings
from warehouse import archive
from warehouse.store import open_reader

pytestmark = pytest.mark.integration

RunPlain = Callable[..., RunResult]


def by_source(result: RunResult) -> dict[str, Outcome]:
    return {outcome.source_id: outcome for outcome in result.outcomes}


def test_the_first_run_loads_and_tells(sample: Settings, run_plain: RunPlain) -> None:
    result = run_plain(sample)
    assert result.problems == ()
    assert len(result.outcomes) == 6
    assert all(outcome.new == outcome.listed > 0 for outcome in result.outcomes)
    assert result.total("told") > 0
    assert {row.status for row in newest(sample)} == {
        "achieved", "on_track", "lagging", "not_reported", "not_comparable", "unknown", "qualitative",
    }  # fmt: skip


def test_the_second_run_is_silent(sample: Settings, after_first_run: Callable[..., None], run_plain: RunPlain) -> None:
    after_first_run()
    sent = send_pending(sample).sent
    before = sorted(path.name for path in sample.mail.iterdir())
    result = run_plain(sample)
    assert (result.total("new"), result.total("told"), result.messages) == (0, 0, 0)
    assert result.total("listed") > 0
    assert send_pending(sample).sent == 0
    assert sorted(path.name for path in sample.mail.iterdir()) == before
    assert len(before) == sent > 0


def test_some_days_later_a_correction_and_a_new_report(
    sample: Settings, after_first_run: Callable[..., None], run_plain: RunPlain
) -> None:
    after_first_run()
    with sample_environment(revision=2):
        later = by_source(run_plain(load_settings().model_copy(update={"recheck_hours": 0})))
    assert later["yunting-kjj"].new == 1  # the same address with other bytes
    assert later["yunting-zjj"].new == 1
    assert later["yunting-kjj"].resolved + later["yunting-zjj"].resolved > 0
    assert later["yunting-mzj"].new == 0


def test_a_source_that_is_away_leaves_the_others_alone(
    sample: Settings, monkeypatch: pytest.MonkeyPatch, run_plain: RunPlain
) -> None:
    hosts = sample.hosts | {"kjj.yunting.example": "127.0.0.1:9"}
    result = run_plain(sample.model_copy(update={"hosts": hosts}), ["yunting-kjj", "yunting-mzj"])
    (problem,) = result.problems
    assert problem.source == "yunting-kjj"
    assert "cannot be reached" in str(problem)
    assert len(str(problem).splitlines()) == 1
    assert sum(outcome.new > 0 for outcome in result.outcomes) == 1


def test_what_was_missed_comes_with_the_next_run(sample: Settings, run_plain: RunPlain) -> None:
    away = sample.model_copy(update={"hosts": sample.hosts | {"kjj.yunting.example": "127.0.0.1:9"}})
    both = ["yunting-kjj", "yunting-mzj"]
    run_plain(away, both)
    result = by_source(run_plain(sample, both))
    assert result["yunting-kjj"].new > 0
    assert result["yunting-mzj"].new == 0


def test_killed_between_load_and_decision_the_next_run_tells(
    sample: Settings, monkeypatch: pytest.MonkeyPatch, run_plain: RunPlain
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(telling, "tell", killed)
        with pytest.raises(KeyboardInterrupt):
            run_plain(sample, ["yunting-fgw"])
    assert (sample.data / MARK).exists()
    result = by_source(run_plain(sample, ["yunting-fgw"]))["yunting-fgw"]
    assert result.new == 0
    assert result.told > 0


def test_a_full_disk_fails_its_source_in_one_line(
    sample: Settings, monkeypatch: pytest.MonkeyPatch, run_plain: RunPlain
) -> None:
    def full(folder: Path, content: bytes) -> str:
        raise OSError(errno.ENOSPC, "No space left on device", str(folder))

    monkeypatch.setattr(archive, "store", full)
    result = run_plain(sample)
    assert len(result.problems) == 6
    assert all("the disk is full" in str(problem) for problem in result.problems)


def test_a_page_that_cannot_be_read_leaves_the_others_alone(
    sample: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run_plain: RunPlain
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"")
    (folder / "b.txt").write_bytes(b"%PDF-1.7 \x00")
    (folder / "c.txt").write_text(
        "某市科技局2026年前三季度重点任务进展情况\n一、新建平台20家。截至9月底，新建平台8家。", encoding="utf-8"
    )
    sources = tmp_path / "sources"
    sources.mkdir()
    text = f"id: x-kjj\nbureau: 某市科技局\nregion: 某市\nfamily: folder\nurl: {folder}\n"
    (sources / "x-kjj.yaml").write_text(text, encoding="utf-8")
    result = run_plain(sample.model_copy(update={"sources": sources}))
    assert [outcome.new for outcome in result.outcomes] == [1]
    assert len(result.problems) == 2
    assert all("x-kjj" in str(problem) for problem in result.problems)


def test_a_source_file_with_mistakes_leaves_the_others_alone(
    sample: Settings, tmp_path: Path, run_plain: RunPlain
) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    for path in sample.sources.glob("yunting-m*.yaml"):
        (sources / path.name).write_bytes(path.read_bytes())
    (sources / "x-kjj.yaml").write_text("id: x-kjj\nburo: 某市科技局\n", encoding="utf-8")
    result = run_plain(sample.model_copy(update={"sources": sources}))
    (problem,) = result.problems
    assert "x-kjj.yaml" in str(problem)
    assert "buro" in str(problem)
    assert result.total("new") > 0


def test_what_is_due_again(sample: Settings) -> None:
    today = sample.now_date()
    old = Listed("http://a/1", "old", today - timedelta(days=201))
    young = Listed("http://a/2", "young", today - timedelta(days=20))
    undated = Listed("http://a/3", "undated", None)
    unknown = Listed("http://a/4", "unknown", today - timedelta(days=900))
    known = visiting.Known(frozenset((item.url, "sha") for item in (old, young, undated)))
    now = datetime.now(UTC)
    assert list(visiting.due([young, old, undated, unknown], known, sample, now)) == [unknown, young, undated]


def test_the_least_confidence_counts_for_what_is_kept_already(sample: Settings, run_plain: RunPlain) -> None:
    def judged(least: str) -> tuple[list[tuple[str, str]], int, int]:
        settings = sample.model_copy(update={"confidence_min": Decimal(least)})
        result = run_plain(settings, ["yunting-fgw"])
        with open_reader(settings.published_copy) as con:
            (count,) = con.execute("select count(*) from core.assessment").fetchall()[0]
        return [(row.indicator_key, row.status) for row in newest(settings)], result.total("new"), count

    first, new, some = judged("0.6")
    assert new > 0
    strict, new, more = judged("1")
    assert new == 0
    changed = [(was, now) for was, now in zip(first, strict, strict=True) if was != now]
    assert changed
    assert {status for _, (_, status) in changed} == {"unknown"}
    assert judged("1") == (strict, 0, more)
    again, _, most = judged("0.6")  # A -> B -> A: what held first holds again, in rows of its own
    assert again == first
    assert more - some == most - more > 0
