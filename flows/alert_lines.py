"""Alerts, steps, silences and messages as lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from alerting.addresses import Addresses
from alerting.rules import AlertRules, Rules, resolve
from flows.settings import CLOCK
from flows.visible import one_line
from warehouse.outbox import Letter
from warehouse.records import Silence


def alert_line(row: dict[str, Any]) -> str:
    """One alert: its name, how it stands, what it is about."""
    told = "told" if row["told"] else f"told to nobody ({row['quiet'] or 'muted, or nobody is listed'})"
    severity = f" {row['severity']}" if row["severity"] else ""
    since = f"since {row['year']} {row['since_period']}, {row['periods']} in a row, level {row['level']}"
    return (
        f"{row['alert_id']}  {row['state']}  {row['rule']}{severity}  {one_line(row['bureau'])}  {since}  {told}\n"
        f"    {one_line(row['words'])}{_by(row)}"
    )


def step_line(row: dict[str, Any]) -> str:
    """One step of a life, with its cause, run and evidence."""
    severity = f" {row['severity']}" if row["severity"] else ""
    return (
        f"  {_time(row['known_at'])}  {row['state']}{severity}  {row['reason']} ({row['cause'] or 'report'})"
        f"  {row['period']}  evidence {row['assessment_id'] or '-'}  run {row['run_id'] or '-'}{_by(row)}"
    )


def told_line(row: dict[str, Any]) -> str:
    """Who was told when, and by which message."""
    to = f"{row['channel']}:{row['recipient']}"
    return f"  {_time(row['told_at'])}  told {one_line(to)}  {row['kind']}  message {row['message_id'][:16]}"


def silence_line(one: Silence) -> str:
    """A silence: what, until when, by whom, why."""
    what = " ".join(f"{name}={pattern}" for name, pattern in one.matcher)
    why = f"{one_line(one.author)}: {one_line(one.reason)}"
    return f"silence {one.silence_id}  {one_line(what)}  until {one.until}  {why}"


def letter_line(letter: Letter) -> str:
    """A message that did not arrive."""
    to = f"{letter.channel}:{letter.recipient}"
    return f"message {letter.message_id}  {one_line(to)}  {one_line(letter.subject)}"


def rule_lines(rules: AlertRules, channels: Addresses) -> Iterator[str]:
    """Each rule with everybody whom it may tell, then the levels."""
    for name in Rules.model_fields:
        rule = rules.rule(name)
        names = (to for tell in rule.tell for to in tell.to)
        yield f"{name:<16}{_people(names, rules, channels) if rule.enabled else 'off'}"
    for level, members in sorted(rules.escalation.items()):
        yield f"level {level:<10}{_people(members, rules, channels)}"


def _people(names: Any, rules: AlertRules, channels: Addresses) -> str:
    addresses = sorted({f"{channel}:{to}" for name in names for channel, to in resolve(name, rules, channels)})
    return one_line(", ".join(addresses))


def _by(row: dict[str, Any]) -> str:
    return f"  {one_line(row['actor'])}: {one_line(row['note'] or '')}" if row["actor"] else ""


def _time(at: datetime) -> str:
    """In China, wherever the machine stands."""
    return f"{at.astimezone(CLOCK):%Y-%m-%d %H:%M}"
