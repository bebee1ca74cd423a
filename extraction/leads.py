"""Goals named in the lead, answers in the sections: 目标任务为:接待游客900万人次;送戏263场. 一、…接待游客412.6万人次.

Where the opening words of a report promise and tell nothing, and no section promises anything of its own, the whole
report is one story about those promises.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extraction import names
from extraction.links import Scope

_ENOUGH = 3  # promises that make a lead; fewer are a plan told in passing
_MOST = 600  # numbers; a longer text is no report of one bureau's year


def lead_of(scopes: Sequence[Scope]) -> int | None:
    """The index of the lead among a report's items, None where there is none."""
    for index, scope in enumerate(scopes):
        if scope.item.level:
            return None
        if len(scope.promises) >= _ENOUGH:
            sections = sum(s.item.level > 0 for s in scopes[index + 1 :])
            return index if sections > 1 and not _tells(scope) else None
    return None


def _tells(scope: Scope) -> bool:
    told = [r for r in scope.found if r.voice in ("report", "claim") and not r.bracket]
    return any(
        r.voice == "claim" or any(names.likeness(p.name, r.name) >= 0.5 for p in scope.promises if r.name) for r in told
    )


def joined(lead: Scope, sections: Sequence[Scope]) -> Scope | None:
    """The report as one scope in which the lead is the heading; None where a section has promises of its own."""
    if sum(len(s.found) for s in sections) > _MOST:
        return None
    if any(p for s in sections for p in s.promises if not p.reading.outlook):
        return None
    sentences, found = list(lead.item.sentences), list(lead.found)
    for section in sections:
        for reading in section.found:
            reading.sentence += len(sentences)
            found.append(reading)
        sentences += section.item.sentences
    for promise in lead.promises:
        promise.reading.heading = True
    item = replace(lead.item, sentences=sentences, end=sections[-1].item.end, storied=True, narrated=True)
    return Scope(lead.text, item, found, lead.promises, lead.cutoff_month)
