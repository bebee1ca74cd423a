"""What can go wrong between us and the outside world, each error one line that names its place and the remedy.

    ConnectorError
      FetchError          an address gave no usable answer
      ListingChanged      a list page no longer looks as the source file says
      UnreadableDocument  bytes that no reader here can turn into a document
      SourceFileError     a file of sources/ with mistakes, all of them at once
      DeliveryError       a channel did not take a message
      SecondReaderError   the second reader's endpoint gave no answer at all

`retryable` says whether the same attempt may succeed later without anybody doing something.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal


class ConnectorError(Exception):
    """Root of this room's errors. `source` is set by whoever knows which source was being visited."""

    source: str | None = None
    url: str | None = None
    reason: str = ""
    remedy: str = ""
    retryable: bool = False

    def __str__(self) -> str:
        place = " ".join(part for part in (self.source, self.url) if part)
        remedy = f"; {self.remedy}" if self.remedy else ""
        return " ".join(f"{place}: {self.reason}{remedy}".split())


class FetchError(ConnectorError):
    """An address gave no usable answer. `status` is the HTTP status, None where there was no answer at all.

    `retry_after_s` is the pause that the server asked for, None where it did not ask.
    """

    retry_after_s: float | None = None

    def __init__(
        self,
        url: str,
        reason: str,
        status: int | None = None,
        retryable: bool = False,
        remedy: str = "open the address in a browser; if the page has moved, correct the source file",
    ) -> None:
        super().__init__(url, reason, status, retryable, remedy)
        self.url, self.reason, self.status = url, reason, status
        self.retryable, self.remedy = retryable, remedy


class ListingChanged(ConnectorError):  # noqa: N818 - the event, as a log line names it
    """A list page that no longer shows its rows: an error, never a quiet day."""

    remedy = "open the list in a browser, then correct url, family or min_rows in the source file"

    def __init__(self, source_id: str, url: str, detail: str) -> None:
        super().__init__(source_id, url, detail)
        self.source, self.url, self.reason = source_id, url, detail


class UnreadableDocument(ConnectorError):  # noqa: N818
    """Bytes that no reader here can turn into a document."""

    def __init__(
        self, url: str, reason: str, remedy: str = "open the address in a browser and see whether a report is there"
    ) -> None:
        super().__init__(url, reason, remedy)
        self.url, self.reason, self.remedy = url, reason, remedy


class SourceFileError(ConnectorError):
    """A file of sources/ that cannot be used; `problems` holds one line for each mistake, with the key's name."""

    remedy = "correct the file; the other sources are not affected"

    def __init__(self, path: Path, problems: Sequence[str]) -> None:
        super().__init__(path, problems)
        self.path, self.problems = path, tuple(problems)
        self.url, self.reason = str(path), "; ".join(problems)


class DeliveryError(ConnectorError):
    """A channel did not take a message for one recipient.

    `fate` says what becomes of it: `wait` for another attempt, `dead` where this very message will never be taken,
    `gone` where the channel wants no message any more. `is_channel`: no other message would be taken now either.
    `retry_after_s` is the pause that the receiver asked for.
    """

    def __init__(
        self,
        channel: str,
        recipient: str,
        reason: str,
        retryable: bool = False,
        remedy: str = "check the channel's settings in duban.yaml",
        *,
        fate: Literal["wait", "dead", "gone"] = "wait",
        is_channel: bool = False,
        retry_after_s: float | None = None,
    ) -> None:
        super().__init__(channel, recipient, reason, retryable, remedy)
        self.channel, self.recipient, self.reason = channel, recipient, reason
        self.retryable, self.remedy = retryable, remedy
        self.fate, self.is_channel, self.retry_after_s = fate, is_channel, retry_after_s
        self.source = f"channel {channel} to {recipient}"


class SecondReaderError(ConnectorError):
    """The endpoint of the second reader did not answer; an answer that does not count is no error."""

    def __init__(self, host: str, reason: str, retryable: bool, remedy: str) -> None:
        super().__init__(host, reason, retryable, remedy)
        self.source, self.reason = f"second reader at {host}", reason
        self.retryable, self.remedy = retryable, remedy
