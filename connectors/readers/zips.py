"""What may come out of a zip: bounded in members, in bytes and in how far they were pressed together."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from connectors.errors import UnreadableDocument

MOST_MEMBERS = 2000
MOST_BYTES = 100 * 2**20  # of all members, unpacked
MOST_RATIO = 200  # unpacked to packed; XML of a large sheet comes to about 30
_SMALL_BYTES = 2**20  # what is smaller may have any ratio
_CHUNK = 2**16
_BOMB = "ask the bureau what it is; nothing of it was unpacked"
_DAMAGED = "fetch it anew; if it stays so, ask the bureau for the file"


def refuse_bomb(content: bytes, url: str) -> None:
    """Raise UnreadableDocument for a zip that is damaged, protected, or holds more than a document can.

    What the directory says of sizes is held against what really comes out: whoever opens the file next may trust it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for info in checked(archive, url):
                for _ in chunks(archive, info):
                    pass
    except UnreadableDocument:
        raise
    except Exception as error:  # zipfile raises a dozen kinds of errors on damaged files
        raise damaged(url, error) from error


def checked(archive: zipfile.ZipFile, url: str) -> list[zipfile.ZipInfo]:
    """The members that are files, if what the directory says of all of them is within bounds."""
    members = [info for info in archive.infolist() if not info.is_dir()]
    unpacked = sum(info.file_size for info in members)
    if len(members) > MOST_MEMBERS:
        raise UnreadableDocument(url, f"is a zip of {len(members)} files, at most {MOST_MEMBERS} are read", _BOMB)
    if unpacked > MOST_BYTES:
        raise UnreadableDocument(url, f"is a zip that unpacks to more than {MOST_BYTES // 2**20} MB", _BOMB)
    if any(info.file_size > max(_SMALL_BYTES, MOST_RATIO * info.compress_size) for info in members):
        raise UnreadableDocument(url, f"is a zip that unpacks to more than {MOST_RATIO} times its size", _BOMB)
    if any(info.flag_bits & 1 for info in members):
        raise UnreadableDocument(url, "is a zip that asks for a password", "ask the bureau for the file without one")
    return members


def chunks(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """A member's bytes; zipfile gives no more than the directory says, and raises where the checksum differs."""
    with archive.open(info) as member:
        while chunk := member.read(_CHUNK):
            yield chunk


def damaged(url: str, error: Exception) -> UnreadableDocument:
    """The error for a zip that cannot be opened."""
    said = " ".join(str(error).split())[:120] or type(error).__name__
    return UnreadableDocument(url, f"is a damaged zip-based file ({said})", _DAMAGED)
