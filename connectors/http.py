"""The one HTTP client: identification, pacing, timeouts, size limits, retries, and redirects that stay at home.

No other module imports httpx. `get` returns a Response or raises FetchError; nothing else leaves this module.
"""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable, Collection, Mapping
from functools import cache
from string import punctuation
from types import TracebackType
from typing import Self
from urllib.parse import quote, urljoin, urlsplit

import httpcore
import httpx

from connectors.challenge import CHALLENGE_CHARS, is_challenge
from connectors.errors import FetchError
from connectors.missing import html_says_missing
from connectors.pacing import Pacer
from connectors.patience import Patience
from connectors.readers.decoding import decode
from connectors.resolving import PRIVATE, Resolve, ResolvedNetwork, is_private_address, own_address, public_address
from connectors.response import Response
from connectors.retrying import Retrying, after_s, is_worth_retrying
from connectors.robots import Robots
from connectors.unpacking import ACCEPTED, NotPacked, TooLarge, unpacked

__all__ = ["Client", "Response", "looks_missing"]

USER_AGENT = "Duban/0.1"
MAX_REDIRECTS = 5
_ASCII = punctuation  # a header takes no other characters as they are
_CHALLENGED = "the site asks for a browser check, which is not worked around; ask the bureau to admit our user agent"


class Client:
    """Asks web sites, politely. Use as a context manager; threads may share it.

    `delay_s` is the rest between two requests to one host, `timeout_s` bounds each wait for the network and
    `deadline_s` a whole answer, `max_bytes` an answer's decompressed size. `retries` more attempts follow a failure
    that may pass, each after a longer pause, or after what Retry-After asks, if that is at most `max_wait_s`.
    `resolve` replaces the name service; without it only public addresses are connected to. `robots` says whether
    robots.txt is asked before pages are, `private_posts` whether a post may go to an address that is not public.
    """

    def __init__(
        self,
        *,
        user_agent: str = USER_AGENT,
        delay_s: float = 1.0,
        timeout_s: float = 20.0,
        deadline_s: float = 120.0,
        max_bytes: int = 20 * 2**20,
        retries: int = 3,
        backoff_s: float = 1.0,
        max_wait_s: float = 60.0,
        resolve: Resolve | None = None,
        robots: bool = True,
        private_posts: bool = True,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        languages = {"accept-language": "zh-CN,zh;q=0.9", "accept-encoding": ACCEPTED}
        self._headers = {"user-agent": user_agent, **languages}
        self._delay_s, self._timeout_s = delay_s, timeout_s
        self._max_bytes, self._resolve, self._private_posts = max_bytes, resolve, private_posts
        self._patience = Patience(deadline_s, clock)
        self._retrying = Retrying(retries=retries, backoff_s=backoff_s, max_wait_s=max_wait_s, sleep=sleep)
        self._pacer = Pacer(sleep=sleep, clock=clock)
        self._robots = Robots(user_agent, self._robots_file) if robots else None
        self._clients: dict[tuple[bool, bool], httpx.Client] = {}
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection."""
        with self._lock:
            for client in self._clients.values():
                client.close()
            self._clients.clear()

    def get(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        hosts: Collection[str] = (),
        delay_s: float | None = None,
        verify_tls: bool = True,
        referer: str | None = None,
    ) -> Response:
        """Fetch an address. Raises FetchError.

        Redirects are followed to the address's own host and to `hosts`. `etag` and `last_modified` make it conditional;
        `referer` is the page that leads there, which some sites want to know.
        """
        conditions = {"if-none-match": etag, "if-modified-since": last_modified}
        named = {**conditions, "referer": quote(referer or "", _ASCII)}
        headers = {name: value for name, value in named.items() if value and value.isascii()}
        allowed = {name.lower() for name in hosts} | {_host(url)}
        rest_s = self._delay_s if delay_s is None else delay_s
        for _ in range(MAX_REDIRECTS + 1):
            rest_s = max(rest_s, self._robots.delay_s(url, verify_tls) if self._robots else 0.0)
            answer = self._try("GET", url, headers, b"", rest_s, verify_tls)
            if not 300 <= answer.status < 400 or answer.status == 304:
                return _accepted(answer, conditional=any(conditions.values()))
            url = _next_address(answer, allowed)
        raise FetchError(url, f"redirected more than {MAX_REDIRECTS} times")

    def post_json(self, url: str, body: bytes, headers: Mapping[str, str] | None = None) -> Response:
        """Post a JSON body; the answer's status is 2xx. Raises FetchError, also for a redirect."""
        sent = {"content-type": "application/json; charset=utf-8", **(headers or {})}
        answer = self._try("POST", url, sent, body, self._delay_s, True)
        if 300 <= answer.status < 400:
            # not where to: the address may hold a secret
            raise FetchError(url, "answers with a redirect", answer.status, remedy="set the final address")
        return _accepted(answer, conditional=False)

    def _robots_file(self, url: str, verify_tls: bool) -> Response:
        """The answer for a robots.txt; a redirect that leaves the host leads to none."""
        for _ in range(MAX_REDIRECTS + 1):
            answer = self._try("GET", url, {}, b"", 0.0, verify_tls)
            if not 300 <= answer.status < 400:
                return answer
            try:
                url = _next_address(answer, {_host(url)})
            except FetchError:
                return answer
        return answer

    def _try(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes, delay_s: float, verify_tls: bool
    ) -> Response:
        """One answer, whatever its status; what may pass is tried again."""
        host = _host(url)

        def attempt() -> Response:
            with self._pacer.turn(host, delay_s):
                answer = self._ask(method, url, headers, body, verify_tls)
            if is_worth_retrying(answer.status):
                raise _refused(answer, retryable=True)
            return answer

        return self._retrying.run(attempt)

    def _ask(self, method: str, url: str, headers: Mapping[str, str], body: bytes, verify_tls: bool) -> Response:
        """One request. Every failure of the network becomes a FetchError."""
        client = self._client(verify_tls, method)
        with self._patience.request():
            try:
                with client.stream(method, url, headers=headers, content=body or None) as answer:
                    content = self._content(answer, url)
            except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ssl.SSLError, UnicodeError) as error:
                raise self._unheard(url, error) from error
        names = {name.lower(): value for name, value in answer.headers.items()}
        media_type = names.get("content-type", "").partition(";")[0].strip().lower()
        return Response(url, answer.status_code, content, names, media_type, answer.status_code == 304)

    def _content(self, answer: httpx.Response, url: str) -> bytes:
        """The unpacked body, bounded in size while it comes."""
        packing = answer.headers.get("content-encoding", "")
        try:
            return b"".join(unpacked(answer.iter_raw(), packing, self._max_bytes))
        except TooLarge as error:
            limit = f"{self._max_bytes / 2**20:.3g} MB"
            remedy = "see whether a report is there at all"
            raise FetchError(url, f"the answer is larger than {limit}", remedy=remedy) from error
        except NotPacked as error:
            raise FetchError(url, f"the answer broke off ({error})", retryable=True) from error

    def _unheard(self, url: str, error: Exception) -> FetchError:
        if not (isinstance(error, httpx.TimeoutException) and self._patience.is_over):
            return _unreachable(url, error)
        remedy = "nothing to do unless it lasts: the next run tries again"
        reason = f"the answer took longer than {self._patience.limit_s:g} s"
        return FetchError(url, reason, retryable=True, remedy=remedy)

    def _client(self, verify_tls: bool, method: str) -> httpx.Client:
        # a source whose certificate is broken must not weaken the others, nor a webhook in the machine room the pages
        kind = (verify_tls, method == "GET")
        with self._lock:
            if kind not in self._clients:
                is_free = method != "GET" and self._private_posts
                resolve = own_address(self._resolve) if is_free else self._resolve or public_address
                self._clients[kind] = httpx.Client(
                    headers=self._headers,
                    timeout=self._timeout_s,
                    transport=_ResolvedTransport(verify_tls, ResolvedNetwork(resolve, self._patience)),
                )
            return self._clients[kind]


@cache
def _tls(verify: bool) -> ssl.SSLContext:
    # reading the authorities takes longer than many a request
    return httpx.create_ssl_context(verify=verify)


class _ResolvedTransport(httpx.HTTPTransport):
    """httpx's transport over a network of our own; httpx 0.28 has no argument for it, so its pool is replaced."""

    def __init__(self, verify_tls: bool, network: ResolvedNetwork) -> None:
        context = _tls(verify_tls)
        super().__init__(verify=context)
        # as many connections as hosts are visited at once: the pacer lets one request at a time through to each
        self._pool = httpcore.ConnectionPool(
            ssl_context=context, network_backend=network, max_connections=None, max_keepalive_connections=500
        )


def looks_missing(response: Response) -> bool:
    """Whether a page says "not found" although its status is 200."""
    if response.media_type not in ("", "text/html", "application/xhtml+xml", "text/plain"):
        return False
    return html_says_missing(decode(response.content))


def _host(url: str) -> str:
    try:
        address = urlsplit(url)
        host = address.hostname
    except ValueError:
        host = None
    if not host or address.scheme not in ("http", "https"):
        raise FetchError(url, "is no http(s) address")
    return host.lower()


def _next_address(answer: Response, allowed: Collection[str]) -> str:
    location = answer.headers.get("location")
    if not location:
        raise FetchError(answer.url, f"status {answer.status} without an address to go to", answer.status)
    target = urljoin(answer.url, location)
    if _host(target) not in allowed:
        remedy = f"add {_host(target)} to hosts in the source file, if it is the bureau's own"
        if is_private_address(_host(target)):
            remedy = "that is inside somebody's network and is not followed; tell the bureau"
        raise FetchError(answer.url, f"redirects to another host, {_host(target)}", answer.status, remedy=remedy)
    return target


def _accepted(answer: Response, *, conditional: bool) -> Response:
    if 200 <= answer.status < 300 and _is_wall(answer):
        raise FetchError(answer.url, "the server answered with a script instead of the page", remedy=_CHALLENGED)
    if 200 <= answer.status < 300 or (answer.status == 304 and conditional):
        return answer
    raise _refused(answer, retryable=False)


def _is_wall(answer: Response) -> bool:
    is_short_page = answer.media_type == "text/html" and len(answer.content) <= CHALLENGE_CHARS
    return is_short_page and is_challenge(answer.content.decode("utf-8", "replace"))


def _refused(answer: Response, *, retryable: bool) -> FetchError:
    error = FetchError(answer.url, f"the server answered {answer.status}", answer.status, retryable)
    if answer.status in (403, 412, 418, 521):
        error.remedy = _CHALLENGED
    elif retryable:
        error.remedy = "nothing to do unless it lasts: the next run tries again"
        error.retry_after_s = after_s(answer.headers.get("retry-after"))
    return error


def _unreachable(url: str, error: Exception) -> FetchError:
    """The failure in a person's words; a broken certificate will not mend itself by asking again."""
    text = str(error) or type(error).__name__
    if "CERTIFICATE_VERIFY_FAILED" in text:
        remedy = "have the certificate renewed, or write verify_tls: false with the reason into the source file"
        return FetchError(url, f"its certificate is not valid ({text})", remedy=remedy)
    if PRIVATE in text:
        remedy = "correct the address; if it is meant, name the host and its address in the setting hosts"
        return FetchError(url, f"nothing is asked of it: {text}", remedy=remedy)
    if isinstance(error, httpx.TimeoutException):
        reason = "no answer in time"
    elif isinstance(error, httpx.ConnectError):
        reason = f"cannot be reached ({text})"
    else:
        reason = f"the answer broke off ({text})"
    may_pass = isinstance(error, httpx.TransportError) and not isinstance(error, httpx.UnsupportedProtocol)
    return FetchError(url, reason, None, may_pass, "check the address and the network; the next run tries again")
