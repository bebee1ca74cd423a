"""An end to waiting: a server that drips a byte now and then never times out by itself, so each request has its hour.

httpcore has no limit for a whole answer, only for each wait; the limit here is below it, in the stream.
"""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpcore


class Patience:
    """Until when the request that this thread is making may go on."""

    def __init__(self, limit_s: float, clock: Callable[[], float]) -> None:
        self.limit_s, self._clock = limit_s, clock
        self._own = threading.local()

    @contextmanager
    def request(self) -> Iterator[None]:
        """The time of one request, which begins now."""
        self._own.until = self._clock() + self.limit_s
        try:
            yield
        finally:
            self._own.until = None

    @property
    def is_over(self) -> bool:
        """Whether the time of this thread's request has run out."""
        until: float | None = getattr(self._own, "until", None)
        return until is not None and self._clock() >= until

    def left(self, timeout_s: float | None) -> float | None:
        """How long a single wait may last. Raises ReadTimeout where the time has run out."""
        until: float | None = getattr(self._own, "until", None)
        if until is None:
            return timeout_s
        left_s = until - self._clock()
        if left_s <= 0:
            raise httpcore.ReadTimeout("the time for the whole answer has run out")
        return left_s if timeout_s is None else min(timeout_s, left_s)


class PatientStream(httpcore.NetworkStream):
    """A connection on which no wait is longer than what is left of its request."""

    def __init__(self, stream: httpcore.NetworkStream, patience: Patience) -> None:
        self._stream, self._patience = stream, patience

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Some bytes."""
        return self._stream.read(max_bytes, self._patience.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """All of the bytes."""
        self._stream.write(buffer, self._patience.left(timeout))

    def close(self) -> None:
        """Hang up."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, under TLS."""
        stream = self._stream.start_tls(ssl_context, server_hostname, self._patience.left(timeout))
        return PatientStream(stream, self._patience)

    def get_extra_info(self, info: str) -> object:
        """What httpcore wants to know of the socket."""
        return self._stream.get_extra_info(info)
