"""Programs that live and end with this one: each is started bound to it, and ends with everything that it started.

On Linux what a child leaves behind comes to this process (prctl(2), PR_SET_CHILD_SUBREAPER) and is ended too; elsewhere
what a child started is ended only while it lives.
"""

from __future__ import annotations

import ctypes
import signal
import subprocess
import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

import psutil

from flows.bound import bound

PR_SET_CHILD_SUBREAPER = 36


@dataclass(slots=True)
class Child:
    """A program that was started, and how to start it again. It has a session of its own: a Ctrl-C is not its."""

    name: str
    arguments: tuple[str, ...]
    environ: Mapping[str, str]
    process: subprocess.Popen[Any]

    @classmethod
    def start(cls, name: str, *arguments: str, environ: Mapping[str, str]) -> Child:
        """Start Python with the arguments, from the main thread: it ends when that thread does."""
        return cls(name, arguments, environ, _started(arguments, environ))

    def restart(self) -> None:
        """Start it again after its end."""
        self.process = _started(self.arguments, self.environ)

    @property
    def has_ended(self) -> bool:
        """Whether it runs no more."""
        return self.process.poll() is not None

    @property
    def how_it_ended(self) -> str:
        """`exit code 3`, or `killed by SIGKILL`."""
        code = self.process.poll() or 0
        return f"exit code {code}" if code >= 0 else f"killed by {signal.Signals(-code).name}"

    def stop(self, patience_s: float) -> None:
        """Ask it to end, and kill it when it does not."""
        self.process.terminate()
        try:
            self.process.wait(patience_s)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@contextmanager
def adopting() -> Iterator[None]:
    """What children leave behind when they end comes to this process, and ends when the block does."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    try:
        yield
    finally:
        end_descendants(0)


def end_descendants(patience_s: float, besides: Collection[int] = ()) -> None:
    """End all that this process started, directly or not, except the children `besides` and what those started."""
    found = _descendants(besides)
    for process in found:
        with suppress(psutil.Error):
            process.terminate()
    _, alive = psutil.wait_procs(found, timeout=patience_s)
    for process in alive:
        with suppress(psutil.Error):
            process.kill()
    psutil.wait_procs(alive, timeout=5)


def end_left_behind(name: str, value: str) -> None:
    """End what an earlier one started and could not end, because it was killed: it has this in its environment."""
    found = [one for one in psutil.process_iter(["environ"]) if (one.info["environ"] or {}).get(name) == value]
    for process in found:
        with suppress(psutil.Error):
            process.kill()
    psutil.wait_procs(found, timeout=5)


def _descendants(besides: Collection[int]) -> list[psutil.Process]:
    children = [child for child in psutil.Process().children() if child.pid not in besides]
    below: list[psutil.Process] = []
    for child in children:
        with suppress(psutil.Error):
            below += child.children(recursive=True)
    return [*children, *below]


def _started(arguments: tuple[str, ...], environ: Mapping[str, str]) -> subprocess.Popen[Any]:
    return subprocess.Popen(bound(*arguments), env=dict(environ), stdin=subprocess.DEVNULL, start_new_session=True)
