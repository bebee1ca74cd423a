"""A full disk is said before a run begins, in one line; Prefect's server lives no longer than its run."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flows import prefect_env, room
from flows.problems import CommandError
from flows.room import free_bytes, is_full, require_room

EVERYTHING = 2**60
PARENT = """
import subprocess, sys, time
from flows.bound import bound
child = subprocess.Popen(bound("-c", "import time; print('up', flush=True); time.sleep(60)"), stdout=subprocess.PIPE)
child.stdout.readline()
print(child.pid, flush=True)
time.sleep(60)
"""


def test_a_full_disk_is_one_line_with_the_folder_and_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(CommandError) as caught:
        require_room(tmp_path / "not" / "there yet", EVERYTHING)
    (line,) = str(caught.value).splitlines()
    assert line.startswith(f"{tmp_path / 'not' / 'there yet'}: the disk is full: ")
    assert "DUBAN_DATA" in line
    assert not (tmp_path / "not").exists()


def test_the_room_of_a_folder_that_is_still_to_be_made_is_that_of_its_parent(tmp_path: Path) -> None:
    counted = os.statvfs(tmp_path)
    assert 0 < free_bytes(tmp_path / "new") <= counted.f_blocks * counted.f_frsize
    assert not is_full(tmp_path)


def test_a_run_on_a_full_disk_does_not_begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room.require_room, "__defaults__", (EVERYTHING,))
    monkeypatch.setattr(sys, "modules", {name: module for name, module in sys.modules.items() if name != "prefect"})
    with pytest.raises(CommandError, match="the disk is full"):
        prefect_env.prepare(tmp_path / "data")
    assert not (tmp_path / "data").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's word for it is Linux's")
def test_what_is_bound_ends_with_a_parent_that_is_killed() -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    assert is_alive(child)
    parent.send_signal(signal.SIGKILL)
    parent.communicate()
    until = time.monotonic() + 120
    while is_alive(child) and time.monotonic() < until:
        time.sleep(0.01)
    assert not is_alive(child)


def is_alive(pid: int) -> bool:
    """Whether it runs: who was killed and not yet asked for does not."""
    try:
        state = re.sub(r".*\)", "", Path(f"/proc/{pid}/stat").read_text(encoding="utf-8"))
    except OSError:
        return False
    return state.split()[0] not in ("Z", "X")


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's word for it is Linux's")
def test_a_parent_that_ended_already_is_not_followed_by_a_child() -> None:
    code = "from flows.bound import main; main('1', '-c', 'print(1)')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout == b""
