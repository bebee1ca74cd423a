"""alerts.yaml: the default says what the program does, and every mistake is said with its line."""

from __future__ import annotations

import pytest
import yaml

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
