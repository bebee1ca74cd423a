"""What holds and is not told now: by a silence that somebody asked for, or because something else explains it.

| what mutes | what is muted |
|---|---|
| broken | overdue, and a report that is due soon, of the same source: it cannot be seen whether it reported |
| overdue | what newly comes of reports older than the one awaited, of the same source, after its first load |
| year_missed | lagging and forecast of the same indicator and year: it is the same lag, at its end |
| lagging | forecast and due soon of the same indicator and year |

What is muted stays in the warehouse, is listed in the digest, and is told when the mute ends, if it still holds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import get_args

from alerting.calendar import position
from alerting.history import ABOUT_SOURCES, when
from alerting.routes import fits
from warehouse.records import Finding, RuleName, Severity, Silence

FIELDS = ("rule", "source", "bureau", "region", "indicator", "department", "severity", "year", "alert")
BY_INDICATOR: dict[RuleName, frozenset[RuleName]] = {
    "year_missed": frozenset({"lagging", "forecast"}),
    "lagging": frozenset({"forecast", "due_soon"}),
}


KNOWN: dict[str, tuple[str, ...]] = {"rule": get_args(RuleName), "severity": get_args(Severity)}


def senseless(matcher: Mapping[str, str], sources: Collection[str]) -> str | None:
    """Why nothing could ever fit the matcher; None where something may."""
    unknown = sorted(set(matcher) - set(FIELDS))
    if unknown or not matcher:
        return f"a matcher is FIELD=PATTERN, and the fields are {', '.join(FIELDS)}"
    for field, words in (KNOWN | {"source": tuple(sources)}).items():
        pattern = matcher.get(field, "*")
        if pattern and not any(fits(word, (pattern,)) for word in words):
            return f"no {field} fits {pattern!r}; there are {', '.join(words)}"
    return None


def inhibited(holding: Mapping[str, Finding]) -> dict[str, RuleName]:
    """Of the findings that hold, by their alert: which are muted by another, and by which rule."""
    by_source, by_subject = _index(holding.values())
    return {key: by for key, finding in holding.items() if (by := _inhibitor(finding, by_source, by_subject))}


def silenced(alert_id: str, finding: Finding, silences: Iterable[Silence]) -> Silence | None:
    """The first silence that names the finding; they are given as those that hold today."""
    return next((one for one in silences if matches(one, alert_id, finding)), None)


def matches(silence: Silence, alert_id: str, finding: Finding) -> bool:
    """Whether every pair of the matcher fits; a matcher of nothing fits nothing."""
    values = {
        "rule": finding.rule,
        "source": finding.source_id,
        "bureau": finding.bureau,
        "region": finding.region,
        "indicator": finding.name,
        "department": finding.department,
        "severity": finding.severity or "",
        "year": str(finding.year),
        "alert": alert_id,
    }
    return bool(silence.matcher) and all(fits(values.get(name, ""), (pattern,)) for name, pattern in silence.matcher)


_BySource = dict[tuple[RuleName, str], tuple[int, int]]
_BySubject = dict[tuple[str, int], set[RuleName]]


def _index(holding: Iterable[Finding]) -> tuple[_BySource, _BySubject]:
    by_source: _BySource = {}
    by_subject: _BySubject = {}
    for finding in holding:
        if finding.rule in ABOUT_SOURCES:
            key = finding.rule, finding.source_id
            by_source[key] = max(by_source.get(key, (0, 0)), when(finding))
        else:
            by_subject.setdefault((finding.subject, finding.year), set()).add(finding.rule)
    return by_source, by_subject


def _inhibitor(finding: Finding, by_source: _BySource, by_subject: _BySubject) -> RuleName | None:
    is_report = finding.subject == finding.source_id
    if finding.rule == "overdue" or (finding.rule == "due_soon" and is_report):
        return "broken" if ("broken", finding.source_id) in by_source else None
    if is_report:
        return None
    awaited = by_source.get(("overdue", finding.source_id))
    if awaited and position(finding.year, finding.period) < awaited and not finding.is_baseline:
        return "overdue"
    there: Sequence[RuleName] = sorted(by_subject.get((finding.subject, finding.year), ()))
    return next((by for by in there if finding.rule in BY_INDICATOR.get(by, ())), None)
