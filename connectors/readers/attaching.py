"""A page and the files it is published with as one document, and what became of each file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from connectors.errors import ConnectorError, UnreadableDocument
from connectors.readers import read
from connectors.readers.joining import Joining
from connectors.response import Response
from extraction.document import Document, File

# read: its text is part of the document; copy: it says nothing new; unread: it is archived, and no reader takes it;
# missing: its address gives nothing; waiting: its address gave nothing this time
State = Literal["read", "copy", "unread", "missing", "waiting"]


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of a page. `sha256` names its bytes where they were had; `reason` is why it was not read."""

    file: File
    state: State
    sha256: str | None = None
    media_type: str = ""
    reason: str = ""


def with_files(
    page: Document, fetch: Callable[[str], Response], keep: Callable[[bytes], str]
) -> tuple[Document, tuple[Attached, ...]]:
    """The page with the text of its files behind its own, each under its name.

    `fetch` gets an address and raises ConnectorError; `keep` archives the bytes before anything is read from them and
    returns their SHA-256. A file that is not read is a finding of the document and never an error.
    """
    if not page.files:
        return page, ()
    joining = Joining()
    joining.add_page(page)
    own_end = joining.text.length
    attached = tuple(_attach(joining, file, fetch, keep) for file in page.files)
    for one in attached:
        if one.reason:
            joining.text.add_finding("attachment_unread", f"附件没有读到：{one.reason}", one.file.name)
    return joining.text.document(page.metadata, page.files, own_end), attached


def _attach(joining: Joining, file: File, fetch: Callable[[str], Response], keep: Callable[[bytes], str]) -> Attached:
    try:
        response = fetch(file.url)
    except ConnectorError as error:
        return Attached(file, "waiting" if error.retryable else "missing", reason=str(error))
    sha256 = keep(response.content)
    try:
        document = read(response.content, response.media_type, file.url)
    except UnreadableDocument as error:
        return Attached(file, "unread", sha256, response.media_type, str(error))
    state: State = "read" if joining.add_file(file.name, document) else "copy"
    return Attached(file, state, sha256, response.media_type)
