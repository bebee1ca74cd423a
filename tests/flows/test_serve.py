"""What `duban serve` refuses before it starts anything, and what it does with what it started."""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from pathlib import Path

import psutil
import pytest

from flows.children import Child, adopting, end_descendants, end_left_behind
from flows.problems import CommandError, MisuseError
from flows.serve import _require_port, only_one, stopping

LEAVES_ONE_BEHIND = "import subprocess, sys; print(subprocess.Popen(['sleep', '60']).pid, flush=True)"


def started(*arguments: str) -> Child:
    return Child.start("a program", *arguments, environ=os.environ)


def test_a_data_folder_is_served_once(tmp_path: Path) -> None:
    refused = pytest.raises(CommandError, match=rf"runs here already \(process {os.getpid()}\)")
    with only_one(tmp_path), refused, only_one(tmp_path):
        pass
    with only_one(tmp_path):
        pass


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"port {port}: Address already in use; choose another with --port"):
            _require_port("127.0.0.1", port)
    with pytest.raises(CommandError, match="choose another"):
        _require_port("no-such-host.invalid", 4200)
    with pytest.raises(MisuseError, match="0 is no port"):
        _require_port("127.0.0.1", 0)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_says_to_end(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    with stopping() as stop:
        os.kill(os.getpid(), number)
        assert stop.wait(5)
    assert signal.getsignal(number) is before


def test_a_child_says_how_it_ended_and_starts_again() -> None:
    child = started("-c", "import sys; sys.exit(3)")
    child.process.wait(20)
    assert child.how_it_ended == "exit code 3"
    child.restart()
    child.process.wait(20)
    assert child.has_ended
    other = started("-c", "import time; time.sleep(60)")
    os.kill(other.process.pid, signal.SIGKILL)
    other.process.wait(20)
    assert other.how_it_ended == "killed by SIGKILL"


def test_a_child_that_does_not_listen_is_killed() -> None:
    deaf = started("-c", "import signal, time; signal.signal(15, signal.SIG_IGN); print(1, flush=True); time.sleep(60)")
    time.sleep(0.3)
    deaf.stop(patience_s=0.2)
    assert deaf.has_ended


@pytest.mark.skipif(sys.platform != "linux", reason="what a child leaves behind is found on Linux only")
def test_what_a_child_leaves_behind_ends_too() -> None:
    with adopting():
        kept = started("-c", "import time; time.sleep(60)")
        parent = started("-c", LEAVES_ONE_BEHIND)
        parent.process.wait(20)
        orphans = [one for one in psutil.Process().children() if one.pid not in (kept.process.pid, parent.process.pid)]
        assert orphans
        end_descendants(5, besides={kept.process.pid})
        assert not any(one.is_running() for one in orphans)
        assert not kept.has_ended
    assert kept.has_ended


def test_what_a_killed_one_left_behind_is_known_by_its_environment(tmp_path: Path) -> None:
    mine, others = (
        Child.start("a program", "-c", "import time; time.sleep(60)", environ=os.environ | {"SERVED": str(value)})
        for value in (tmp_path, tmp_path / "other")
    )
    try:
        time.sleep(0.3)  # until each has become the other program
        end_left_behind("SERVED", str(tmp_path))
        mine.process.wait(10)
        assert not others.has_ended
    finally:
        others.stop(5)
