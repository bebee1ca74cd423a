"""A message as a mail: text and HTML as alternatives, headers that nobody can smuggle lines into."""

from __future__ import annotations

import re
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate

from connectors.channels.message import Message
from connectors.errors import DeliveryError

# one mailbox: a bare address, or a name and the address in angle brackets
_SPEC = r"[^\s@,;:<>\"]+@[^\s@,;:<>\"]+"
_MAILBOX = re.compile(rf"(?P<name>[^<>]*)<(?P<inner>{_SPEC})>|(?P<bare>{_SPEC})")
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


def mail_of(message: Message, sender: str, channel: str) -> EmailMessage:
    """The mail. Raises DeliveryError where the recipient or the sender is no mail address."""
    mail = EmailMessage(SMTP)
    mail["From"] = _address(sender, message, channel)
    mail["To"] = _address(message.recipient, message, channel)
    mail["Subject"] = " ".join(message.subject.split())
    mail["Date"] = formatdate(localtime=True)
    # the same at every attempt, so that a mail program shows a message once
    mail["Message-ID"] = f"<{safe_name(message.message_id)}@{_address(sender, message, channel).domain}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(message.text)
    if message.html is not None:
        mail.add_alternative(message.html, subtype="html")
    return mail


def safe_name(message_id: str) -> str:
    """The identity of a message as a file name and as a part of a header."""
    return _UNSAFE.sub("_", message_id).lstrip(".") or "message"


def _address(text: str, message: Message, channel: str) -> Address:
    match = _MAILBOX.fullmatch(text.strip())
    try:
        if match is None or "\n" in text or "\r" in text:
            raise ValueError("no mail address")
        return Address((match["name"] or "").strip(' "'), addr_spec=match["inner"] or match["bare"])
    except (ValueError, IndexError, MessageError) as error:
        raise DeliveryError(channel, message.recipient, f"{text!r} is no mail address") from error
