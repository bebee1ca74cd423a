"""The channels as `duban.yaml` describes them: how alerts leave, and to whom."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr

from alerting.speech import Language

_ADDRESS = re.compile(r"https?://[^/\s]+")
# a Prefect block of the kind Secret, read when something is sent
BLOCK = re.compile(r"\$\{block:([a-z0-9-]+)\}")


class Strict(BaseModel):
    """Settings of which every key is known."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _address(secret: SecretStr) -> SecretStr:
    text = secret.get_secret_value()
    if not (_ADDRESS.match(text) or BLOCK.match(text)):
        raise ValueError("an address begins with http:// or https://")
    return secret


def _key(secret: SecretStr) -> SecretStr:
    from connectors.channels.webhook import secret_bytes  # here: quick commands need no channel

    if not BLOCK.search(secret.get_secret_value()):
        secret_bytes(secret.get_secret_value())
    return secret


Address = Annotated[SecretStr, AfterValidator(_address)]
SigningKey = Annotated[SecretStr, AfterValidator(_key)]


class _Channel(Strict):
    # of what is written to its recipients; the installation's where nothing is said
    language: Language | None = None


class FolderChannel(_Channel):
    """Mails as `.eml` files in a folder (`path`, else `<data>/mail`); the default, and what the sample uses."""

    kind: Literal["folder"]
    name: str = "folder"
    path: Path | None = None
    recipients: tuple[str, ...] = Field(default=("duban@localhost",), min_length=1)


class SmtpChannel(_Channel):
    """Mails through a mail server; `security` is what the server offers, `none` only inside a machine room."""

    kind: Literal["smtp"]
    name: str = "smtp"
    host: str
    port: int = Field(587, ge=1, le=65535)
    security: Literal["starttls", "tls", "none"] = "starttls"
    username: str | None = None
    password: SecretStr | None = None
    sender: str
    # where answers go: people acknowledge by answering; without one they are told the command
    reply_to: str | None = None
    timeout_s: float = Field(30, gt=0)
    recipients: tuple[str, ...] = Field(min_length=1)


class _Address(_Channel):
    """A channel that is an address: it receives each message once."""

    name: str

    @property
    def recipients(self) -> tuple[str, ...]:
        """The channel itself."""
        return (self.name,)


class WebhookChannel(_Address):
    """JSON posted to an address, signed with each of `secrets` (`whsec_...`), as Standard Webhooks say."""

    kind: Literal["webhook"]
    name: str = "webhook"
    url: Address
    secrets: tuple[SigningKey, ...] = ()


class RobotChannel(_Address):
    """A group's robot: `key` is the end of its address, `secret` what it signs with, `base` another server."""

    kind: Literal["wecom", "dingtalk", "feishu"]
    name: str = ""
    key: SecretStr
    secret: SecretStr | None = None
    base: str | None = Field(None, pattern=_ADDRESS.pattern)

    def model_post_init(self, context: object) -> None:
        """Called by its kind where it has no name."""
        if not self.name:
            object.__setattr__(self, "name", self.kind)


class AppriseChannel(_Address):
    """Any service that Apprise knows, by an address of Apprise's."""

    kind: Literal["apprise"]
    name: str = "apprise"
    url: SecretStr


class EventsChannel(_Address):
    """Prefect events, one for each row that is told (`duban.indicator.lagging`), for automations."""

    kind: Literal["events"]
    name: str = "events"


Channel = Annotated[
    FolderChannel | SmtpChannel | WebhookChannel | RobotChannel | AppriseChannel | EventsChannel,
    Field(discriminator="kind"),
]
