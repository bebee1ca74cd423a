"""The flow that an automation starts when no daily run has ended for too long: whoever is told of lags is told of that.

It decides from what was kept, not from the automation: a run that ended meanwhile makes it end without a word.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from uuid import uuid4

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from alerting.silent import silent_message
from flows import history, naming, observing, sending, server_events
from flows.keeping import writer
from flows.messages import manner, recipients
from flows.sending import Delivery
from flows.settings import CLOCK, Settings, load_settings
from warehouse import alerts

observing.observe()
server_events.hurry()


def tell_silence(settings: Settings, now: datetime) -> int:
    """Write to the outbox that no daily run has ended for too long, where it is so; returns for how many recipients."""
    newest, since = history.silence(settings, now)
    if since is None:
        return 0
    messages = [
        silent_message(
            since.astimezone(CLOCK),
            newest is not None,
            channel=channel,
            recipient=recipient,
            at=now,
            spoken=manner(settings, channel)[0],
        )
        for channel, recipient in recipients(settings)
    ]
    with writer(settings) as con:
        alerts.record(con, [], messages, uuid4().hex, now)
    return len(messages)


@task(name="tell", cache_policy=NO_CACHE)
def tell() -> Delivery:
    """Tell it, and send what waits: the delivery every quarter of an hour may be what does not run."""
    settings = load_settings()
    return sending.send_pending(settings) if tell_silence(settings, datetime.now(UTC)) else Delivery()


@flow(name="silence", flow_run_name=naming.silence_run)
async def silence() -> Delivery:
    """Tell that no daily run has ended for `silence_h` hours, each silence once for each recipient."""
    future = tell.submit()
    await asyncio.to_thread(future.wait)
    return future.result()
