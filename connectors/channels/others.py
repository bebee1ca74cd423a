"""Everything else that Apprise knows the way to: some hundred services behind one kind of address."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass, field

from connectors.channels.message import Message
from connectors.errors import DeliveryError


@dataclass(frozen=True)
class AppriseChannel:
    """One address of Apprise's (`slack://...`, `tgram://...`), which holds its secrets."""

    url: str = field(repr=False)
    name: str = "apprise"

    def send(self, message: Message) -> str:
        """Send the text as text. Raises DeliveryError: Apprise says that it failed, and in its log why."""
        if importlib.util.find_spec("apprise") is None:
            remedy = "pip install 'duban[apprise]', or remove the channel"
            raise DeliveryError(self.name, message.recipient, "apprise is not installed", remedy=remedy)
        from apprise import Apprise, NotifyFormat

        service = Apprise()
        if not service.add(self.url):
            reason, remedy = "apprise knows no such address", "correct its url in duban.yaml"
            raise DeliveryError(self.name, message.recipient, reason, remedy=remedy, is_channel=True)
        if not service.notify(body=message.text, title=message.subject, body_format=NotifyFormat.TEXT):
            reason, remedy = "the service did not take the message", "the next delivery tries again"
            raise DeliveryError(self.name, message.recipient, reason, True, remedy)
        return "taken"

    def close(self) -> None:
        """Nothing is kept."""
