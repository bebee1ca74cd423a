"""The server of the test site: the Host header says whose page is wanted, and `faults` what goes wrong with it."""

from __future__ import annotations

import socketserver
import ssl
import sys
from collections.abc import Iterable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Self

from tests.site.bureaus import Bureau
from tests.site.faults import FAULTS
from tests.site.pages import MISSING, Page, answer


class Site:
    """Bureaus on a free port of 127.0.0.1, for as long as the `with` block lasts.

    `faults` maps a host, or a host with the path of a page, to the name of a fault; it may be changed at any time.
    `asked` holds every request as (host, path with query), in the order of arrival, `sent` every answer's status.
    """

    def __init__(self, bureaus: Iterable[Bureau], *, tls: ssl.SSLContext | None = None) -> None:
        self.bureaus = {bureau.host: bureau for bureau in bureaus}
        self.faults: dict[str, str] = {}
        self.asked: list[tuple[str, str]] = []
        self.sent: list[tuple[str, int]] = []
        self.running, self.most_at_once = dict[str, int](), dict[str, int]()
        self.lock = Lock()
        self._tls = tls
        self._server: _Server | None = None

    def __enter__(self) -> Self:
        self._server = _Server(self, self._tls)
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.shutdown()
        self._server.server_close()

    @property
    def port(self) -> int:
        assert self._server is not None
        return int(self._server.server_port)

    @property
    def hosts(self) -> dict[str, str]:
        """Every host name with the `address:port` that serves it, as the setting `hosts` wants it."""
        return dict.fromkeys(self.bureaus, f"127.0.0.1:{self.port}")

    def resolve(self, host: str, port: int) -> tuple[str, int]:
        """Where to connect for a host of the site. Raises OSError for any other: nothing leaves the machine."""
        if host not in self.bureaus:
            raise OSError(f"{host} is no host of the test site")
        return "127.0.0.1", self.port

    def fault_of(self, host: str, path: str) -> str | None:
        """The name of the fault that an answer has."""
        return self.faults.get(host + path.partition("?")[0], self.faults.get(host))


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def __init__(self, site: Site, tls: ssl.SSLContext | None) -> None:
        self.site = site
        super().__init__(("127.0.0.1", 0), Handler)
        if tls is not None:
            self.socket = tls.wrap_socket(self.socket, server_side=True)

    def server_bind(self) -> None:
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", int(self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no error of the site's."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Handler(BaseHTTPRequestHandler):
    """One connection; a fault may do with it whatever it likes."""

    protocol_version = "HTTP/1.1"
    server_version, sys_version = "TestSite", ""
    timeout = 10
    disable_nagle_algorithm = (
        True  # head and body are sent apart: the second would wait for the first to be acknowledged
    )
    server: _Server

    def do_GET(self) -> None:
        site, host = self.server.site, self.headers.get("Host", "").partition(":")[0].lower()
        bureau = site.bureaus.get(host)
        with site.lock:
            site.asked.append((host, self.path))
            site.running[host] = site.running.get(host, 0) + 1
            site.most_at_once[host] = max(site.most_at_once.get(host, 0), site.running[host])
        try:
            page = answer(bureau, self.path) if bureau else Page(MISSING.encode(), status=404)
            name = site.fault_of(host, self.path)
            FAULTS[name](self, page) if name else self.send(page)
        finally:
            with site.lock:
                site.running[host] -= 1

    def send(self, page: Page) -> None:
        """The page as it should be; its ETag is honoured."""
        etag = f'"{hash(page.content):x}"'
        if self.headers.get("If-None-Match") == etag:
            page = Page(b"", page.media_type, 304)
        self.head(page, {"Content-Length": str(len(page.content)), "ETag": etag, **page.headers})
        self.wfile.write(page.content)

    def head(self, page: Page, headers: dict[str, str]) -> None:
        with self.server.site.lock:
            self.server.site.sent.append((self.path, page.status))
        self.send_response(page.status)
        self.send_header("Content-Type", page.media_type)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """The log belongs to the job that visits, not to the site."""
