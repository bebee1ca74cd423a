from __future__ import annotations

import email
import socket
import ssl
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from connectors.channels import EmailChannel, Message
from connectors.errors import DeliveryError

MESSAGE = Message(
    message_id="3f9a",
    recipient="duban@yunhe.example",
    subject="云河市科学技术局：2项落后",
    text="科技成果转化低于序时进度 4.2 个百分点。",
    html="<p>科技成果转化低于序时进度 <b>4.2</b> 个百分点。</p>",
)


class Inbox:
    """A mail server's memory; `refusal` is what it answers to the next recipients."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.refusal: str | None = None

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.refusal:
            return self.refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        mail = email.message_from_bytes(envelope.content, policy=default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        return "250 taken"


def _login(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object) -> AuthResult:
    assert isinstance(data, LoginPassword)
    return AuthResult(success=(data.login, data.password) == (b"duban", b"geheim"), handled=False)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def serve(inbox: Inbox) -> Iterator[Callable[..., int]]:
    """Starts a mail server with the controller's settings and returns its port."""
    controllers: list[Controller] = []

    def start(**settings: Any) -> int:
        controllers.append(Controller(inbox, hostname="127.0.0.1", port=free_port(), **settings))
        controllers[-1].start()
        return int(controllers[-1].port)

    yield start
    for controller in controllers:
        controller.stop()


def channel(port: int, **settings: object) -> EmailChannel:
    defaults: dict[str, object] = {
        "host": "127.0.0.1",
        "port": port,
        "security": "none",
        "username": None,
        "password": None,
        "sender": "督办 <duban@yunhe.example>",
        "timeout_s": 5.0,
    }
    return EmailChannel(**(defaults | settings))  # type: ignore[arg-type]


def test_starttls_with_login(
    serve: Callable[..., int], inbox: Inbox, server_tls: ssl.SSLContext, client_tls: ssl.SSLContext
) -> None:
    port = serve(tls_context=server_tls, require_starttls=True, authenticator=_login, auth_required=True)
    channel(port, security="starttls", username="duban", password="geheim", tls_context=client_tls).send(MESSAGE)
    (mail,) = inbox.mails
    assert (mail["subject"], mail["to"], mail["message-id"]) == (
        MESSAGE.subject,
        MESSAGE.recipient,
        "<3f9a@yunhe.example>",
    )
    assert mail["from"].addresses[0].display_name == "督办"
    plain, rich = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None
    assert rich is not None
    assert (plain.get_content().strip(), rich.get_content().strip()) == (MESSAGE.text, MESSAGE.html)


def test_tls_from_the_start(
    serve: Callable[..., int], inbox: Inbox, server_tls: ssl.SSLContext, client_tls: ssl.SSLContext
) -> None:
    port = serve(ssl_context=server_tls, authenticator=_login, auth_require_tls=False)
    channel(port, security="tls", username="duban", password="geheim", tls_context=client_tls).send(MESSAGE)
    assert len(inbox.mails) == 1


def test_a_message_without_html(serve: Callable[..., int], inbox: Inbox) -> None:
    channel(serve()).send(Message("m", "a@b.example", "无", "正文"))
    assert [part.get_content_type() for part in inbox.mails[0].walk()] == ["text/plain"]


def test_a_subject_cannot_smuggle_headers(serve: Callable[..., int], inbox: Inbox) -> None:
    channel(serve()).send(Message("m\r\nX-A: 1", "a@b.example", "落后\r\nBcc: c@d.example\n\n正文", "正文"))
    (mail,) = inbox.mails
    assert mail["subject"] == "落后 Bcc: c@d.example 正文"
    assert (mail["bcc"], mail["x-a"]) == (None, None)


@pytest.mark.parametrize(
    "recipient", ["", "nobody", "a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "a @b.example", "a@@b"]
)
def test_what_is_no_address_is_not_sent(serve: Callable[..., int], inbox: Inbox, recipient: str) -> None:
    with pytest.raises(DeliveryError, match="no mail address") as caught:
        channel(serve()).send(Message("m", recipient, "无", "正文"))
    assert not caught.value.retryable
    assert inbox.mails == []


def test_a_wrong_password_is_told_without_it(
    serve: Callable[..., int], server_tls: ssl.SSLContext, client_tls: ssl.SSLContext
) -> None:
    port = serve(ssl_context=server_tls, authenticator=_login, auth_require_tls=False)
    wrong = channel(port, security="tls", username="duban", password="falsch", tls_context=client_tls)
    with pytest.raises(DeliveryError, match=r"refused the login.*check username and password") as caught:
        wrong.send(MESSAGE)
    assert not caught.value.retryable
    assert "falsch" not in str(caught.value) + repr(wrong)


def test_an_untrusted_certificate_is_refused(
    serve: Callable[..., int], inbox: Inbox, server_tls: ssl.SSLContext
) -> None:
    port = serve(tls_context=server_tls)
    with pytest.raises(DeliveryError, match="no valid certificate") as caught:
        channel(port, security="starttls").send(MESSAGE)
    assert (caught.value.retryable, inbox.mails) == (False, [])


@pytest.mark.parametrize(
    ("security", "reason"), [("starttls", "lacks what the settings ask"), ("tls", "speaks no TLS here")]
)
def test_a_server_without_encryption_gets_nothing(
    serve: Callable[..., int], inbox: Inbox, security: str, reason: str
) -> None:
    with pytest.raises(DeliveryError, match=reason) as caught:
        channel(serve(), security=security).send(MESSAGE)
    assert (caught.value.retryable, inbox.mails) == (False, [])


@pytest.mark.parametrize(("refusal", "retryable"), [("451 greylisted", True), ("550 no such user", False)])
def test_a_refused_recipient(serve: Callable[..., int], inbox: Inbox, refusal: str, retryable: bool) -> None:
    inbox.refusal = refusal
    with pytest.raises(DeliveryError, match=f"duban@yunhe.example.*refused the recipient .{refusal}") as caught:
        channel(serve()).send(MESSAGE)
    assert caught.value.retryable is retryable


def test_an_absent_server_may_come_back() -> None:
    with pytest.raises(DeliveryError, match="cannot be reached") as caught:
        channel(free_port()).send(MESSAGE)
    assert caught.value.retryable
    assert "\n" not in str(caught.value)
