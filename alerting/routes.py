"""To whom a finding goes by the rules, and from which level of escalation on. Ten thousand findings take no second."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from fnmatch import fnmatchcase
from functools import lru_cache

from alerting.addresses import Address, Addresses, listed
from alerting.rules import AlertRules, Tell, resolve
from warehouse.records import Finding


class Routes:
    """The rules with every name resolved to addresses."""

    def __init__(self, rules: AlertRules, channels: Addresses) -> None:
        self._rules, self._channels = rules, channels
        self._levels = {level: self._addresses(names) for level, names in rules.escalation.items()}
        self._near: dict[tuple[str, ...], list[tuple[Tell, frozenset[Address]]]] = {}
        self._listed: dict[Address, str] = {}
        named = [name for rule in rules.on() for tell in rules.rule(rule).tell for name in tell.to]
        self._served = self._addresses([*channels, *rules.recipients, *named]).union(*self._levels.values())

    def levels(self, finding: Finding, level: int, rule: str | None = None) -> dict[Address, int]:
        """Every recipient with the highest level reached that they are listed for; 0: by the rule alone."""
        found = dict.fromkeys(self.recipients(finding, rule), 0)
        for reached, addresses in sorted(self._levels.items()):
            if reached <= level:
                found |= dict.fromkeys(addresses, reached)
        return found

    def listed(self, channel: str, recipient: str) -> str:
        """The recipient as the channel lists it now."""
        if (channel, recipient) not in self._listed:
            self._listed[channel, recipient] = listed(channel, recipient, self._channels)
        return self._listed[channel, recipient]

    def serves(self, address: Address) -> bool:
        """Whether anybody of the settings is meant: who has left is told of no end."""
        return address in self._served

    def recipients(self, finding: Finding, rule: str | None = None) -> frozenset[Address]:
        """Those whom an entry of the rule names for this finding; of the finding's own rule, or of another."""
        near = self._entries(rule or finding.rule, finding)
        fitting = [
            addresses
            for tell, addresses in near
            if (finding.severity is None or finding.severity in tell.severities) and fits(finding.name, tell.indicators)
        ]
        return fitting[0] if len(fitting) == 1 else frozenset[Address]().union(*fitting)

    def _entries(self, rule: str, finding: Finding) -> list[tuple[Tell, frozenset[Address]]]:
        """The entries that fit the finding's bureau, looked for once."""
        key = (rule, finding.bureau, finding.region, finding.source_id)
        if key not in self._near:
            self._near[key] = [
                (tell, self._addresses(tell.to))
                for tell in self._rules.rule(rule).tell
                if fits(finding.bureau, tell.bureaus)
                and fits(finding.region, tell.regions)
                and fits(finding.source_id, tell.sources)
            ]
        return self._near[key]

    def _addresses(self, names: Iterable[str]) -> frozenset[Address]:
        return frozenset(found for name in names for found in resolve(name, self._rules, self._channels))


def fits(text: str, patterns: Collection[str]) -> bool:
    """Whether one of the patterns fits the whole text."""
    return any(pattern == "*" or _fits(text, pattern) for pattern in patterns)


@lru_cache(maxsize=100_000)
def _fits(text: str, pattern: str) -> bool:
    return fnmatchcase(text, pattern)
