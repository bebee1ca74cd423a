"""Goals named in the lead, answers in the sections: 目标任务为:接待游客900万人次;送戏263场. 一、…接待游客412.6万人次.

Where the opening words of a report, or the section that sets its goals, promise and tell nothing, the whole report is
one story about those promises, but for what its sections promise themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from extraction.numbers import units
from extraction.outline.headings import NEXT_STEPS, PROBLEMS
from extraction.outline.items import Item
from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.whole.goal_sections import are_goals_and_account, stands_under
from extraction.whole.plans_above import told_below
from extraction.words import names

_ENOUGH = 3  # promises that make a lead; fewer are a plan told in passing
_MOST = 600  # numbers; a longer text is no report of one bureau's year


@dataclass(frozen=True, slots=True)
class Lead:
    """Items by index: `[start, stop)` promise, what stands from there to `end` tells of it."""

    start: int
    stop: int
    end: int
    lines: bool = False  # a heading, and the numbered lines below it


def leads(scopes: Sequence[Scope]) -> Iterator[Lead]:
    """A report's opening words, or each section that sets goals, with what it leads; in order, none within another."""
    if (at := _opening(scopes)) is not None:
        yield Lead(at, at + 1, len(scopes))
        return
    index = 0
    while index < len(scopes):
        found = _section(scopes, index) if scopes[index].item.sets_goals else None
        found = found or _with_account(scopes, index) or _with_items(scopes, index)
        if found is not None:
            yield found
        index = found.end if found is not None else index + 1


def _opening(scopes: Sequence[Scope]) -> int | None:
    for index, scope in enumerate(scopes):
        if scope.item.level:
            return None
        if len(scope.promises) >= 2:
            sections = [s for s in scopes[index + 1 :] if s.item.level > 0]
            leads_on = len(scope.promises) >= _ENOUGH or _each_told_once(scope, sections)
            return index if len(sections) > 1 and leads_on and not _tells(scope) else None
    return None


def _each_told_once(scope: Scope, sections: Sequence[Scope]) -> bool:
    """目标为新建公园12个、改造小区30个。一、公园建设。已建成10个。…: of each goal's things one section tells."""

    def tells(section: Scope, goal: Promise) -> bool:
        told = [r for r in section.found if r.voice == "report" and r.quantity.noun == goal.target.noun]
        return bool(told) and any(names.likeness(goal.name, r.name or section.item.title) >= 0.5 for r in told)

    if any(section.promises for section in sections):
        return False
    return all(sum(tells(section, goal) for section in sections) == 1 for goal in scope.promises)


def _section(scopes: Sequence[Scope], start: int) -> Lead | None:
    """The section of goals that begins here, with what stands beside it; a report's own leads all that is behind it."""
    path = scopes[start].item.sets_goals
    stop = _while(scopes, start, lambda item: item.sets_goals == path)
    end = _while(scopes, stop, lambda item: stands_under(item, path[:-1])) if len(path) > 1 else len(scopes)
    leading, told = scopes[start:stop], scopes[stop:end]
    promised = sum(len(s.promises) for s in leading)
    fits = promised >= (2 if len(path) == 1 else 1) and any(s.item.level for s in told)
    return Lead(start, stop, end) if fits and not any(map(_tells, leading)) else None


def _with_account(scopes: Sequence[Scope], start: int) -> Lead | None:
    """(一)目标:改造危桥12座。(二)完成情况:改造9座: an item that only promises, and one whose label tells of it."""
    if start + 1 >= len(scopes) or not scopes[start].promises or _tells(scopes[start]):
        return None
    goals, account = scopes[start].item, scopes[start + 1].item
    if not are_goals_and_account(scopes[start].text, goals, account):
        return None
    behind = scopes[start + 2] if start + 2 < len(scopes) else None
    lags = behind is not None and not behind.promises and _is_on_problems(behind.item, account)
    return Lead(start, start + 1, start + 2 + lags)


def _is_on_problems(item: Item, account: Item) -> bool:
    """(三)存在问题:…仅完成18处: what lags is often told there alone."""
    on_problems = PROBLEMS.search(item.title) is not None and NEXT_STEPS.search(item.title) is None
    return on_problems and item.level == account.level


def _with_items(scopes: Sequence[Scope], start: int) -> Lead | None:
    """三、水利。全年新建灌渠42公里。1.已建成33公里: an item that only promises, and the lines below that tell of it."""
    end = told_below(scopes, start)
    return Lead(start, start + 1, end, lines=True) if end is not None and not _tells(scopes[start]) else None


def _while(scopes: Sequence[Scope], start: int, holds: Callable[[Item], bool]) -> int:
    return next((n for n in range(start, len(scopes)) if not holds(scopes[n].item)), len(scopes))


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
    item = replace(_led(lead.item), sentences=sentences, end=sections[-1].item.end, storied=True, narrated=True)
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


def _led(item: Item) -> Item:
    """The item that a section of goals stands for: what it is a section of, where that is no whole report."""
    if len(item.sets_goals) < 2:
        return item
    return replace(item, number=item.path[len(item.sets_goals) - 2], title=item.sets_goals[-2])


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
