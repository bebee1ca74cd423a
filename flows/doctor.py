"""`duban doctor`: all that can be wrong with an installation, one line each, with the remedy. It changes nothing."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterator

from flows import doctor_data, doctor_prefect, doctor_program
from flows.finding import Finding, wrong
from flows.settings import Settings, SettingsError, load_settings
from flows.visible import visible


def doctor(*, channels: bool = False) -> int:
    """Print what was found, as it is found; 1 where something is wrong. With `channels`, mail servers are called."""
    worst = 0
    for finding in findings(channels):
        print(visible(str(finding)), flush=True)
        worst = max(worst, int(finding.state == "wrong"))
    return worst


def findings(channels: bool) -> Iterator[Finding]:
    """Everything in order: what all else stands on comes first."""
    yield from doctor_program.findings(sys.version_info[:3])
    settings = yield from _settings()
    if settings is None:
        return
    yield from doctor_program.optional(settings)
    yield from doctor_data.findings(settings)
    yield from doctor_prefect.findings(settings)
    if channels:
        yield from doctor_data.reached(settings)


def _settings() -> Generator[Finding, None, Settings | None]:
    try:
        settings = load_settings()
    except SettingsError as error:
        for line in str(error).splitlines():
            yield wrong("settings", line, "docs/settings.md explains every key")
        return None
    yield from doctor_data.of_settings(settings)
    return settings
