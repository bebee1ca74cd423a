"""Years of reports, corrections, gaps and killed runs against the promises of the decision."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from alerting.calendar import period_end, position
from alerting.decide import WEIGHT, Decision, decide
from tests.alerting.rows import after, row
from warehouse.records import Alert, Progress

KEYS = st.sampled_from(["a", "b"])
PERIODS = [(year, period) for year in (2025, 2026, 2027) for period in ("Q1", "H1", "Q3", "FY")]
AGES = st.sampled_from([0, 0, 0, 0, 1, 1, 2, 3, 5])  # how many periods ago
OUTCOMES = st.sampled_from(
    [
        *[("lagging", severity) for severity in ("slight", "behind", "severe", None)],
        *[("on_track", None), ("achieved", None), ("not_reported", None), ("unknown", None), ("misread", None)],
    ]
)


class Office(RuleBasedStateMachine):
    """One source and the people who read its messages; `readers` is all that they know."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[tuple[str, int, str], Progress] = {}
        self.alerts: tuple[Alert, ...] = ()
        self.today = date(2026, 4, 20)
        self.visits = 0
        self.revisions = 0
        self.sent: set[tuple[Any, ...]] = set()
        # alert id -> the worst that was told of the present lag; absent: no lag is known
        self.readers: dict[str, int] = {}

    @initialize(outcomes=st.lists(OUTCOMES, min_size=6, max_size=6))
    def first_visit(self, outcomes: list[tuple[Any, Any]]) -> None:
        """Three periods of the one indicator, the older two of the other."""
        entries = zip(["a", "a", "a", "b", "b", "b"], [0, 1, 2, 1, 2, 3], outcomes, strict=True)
        self.load(0, list(entries), True)

    @rule(
        days=st.sampled_from([0, 1, 30, 92, 92, 200]),
        entries=st.lists(st.tuples(KEYS, AGES, OUTCOMES), min_size=1, max_size=3),
        with_history=st.booleans(),
    )
    def load(self, days: int, entries: list[tuple[str, int, tuple[Any, Any]]], with_history: bool) -> None:
        """New reports and corrections of old ones, and the run that decides about them."""
        self.visits += 1
        self.today = min(self.today + timedelta(days=days), date(2028, 6, 1))
        over = [(year, period) for year, period in PERIODS if period_end(year, period) <= self.today]
        for key, age, (status, severity) in entries:
            self.put(key, *over[max(0, len(over) - 1 - age)], status, severity)
        self.run(with_history)

    @rule(key=KEYS)
    def newest_report_is_withdrawn(self, key: str) -> None:
        places = [place for place in self.rows if place[0] == key]
        if len(places) > 1:
            del self.rows[max(places, key=lambda place: position(*place[1:]))]
            self.run(True)

    def run(self, with_history: bool) -> None:
        decision = decide(self.visible(with_history), self.alerts, today=self.today)
        self.check(decision)
        self.alerts = after(decision.transitions, self.alerts)

    @rule()
    def killed_before_the_transaction(self) -> None:
        """What was decided and not recorded is decided again, the same."""
        rows = self.visible(True)
        assert decide(rows, self.alerts, today=self.today) == decide(rows, self.alerts, today=self.today)

    @precondition(lambda self: self.visits > 0)
    @invariant()
    def a_second_run_is_silent(self) -> None:
        again = decide(self.visible(True), self.alerts, today=self.today)
        assert not again.transitions
        assert not again.tell
        assert not again.resolved

    def put(self, key: str, year: int, period: str, status: Any, severity: Any) -> None:
        """A row; `misread` is what a person has said of it."""
        self.revisions += 1
        said = {"status": "unknown", "review": "rejected"} if status == "misread" else {"status": status}
        self.rows[key, year, period] = row(
            key, year, period, severity=severity, **said,
            assessment_id=f"r{self.revisions:05}", is_baseline=self.visits == 1,
        )  # fmt: skip

    def visible(self, with_history: bool) -> list[Progress]:
        """All rows, or the newest of each indicator's year: the decision takes both."""
        if with_history:
            return list(self.rows.values())
        newest: dict[tuple[str, int], Progress] = {}
        for (key, year, _), found in sorted(self.rows.items(), key=lambda item: position(*item[0][1:])):
            newest[key, year] = found
        return list(newest.values())

    def check(self, decision: Decision) -> None:
        told_now = {notice.alert_id: notice for notice in (*decision.tell, *decision.resolved)}
        assert len(told_now) == len(decision.tell) + len(decision.resolved)
        self.check_silence(told_now)
        for notice in decision.tell:
            self.check_lag(notice)
        for notice in decision.resolved:
            if notice.reason == "withdrawn":
                earlier = notice.earlier
                is_void = earlier and earlier.since_period == earlier.period == notice.period
                assert notice.row.review == "rejected" or is_void, "an end was called an error"
            else:
                assert notice.row.status in ("on_track", "achieved")
            assert notice.alert_id in self.readers, "resolved without a told lag"
            del self.readers[notice.alert_id]
        known = {alert.alert_id: alert for alert in self.alerts}
        for step in decision.transitions:
            if before := known.get(step.alert_id):
                assert position(step.year, step.period) >= position(before.year, before.period), "an older report won"
            assert step.told or step.alert_id not in told_now
            if step.state == "resolved":  # an end that may no longer be told is still an end
                self.readers.pop(step.alert_id, None)

    def check_lag(self, notice: Any) -> None:
        found: Progress = notice.row
        weight = WEIGHT[found.severity]
        assert found.status == "lagging"
        assert (self.today - found.cutoff).days <= 365 if found.cutoff else False
        told = (notice.alert_id, found.period, found.severity, found.assessment_id)
        assert told not in self.sent, "told twice"
        self.sent.add(told)
        assert notice.alert_id not in self.readers or notice.reason == "worse", "a lag that was told is told again"
        assert position(notice.year, notice.since_period) <= position(notice.year, notice.period)
        if found.is_baseline:
            newest = max(position(year, period) for _, year, period in self.rows)
            assert position(notice.year, notice.period) == newest
        self.readers[notice.alert_id] = weight

    def check_silence(self, told_now: dict[str, Any]) -> None:
        """Never silence for something new or worse, unless a rule of silence holds."""
        newest_rows = {(found.indicator_key, found.year): found for found in self.visible(False)}
        newest = max((position(year, period) for _, year, period in self.rows), default=(0, 0))
        states = {(alert.indicator_key, alert.year): alert for alert in self.alerts}
        for key, found in newest_rows.items():
            assert found.year
            assert found.period
            assert found.cutoff
            place, alert = position(found.year, found.period), states.get(key)
            if found.status != "lagging" or (self.today - found.cutoff).days > 365:
                continue
            if found.is_baseline and place < newest:
                continue
            if alert and place < position(alert.year, alert.period):
                continue
            if alert is None or alert.state == "resolved":
                assert any(notice.row == found for notice in told_now.values()), "silence on a new lag"
            elif WEIGHT[found.severity] > WEIGHT[alert.severity]:
                assert any(notice.row == found for notice in told_now.values()), "silence on a worse lag"
            elif not alert.told and place > position(alert.year, alert.period):
                assert any(notice.row == found for notice in told_now.values()), "silence on an untold lag"

    def teardown(self) -> None:
        for alert in self.alerts:
            if alert.state == "firing" and alert.told:
                assert alert.alert_id in self.readers


Office.TestCase.settings = settings(max_examples=200, stateful_step_count=20, deadline=None)
TestOffice = Office.TestCase


def test_the_promises_can_be_broken() -> None:
    """The machine notices a decision that repeats itself."""
    office = Office()
    office.visits = 2
    office.put("a", 2026, "Q1", "lagging", "behind")
    decision = decide(office.visible(True), (), today=office.today)
    office.check(decision)
    try:
        office.check(replace(decision, transitions=()))
    except AssertionError as error:
        assert "told" in str(error)  # noqa: PT017
    else:
        raise AssertionError("a repetition went unnoticed")
