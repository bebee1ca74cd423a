"""One recipient's share: what of a bureau's alerts is news to them, as part of a message and as what they then know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from alerting.addresses import Address
from alerting.bundle import Muted, Part
from alerting.decide import (
    ENDINGS,
    Decision,
    Notice,
    Tiding,
    error_words,
    standing_of,
    standing_rows,
    still_lagging,
    worst_first,
)
from alerting.history import OPEN
from alerting.life import WEIGHT
from alerting.notify import Kind, notify
from alerting.rules import AlertRules
from warehouse.records import Alert, Finding, Progress, RuleName, Told, Transition

# their end is worth a word; what was lowered, dropped or said wrongly is not undone by a later report
TELLS_END = frozenset[RuleName]({"lagging", "year_missed", "forecast", "overdue", "broken"})
Group = Sequence[tuple["Case", int]]
Named = tuple[str, str]  # a bureau and its region


@dataclass(frozen=True, slots=True)
class Case:
    """One alert as it stands after this run's step. `by` is what mutes it, `finding` the newest that is known of it."""

    alert: Alert
    before: Alert | None
    step: Transition | None
    finding: Finding | None
    by: str | None

    @property
    def holds(self) -> bool:
        """Whether it is found now, and not only not known to have ended."""
        return self.alert.state in OPEN and self.finding is not None and self.finding.state == "raised"

    @property
    def as_muted(self) -> Muted:
        """For the list of what is muted; only of what holds."""
        assert self.finding is not None
        return Muted(self.finding, self.alert.alert_id, self.by or "")


class Desk:
    """Makes the parts; what is the same for all recipients is made once."""

    def __init__(
        self,
        rows: Sequence[Progress],
        in_review: Mapping[str, int],
        rules: AlertRules,
        today: date,
        at: datetime,
        sources: Mapping[str, Named],
    ) -> None:
        self._rows = {row.assessment_id: row for row in rows}
        self._in_review, self._today, self._at, self._sources = in_review, today, at, sources
        self._remind = timedelta(days=rules.remind_after_days) if rules.remind_after_days else None
        self._standing: dict[str, tuple[Progress, ...]] = {}
        self._of_source: dict[str, list[Progress]] = defaultdict(list)
        for row in rows:
            self._of_source[row.source_id].append(row)

    def part(self, address: Address, group: Group, known: Mapping[str, Told]) -> tuple[Part | None, list[Told]]:
        """A bureau's part, None where nothing is news, and what the recipient knows by it."""
        standings = [
            standing_of(
                case.alert,
                case.step,
                level=level,
                is_muted=case.by is not None,
                tells_end=case.alert.rule in TELLS_END,
            )
            for case, level in group
        ]
        news = notify(standings, known, at=self._at, remind_after=self._remind)
        if not news.items:
            return None, []
        kinds, first = dict(news.items), group[0][0]
        bureau, region = self._named(group)
        source_id = first.alert.source_id
        decision = self._decision(source_id, [case for case, _ in group], kinds, known)
        rows = [
            _told(address, case, level, kind, self._at)
            for case, level in group
            if (kind := kinds.get(case.alert.alert_id))
        ]
        return Part(source_id, bureau, region, news.reason, decision, self._in_review.get(source_id, 0)), rows

    def _named(self, group: Group) -> Named:
        source_id = group[0][0].alert.source_id
        if rows := self._of_source.get(source_id):
            return rows[0].bureau, rows[0].region
        named = next((case.finding for case, _ in group if case.finding and case.finding.bureau), None)
        return (named.bureau, named.region) if named else self._sources.get(source_id, (source_id, ""))

    def _decision(
        self, source_id: str, cases: Sequence[Case], kinds: Mapping[str, Kind], known: Mapping[str, Told]
    ) -> Decision:
        tell: list[Notice] = []
        resolved: list[Notice] = []
        found: list[Tiding] = []
        ended: list[Tiding] = []
        for case in cases:
            kind = kinds.get(case.alert.alert_id)
            if kind is None or case.finding is None:
                continue
            row = self._row(case)
            if case.alert.rule == "lagging" and row is not None:
                (resolved if kind in ENDINGS else tell).append(_notice(case, row, kind))
            else:
                (ended if kind in ENDINGS else found).append(_tiding(case, case.finding, row, kind))
        standing = self._rows_standing(source_id)
        firing = {key for key, one in known.items() if one.kind == "firing"}
        return Decision(
            decided_on=self._today,
            tell=tuple(sorted(tell, key=worst_first)),
            resolved=tuple(resolved),
            standing=standing,
            still_lagging=still_lagging(standing, firing, kinds),
            found=tuple(sorted(found, key=_as_found)),
            ended=tuple(sorted(ended, key=_as_found)),
        )

    def _row(self, case: Case) -> Progress | None:
        evidence = case.finding.evidence if case.finding else ""
        return self._rows.get(evidence) or self._rows.get(case.alert.assessment_id)

    def _rows_standing(self, source_id: str) -> tuple[Progress, ...]:
        if source_id not in self._standing:
            self._standing[source_id] = standing_rows(self._of_source.get(source_id, ()), self._today)
        return self._standing[source_id]


def worst_part(part: Part) -> tuple[int, int, str]:
    """The bureau with the worst lag first, then the one with most news."""
    decision = part.decision
    weights = [WEIGHT[notice.row.severity] for notice in decision.tell]
    return -max(weights, default=0), -len(decision.tell) - len(decision.found), part.source_id


def _notice(case: Case, row: Progress, kind: Kind) -> Notice:
    alert = case.alert
    return Notice(
        row=row,
        year=alert.year,
        period=alert.period,
        reason=kind,
        since_period=alert.since_period,
        alert_id=alert.alert_id,
        earlier=case.before,
        level=alert.level,
        periods=alert.periods,
        cause=case.step.cause if case.step else "report",
        error=_error(case, kind),
    )


def _tiding(case: Case, finding: Finding, row: Progress | None, kind: Kind) -> Tiding:
    alert = case.alert
    return Tiding(
        finding=finding,
        row=row,
        reason=kind,
        since_period=alert.since_period,
        alert_id=alert.alert_id,
        earlier=case.before,
        level=alert.level,
        periods=alert.periods,
        cause=case.step.cause if case.step else "report",
        error=_error(case, kind),
    )


def _error(case: Case, kind: Kind) -> str:
    return error_words(case.alert.words, case.before) if kind in ("withdrawn", "revised") else ""


def _as_found(tiding: Tiding) -> tuple[str, int, Decimal, str]:
    """By rule, the worst first."""
    finding = tiding.finding
    gap = Decimal("Infinity") if finding.gap_pp is None else finding.gap_pp
    return finding.rule, -WEIGHT[finding.severity], gap, tiding.alert_id


def _told(address: Address, case: Case, level: int, kind: Kind, at: datetime) -> Told:
    alert = case.alert
    ends = "withdrawn" if kind == "withdrawn" else "ended" if kind == "resolved" else "firing"
    return Told(*address, alert.alert_id, alert.source_id, ends, alert.step_no, level, "", at)  # type: ignore[arg-type]
