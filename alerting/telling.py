"""A run's decision for everybody: the steps of all alerts, and for each recipient a bundle of what is news to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from alerting.addresses import Address
from alerting.bundle import Bundle, Muted
from alerting.decide import stand_after
from alerting.desk import Case, Desk, Named, worst_part
from alerting.history import ABOUT_SOURCES, OPEN, remembered
from alerting.joined import ended, moved, told_as
from alerting.life import LAGGING, OPEN_FOR, current, steps_of
from alerting.mutes import inhibited, silenced
from alerting.routes import Routes
from alerting.rules import AlertRules
from warehouse.records import Alert, Finding, Progress, RuleName, Silence, Told, Transition

_Audience = dict[Address, dict[str, list[tuple[Case, int]]]]


@dataclass(frozen=True, slots=True)
class State:
    """Everything that a decision rests on, of the sources that are decided about."""

    findings: Sequence[Finding]  # of lagging and of every rule that is enabled
    alerts: Sequence[Alert]
    told: Sequence[Told]
    rows: Sequence[Progress]  # of mart.progress, all periods
    silences: Sequence[Silence] = ()
    in_review: Mapping[str, int] = field(default_factory=dict)
    joined: Mapping[str, str] = field(default_factory=dict)  # key -> the key that stands for both in its year
    sources: Mapping[str, Named] = field(default_factory=dict)  # what is called so, also where it has no report


@dataclass(frozen=True, slots=True)
class Telling:
    """What to record and to send: `told` goes with the bundle of its address, once that is a message with an id."""

    steps: tuple[Transition, ...] = ()
    bundles: tuple[Bundle, ...] = ()
    told: Mapping[Address, tuple[Told, ...]] = field(default_factory=dict)
    muted: tuple[Muted, ...] = ()


def tell(state: State, rules: AlertRules, routes: Routes, *, today: date, at: datetime) -> Telling:
    """The decision. Pure: the same state gives the same answer, whatever ran before."""
    steps, cases = _cases(state, rules, today)
    desk = Desk(state.rows, state.in_review, rules, today, at, state.sources)
    readers = [replace(one, recipient=routes.listed(one.channel, one.recipient)) for one in state.told]
    known = _by_address(told_as(readers, moved(state.alerts, state.joined)))
    bundles, told = [], {}
    for address, by_source in sorted(_audience(cases, known, rules, routes).items()):
        made = [desk.part(address, group, known.get(address, {})) for group in by_source.values()]
        parts = [part for part, _ in made if part]
        if parts:
            muted = tuple(case.as_muted for group in by_source.values() for case, _ in group if case.by and case.holds)
            bundles.append(Bundle(*address, today, tuple(sorted(parts, key=worst_part)), muted, _used(muted, state)))
            told[address] = tuple(one for _, rows in made for one in rows)
    said = {one.alert_id for rows in told.values() for one in rows}
    return Telling(
        tuple(replace(step, told=step.told or step.alert_id in said) for step in steps),
        tuple(bundles),
        told,
        tuple(case.as_muted for case in cases if case.by and case.holds),
    )


def waits(rules: AlertRules) -> dict[RuleName, int]:
    """For how many reports in a row each rule waits."""
    return {name: rules.rule(name).after_periods for name in rules.on()}


def _cases(state: State, rules: AlertRules, today: date) -> tuple[list[Transition], list[Case]]:
    """The steps of this run, and every alert as it stands after them."""
    enabled = rules.on()
    replaced = moved(state.alerts, state.joined)
    before = {
        alert.alert_id: alert for alert in state.alerts if alert.rule in enabled and alert.alert_id not in replaced
    }
    found = current(state.findings, before.values(), today)
    steps = steps_of(found, before, today=today, rules=enabled, wait=waits(rules))
    step_of = {step.alert_id: step for step in steps}
    after = before | {key: stand_after(step, before.get(key)) for key, step in step_of.items()}
    newest = {key: history[-1] for key, history in found.items()}
    holding = {key: newest[key] for key, alert in after.items() if _holds(alert, newest.get(key))}
    inhibitors = inhibited(holding)
    return [*steps, *ended(state.alerts, replaced)], [
        Case(
            alert=_aged(alert, finding, today),
            before=before.get(key),
            step=step_of.get(key),
            finding=finding,
            by=_muted_by(key, finding, inhibitors, state.silences),
        )
        for key, alert in after.items()
        if (finding := newest.get(key) or remembered(alert, state.sources.get(alert.source_id)))
    ]


def _aged(alert: Alert, finding: Finding, today: date) -> Alert:
    """What nobody reported on for a year is closed, also to who is listed only now."""
    is_old = finding.rule not in ABOUT_SOURCES and today - finding.cutoff > OPEN_FOR
    return replace(alert, quiet="closed") if is_old and alert.state in OPEN else alert


def _holds(alert: Alert, finding: Finding | None) -> bool:
    return alert.state in OPEN and alert.quiet is None and finding is not None and finding.state == "raised"


def _muted_by(
    key: str, finding: Finding, inhibitors: Mapping[str, RuleName], silences: Sequence[Silence]
) -> str | None:
    """What keeps it from being told, that it holds or that it ended: a silence's id, or a rule's name."""
    silence = silenced(key, finding, silences)
    return silence.silence_id if silence else inhibitors.get(key)


def _by_address(told: Sequence[Told]) -> dict[Address, dict[str, Told]]:
    known: dict[Address, dict[str, Told]] = {}
    for one in told:
        known.setdefault((one.channel, one.recipient), {})[one.alert_id] = one
    return known


def _audience(
    cases: Sequence[Case], known: Mapping[Address, Mapping[str, Told]], rules: AlertRules, routes: Routes
) -> _Audience:
    """Each recipient's alerts by source, with the level of escalation that concerns them."""
    heard: dict[str, set[Address]] = {}
    for address, said in known.items():
        for key, one in said.items():
            if one.kind == "firing":
                heard.setdefault(key, set()).add(address)
    audience: _Audience = {}
    for case in cases:
        for address, level in _concerned(case, heard.get(case.alert.alert_id, set()), rules, routes):
            audience.setdefault(address, {}).setdefault(case.alert.source_id, []).append((case, level))
    return audience


def _concerned(case: Case, heard: set[Address], rules: AlertRules, routes: Routes) -> Iterator[tuple[Address, int]]:
    """Of what holds whoever the rules name; of what ended whoever was told of it."""
    if case.alert.quiet == "closed":
        return
    if case.alert.state in OPEN:
        if case.holds and case.finding:
            yield from sorted(routes.levels(case.finding, case.alert.level).items())
        return
    if case.alert.state == "resolved" and case.alert.rule in LAGGING and case.finding:
        if not rules.rules.back_on_track.enabled:
            return
        heard = heard & routes.recipients(case.finding, "back_on_track")
    if case.alert.state != "superseded":  # an error is withdrawn from whoever was told
        heard = {address for address in heard if routes.serves(address)}
    yield from ((address, 0) for address in sorted(heard))


def _used(muted: Sequence[Muted], state: State) -> tuple[Silence, ...]:
    """The silences that mute any of these."""
    ids = {one.by for one in muted}
    return tuple(one for one in state.silences if one.silence_id in ids)
