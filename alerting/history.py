"""What was found of one subject in one year, period by period: since when it holds, how long, how high it has risen."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date

from alerting.calendar import is_period, last_month, period_end, position
from warehouse.records import Alert, Finding, Progress, RuleName

# behind at the third quarter, and the year missed, are levels of their own
THIRD_QUARTER, YEAR_END = 9, 12
OPEN = frozenset[str]({"pending", "firing", "acknowledged"})
# about a source itself: what the view does not list does not hold
ABOUT_SOURCES = frozenset[RuleName]({"overdue", "broken"})
RAISED = {"lagging": "raised", "on_track": "cleared", "achieved": "cleared"}


def alert_id(rule: RuleName, subject: str, year: int) -> str:
    """The identity of an alert: never a value or a wording."""
    return hashlib.sha256(f"{rule}|{subject}|{year}".encode()).hexdigest()[:16]


def identity(finding: Finding) -> str:
    """The alert that a finding is about."""
    return alert_id(finding.rule, finding.subject, finding.year)


def when(finding: Finding) -> tuple[int, int]:
    """Where its period stands among all."""
    return position(finding.year, finding.period)


def lag_of(row: Progress) -> Finding | None:
    """What a row of mart.progress says of a lag; None without a period: that raises nothing."""
    if row.year is None or row.cutoff is None or row.period is None or not is_period(row.period):
        return None
    return Finding(
        rule="lagging",
        subject=row.indicator_key,
        source_id=row.source_id,
        bureau=row.bureau,
        region=row.region,
        year=row.year,
        period=row.period,
        cutoff=row.cutoff,
        state=RAISED.get(row.status, "open"),  # type: ignore[arg-type]
        severity=row.severity if row.status == "lagging" else None,
        gap_pp=row.gap_pp,
        name=row.name,
        department="、".join(row.departments),
        words=row.reason,
        sentence=row.sentence,
        url=row.url,
        published_on=row.published_on,
        evidence=row.assessment_id,
        tier=row.tier,
        is_baseline=row.is_baseline,
        review=row.review,
    )


def remembered(alert: Alert, named: tuple[str, str] | None = None) -> Finding:
    """What is known of an alert that no view names any more; `named` are its source's bureau and region."""
    bureau, region = named or ("", "")
    return Finding(
        rule=alert.rule,
        subject=alert.indicator_key,
        source_id=alert.source_id,
        bureau=bureau,
        region=region,
        year=alert.year,
        period=alert.period,
        cutoff=period_end(alert.year, alert.period),
        state="cleared",
        words=alert.words,
        evidence=alert.assessment_id,
    )


def histories(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Each alert's findings, the oldest period first, one for each period: of two the later published."""
    found: dict[str, dict[tuple[int, int], Finding]] = {}
    for finding in sorted(findings, key=_age):
        found.setdefault(identity(finding), {})[when(finding)] = finding
    return {key: list(periods.values()) for key, periods in found.items()}


def since(history: Sequence[Finding], alert: Alert | None) -> str:
    """The first period of the present firing; gaps in what was reported do not end it."""
    began = history[-1]
    for finding in reversed(history):
        if finding.state == "raised":
            began = finding
        elif finding.state == "cleared" and finding is not history[-1]:
            return began.period
    if alert and alert.state in OPEN and position(alert.year, alert.since_period) < when(began):
        return alert.since_period
    return began.period


def periods_in_a_row(history: Sequence[Finding], alert: Alert | None) -> int:
    """In how many reports, one after the other, it was found; what says nothing of it does not count."""
    count = 0
    for finding in reversed(history):
        if finding.state == "cleared":
            break
        count += finding.state == "raised"
    if alert is None or alert.state not in OPEN:
        return max(count, 1)
    is_newer = when(history[-1]) > position(alert.year, alert.period)
    return max(count, alert.periods + is_newer)


def level_of(finding: Finding, periods: int) -> int:
    """1 first period behind, 2 second in a row, 3 behind at the third quarter, 4 the year missed."""
    if finding.rule == "year_missed":
        return 4
    if finding.rule == "lagging" and last_month(finding.period) >= THIRD_QUARTER:
        return 4 if last_month(finding.period) == YEAR_END else 3
    return 2 if periods > 1 else 1


def _age(finding: Finding) -> tuple[tuple[int, int], date, date, str]:
    return when(finding), finding.cutoff, finding.published_on or date.min, finding.evidence
