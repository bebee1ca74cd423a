"""A zip of files as one document: every file that is read behind its name, every other named for review."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from connectors.errors import UnreadableDocument
from connectors.readers.joining import Joining
from connectors.readers.zips import MOST_BYTES, checked, chunks, damaged
from extraction.document import Document

MOST_FILES = 50
DEEPEST = 2  # zips in zips
_UTF8_NAME = 0x800
_NO_REPORT = re.compile(r"(?:^|/)(?:__MACOSX/|\.|~\$|Thumbs\.db$|desktop\.ini$)", re.I)
_PACKED = "ask the bureau for the files themselves"


def read_zip(content: bytes, url: str) -> Document:
    """The document of a zip. Raises UnreadableDocument: damaged, protected, a bomb, or nothing in it that is read."""
    joining = Joining()
    refused: list[UnreadableDocument] = []
    try:
        for name, member in _files(content, url, 1, [MOST_BYTES]):
            refused += _add(joining, name, member)
    except UnreadableDocument:
        raise
    except Exception as error:  # zipfile raises a dozen kinds of errors on damaged files
        raise damaged(url, error) from error
    if not joining.text.length:
        why = f": {refused[0]}" if refused else ""
        raise UnreadableDocument(url, f"is a zip with nothing in it that is read{why}", _PACKED)
    for refusal in refused:
        joining.text.add_finding("file_unread", f"压缩包中的文件没有读到：{refusal}")
    return joining.text.document({})


def _add(joining: Joining, name: str, content: bytes) -> list[UnreadableDocument]:
    """Add a file of the zip; returns why it could not be."""
    from connectors.readers import read

    if _is_bundle(content):
        return [UnreadableDocument(name, f"is a zip more than {DEEPEST} deep", _PACKED)]
    try:
        joining.add_file(name, read(content, "", name))
    except UnreadableDocument as error:
        return [error]
    return []


def _files(content: bytes, url: str, depth: int, left: list[int]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every file, those of a zip inside under its name; `left` is what all may come to yet."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = [info for info in checked(archive, url) if not _NO_REPORT.search(name_of(info))]
        if len(members) > MOST_FILES:
            raise UnreadableDocument(
                url, f"is a zip of {len(members)} documents, at most {MOST_FILES} are read", _PACKED
            )
        for info in sorted(members, key=lambda info: natural(name_of(info))):
            left[0] -= info.file_size
            if left[0] < 0:
                raise UnreadableDocument(url, f"unpacks to more than {MOST_BYTES // 2**20} MB", _PACKED)
            name, member = name_of(info), b"".join(chunks(archive, info))
            if depth < DEEPEST and _is_bundle(member):
                yield from ((f"{name}/{inner}", file) for inner, file in _files(member, url, depth + 1, left))
            else:
                yield name, member


def _is_bundle(content: bytes) -> bool:
    from connectors.readers.kinds import kind_of

    return kind_of(content) == "zip" and zipfile.is_zipfile(io.BytesIO(content))


def name_of(info: zipfile.ZipInfo) -> str:
    """The member's name; programs of Windows write it in GBK and do not say so."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAME:
        raw = name.encode("cp437", errors="replace")
        for charset in ("utf-8", "gb18030"):
            try:
                return raw.decode(charset).replace("\\", "/")
            except UnicodeDecodeError:
                continue
    return name.replace("\\", "/")


def natural(name: str) -> list[tuple[int, str]]:
    """A key by which 附件2 stands before 附件10."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d{1,9})", name) if part]
