"""`duban alerts`: what is open, who was told, and what a person says of it. As quick to import as the rest."""

from __future__ import annotations

from datetime import date

from cyclopts import App

from flows.cli_common import Flag, in_force

alerts_app = App(name="alerts", help="What is open, who was told of it, and what a person does about it.")


@alerts_app.command(name="list")
def list_alerts(*, all: Flag = False, source: str | None = None, rule: str | None = None, json: Flag = False) -> int:
    """Print the open alerts, the highest level first, then the silences that hold and what did not arrive.

    Parameters
    ----------
    all
        Also what is resolved, superseded or expired.
    source
        Only of this source.
    rule
        Only of this rule: lagging, overdue, claim ...
    json
        Print one JSON list of the alerts.
    """
    from flows import alert_desk, outbox
    from flows.alert_lines import alert_line, letter_line, silence_line
    from flows.jsonout import dumps

    settings = in_force()
    rows = alert_desk.listed(settings, every=all, source=source, rule=rule)
    if json:
        print(dumps(rows))
        return 0
    for row in rows:
        print(alert_line(row))
    print(f"{len(rows)} alerts")
    for silence in alert_desk.active_silences(settings):
        print(silence_line(silence))
    for letter in outbox.dead_letters(settings):
        print(letter_line(letter))
    return 0


@alerts_app.command
def show(alert_id: str, /) -> int:
    """Print one alert: every step of its life with its cause, and who was told of it when.

    Parameters
    ----------
    alert_id
        Its name, or the beginning of it.
    """
    from flows.alert_desk import shown
    from flows.alert_lines import alert_line, step_line, told_line

    alert, steps, told = shown(in_force(), alert_id)
    print(alert_line(alert))
    for step in steps:
        print(step_line(step))
    for one in told:
        print(told_line(one))
    return 0


@alerts_app.command
def ack(*alert_ids: str, note: str = "", release: Flag = False) -> int:
    """Take alerts on: no reminder of them comes any more, only what is worse.

    Parameters
    ----------
    alert_ids
        Their names, or the beginnings of them.
    note
        What is done about it.
    release
        Let go of them again.
    """
    from flows.alert_desk import acknowledge
    from flows.problems import MisuseError

    if not alert_ids:
        raise MisuseError("name an alert; 'duban alerts list' shows them")
    for alert in acknowledge(in_force(), alert_ids, note, release=release):
        print(f"{alert.alert_id}: {'released' if release else 'acknowledged'}")
    return 0


@alerts_app.command
def silence(*matcher: str, until: date, why: str) -> int:
    """Tell nobody of what fits, until a day is over; digests list it.

    Parameters
    ----------
    matcher
        FIELD=PATTERN, all of which must fit: bureau=*科技*, rule=claim, indicator=..., source=..., alert=...
    until
        The last day (2026-12-31).
    why
        The reason, for everybody to read.
    """
    from flows import alert_desk
    from flows.alert_lines import silence_line
    from flows.problems import MisuseError

    if wrong := [one for one in matcher if "=" not in one]:
        raise MisuseError(f"{wrong[0]!r} is no FIELD=PATTERN, such as bureau=*科技*")
    pairs = dict(one.split("=", 1) for one in matcher)
    if len(pairs) < len(matcher):
        raise MisuseError("each field stands once; make a silence for each of two patterns")
    print(silence_line(alert_desk.silence(in_force(), pairs, until, why)))
    return 0


@alerts_app.command
def unsilence(silence_id: str, /) -> int:
    """End a silence before its time.

    Parameters
    ----------
    silence_id
        Its name, or the beginning of it.
    """
    from flows import alert_desk
    from flows.alert_lines import silence_line

    print(f"ended: {silence_line(alert_desk.unsilence(in_force(), silence_id))}")
    return 0


@alerts_app.command
def preview() -> int:
    """Print what a run would tell now, to whom and why, and what is muted by what. Nothing is sent."""
    from flows import alert_desk

    for line in alert_desk.preview_lines(alert_desk.preview(in_force())):
        print(line)
    return 0


@alerts_app.command
def replay(*message_ids: str) -> int:
    """Have what did not arrive tried anew by the next delivery, under the same name.

    Parameters
    ----------
    message_ids
        Messages, by their names; all that are given up, when left out.
    """
    from flows import outbox
    from flows.alert_lines import letter_line

    again = outbox.replay(in_force(), message_ids)
    for letter in again:
        print(letter_line(letter))
    print(f"{len(again)} messages wait again")
    return 0


@alerts_app.command(name="test")
def try_out(*names: str, rules: Flag = False) -> int:
    """Check alerts.yaml, print who is told by each rule, and send each recipient a trial message: who answered what.

    Parameters
    ----------
    names
        Only to these: a channel, CHANNEL:ADDRESS, or a list of alerts.yaml; everybody, when left out.
    rules
        Only check and print; nothing is sent.
    """
    from flows.alert_lines import rule_lines
    from flows.alert_rules import channels_of, office_of
    from flows.pipeline import chosen
    from flows.trial import recipients, trials

    settings = in_force()
    sources, _ = chosen(settings)
    office = office_of(settings, [source.id for source in sources])
    print(f"{settings.alerts or 'the default rules'}: no mistakes")
    for line in rule_lines(office.rules, channels_of(settings)):
        print(line)
    missed = 0
    for trial in () if rules else trials(settings, recipients(settings, office, names)):
        print(f"trial to {trial}", flush=True)
        missed += not trial.arrived
    return 1 if missed else 0
