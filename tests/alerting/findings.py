"""Findings of an invented city, and the whole decision about them, for the tests of this room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from alerting.addresses import Addresses
from alerting.bundle import Bundle
from alerting.calendar import period_end
from alerting.decide import stand_after
from alerting.routes import Routes
from alerting.rules import AlertRules
from alerting.telling import State, Telling, tell
from tests.alerting.rows import row
from warehouse.records import Alert, Finding, Progress, Silence, Told

CHANNELS = {"mail": ("office@city", "mayor@city"), "hook": ("hook",)}


def finding(rule: Any = "lagging", subject: str = "k1", period: str = "Q3", **changes: Any) -> Finding:
    """A lag of the science bureau, found in the third quarter; everything can be changed."""
    year = changes.pop("year", 2026)
    base = Finding(
        rule=rule,
        subject=subject,
        source_id="yunchuan-kjj",
        bureau="云川市科学技术局",
        region="云川市",
        year=year,
        period=period,
        cutoff=period_end(year, period),
        state="raised",
        severity="behind" if rule == "lagging" else None,
        name="新增入库科技型中小企业",
        words=f"{period}的内容",
        evidence=f"a-{subject}-{year}-{period}",
        extraction_id=f"x-{period}",
        revision_id=f"r-{period}",
    )
    return replace(base, **changes)


def overdue(period: str = "Q3", **changes: Any) -> Finding:
    """The bureau's report that was not found."""
    return finding("overdue", "yunchuan-kjj", period, **changes)


@dataclass
class Office:
    """A warehouse in miniature: what was decided is recorded, and is known the next time."""

    rules: AlertRules = field(default_factory=AlertRules)
    alerts: dict[str, Alert] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    silences: list[Silence] = field(default_factory=list)
    channels: Addresses = field(default_factory=lambda: CHANNELS)
    joined: dict[str, str] = field(default_factory=dict)
    sources: dict[str, tuple[str, str]] = field(default_factory=dict)

    def decide(self, findings: Sequence[Finding], today: date = date(2026, 11, 20)) -> Telling:
        at = datetime(today.year, today.month, today.day, tzinfo=UTC)
        rows = [rows_of(one) for one in findings if one.subject != one.source_id]
        state = State(
            findings, list(self.alerts.values()), self.told, rows, self.silences,
            joined=self.joined, sources=self.sources,
        )  # fmt: skip
        return tell(state, self.rules, Routes(self.rules, self.channels), today=today, at=at)

    def run(self, *findings: Finding, today: date = date(2026, 11, 20)) -> list[tuple[str, str, str, str]]:
        """(recipient, the part's reason, rule, why) of everything that is told; then it is recorded."""
        decision = self.decide(findings, today)
        for step in decision.steps:
            self.alerts[step.alert_id] = stand_after(step, self.alerts.get(step.alert_id))
        self.told = [*self.told, *(one for rows in decision.told.values() for one in rows)]
        return [line for bundle in decision.bundles for line in lines(bundle)]


def rows_of(one: Finding) -> Progress:
    """The row of mart.progress that a finding rests on."""
    status = {"raised": "lagging", "cleared": "on_track", "open": "not_reported"}[one.state]
    return row(
        one.subject, one.year, one.period, assessment_id=one.evidence, status=status, severity=one.severity,
        source_id=one.source_id, bureau=one.bureau, region=one.region, name=one.name,
    )  # fmt: skip


def lines(bundle: Bundle) -> list[tuple[str, str, str, str]]:
    """What a bundle tells, one line for each alert."""
    return [
        (bundle.recipient, part.reason, getattr(getattr(one, "finding", None), "rule", "lagging"), one.reason)
        for part in bundle.parts
        for one in (*part.decision.tell, *part.decision.resolved, *part.decision.found, *part.decision.ended)
    ]
