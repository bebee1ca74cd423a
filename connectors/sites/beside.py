"""Files beside a page that was saved on this machine: what is in its folder or below, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from connectors.errors import FetchError
from connectors.response import Response
from connectors.sites.folder import read_file

_ELSEWHERE = "put the file beside the page, or read the page from its own address"


def fetch_beside(page_url: str) -> Callable[[str], Response]:
    """How the files of the page at this `file:` address are had. The fetch raises FetchError for any other place."""
    folder = Path(unquote(urlsplit(page_url).path)).parent.resolve()

    def fetch(url: str) -> Response:
        address = urlsplit(url)
        is_inside = address.scheme == "file" and Path(unquote(address.path)).resolve().is_relative_to(folder)
        if not is_inside:
            raise FetchError(url, "is not beside the page", remedy=_ELSEWHERE)
        return read_file(url)

    return fetch
