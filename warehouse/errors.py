"""What can go wrong with the warehouse: WarehouseError and its children, each one clear line with the remedy.

WarehouseError
  WarehouseBusy     another process has the file open
  WarehouseDamaged  the file cannot be opened or is not what the program left there
  NewerDatabase     the file was written by a newer program
  BackupDamaged     a file of a backup is missing, or is not what was backed up
  OtherViews        the published copy was made by another version of this program
  SpanMismatch      a record points at other text than it says
  BatchDamaged      a worker's batch that is not whole
  QueryRefused      a query that is wrong, or that would write, or look outside the published copy
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path


class WarehouseError(Exception):
    """Anything the warehouse refuses. `remedy` is one sentence of what to do."""

    remedy = "see the message"


class WarehouseBusy(WarehouseError):  # noqa: N818 - the event, as a log line names it
    """Another process holds the warehouse: `holder` says which, `since` (UTC) since when, where that is known."""

    def __init__(self, path: Path, holder: str, since: datetime | None) -> None:
        self.path, self.holder, self.since = path, holder, since
        self.remedy = "wait for it to end, or close that program; analysts open the published copy"
        when = f" since {since:%Y-%m-%d %H:%M:%S} UTC" if since else ""
        super().__init__(f"{path} is held by {holder}{when}; {self.remedy}")


class WarehouseDamaged(WarehouseError):  # noqa: N818
    """The file cannot be opened, or a migration it went through is not the one this program has."""

    def __init__(self, path: Path | str, reason: str) -> None:
        self.path, self.reason = path, reason
        self.remedy = "restore it from a backup or from a published copy"
        super().__init__(f"{path}: {one_line(reason)}; {self.remedy}")


class NewerDatabase(WarehouseError):  # noqa: N818
    """The file has been through migrations (or a DuckDB) that this program does not know."""

    def __init__(self, path: Path | str, found: str, known: str) -> None:
        self.path, self.found, self.known = path, found, known
        self.remedy = "update Duban, or use the program that wrote it"
        super().__init__(f"{path} was written by a newer program ({found}; this one knows {known}); {self.remedy}")


class BackupDamaged(WarehouseError):  # noqa: N818
    """A file of a backup is missing, or is not what was backed up: nothing was restored."""

    def __init__(self, path: Path | str, reason: str) -> None:
        self.path, self.reason = path, reason
        self.remedy = "nothing was changed; take another backup"
        super().__init__(f"{path}: {one_line(reason)}; {self.remedy}")


class OtherViews(WarehouseError):  # noqa: N818
    """The published copy has the views of another version than this program."""

    def __init__(self, path: Path | str) -> None:
        self.path = path
        self.remedy = "'duban publish' publishes it anew"
        super().__init__(f"{path} was published by another version of Duban; {self.remedy}")


class SpanMismatch(WarehouseError):  # noqa: N818
    """The text at a record's span is not the text the record holds: nothing of the report was loaded."""

    def __init__(self, url: str, record: str, start: int, end: int, expected: str, found: str) -> None:
        self.url, self.record, self.start, self.end = url, record, start, end
        self.expected, self.found = expected, found
        self.remedy = "report it with the page: the extraction is at fault; nothing of this page was stored"
        super().__init__(
            f"{url}: {record} says {expected!r} at [{start}, {end}), there stands {found!r}; {self.remedy}"
        )


class BatchDamaged(WarehouseError):  # noqa: N818
    """A worker's batch that is not whole: nothing of it was loaded."""

    def __init__(self, folder: Path, reason: str) -> None:
        self.folder, self.reason = folder, one_line(reason)
        self.remedy = "let the worker write it again; nothing of it was stored"
        super().__init__(f"{folder}: {self.reason}; {self.remedy}")


class QueryRefused(WarehouseError):  # noqa: N818
    """A query that cannot be answered; `reason` is what DuckDB says, in one line."""

    def __init__(self, reason: str, remedy: str) -> None:
        self.reason, self.remedy = one_line(reason), remedy
        super().__init__(f"the query was refused: {self.reason}; {remedy}")


def one_line(text: str) -> str:
    """A message of several lines as one."""
    return " ".join(text.split())
