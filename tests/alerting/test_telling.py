"""The whole decision: who is told of what, what is muted by what, and what a revision, a person or the clock ends."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from alerting.decide import stand_after
from alerting.digest import digest, message_id
from alerting.history import identity
from alerting.life import by_a_person
from alerting.mutes import senseless
from alerting.routes import Routes
from alerting.rules import AlertRules
from alerting.telling import State, tell
from benchmarks.deciding import AT, many
from tests.alerting.findings import Office, finding, overdue
from warehouse.records import Silence

TODAY = date(2026, 11, 20)


def rules(**changes: Any) -> AlertRules:
    return AlertRules.model_validate({"rules": {}, **changes})


def only_office(**changes: Any) -> AlertRules:
    """Everything goes to the office alone."""
    names = ("lagging", "claim", "overdue", "year_missed", "regression", "target_lowered")
    return rules(rules={name: {"tell": [{"to": ["office@city"]}]} for name in names}, **changes)


def test_everybody_is_told_once_and_a_second_run_is_silent() -> None:
    office = Office()
    told = office.run(finding())
    assert sorted(told) == [(who, "first", "lagging", "first") for who in ("hook", "mayor@city", "office@city")]
    assert office.run(finding()) == []


def test_the_rules_say_who_is_told_of_what() -> None:
    office = Office(
        rules(
            recipients={"leaders": ["mayor@city"]},
            rules={
                "lagging": {
                    "tell": [
                        {"to": ["mail:office@city"]},
                        {"severities": ["severe"], "bureaus": ["*科学*"], "indicators": ["*企业"], "to": ["leaders"]},
                    ]
                },
                "claim": {"enabled": False},
            },
        )
    )
    assert office.run(finding(), finding("claim")) == [("office@city", "first", "lagging", "first")]
    worse = finding(severity="severe", evidence="new")
    assert office.run(worse) == [
        ("mayor@city", "first", "lagging", "first"),
        ("office@city", "worse", "lagging", "worse"),
    ]


def test_a_reader_with_a_new_title_is_told_nothing_twice() -> None:
    office = Office(channels={"mail": ("张主任 <z@city>",)})
    office.run(finding())
    office.channels = {"mail": ("张局长 <z@city>",)}
    assert office.run(finding()) == []
    fine = finding(state="cleared", severity=None, evidence="new")
    assert office.run(fine) == [("张局长 <z@city>", "revised", "lagging", "withdrawn")]


def test_a_further_lag_of_the_same_bureau_is_new_in_the_group() -> None:
    office = Office(only_office())
    office.run(finding())
    assert office.run(finding(), finding(subject="k2")) == [("office@city", "new_in_group", "lagging", "first")]


def test_escalation_tells_the_recipients_of_each_level_when_it_is_reached() -> None:
    office = Office(only_office(escalation={2: ["mayor@city"], 3: ["hook"]}))
    assert office.run(finding(period="Q1"), today=date(2026, 4, 20)) == [("office@city", "first", "lagging", "first")]
    both = [finding(period="Q1"), finding(period="H1")]
    assert office.run(*both, today=date(2026, 7, 20)) == [("mayor@city", "first", "lagging", "first")]
    assert office.run(*both, finding()) == [("hook", "first", "lagging", "first")]
    alert = office.alerts[identity(finding())]
    assert (alert.level, alert.periods, alert.since_period) == (3, 3, "Q1")


def test_a_key_that_joins_another_is_not_told_anew_and_its_end_is_told_once() -> None:
    office = Office(only_office())
    assert office.run(finding(subject="k2")) == [("office@city", "first", "lagging", "first")]
    office.joined = {"k2": "k1"}
    assert office.run(finding()) == []
    states = {alert.indicator_key: alert.state for alert in office.alerts.values()}
    assert states == {"k1": "firing", "k2": "superseded"}
    assert office.run(finding()) == []
    assert office.run(finding(severity="severe", evidence="new")) == [("office@city", "worse", "lagging", "worse")]
    done = finding(period="FY", state="cleared")
    assert office.run(finding(), done, today=date(2027, 1, 20)) == [
        ("office@city", "all_resolved", "lagging", "resolved")
    ]


def test_what_is_withdrawn_and_holds_again_on_one_day_is_another_message() -> None:
    office, names = Office(only_office()), []
    for found in (finding(), finding(state="open", review="rejected"), finding()):
        names += [message_id(bundle) for bundle in office.decide([found]).bundles]
        office.run(found)
    assert len(names) == len(set(names)) == 3


def test_of_two_keys_that_were_both_told_one_alert_is_left() -> None:
    office = Office(only_office())
    office.run(finding(period="H1"), today=date(2026, 7, 20))
    office.run(finding(period="H1"), finding(subject="k2"))
    office.joined = {"k2": "k1"}
    assert office.run(finding(period="H1"), finding()) == []
    assert [alert.state for alert in office.alerts.values()] == ["firing", "superseded"]


def test_who_is_told_again_for_the_level_alone_is_not_told_that_it_grew_worse() -> None:
    office = Office(rules(escalation={2: ["office@city"]}), channels={"mail": ("office@city",)})
    first = finding(period="Q1", severity="severe")
    office.run(first, today=date(2026, 4, 20))
    (bundle,) = office.decide([first, finding(period="H1", severity="slight")], date(2026, 7, 20)).bundles
    text = digest(bundle, at=AT).text
    assert "自2026年一季度起，连续2期；加重或升级" in text
    assert "级别：二级（连续两期）" in text
    assert "程度" not in text


def test_an_acknowledged_lag_that_grows_worse_says_from_what() -> None:
    office = Office(only_office())
    office.run(finding(severity="slight"))
    key = identity(finding())
    office.alerts[key] = stand_after(
        by_a_person(office.alerts[key], "acknowledged", "acknowledged", who="王", note=""), office.alerts[key]
    )
    (bundle,) = office.decide([finding(severity="severe", evidence="new")]).bundles
    assert json.loads(digest(bundle, at=AT).payload)["bureaus"][0]["lagging"][0]["previous_severity"] == "slight"


def test_what_mutes_a_lag_is_named_as_it_is() -> None:
    same = [finding("year_missed", period="FY"), finding(period="FY")]
    (bundle, *_) = Office(only_office()).decide(same, date(2027, 1, 20)).bundles
    assert "滞后（与“全年未达目标”为同一事项，不重复提示）" in digest(bundle, at=AT).text


def test_a_report_that_came_is_named_and_has_not_caught_up_with_anything() -> None:
    office = Office(only_office())
    office.run(overdue())
    (bundle,) = office.decide([], date(2026, 11, 25)).bundles
    text = digest(bundle, at=AT).text
    assert "1. 〔未检索到报告（已消除）〕2026年三季度进展报告\n" in text
    assert "此前提示的事项中，1 项已消除。" in text


def test_an_end_is_told_to_who_knew_and_a_return_reopens_the_same_alert() -> None:
    office = Office(only_office())
    office.run(finding(period="Q1"), today=date(2026, 4, 20))
    fine = finding(period="H1", state="cleared", severity=None)
    assert office.run(fine, today=date(2026, 7, 20)) == [("office@city", "all_resolved", "lagging", "resolved")]
    assert office.run(fine, finding()) == [("office@city", "first", "lagging", "first")]
    assert list(office.alerts) == [identity(finding())]
    assert office.alerts[identity(finding())].step_no == 3


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ({"revision_id": "other", "extraction_id": "other"}, "revision"),
        ({"extraction_id": "other"}, "rereading"),
        ({"review": "corrected"}, "correction"),
        ({}, "assessment"),
    ],
)
def test_what_is_voided_is_withdrawn_from_everyone_who_was_told_even_in_silence(change: Any, cause: str) -> None:
    office = Office()
    office.run(finding())
    office.rules = only_office()  # the others are told no more, and were told then
    office.silences = [silence(bureau="*")]
    fine = finding(state="cleared", severity=None, evidence="new", words="完成48家", **change)
    decision = office.decide([fine])
    (step,) = decision.steps
    assert (step.state, step.reason, step.cause) == ("superseded", "withdrawn", cause)
    told = {bundle.recipient: bundle.parts[0] for bundle in decision.bundles}
    assert sorted(told) == ["hook", "mayor@city", "office@city"]
    assert told["hook"].reason == "revised"
    assert told["hook"].decision.resolved[0].error == "此前所据：Q3的内容；现为：完成48家"


def test_a_claim_that_a_newer_report_does_not_repeat_ends_in_silence_and_a_voided_one_is_withdrawn() -> None:
    office, lag = Office(only_office()), finding(period="H1")
    office.run(lag, finding("claim", period="H1"), today=date(2026, 7, 20))
    again = Office(office.rules, dict(office.alerts), list(office.told))
    fine = finding(state="cleared", severity=None)
    assert office.run(lag, fine) == [("office@city", "all_resolved", "lagging", "resolved")]
    assert {alert.state for alert in office.alerts.values()} == {"resolved"}
    assert again.run(replace(lag, evidence="new"), today=date(2026, 7, 21)) == [
        ("office@city", "revised", "claim", "withdrawn")
    ]


def test_a_person_acknowledges_and_only_worse_speaks_again() -> None:
    office = Office(only_office(remind_after_days=30))
    office.run(finding(period="H1"), today=date(2026, 7, 20))
    alert = office.alerts[identity(finding())]
    office.alerts[alert.alert_id] = stand_after(
        by_a_person(alert, "acknowledged", "acknowledged", who="王", note="已约谈"), alert
    )
    both = [finding(period="H1"), finding()]
    assert office.run(*both) == []
    assert office.alerts[alert.alert_id].state == "acknowledged"
    assert office.run(finding(severity="severe"), today=date(2026, 12, 30)) == [
        ("office@city", "worse", "lagging", "worse")
    ]
    assert office.alerts[alert.alert_id].state == "firing"


def test_what_nobody_acknowledged_is_told_again_after_the_days_of_the_setting() -> None:
    office = Office(only_office(remind_after_days=30))
    office.run(finding())
    assert office.run(finding(), today=TODAY + timedelta(days=29)) == []
    reminded = [("office@city", "reminder", "lagging", "reminder")]
    assert office.run(finding(), today=TODAY + timedelta(days=30)) == reminded
    assert office.run(finding(), today=TODAY + timedelta(days=31)) == []


def test_a_rule_that_waits_is_pending_first() -> None:
    office = Office(rules(rules={"lagging": {"after_periods": 2, "tell": [{"to": ["office@city"]}]}}))
    assert office.run(finding(period="Q1"), today=date(2026, 4, 20)) == []
    assert office.alerts[identity(finding())].state == "pending"
    told = office.run(finding(period="Q1"), finding(period="H1"), today=date(2026, 7, 20))
    assert told == [("office@city", "first", "lagging", "first")]
    assert office.alerts[identity(finding())].state == "firing"


def silence(until: date = TODAY, **matcher: str) -> Silence:
    return Silence("s1", tuple(matcher.items()), "王", "正在核实", until, datetime(2026, 11, 1, tzinfo=UTC))


def test_a_silence_mutes_is_listed_and_what_still_holds_is_told_when_it_ends() -> None:
    office = Office(only_office())
    office.silences = [silence(indicator="*企业", bureau="云川*")]
    decision = office.decide([finding(), finding(subject="k2", name="专利")])
    (bundle,) = decision.bundles
    assert [notice.row.name for notice in bundle.parts[0].decision.tell] == ["专利"]
    assert [(muted.finding.name, muted.by) for muted in bundle.muted] == [("新增入库科技型中小企业", "s1")]
    assert bundle.silences == tuple(office.silences)
    assert office.run(finding()) == []
    office.silences = []
    assert office.run(finding()) == [("office@city", "first", "lagging", "first")]


@pytest.mark.parametrize(
    ("by", "muted"),
    [
        (finding("broken", "yunchuan-kjj", "M10"), overdue()),
        (finding("broken", "yunchuan-kjj", "M10"), finding("due_soon", "yunchuan-kjj")),
        (overdue(), finding(period="H1")),
        (finding("year_missed", period="FY"), finding(period="FY")),
        (finding(), finding("due_soon")),
    ],
    ids=["broken-overdue", "broken-due", "overdue-lagging", "missed-lagging", "lagging-due"],
)
def test_one_thing_mutes_what_it_explains(by: Any, muted: Any) -> None:
    today = date(2027, 1, 20)
    decision = Office().decide([by, muted], today)
    assert [(one.finding.rule, one.by) for one in decision.muted] == [(muted.rule, by.rule)]
    assert any(step.rule == muted.rule and step.state == "firing" for step in decision.steps)
    assert muted.rule in {line[2] for line in Office().run(muted, today=today)}


def test_the_lags_of_a_first_load_are_told_although_its_next_report_is_overdue() -> None:
    assert len(Office(only_office()).run(overdue(), finding(period="H1", is_baseline=True))) == 2


def test_the_lags_of_a_first_load_are_told_although_its_next_report_is_due_soon() -> None:
    nearly, lag = finding("due_soon", "yunchuan-kjj"), finding(period="H1", is_baseline=True)
    told = Office().run(nearly, finding(period="Q1", is_baseline=True), lag, today=date(2026, 10, 27))
    assert {line[2] for line in told} == {"due_soon", "lagging"}


def test_each_further_quarter_without_a_report_is_news_and_the_report_ends_it() -> None:
    office = Office(only_office())
    assert office.run(overdue("H1"), today=date(2026, 8, 20)) == [("office@city", "first", "overdue", "first")]
    assert office.run(overdue("H1"), overdue("Q3")) == [("office@city", "worse", "overdue", "worse")]
    assert office.run(overdue("H1"), overdue("Q3")) == []
    assert office.run() == [("office@city", "all_resolved", "overdue", "resolved")]


def test_a_list_that_cannot_be_read_ends_no_overdue() -> None:
    office = Office(only_office())
    office.run(overdue())
    assert office.run(replace(overdue(), state="open")) == []


def test_what_still_stands_when_its_year_closes_expires_in_silence() -> None:
    office = Office()
    office.run(finding())
    assert office.run(finding(), today=date(2028, 1, 2)) == []
    assert office.alerts[identity(finding())].state == "expired"
    assert office.run(finding(), today=date(2028, 1, 3)) == []


def test_only_the_newest_period_of_a_first_load_is_told() -> None:
    office = Office(only_office())
    old = finding(subject="k2", period="Q1", is_baseline=True)
    assert len(office.run(finding(is_baseline=True), old)) == 1
    assert office.alerts[identity(old)].quiet == "baseline"


def test_many_alerts_for_many_recipients_are_one_bundle_each() -> None:
    """`python -m benchmarks.deciding` decides about 10,000 for 500."""
    rules, channels, found, rows = many(1000, 50)
    decision = tell(State(found, [], [], rows), rules, Routes(rules, channels), today=TODAY, at=AT)
    assert len(decision.steps) == 1000
    assert len(decision.bundles) == 50
    assert {len(bundle.parts[0].decision.tell) for bundle in decision.bundles} == {20}


@pytest.mark.parametrize(
    ("change", "cause"), [({"revision_id": "other"}, "revision"), ({"review": "corrected"}, "correction")]
)
def test_what_was_told_as_worse_than_a_correction_leaves_of_it_is_set_right(change: Any, cause: str) -> None:
    office = Office(only_office())
    office.run(finding(severity="severe"))
    slight = finding(severity="slight", evidence="new", words="完成68%", **change)
    decision = office.decide([slight])
    assert [(step.reason, step.cause, step.severity) for step in decision.steps] == [("corrected", cause, "slight")]
    (bundle,) = decision.bundles
    message = digest(bundle, at=AT)
    assert message.subject.endswith("滞后1项，其中更正1项")
    assert "起始：自2026年三季度起；程度由严重滞后更正为略滞后" in message.text
    assert "更正：此前所据：Q3的内容；现为：完成68%" in message.text
    assert json.loads(message.payload)["bureaus"][0]["lagging"][0]["reason"] == "revised"
    assert office.run(slight) == [("office@city", "revised", "lagging", "revised")]
    assert office.run(slight) == []
    again = finding(severity="behind", evidence="third", revision_id="third")
    assert office.run(again) == [("office@city", "worse", "lagging", "worse")]


def test_a_silence_mutes_an_end_too_until_it_is_over() -> None:
    office = Office(only_office())
    office.run(finding(period="H1"), today=date(2026, 7, 20))
    office.silences = [silence(bureau="*")]
    both = [finding(period="H1"), finding(state="cleared", severity=None)]
    assert office.run(*both) == []
    assert office.decide(both).muted == ()
    office.silences = []
    assert office.run(*both) == [("office@city", "all_resolved", "lagging", "resolved")]
    assert office.run(*both) == []


def test_who_has_left_is_told_of_no_end_and_of_every_error() -> None:
    office = Office(channels={"mail": ("office@city", "left@city")})
    office.run(overdue(), finding("regression", subject="k2"))
    office.channels = {"mail": ("office@city",)}
    fine = finding(subject="k2", state="cleared", severity=None, review="corrected")
    assert office.run(fine) == [
        ("left@city", "revised", "regression", "withdrawn"),
        ("office@city", "revised", "overdue", "resolved"),
        ("office@city", "revised", "regression", "withdrawn"),
    ]


@pytest.mark.parametrize(
    ("matcher", "words"),
    [
        ({"rule": "lag"}, "no rule fits 'lag'"),
        ({"severity": "sever"}, "no severity fits 'sever'"),
        ({"source": "yunting-kj"}, "no source fits 'yunting-kj'"),
        ({"buro": "*"}, "a matcher is FIELD=PATTERN"),
        ({}, "a matcher is FIELD=PATTERN"),
        ({"rule": "l*", "severity": "", "source": "yunting-*", "bureau": "*科技*"}, None),
    ],
)
def test_a_silence_that_could_mute_nothing_is_refused(matcher: dict[str, str], words: str | None) -> None:
    said = senseless(matcher, ["yunting-kjj"])
    assert (said or "").startswith(words or "")
    assert (said is None) == (words is None)


def test_who_is_listed_later_is_told_of_what_holds_and_of_nothing_that_is_long_over() -> None:
    office = Office(only_office(remind_after_days=30))
    old, lag = finding(period="Q1"), finding(subject="k2")
    office.run(old, lag)
    office.rules = rules(remind_after_days=30)
    told = office.run(old, lag, today=date(2027, 4, 20))
    assert ("hook", "first", "lagging", "first") in told
    assert len(told) == 3  # of the other lag alone: two who are new to it, and a reminder
