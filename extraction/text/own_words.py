"""Tasks in the words of the text itself: they were read from a folded text of the same length."""

from __future__ import annotations

from dataclasses import replace

from extraction.records import Claim, Indicator, Task
from extraction.text.veiling import is_veiled, unveiled
from extraction.words import names

_NEAR = 500  # characters; a task may be a whole report, and a name stands beside its figure


def in_its_own_words(raw: str, text: str, task: Task) -> Task:
    """The task in the words of the text itself: it was read from a folded text of the same length."""

    def own(words: str, near: int) -> str:
        at = text.find(words, max(task.start, near - _NEAR), min(task.end, near + _NEAR))
        return _with_its_quotes(raw, at, at + len(words)) if at >= 0 else unveiled(words)

    def said(indicator: Indicator) -> Indicator:
        starts = (figure.start for figure in (indicator.target, indicator.actual) if figure)
        near = next((start for start in starts if start is not None), task.start)
        name, claims = own(indicator.name, near), tuple(_claimed(raw, c) for c in indicator.claims)
        indicator = _shown(indicator)
        same = name == indicator.name and claims == indicator.claims
        indicator = indicator if same else replace(indicator, name=name, claims=claims)
        target, actual = indicator.target, indicator.actual
        if target is not None and "(" in target.unit:  # 15万套（间）, of which 8.2万套 are built
            plain = actual is not None and "(" not in actual.unit
            target = replace(target, unit=target.unit.partition("(")[0] if plain else own(target.unit, near))
        if actual is not None and "(" in actual.unit:
            actual = replace(actual, unit=own(actual.unit, near))
        as_said = target is indicator.target and actual is indicator.actual
        return indicator if as_said else replace(indicator, target=target, actual=actual)

    title, indicators = own(task.title, task.start), tuple(map(said, task.indicators))
    departments = tuple(map(unveiled, task.departments))
    same = title == task.title and indicators == task.indicators and departments == task.departments
    return task if same else replace(task, title=title, indicators=indicators, departments=departments)


def _shown(indicator: Indicator) -> Indicator:
    """What other reports and the register are held against, and what a person reads, as it was before it was veiled."""
    veiled = is_veiled(indicator.folded)
    folded = names.folded(unveiled(indicator.name)) if veiled else indicator.folded
    reason, refusal = unveiled(indicator.reason), unveiled(indicator.refusal) if indicator.refusal else None
    owner = unveiled(indicator.owner) if indicator.owner else indicator.owner
    said = (indicator.folded, indicator.reason, indicator.refusal, indicator.owner)
    if (folded, reason, refusal, owner) == said:
        return indicator
    return replace(indicator, folded=folded, reason=reason, refusal=refusal, owner=owner)


def _with_its_quotes(raw: str, start: int, end: int) -> str:
    """“三公”经费 and 建成“妇女微家”: a quote that the words share with their name, which was read without its ends."""
    opened, closed = raw.count("“", start, end), raw.count("”", start, end)
    start -= closed > opened and raw[start - 1 : start] == "“"
    end += opened > closed and raw[end : end + 1] == "”"
    return raw[start:end]


def _claimed(raw: str, claim: Claim) -> Claim:
    words = raw[claim.start : claim.end]
    return claim if words == claim.text else replace(claim, text=words)
