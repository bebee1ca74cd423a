"""`duban alerts test`: every recipient is asked for real, and each one's answer is a line."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from pytest_httpserver import HTTPServer

from flows.alert_rules import office_of
from flows.problems import MisuseError
from flows.settings import Settings
from flows.trial import recipients, trials


class Post:
    """A mail server that knows some of its people only."""

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address.startswith("nobody"):
            return "550 5.1.1 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        return "250 2.0.0 queued as 4D1C2"


@pytest.fixture
def port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        free = int(listener.getsockname()[1])
    controller = Controller(Post(), hostname="127.0.0.1", port=free)
    controller.start()
    yield free
    controller.stop()


def test_each_recipient_has_the_answer_of_the_server(port: int, httpserver: HTTPServer, tmp_path: Path) -> None:
    httpserver.expect_request("/hook").respond_with_data(status=202)
    httpserver.expect_request("/gone").respond_with_data(status=410)
    httpserver.expect_request("/cgi-bin/webhook/send").respond_with_json({"errcode": 93000, "errmsg": "no geheim"})
    at = f"robot.example:{httpserver.port}"
    settings = Settings.model_validate(
        {
            "data": tmp_path,
            "hosts": {"robot.example": f"127.0.0.1:{httpserver.port}"},
            "channels": [
                {"kind": "folder", "path": tmp_path / "mail"},
                {"kind": "smtp", "host": "127.0.0.1", "port": port, "security": "none", "sender": "d@x.example",
                 "recipients": ["a@x.example", "nobody@x.example", "b@x.example"]},
                {"kind": "webhook", "name": "hook", "url": f"http://{at}/hook"},
                {"kind": "webhook", "name": "gone", "url": f"http://{at}/gone"},
                {"kind": "wecom", "key": "geheim", "base": f"http://{at}"},
            ],
        }
    )  # fmt: skip
    lines = [str(one) for one in trials(settings, recipients(settings, office_of(settings), []))]
    (mail,) = (tmp_path / "mail").iterdir()
    assert lines == [
        f"folder:duban@localhost: {mail}",
        "smtp:a@x.example: 250 2.0.0 queued as 4D1C2",
        f"smtp:nobody@x.example: failed: 127.0.0.1:{port} refused the recipient (550 5.1.1 no such user); "
        "check the recipient in duban.yaml",
        "smtp:b@x.example: 250 2.0.0 queued as 4D1C2",
        "hook:hook: 202",
        "gone:gone: failed: robot.example: the server answered 410; check the address in duban.yaml",
        "wecom:wecom: failed: wecom refused the message (93000 no ***); check key and secret in duban.yaml",
    ]
    posted = json.loads(httpserver.log[0][0].data)
    assert (posted["type"], posted["data"]["recipient"]) == ("duban.trial", "hook")


def test_a_server_that_is_down_is_asked_once(tmp_path: Path) -> None:
    channel = {"kind": "smtp", "host": "127.0.0.1", "port": 9, "security": "none", "sender": "d@x.example"}
    given = {"data": tmp_path, "channels": [channel | {"recipients": ["a@x.example", "b@x.example"]}]}
    settings = Settings.model_validate(given)
    first, second = trials(settings, recipients(settings, office_of(settings), ["smtp"]))
    assert "cannot be reached" in first.answer
    assert (second.recipient, second.answer, second.arrived) == ("b@x.example", first.answer, False)


def test_the_command_sends_and_checks_alone_where_it_is_asked(
    duban: Callable[..., CompletedProcess[str]], data: Path
) -> None:
    checked = duban("alerts", "test", "--rules")
    assert "lagging         folder:duban@localhost" in checked.stdout
    assert not (data / "mail").exists()
    sent = duban("alerts", "test", "folder")
    assert sent.returncode == 0
    (mail,) = (data / "mail").iterdir()
    assert sent.stdout.splitlines()[-1] == f"trial to folder:duban@localhost: {mail}"
    assert duban("alerts", "test", "mayor").returncode == 2


def test_a_name_that_nobody_has_is_said(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path)
    with pytest.raises(MisuseError, match=r"'mayor' is nobody; write a channel \(folder\)"):
        recipients(settings, office_of(settings), ["mayor"])
