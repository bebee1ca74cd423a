"""What people do with alerts: look, acknowledge, ask for silence, and see beforehand what the next run would tell."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

import duckdb

from alerting.decide import Notice, Tiding
from alerting.history import OPEN
from alerting.life import by_a_person
from alerting.mutes import senseless
from alerting.telling import Telling
from flows.alert_rules import office_of
from flows.keeping import writer
from flows.pipeline import chosen
from flows.problems import MisuseError
from flows.publishing import mark, publish_copy
from flows.reviewing import reviewer
from flows.settings import Settings
from flows.telling import decided
from flows.visible import one_line
from warehouse import alerts
from warehouse.records import Alert, Silence
from warehouse.silences import add_silence, end_silence, silences

_LISTED = """
select
    alert.alert_id, alert.rule, alert.state, alert.severity, alert.level, alert.year, alert.since_period, alert.period,
    alert.periods, coalesce(source.bureau, alert.source_id) as bureau, alert.source_id, alert.told, alert.quiet,
    alert.words, alert.actor, alert.note, alert.known_at
from mart.alerts as alert
left join core.v_source as source on alert.source_id = source.source_id
"""
_STEPS = """
select known_at, state, severity, level, reason, cause, period, words, assessment_id, run_id, actor, note
from ops.alert_event where alert_id = ? order by event_no
"""
_TOLD = """
select told_at, channel, recipient, kind, message_id from ops.told where alert_id = ? order by told_at, recipient
"""
Row = dict[str, Any]


def listed(settings: Settings, *, every: bool = False, source: str | None = None, rule: str | None = None) -> list[Row]:
    """The alerts that are open (all of them, with `every`), the highest level and the worst first."""
    states = "true" if every else "alert.state in ('pending', 'firing', 'acknowledged')"
    wanted = f" where {states} and coalesce(alert.source_id = ?, true) and coalesce(alert.rule = ?, true)"
    order = (
        " order by alert.level desc, array_position(['severe', 'behind', 'slight'], alert.severity) nulls last,"
        " bureau, alert.rule, alert.alert_id"
    )
    with writer(settings) as con:
        return _rows(con, _LISTED + wanted + order, [source, rule])


def shown(settings: Settings, name: str) -> tuple[Row, list[Row], list[Row]]:
    """An alert, the steps of its life, and who was told of it when."""
    with writer(settings) as con:
        alert_id = _named(con, name).alert_id
        (alert,) = _rows(con, _LISTED + " where alert.alert_id = ?", [alert_id])
        return alert, _rows(con, _STEPS, [alert_id]), _rows(con, _TOLD, [alert_id])


def acknowledge(settings: Settings, names: Sequence[str], note: str, *, release: bool = False) -> list[Alert]:
    """A person takes alerts on (or lets go of them again): no reminder comes, only what is worse. Each is a step."""
    who, at = reviewer(settings), datetime.now(UTC)
    with writer(settings) as con:
        found = [_named(con, name) for name in names]
        for alert in found:
            if alert.state not in OPEN:
                raise MisuseError(f"{alert.alert_id} is {alert.state}; only what is open can be acknowledged")
        mark(settings)
        reason, state = ("released", "firing") if release else ("acknowledged", "acknowledged")
        steps = [
            by_a_person(alert, reason, state, who=who, note=note)  # type: ignore[arg-type]
            for alert in found
            if alert.state != state
        ]
        alerts.record(con, steps, [], "", at)
    publish_copy(settings)
    return found


def silence(settings: Settings, matcher: Mapping[str, str], until: date, reason: str) -> Silence:
    """Nobody is told of what fits, until the day is over. Raises MisuseError for one that cannot be meant."""
    if wrong := senseless(matcher, [source.id for source in chosen(settings)[0]]):
        raise MisuseError(wrong)
    if until < settings.now_date():
        raise MisuseError(f"{until} is over; name the last day of the silence")
    if not reason.strip():
        raise MisuseError("say why: --why")
    at = datetime.now(UTC)
    pairs = tuple(sorted(matcher.items()))
    identity = hashlib.sha256(f"{pairs}|{at.isoformat()}".encode()).hexdigest()[:8]
    made = Silence(identity, pairs, reviewer(settings), reason, until, at)
    with writer(settings) as con:
        mark(settings)
        add_silence(con, made)
    publish_copy(settings)
    return made


def unsilence(settings: Settings, name: str) -> Silence:
    """The silence ends now. Raises MisuseError where none is called so."""
    with writer(settings) as con:
        found = [one for one in silences(con, settings.now_date()) if one.silence_id.startswith(name)]
        if len(found) != 1 or not name:
            raise MisuseError(f"{len(found)} silences that hold are called {name}; 'duban alerts list' shows them")
        mark(settings)
        end_silence(con, found[0].silence_id, reviewer(settings), datetime.now(UTC))
    publish_copy(settings)
    return found[0]


def active_silences(settings: Settings) -> list[Silence]:
    """Those that hold today."""
    with writer(settings) as con:
        return silences(con, settings.now_date())


def preview(settings: Settings) -> Telling:
    """What a run would decide now, if it found nothing new. Nothing is told or recorded."""
    sources, _ = chosen(settings)
    office = office_of(settings, [source.id for source in sources])
    with writer(settings) as con:
        return decided(con, [source.id for source in sources], settings, office, datetime.now(UTC))


def preview_lines(telling: Telling) -> Iterator[str]:
    """Each message with its reason, then what is muted and by what."""
    for bundle in telling.bundles:
        yield f"{bundle.channel}:{bundle.recipient}"
        for part in bundle.parts:
            yield f"  {one_line(part.bureau)} ({part.reason})"
            told: tuple[Notice | Tiding, ...] = (
                *part.decision.tell,
                *part.decision.resolved,
                *part.decision.found,
                *part.decision.ended,
            )
            yield from (f"    {_line(one)}" for one in told)
    if not telling.bundles:
        yield "nothing would be told"
    for muted in telling.muted:
        found = muted.finding
        yield f"muted by {muted.by}: {muted.alert_id} {found.rule} {one_line(found.bureau)} {one_line(found.name)}"
    quiet: dict[str, int] = {}
    for step in telling.steps:
        if step.quiet:
            quiet[step.quiet] = quiet.get(step.quiet, 0) + 1
    yield from (f"recorded and told to nobody: {count} ({why})" for why, count in sorted(quiet.items()))


def _line(one: Notice | Tiding) -> str:
    rule = one.finding.rule if isinstance(one, Tiding) else "lagging"
    name = one.finding.name if isinstance(one, Tiding) else one.row.name
    words = one.finding.words if isinstance(one, Tiding) else one.row.reason
    return f"{one.alert_id} {one.reason}: {rule}, {one_line(name)}: {one_line(words)}"


def _named(con: duckdb.DuckDBPyConnection, name: str) -> Alert:
    found = [alert for alert in alerts.alerts(con) if name and alert.alert_id.startswith(name)]
    if not found:
        raise MisuseError(f"no alert is called {name}; 'duban alerts list --all' shows the names")
    if len(found) > 1:
        raise MisuseError(f"{len(found)} names begin with {name!r}; write more of it")
    return found[0]


def _rows(con: duckdb.DuckDBPyConnection, query: str, given: Sequence[Any]) -> list[Row]:
    found = con.execute(query, list(given))
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
