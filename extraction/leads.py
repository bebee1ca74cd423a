"""Goals named in the lead, answers in the sections: 目标任务为:接待游客900万人次;送戏263场. 一、…接待游客412.6万人次.

Where the opening words of a report, or the section that sets its goals, promise and tell nothing, the whole report is
one story about those promises, but for what its sections promise themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from extraction import names, units
from extraction.goal_sections import section_of
from extraction.links import Scope
from extraction.readings import Reading
from extraction.targets import Promise

_ENOUGH = 3  # promises that make a lead; fewer are a plan told in passing
_MOST = 600  # numbers; a longer text is no report of one bureau's year


def leads_of(scopes: Sequence[Scope]) -> range | None:
    """Which of a report's items lead it, by index: its opening words, or the section that sets the goals."""
    for index, scope in enumerate(scopes):
        if scope.item.level and _is_labelled(scope):
            section = section_of(scope.item)
            end = next((n for n in range(index, len(scopes)) if section_of(scopes[n].item) != section), len(scopes))
            return _if_lead(scopes, range(index, end))
        if scope.item.level and scope.promises:
            return None
        if not scope.item.level and len(scope.promises) >= _ENOUGH:
            return _if_lead(scopes, range(index, index + 1))
    return None


def _is_labelled(scope: Scope) -> bool:
    return all(sentence.labelled for sentence in scope.item.sentences)


def _if_lead(scopes: Sequence[Scope], lead: range) -> range | None:
    leading = scopes[lead.start : lead.stop]
    sections = sum(s.item.level > 0 for s in scopes[lead.stop :])
    promised = sum(len(s.promises) for s in leading)
    return lead if promised >= _ENOUGH and sections > 1 and not any(map(_tells, leading)) else None


def _tells(scope: Scope) -> bool:
    told = [r for r in scope.found if r.voice in ("report", "claim") and not r.bracket]
    return any(
        r.voice == "claim" or any(names.likeness(p.name, r.name) >= 0.5 for p in scope.promises if r.name) for r in told
    )


def joined(leading: Sequence[Scope], sections: Sequence[Scope]) -> list[Scope]:
    """The report as one scope in which the lead is the heading, then what its sections promise by themselves.

    Empty where the report is too long for a story.
    """
    if sum(len(s.found) for s in sections) > _MOST:
        return []
    lead = _one(leading)
    sentences, found, promises, kept = list(lead.item.sentences), list(lead.found), list(lead.promises), []
    for section in sections:
        raised = [p for p in section.promises if _raises(p, lead.promises)]
        held = _held([p.reading for p in section.promises if p not in raised and not _repeats(p, lead.promises)])
        if any(held(r.sentence) for r in section.found):
            kept.append(_only(section, [r for r in section.found if held(r.sentence)]))
        told = [r for r in section.found if not held(r.sentence)]
        for index, reading in enumerate(told):
            if index + 1 < len(told) and _stands_again(reading, told[index + 1], lead.promises):
                reading.voice = "context"
            reading.sentence += len(sentences)
            found.append(reading)
        promises += raised
        sentences += section.item.sentences
    for promise in promises:
        promise.reading.heading = True
    item = replace(lead.item, sentences=sentences, end=sections[-1].item.end, storied=True, narrated=True)
    return [Scope(lead.text, item, found, promises, lead.cutoff_month), *kept]


def _one(leading: Sequence[Scope]) -> Scope:
    """The items of a section that sets the goals, as one."""
    first, *more = leading
    sentences, found, promises = list(first.item.sentences), list(first.found), list(first.promises)
    for scope in more:
        for reading in scope.found:
            reading.sentence += len(sentences)
        sentences += scope.item.sentences
        found += scope.found
        promises += scope.promises
    return Scope(first.text, replace(first.item, sentences=sentences), found, promises, first.cutoff_month)


def _alike(a: Promise, b: Promise) -> bool:
    same = a.measure == b.measure and units.fits(a.target.noun, b.target.noun)
    return same and (names.likeness(a.name, b.name) >= 0.8 or bool(names.BARE_VERB.fullmatch(a.reading.own or "x")))


def _repeats(promise: Promise, goals: Sequence[Promise]) -> bool:
    """全年净增40家任务艰巨: the lead's goal, told again."""
    return any(_alike(promise, g) and promise.reading.base == g.reading.base for g in goals)


def _stands_again(reading: Reading, following: Reading, goals: Sequence[Promise]) -> bool:
    """列入计划的12家市场改造项目,已完成改造8家: the lead's goal, and what has come of it right behind."""
    alike = (reading.sentence, reading.quantity.noun) == (following.sentence, following.quantity.noun)
    less = alike and reading.voice == following.voice == "report" and following.base <= reading.base
    return less and any(
        g.measure == reading.measure and g.reading.base == reading.base and names.likeness(g.name, reading.own) >= 0.5
        for g in goals
    )


def _raises(promise: Promise, goals: Sequence[Promise]) -> bool:
    """力争48亿元, where the lead said 45: a second goal for the same thing."""
    return promise.tier == "stretch" and any(_alike(promise, g) and g.tier == "firm" for g in goals)


def _held(places: Sequence[Reading]) -> Callable[[int], bool]:
    """Which sentences a section keeps: those with a plan in brackets, and all from its first other plan on."""
    own = [r for r in places if not r.outlook]
    inline = {r.sentence for r in own if r.bracket}
    first = min((r.sentence for r in own if not r.bracket), default=None)
    return lambda sentence: sentence in inline or (first is not None and sentence >= first)


def _only(section: Scope, found: list[Reading]) -> Scope:
    own = {id(r) for r in found}
    promises = [p for p in section.promises if id(p.reading) in own]
    return Scope(section.text, section.item, found, promises, section.cutoff_month)
