"""A directory of files as a source: reports that somebody saved, or an archive that came by post."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

from connectors.dates import date_in, date_in_stamp
from connectors.errors import FetchError, ListingChanged
from connectors.response import Response
from connectors.sites.listing import Fetch, Listed
from connectors.source import Source

MAX_BYTES = 20 * 2**20
_UNFINISHED = frozenset({".part", ".tmp", ".crdownload", ".swp"})


def discover(source: Source, fetch: Fetch, today: date) -> list[Listed]:
    """Every file under the directory, by path; its title is its name. Raises FetchError and ListingChanged."""
    root = Path(source.url)
    if not root.is_dir():
        raise FetchError(source.url, "no such directory", remedy="create it, or correct url in the source file")
    listed = [_listed(path) for path in sorted(_files(root))]
    if len(listed) < source.min_rows:
        raise ListingChanged(source.id, source.url, f"{len(listed)} files, at least {source.min_rows} expected")
    return listed


def read_file(url: str) -> Response:
    """The file of a `file:` address. Raises FetchError."""
    path = Path(unquote(urlsplit(url).path))
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise FetchError(
                url, f"the file is larger than {MAX_BYTES / 2**20:.3g} MB", remedy="move it out of the directory"
            )
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FetchError(
            url, f"cannot be read ({reason})", remedy="see that the file is there and may be read"
        ) from error
    return Response(url, 200, content, {}, mimetypes.guess_type(path.name)[0] or "")


def _files(root: Path) -> Iterator[Path]:
    for path in root.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
        if path.is_file() and not hidden and path.suffix.lower() not in _UNFINISHED and not path.name.endswith("~"):
            yield path


def _listed(path: Path) -> Listed:
    return Listed(path.resolve().as_uri(), path.stem, date_in(path.stem) or date_in_stamp(path.stem))
