"""The load run in short: every recipient has one mail, with all of their alerts, and none has another's."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.alert_faults import run
from benchmarks.alerts import bundle, measure
from flows.messages import message_of
from flows.settings import Settings

pytestmark = pytest.mark.integration  # whole commands over the whole sample: seconds each


def test_each_recipient_has_one_mail_under_one_name(tmp_path: Path) -> None:
    inbox = measure(6, 4, tmp_path).inbox
    assert dict(inbox.recipients) == {f"office{number}@x.example": 1 for number in range(6)}
    assert len(inbox.names) == 6


def test_a_mail_holds_its_bureaus_alerts() -> None:
    text = message_of(bundle("a@x.example", 3, 5), Settings()).text
    assert text.count("编号：") == 5
    assert "第3局" in text


@pytest.mark.integration
def test_processes_that_are_killed_lose_nothing_and_tell_nothing_under_two_names(tmp_path: Path) -> None:
    found = run(8, tmp_path, seed=7)
    assert found.killed > 0
    assert (found.lost, found.untold, found.renamed) == (0, 0, 0)
