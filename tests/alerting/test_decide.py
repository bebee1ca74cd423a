from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from alerting.calendar import period_end
from alerting.decide import Decision, decide
from tests.alerting.rows import after, firing, row
from warehouse.records import Alert, Progress

TODAY = date(2026, 10, 22)


def of(*rows: Progress, alerts: tuple[Alert, ...] = (), today: date = TODAY) -> Decision:
    return decide(rows, alerts, today=today)


def reasons(decision: Decision) -> list[str]:
    return [step.reason for step in decision.transitions]


def told(decision: Decision) -> list[tuple[str, str]]:
    return [(notice.row.indicator_key, notice.reason) for notice in (*decision.tell, *decision.resolved)]


def test_a_new_lag_is_told_once() -> None:
    first = of(row())
    assert told(first) == [("k1", "first")]
    assert first.transitions[0].told
    assert of(row(), alerts=after(first.transitions)) == Decision(TODAY, standing=(row(),), still_lagging=(row(),))


def test_a_lag_that_goes_on_is_recorded_and_not_told() -> None:
    decision = of(row(severity="behind"), alerts=(firing(since_period="Q1"),))
    assert reasons(decision) == ["none"]
    assert told(decision) == []
    step = decision.transitions[0]
    assert (step.period, step.since_period, step.told) == ("Q3", "Q1", True)


@pytest.mark.parametrize(
    ("before", "now", "reason"),
    [
        ("slight", "behind", "worse"),
        ("slight", "severe", "worse"),
        (None, "severe", "worse"),
        ("severe", "slight", "better"),
        ("slight", None, "none"),
    ],
)
def test_a_changed_severity(before: Any, now: Any, reason: str) -> None:
    decision = of(row(severity=now), alerts=(firing(severity=before),))
    assert reasons(decision) == [reason]
    assert told(decision) == ([("k1", "worse")] if reason == "worse" else [])


@pytest.mark.parametrize("status", ["on_track", "achieved"])
def test_a_told_lag_that_ended_is_told_once(status: Any) -> None:
    ended = row(status=status, severity=None)
    decision = of(ended, alerts=(firing(),))
    assert told(decision) == [("k1", "resolved")]
    assert of(ended, alerts=after(decision.transitions)).transitions == ()


@pytest.mark.parametrize("status", ["not_reported", "not_comparable", "unknown", "qualitative"])
def test_silence_of_the_report_ends_nothing(status: Any) -> None:
    decision = of(row(status=status, severity=None), alerts=(firing(),))
    assert decision.transitions == ()


@pytest.mark.parametrize(("status", "review"), [("unknown", "rejected"), ("not_comparable", "corrected")])
def test_a_told_lag_that_a_person_rules_out_is_withdrawn_once(status: Any, review: Any) -> None:
    ruled = row(status=status, severity=None, review=review)
    decision = of(ruled, alerts=(firing(period="Q3"),))
    assert told(decision) == [("k1", "withdrawn")]
    assert decision.transitions[0].state == "superseded"
    assert of(ruled, alerts=after(decision.transitions)).transitions == ()


def test_an_untold_lag_that_a_person_rules_out_ends_in_silence() -> None:
    decision = of(row(status="unknown", review="rejected"), alerts=(firing(period="Q3", told=False),))
    assert (reasons(decision), told(decision)) == (["none"], [])


@pytest.mark.parametrize(
    ("ruled", "alert"),
    [
        (row(status="unknown", review="rejected"), firing(since_period="H1", period="Q3")),
        (row(status="unknown", review="rejected"), firing(period="H1")),
        (row(status="unknown", review="accepted"), firing(period="Q3")),
    ],
    ids=["it lagged before", "it was told for an older period", "the person agrees"],
)
def test_what_a_person_says_of_one_figure_ends_no_lag_that_rests_on_another(ruled: Progress, alert: Alert) -> None:
    assert of(ruled, alerts=(alert,)).transitions == ()


def test_a_corrected_figure_resolves_and_raises_as_a_revised_one_does() -> None:
    fine = row(status="on_track", severity=None, basis="correction", review="corrected")
    assert told(of(fine, alerts=(firing(since_period="H1", period="Q3"),))) == [("k1", "resolved")]
    assert told(of(row(basis="correction", review="corrected"))) == [("k1", "first")]


def test_what_a_revision_of_its_only_period_voids_is_withdrawn_with_the_error() -> None:
    fine = row(status="on_track", severity=None, assessment_id="new", reason="完成48家/60家＝80.0%")
    decision = of(fine, alerts=(firing(period="Q3", words="完成21家/60家＝35.0%"),))
    assert told(decision) == [("k1", "withdrawn")]
    assert decision.transitions[0].state == "superseded"
    assert decision.resolved[0].error == "此前所据：完成21家/60家＝35.0%；现为：完成48家/60家＝80.0%"


def test_the_end_of_an_untold_lag_is_not_told() -> None:
    decision = of(row(status="on_track", severity=None), alerts=(firing(told=False),))
    assert reasons(decision) == ["none"]
    assert decision.transitions[0].state == "resolved"
    assert told(decision) == []


def test_a_lag_that_returns_is_told_again() -> None:
    resolved = firing(state="resolved", severity=None)
    decision = of(row(), alerts=(resolved,))
    assert told(decision) == [("k1", "first")]
    assert decision.tell[0].earlier == resolved
    assert decision.transitions[0].since_period == "Q3"


def test_of_a_first_visit_only_the_newest_period_is_told() -> None:
    old = row("old", period="Q1", is_baseline=True)
    last_year = row("last", year=2025, period="FY", is_baseline=True)
    decision = of(row(is_baseline=True), old, last_year)
    assert told(decision) == [("k1", "first")]
    assert sorted(reasons(decision)) == ["baseline", "baseline", "first"]
    assert of(row(is_baseline=True), old, last_year, alerts=after(decision.transitions)).transitions == ()


def test_an_untold_lag_of_the_baseline_is_told_when_a_later_period_lags_too() -> None:
    decision = of(row(), alerts=(firing(told=False),))
    assert told(decision) == [("k1", "first")]
    assert decision.transitions[0].since_period == "H1"


def test_a_late_report_on_an_older_period_may_alert_after_the_first_visit() -> None:
    assert ("late", "first") in told(of(row(), row("late", period="Q1")))


@pytest.mark.parametrize(("days", "reason"), [(365, "first"), (366, "closed")])
def test_a_period_that_ended_more_than_a_year_ago_is_closed(days: int, reason: str) -> None:
    decision = of(row(), today=period_end(2026, "Q3") + timedelta(days=days))
    assert reasons(decision) == [reason]
    assert decision.transitions[0].told == (reason == "first")


def test_the_end_of_a_lag_in_a_closed_period_is_recorded_only() -> None:
    decision = of(row(status="achieved", severity=None), alerts=(firing(),), today=date(2027, 12, 1))
    assert reasons(decision) == ["closed"]
    assert told(decision) == []


@pytest.mark.parametrize(
    "undated",
    [
        row(period=None),
        row(year=None),
        row(cutoff=None),
        replace(row(), period="Q2"),
        row(year=2027, period="H1"),
    ],
)
def test_without_a_period_that_can_be_nothing_is_raised_and_nothing_ends(undated: Progress) -> None:
    assert of(undated) == Decision(TODAY)


def test_a_misread_year_does_not_make_the_newest_period_old() -> None:
    assert told(of(row(is_baseline=True), row("k2", year=2062, is_baseline=True))) == [("k1", "first")]


def test_a_year_report_of_december_is_in_time() -> None:
    assert told(of(row(period="FY"), today=date(2026, 12, 20))) == [("k1", "first")]


def test_only_the_newest_period_of_an_indicator_counts() -> None:
    assert of(row(period="H1"), row(status="on_track", severity=None)).transitions == ()


def test_of_two_rows_on_one_period_the_later_published_counts() -> None:
    corrected = row(status="on_track", severity=None, published_on=date(2026, 10, 30), assessment_id="0")
    assert of(corrected, row()).transitions == ()
    assert of(row(), corrected).transitions == ()


def test_years_are_apart() -> None:
    decision = of(row(), row(year=2025, period="FY"))
    assert len({step.alert_id for step in decision.transitions}) == 2


def test_older_periods_date_the_beginning() -> None:
    rows = [
        row(period="M02", status="on_track", severity=None),
        row(period="Q1"),
        row(period="H1", status="not_reported", severity=None),
        row(),
    ]
    assert of(*rows).transitions[0].since_period == "Q1"


def test_a_corrected_older_period_moves_the_beginning() -> None:
    rows = [row(period="H1", status="on_track", severity=None), row()]
    decision = of(*rows, alerts=(firing(since_period="Q1"),))
    assert decision.transitions[0].since_period == "Q3"


def test_a_withdrawn_report_changes_nothing() -> None:
    alert = firing(period="Q3")
    assert of(row(period="H1", severity="severe"), alerts=(alert,)).transitions == ()
    assert of(row(period="H1", status="on_track", severity=None), alerts=(alert,)).transitions == ()


def test_corrections_to_and_fro_within_a_period_tell_nothing_twice() -> None:
    alerts = after(of(row(severity="behind")).transitions)
    for severity in ("slight", "behind", "slight", "behind"):
        decision = of(row(severity=severity), alerts=alerts)  # type: ignore[arg-type]
        assert decision.transitions == ()


def test_the_worst_comes_first() -> None:
    rows = [
        row("a", severity="slight", gap_pp=Decimal("-9")),
        row("b", severity="severe", gap_pp=Decimal("-31")),
        row("c", severity=None, gap_pp=None),
        row("d", severity="severe", gap_pp=Decimal("-60")),
    ]
    assert [key for key, _ in told(of(*rows))] == ["d", "b", "a", "c"]


def test_the_decision_says_how_the_others_stand() -> None:
    fine = row("fine", status="on_track", severity=None)
    known = row("known", severity="behind")
    decision = of(row(), fine, known, row("gone", period="H1"), alerts=(firing("known"),))
    assert set(decision.standing) == {row(), fine, known}
    assert decision.still_lagging == (known,)


def test_a_stretch_goal_is_recorded_and_never_told() -> None:
    decision = decide([row(tier="stretch", status="lagging", severity="behind")], [], today=TODAY)
    assert [step.reason for step in decision.transitions] == ["stretch"]
    assert decision.tell == ()
    assert not decision.transitions[0].told
