"""Every way in which a site of the test site misbehaves, by name. A fault gets the connection and the page."""

from __future__ import annotations

import gzip
import re
import socket
import struct
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import brotli

from tests.site.pages import MISSING, Page

if TYPE_CHECKING:
    from tests.site.serve import Handler

BOMB_MB = 64
_WALL = (
    "<html><head><script>var _0x1f=['cookie'];(function(){document.cookie='__jsl_clearance='+go();"
    "location.reload();})();</script></head><body></body></html>"
)
_MARKUP = re.compile(rb"href=([\"'])[^\"']*\1")


def _status(code: int, body: str = "", **headers: str) -> Callable[[Handler, Page], None]:
    def fault(handler: Handler, page: Page) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        handler.head(Page(b"", status=code), {"Content-Length": str(len(body.encode())), **named})
        handler.wfile.write(body.encode())

    return fault


def _redirect(target: str) -> Callable[[Handler, Page], None]:
    def fault(handler: Handler, page: Page) -> None:
        where = target.format(path=handler.path)
        handler.head(Page(b"", status=302), {"Location": where, "Content-Length": "0"})

    return fault


def _reset(handler: Handler, page: Page) -> None:
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.close_connection = True


def _truncated(handler: Handler, page: Page) -> None:
    handler.head(page, {"Content-Length": str(len(page.content))})
    handler.wfile.write(page.content[: len(page.content) // 2])
    handler.close_connection = True


def _too_long(handler: Handler, page: Page) -> None:
    """More bytes than the header says: what is over belongs to nobody."""
    handler.head(page, {"Content-Length": str(len(page.content))})
    handler.wfile.write(page.content + b"HTTP/1.1 200 OK\r\n\r\nmore")
    handler.close_connection = True


def _endless(handler: Handler, page: Page) -> None:
    handler.head(page, {"Transfer-Encoding": "chunked"})
    block = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    while True:
        handler.wfile.write(block)


def _packed(encoding: str, content: bytes) -> Callable[[Handler, Page], None]:
    def fault(handler: Handler, page: Page) -> None:
        handler.head(page, {"Content-Encoding": encoding, "Content-Length": str(len(content))})
        handler.wfile.write(content)

    return fault


def _squeezed(encoding: str, pack: Callable[[bytes], bytes]) -> Callable[[Handler, Page], None]:
    """No fault at all: the same page, packed."""
    return lambda handler, page: _packed(encoding, pack(page.content))(handler, page)


def _drip(handler: Handler, page: Page) -> None:
    handler.head(page, {"Content-Length": "1000000"})
    while True:
        handler.wfile.write(b" ")
        time.sleep(0.005)


def _no_rows(handler: Handler, page: Page) -> None:
    """The list was rebuilt: its links call a script."""
    handler.send(Page(_MARKUP.sub(b'href="javascript:show()"', page.content), page.media_type))


def _twice(handler: Handler, page: Page) -> None:
    """Every row twice, and its copy for the elderly."""
    rows = re.findall(rb"<li>.*?</li>", page.content, re.S)
    copies = b"".join(row + re.sub(rb"(_\d+)\.shtml", rb"\1_slhxq.shtml", row) for row in rows)
    handler.send(Page(page.content.replace(b"</ul>", copies + b"</ul>", 1), page.media_type))


def _robots(content: str, media_type: str = "text/plain", status: int = 200) -> Callable[[Handler, Page], None]:
    def fault(handler: Handler, page: Page) -> None:
        is_robots = handler.path == "/robots.txt"
        handler.send(Page(content.encode(), media_type, status) if is_robots else page)

    return fault


FAULTS: Mapping[str, Callable[[Handler, Page], None]] = {
    "500": _status(500),
    "429": _status(429, Retry_After="7"),
    "404": _status(404, MISSING),
    "reset": _reset,
    "truncated": _truncated,
    "too_long": _too_long,
    "endless": _endless,
    "gzip_bomb": _packed("gzip", gzip.compress(b"\0" * BOMB_MB * 2**20, 1)),
    "br_bomb": _packed("br", brotli.compress(b"\0" * BOMB_MB * 2**20, quality=1)),
    "gzip": _squeezed("gzip", gzip.compress),
    "br": _squeezed("br", brotli.compress),
    "broken_gzip": _packed("gzip", b"\x1f\x8b\x08\x00 no gzip at all"),
    "redirect_loop": _redirect("{path}"),
    "redirect_private": _redirect("http://10.0.0.8{path}"),
    "redirect_link_local": _redirect("http://169.254.169.254/latest/meta-data/"),
    "redirect_away": _redirect("http://mirror.invalid{path}"),
    "drip": _drip,
    "soft_404": _status(200, MISSING),
    "412": _status(412, _WALL),
    "script_wall": _status(200, _WALL),
    "no_rows": _no_rows,
    "twice": _twice,
    "robots_ban": _robots("User-agent: *\nDisallow: /\n"),
    "robots_html": _robots("<!DOCTYPE html><html><body>Disallow: /</body></html>", "text/html"),
    "robots_500": _robots("", status=500),
}
