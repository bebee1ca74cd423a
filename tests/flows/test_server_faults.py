"""Whose fault an error is, and what a run does without: nothing of Prefect is started for it."""

from __future__ import annotations

import asyncio
import logging

import httpx
import pytest

from connectors.errors import FetchError
from flows import server_faults
from flows.server_faults import blamed, shown

URL = "https://someone:secret@prefect.example/api"
REQUEST = httpx.Request("GET", URL)


class ObjectNotFound(Exception):  # noqa: N818
    """As Prefect's client raises it."""


def answered(status: int) -> Exception:
    return httpx.HTTPStatusError("no", request=REQUEST, response=httpx.Response(status, request=REQUEST))


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (httpx.ConnectError("refused"), "does not answer; see that it runs"),
        (httpx.ReadTimeout("slow"), "does not answer in time; see that it runs"),
        (answered(503), "answers 503; see that it runs"),
        (answered(401), "refuses this program (401); set PREFECT_API_AUTH_STRING"),
        (caused(RuntimeError("Failed to reach API at x"), answered(404)), "answers 404; see that it runs"),
        (caused(ObjectNotFound(), answered(404)), "does not know this run; it was started with another database"),
    ],
)
def test_the_server_is_blamed_in_one_line_without_its_secrets(error: Exception, said: str) -> None:
    line = str(blamed(error, URL))
    assert line.startswith(f"Prefect's server at https://prefect.example/api {said}")
    assert "\n" not in line
    assert "short of memory" in str(blamed(error, None))


@pytest.mark.parametrize("error", [FetchError("https://a.example/", "404"), RuntimeError("x"), TimeoutError()])
def test_other_errors_are_not_the_server_s(error: Exception) -> None:
    assert blamed(caused(error, answered(404)), URL) is None


def test_what_cannot_be_shown_in_time_is_said_once_and_left_out(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(server_faults, "GLANCE_S", 0.01)
    monkeypatch.setattr(server_faults._Away, "until", 0.0)

    async def kept() -> int:
        return 1

    async def job() -> list[object]:
        never = [shown("bar", asyncio.sleep(60), 0.01), shown("table", asyncio.sleep(60))]
        return [await one for one in [*never, shown("page", kept())]]

    with caplog.at_level(logging.WARNING, "duban"):
        assert asyncio.run(job()) == [None, None, 1]
    assert [record.getMessage().partition(":")[0] for record in caplog.records] == [
        "bar and what follows is not shown in the browser"
    ]
