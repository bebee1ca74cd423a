"""Host names by our own book: the tests and the sample give many names loopback addresses.

The seam is httpcore's network backend, below HTTP: URL, Host header and TLS server name stay those of the site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import httpcore

# (host name, port) of the URL -> (IP address, port) to connect to
Resolve = Callable[[str, int], tuple[str, int]]


class ResolvedNetwork(httpcore.NetworkBackend):
    """A network in which `resolve` says where a host lives. It may raise OSError to refuse a host."""

    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve
        self._network = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the address that `resolve` gives."""
        try:
            address, real_port = self._resolve(host, port)
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error
        return self._network.connect_tcp(address, real_port, timeout, local_address, socket_options)

    def sleep(self, seconds: float) -> None:
        """Wait, as httpcore does between its own attempts."""
        self._network.sleep(seconds)
