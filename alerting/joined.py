"""Alerts of keys that became one promise: who was told by the one key is not told anew by the other. Pure.

A key joins another when a person, or a newer reading, says that both are one promise of the year. What was told under
it counts as told under the key that stands for both; its own alert ends without a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from alerting.history import OPEN, alert_id
from alerting.life import without_a_word
from warehouse.records import Alert, Told, Transition


def moved(alerts: Iterable[Alert], joined: Mapping[str, str]) -> dict[str, str]:
    """Of each alert whose key joined another: the alert that stands for both. `joined` is key -> key of its year."""
    return {
        alert.alert_id: alert_id(alert.rule, joined[alert.indicator_key], alert.year)
        for alert in alerts
        if alert.indicator_key in joined
    }


def told_as(told: Iterable[Told], stands_for: Mapping[str, str]) -> list[Told]:
    """What everybody knows, under the alerts that stand now; what is known of these themselves comes first."""
    own = [one for one in told if one.alert_id not in stands_for]
    there = {(one.channel, one.recipient, one.alert_id) for one in own}
    carried = {
        (one.channel, one.recipient, stands_for[one.alert_id]): replace(
            one, alert_id=stands_for[one.alert_id], step_no=1
        )
        for one in sorted(told, key=lambda one: one.at)
        if one.alert_id in stands_for
    }
    return own + [one for key, one in carried.items() if key not in there]


def ended(alerts: Iterable[Alert], stands_for: Mapping[str, str]) -> list[Transition]:
    """The last step of each that is still open."""
    return [without_a_word(alert, "joined") for alert in alerts if alert.alert_id in stands_for and alert.state in OPEN]
