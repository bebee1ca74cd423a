from __future__ import annotations

import email
import socket
import ssl
from collections.abc import Callable, Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from connectors.channels import Attachment, EmailChannel, Message
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
        self.sessions: set[int] = set()
        self.recipients: list[str] = []
        self.drops = 0  # so many mails are taken, and the line is dropped instead of an answer

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.refusal:
            refusal, self.refusal = self.refusal, None
            return refusal
        self.recipients.append(address)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        mail = email.message_from_bytes(envelope.content, policy=default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        self.sessions.add(id(session))
        if self.drops:
            self.drops -= 1
            server.transport.abort()
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


def test_one_connection_serves_all_and_a_refusal_is_its_recipients_own(
    serve: Callable[..., int], inbox: Inbox, server_tls: ssl.SSLContext, client_tls: ssl.SSLContext
) -> None:
    port = serve(tls_context=server_tls, require_starttls=True, authenticator=_login, auth_required=True)
    mails = channel(port, security="starttls", username="duban", password="geheim", tls_context=client_tls)
    inbox.refusal = "451 4.7.1 greylisted, come again"
    with pytest.raises(DeliveryError, match="greylisted") as caught:
        mails.send(MESSAGE)
    assert (caught.value.fate, caught.value.is_channel) == ("wait", False)
    for number in range(3):
        mails.send(replace(MESSAGE, message_id=f"m{number}"))
    mails.close()
    assert len(inbox.mails) == 3
    assert len(inbox.sessions) == 1


def test_a_line_dropped_after_the_mail_was_taken_is_tried_again_under_the_same_name(
    serve: Callable[..., int], inbox: Inbox
) -> None:
    mails, inbox.drops = channel(serve()), 1
    with pytest.raises(DeliveryError, match="ended the connection") as caught:
        mails.send(MESSAGE)
    assert (caught.value.retryable, caught.value.fate, caught.value.is_channel) == (True, "wait", False)
    mails.send(MESSAGE)
    assert [mail["message-id"] for mail in inbox.mails] == ["<3f9a@yunhe.example>"] * 2


def test_a_connection_that_the_server_ended_meanwhile_is_made_anew(serve: Callable[..., int], inbox: Inbox) -> None:
    mails = channel(serve())
    mails.send(MESSAGE)
    assert mails._session is not None
    assert mails._session.sock is not None
    mails._session.sock.shutdown(socket.SHUT_RDWR)
    mails.send(MESSAGE)
    assert len(inbox.mails) == 2


@pytest.mark.parametrize(
    ("refusal", "fate"), [("450 busy", "wait"), ("550 no such user", "dead"), ("552 mailbox full", "dead")]
)
def test_the_fate_of_what_is_refused(serve: Callable[..., int], inbox: Inbox, refusal: str, fate: str) -> None:
    inbox.refusal = refusal
    with pytest.raises(DeliveryError) as caught:
        channel(serve()).send(MESSAGE)
    assert caught.value.fate == fate


def test_a_domain_in_chinese_goes_out_as_the_mail_system_writes_it(serve: Callable[..., int], inbox: Inbox) -> None:
    channel(serve()).send(replace(MESSAGE, recipient="督查室 <dcs@例子.公司>"))
    assert inbox.recipients == ["dcs@xn--fsqu00a.xn--55qx5d"]
    assert inbox.mails[0]["to"].addresses[0].display_name == "督查室"


def test_a_thread_holds_and_answers_go_where_they_should(serve: Callable[..., int], inbox: Inbox) -> None:
    mails = channel(serve(), reply_to="dcs@yunhe.example")
    mails.send(replace(MESSAGE, thread="t9", follows=None))
    mails.send(replace(MESSAGE, message_id="b", thread="t9", follows="3f9a"))
    first, second = inbox.mails
    assert first["references"] == "<thread.t9@yunhe.example>"
    assert second["references"] == "<thread.t9@yunhe.example> <3f9a@yunhe.example>"
    assert second["in-reply-to"] == first["message-id"]
    assert first["thread-index"] == second["thread-index"]
    assert second["reply-to"] == "dcs@yunhe.example"


def test_a_file_goes_with_the_mail(serve: Callable[..., int], inbox: Inbox) -> None:
    file = Attachment("duban\r\nX: 1.xlsx", b"PK\x03\x04", "application/vnd.ms-excel")
    channel(serve()).send(replace(MESSAGE, attachments=(file,)))
    (attached,) = inbox.mails[0].iter_attachments()
    assert attached.get_filename() == "duban_X_1.xlsx"
    assert attached.get_content() == b"PK\x03\x04"
    rich = inbox.mails[0].get_body(("html",))
    assert rich is not None
    assert rich.get_content().strip() == MESSAGE.html
