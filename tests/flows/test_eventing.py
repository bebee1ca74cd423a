"""Prefect events: one for each row, under the same id at every attempt; recorded by a real server."""

from __future__ import annotations

import json
import time
from dataclasses import replace

import pytest

from alerting.digest import digest
from connectors.channels import Message
from connectors.errors import DeliveryError
from flows.eventing import EventsChannel, events
from flows.sending import plain
from tests.alerting.quarter import AT, city
from warehouse.outbox import Due


def message() -> Message:
    return plain(Due(digest(city(), at=AT), 0, None, None))


def test_every_row_is_an_event_and_has_the_same_id_at_every_attempt() -> None:
    first, again = list(events(message())), list(events(message()))
    assert [event["event"] for event in first] == [
        *["duban.indicator.lagging"] * 4, "duban.indicator.claim", "duban.indicator.resolved",
        "duban.indicator.lagging", "duban.indicator.overdue",
    ]  # fmt: skip
    assert [event["id"] for event in first] == [event["id"] for event in again]
    assert len({event["id"] for event in first}) == len(first)
    worst = first[0]
    assert worst["resource"]["prefect.resource.id"] == "duban.indicator.k1"
    assert (worst["resource"]["duban.severity"], worst["resource"]["duban.period"]) == ("severe", "2026Q3")
    assert worst["payload"]["gap_pp"] == "-40"


def test_what_is_about_a_source_is_an_event_of_the_source() -> None:
    row = {
        "indicator_key": None,
        "name": "",
        "severity": None,
        "year": 2026,
        "period": "M11",
        "alert_id": "a1",
        "rule": "broken",
    }
    data = {"bureaus": [{"source_id": "yunchuan-slj", "found": [row]}]}
    (event,) = events(replace(message(), payload={"type": "duban.digest", "data": data}))
    assert event["event"] == "duban.indicator.broken"
    assert event["resource"]["prefect.resource.id"] == "duban.source.yunchuan-slj"


def test_another_message_is_one_event_of_its_type() -> None:
    other = replace(message(), payload={"type": "duban.channel", "data": {"bureau": "云川市水利局"}})
    (event,) = events(other)
    assert event["event"] == "duban.channel"
    assert event["payload"] == {"bureau": "云川市水利局"}


def test_without_a_server_it_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.eventing.sys.modules", {})
    with pytest.raises(DeliveryError, match="the flow deliver sends it") as caught:
        EventsChannel().send(message())
    assert (caught.value.retryable, caught.value.is_channel) == (True, True)


@pytest.mark.integration
def test_a_real_server_records_them_and_holds_a_channels_secret(prefect_server: None, tmp_path: object) -> None:
    from pathlib import Path

    from prefect.blocks.system import Secret
    from prefect.client.orchestration import get_client
    from pydantic import SecretStr

    from flows.problems import CommandError
    from flows.secrets import revealed

    EventsChannel().send(message())
    EventsChannel().send(message())
    since = {"occurred": {"since": "2020-01-01T00:00:00Z", "until": "2100-01-01T00:00:00Z"}}
    wanted = {"filter": {**since, "event": {"prefix": ["duban.indicator."]}}, "limit": 50}
    ids: set[str] = set()
    with get_client(sync_client=True) as client:
        for _ in range(100):  # the server writes what it took some seconds later
            time.sleep(0.3)
            ids = {event["id"] for event in client.request("POST", "/events/filter", json=wanted).json()["events"]}
            if len(ids) >= len(list(events(message()))):
                break
    assert ids == {event["id"] for event in events(message())}
    Secret(value="hush").save("office-hook")  # type: ignore[unused-coroutine]
    assert revealed(SecretStr("https://h.example/${block:office-hook}"), Path("data")) == "https://h.example/hush"
    with pytest.raises(CommandError, match="no block secret/absent"):
        revealed(SecretStr("${block:absent}"), Path("data"))


def test_the_payload_is_json() -> None:
    assert json.loads(json.dumps(list(events(message()))))
