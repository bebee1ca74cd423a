"""What a run is called where people look for it: what it does and the hour it was made for, in China.

And what it knows of itself: that hour, and how often it was begun.
"""

from __future__ import annotations

from datetime import datetime

from prefect.runtime import flow_run

from flows.problems import CommandError
from flows.settings import CLOCK

ATTEMPTS = 3


def due_at() -> datetime:
    """When this run was to begin."""
    return flow_run.scheduled_start_time  # type: ignore[no-any-return]


def refuse_endless() -> None:
    """Raises CommandError where this run was begun thrice and ended with its worker each time: it may be to blame."""
    if (flow_run.run_count or 1) > ATTEMPTS:
        raise CommandError(
            f"it was begun {ATTEMPTS} times and its worker ended each time; look at the worker's memory and its log, "
            "then run it again: what was stored stays"
        )


def watch_run() -> str:
    """`watch 2026-11-26 07:30`, or `watch yunting-kjj, yunting-mzj 云汀市 2024 2026-11-26 10:12`."""
    given = flow_run.parameters
    years = map(str, given.get("years") or ())
    return " ".join(
        filter(None, ("watch", ", ".join(given.get("sources") or ()), given.get("region"), *years, _hour()))
    )


def quarterly_run() -> str:
    """`quarterly 2026Q3 2026-11-26 09:00`; without the quarter where the run finds it out."""
    return " ".join(filter(None, ("quarterly", flow_run.parameters.get("period"), _hour())))


def reextract_run() -> str:
    """`reextract yunting-kjj 2025 云汀市 2026-11-26 10:12`: what was asked for, where anything was."""
    given = flow_run.parameters
    asked = (", ".join(given.get("sources") or ()), str(given.get("year") or ""), given.get("region"))
    return " ".join(filter(None, ("reextract", *asked, _hour())))


def deliver_run() -> str:
    """`deliver 2026-11-26 09:15`."""
    return f"deliver {_hour()}"


def silence_run() -> str:
    """`silence 2026-11-26 09:15`."""
    return f"silence {_hour()}"


def _hour() -> str:
    return f"{due_at().astimezone(CLOCK):%Y-%m-%d %H:%M}"
