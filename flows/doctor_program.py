"""Whether the program stands on what it needs: Python, the packages of pyproject.toml, the time zones."""

from __future__ import annotations

import socket
import tomllib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from packaging.requirements import Requirement

from flows.finding import Finding, ok, wrong
from flows.observing import is_configured
from flows.settings import Settings

EXTRAS = "install what requirements.lock says, or 'duban[dask,otel]' from the checkout"
OLDEST = (3, 11)
PATIENCE_S = 5
BUILT = datetime(2026, 11, 1, tzinfo=UTC)  # no clock is right that shows less
PROJECT = Path(__file__).parent.parent / "pyproject.toml"
REMEDY = "install what requirements.lock says: 'make' in the checkout, or deploy/install.sh"


def findings(python: tuple[int, ...], now: datetime | None = None) -> Iterator[Finding]:
    """Python, packages, clock."""
    version = ".".join(map(str, python))
    if python < OLDEST:
        yield wrong("python", f"this is {version}, at least 3.11 is needed", "install it and choose it with PYTHON=...")
    else:
        yield ok("python", version)
    yield from packages(_requirements())
    yield from clock(now or datetime.now(UTC))


def packages(requirements: Iterable[Requirement]) -> Iterator[Finding]:
    """Each package that is missing or of a version that is known not to work."""
    wished = [one for one in requirements if one.marker is None or one.marker.evaluate()]
    bad = [finding for one in wished if (finding := _package(one))]
    yield from bad or [ok("packages", f"{len(wished)}, each of a version that fits")]


def clock(now: datetime) -> Iterator[Finding]:
    """Whether the days are days in China, and the clock can be right."""
    try:
        local = now.astimezone(ZoneInfo("Asia/Shanghai"))
    except ZoneInfoNotFoundError:
        yield wrong("clock", "there are no time zones (Asia/Shanghai)", "install tzdata, by the system or by pip")
        return
    if now < BUILT:
        yield wrong("clock", f"it shows {local:%Y-%m-%d %H:%M}, which is past", "set it, best by NTP (timedatectl)")
    else:
        yield ok("clock", f"{local:%Y-%m-%d %H:%M} in China")


def optional(settings: Settings) -> Iterator[Finding]:
    """What the configuration asks for and an extra brings."""
    if settings.task_runner == "dask" and find_spec("prefect_dask") is None:
        yield wrong("packages", "'task_runner: dask' needs prefect-dask, which is not installed", EXTRAS)
    if settings.task_runner == "dask" and settings.dask_scheduler:
        yield scheduler(settings.dask_scheduler)
    if is_configured() and find_spec("opentelemetry.exporter.otlp.proto.http") is None:
        yield wrong("packages", "a collector is configured (OTEL_...), and nothing installed can send to it", EXTRAS)


def scheduler(address: str) -> Finding:
    """Whether anybody listens where the setting says."""
    place = urlsplit(address)
    try:
        socket.create_connection((place.hostname or "", place.port or 8786), timeout=PATIENCE_S).close()
    except (OSError, ValueError) as error:
        return wrong(
            "dask", f"{address} gives no answer ({error})", "start 'dask scheduler', or correct dask_scheduler"
        )
    return ok("dask", f"something listens at {address}")


def _requirements() -> list[Requirement]:
    if not PROJECT.exists():
        return [Requirement(line) for line in metadata.requires("duban") or ()]
    return [Requirement(line) for line in tomllib.loads(PROJECT.read_text("utf-8"))["project"]["dependencies"]]


def _package(wished: Requirement) -> Finding | None:
    try:
        version = metadata.version(wished.name)
    except metadata.PackageNotFoundError:
        return wrong("packages", f"{wished.name} is not installed", REMEDY)
    if wished.specifier.contains(version, prereleases=True):
        return None
    return wrong("packages", f"{wished.name} is {version}, {wished.specifier} is needed", REMEDY)
