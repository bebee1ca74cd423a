"""A copy that could not be made is told as that, and whoever reads the older one is told that it is older."""

from __future__ import annotations

import errno
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from flows.pipeline import RunResult, finish
from flows.publishing import behind, made_at, not_published
from flows.settings import Settings
from warehouse import publish

pytestmark = pytest.mark.integration  # whole commands over the whole sample: seconds each

Duban = Callable[..., Any]


def finished(settings: Settings) -> tuple[str, ...]:
    return tuple(map(str, finish(settings, RunResult("run"), datetime.now(UTC)).problems))


def test_a_full_disk_while_publishing(
    duban: Duban, sample: Settings, after_first_run: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(source: object, target: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(source))

    after_first_run("yunting-mzj")
    made = made_at(sample)
    assert made is not None
    assert duban("status").stderr == ""
    with monkeypatch.context() as patch:
        patch.setattr(publish.shutil, "copyfile", full)
        (line,) = finished(sample)
    assert line.startswith(f"the published copy could not be made: the disk is full ({sample.published}); ")
    assert f"'duban status' and 'duban sql' show the one of {made}" in line
    assert str(sample.warehouse) not in line
    for command in (["status"], ["sql", "select 1 as n"]):
        done = duban(*command)
        assert done.returncode == 0
        (warning,) = done.stderr.splitlines()
        assert made in warning
        assert "'duban run'" in warning
    assert done.stdout == "n\n1\n"
    assert finished(sample) == ()
    assert duban("status").stderr == ""


def test_where_there_is_no_copy_yet(sample: Settings) -> None:
    assert behind(sample) is None
    line = not_published(sample, PermissionError(errno.EACCES, "Permission denied", "data/published"))
    assert "data/published: Permission denied; give this user the right" in line
    assert "there is none to show" in line
