"""What an installation decides: `duban.yaml`, overridden by `DUBAN_*`, checked at once with every error in one list.

A string in the file may name a secret by `${NAME}`: it is taken from the environment, so that no secret is committed.
In a channel `${block:NAME}` is a Prefect block of the kind Secret, which is read when something is sent.
Paths in the file are relative to the file; paths in the environment are relative to the working directory.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

import yaml
from pydantic import ConfigDict, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from alerting.speech import Language
from flows.channel_settings import (
    AppriseChannel,
    Channel,
    EventsChannel,
    FolderChannel,
    RobotChannel,
    SmtpChannel,
    Strict,
    WebhookChannel,
)
from flows.problems import CommandError

__all__ = [
    "AppriseChannel",
    "Channel",
    "EventsChannel",
    "FolderChannel",
    "RobotChannel",
    "Settings",
    "SmtpChannel",
    "WebhookChannel",
    "load_settings",
]

PREFIX = "DUBAN_"
SECRETS = "; set it, or write it to duban.env beside the file (where install.sh made one)"
PATHS = ("data", "sources", "alerts")
# read beside the settings: where the file is, where a worker finds the checkout, and tracebacks for developers
OTHER_VARIABLES = frozenset({"DUBAN_CONFIG", "DUBAN_HOME", "DUBAN_DEBUG"})
SECRET = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
CLOCK = ZoneInfo("Asia/Shanghai")


class SettingsError(CommandError):
    """Something in `duban.yaml` or the environment is wrong. `problems` holds one line for each mistake."""

    def __init__(self, where: str, problems: list[str]) -> None:
        super().__init__("\n".join(f"{where}: {problem}" for problem in problems))
        self.problems = problems


class SecondReaderSettings(Strict):
    """An endpoint of the OpenAI chat protocol that is asked about what went to review; `url` is its base address."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    url: str = Field(pattern=r"^https?://[^/\s]+")
    """its base address"""
    model: str = Field(min_length=1)
    """the model's name there"""
    key: SecretStr | None = None
    """the key, by `${NAME}`"""
    timeout_s: float = Field(60, gt=0)
    """how long to wait for an answer"""
    max_tokens: int = Field(1000, ge=1)
    """the longest answer"""
    max_chars: int = Field(4000, ge=200)
    """so much of the report around the sentence goes out with one question"""
    max_questions: int = Field(100, ge=1)
    """so many questions in one `duban review ask`"""


class Settings(BaseSettings):
    """Every setting, with its default. `today` replaces the clock (a date in Asia/Shanghai)."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True, use_attribute_docstrings=True)

    data: Path = Path("data")
    """the folder with the warehouse, the published copies, the page archive, the mails and Prefect's state"""
    sources: Path = Path("sources")
    """the folder of source files, one YAML for each bureau"""
    alerts: Path | None = None
    """the file of rules: what raises an alert and who is told; without one the default of [alerts.md](alerts.md)"""
    contact: str | None = None
    """an address that sites see in the user agent; give one before you visit a real site"""
    today: date | None = None
    """another day than today in Asia/Shanghai, for a test or to repeat a run"""
    channels: tuple[Channel, ...] = (FolderChannel(kind="folder"),)
    """how alerts leave: mail, webhook, robots and more; see below and [alerts.md](alerts.md)"""
    language: Language = "zh"
    """of mails and messages: `zh` or `en`; a channel may have its own"""
    confidence_min: Decimal = Field(Decimal("0.6"), ge=0, le=1)
    """below this confidence an indicator is `unknown` instead of judged; a change counts for what was read before,
    too"""
    recheck_days: int = Field(200, ge=0)
    """a page published within so many days is asked for again, for a corrected republication"""
    recheck_hours: float = Field(20, ge=0)
    """not before so many hours after the last time, nor before a tenth of its age has gone; 0: with every visit"""
    report_due_days: int = Field(30, ge=1, le=365)
    """so many days after a quarter's end its check is due, and is caught up where none ran; when a report is due, the
    file of rules says"""
    silence_h: float = Field(26, gt=0)
    """after so many hours without an end of the daily run its absence is told; an hour or two more than a day"""
    hosts: dict[str, Annotated[str, Field(pattern=r"^[^:\s]+:[0-9]{1,5}$")]] = {}
    """host name to `address:port`, as in /etc/hosts: a mirror, a site inside your own network; only these may be
    private addresses"""
    target_authority: tuple[Literal["curated", "breakdown", "heading"], ...] = ("curated", "breakdown", "heading")
    """whose target a promise is judged by where several are known, the first before the others: that of a curated
    file, of a breakdown document, of the report's own heading ([targets.md](targets.md)); a change counts for what
    was read before, too"""
    writer_wait_s: float = Field(30, gt=0)
    """how long to wait for another program that writes to the warehouse"""
    keep_copies: int = Field(3, ge=1)
    """how many published copies stay"""
    task_runner: Literal["threads", "dask"] = "threads"
    """where sources are visited and the archive is read: in `threads` of the flow's own process, or by the workers of
    a `dask` cluster (the extra `dask`; [scale.md](scale.md))"""
    dask_scheduler: Annotated[str, Field(pattern=r"^(tcp|tls)://[^/\s]+:[0-9]{1,5}$")] | None = None
    """the cluster's scheduler, `tcp://host:8786`; without one a cluster of this machine, for as long as a run takes"""
    dask_workers: int = Field(2, ge=1)
    """how many workers that cluster of this machine has; a scheduler of your own knows its workers"""
    log_format: Literal["text", "json"] = "text"
    """of what is said while it works: `text` for people, `json` for a log collector, one object in a line"""
    reviewer: str | None = Field(None, min_length=1)
    """who says what `duban review` keeps; the login where nothing is set (`docs/review.md`)"""
    second_reader: SecondReaderSettings | None = None
    """a language model that proposes figures for what went to review; see below and `docs/review.md`"""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment before the file; no other place is looked at."""
        return env_settings, init_settings

    @property
    def warehouse(self) -> Path:
        """The database that the load step writes."""
        return self.data / "warehouse.duckdb"

    @property
    def archive(self) -> Path:
        """The bytes of every revision, by their SHA-256."""
        return self.data / "archive"

    @property
    def published(self) -> Path:
        """The read-only copies, one folder for each version."""
        return self.data / "published"

    @property
    def published_copy(self) -> Path:
        """The newest read-only copy, which analysts open."""
        return self.published / "current" / "duban.duckdb"

    @property
    def batches(self) -> Path:
        """What workers have read and nobody has loaded yet."""
        return self.data / "batches"

    @property
    def mail(self) -> Path:
        """Where the folder channel writes when it has no path of its own."""
        return self.data / "mail"

    @property
    def user_agent(self) -> str:
        """Who asks, as a site's log shows it."""
        return f"Duban/0.1 (+{self.contact})" if self.contact else "Duban/0.1"

    def without_secrets(self) -> Settings:
        """What a worker elsewhere needs to visit and read: it tells nobody, and asks nobody."""
        return self.model_copy(update={"channels": (), "second_reader": None})

    def resolve(self, host: str, port: int) -> tuple[str, int]:
        """Where to connect for a host name: what `hosts` says, else a public address. Raises OSError without one."""
        if host not in self.hosts:
            from connectors.resolving import public_address  # here: quick commands need no network

            return public_address(host, port)
        address, _, other_port = self.hosts[host].rpartition(":")
        return address, int(other_port)

    def now_date(self) -> date:
        """Today in China, unless `today` says otherwise."""
        return self.today or datetime.now(CLOCK).date()

    def now(self) -> datetime:
        """This moment in China, on the day that `today` says where it does."""
        moment = datetime.now(CLOCK)
        return datetime.combine(self.now_date(), moment.timetz())


def load_settings() -> Settings:
    """Settings from `DUBAN_CONFIG` (else `./duban.yaml` where there is one) and `DUBAN_*`.

    Raises SettingsError with every mistake at once.
    """
    environ = os.environ
    path = Path(environ.get("DUBAN_CONFIG", "duban.yaml"))
    if not path.exists() and "DUBAN_CONFIG" in environ:
        raise SettingsError("DUBAN_CONFIG", [f"{path} does not exist; create it or unset the variable"])
    problems: list[str] = []
    named: set[str] = set()
    given = _read_file(path, environ, problems, named) if path.exists() else {}
    problems += _unknown_variables(environ, named)
    try:
        settings = Settings(**given)
    except ValidationError as error:
        problems += [_line(detail) for detail in error.errors()]
    else:
        problems += _same_names(settings) + _authorities(settings)
    if problems:
        raise SettingsError(str(path) if path.exists() else "DUBAN_* settings", problems)
    return settings


def _read_file(path: Path, environ: Mapping[str, str], problems: list[str], named: set[str]) -> dict[str, Any]:
    from connectors.source import UniqueKeys  # here: without a file nothing of it is needed

    try:
        content = yaml.load(path.read_text(encoding="utf-8"), UniqueKeys) or {}
    except (OSError, ValueError, yaml.YAMLError) as error:  # a day that no month has is a ValueError
        raise SettingsError(str(path), ["not readable as YAML: " + " ".join(str(error).split())]) from error
    if not isinstance(content, dict):
        raise SettingsError(str(path), ["must hold keys and values, such as 'data: ./data'"])
    filled: dict[str, Any] = _filled(content, environ, problems, named)
    for key in PATHS:
        if isinstance(filled.get(key), str):
            filled[key] = path.parent / filled[key]
    return filled


def _filled(value: Any, environ: Mapping[str, str], problems: list[str], named: set[str]) -> Any:
    """`value` with every `${NAME}` replaced from the environment; absent names are problems."""
    if isinstance(value, dict):
        return {str(key): _filled(item, environ, problems, named) for key, item in value.items()}
    if isinstance(value, list):
        return [_filled(item, environ, problems, named) for item in value]
    if not isinstance(value, str):
        return value
    names = SECRET.findall(value)
    named.update(names)
    problems += [f"${{{name}}} is not set in the environment{SECRETS}" for name in names if name not in environ]
    return SECRET.sub(lambda match: environ.get(match[1], ""), value)


def _unknown_variables(environ: Mapping[str, str], named: set[str]) -> list[str]:
    known = {PREFIX + name.upper() for name in Settings.model_fields} | OTHER_VARIABLES | named
    unknown = sorted(name for name in environ if name.startswith(PREFIX) and name not in known)
    return [f"unknown variable {name}; known are {', '.join(sorted(known))}" for name in unknown]


def _line(detail: Any) -> str:
    key = ".".join(str(part) for part in detail["loc"]) or "settings"
    if detail["type"] == "extra_forbidden":
        return f"unknown key '{key}'; remove it or correct its spelling"
    return f"'{key}': {detail['msg']}"


def _authorities(settings: Settings) -> list[str]:
    given = settings.target_authority
    if sorted(given) == ["breakdown", "curated", "heading"]:
        return []
    return ["'target_authority' must name curated, breakdown and heading, each once, the highest authority first"]


def _same_names(settings: Settings) -> list[str]:
    names = [channel.name for channel in settings.channels]
    return [f"two channels are named '{name}'; give each its own name" for name in set(names) if names.count(name) > 1]
