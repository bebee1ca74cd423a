"""What a run says of itself to Prefect's server while it goes on, where that is away: it holds nothing up.

As Prefect 3.8.8 has it, each event tries for seven seconds and says that it failed, one after the other: a run that
visited some hundreds of sources would end hours after its work. Nothing is lost by less: an event that was not taken
goes with the next.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from prefect.events.clients import PrefectEventsClient
from prefect.events.worker import EventsWorker, emit_events_to_cloud
from prefect.settings import PREFECT_API_URL

from flows.server_faults import named

log = logging.getLogger("duban")
AT_ONCE = 3  # further attempts; from the next on Prefect's client rests a second before each


def hurry(url: str | None = None) -> None:
    """Let each event of this process try a few times at once, and no longer. To be called where flows are defined."""
    if (url := url or PREFECT_API_URL.value()) and not emit_events_to_cloud():
        EventsWorker.set_client_override(PrefectEventsClient, api_url=url, reconnection_attempts=AT_ONCE)


@contextmanager
def said_once(url: str | None) -> Iterator[None]:
    """In the place of what Prefect says of each event that did not reach its server: one line of ours."""
    noisy, said = logging.getLogger("prefect.events.clients"), _Once(url)
    noisy.addFilter(said)
    try:
        yield
    finally:
        noisy.removeFilter(said)


class _Once(logging.Filter):
    """Takes every warning away, and says something in the place of the first."""

    def __init__(self, url: str | None) -> None:
        super().__init__()
        self.who, self.is_said = named(url), False

    def filter(self, record: logging.LogRecord) -> bool:
        if record.levelno < logging.WARNING:
            return True
        if not self.is_said:
            log.warning("%s does not answer; the run goes on", self.who)
        self.is_said = True
        return False
