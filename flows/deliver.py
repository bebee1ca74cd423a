"""The flow that empties the outbox; it ends at once when the outbox is empty."""

from __future__ import annotations

import asyncio

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from flows import naming, observing, sending, server_events
from flows.artifacts import delivery_markdown, leave_text
from flows.sending import Delivery
from flows.settings import load_settings

observing.observe()
server_events.hurry()


@task(name="send", cache_policy=NO_CACHE)
def send() -> Delivery:
    """Send what waits; a message that fails waits for the next delivery, fifteen minutes later."""
    return sending.send_pending(load_settings())


@flow(name="deliver", flow_run_name=naming.deliver_run)
async def deliver() -> Delivery:
    """Send what waits in the outbox, each message once for each recipient."""
    naming.refuse_endless()
    if not await asyncio.to_thread(sending.is_waiting, load_settings()):
        return Delivery()
    future = send.submit()
    await asyncio.to_thread(future.wait)
    result = future.result()
    observing.count_delivery(result)
    await leave_text("deliver", delivery_markdown(result), "The last delivery / 最近一次投递")
    return result
