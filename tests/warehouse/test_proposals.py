"""Proposals stand beside the entry, for the content they were made on, and change no judgement."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from warehouse.load import load
from warehouse.progress import progress
from warehouse.proposals import Proposed, keep, unasked
from warehouse.review import queue

NOW = datetime(2031, 10, 20, 3, tzinfo=UTC)
FIGURE = Proposed("figure", Decimal("1.60"), "亿元", "完成1.6亿元")


@pytest.fixture
def entry(con, spec, written, revised, changed):
    extraction = changed(written([spec(target="120", refusal="另一口径")]), findings=())
    load(con, revised(extraction), extraction, version="1", run_id="r", known_at=NOW)
    (found,) = queue(con)
    return found


def test_a_figure_is_shown_and_judges_nothing(con, entry):
    before = progress(con)
    keep(con, entry, FIGURE, "qwen", NOW)
    (shown,) = queue(con)
    assert (shown.proposal, shown.proposal_quote, shown.proposed_by) == ("1.6亿元", "完成1.6亿元", "qwen")
    assert progress(con) == before
    assert con.execute("select count(*) from core.assessment").fetchone() == (1,)


def test_an_answer_that_does_not_count_is_kept_and_not_shown(con, entry):
    keep(con, entry, Proposed("misquoted", detail="没有这句"), "qwen", NOW)
    assert queue(con) == [entry]
    assert con.execute("select outcome, detail from core.proposal").fetchall() == [("misquoted", "没有这句")]


def test_the_newest_figure_holds(con, entry):
    keep(con, entry, FIGURE, "qwen", NOW)
    keep(con, entry, Proposed("figure", Decimal(2), "亿元", "2亿元"), "deepseek", NOW + timedelta(hours=1))
    keep(con, entry, Proposed("none"), "qwen", NOW + timedelta(hours=2))
    assert [found.proposal for found in queue(con)] == ["2亿元"]


def test_each_model_is_asked_once_about_a_page_as_it_stands(con, entry, spec, written, revised, changed):
    assert unasked(con, [entry], "qwen") == [entry]
    for _ in range(2):
        keep(con, entry, Proposed("none"), "qwen", NOW)
    assert con.execute("select count(*) from core.proposal").fetchone() == (1,)
    assert unasked(con, [entry], "qwen") == []
    assert unasked(con, [entry], "deepseek") == [entry]
    newer = changed(
        written([spec(target="120", refusal="又一口径"), spec(target="1", actual="1", name="x")]), findings=()
    )
    load(con, revised(newer, fetched_at=NOW + timedelta(days=1)), newer, version="1", run_id="r", known_at=NOW)
    keep(con, entry, FIGURE, "qwen", NOW)
    (again,) = queue(con)
    assert again.proposal is None
    assert unasked(con, [again], "qwen") == [again]
