"""A failure as one line that names the source and the remedy."""

from __future__ import annotations

import errno
import os
import re
from dataclasses import dataclass
from urllib.parse import unquote

from alerting.cleaning import readable

DISK_FULL = "the disk is full; free some space and run again: nothing that was stored is lost"
_LOCAL = re.compile(r"file://(\S+)")
ADVICE = {
    errno.ENOENT: "see that the path is right",
    errno.EISDIR: "name a file, not a folder",
    errno.EFBIG: "this user may write no larger file there; raise the limit (ulimit -f), or choose another folder",
    errno.EACCES: "give this user the right to read and write there",
    errno.EPERM: "give this user the right to read and write there",
    errno.EROFS: "the file system is read-only; choose another data folder (DUBAN_DATA)",
    errno.ELOOP: "the link leads back to itself; name the file",
    errno.ENAMETOOLONG: "see that the path is right",
    errno.ENOTDIR: "a file stands where a folder is needed; move it or choose another data folder (DUBAN_DATA)",
    errno.EEXIST: "a file stands where a folder is needed; move it or choose another data folder (DUBAN_DATA)",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong with one source (or `warehouse`, `outbox` ...) and what to do, in one line."""

    source: str
    message: str

    def __str__(self) -> str:
        message = for_people(self.message)
        return message if self.source in message else f"{self.source}: {message}"


class CommandError(Exception):
    """A command that cannot go on, for a reason the person can mend; its text is all they see."""


class MisuseError(CommandError):
    """A command called with names that do not exist (exit code 2)."""


def problem(source: str, error: BaseException) -> Problem:
    """The failure of one source, which the error is told if it does not know it."""
    if getattr(error, "source", source) is None:
        error.source = source  # type: ignore[attr-defined]
    return Problem(source, explain(error))


def explain(error: BaseException) -> str:
    """One line for any error. The rooms' own errors say it themselves; the machine's are told what to do about."""
    text = " ".join(str(error).split())
    if isinstance(error, CommandError) or hasattr(error, "remedy"):
        return for_people(text)
    if is_disk_full(error):
        where = getattr(error, "filename", None)
        return f"{where}: {DISK_FULL}" if where else DISK_FULL
    if isinstance(error, OSError) and error.errno in ADVICE:
        return f"{error.filename}: {error.strerror}; {ADVICE[error.errno]}"
    if type(error).__module__.endswith("duckdb"):
        return f"the warehouse refused: {text}; {_advice(text)}"
    return f"unexpected {type(error).__name__}: {text}; set DUBAN_DEBUG=1 for the traceback and report it"


def _advice(text: str) -> str:
    """What to do about the database's words: they end with the system's, where the system refused."""
    if text.startswith("Out of Memory"):
        return "give it more memory, or less at once"
    said = (advice for number, advice in ADVICE.items() if os.strerror(number) in text)
    return next(said, "if it stays so, restore warehouse.duckdb from a backup or a published copy")


def is_disk_full(error: BaseException) -> bool:
    """Whether it is for want of room, as the system or the database says it."""
    is_the_system_s = isinstance(error, OSError) and error.errno == errno.ENOSPC
    return is_the_system_s or "No space left on device" in str(error)


def for_people(text: str) -> str:
    """A line whose addresses are written as people read them; a file on this machine by its path, and as a file."""
    local = _LOCAL.sub(lambda match: unquote(match[1]), text)
    return readable(text if local == text else local.replace("open the address in a browser", "open the file"))


def is_retryable(error: BaseException) -> bool:
    """Whether the same step may succeed a moment later, as the error itself says."""
    return bool(getattr(error, "retryable", False))
