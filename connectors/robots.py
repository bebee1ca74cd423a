"""What a site's robots.txt allows us, asked once for each site and run."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from protego import Protego

from connectors.errors import FetchError
from connectors.response import Response

# the least that the standard (RFC 9309) wants a crawler to read
MAX_BYTES = 500 * 1024
# no run has the time for more; a site that asks for it is asked less often
MAX_DELAY_S = 600.0
_REMEDY = "ask the bureau to admit our user agent, and do not watch this source until it does (enabled: false)"


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one site; `file` is None where it has none, which allows everything."""

    file: Protego | None
    agent: str

    def delay_s(self, url: str) -> float:
        """The rest that the site asks for between two requests. Raises FetchError where a page is not for us."""
        if self.file is None:
            return 0.0
        if not self.file.can_fetch(url, self.agent):
            raise FetchError(url, "the site's robots.txt does not allow it", remedy=_REMEDY)
        asked_s = float(self.file.crawl_delay(self.agent) or 0.0)
        if asked_s > MAX_DELAY_S:
            raise FetchError(url, f"the site's robots.txt asks for a rest of {asked_s:g} s", remedy=_REMEDY)
        return asked_s


class Robots:
    """The rules of every site that was asked.

    `ask` gets an address, and whether the site's certificate must be right, and gives the answer, whatever its status.
    """

    def __init__(self, agent: str, ask: Callable[[str, bool], Response]) -> None:
        self._agent, self._ask = agent.partition("/")[0], ask
        self._rules: dict[str, Rules] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def delay_s(self, url: str, verify_tls: bool) -> float:
        """The rest that the address's site asks for. Raises FetchError where it forbids the page or does not answer."""
        address = urlsplit(url)
        site = urlunsplit((address.scheme, address.netloc, "/robots.txt", "", ""))
        with self._lock:
            lock = self._locks.setdefault(site, threading.Lock())
        with lock:
            if site not in self._rules:
                self._rules[site] = Rules(self._file(url, site, verify_tls), self._agent)
        return self._rules[site].delay_s(url)

    def _file(self, url: str, site: str, verify_tls: bool) -> Protego | None:
        """A site without an answer has no permission to give; the error is about the page that somebody wanted."""
        try:
            return _parsed(self._ask(site, verify_tls))
        except FetchError as error:
            reason = f"no word from its robots.txt: {error.reason}"
            raise FetchError(url, reason, error.status, error.retryable, error.remedy) from error


def _parsed(answer: Response) -> Protego | None:
    """The file, None where there is none: no such page, or a page for people in its place."""
    head = answer.content[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not 200 <= answer.status < 300 or "html" in answer.media_type or head.startswith(b"<"):
        return None
    return Protego.parse(answer.content[:MAX_BYTES].decode("utf-8-sig", "replace"))
