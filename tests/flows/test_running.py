"""What `duban run` says in the end: the lags, then the counts, then what was new and where everything is."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest

from flows.keeping import Outcome
from flows.pipeline import RunResult
from flows.running import conclude, next_steps, summary, telling
from flows.sending import Delivery, send_pending
from flows.settings import Settings
from tests.flows.test_show import ROW

pytestmark = pytest.mark.integration  # whole commands over the whole sample: seconds each


def test_the_end_of_a_run(
    sample: Settings, run_plain: Callable[..., RunResult], capsys: pytest.CaptureFixture[str]
) -> None:
    result = run_plain(sample, ["yunting-mzj", "yunting-yjj"])
    conclude(sample, result, send_pending(sample))
    out = capsys.readouterr().out
    order = ["Lagging (4)", "Indicators by status", "2 sources visited", "4 lags told", f"{sample.mail}"]
    assert sorted(order, key=out.index) == order
    assert "云汀市应急管理局2026年前三季度重点任务进展情况报告_20261012.txt" in out
    assert "%E4" not in out


def test_nothing_new_is_said(
    sample: Settings, run_plain: Callable[..., RunResult], capsys: pytest.CaptureFixture[str]
) -> None:
    run_plain(sample, ["yunting-mzj"])
    conclude(sample, run_plain(sample, ["yunting-mzj"]), Delivery(sent=0))
    out = capsys.readouterr().out
    assert "nothing is new" in out
    assert "nothing to tell; 0 messages sent" in out
    assert out.lstrip().startswith("1 sources visited, 2 reports listed: nothing is new.")
    assert "2 lag as before: 'duban status --lagging' lists them" in out
    assert "[severe]" not in out


def test_a_lag_that_is_not_told_has_its_reason_beside_the_count() -> None:
    result = RunResult("run", (Outcome("x-jtj", listed=2, new=2, told=1),))
    lags = [ROW, replace(ROW, tier="stretch"), replace(ROW, tier="stretch", status="on_track")]
    line = "Alerts: 1 lags told, 0 told as resolved (not told: 1 of stretch goals, 力争); 1 messages sent."
    assert summary(result, Delivery(sent=1), lags)[1] == line
    assert "not told" not in summary(result, Delivery(sent=1), lags[:1])[1]


def test_the_next_steps_are_as_they_can_be_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", [".venv/bin/duban", "run"])
    assert dict(next_steps())["all that lags"] == ".venv/bin/duban status --lagging"
    monkeypatch.setattr(sys, "argv", ["/srv/flows/cli.py"])
    assert dict(next_steps())["all that lags"] == "duban status --lagging"


def test_progress_is_said_once_although_prefect_listens_too(capsys: pytest.CaptureFixture[str]) -> None:
    root = logging.StreamHandler(sys.stderr)
    logging.getLogger().addHandler(root)
    try:
        with telling():
            logging.getLogger("duban").info("yunting-kjj: 2 reports listed")
    finally:
        logging.getLogger().removeHandler(root)
    assert capsys.readouterr().err.count("2 reports listed") == 1


def test_progress_for_a_log_collector(capsys: pytest.CaptureFixture[str]) -> None:
    with telling("json"):
        logging.getLogger("duban").info("yunting-kjj: %s cannot be read", "http://kjj.yunting.example/a/1.html")
    line = json.loads(capsys.readouterr().err)
    assert line["source"] == "yunting-kjj"
    assert line["document"] == "http://kjj.yunting.example/a/1.html"
    assert (line["level"], line["logger"]) == ("info", "duban")
    assert line["at"].endswith("+00:00")
