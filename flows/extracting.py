"""`duban extract`: one document in, what it says and how its indicators stand out. Nothing is stored."""

from __future__ import annotations

import mimetypes
import os
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path

from connectors.readers import read
from extraction.reading import extract
from flows.explaining.structure import Explanation, explained
from flows.jsonout import as_json as json_of
from flows.problems import CommandError, MisuseError
from flows.settings import load_settings
from warehouse.progress import assess_in_memory

MAX_BYTES = 20 * 2**20


def extract_one(where: str, as_of: date | None, *, as_json: bool, page: Path | None = None) -> None:
    """Print what a file, an address or standard input (`-`) says, as JSON or explained; `page` is written instead."""
    if page is not None and Path(where).exists() and page.exists() and page.samefile(where):
        raise MisuseError(f"{page}: is the document itself; name another file for the page")
    content, media_type, url = _opened(where)
    document = read(content, media_type, url)
    extraction = extract(document, as_of=as_of)
    rows = assess_in_memory(extraction, confidence_min=load_settings().confidence_min)
    if page is not None:
        _write(page, explained(extraction, rows, document), where, content)
    if as_json:
        print(json_of(extraction, rows))
    elif page is None:
        _show(explained(extraction, rows, document))


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


def _opened(where: str) -> tuple[bytes, str, str]:
    """Content, media type and address."""
    if where == "-":
        return sys.stdin.buffer.read(), "", "stdin"
    if where.startswith(("http://", "https://")):
        return _fetched(where)
    path = Path(where)
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise CommandError(f"{where}: larger than {MAX_BYTES // 2**20} MB; a report is smaller: see what the file is")
    return content, mimetypes.guess_type(path.name)[0] or "", path.absolute().as_uri()


def _fetched(url: str) -> tuple[bytes, str, str]:
    from flows.visiting import client

    with client(load_settings()) as http:
        response = http.get(url)
    return response.content, response.media_type, response.url
