"""Mail through a server, encrypted from the start (tls), after a greeting (starttls), or not at all."""

from __future__ import annotations

import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Literal

from connectors.channels.message import Message
from connectors.channels.mime import mail_of
from connectors.errors import DeliveryError

_LATER = "nothing to do unless it lasts: the next delivery tries again"


class _Server(smtplib.SMTP):
    """A connection that knows what the server answered last: smtplib itself forgets it."""

    answer: tuple[int, bytes] = (0, b"")

    def getreply(self) -> tuple[int, bytes]:
        """The next answer."""
        self.answer = super().getreply()
        return self.answer


class _TlsServer(_Server, smtplib.SMTP_SSL):
    """The same, encrypted from the start."""


@dataclass
class EmailChannel:
    """One mail server. One connection serves all messages until `close`; one that broke is made anew.

    `tls_context` replaces the system's certificates (a private authority); `reply_to` is where answers go.
    """

    host: str
    port: int
    security: Literal["starttls", "tls", "none"]
    username: str | None
    password: str | None = field(repr=False)
    sender: str
    timeout_s: float = 30.0
    reply_to: str | None = None
    tls_context: ssl.SSLContext | None = field(default=None, repr=False)
    name: str = "smtp"
    _session: _Server | None = field(default=None, init=False, repr=False)

    def send(self, message: Message) -> str:
        """Send to the message's one recipient; returns by what words the server took it. Raises DeliveryError."""
        mail = mail_of(message, self.sender, self.name, self.reply_to)
        try:
            session = self._opened()
            session.send_message(mail)
        except (smtplib.SMTPException, OSError) as error:
            if not isinstance(error, smtplib.SMTPRecipientsRefused | smtplib.SMTPDataError):
                self.close()  # whatever state it is in, the next message gets a fresh one
            raise self._failure(error, message.recipient) from error
        code, words = session.answer
        return f"{code} {_words(words)}".strip()

    def check(self) -> None:
        """Connect, encrypt and log in as for a mail, and send none. Raises DeliveryError."""
        try:
            self._opened().noop()
        except (smtplib.SMTPException, OSError) as error:
            raise self._failure(error, "") from error
        finally:
            self.close()

    def close(self) -> None:
        """End the connection; what happens at the farewell no longer changes whether the mails were taken."""
        session, self._session = self._session, None
        if session is not None:
            with suppress(smtplib.SMTPException, OSError):
                session.quit()
            session.close()

    def _opened(self) -> _Server:
        """The connection, alive: servers end those that rest too long."""
        if self._session is not None and not _is_alive(self._session):
            self.close()
        if self._session is None:
            session = self._connect()
            try:
                self._greet(session)
            except BaseException:
                session.close()
                raise
            self._session = session
        return self._session

    def _greet(self, session: _Server) -> None:
        if self.security == "starttls":
            session.starttls(context=self._tls())
        if self.username is not None:
            session.login(self.username, self.password or "")

    def _connect(self) -> _Server:
        if self.security == "tls":
            return _TlsServer(self.host, self.port, timeout=self.timeout_s, context=self._tls())
        return _Server(self.host, self.port, timeout=self.timeout_s)

    def _tls(self) -> ssl.SSLContext:
        return self.tls_context or ssl.create_default_context()

    def _failure(self, error: Exception, recipient: str) -> DeliveryError:
        return _explained(error, partial(DeliveryError, self.name, recipient), f"{self.host}:{self.port}")


def _is_alive(session: smtplib.SMTP) -> bool:
    """Whether the server still answers; RSET also forgets what a refused mail left behind."""
    try:
        return session.rset()[0] == 250
    except (smtplib.SMTPException, OSError):
        return False


def _explained(error: Exception, failure: partial[DeliveryError], server: str) -> DeliveryError:
    """What happened, whether it may pass, and what to do."""
    if isinstance(error, smtplib.SMTPAuthenticationError):
        reason = f"{server} refused the login ({error.smtp_code})"
        return failure(reason, False, "check username and password in duban.yaml", is_channel=True)
    if isinstance(error, smtplib.SMTPNotSupportedError):
        reason = f"{server} lacks what the settings ask for ({error})"
        return failure(reason, False, "set security to what the server offers", is_channel="SMTPUTF8" not in reason)
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, text = next(iter(error.recipients.values()))
        reason = f"{server} refused the recipient ({code} {_words(text)})"
        return failure(reason, code < 500, "check the recipient in duban.yaml", fate="wait" if code < 500 else "dead")
    if isinstance(error, smtplib.SMTPResponseException):
        may_pass = error.smtp_code < 500
        reason = f"{server} refused the mail ({error.smtp_code} {_words(error.smtp_error)})"
        remedy = _LATER if may_pass else "ask the server's administrator why"
        is_mail = isinstance(error, smtplib.SMTPDataError)  # else it wants no mail of ours at all
        fate: Literal["wait", "dead"] = "dead" if is_mail and not may_pass else "wait"
        return failure(reason, may_pass, remedy, fate=fate, is_channel=not is_mail)
    return _unreached(error, failure, server)


def _unreached(error: Exception, failure: partial[DeliveryError], server: str) -> DeliveryError:
    if isinstance(error, ssl.SSLCertVerificationError):
        reason = f"{server} has no valid certificate ({error.verify_message})"
        return failure(reason, False, "have the server's certificate renewed", is_channel=True)
    if isinstance(error, ssl.SSLError):
        reason = f"{server} speaks no TLS here ({error.reason})"
        return failure(reason, False, "set security to what the server offers on this port", is_channel=True)
    words = " ".join(str(error).split()) or type(error).__name__
    if isinstance(error, smtplib.SMTPServerDisconnected):
        # perhaps after it took the mail: the next attempt has the same Message-ID, so that it is shown once
        return failure(f"{server} ended the connection ({words})", True, _LATER)
    return failure(f"{server} cannot be reached ({words})", True, _LATER, is_channel=True)


def _words(text: bytes | str) -> str:
    return " ".join((text.decode("utf-8", "replace") if isinstance(text, bytes) else text).split())
