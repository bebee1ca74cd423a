"""One request at a time for each host, and a rest between two of them."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Host:
    lock: threading.Lock = field(default_factory=threading.Lock)
    rested_at: float = 0.0


class Pacer:
    """Turns to ask a host, shared by all threads of a client."""

    def __init__(
        self, *, sleep: Callable[[float], None] = time.sleep, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._sleep, self._clock = sleep, clock
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, host: str, delay_s: float) -> Iterator[None]:
        """Hold the host for one request, which starts `delay_s` (give or take a quarter) after the last one's end."""
        with self._lock:
            state = self._hosts.setdefault(host, _Host())
        with state.lock:
            wait_s = state.rested_at - self._clock()
            if wait_s > 0:
                self._sleep(wait_s)
            try:
                yield
            finally:
                # without the jitter a crawl of many hosts would beat in step
                state.rested_at = self._clock() + delay_s * random.uniform(0.75, 1.25)
