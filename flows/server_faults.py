"""Prefect's server away, started again or slow while a run goes on: what is said, and what the run does without.

The server shows a run; the work is in the warehouse. What is only shown is therefore left out where the server does
not take it in time, and the error of a client that gave up (it tries for a minute) becomes one line with what to do.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable
from typing import TypeVar
from urllib.parse import urlsplit

from flows.problems import CommandError

T = TypeVar("T")
log = logging.getLogger("duban")
SHOWN_WITHIN_S = 60.0  # a server that is started again answers by then
GLANCE_S = 1.0  # for what is shown within a minute after something was not: the run is not held up by each
KEPT = "what was stored stays, and what is to be told waits in the outbox"
SEE = f"see that it runs and that PREFECT_API_URL names it ('duban doctor' asks it), then run again: {KEPT}"
REFUSED = "set PREFECT_API_AUTH_STRING as the server has it, then run again"
FORGOT = f"it was started with another database; run again: {KEPT}"
OWN = f"the machine is busy or short of memory; run again: {KEPT}"


async def shown(what: str, made: Awaitable[T], within_s: float = SHOWN_WITHIN_S) -> T | None:
    """Leave something for people to see on the server; where it does not take it that is said, and the run goes on."""
    is_away = time.monotonic() < _Away.until
    try:
        async with asyncio.timeout(GLANCE_S if is_away else within_s):
            return await made
    except Exception as error:
        if not is_away:
            log.warning("%s and what follows is not shown in the browser: Prefect's server %s", what, _did(error))
        _Away.until = time.monotonic() + SHOWN_WITHIN_S
        return None


class _Away:
    """The moment until which a server that took nothing is believed to be away."""

    until = 0.0


def blamed(error: BaseException, url: str | None) -> CommandError | None:
    """The error as one line where Prefect's server is to blame for it, None where it is not; no `url`: a run's own."""
    if not (_is_of_the_client(error) or _is_forgotten(error)):
        return None
    return CommandError(f"{named(url)} {_did(error)}; {_remedy(error) if url else OWN}")


def named(url: str | None) -> str:
    """The server as a sentence begins with it, without what logs in to it."""
    if not url:
        return "Prefect's own server"
    place = urlsplit(url)
    return f"Prefect's server at {place._replace(netloc=place.netloc.rpartition('@')[2]).geturl()}"


def _is_of_the_client(error: BaseException) -> bool:
    """Whether Prefect's client raised it: our own reads wrap what httpx raises."""
    is_of_httpx = any(kind.__module__.partition(".")[0] == "httpx" for kind in type(error).__mro__)
    return is_of_httpx or (isinstance(error, RuntimeError) and str(error).startswith("Failed to reach API"))


def _is_forgotten(error: BaseException) -> bool:
    return type(error).__name__ == "ObjectNotFound"


def _did(error: BaseException) -> str:
    """What the server did, for a sentence that begins with its name."""
    status = _status(error)
    if status in (401, 403):
        return f"refuses this program ({status})"
    if status is not None and not _is_forgotten(error):
        return f"answers {status}"
    if _is_forgotten(error):
        return "does not know this run"
    return "does not answer in time" if "Timeout" in type(error).__name__ else "does not answer"


def _remedy(error: BaseException) -> str:
    if _is_forgotten(error):
        return FORGOT
    return REFUSED if _status(error) in (401, 403) else SEE


def _status(error: BaseException) -> int | None:
    found = getattr(getattr(error, "response", None), "status_code", None)
    return found if found or error.__cause__ is None else _status(error.__cause__)
