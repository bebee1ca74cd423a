"""Which promise a stated share is of that stands by no figure: the one before it, called so, or of its district."""

from __future__ import annotations

from itertools import islice

from extraction.promises.links import Link, Scope, Share
from extraction.sentences.readings import index_of
from extraction.sought import sought
from extraction.words import names


def _called_so(open_links: list[Link], share: Share) -> Link | None:
    """棚改新开工、基本建成分别完成任务的91.3%、58.7%: the only earlier promise of that name, in whatever sentence."""
    own = share.reading.own
    if len(names.folded(own)) < 2:
        return None
    alike = [
        e
        for e in open_links
        if e.promise is not None
        and e.promise.reading.start < share.reading.start
        and names.likeness(e.promise.name, own) >= 0.7
        and names.conflict(e.promise.name, own) is None
    ]
    return alike[0] if len(alike) == 1 else None


def _of_its_owner(open_links: list[Link], share: Share) -> Link | None:
    """甲市、乙市分别完成任务的79.1%、58.2%。其中乙市任务5200套: the only open promise of the share's district."""
    owner = share.reading.owner
    own = [e for e in open_links if e.promise is not None and owner is not None and e.promise.reading.owner == owner]
    return own[0] if len(own) == 1 else None


_BACK = 8  # numbers, the plan among them, of which no other may be a promise of the plan's sentence


def _right_before(scope: Scope, open_links: list[Link], share: Share) -> Link | None:
    """全年计划改造小区86个。目前完成60%: the plan that the sentence before it is of, where no number stands between."""
    r = share.reading
    if r.bracket or r.part or (r.own and not names.is_bare(r.own)):
        return None
    before = range(index_of(scope.found, r.start) - 1, -1, -1)
    told = list(islice((scope.found[at] for at in before if not scope.found[at].bracket), _BACK))  # the nearest first
    plan = told[0] if told else None
    if plan is None or plan.part or r.sentence - plan.sentence > 1:
        return None
    alone = not any(b.voice == "promise" and b.sentence == plan.sentence for b in told[1:])
    return next((e for e in open_links if e.promise is not None and e.promise.reading is plan), None) if alone else None


def promise_of_share(scope: Scope, links: list[Link], share: Share) -> Link | None:
    """在施工(90%): the share of the promise just before it, or of the task's only promise."""
    open_links = [
        e
        for e in links
        if e.promise is not None and e.actual is None and not e.shares and e.promise.measure == "amount"
    ]
    if share.reading.owner is not None:  # 依次是古岭县(104.9%): a place's share is none of the whole's plan
        open_links = [e for e in open_links if e.promise and e.promise.reading.owner == share.reading.owner]
    same = [
        e
        for e in open_links
        if e.promise is not None
        and e.promise.reading.sentence == share.reading.sentence
        and e.promise.reading.start < share.reading.start
    ]
    for entry in reversed(same):
        assert entry.promise is not None
        between = scope.text[entry.promise.reading.quantity.end : share.reading.start]
        if not sought(r"[;。]").search(between) and (
            not share.reading.own
            or names.likeness(entry.promise.name, share.reading.name) >= 0.5
            or share.reading.bracket
        ):
            return entry
    if named := _called_so(open_links, share) or _of_its_owner(open_links, share):
        return named
    if (told_of := _right_before(scope, open_links, share)) is not None:
        return told_of
    earlier = [e for e in open_links if e.promise is not None and e.promise.reading.start < share.reading.start]
    heading = [e for e in earlier if e.promise is not None and e.promise.reading.heading]
    if len(heading) == 1 and heading[0].promise is not None:
        promise = heading[0].promise
        if not share.reading.own or names.likeness(promise.name, share.reading.name) >= 0.5:
            return heading[0]
    return None
