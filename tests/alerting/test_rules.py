"""alerts.yaml: the default says what the program does, and every mistake is said with its line."""

from __future__ import annotations

import pytest
import yaml

from alerting.addresses import listed, once
from alerting.routes import Routes
from alerting.rules import AlertRules, RulesError, default_text, read_rules, resolve
from tests.alerting.findings import CHANNELS, finding

WRONG = """\
recipients:
  office: [nobody@x]
rules:
  laging: {enabled: true}
  lagging:
    enabled: maybe
    tell:
      - severities: [sever]
        to: [leaders]
  claim: {on: true}
  overdue: {of_source: {zz: 3}, working_days: 0}
  claim: {enabled: true}
escalation:
  9: [office]
"""


def test_the_default_file_is_the_default() -> None:
    assert read_rules(default_text(), "alerts.yaml", CHANNELS) == AlertRules()
    assert set(yaml.safe_load(default_text())["rules"]) == set(type(AlertRules().rules).model_fields)


def test_an_empty_file_is_the_default() -> None:
    assert read_rules("# nothing\n", "alerts.yaml", CHANNELS) == AlertRules()


def test_every_mistake_is_said_at_once_with_its_line() -> None:
    with pytest.raises(RulesError) as caught:
        read_rules(WRONG, "alerts.yaml", CHANNELS, sources=["yunting-kjj"])
    lines = {problem.split(":")[1]: problem for problem in caught.value.problems}
    assert sorted(lines, key=int) == ["2", "4", "6", "8", "9", "11", "12", "14"]
    assert "did you mean 'lagging'" in lines["4"]
    assert "'leaders' is nobody" in lines["9"]
    assert "a second time" in lines["12"]


def test_on_is_no_key_in_yaml() -> None:
    with pytest.raises(RulesError) as caught:
        read_rules("rules:\n  claim: {on: true}\n", "a.yaml", CHANNELS)
    assert caught.value.problems == ["a.yaml:2: 'rules.claim': 'on' is no key; write 'enabled'"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("recipients: &a\n  o: *a\n", "1: holds itself (&, *); write it out"),
        ("# a\nrules:\n  claim: {\x07: 1}\n", "3: not readable as YAML"),
        ("rules:\n  claim:\n", "2: 'rules.claim': keys with their values belong here"),
        ("rules:\n  claim:\n    tell: [{to: hook}]\n", "3: 'rules.claim.tell.0.to': a list belongs here"),
        ("2026-01-01: x\n", "1: 'the file': every key is a word"),
        ("recipients:\n  a: [hook]\n  b: [a]\n", "3: 'a' is nobody; write one of mail, hook, or"),
        ("recipients:\n  everyone: [hook]\n", "2: 'everyone' has a meaning already"),
        ("recipients:\n  mail: [hook]\n", "2: 'mail' has a meaning already"),
        ("recipients:\n  a: ['hook:b']\n", "2: 'hook:b' is nobody"),
        ("rules:\n  claim:\n    tell:\n      - sources: ['yunting-kj']\n", "4: no source fits 'yunting-kj'"),
        ("rules:\n  claim: {enabled: no}\n  claim: {enabled: yes}\n", "3: 'claim' stands here a second time"),
    ],
)
def test_each_mistake_has_one_line_with_its_number(text: str, problem: str) -> None:
    with pytest.raises(RulesError) as caught:
        read_rules(text, "a.yaml", CHANNELS, sources=["yunting-kjj"])
    assert caught.value.problems[0].startswith(f"a.yaml:{problem}")
    assert len(caught.value.problems) == (2 if "&a" in text else 1)


def test_one_mailbox_is_one_recipient() -> None:
    assert once(["张主任 <z@x>", "a@x", "z@X", "hook"]) == ("张主任 <z@x>", "a@x", "hook")
    assert listed("mail", "张科长 <mayor@city>", CHANNELS) == "mayor@city"
    assert listed("mail", "stranger@city", CHANNELS) == "stranger@city"


def test_what_is_no_yaml_is_said_with_its_line() -> None:
    with pytest.raises(RulesError) as caught:
        read_rules("rules:\n  lagging: [\n", "a.yaml", CHANNELS)
    assert caught.value.problems[0].startswith("a.yaml:3: not readable as YAML")


@pytest.mark.parametrize(
    ("name", "addresses"),
    [
        ("everyone", [("mail", "office@city"), ("mail", "mayor@city"), ("hook", "hook")]),
        ("both", [("mail", "mayor@city"), ("hook", "hook")]),
        ("mail:other@city", [("mail", "other@city")]),
        ("office@city", [("mail", "office@city")]),
        ("hook", [("hook", "hook")]),
        ("stranger", []),
        ("mail:", []),
        ("mail:no address", []),
        ("hook:another", []),
        ("mail:mayor@CITY", [("mail", "mayor@city")]),
        ("市长 <mayor@city>", [("mail", "mayor@city")]),
    ],
)
def test_who_is_behind_a_name(name: str, addresses: list[tuple[str, str]]) -> None:
    rules = AlertRules(recipients={"both": ("mayor@city", "hook")})
    assert resolve(name, rules, CHANNELS) == addresses


def test_a_finding_goes_to_everybody_that_an_entry_names() -> None:
    tell = [{"bureaus": ["*科学*"], "to": ["office@city"]}, {"regions": ["别市"], "to": ["hook"]}]
    rules = AlertRules.model_validate({"rules": {"lagging": {"tell": tell}}, "escalation": {2: ["mayor@city"]}})
    routes = Routes(rules, CHANNELS)
    assert routes.levels(finding(), 1) == {("mail", "office@city"): 0}
    assert routes.levels(finding(), 3) == {("mail", "office@city"): 0, ("mail", "mayor@city"): 2}
    assert routes.levels(finding(bureau="教育局", region="别市"), 1) == {("hook", "hook"): 0}
