"""From a channel of the settings to the channel that sends, its secrets revealed; made when it is first needed."""

from __future__ import annotations

from functools import cached_property

from pydantic import SecretStr

from alerting.speech import Language
from connectors import channels
from connectors.http import Client
from flows.channel_settings import (
    AppriseChannel,
    Channel,
    EventsChannel,
    FolderChannel,
    RobotChannel,
    SmtpChannel,
    WebhookChannel,
)
from flows.eventing import EventsChannel as Events
from flows.secrets import revealed
from flows.settings import Settings


class Senders:
    """The channels of the settings by name, for one delivery. Use as a context manager."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._named = {channel.name: channel for channel in settings.channels}
        self._made: dict[str, channels.Channel] = {}

    def __enter__(self) -> Senders:
        return self

    def __exit__(self, *_: object) -> None:
        for made in self._made.values():
            made.close()
        self._http.close()

    def __contains__(self, name: str) -> bool:
        return name in self._named

    def __getitem__(self, name: str) -> channels.Channel:
        """The channel; the same for all its messages. Raises CommandError where one of its secrets is absent."""
        if name not in self._made:
            self._made[name] = self._sender(self._named[name])
        return self._made[name]

    def language_of_files(self, name: str) -> Language | None:
        """In which language files go with its messages; None where none can."""
        channel = self._named[name]
        takes_files = isinstance(channel, FolderChannel | SmtpChannel)
        return (channel.language or self._settings.language) if takes_files else None

    @cached_property
    def _http(self) -> Client:
        """One attempt a message: what fails is tried again by the outbox. Only public addresses, or listed ones."""
        settings = self._settings
        resolve = settings.resolve if settings.hosts else None
        return Client(
            user_agent=settings.user_agent, resolve=resolve, delay_s=0, retries=0, robots=False, private_posts=False
        )

    def _sender(self, channel: Channel) -> channels.Channel:
        if isinstance(channel, FolderChannel):
            return channels.FolderChannel(channel.path or self._settings.mail, name=channel.name)
        if isinstance(channel, SmtpChannel):
            return self._mail(channel)
        if isinstance(channel, WebhookChannel):
            secrets = tuple(map(self._revealed, channel.secrets))
            return channels.WebhookChannel(self._http, self._revealed(channel.url), secrets, name=channel.name)
        if isinstance(channel, RobotChannel):
            return self._robot(channel)
        if isinstance(channel, AppriseChannel):
            return channels.AppriseChannel(self._revealed(channel.url), name=channel.name)
        assert isinstance(channel, EventsChannel)
        return Events(channel.name)

    def _mail(self, channel: SmtpChannel) -> channels.Channel:
        return channels.EmailChannel(
            host=channel.host,
            port=channel.port,
            security=channel.security,
            username=channel.username,
            password=self._revealed(channel.password) if channel.password else None,
            sender=channel.sender,
            timeout_s=channel.timeout_s,
            reply_to=channel.reply_to,
            name=channel.name,
        )

    def _robot(self, channel: RobotChannel) -> channels.Channel:
        return channels.RobotChannel(
            self._http,
            channel.kind,
            self._revealed(channel.key),
            self._revealed(channel.secret) if channel.secret else None,
            channel.base or "",
            name=channel.name,
        )

    def _revealed(self, secret: SecretStr) -> str:
        return revealed(secret, self._settings.data)
