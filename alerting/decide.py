"""The decision to notify: what a person must be told after a load, each with a named reason. Pure; the clock is given.

| reason | told | when |
|---|---|---|
| first | yes | lags, and nobody was told of this lag |
| worse | yes | was told, and its severity rose |
| better | no | was told, still lags in a newer period, less severely |
| none | no | was told, still lags in a newer period; or an untold lag ended |
| resolved | yes | was told, and is on track or achieved |
| withdrawn | yes | was told, began in this very period, and a person has found its figure misread or incomparable |
| baseline | no | was there when the source was first visited, in an older period than its newest |
| closed | no | the period ended more than a year ago |
| stretch | no | a 力争 goal: only what was firmly promised binds |

Within one period a severity that was told never falls: corrections that go to and fro tell nothing twice. Missing,
incomparable and unknown figures end nothing. A row without a period, or with one that lies ahead, raises nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from alerting.calendar import is_period, position
from warehouse.records import Alert, Cause, Finding, Progress, Severity, Status, Transition

Reason = Literal["first", "worse", "better", "resolved", "withdrawn", "none", "baseline", "closed", "stretch"]
RULE: Literal["lagging"] = "lagging"
OPEN_FOR = timedelta(days=365)
# a year's report may come out in its last weeks; a period further ahead was misread
IN_ADVANCE = timedelta(days=31)
TOLD_REASONS = frozenset[str]({"first", "worse", "resolved", "withdrawn"})
ENDINGS = frozenset[str]({"resolved", "withdrawn"})
ENDED = frozenset[Status]({"on_track", "achieved"})
# a lag in words alone has no severity; it weighs as the slightest
WEIGHT: dict[Severity | None, int] = {None: 1, "slight": 1, "behind": 2, "severe": 3}


@dataclass(frozen=True, slots=True)
class Notice:
    """One row to tell, with its period. `earlier` is the alert's state before; `since_period` is of the same year."""

    row: Progress
    year: int
    period: str
    reason: str
    since_period: str
    alert_id: str
    earlier: Alert | None
    level: int = 1  # of escalation: 1 first period behind, 2 second in a row, 3 behind at Q3, 4 year missed
    periods: int = 1  # reports in a row that showed it
    cause: Cause = "report"  # of an end or a withdrawal: report, revision, rereading, correction
    error: str = ""  # of a withdrawal: what was said before and what holds now, in words


@dataclass(frozen=True, slots=True)
class Tiding:
    """What is told by another rule than lagging; `row` is its indicator, None where the finding is about a source.

    `reason` is one of first, worse, reminder, resolved, withdrawn; `error` as in a Notice.
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
    """The identity of an alert: never a value or a wording."""
    return hashlib.sha256(f"{RULE}|{indicator_key}|{year}".encode()).hexdigest()[:16]


def decide(rows: Sequence[Progress], alerts: Sequence[Alert], *, today: date) -> Decision:
    """What one source's rows mean for its alerts. `rows` may hold older periods: they date the beginning of a lag."""
    histories = _histories(dated for row in rows if (dated := _dated(row, today)))
    newest = max((history[-1].position for history in histories.values()), default=(0, 0))
    known = {alert.alert_id: alert for alert in alerts}
    steps = {key: _step(history, known.get(key), newest, today) for key, history in histories.items()}
    notices = [
        _notice(step, histories[key][-1], known.get(key)) for key, step in steps.items() if step and _tells(step)
    ]
    standing = {key: history[-1].row for key, history in histories.items() if history[-1].position == newest}
    told_now = {notice.alert_id for notice in notices}
    return Decision(
        decided_on=today,
        transitions=tuple(step for step in steps.values() if step),
        tell=tuple(sorted((notice for notice in notices if notice.reason not in ENDINGS), key=_worst_first)),
        resolved=tuple(notice for notice in notices if notice.reason in ENDINGS),
        standing=tuple(standing.values()),
        still_lagging=tuple(
            row for key, row in standing.items() if key not in told_now and _was_told(row, known.get(key))
        ),
    )


@dataclass(frozen=True, slots=True)
class _Dated:
    """A row whose period is known."""

    row: Progress
    year: int
    period: str
    cutoff: date

    @property
    def position(self) -> tuple[int, int]:
        return position(self.year, self.period)

    @property
    def age(self) -> tuple[tuple[int, int], date, date, str]:
        """The order of rows; of two on the same period the later published counts."""
        return self.position, self.cutoff, self.row.published_on or date.min, self.row.assessment_id


def _dated(row: Progress, today: date) -> _Dated | None:
    if row.year is None or row.period is None or not is_period(row.period):
        return None
    if row.cutoff is None or row.cutoff > today + IN_ADVANCE:
        return None
    return _Dated(row, row.year, row.period, row.cutoff)


def _histories(rows: Iterable[_Dated]) -> dict[str, list[_Dated]]:
    """Each indicator's rows of a year by alert id, oldest period first, one row for each period."""
    found: dict[str, dict[tuple[int, int], _Dated]] = {}
    for row in sorted(rows, key=lambda dated: dated.age):
        found.setdefault(alert_id(row.row.indicator_key, row.year), {})[row.position] = row
    return {key: list(periods.values()) for key, periods in found.items()}


def _step(history: list[_Dated], alert: Alert | None, newest: tuple[int, int], today: date) -> Transition | None:
    """What the newest row of one indicator changes, or None."""
    row, status = history[-1], history[-1].row.status
    if alert and row.position < position(alert.year, alert.period):
        return None  # the newer report was withdrawn: what it said is not unsaid by an older one
    reason: Reason | None = None
    if status == "lagging":
        reason = _firing_reason(row, alert, _mute(row, newest, today))
    elif status in ENDED and alert and alert.state == "firing":
        reason = _ending_reason(alert, "resolved", _mute(row, newest, today))
    elif alert and alert.state == "firing" and _voids(row, alert):
        reason = _ending_reason(alert, "withdrawn", _mute(row, newest, today))
    return _transition(row, alert, reason, _since(history, alert)) if reason else None


def _mute(row: _Dated, newest: tuple[int, int], today: date) -> Reason | None:
    """Why this row is recorded and never sent."""
    if today - row.cutoff > OPEN_FOR:
        return "closed"
    if row.row.tier == "stretch":
        return "stretch"
    return "baseline" if row.row.is_baseline and row.position < newest else None


def _firing_reason(row: _Dated, alert: Alert | None, mute: Reason | None) -> Reason | None:
    """Why a lag is recorded now; None where nothing about it is new."""
    if alert is None or alert.state == "resolved":
        return mute or "first"
    rise = WEIGHT[row.row.severity] - WEIGHT[alert.severity]
    if rise > 0:
        return mute or ("worse" if alert.told else "first")
    if row.position == position(alert.year, alert.period):
        return None
    if not alert.told:
        return mute or "first"
    return "better" if rise < 0 else "none"


def _voids(row: _Dated, alert: Alert) -> bool:
    """Whether a person has ruled out the figure that the whole lag rests on; an earlier period's lag stands."""
    is_ruled_out = row.row.review in ("corrected", "rejected") and row.row.status != "lagging"
    return is_ruled_out and alert.since_period == alert.period == row.period


def _ending_reason(alert: Alert, ending: Reason, mute: Reason | None) -> Reason:
    """Why the end of a lag is told or not: only to those who know of the lag."""
    if mute == "closed":
        return "closed"
    return ending if alert.told else "none"


def _since(history: list[_Dated], alert: Alert | None) -> str:
    """The first period of the present lag; gaps in what was reported do not end it."""
    began = history[-1]
    for row in reversed(history):
        if row.row.status == "lagging":
            began = row
        elif row.row.status in ENDED and row is not history[-1]:
            return began.period
    if alert and alert.state == "firing" and position(alert.year, alert.since_period) < began.position:
        return alert.since_period
    return began.period


def _transition(row: _Dated, alert: Alert | None, reason: Reason, since: str) -> Transition:
    """The row for the alert's history; `told` stays true through a firing once a message told of it."""
    is_firing = row.row.status == "lagging"
    was_told = alert is not None and alert.state == "firing" and alert.told
    return Transition(
        alert_id=alert_id(row.row.indicator_key, row.year),
        rule=RULE,
        indicator_key=row.row.indicator_key,
        source_id=row.row.source_id,
        year=row.year,
        period=row.period,
        since_period=since,
        state="firing" if is_firing else "resolved",
        severity=row.row.severity if is_firing else None,
        reason=reason,
        assessment_id=row.row.assessment_id,
        told=reason in TOLD_REASONS or (is_firing and was_told),
    )


def _tells(step: Transition) -> bool:
    return step.reason in TOLD_REASONS


def _notice(step: Transition, row: _Dated, earlier: Alert | None) -> Notice:
    return Notice(row.row, row.year, row.period, step.reason, step.since_period, step.alert_id, earlier)


def _was_told(row: Progress, alert: Alert | None) -> bool:
    return row.status == "lagging" and alert is not None and alert.state == "firing" and alert.told


def _worst_first(notice: Notice) -> tuple[int, Decimal]:
    """Without a measure last among its equals."""
    gap = notice.row.gap_pp
    return -WEIGHT[notice.row.severity], Decimal("Infinity") if gap is None else gap
