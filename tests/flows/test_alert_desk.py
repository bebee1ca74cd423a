"""`duban alerts` over the sample: what is open, acknowledged, silenced, and what a run would tell."""

from __future__ import annotations

import json
from collections.abc import Callable
from subprocess import CompletedProcess

import pytest

from flows.settings import Settings

pytestmark = pytest.mark.integration
Duban = Callable[..., CompletedProcess[str]]


@pytest.fixture
def office(sample: Settings, after_first_run: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> Settings:
    after_first_run("yunting-kjj", "yunting-mzj")
    monkeypatch.setenv("DUBAN_REVIEWER", "王")
    return sample


def test_a_person_looks_takes_on_and_asks_for_silence(office: Settings, duban: Duban) -> None:
    (first, *_) = rows = json.loads(duban("alerts", "list", "--json").stdout)
    assert {row["state"] for row in rows} == {"firing"}
    assert duban("alerts", "ack", first["alert_id"][:10], "--note", "已约谈").returncode == 0
    shown = duban("alerts", "show", first["alert_id"]).stdout
    assert "acknowledged (person)" in shown
    assert "王: 已约谈" in shown
    assert "told folder:duban@localhost" in shown
    made = duban("alerts", "silence", "bureau=*民政*", "--until", "2099-12-31", "--why", "正在核实").stdout
    assert "王: 正在核实" in made
    assert made.strip() in duban("alerts", "list").stdout
    name = made.split()[1]
    assert duban("alerts", "unsilence", name).stdout.startswith(f"ended: silence {name}")
    assert duban("alerts", "preview").stdout.splitlines()[0] == "nothing would be told"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("ack", "zz"), "no alert is called zz"),
        (("silence", "colour=red", "--until", "2099-01-01", "--why", "x"), "the fields are rule, source"),
        (("silence", "rule=claim", "--until", "2001-01-01", "--why", "x"), "is over"),
        (("unsilence", "zz"), "0 silences that hold are called zz"),
    ],
)
def test_what_cannot_be_meant_is_said(office: Settings, duban: Duban, arguments: tuple[str, ...], words: str) -> None:
    said = duban("alerts", *arguments)
    assert said.returncode == 2
    assert words in said.stderr


def test_the_rules_are_checked_and_shown(office: Settings, duban: Duban) -> None:
    path = office.data.parent / "rules.yaml"
    path.write_text("rules:\n  claim: {enabled: false}\n", encoding="utf-8")
    shown = duban("alerts", "test", DUBAN_ALERTS=str(path)).stdout
    assert "no mistakes" in shown
    assert "claim           off" in shown
    path.write_text("rules:\n  clam: {}\n", encoding="utf-8")
    wrong = duban("alerts", "test", DUBAN_ALERTS=str(path))
    assert wrong.returncode == 1
    assert "rules.yaml:2: unknown key 'rules.clam'; did you mean 'claim'?" in wrong.stderr
