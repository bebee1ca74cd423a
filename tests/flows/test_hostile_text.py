"""What a page says never acts on the terminal: it is drawn, in every command and on every line."""

from __future__ import annotations

import json
import logging
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flows.pipeline import RunResult
from flows.problems import Problem
from flows.running import conclude, telling
from flows.sending import Delivery
from flows.settings import Settings, load_settings
from flows.sql_output import write
from flows.watched import complain
from warehouse.query import Answer

pytestmark = pytest.mark.integration  # whole commands over the whole sample: seconds each

Duban = Callable[..., Any]
ACTING = {"\x1b", "\x07", "\x9b", "\u202e", "\r"}
# a promise that lags, one whose figure is doubtful, and what sets a terminal's title, turns text round, clears it
REPORT = """某市科技局2026年前三季度重点任务进展情况
一、新建创新平台20家。截至9月底，新建创新平台8家。\x1b]0;pwn\x07
二、培育高新技术企业20家。截至9月底，申报高新技术企业8家。\u202e\x9b2J
"""
SOURCE = 'id: x-hostile\nbureau: "某市\\e[31m\\u202e科技局"\nregion: 某市\nfamily: folder\nurl: inbox\n'


@pytest.fixture
def hostile(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A folder with one hostile report, and its source."""
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "2026年\x1b[31m前三季度\u202e进展情况.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "x-hostile.yaml").write_text(SOURCE, encoding="utf-8")
    monkeypatch.setenv("DUBAN_SOURCES", str(tmp_path))
    monkeypatch.setenv("DUBAN_TODAY", "2026-10-20")
    return load_settings()


def test_no_command_lets_it_through(
    duban: Duban, hostile: Settings, run_plain: Callable[..., RunResult], capfd: pytest.CaptureFixture[str]
) -> None:
    with telling():
        result = run_plain(hostile)
        conclude(hostile, result, Delivery())
    run = capfd.readouterr()
    assert "x-hostile: read" in run.err
    assert "Lagging (1)" in run.out
    assert not ACTING & set(run.out + run.err)
    for command in (
        ["status", "--lagging"],
        ["sql", "select sentence, [sentence], {'a': sentence} as s, url from mart.progress"],
        ["sql", "select '\x1b]0;pwn\x07' as \"a\x1b[31m\""],
        ["review", "list"],
        ["review", "list", "--json"],
        ["review", "show", _first(duban)],
        ["sources", "check", "x-hostile"],
        ["extract", "\x1b[31mnowhere.txt"],
        ["no\x1b[31msuch"],
    ):
        done = duban(*command)
        assert done.stdout + done.stderr, command
        assert not ACTING & set(done.stdout + done.stderr), command


def _first(duban: Duban) -> str:
    """The name of an entry that waits for review."""
    found: str = json.loads(duban("review", "list", "--json").stdout)[0]["review_id"]
    return found


def test_a_query_on_a_terminal_draws_it_too() -> None:
    ours, theirs = pty.openpty()
    code = "from flows.show import listing; listing(['a'], [('x' + chr(27) + ']0;pwn' + chr(7) + 'y' + chr(0x202E),)])"
    subprocess.run(
        [sys.executable, "-c", code], stdout=theirs, check=True, timeout=300, env={**os.environ, "TERM": "dumb"}
    )
    os.close(theirs)
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        shown = terminal.read(100_000).decode()
    assert "x␛]0;pwn␇y�" in shown


def test_what_is_no_text_stays_as_it_is_in_csv(capsys: pytest.CaptureFixture[str]) -> None:
    answer = Answer(["a", "b", "c", "d"], ["INT", "BOOLEAN", "DOUBLE", "VARCHAR"], [(None, True, 1.5, "一\n二\t三")])
    write(answer, "csv", None)
    assert capsys.readouterr().out == 'a,b,c,d\n,True,1.5,"一\n二\t三"\n'


def test_a_line_of_the_log_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with telling():
        logging.getLogger("duban").info("%s: read %s", "x-kjj", "题\n12:00:00 x-kjj: 目\x1b[2J")
    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith("x-kjj: read 题 12:00:00 x-kjj: 目␛[2J")


def test_a_problem_is_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    complain([Problem("x-kjj", "http://x/\x1b[31m: gone")])
    assert capsys.readouterr().err == "duban: x-kjj: http://x/␛[31m: gone\n"
