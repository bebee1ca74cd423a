"""A message as a mail: text and HTML as alternatives, headers that nobody can smuggle lines into."""

from __future__ import annotations

import base64
import hashlib
import re
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate

import idna

from connectors.channels.message import Message
from connectors.errors import DeliveryError

# one mailbox: a bare address, or a name and the address in angle brackets
_SPEC = r"[^\s@,;:<>\"]+@[^\s@,;:<>\"]+"
_MAILBOX = re.compile(rf"(?P<name>[^<>]*)<(?P<inner>{_SPEC})>|(?P<bare>{_SPEC})")
# so many characters of a name: a header that fits one line is folded by nobody, and 160 bits tell messages apart
NAME = 40
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


def mail_of(message: Message, sender: str, channel: str, reply_to: str | None = None) -> EmailMessage:
    """The mail. Raises DeliveryError where the recipient or the sender is no mail address."""
    mail = EmailMessage(SMTP)
    author = _address(sender, message, channel)
    mail["From"] = author
    mail["To"] = _address(message.recipient, message, channel)
    if reply_to:
        mail["Reply-To"] = _address(reply_to, message, channel)
    mail["Subject"] = " ".join(message.subject.split())
    mail["Date"] = formatdate(localtime=True)
    # the same at every attempt, so that a mail program shows a message once
    mail["Message-ID"] = _named(message.message_id, author.domain)
    _thread(mail, message, author.domain)
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"  # no out-of-office answers from Exchange
    mail.set_content(message.text)
    if message.html is not None:
        mail.add_alternative(message.html, subtype="html")
    for file in message.attachments:
        maintype, _, subtype = file.media_type.partition("/")
        mail.add_attachment(file.content, maintype=maintype, subtype=subtype, filename=safe_name(file.name))
    return mail


def safe_name(message_id: str) -> str:
    """The identity of a message as a file name and as a part of a header."""
    return _UNSAFE.sub("_", message_id).lstrip(".") or "message"


def _named(message_id: str, domain: str) -> str:
    return f"<{safe_name(message_id)[:NAME]}@{domain}>"


def _thread(mail: EmailMessage, message: Message, domain: str) -> None:
    """References as most programs want them, and Outlook's own index.

    The first reference is a mail that never was: its name alone holds the thread, whichever mail of it was deleted.
    """
    if not message.thread:
        return
    root = _named(f"thread.{message.thread}", domain)
    before = _named(message.follows, domain) if message.follows else root
    mail["In-Reply-To"] = before
    mail["References"] = root if before == root else f"{root} {before}"
    # a header of 22 bytes: a time, which is the same for the whole thread, and the thread's own name
    name = hashlib.sha256(message.thread.encode()).digest()
    mail["Thread-Index"] = base64.b64encode(b"\x01" + name[:21]).decode()


def _address(text: str, message: Message, channel: str) -> Address:
    match = _MAILBOX.fullmatch(text.strip())
    try:
        if match is None or "\n" in text or "\r" in text:
            raise ValueError("no mail address")
        return Address((match["name"] or "").strip(' "'), addr_spec=_as_sent(match["inner"] or match["bare"]))
    except (ValueError, IndexError, MessageError) as error:
        remedy = "check the address in duban.yaml"
        raise DeliveryError(channel, message.recipient, f"{text!r} is no mail address", remedy=remedy) from error


def _as_sent(address: str) -> str:
    """The address with its domain as the mail system writes it: 例子.公司 is xn--fsqu00a.xn--55qx5d."""
    local, _, domain = address.rpartition("@")
    return address if domain.isascii() else f"{local}@{idna.encode(domain, uts46=True).decode()}"
