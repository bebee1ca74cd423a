"""Whether the data folder, the warehouse, its copy, the sources and the channels are as they should be."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from connectors.channels import EmailChannel
from connectors.errors import DeliveryError
from connectors.source import load_sources
from flows import publishing
from flows.alert_rules import office_of
from flows.channel_settings import Channel, FolderChannel, WebhookChannel
from flows.due import silent_since
from flows.finding import Finding, note, ok, wrong
from flows.problems import CommandError, explain
from flows.room import NEEDED, free_bytes
from flows.secrets import revealed
from flows.settings import CLOCK, Settings
from warehouse import runs
from warehouse.errors import WarehouseBusy, WarehouseError
from warehouse.lock import write_lock
from warehouse.migrate import migrations
from warehouse.store import open_reader

MEGABYTE = 2**20


def findings(settings: Settings) -> Iterator[Finding]:
    """The folder first: where it is not right, nothing in it can be."""
    folder = list(folder_of(settings))
    yield from folder
    yield from sources(settings)
    yield from alerts(settings)
    if all(one.state == "ok" for one in folder):
        yield from warehouse(settings)
        yield from copy(settings)


def of_settings(settings: Settings) -> Iterator[Finding]:
    """Where they come from, and a clock that was replaced for a test and forgotten."""
    path = Path(os.environ.get("DUBAN_CONFIG", "duban.yaml"))
    yield ok("settings", f"{path.absolute()}" if path.exists() else "the defaults ('duban init' writes a file)")
    if settings.today:
        yield note(
            "settings", f"today is {settings.today}, whatever the clock says", "remove 'today' when you are done"
        )
    if settings.contact is None:
        yield note("settings", "no contact is given", "sites should see whom to ask; set 'contact'")


def folder_of(settings: Settings) -> Iterator[Finding]:
    """The data folder: whether it can be written, and has room for a run."""
    folder = settings.data.absolute()
    there = next(place for place in (folder, *folder.parents) if place.exists())
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        yield wrong("data", f"{there} cannot be written by this user", f"give it to {_user()}, or set DUBAN_DATA")
    elif (free := free_bytes(folder)) < NEEDED:
        yield wrong(
            "data", f"{free // MEGABYTE} MB are free in {folder}, a run needs {NEEDED // MEGABYTE}", "make room"
        )
    else:
        yield ok("data", f"{folder}, {free // MEGABYTE} MB are free")


def sources(settings: Settings) -> Iterator[Finding]:
    """The files that say what is watched."""
    if not settings.sources.is_dir():
        yield wrong("sources", f"there is no folder {settings.sources}", "'duban init' makes one; or set DUBAN_SOURCES")
        return
    found, broken = load_sources(settings.sources)
    for error in broken:
        yield wrong("sources", str(error), "correct it (docs/sources.md)")
    enabled = sum(source.enabled for source in found)
    if not enabled:
        said = f"none of {len(found)} is enabled" if found else f"none is in {settings.sources}"
        yield note("sources", f"{said}: nothing is watched", "docs/sources.md says how")
    elif not broken:
        yield ok("sources", f"{len(found)} in {settings.sources}, {enabled} of them enabled")


def alerts(settings: Settings) -> Iterator[Finding]:
    """The rules of what is told, where a file of one's own is named."""
    if settings.alerts is None:
        return
    try:
        office_of(settings)
    except CommandError as error:
        for line in str(error).splitlines():
            yield wrong("alerts", line, "docs/alerts.md explains every key")
    else:
        yield ok("alerts", f"the rules of {settings.alerts}")


def warehouse(settings: Settings) -> Iterator[Finding]:
    """Who holds it, whether it opens, whether this program knows it, and when it was last fed."""
    if not settings.warehouse.exists():
        yield note("warehouse", "there is none yet", "the first run makes it")
        return
    try:
        with write_lock(settings.warehouse, wait_s=0), open_reader(settings.warehouse) as con:
            (applied,) = con.execute("select count(*) from ops.migration").fetchall()[0]
            now = datetime.now(UTC)
            future = con.execute("select max(ended_at) from ops.run").fetchall()[0][0]
            newest, first = runs.newest_watch(con, now), runs.first_run(con)
    except WarehouseBusy as error:
        yield note("warehouse", str(error))
    except WarehouseError as error:
        yield wrong("warehouse", str(error).removesuffix(f"; {error.remedy}"), error.remedy)
    except Exception as error:
        yield wrong("warehouse", explain(error), "restore it from a backup or from a published copy")
    else:
        yield _version(settings, applied)
        if future and future > now + timedelta(minutes=5):
            yield wrong(
                "clock",
                f"a run ended on {_minute(future)}, which is to come",
                "set the clock: it was wrong then or is now",
            )
        yield _fed(settings, newest, first, now)


def _version(settings: Settings, applied: int) -> Finding:
    known = len(migrations())
    if applied > known:
        return wrong("warehouse", f"{settings.warehouse} was written by a newer program", "update Duban")
    later = "" if applied == known else f"; {known - applied} migrations come with the next run"
    return ok("warehouse", f"{settings.warehouse}, {settings.warehouse.stat().st_size // MEGABYTE} MB{later}")


def _fed(settings: Settings, newest: runs.Ended | None, first: datetime | None, now: datetime) -> Finding:
    since = silent_since(newest, first, now, timedelta(hours=settings.silence_h))
    if since is None:
        return ok("daily run", f"ended on {_minute(newest.ended_at)}" if newest else "none yet")
    remedy = "see that 'duban serve', your worker or cron runs, or type 'duban run'"
    return wrong("daily run", f"none has ended since {_minute(since)}", remedy)


def copy(settings: Settings) -> Iterator[Finding]:
    """The copy that analysts open, and its age."""
    made = publishing.made_at(settings)
    if made is None:
        yield note("copy", "nothing is published yet", "the first run publishes one")
    elif (settings.data / publishing.MARK).exists():
        yield note(
            "copy", f"it is of {made}, and the warehouse has more", "a run is under way, or 'duban run' makes one"
        )
    else:
        yield ok("copy", f"of {made}")


def reached(settings: Settings) -> Iterator[Finding]:
    """Each channel: a mail server is logged in to and sent nothing, an address is connected to."""
    from flows.senders import Senders

    with Senders(settings) as senders:
        for channel in settings.channels:
            try:
                yield _reached(channel, senders[channel.name], settings)
            except (DeliveryError, CommandError, OSError) as error:
                yield wrong("channel", f"{channel.name}: {error}", "correct it in duban.yaml, or see to the network")


def _reached(channel: Channel, sender: object, settings: Settings) -> Finding:
    if isinstance(sender, EmailChannel):
        sender.check()
    elif isinstance(channel, WebhookChannel):
        parts = urlsplit(revealed(channel.url, settings.data))
        port = parts.port or (443 if parts.scheme == "https" else 80)
        socket.create_connection(settings.resolve(parts.hostname or "", port), timeout=10).close()
    elif not isinstance(channel, FolderChannel):
        return note("channel", f"{channel.name} cannot be tried without sending; its settings are right")
    return ok("channel", f"{channel.name} can be reached")


def _user() -> str:
    import getpass

    return getpass.getuser()


def _minute(moment: datetime) -> str:
    return f"{moment.astimezone(CLOCK):%Y-%m-%d %H:%M}"
