"""What a person says wins over what was read, stays beside it, and holds when the same is read again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from tests.measured import assert_measured_as_now
from warehouse.correcting import Dating, Figure, Ruling, rule, undo
from warehouse.load import load
from warehouse.progress import progress
from warehouse.review import adrift, find, queue, report_of

NOW = datetime(2031, 10, 20, 3, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
URL = "https://lanqiao.example/t1.shtml"


def put(con, revision, extraction, *, version="1", known_at=NOW):
    return load(con, revision, extraction, version=version, run_id="r", known_at=known_at)


def entry(con, name="改造窗口"):
    (row,) = [row for row in progress(con, latest=False) if row.name == name]
    (found,) = find(con, row.review_id)
    return found


def items(value, unit="项"):
    return Figure(Decimal(value), unit, unit, countable=True)


def ruling(verdict="corrected", **more):
    return Ruling(verdict, "查阅附件", "王芳", **more)


@pytest.fixture(autouse=True)
def measured(con):
    """Whatever people say, what is kept of the rule's measures is what would be worked out now."""
    yield
    assert_measured_as_now(con)


@pytest.fixture
def lagging(con, spec, written, revised):
    """A report whose figure was read as 9 where the annex says 95; the warehouse that holds it."""
    extraction = written([spec(target="120", actual="9"), spec(target="8", actual="8", name="上线事项")])
    put(con, revised(extraction), extraction)
    return extraction


def test_a_corrected_figure_is_judged_and_says_that_it_is_one(con, lagging):
    kept = rule(con, entry(con), ruling(actual=items(95)), LATER)
    row, other = progress(con)
    assert (row.status, row.basis, row.actual_text, row.review) == ("on_track", "correction", "95项", "corrected")
    assert "95项/120项" in row.reason
    assert row.reason.endswith("（经人工更正）")
    assert (other.status, other.basis, other.review) == ("achieved", "figure", None)
    said = con.execute(
        "select basis, actual_base, correction_id from core.assessment order by known_at desc limit 1"
    ).fetchone()
    assert said == ("correction", 95, kept)
    assert con.execute("select text, value from core.actual where indicator_no = 0").fetchall() == [("9项", 9)]


def test_a_corrected_target_in_another_magnitude(con, spec, written, revised):
    yi = {"unit": "亿元", "magnitude": 10**8, "noun": "元"}
    extraction = written([spec(target="20", actual="1.6", **yi)])
    put(con, revised(extraction), extraction)
    target = Figure(Decimal(20000), "万元", "元", Decimal(10**4))
    rule(con, entry(con), ruling(target=target), LATER)
    (row,) = progress(con)
    assert (row.status, row.target_text, row.completion) == ("on_track", "20000万元", Decimal("0.8"))


def test_saying_the_same_twice_keeps_it_once(con, lagging):
    about, said = entry(con), ruling(actual=items(95))
    assert rule(con, about, said, LATER) == rule(con, about, said, LATER)
    assert con.execute("select count(*) from core.correction").fetchone() == (1,)


def test_it_survives_another_extraction_and_a_change_elsewhere_on_the_page(con, lagging, spec, written, revised):
    rule(con, entry(con), ruling(actual=items(95)), LATER)
    put(con, revised(lagging), lagging, version="2", known_at=LATER + timedelta(days=1))
    assert progress(con)[0].actual_text == "95项"
    again = written([spec(target="120", actual="9"), spec(target="8", actual="7", name="上线事项")])
    put(con, revised(again, fetched_at=LATER), again, version="2", known_at=LATER + timedelta(days=2))
    row, other = progress(con)
    assert (row.actual_text, row.status, other.actual_text) == ("95项", "on_track", "7项")


def test_it_holds_when_the_report_is_published_again_at_another_address(con, lagging, revised):
    rule(con, entry(con), ruling(actual=items(95)), LATER)
    put(con, revised(lagging, "https://lanqiao.example/t2.shtml", published_on=date(2031, 11, 3)), lagging)
    row = progress(con)[0]
    assert (row.url, row.actual_text) == ("https://lanqiao.example/t2.shtml", "95项")


def test_a_page_that_says_something_else_is_looked_at_anew(con, lagging, spec, written, revised):
    rule(con, entry(con), ruling(actual=items(95)), LATER)
    newer = written([spec(target="120", actual="110"), spec(target="8", actual="8", name="上线事项")])
    put(con, revised(newer, fetched_at=LATER), newer, known_at=LATER + timedelta(days=1))
    row = progress(con)[0]
    assert (row.actual_text, row.basis, row.review) == ("110项", "figure", None)
    (lost,) = adrift(con)
    assert (lost.correction, lost.who) == ("实绩95项", "王芳")


def test_it_says_nothing_of_another_period(con, lagging, spec, written, revised):
    rule(con, entry(con), ruling(actual=items(95)), LATER)
    next_one = written([spec(target="120", actual="9")], "FY")
    put(con, revised(next_one, "https://lanqiao.example/t9.shtml"), next_one)
    (row,) = progress(con)
    assert (row.period, row.actual_text, row.status) == ("FY", "9项", "lagging")


def test_the_newest_holds_and_each_may_be_taken_back(con, lagging):
    first = rule(con, entry(con), ruling(actual=items(95)), LATER)
    second = rule(con, entry(con), ruling(actual=items(60)), LATER + timedelta(minutes=1))
    assert progress(con)[0].actual_text == "60项"
    undo(con, second, "看错了", "王芳", LATER + timedelta(minutes=2))
    assert (progress(con)[0].actual_text, progress(con)[0].status) == ("95项", "on_track")
    undo(con, first, "看错了", "王芳", LATER + timedelta(minutes=3))
    row = progress(con)[0]
    assert (row.actual_text, row.status, row.basis, row.review) == ("9项", "lagging", "figure", None)
    states = con.execute("select state from mart.corrections order by known_at").fetchall()
    assert {state for (state,) in states} == {"undone"}
    with pytest.raises(KeyError):
        undo(con, "nosuch", "", "", LATER)


def test_who_when_and_why_are_kept(con, lagging):
    rule(con, entry(con), ruling(actual=items(95), quote="实绩9项"), LATER)
    row = con.execute(
        "select who, why, known_at, correction, quote, state, url, year, period from mart.corrections"
    ).fetchone()
    assert row == ("王芳", "查阅附件", LATER, "实绩95项", "实绩9项", "holds", URL, 2031, "Q3")
    seen = entry(con)
    assert (seen.review, seen.reviewed_by, seen.reviewed_at, seen.review_why) == (
        "corrected", "王芳", LATER, "查阅附件",
    )  # fmt: skip


def test_a_rejected_reading_concludes_nothing(con, lagging):
    rule(con, entry(con), ruling("rejected"), LATER)
    row = progress(con)[0]
    assert (row.status, row.severity, row.basis, row.gap_pp) == ("unknown", None, "correction", None)
    assert "查阅附件" in row.reason


def test_what_a_person_calls_incomparable_is(con, lagging):
    rule(con, entry(con), ruling(status="not_comparable"), LATER)
    row = progress(con)[0]
    assert (row.status, row.basis) == ("not_comparable", "correction")
    assert "查阅附件" in row.reason


def test_an_accepted_doubtful_link_is_judged_by_its_figures(con, spec, written, revised):
    extraction = written([spec(target="120", actual="9", confidence=0.4)])
    put(con, revised(extraction), extraction)
    assert progress(con)[0].status == "unknown"
    rule(con, entry(con), ruling("accepted"), LATER)
    row = progress(con)[0]
    assert (row.status, row.severity, row.basis, row.review) == ("lagging", "severe", "figure", "accepted")
    assert queue(con) == [found for found in queue(con) if found.about == "finding"]


def test_a_refused_candidate_may_be_replaced_by_a_figure(con, spec, written, revised):
    extraction = written([spec(target="120", refusal="申报数不是认定数")])
    put(con, revised(extraction), extraction)
    rule(con, entry(con), ruling(actual=items(95)), LATER)
    (row,) = progress(con)
    assert (row.status, row.actual_text) == ("on_track", "95项")


def test_a_correction_that_makes_it_lag(con, spec, written, revised):
    extraction = written([spec(target="120", actual="95")])
    put(con, revised(extraction), extraction)
    rule(con, entry(con), ruling(actual=items(59)), LATER)
    (row,) = progress(con)
    assert (row.status, row.severity) == ("lagging", "behind")


def test_a_period_given_by_a_person_dates_every_row(con, spec, written, revised):
    own = spec(target="8", actual="3", name="上线事项", cutoff=date(2031, 8, 31))
    extraction = written([spec(target="120", actual="95"), own], None)
    put(con, revised(extraction), extraction)
    assert [row.status for row in progress(con)] == ["unknown", "lagging"]
    (about,) = [found for found in queue(con) if found.about == "report"]
    assert about.reasons == ("period_unknown",)
    rule(con, about, ruling(dating=Dating(2031, "Q3", date(2031, 9, 30))), LATER)
    row, own_row = progress(con)
    assert (row.year, row.period, row.cutoff, row.status, row.basis) == (
        2031, "Q3", date(2031, 9, 30), "on_track", "correction",
    )  # fmt: skip
    assert row.reason.endswith("（报告期由人工确定）")
    assert own_row.cutoff == date(2031, 8, 31)
    assert con.execute("select period, correction_id is not null from mart.reports").fetchall() == [("Q3", True)]
    assert con.execute("select period, cutoff from core.report").fetchall() == [(None, None)]


def test_a_misread_period_takes_its_figures_dates_with_it(con, spec, written, revised):
    extraction = written([spec(target="120", actual="50", cutoff=date(2031, 9, 30))])
    put(con, revised(extraction), extraction)
    rule(con, report_of(con, entry(con)), ruling(dating=Dating(2031, "H1", date(2031, 6, 30))), LATER)
    (row,) = progress(con)
    assert (row.period, row.cutoff, row.status) == ("H1", date(2031, 6, 30), "lagging")


def test_a_period_given_to_one_page_is_not_given_to_the_next_at_its_address(con, spec, written, revised):
    first = written([spec(target="120", actual="95")], None)
    put(con, revised(first), first)
    (about,) = [found for found in queue(con) if found.about == "report"]
    rule(con, about, ruling(dating=Dating(2031, "Q3", date(2031, 9, 30))), LATER)
    newer = written([spec(target="120", actual="119")], None)
    put(con, revised(newer, fetched_at=LATER), newer, known_at=LATER + timedelta(days=90))
    assert progress(con, latest=False)[0].period is None
    assert [found.about for found in queue(con) if "period_unknown" in found.reasons] == ["report"]


def test_indicators_corrected_before_their_report_had_a_period_keep_it(con, spec, written, revised):
    extraction = written([spec(target="120", actual="9")], None)
    put(con, revised(extraction), extraction)
    rule(con, entry(con), ruling(actual=items(95)), LATER)
    (about,) = [found for found in queue(con) if found.about == "report"]
    rule(con, about, ruling(dating=Dating(2031, "Q3", date(2031, 9, 30))), LATER + timedelta(minutes=1))
    (row,) = progress(con)
    assert (row.period, row.actual_text, row.status) == ("Q3", "95项", "on_track")


def test_what_was_known_before_stays(con, lagging):
    rule(con, entry(con), ruling(actual=items(95)), LATER)
    said = con.execute("select status from core.assessment where indicator_no = 0 order by known_at").fetchall()
    assert said == [("lagging",), ("on_track",)]
