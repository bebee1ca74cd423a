"""Mail through a server, encrypted from the start (tls), after a greeting (starttls), or not at all."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Literal

from connectors.channels.message import Message
from connectors.channels.mime import mail_of
from connectors.errors import DeliveryError

_LATER = "nothing to do unless it lasts: the next delivery tries again"


@dataclass(frozen=True)
class EmailChannel:
    """One mail server. `tls_context` replaces the system's certificates (a private authority)."""

    host: str
    port: int
    security: Literal["starttls", "tls", "none"]
    username: str | None
    password: str | None = field(repr=False)
    sender: str
    timeout_s: float = 30.0
    tls_context: ssl.SSLContext | None = field(default=None, repr=False)
    name: str = "smtp"

    def send(self, message: Message) -> None:
        """Send to the message's one recipient. Raises DeliveryError; returns once the server has taken the mail."""
        mail = mail_of(message, self.sender, self.name)
        try:
            with self._session() as session:
                session.send_message(mail)
        except (smtplib.SMTPException, OSError) as error:
            raise self._failure(error, message.recipient) from error

    @contextmanager
    def _session(self) -> Iterator[smtplib.SMTP]:
        session = self._connect()
        try:
            if self.security == "starttls":
                session.starttls(context=self._tls())
            if self.username is not None:
                session.login(self.username, self.password or "")
            yield session
        finally:
            # what happens at the farewell no longer changes whether the mail was taken
            with suppress(smtplib.SMTPException, OSError):
                session.quit()
            session.close()

    def _connect(self) -> smtplib.SMTP:
        if self.security == "tls":
            return smtplib.SMTP_SSL(self.host, self.port, timeout=self.timeout_s, context=self._tls())
        return smtplib.SMTP(self.host, self.port, timeout=self.timeout_s)

    def _tls(self) -> ssl.SSLContext:
        return self.tls_context or ssl.create_default_context()

    def _failure(self, error: Exception, recipient: str) -> DeliveryError:
        server = f"{self.host}:{self.port}"
        reason, retryable, remedy = _reason(error)
        return DeliveryError(self.name, recipient, f"{server} {reason}", retryable, remedy)


def _reason(error: Exception) -> tuple[str, bool, str]:
    """What happened, whether it may pass, and what to do."""
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return f"refused the login ({error.smtp_code})", False, "check username and password in duban.yaml"
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return f"lacks what the settings ask for ({error})", False, "set security to what the server offers"
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, text = next(iter(error.recipients.values()))
        return f"refused the recipient ({code} {_words(text)})", code < 500, "check the recipient in duban.yaml"
    if isinstance(error, smtplib.SMTPResponseException):
        remedy = _LATER if error.smtp_code < 500 else "ask the server's administrator why"
        return f"refused the mail ({error.smtp_code} {_words(error.smtp_error)})", error.smtp_code < 500, remedy
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"has no valid certificate ({error.verify_message})", False, "have the server's certificate renewed"
    if isinstance(error, ssl.SSLError):
        return f"speaks no TLS here ({error.reason})", False, "set security to what the server offers on this port"
    return f"cannot be reached ({' '.join(str(error).split()) or type(error).__name__})", True, _LATER


def _words(text: bytes | str) -> str:
    return " ".join((text.decode("utf-8", "replace") if isinstance(text, bytes) else text).split())
