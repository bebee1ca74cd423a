"""alerts.yaml, found by the settings: the rules, who is behind each name, and what the warehouse must know of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

import duckdb

from alerting.addresses import Addresses, once
from alerting.holidays import special_days
from alerting.routes import Routes
from alerting.rules import AlertRules, RulesError, default_text, read_rules
from flows.problems import CommandError
from flows.settings import Settings
from warehouse import alert_clock


@dataclass(frozen=True, slots=True)
class Office:
    """The rules of an installation, with every name resolved."""

    rules: AlertRules
    routes: Routes


def channels_of(settings: Settings) -> Addresses:
    """Every channel's recipients, each mailbox once."""
    return {channel.name: once(channel.recipients) for channel in settings.channels}


def office_of(settings: Settings, sources: Collection[str] | None = None) -> Office:
    """The rules of the file that the settings name, else the default's. Raises CommandError with every mistake."""
    channels = channels_of(settings)
    rules = _read(settings, channels, sources)
    return Office(rules, Routes(rules, channels))


def _read(settings: Settings, channels: Addresses, sources: Collection[str] | None) -> AlertRules:
    path = settings.alerts
    if path is None:
        return default_rules()
    try:
        return read_rules(path.read_text(encoding="utf-8"), path.name, channels, sources)
    except (OSError, UnicodeDecodeError) as error:
        remedy = "name the file of alerts in duban.yaml, or none"
        raise CommandError(f"{path}: cannot be read ({error}); {remedy}") from error
    except RulesError as error:
        raise CommandError("\n".join(error.problems)) from error


@cache
def default_rules() -> AlertRules:
    """What holds where no file is named."""
    return read_rules(default_text(), "alerts.yaml", {})


def set_clock(con: duckdb.DuckDBPyConnection, rules: AlertRules, settings: Settings) -> None:
    """Today, the days of the rules and China's holidays, for the views of the clock."""
    alert_clock.set_today(con, settings.now_date())
    alert_clock.set_days(con, rules.days())
    alert_clock.set_special_days(con, special_days())
