"""Prefect events: one for each row that is told, so that an installation can attach automations of its own to them.

`duban.indicator.lagging`, `duban.indicator.resolved`, `duban.indicator.withdrawn`, and for other messages their type
(`duban.channel`). An event's id is made from the message and the row, so that a repetition has the same.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from connectors.channels import Message
from connectors.errors import DeliveryError

# a label of a resource holds so many characters at most
LABEL = 500


@dataclass(frozen=True)
class EventsChannel:
    """Prefect's event store, of the server that this run reports to."""

    name: str = "events"

    def send(self, message: Message) -> str:
        """Record the events of the message. Raises DeliveryError, also where no server runs."""
        if "prefect" not in sys.modules and "PREFECT_API_URL" not in os.environ:
            remedy = "the flow deliver sends it (duban run, or a worker)"
            raise DeliveryError(self.name, message.recipient, "no Prefect server here", True, remedy, is_channel=True)
        from prefect.client.orchestration import get_client

        try:
            with get_client(sync_client=True) as client:
                made = list(events(message))
                client.request("POST", "/events", json=made).raise_for_status()
        except Exception as error:  # whatever the server's client raises, the message waits
            reason = f"Prefect did not take the events ({type(error).__name__})"
            remedy = "the next delivery tries again"
            raise DeliveryError(self.name, message.recipient, reason, True, remedy, is_channel=True) from error
        return f"{len(made)} event{'s' if len(made) > 1 else ''} recorded"

    def close(self) -> None:
        """Nothing is kept."""


def events(message: Message) -> Iterator[dict[str, Any]]:
    """The events of a message as the server takes them."""
    data = message.payload.get("data", message.payload)
    rows = [(bureau, name, row) for bureau in data.get("bureaus", ()) for name, row in _rows(bureau)]
    if not rows:
        resource = {"prefect.resource.id": f"duban.message.{message.message_id}"}
        yield _event(str(message.payload.get("type", "duban.message")), message, "", resource, dict(data))
    for bureau, name, row in rows:
        resource = {
            "prefect.resource.id": _about(bureau, row),
            "prefect.resource.name": str(row["name"])[:LABEL],
            "duban.source_id": str(bureau["source_id"]),
            "duban.severity": str(row["severity"] or ""),
            "duban.period": f"{row['year']}{row['period']}",
        }
        yield _event(f"duban.indicator.{name}", message, str(row["alert_id"]), resource, row)


def _about(bureau: dict[str, Any], row: dict[str, Any]) -> str:
    """The indicator, or the source where the row is about that itself."""
    key = row["indicator_key"]
    return f"duban.indicator.{key}" if key else f"duban.source.{bureau['source_id']}"


def _rows(bureau: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for row in bureau.get("lagging", ()):
        yield "lagging", row
    for row in bureau.get("found", ()):
        yield str(row["rule"]), row
    for row in bureau.get("resolved", ()):
        yield ("withdrawn" if row["reason"] == "withdrawn" else "resolved"), row


def _event(event: str, message: Message, row: str, resource: dict[str, str], payload: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": str(uuid5(NAMESPACE_URL, f"duban:{message.message_id}:{event}:{row}")),
        "occurred": datetime.now(UTC).isoformat(),
        "event": event,
        "resource": resource,
        "payload": payload,
    }
