"""The sender over real receivers: what fails waits and is tried again, what is dead can be replayed."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from pydantic import SecretStr
from pytest_httpserver import HTTPServer

from connectors.errors import DeliveryError
from flows import sending
from flows.channel_settings import FolderChannel, RobotChannel, SmtpChannel, WebhookChannel
from flows.outbox import dead_letters, disabled_channels, replay, waiting
from flows.secrets import revealed
from flows.sending import grouped, is_waiting, plain, send_pending
from flows.settings import Settings
from warehouse import alerts
from warehouse.outbox import claim, due
from warehouse.records import OutboxMessage
from warehouse.store import connect_memory

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


class Post:
    """A mail server that answers to recipients as `answers` say, each once, and drops the line as often as told."""

    def __init__(self) -> None:
        self.answers: dict[str, list[str]] = {}
        self.drops = 0
        self.taken: list[tuple[str, str]] = []

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if answers := self.answers.get(address):
            return answers.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        (name,) = [line for line in envelope.content.splitlines() if line.startswith(b"Message-ID")]
        self.taken.append((envelope.rcpt_tos[0], name.decode()))
        if self.drops:
            self.drops -= 1
            server.transport.abort()
        return "250 taken"


@pytest.fixture
def post() -> Iterator[tuple[Post, SmtpChannel]]:
    server = Post()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = int(listener.getsockname()[1])
    controller = Controller(server, hostname="127.0.0.1", port=port)
    controller.start()
    yield server, smtp(port)
    controller.stop()


def smtp(port: int) -> SmtpChannel:
    return SmtpChannel(
        kind="smtp", host="127.0.0.1", port=port, security="none", sender="d@x.example", recipients=("a@x.example",)
    )


@pytest.fixture(scope="module")
def kept() -> Iterator[duckdb.DuckDBPyConnection]:
    with connect_memory() as con:
        yield con


@pytest.fixture
def box(kept: duckdb.DuckDBPyConnection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Settings]:
    """Settings with these channels and messages in the outbox of a warehouse that is kept in memory."""
    for table in ("outbox", "delivery", "channel_event"):
        kept.execute(f"delete from ops.{table}")
    for module in ("flows.sending.writer", "flows.outbox.writer"):
        monkeypatch.setattr(module, lambda settings: nullcontext(kept))
    (tmp_path / "warehouse.duckdb").touch()

    def fill(channels: list[Any], to: list[tuple[str, str]], **settings: Any) -> Settings:
        at = datetime.now(UTC)
        made = [
            OutboxMessage(f"id{number}", channel, recipient, "主题", "正文", "<p>正文</p>", '{"type": "x"}', at)
            for number, (channel, recipient) in enumerate(to)
        ]
        alerts.record(kept, [], made, "run", at)
        return Settings(data=tmp_path, channels=tuple(channels), **settings)

    return fill


def outcomes(con: duckdb.DuckDBPyConnection) -> list[str]:
    return [row[0] for row in con.execute("select outcome from ops.delivery order by attempted_at").fetchall()]


def later(monkeypatch: pytest.MonkeyPatch, after: timedelta) -> None:
    class Later(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
            return datetime.now(tz) + after

    monkeypatch.setattr(sending, "datetime", Later)


def test_what_is_greylisted_is_sent_later_and_each_recipient_has_a_result(
    box: Callable[..., Settings], post: tuple[Post, SmtpChannel], kept: duckdb.DuckDBPyConnection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    server, channel = post
    server.answers = {"b@x.example": ["451 greylisted"], "c@x.example": ["550 no such user"]}
    settings = box([channel], [("smtp", f"{name}@x.example") for name in "abcd"])
    delivery = send_pending(settings)
    assert delivery.sent == 2
    assert sorted("greylisted" in str(problem) for problem in delivery.problems) == [False, True]
    assert [letter.recipient for letter in dead_letters(settings)] == ["c@x.example"]
    (letter,) = waiting(settings)
    assert letter.failures == 1
    assert letter.next_at is not None
    assert letter.next_at > datetime.now(UTC)
    assert not is_waiting(settings)
    assert send_pending(settings).sent == 0
    later(monkeypatch, timedelta(minutes=2))
    assert send_pending(settings).sent == 1
    assert [to for to, _ in server.taken] == ["a@x.example", "d@x.example", "b@x.example"]


def test_a_withdrawal_does_not_overtake_what_it_withdraws(
    box: Callable[..., Settings], post: tuple[Post, SmtpChannel], monkeypatch: pytest.MonkeyPatch
) -> None:
    server, channel = post
    server.answers = {"a@x.example": ["451 greylisted"] * 5}
    settings = box([channel], [("smtp", "a@x.example"), ("smtp", "b@x.example"), ("smtp", "a@x.example")])

    def arrived(after: timedelta) -> list[str]:
        server.taken.clear()
        later(monkeypatch, after)
        send_pending(settings)
        return [to for to, _ in server.taken]

    assert arrived(timedelta(0)) == ["b@x.example"]
    assert len(server.answers["a@x.example"]) == 4  # the newer one was not even tried
    assert arrived(timedelta(seconds=1)) == []
    assert len(server.answers["a@x.example"]) == 4  # nor while the older one waits
    for minutes in (5, 20):
        assert arrived(timedelta(minutes=minutes)) == []
    # after three attempts the newer one no longer waits, and the older one goes before it
    assert len(server.answers["a@x.example"]) == 1
    server.answers.clear()
    assert arrived(timedelta(minutes=21)) == ["a@x.example", "a@x.example"]
    assert [name.split("<")[1] for _, name in server.taken] == ["id0@x.example>", "id2@x.example>"]


def test_a_line_dropped_after_the_mail_was_taken_brings_it_twice_under_one_name(
    box: Callable[..., Settings], post: tuple[Post, SmtpChannel]
) -> None:
    server, channel = post
    server.drops = 1
    settings = box([channel], [("smtp", "a@x.example")])
    assert send_pending(settings).sent == 0
    assert send_pending(settings, early=True).sent == 1
    assert server.taken == [("a@x.example", "Message-ID: <id0@x.example>")] * 2


def test_after_three_days_it_is_dead_and_the_owner_hears_of_it_by_another_channel(
    box: Callable[..., Settings], kept: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hook = WebhookChannel(kind="webhook", name="hook", url=SecretStr("http://127.0.0.1:9/geheim"))
    settings = box([hook, FolderChannel(kind="folder")], [("hook", "hook")])
    for passed in (timedelta(0), timedelta(days=2), timedelta(days=3, minutes=1)):
        later(monkeypatch, passed)
        send_pending(settings)
    monkeypatch.undo()
    assert [outcome for outcome in outcomes(kept) if outcome != "claimed"] == ["failed", "failed", "dead", "delivered"]
    (mail,) = (tmp_path / "mail").iterdir()
    assert "渠道_hook_有消息未能送达" in mail.name
    assert "geheim" not in mail.read_text() + str(kept.execute("from ops.delivery").fetchall())


def test_a_receiver_that_is_gone_is_asked_no_more_until_a_replay(
    box: Callable[..., Settings], httpserver: HTTPServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    httpserver.expect_ordered_request("/hook").respond_with_data(status=410)
    for _ in range(2):
        httpserver.expect_ordered_request("/hook").respond_with_data(status=200)
    hook = WebhookChannel(kind="webhook", name="hook", url=SecretStr("http://hook.example/hook"))
    hosts = {"hook.example": f"127.0.0.1:{httpserver.port}"}
    settings = box([hook, FolderChannel(kind="folder")], [("hook", "hook"), ("hook", "hook")], hosts=hosts)
    monkeypatch.setattr(sending, "RECORD", 1)
    send_pending(settings)
    assert len(httpserver.log) == 1
    assert list(disabled_channels(settings)) == ["hook"]
    assert [path.name.split("-")[0] for path in (tmp_path / "mail").iterdir()] == ["督办系统_渠道_hook_已停用"]
    assert send_pending(settings, early=True).sent == 0
    assert len(httpserver.log) == 1
    replay(settings)
    assert send_pending(settings, early=True).sent == 2
    assert {request.headers["webhook-id"] for request, _ in httpserver.log} == {"id0", "id1"}


def test_a_dead_letter_is_replayed_as_the_same_message(
    box: Callable[..., Settings], post: tuple[Post, SmtpChannel]
) -> None:
    server, channel = post
    server.answers = {"a@x.example": ["550 not yet known"]}
    settings = box([channel], [("smtp", "a@x.example")])
    send_pending(settings)
    assert send_pending(settings, early=True).sent == 0
    assert replay(settings, ["nothing"]) == []
    assert [letter.message_id for letter in replay(settings, ["id"])] == ["id0"]
    assert send_pending(settings).sent == 1
    assert server.taken == [("a@x.example", "Message-ID: <id0@x.example>")]
    assert (dead_letters(settings), waiting(settings)) == ([], [])


def test_retry_after_is_honoured(box: Callable[..., Settings], httpserver: HTTPServer) -> None:
    httpserver.expect_request("/hook").respond_with_data(status=503, headers={"Retry-After": "9000"})
    hook = WebhookChannel(kind="webhook", name="hook", url=SecretStr("http://hook.example/hook"))
    settings = box([hook], [("hook", "hook")], hosts={"hook.example": f"127.0.0.1:{httpserver.port}"})
    send_pending(settings)
    (letter,) = waiting(settings)
    assert letter.next_at is not None
    assert letter.next_at > datetime.now(UTC) + timedelta(seconds=8990)


def test_a_channel_that_is_down_is_asked_once_for_all(
    box: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = box([smtp(9)], [("smtp", f"{number}@x.example") for number in range(8)])
    asked: list[str] = []
    monkeypatch.setattr("connectors.channels.email.EmailChannel._connect", lambda self: asked.append("") or _refuse())
    (problem,) = send_pending(settings).problems
    assert "8 messages wait" in str(problem)
    assert len(asked) == 1


def _refuse() -> None:
    raise ConnectionRefusedError("refused")


def test_what_was_claimed_by_a_process_that_died_is_due_again(
    box: Callable[..., Settings], kept: duckdb.DuckDBPyConnection
) -> None:
    box([], [("smtp", "a@x.example")])
    claim(kept, ["id0"], datetime.now(UTC))
    (found,) = due(kept, datetime.now(UTC), 9)
    assert (found.message.message_id, found.failures) == ("id0", 0)


def test_a_message_follows_the_one_before_it_in_its_thread(
    box: Callable[..., Settings], kept: duckdb.DuckDBPyConnection
) -> None:
    box([], [])
    at = datetime.now(UTC)
    for number, thread in enumerate(("t1", "t2", "t1", "")):
        message = OutboxMessage(f"m{number}", "smtp", "a@x.example", "", "", "", "{}", at, thread)
        alerts.record(kept, [], [replace(message, created_at=at + timedelta(minutes=number))], "run", at)
    sent = [plain(found) for found in due(kept, at, 9)]
    assert [(one.thread, one.follows) for one in sent] == [("t1", None), ("t2", None), ("t1", "m0"), ("", None)]


def test_a_channel_that_is_gone_from_the_settings_keeps_its_messages(box: Callable[..., Settings]) -> None:
    settings = box([FolderChannel(kind="folder")], [("other", "x")])
    delivery = send_pending(settings)
    assert delivery.sent == 0
    (problem,) = delivery.problems
    assert "no longer in the settings" in str(problem)
    assert len(waiting(settings)) == 1


def test_no_secret_is_shown_in_a_log_a_row_or_an_error(
    box: Callable[..., Settings], httpserver: HTTPServer, kept: duckdb.DuckDBPyConnection,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    httpserver.expect_request("/geheim").respond_with_data(status=404)
    path = "/cgi-bin/webhook/send"
    httpserver.expect_request(path).respond_with_json({"errcode": 93000, "errmsg": "bad key geheim"})
    base = f"http://robot.example:{httpserver.port}"
    channels = [
        WebhookChannel(kind="webhook", name="hook", url=SecretStr("http://hook.example/geheim")),
        RobotChannel(kind="wecom", key=SecretStr("geheim"), base=base),
        smtp(9).model_copy(update={"username": "duban", "password": SecretStr("geheim")}),
    ]
    hosts = dict.fromkeys(("hook.example", "robot.example"), f"127.0.0.1:{httpserver.port}")
    settings = box(channels, [("hook", "hook"), ("wecom", "wecom"), ("smtp", "a@x.example")], hosts=hosts)
    with caplog.at_level(logging.DEBUG, "duban"):
        delivery = send_pending(settings)
    assert len(delivery.problems) == 3
    logged = [record.getMessage() for record in caplog.records if record.name != "werkzeug"]  # the receiver's own
    shown = [str(delivery), repr(settings), *logged, str(kept.execute("from ops.delivery").fetchall())]
    for text in shown:
        assert "geheim" not in text


def test_a_secret_without_a_block_is_itself_and_an_absent_block_is_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("flows.secrets._block", lambda name, data: {"hook": "s3cret"}[name])
    assert revealed(SecretStr("https://h.example/${block:hook}"), tmp_path) == "https://h.example/s3cret"
    assert revealed(SecretStr("plain"), tmp_path) == "plain"
