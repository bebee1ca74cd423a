"""The sample's bureaus over real HTTP on loopback: one server, in which the Host header says whose page is wanted."""

from __future__ import annotations

import socketserver
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from importlib.resources.abc import Traversable
from threading import Thread
from typing import Self
from urllib.parse import unquote, urlsplit

# the folders of each state of the site; a file of a later folder stands before those of the earlier ones
REVISIONS = {1: ("site",), 2: ("site_next", "site")}
_TYPES = {"shtml": "text/html", "html": "text/html", "txt": "text/plain; charset=utf-8", "json": "application/json"}
_MISSING = "<html><head><meta charset='utf-8'><title>404</title></head><body>您访问的页面不存在或已被删除</body></html>"


class SampleSite:
    """The bureaus of 云汀市 on a free port of 127.0.0.1, for as long as the `with` block lasts.

    `revision` is 1 for the site as first seen, 2 for some days later: one report corrected in place, one new report.
    Raises ValueError for any other number.
    """

    def __init__(self, *, revision: int = 1) -> None:
        if revision not in REVISIONS:
            raise ValueError(f"the sample site has the revisions {sorted(REVISIONS)}, not {revision}")
        self.revision = revision
        self._server: _Server | None = None

    def __enter__(self) -> Self:
        self._server = _Server(self.revision)
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    @property
    def port(self) -> int:
        """The port it listens on. Raises RuntimeError outside the `with` block."""
        if self._server is None:
            raise RuntimeError("the sample site is served only inside its 'with' block")
        return self._server.server_port

    @property
    def hosts(self) -> dict[str, str]:
        """Every host name of the sample with the `address:port` that serves it, as the setting `hosts` wants it."""
        return dict.fromkeys(host_names(), f"127.0.0.1:{self.port}")

    def resolve(self, host: str, port: int) -> tuple[str, int]:
        """Where to connect for a host of the sample. Raises OSError for any other: nothing leaves the machine."""
        if host.lower() not in host_names():
            raise OSError(f"{host} is no host of the sample site")
        return "127.0.0.1", self.port


def host_names() -> list[str]:
    """The bureaus' host names; all end in `.example`, which is registered to nobody."""
    return sorted(folder.name for folder in files("sample").joinpath("site").iterdir() if folder.is_dir())


def page(host: str, path: str, revision: int) -> Traversable | None:
    """The file behind an address of the site, None where there is none. A directory's page is its index.shtml."""
    parts = [part for part in path.split("/") if part]
    if path.endswith("/"):
        parts.append("index.shtml")
    if any(part.startswith(".") or "\\" in part for part in [host, *parts]):
        return None
    for folder in REVISIONS[revision]:
        file = files("sample").joinpath(folder, host, *parts)
        if parts and file.is_file():
            return file
    return None


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, revision: int) -> None:
        self.revision = revision
        super().__init__(("127.0.0.1", 0), _Handler)

    def server_bind(self) -> None:
        """Bind without asking a name server for this machine's name, which may take seconds."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", int(self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no error of the site's."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "SampleSite", ""
    timeout = 10
    disable_nagle_algorithm = True  # the page would wait for its head to be acknowledged
    server: _Server

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def _answer(self, *, with_body: bool) -> None:
        host = self.headers.get("Host", "").partition(":")[0].lower()
        file = page(host, unquote(urlsplit(self.path).path), self.server.revision)
        content = _MISSING.encode() if file is None else file.read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND if file is None else HTTPStatus.OK)
        self.send_header("Content-Type", _type("html" if file is None else file.name))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if with_body:
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """The log belongs to the job that visits, not to the site."""


def _type(name: str) -> str:
    # no charset for pages: static sites of this kind leave it to the page's own meta tag
    return _TYPES.get(name.rpartition(".")[2], "application/octet-stream")
