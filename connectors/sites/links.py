"""Where a link of a page leads, also where the page sets another base, or a script opens what the link names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

# an address in quotes: javascript:openArticle('/art/1.html'), window.open("show.php?id=7")
_QUOTED = re.compile(
    r"[\"']((?:https?://|\.{0,2}/)[^\"'\s()]+|[\w./-]+\.(?:s?html?|jsp|php|aspx?)(?:\?[^\"'\s()]*)?)[\"']"
)
_NOWHERE = re.compile(r"\s*(?:javascript:|#|$)", re.I)


def base_of(soup: BeautifulSoup, url: str) -> str:
    """What the addresses of a page are relative to: itself, unless it says otherwise."""
    base = soup.find("base", href=True)
    return _joined(url, str(base["href"])) or url if base else url


def address_of(anchor: Tag, base: str) -> str:
    """Where a link leads, without the part behind #; empty where that is no address of a web site."""
    written = str(anchor.get("href") or "")
    if _NOWHERE.match(written):
        opened = _QUOTED.search(f"{written} {anchor.get('onclick') or ''}")
        written = opened[1] if opened else ""
    return _joined(base, written) if written.strip() else ""


def _joined(base: str, written: str) -> str:
    try:
        address = urldefrag(urljoin(base, written.strip()))[0]
        return address if urlsplit(address).scheme in ("http", "https") else ""
    except ValueError:  # http://[
        return ""
