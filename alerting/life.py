"""An alert's life: what a run's findings change about each. Pure; the clock is given; a step is a row that is added.

pending -> firing <-> acknowledged -> resolved (it ended), superseded (a revision or a person voided it), expired (its
year closed); what ended may fire again within its year. The reason of a step:

| reason | state | when |
|---|---|---|
| first | firing | it holds, and nobody was told of it |
| worse | firing | was told, and its severity rose, or a further period came of what counts by periods |
| corrected | as before | was told as worse than a revision or a person now shows it, for the same period |
| better, none | as before | was told, still holds in a newer period |
| pending | pending | it holds in fewer periods than its rule waits for |
| baseline | firing | was there when the source was first visited, in an older period than its newest; told to nobody |
| closed | as it is | its period ended more than a year ago; told to nobody |
| stretch | firing | a 力争 goal: only what was firmly promised binds; told to nobody |
| resolved | resolved | it does not hold in a newer period, and somebody was told |
| withdrawn | superseded | the very figure it was told by was revised, read anew, or found wrong by a person |
| expired | expired | its year closed |
| joined | superseded | its key became another promise's, whose alert stands for both; told to nobody |

Within one period a severity falls by a revision or a person alone: readings that go to and fro tell nothing twice.
Missing, incomparable and unknown figures end nothing. An older report never wins over a newer one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from alerting.calendar import position
from alerting.history import ABOUT_SOURCES, OPEN, alert_id, histories, level_of, periods_in_a_row, since, when
from warehouse.records import Alert, AlertState, Cause, Finding, RuleName, Severity, Transition

OPEN_FOR = timedelta(days=365)
# a year's report may come out in its last weeks; a period further ahead was misread
IN_ADVANCE = timedelta(days=31)
# a lag in words alone has no severity; it weighs as the slightest
WEIGHT: dict[Severity | None, int] = {None: 1, "slight": 1, "behind": 2, "severe": 3}
# of these the view names all that hold: what it does not name has ended
BY_THE_CLOCK = frozenset[RuleName]({"overdue", "broken", "due_soon"})
# of these every further period is news
BY_PERIODS = frozenset[RuleName]({"overdue"})
LAGGING: tuple[RuleName, ...] = ("lagging",)
# of these a severity that was told too high is set right
MEASURED = frozenset[RuleName]({"lagging", "year_missed"})


def live(
    findings: Iterable[Finding],
    alerts: Iterable[Alert],
    *,
    today: date,
    rules: Collection[RuleName] = LAGGING,
    wait: Mapping[RuleName, int] | None = None,
) -> list[Transition]:
    """The steps that the findings of `rules` mean for the alerts of the same sources, at most one for each alert.

    `findings` may hold older periods: they date the beginning. `wait` says for how many periods a rule waits.
    """
    known = {alert.alert_id: alert for alert in alerts if alert.rule in rules}
    return steps_of(current(findings, known.values(), today), known, today=today, rules=rules, wait=wait or {})


def current(findings: Iterable[Finding], alerts: Iterable[Alert], today: date) -> dict[str, list[Finding]]:
    """What is found of every alert, the oldest period first; what no view names any more is cleared, or not there."""
    found = histories(finding for finding in findings if finding.cutoff <= today + IN_ADVANCE)
    return found | _cleared(found, alerts, today)


def steps_of(
    found: Mapping[str, Sequence[Finding]],
    known: Mapping[str, Alert],
    *,
    today: date,
    rules: Collection[RuleName],
    wait: Mapping[RuleName, int],
) -> list[Transition]:
    """As `live`, for what `current` says of the alerts in `known`."""
    newest = newest_by_source(history[-1] for history in found.values())
    steps = [
        step
        for key, history in found.items()
        if history[-1].rule in rules
        and (step := _step(history, known.get(key), newest.get(history[-1].source_id, (0, 0)), today, wait))
    ]
    closed = (replace(step, state="expired") if _is_over(step, today) else step for step in steps)
    return [*closed, *_expired(known, {step.alert_id for step in steps}, today)]


def newest_by_source(findings: Iterable[Finding]) -> dict[str, tuple[int, int]]:
    """The newest period that each source's reports tell of."""
    newest: dict[str, tuple[int, int]] = {}
    for finding in findings:
        if finding.subject != finding.source_id:  # an awaited report tells of nothing yet
            newest[finding.source_id] = max(newest.get(finding.source_id, (0, 0)), when(finding))
    return newest


def _cleared(found: Mapping[str, list[Finding]], alerts: Iterable[Alert], today: date) -> dict[str, list[Finding]]:
    """Open alerts of which no view says anything more: ended, where what they are about was looked at again."""
    ended = {}
    for alert in alerts:
        key = alert.alert_id
        if key in found or alert.state not in OPEN or alert.rule == "lagging":
            continue
        if alert.rule in BY_THE_CLOCK:
            ended[key] = [_of_source(alert, today)]
            continue
        judged = found.get(alert_id("lagging", alert.indicator_key, alert.year), ())
        if judged and (judged[-1].state != "open" or judged[-1].review in ("corrected", "rejected")):
            ended[key] = [replace(judged[-1], rule=alert.rule, state="cleared", severity=None)]
    return ended


def _of_source(alert: Alert, today: date) -> Finding:
    return Finding(
        alert.rule, alert.indicator_key, alert.source_id, "", "", alert.year, alert.period, today, "cleared",
        evidence=today.isoformat(),
    )  # fmt: skip


def _step(
    history: Sequence[Finding],
    alert: Alert | None,
    newest: tuple[int, int],
    today: date,
    wait: Mapping[RuleName, int],
) -> Transition | None:
    """What the newest finding of one alert changes, or None."""
    finding = history[-1]
    if alert and (alert.state == "expired" or when(finding) < position(alert.year, alert.period)):
        return None  # a newer report was withdrawn: what it said is not unsaid by an older one
    quiet = _quiet(finding, newest, today)
    if finding.state == "raised":
        return _raised(history, alert, quiet, wait.get(finding.rule, 1))
    if alert is None or alert.state not in OPEN:
        return None
    if finding.state == "cleared":
        return _ended(history, alert, quiet)
    return _transition(history, alert, "withdrawn", "superseded", None) if _is_ruled_out(finding, alert) else None


def _quiet(finding: Finding, newest: tuple[int, int], today: date) -> str | None:
    """Why this is recorded and never told."""
    if finding.rule in ABOUT_SOURCES:
        return None
    if today - finding.cutoff > OPEN_FOR:
        return "closed"
    if finding.tier == "stretch":
        return "stretch"
    return "baseline" if finding.is_baseline and when(finding) < newest else None


def _raised(history: Sequence[Finding], alert: Alert | None, quiet: str | None, wait: int) -> Transition | None:
    """A step where anything about it is new."""
    finding, is_open = history[-1], alert is not None and alert.state in OPEN
    if alert is None or not is_open:
        pending = "pending" if periods_in_a_row(history, alert) < wait else None
        return _transition(history, alert, quiet or pending or "first", "firing", quiet or pending)
    is_newer = when(finding) > position(alert.year, alert.period)
    rise = WEIGHT[finding.severity] - WEIGHT[alert.severity]
    if alert.state == "pending" and periods_in_a_row(history, alert) < wait:
        return _transition(history, alert, "pending", "firing", "pending") if is_newer else None
    if rise > 0 or (is_newer and finding.rule in BY_PERIODS):
        return _transition(history, alert, quiet or ("worse" if alert.told else "first"), "firing", quiet)
    if not is_newer:
        return _corrected(history, alert, rise)
    if not alert.told:
        return _transition(history, alert, quiet or "first", "firing", quiet)
    same: AlertState = "acknowledged" if alert.state == "acknowledged" else "firing"
    return _transition(history, alert, "better" if rise < 0 else "none", same, None)


def _corrected(history: Sequence[Finding], alert: Alert, rise: int) -> Transition | None:
    """A step where everyone who was told heard of something worse than a revision or a person leaves of it."""
    finding = history[-1]
    is_less = rise < 0 and alert.told and finding.rule in MEASURED
    if not is_less or cause_of(finding, alert) not in ("revision", "correction"):
        return None
    return _transition(history, alert, "corrected", alert.state, None)


def _ended(history: Sequence[Finding], alert: Alert, quiet: str | None) -> Transition:
    """Withdrawn where the firing rests on this very period alone, and not a newer one ended it."""
    if quiet == "closed":
        return _transition(history, alert, "closed", "resolved", "closed")
    is_void = history[-1].rule not in BY_THE_CLOCK and _rests_on(history[-1], alert)
    state: AlertState = "superseded" if is_void else "resolved"
    reason = "none" if not alert.told else "withdrawn" if is_void else "resolved"
    return _transition(history, alert, reason, state, None)


def _rests_on(finding: Finding, alert: Alert) -> bool:
    """Whether the whole firing is of this period: of an earlier one's lag nothing is unsaid."""
    return position(alert.year, alert.since_period) == position(alert.year, alert.period) == when(finding)


def _is_ruled_out(finding: Finding, alert: Alert) -> bool:
    """Whether a person has ruled out the figure that the firing rests on."""
    return finding.review in ("corrected", "rejected") and _rests_on(finding, alert)


def _transition(
    history: Sequence[Finding], alert: Alert | None, reason: str, state: AlertState, quiet: str | None
) -> Transition:
    """The row for the alert's history. Whether it was told is filled in by who decides about the telling."""
    finding, step_no = history[-1], alert.step_no + 1 if alert else 1
    was_told = alert is not None and alert.state in OPEN and alert.told
    periods = periods_in_a_row(history, alert) if state in OPEN or alert is None else alert.periods
    if reason == "withdrawn" and not was_told:
        reason = "none"
    rose = None if reason in ("better", "corrected") else alert.rose_no if alert and reason == "none" else step_no
    return Transition(
        alert_id=alert_id(finding.rule, finding.subject, finding.year),
        rule=finding.rule,
        indicator_key=finding.subject,
        source_id=finding.source_id,
        year=finding.year,
        period=finding.period,
        since_period=since(history, alert),
        state="pending" if quiet == "pending" else state,
        severity=finding.severity if finding.state == "raised" else None,
        reason=reason,
        assessment_id=finding.evidence,
        told=was_told and state in OPEN,
        step_no=step_no,
        rose_no=rose,
        quiet=quiet,
        level=level_of(finding, periods) if finding.state == "raised" else alert.level if alert else 1,
        periods=periods,
        cause=cause_of(finding, alert),
        words=finding.words,
        extraction_id=finding.extraction_id,
        revision_id=finding.revision_id,
    )


def cause_of(finding: Finding, alert: Alert | None) -> Cause:
    """What made it change: a newer period's report, or another reading, revision or ruling of the same period."""
    if finding.rule in ABOUT_SOURCES:
        return "visit" if finding.rule == "broken" or finding.state == "cleared" else "clock"
    if finding.rule == "due_soon" and finding.state == "raised":
        return "clock"
    if alert is None or when(finding) > position(alert.year, alert.period):
        return "report"
    if finding.review in ("corrected", "rejected"):
        return "correction"
    if finding.revision_id != alert.revision_id:
        return "revision"
    return "rereading" if finding.extraction_id != alert.extraction_id else "assessment"


def _expired(known: Mapping[str, Alert], stepped: Collection[str], today: date) -> list[Transition]:
    """Open alerts of a year that closed: a year after its end nothing about it can be told any more."""
    return [
        _of_alert(alert, "expired", "expired", "clock")
        for key, alert in known.items()
        if key not in stepped and _is_over(alert, today)
    ]


def _is_over(alert: Alert | Transition, today: date) -> bool:
    return alert.state in OPEN and today > date(alert.year, 12, 31) + OPEN_FOR


def _of_alert(alert: Alert, reason: str, state: AlertState, cause: Cause) -> Transition:
    return Transition(
        alert.alert_id, alert.rule, alert.indicator_key, alert.source_id, alert.year, alert.period, alert.since_period,
        state, alert.severity if state in OPEN else None, reason, alert.assessment_id, alert.told and state in OPEN,
        alert.step_no + 1, alert.rose_no, "closed" if state == "expired" else alert.quiet, alert.level, alert.periods,
        cause, alert.words, alert.extraction_id, alert.revision_id,
    )  # fmt: skip


def without_a_word(alert: Alert, reason: str) -> Transition:
    """The step by which it is replaced, of which nobody is told."""
    return _of_alert(alert, reason, "superseded", "assessment")


def by_a_person(alert: Alert, reason: str, state: AlertState, *, who: str, note: str) -> Transition:
    """A step that a person takes: acknowledged, or released again."""
    return replace(_of_alert(alert, reason, state, "person"), actor=who, note=note)
