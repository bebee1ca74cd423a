"""alerts.yaml: what raises an alert, who is told of it, and when. Every mistake is said at once, each with its line."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from fnmatch import fnmatchcase
from importlib.resources import files
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from alerting.addresses import Address, Addresses, behind
from alerting.yaml_lines import Lined, Path, read_lined
from warehouse.records import RuleName, Severity

EVERYONE = "everyone"
Pattern = Annotated[str, Field(min_length=1)]
Names = Annotated[tuple[Pattern, ...], Field(min_length=1)]
ANY: tuple[str, ...] = ("*",)


class RulesError(Exception):
    """alerts.yaml is wrong. `problems` holds one line for each mistake, with file and line number."""

    def __init__(self, where: str, problems: Sequence[tuple[int, str]]) -> None:
        self.problems = [f"{where}:{line}: {words}" for line, words in sorted(set(problems))]
        super().__init__("\n".join(self.problems))


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Tell(_Strict):
    """Who is told of which findings; patterns as file names have them (*科技*), one of each list must fit."""

    indicators: Names = ANY
    bureaus: Names = ANY
    regions: Names = ANY
    sources: Names = ANY
    severities: Annotated[tuple[Severity, ...], Field(min_length=1)] = ("slight", "behind", "severe")
    to: Names = (EVERYONE,)


class Rule(_Strict):
    """Whether it is enabled, for how many reports in a row it waits, and who is told."""

    enabled: bool = True
    after_periods: int = Field(default=1, ge=1, le=12)
    tell: Annotated[tuple[Tell, ...], Field(min_length=1)] = (Tell(),)


class Overdue(Rule):
    """`working_days` after a quarter's end a report is due; `of_source` has other numbers for some sources."""

    working_days: int = Field(default=20, ge=1, le=250)
    of_source: dict[str, Annotated[int, Field(ge=1, le=250)]] = {}


class DueSoon(Rule):
    """So many days before a promise's date, and so many working days before a report is due."""

    days: int = Field(default=30, ge=1, le=365)
    working_days: int = Field(default=5, ge=1, le=60)


class Rules(_Strict):
    """One of each; a rule that is not in the file is as it stands here."""

    lagging: Rule = Rule()
    year_missed: Rule = Rule()
    forecast: Rule = Rule(enabled=False)
    regression: Rule = Rule()
    target_lowered: Rule = Rule()
    target_dropped: Rule = Rule()
    claim: Rule = Rule()
    stated_share: Rule = Rule()
    overdue: Overdue = Overdue()
    broken: Rule = Rule()
    due_soon: DueSoon = DueSoon()
    back_on_track: Rule = Rule()


class AlertRules(_Strict):
    """The whole file. `escalation` adds recipients from a level on: first period, second, third quarter, year end."""

    recipients: dict[str, Names] = {}
    rules: Rules = Rules()
    escalation: dict[Literal[1, 2, 3, 4], Names] = {}
    remind_after_days: int | None = Field(default=None, ge=1)

    def on(self) -> tuple[RuleName, ...]:
        """The rules that raise alerts; lagging is always looked at: it dates and ends what the others raise."""
        return tuple(name for name in get_args(RuleName) if self.rule(name).enabled)

    def rule(self, name: str) -> Rule:
        """The rule of this name."""
        found: Rule = getattr(self.rules, name)
        return found

    def days(self) -> dict[tuple[str, str], int]:
        """The numbers of days that the views go by, by name and source."""
        overdue, soon = self.rules.overdue, self.rules.due_soon
        return {
            ("report_days", ""): overdue.working_days,
            ("soon_report_days", ""): soon.working_days,
            ("soon_days", ""): soon.days,
            **{("report_days", source): days for source, days in overdue.of_source.items()},
        }


def default_text() -> str:
    """The commented default: alerting/alerts.yaml."""
    return files("alerting").joinpath("alerts.yaml").read_text("utf-8")


def read_rules(text: str, where: str, channels: Addresses, sources: Collection[str] | None = None) -> AlertRules:
    """The rules of a file's text. Raises RulesError with every mistake; `sources` are the names that there are."""
    lined = read_lined(text)
    problems = list(lined.problems)
    rules = _validated(lined, problems)
    problems += _unknown(lined, channels, sources)
    if problems or rules is None:
        raise RulesError(where, problems)
    return rules


def resolve(name: str, rules: AlertRules, channels: Addresses) -> list[Address]:
    """The addresses behind a name: everyone, a list of the file, a channel, CHANNEL:ADDRESS, or an address."""
    if name == EVERYONE:
        return [(channel, one) for channel, members in channels.items() for one in members]
    if name in rules.recipients:
        return [found for one in rules.recipients[name] for found in behind(one, channels)]
    return behind(name, channels)


def _validated(lined: Lined, problems: list[tuple[int, str]]) -> AlertRules | None:
    if lined.content is None:
        return None
    try:
        return AlertRules.model_validate(lined.content)
    except ValidationError as error:
        details = error.errors()
        problems += [_problem(detail, lined) for detail in details if not _follows(detail, details)]
        return None


def _follows(detail: Any, others: Sequence[Any]) -> bool:
    """Whether a list only counts as too short because what is in it is wrong, which is said."""
    loc = detail["loc"]
    return detail["type"] == "too_short" and any(o["loc"][: len(loc)] == loc and o is not detail for o in others)


def _problem(detail: Any, lined: Lined) -> tuple[int, str]:
    path: Path = tuple(detail["loc"])
    key = ".".join(str(part) for part in path) or "the file"
    if detail["type"] == "extra_forbidden":
        known = list(Rules.model_fields) if path[:1] == ("rules",) and len(path) == 2 else _KEYS
        near = get_close_matches(str(path[-1]), known, 1)
        return lined.line(path), f"unknown key '{key}'" + (f"; did you mean '{near[0]}'?" if near else "")
    if detail["msg"] == "Keys should be strings":
        return lined.line(path[:-1]), _no_key(path, _at(lined.content, *path[:-1]))
    return lined.line(path), f"'{key.removesuffix('.[key]')}': {_WORDS.get(detail['type']) or detail['msg']}"


def _no_key(path: Path, content: dict[Any, Any]) -> str:
    """YAML reads on, off, yes and no as true and false, and dates and numbers as what they are."""
    where = ".".join(map(str, path[:-1])) or "the file"
    if any(isinstance(name, bool) for name in content):
        return f"'{where}': 'on' is no key; write 'enabled'"
    return f"'{where}': every key is a word; put quotation marks around another"


_WORDS = {
    "tuple_type": "a list belongs here, such as [office]",
    "dict_type": "keys with their values belong here",
    "model_type": "keys with their values belong here, each on a line of its own",
    "model_attributes_type": "keys with their values belong here, each on a line of its own",
}


_KEYS = [name for model in (AlertRules, Tell, Overdue, DueSoon) for name in model.model_fields]


def _unknown(lined: Lined, channels: Addresses, sources: Collection[str] | None) -> Iterator[tuple[int, str]]:
    """Names that nobody and nothing has; the file need not be right otherwise."""
    groups = _at(lined.content, "recipients")
    for path, name in _named(lined.content):
        # a list names people, and no other list
        more = [] if path[0] == "recipients" else [EVERYONE, *map(str, groups)]
        if name not in more and not behind(name, channels):
            known = ", ".join([*more, *channels])
            yield lined.line(path), f"'{name}' is nobody; write one of {known}, or CHANNEL:ADDRESS"
    for group in groups:
        if group == EVERYONE or group in channels:
            yield lined.line(("recipients", group)), f"'{group}' has a meaning already; call this list otherwise"
    yield from _strangers(lined, sources) if sources is not None else ()


def _strangers(lined: Lined, sources: Collection[str]) -> Iterator[tuple[int, str]]:
    """Sources that are not there, and patterns that fit none."""
    for source in _at(lined.content, "rules", "overdue", "of_source"):
        if source not in sources:
            yield lined.line(("rules", "overdue", "of_source", source)), f"no source is named '{source}'"
    for path, pattern in _listed(lined.content, "sources"):
        if not any(fnmatchcase(source, pattern) for source in sources):
            yield lined.line(path), f"no source fits '{pattern}'"


def _named(content: Any) -> Iterator[tuple[Path, str]]:
    """Every name of a recipient, and where it stands."""
    for group, members in _at(content, "recipients").items():
        yield from _strings(members, ("recipients", group))
    yield from _listed(content, "to")
    for level, members in _at(content, "escalation").items():
        yield from _strings(members, ("escalation", level))


def _listed(content: Any, key: str) -> Iterator[tuple[Path, str]]:
    """Every word of this list in the entries of every rule, and where it stands."""
    for rule in _at(content, "rules"):
        tells = _at(content, "rules", rule).get("tell")
        for number, tell in enumerate(tells if isinstance(tells, list) else ()):
            yield from _strings(_at(tell).get(key), ("rules", rule, "tell", number, key))


def _at(content: Any, *path: str | int) -> dict[Any, Any]:
    """The mapping at a place of a file that may hold anything; empty where there is none."""
    for key in path:
        content = content.get(key) if isinstance(content, dict) else None
    return content if isinstance(content, dict) else {}


def _strings(members: Any, path: Path) -> Iterator[tuple[Path, str]]:
    for number, name in enumerate(members if isinstance(members, list) else ()):
        if isinstance(name, str):
            yield (*path, number), name
