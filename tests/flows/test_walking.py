"""`duban review` on a real pseudo-terminal: keys in, words kept."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal

import duckdb
import pytest

from flows.keeping import writer
from flows.publishing import publish_copy
from flows.settings import Settings
from warehouse.proposals import Proposed, keep
from warehouse.review import queue

pytestmark = pytest.mark.integration

PROMPTS = ("[q]uit:", "why:", "empty):", "as read):", "comparable):", "...):")


@pytest.fixture
def walked(after_first_run: Callable[..., None]) -> Callable[..., str]:
    """Answer the questions of a walk over two bureaus one after the other; returns all that was shown."""
    after_first_run("yunting-kjj", "yunting-yjj")

    def walk(*answers: str) -> str:
        master, slave = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-m", "flows.cli", "review"],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            close_fds=True,
            env={**os.environ, "DUBAN_REVIEWER": "王芳", "TERM": "xterm", "COLUMNS": "200"},
        )
        os.close(slave)
        shown = _conversation(master, list(answers))
        os.close(master)
        assert process.wait(timeout=300) == 0, shown
        return shown

    return walk


def _conversation(master: int, answers: list[str]) -> str:
    """Type the next answer at each prompt, until the program ends."""
    shown, since, until = "", "", time.monotonic() + 300
    while time.monotonic() < until:
        if not select.select([master], [], [], 1)[0]:
            continue
        try:
            piece = os.read(master, 65536).decode("utf-8", "replace")
        except OSError:  # the other side has closed
            return shown
        if not piece:
            return shown
        shown, since = shown + piece, since + piece
        if since.rstrip().endswith(PROMPTS):
            os.write(master, ((answers.pop(0) if answers else "q") + "\n").encode())
            since = ""
    raise AssertionError(f"it did not end: {shown[-500:]}")


def kept(settings: Settings) -> list[tuple[object, ...]]:
    with duckdb.connect(settings.published_copy, read_only=True) as con:
        return con.execute(
            "select verdict, state, correction, why, who from mart.corrections order by known_at"
        ).fetchall()


def test_each_answer_is_kept_and_published(walked: Callable[..., str], sample: Settings) -> None:
    shown = walked("m", "c", "470家", "", "电话核实", "a", "")
    assert "1 of 2" in shown
    assert "\x1b[" in shown
    assert "2 of 2 answered" in shown
    assert kept(sample) == [
        ("corrected", "holds", "实绩470家", "电话核实", "王芳"),
        ("accepted", "holds", "", "", "王芳"),
    ]


def test_what_is_typed_wrongly_is_asked_for_again(walked: Callable[..., str], sample: Settings) -> None:
    shown = walked("x", "c", "许多", "", "why", "c", "-", "另一口径", "s")
    assert "no figure with a unit" in shown
    assert kept(sample) == [("corrected", "holds", "not_comparable", "另一口径", "王芳")]


def test_the_last_word_is_taken_back(walked: Callable[..., str], sample: Settings) -> None:
    shown = walked("r", "误读", "u", "u", "q")
    assert "nothing was said yet" in shown
    assert [(verdict, state) for verdict, state, *_ in kept(sample)] == [("rejected", "undone"), ("undone", "undone")]


def test_a_proposal_is_shown_and_taken(walked: Callable[..., str], sample: Settings) -> None:
    with writer(sample) as con:
        entry = queue(con)[0]
        answer = Proposed("figure", Decimal(480), "家", entry.sentence)
        keep(con, entry, answer, "qwen-max", datetime.now(UTC))
    publish_copy(sample)
    shown = walked("p", "", "q")
    assert "480家 by qwen-max" in shown
    assert shown.count("[p]roposal") == 1
    assert kept(sample) == [("corrected", "holds", "实绩480家", "采用qwen-max的建议", "王芳")]


def test_leaving_keeps_nothing(walked: Callable[..., str], sample: Settings) -> None:
    assert "0 of 2 answered" in walked("q")
    assert kept(sample) == []
