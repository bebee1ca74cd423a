"""What a channel did not take is one line for each cause, with the count and what to correct; nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from connectors.errors import DeliveryError
from connectors.http import Client
from flows import sending
from flows.sending import grouped, is_waiting, send_pending
from flows.settings import Settings, WebhookChannel

REFUSED = "kf.example: connection refused"


def failed(
    recipient: str = "hook", reason: str = REFUSED, remedy: str = "the next delivery tries again"
) -> DeliveryError:
    return DeliveryError("hook", recipient, reason, remedy=remedy)


def test_messages_that_fail_for_one_cause_are_one_line() -> None:
    (line,) = map(str, grouped([failed(), failed(), failed(), failed()]))
    assert line == (
        "outbox: channel hook: 4 messages wait: kf.example: connection refused; the next delivery tries again; "
        "if it stays so, correct the channel in duban.yaml"
    )


def test_other_causes_are_other_lines_and_one_message_names_its_recipient() -> None:
    wrong = failed("li@x.example", "no such mailbox", "correct the recipient in duban.yaml")
    several, one = map(str, grouped([failed("a"), wrong, failed("b")]))
    assert "2 messages wait" in several
    assert one == "outbox: channel hook to li@x.example: no such mailbox; correct the recipient in duban.yaml"


@pytest.mark.parametrize("name", ["folder", "other"])
def test_a_channel_that_fails_or_is_gone_keeps_its_messages(
    sample: Settings, after_first_run: Callable[..., None], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    after_first_run("yunting-mzj")
    channel = WebhookChannel(kind="webhook", name=name, url="http://127.0.0.1:9/secret")
    broken = sample.model_copy(update={"channels": (channel,)})
    monkeypatch.setattr(sending, "client", lambda _: Client(user_agent="test", delay_s=0, retries=0))
    delivery = send_pending(broken)
    assert delivery.sent == 0
    (problem,) = delivery.problems
    assert "channel folder" in str(problem)
    assert "duban.yaml" in str(problem) or "tries again" in str(problem)
    assert "secret" not in str(problem)
    assert is_waiting(sample)
