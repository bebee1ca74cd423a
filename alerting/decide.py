"""What one source's rows mean for one reader who is told of everything: the steps, and what to tell, the worst first.

The rules are elsewhere: what changes is in `alerting.life`, what is told in `alerting.notify`. Who is told of what in a
real run, with routes, silences and other rules beside lagging, is in `alerting.telling`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Literal

from alerting.calendar import position
from alerting.history import OPEN, RAISED, lag_of
from alerting.history import alert_id as _alert_id
from alerting.life import IN_ADVANCE, WEIGHT, live
from alerting.notify import Kind, Standing, notify
from warehouse.records import Alert, Cause, Finding, Progress, Told, Transition

RULE: Literal["lagging"] = "lagging"
ENDINGS = frozenset[str]({"resolved", "withdrawn"})


@dataclass(frozen=True, slots=True)
class Notice:
    """One row to tell, with its period. `earlier` is the alert's state before; `since_period` is of the same year."""

    row: Progress
    year: int
    period: str
    reason: str  # first, worse, revised, reminder, resolved, withdrawn
    since_period: str
    alert_id: str
    earlier: Alert | None
    level: int = 1  # of escalation: 1 first period behind, 2 second in a row, 3 behind at Q3, 4 year missed
    periods: int = 1  # reports in a row that showed it
    cause: Cause = "report"  # of an end or a withdrawal: report, revision, rereading, correction, assessment
    error: str = ""  # of what is revised or withdrawn: what was said before and what holds now, in words


@dataclass(frozen=True, slots=True)
class Tiding:
    """What is told by another rule than lagging; `row` is its indicator, None where the finding is about a source.

    `reason` and `error` as in a Notice.
    """

    finding: Finding
    row: Progress | None
    reason: str
    since_period: str
    alert_id: str
    earlier: Alert | None
    level: int = 1
    periods: int = 1
    cause: Cause = "report"
    error: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What to record and what to tell of one source.

    `tell` holds lags, the worst first, `resolved` those that ended or were withdrawn. `standing` are all rows of
    the source's newest period, `still_lagging` those of them that were told before and are not told now.
    """

    decided_on: date
    transitions: tuple[Transition, ...] = ()
    tell: tuple[Notice, ...] = ()
    resolved: tuple[Notice, ...] = ()
    standing: tuple[Progress, ...] = ()
    still_lagging: tuple[Progress, ...] = ()
    found: tuple[Tiding, ...] = ()  # what other rules raised
    ended: tuple[Tiding, ...] = ()  # of these what ended or was withdrawn


def alert_id(indicator_key: str, year: int) -> str:
    """The identity of a lag: never a value or a wording."""
    return _alert_id(RULE, indicator_key, year)


def decide(rows: Sequence[Progress], alerts: Sequence[Alert], *, today: date) -> Decision:
    """What one source's rows mean for its alerts. `rows` may hold older periods: they date the beginning of a lag."""
    findings = [found for row in rows if (found := lag_of(row))]
    before = {alert.alert_id: alert for alert in alerts}
    steps = {step.alert_id: step for step in live(findings, alerts, today=today)}
    after = {**before, **{key: stand_after(step, before.get(key)) for key, step in steps.items()}}
    at = datetime.combine(today, time(), UTC)
    said = dict(
        notify([standing_of(one, steps.get(key)) for key, one in after.items()], _known(alerts, at), at=at).items
    )
    steps = {key: replace(step, told=step.told or key in said) for key, step in steps.items()}
    standing, by_assessment = standing_rows(rows, today), {row.assessment_id: row for row in rows}
    notices = [_notice(steps[key], by_assessment, kind, before.get(key)) for key, kind in said.items() if key in steps]
    return Decision(
        decided_on=today,
        transitions=tuple(steps.values()),
        tell=tuple(sorted((notice for notice in notices if notice.reason not in ENDINGS), key=worst_first)),
        resolved=tuple(notice for notice in notices if notice.reason in ENDINGS),
        standing=standing,
        still_lagging=still_lagging(standing, {key for key, one in before.items() if one.told}, said),
    )


def stand_after(step: Transition, before: Alert | None) -> Alert:
    """How the alert stands once the step is recorded."""
    was_open = before is not None and before.state in OPEN
    same = before is not None and was_open == (step.state in OPEN)
    return Alert(
        alert_id=step.alert_id,
        rule=step.rule,
        indicator_key=step.indicator_key,
        source_id=step.source_id,
        year=step.year,
        state=step.state,
        severity=step.severity,
        since_period=step.since_period,
        period=step.period,
        told=step.told,
        step_no=step.step_no,
        began_no=before.began_no if before and same else step.step_no,
        rose_no=step.rose_no,
        quiet=step.quiet,
        level=step.level,
        periods=step.periods,
        assessment_id=step.assessment_id,
        words=step.words,
        extraction_id=step.extraction_id,
        revision_id=step.revision_id,
    )


def standing_of(
    alert: Alert,
    step: Transition | None = None,
    *,
    level: int = 0,
    is_muted: bool = False,
    tells_end: bool = True,
) -> Standing:
    """The alert as the decision to notify sees it, after this run's step."""
    return Standing(
        alert.alert_id, alert.state, alert.step_no, alert.began_no, alert.rose_no, level, alert.quiet is not None,
        is_muted, tells_end, step is not None and step.reason == "corrected",
    )  # fmt: skip


def error_words(finding_words: str, earlier: Alert | None) -> str:
    """What was said before and what holds now, for who was told the former."""
    before = earlier.words if earlier else ""
    return f"此前所据：{before}；现为：{finding_words}" if before and finding_words else finding_words or before


def standing_rows(rows: Iterable[Progress], today: date) -> tuple[Progress, ...]:
    """The rows of the source's newest period, one for each indicator."""
    newest: dict[str, tuple[tuple[tuple[int, int], date, date, str], Progress]] = {}
    for row in rows:
        if row.year is None or row.cutoff is None or row.cutoff > today + IN_ADVANCE or lag_of(row) is None:
            continue
        age = (position(row.year, row.period or ""), row.cutoff, row.published_on or date.min, row.assessment_id)
        key = alert_id(row.indicator_key, row.year)
        if key not in newest or newest[key][0] < age:
            newest[key] = age, row
    last = max((age[0] for age, _ in newest.values()), default=(0, 0))
    return tuple(row for age, row in newest.values() if age[0] == last)


def still_lagging(standing: Sequence[Progress], told: Iterable[str], said: Mapping[str, Kind]) -> tuple[Progress, ...]:
    """Of the newest period what lags, was told before, and is not told now."""
    known = set(told) - set(said)
    lagging = (row for row in standing if RAISED.get(row.status) == "raised")
    return tuple(row for row in lagging if alert_id(row.indicator_key, row.year or 0) in known)


def worst_first(notice: Notice) -> tuple[int, Decimal]:
    """Without a measure last among its equals."""
    gap = notice.row.gap_pp
    return -WEIGHT[notice.row.severity], Decimal("Infinity") if gap is None else gap


def _known(alerts: Iterable[Alert], at: datetime) -> dict[str, Told]:
    """What the one reader knows: what was told of every alert that is open."""
    return {
        alert.alert_id: Told("", "", alert.alert_id, alert.source_id, "firing", alert.step_no, 0, "", at)
        for alert in alerts
        if alert.told and alert.state in OPEN
    }


def _notice(step: Transition, rows: Mapping[str, Progress], kind: Kind, earlier: Alert | None) -> Notice:
    return Notice(
        row=rows[step.assessment_id],
        year=step.year,
        period=step.period,
        reason=kind,
        since_period=step.since_period,
        alert_id=step.alert_id,
        earlier=earlier,
        level=step.level,
        periods=step.periods,
        cause=step.cause,
        error=error_words(step.words, earlier) if kind in ("withdrawn", "revised") else "",
    )
