"""`duban extract`: one document in, what it says and how its indicators stand out. Nothing is stored."""

from __future__ import annotations

import mimetypes
import os
import sys
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from connectors.errors import FetchError
from connectors.readers import read
from connectors.readers.attaching import with_files
from connectors.response import Response
from extraction.document import Document
from extraction.reading import extract
from flows.explaining.structure import Explanation, explained
from flows.jsonout import as_json as json_of
from flows.problems import CommandError, MisuseError, for_people
from flows.settings import load_settings
from flows.visible import visible
from warehouse.progress import assess_in_memory

MAX_BYTES = 20 * 2**20


def extract_one(where: str, as_of: date | None, *, as_json: bool, page: Path | None = None) -> None:
    """Print what a file, an address or standard input (`-`) says, as JSON or explained; `page` is written instead."""
    _require_readable(where)
    if page is not None and Path(where).exists() and page.exists() and page.samefile(where):
        raise MisuseError(f"{page}: is the document itself; name another file for the page")
    content, document, problems = _document(where)
    for reason in problems:
        print(visible(f"duban: {for_people(reason)}"), file=sys.stderr)
    extraction = extract(document, as_of=as_of)
    rows = assess_in_memory(extraction, confidence_min=load_settings().confidence_min)
    if page is not None:
        _write(page, explained(extraction, rows, document), where, content)
    if as_json:
        print(json_of(extraction, rows))
    elif page is None:
        _show(explained(extraction, rows, document))


def _require_readable(where: str) -> None:
    """Raises MisuseError for what names nothing that could be read."""
    if not where.strip():
        raise MisuseError("nothing is named; name a file, an http(s) address, or - for standard input")
    scheme, colon, _ = where.partition("://")
    if colon and scheme.lower() not in ("http", "https") and not Path(where).exists():
        remedy = "name the file by its path" if scheme == "file" else "fetch the file and name it by its path"
        raise MisuseError(f"{where}: only http:// and https:// addresses are read; {remedy}")


def _show(explanation: Explanation) -> None:
    """In colour on a terminal that has some, else as plain text, where the roles are written out."""
    from flows.explaining.terminal import in_colour, plain

    if not sys.stdout.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        print(plain(explanation))
        return
    from rich.console import Console

    in_colour(explanation, Console(highlight=False))


def _write(page: Path, explanation: Explanation, where: str, content: bytes) -> None:
    from flows.explaining.page import html

    address = where if where.startswith(("http://", "https://")) else Path(where).name
    page.write_text(html(explanation, address, sha256(content).hexdigest()), encoding="utf-8", newline="\n")
    print(f"{page}: {len(explanation.verdicts)} indicators explained", file=sys.stderr)


def _document(where: str) -> tuple[bytes, Document, list[str]]:
    """The bytes, the document with the files that it is published with, and why some of these were not read."""
    if where.startswith(("http://", "https://")):
        return _fetched(where)
    content, media_type, url = _opened(where)
    page = read(content, media_type, url)
    if not page.files:
        return content, page, []
    from connectors.sites.beside import fetch_beside

    return content, *_whole(page, fetch_beside(url))


def _whole(page: Document, fetch: Callable[[str], Response]) -> tuple[Document, list[str]]:
    """Nothing is archived: what is kept of a file's bytes is their name."""
    document, attached = with_files(page, fetch, lambda content: sha256(content).hexdigest())
    return document, [one.reason for one in attached if one.reason]


def _opened(where: str) -> tuple[bytes, str, str]:
    """Content, media type and address of a file, or of standard input."""
    if where == "-":
        return sys.stdin.buffer.read(), "", "stdin"
    path = Path(where)
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise CommandError(f"{where}: larger than {MAX_BYTES // 2**20} MB; a report is smaller: see what the file is")
    return content, mimetypes.guess_type(path.name)[0] or "", path.absolute().as_uri()


def _fetched(url: str) -> tuple[bytes, Document, list[str]]:
    """A page and its files from the network; files of other hosts are left where they are."""
    from flows.visiting import client

    with client(load_settings()) as http:
        response = http.get(url)
        host = urlsplit(response.url).hostname

        def fetch(address: str) -> Response:
            if urlsplit(address).hostname != host:
                raise FetchError(address, "is on another host than its page", remedy="read it from its own address")
            return http.get(address, referer=response.url)

        page = read(response.content, response.media_type, response.url)
        return response.content, *_whole(page, fetch)
