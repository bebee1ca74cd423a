"""A run of figures behind 分别 or 依次: as many as the promises before it are their answers, one by one.

规上工业增加值增长8%、工业投资增长12%、技改投资增长20%。实绩分别为8.7%、10.4%、31.2%
红星区5.2万亩、城关区8.6万亩、北山县3万亩;至8月末分别建成4.1万亩、4.2万亩、3.05万亩
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.answers.beyond_the_plan import begun_counts
from extraction.promises import stages
from extraction.promises.links import Link, Scope
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_JOINED = sought(r"\s?[、和及与]\s?")
_EACH = sought(r"(?:分别|依次|各自|逐一)[^,;。\d]{0,12}$")
_FARTHEST = 300  # characters between the first promise and its answer
_PROMISES = sought(r"目标|任务|计划|确保|力争|预期|要求|下达")


def answer_runs(scope: Scope, links: list[Link]) -> None:
    """Answer such promises, in place; figures of the run that rules took for promises leave `links`."""
    for run in _runs(scope):
        starts = {r.start for r in run}
        held = [e for e in links if (e.promise is not None and e.promise.reading.start in starts) or e.actual in run]
        own = [e for e in held if e.promise is not None and e.promise.reading.start in starts]
        if any(e.shares or e.total is not None for e in held) or any(e.actual is not None for e in own):
            continue
        asked = _asked(links, run, own)
        if asked is None:
            continue
        pairs = list(zip(asked, _by_name(asked, run) or run, strict=True))
        if any(_is_too_early(scope, entry, r) for entry, r in pairs):
            continue
        for other in held:
            if other in own:
                links.remove(other)
            else:
                other.actual = None
        gone = {id(e.promise) for e in own}
        scope.promises[:] = [p for p in scope.promises if id(p) not in gone]
        for entry, r in pairs:
            entry.actual, entry.refusal, entry.refused = r, None, None
            entry.reason = "as many figures as promises, one by one in their order"
        links[:] = [e for e in links if not _is_answer_again(e, starts)]


def _is_answer_again(entry: Link, starts: set[int]) -> bool:
    """工业投资增长9%,…;分别完成6.4%、12家: a growth that answers is no share of a plan besides."""
    alone = entry.promise is None and entry.actual is None and bool(entry.shares)
    return alone and all(share.of is None and share.reading.start in starts for share in entry.shares)


def _runs(scope: Scope) -> Iterator[list[Reading]]:
    """The runs of figures that are told of several things each."""
    run: list[Reading] = []
    for r in scope.found:
        if run and _JOINED.fullmatch(scope.text, run[-1].quantity.end, r.start):
            run.append(r)
            continue
        if len(run) > 1 and _tells(run[0]):
            yield run
        run = [r]
    if len(run) > 1 and _tells(run[0]):
        yield run


def _tells(first: Reading) -> bool:
    each = _EACH.search(first.clause_lead)
    return (
        each is not None
        and not (first.bracket or (first.voice == "base" and first.settled))
        and _PROMISES.search(first.clause_lead) is None
    )


def _asked(links: Sequence[Link], run: Sequence[Reading], own: Sequence[Link]) -> list[Link] | None:
    """The promises that stand before the run, if there are as many and each is measured like its answer."""
    first = run[0]
    near = [
        e
        for e in links
        if e.promise is not None and e not in own and 0 < first.start - e.promise.reading.start <= _FARTHEST
    ]
    near.sort(key=_place)
    asked = [e for e in near if not e.shares and (e.actual is None or e.actual in run)]
    if len(asked) > len(run):
        last = _sentence(asked[-1])
        asked = [e for e in asked if _sentence(e) == last]
    if len(asked) != len(run) or near[near.index(asked[0]) :] != asked:
        return None
    return asked if all(_alike(e, r) for e, r in zip(asked, run, strict=True)) else None


def _is_too_early(scope: Scope, entry: Link, r: Reading) -> bool:
    """创建文明村2个、文明镇6个,目前分别申报3个、8个: what is asked for is not granted."""
    assert entry.promise is not None
    return stages.clash(entry.promise, r) is not None and not begun_counts(scope, entry.promise, r)


_ALIKE = 0.8


def _by_name(asked: Sequence[Link], run: Sequence[Reading]) -> list[Reading]:
    """出口额、进口额 told of 进口额、出口额: the figures in the promises' order, where names say so; else none."""
    ordered: list[Reading] = []
    for entry in asked:
        assert entry.promise is not None
        named = [r for r in run if r.own and names.likeness(entry.promise.name, r.own) >= _ALIKE]
        if len(named) != 1 or named[0] in ordered:
            return []
        ordered += named
    return ordered


def _place(entry: Link) -> int:
    assert entry.promise is not None
    return entry.promise.reading.start


def _sentence(entry: Link) -> int:
    assert entry.promise is not None
    return entry.promise.reading.sentence


def _alike(entry: Link, r: Reading) -> bool:
    assert entry.promise is not None
    place = entry.promise.reading
    return place.quantity.noun == r.quantity.noun and (place.owner is None or r.owner in (None, place.owner))
