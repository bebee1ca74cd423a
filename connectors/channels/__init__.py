"""How an alert leaves: a channel takes a plain message for one recipient and delivers it, or raises DeliveryError."""

from __future__ import annotations

from connectors.channels.email import EmailChannel
from connectors.channels.folder import FolderChannel
from connectors.channels.message import Attachment, Channel, Message
from connectors.channels.others import AppriseChannel
from connectors.channels.robots import RobotChannel
from connectors.channels.webhook import WebhookChannel

__all__ = [
    "AppriseChannel",
    "Attachment",
    "Channel",
    "EmailChannel",
    "FolderChannel",
    "Message",
    "RobotChannel",
    "WebhookChannel",
]
