"""Two stages told of one plan, each with its share: 任务120户,开工118户,开工率98%;竣工60户,占任务数的50%.

The arithmetic says whose plan the second figure is of. It is an indicator of its own, named by its stage; where one
stage is told so of the whole, the figures of that stage are read under the plans of its owners as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extraction.numbers import units
from extraction.pairing.share_arithmetic import explains
from extraction.promises.begun_counted import counts_begun
from extraction.promises.links import Link, Scope, Share
from extraction.promises.targets import Promise
from extraction.sentences import refusals
from extraction.sentences.readings import Reading
from extraction.sought import sought

_STAGE = r"主体(?:封顶|完工|竣工)|基本建成|新?开工|动工|竣工|完工|建成|入住|分配|交付|验收|投用|封顶|腾空|拆除|签约"
_COUNTED_AT = sought(
    rf"(?P<stage>{_STAGE})(?:入住)?(?:户?数|数量)?(?:达到?|为|了|约|共)?\s?(?:\d[\d.]*万?[户套个项处人],?)?$"
)
_RATE = sought(  # ,开工率达98%; (占任务数的50%
    rf"[,、;(]?\s?(?:(?P<stage>{_STAGE})率(?:仅|只有|为|达到?)*"
    r"|完成率(?:仅|只有|为|达到?)*"
    r"|(?:完成率?|占|达到?|为)?(?:年度|全年|今年|本年|下达|总)?(?:目标|计划|任务)(?:任务|计划)?(?:总?数|量)?的)\s?"
)
_NEAR = 18  # characters before a figure in which its stage stands; 动工2.41万户9.03万人 counts in two units
_BACK, _AHEAD = 3, 2  # sentences before and behind a figure in which its plan stands
_PAST_PLAN = "the share that the source states is this stage's of the same plan"


def tell_second_stages(scope: Scope, links: list[Link]) -> None:
    """Make the second stage of an answered plan an indicator of its own, in place; the shares say whose it is."""
    if not any(entry.promise is not None and entry.promise.measure == "amount" for entry in links):
        return
    stages: set[str] = set()
    by_actual = {id(entry.actual): entry for entry in links if entry.actual is not None}
    for figure, rate, stage in _told(scope):
        entry = by_actual.get(id(figure))
        if entry is not None and entry.promise is not None:
            continue
        plan = _plan(scope, links, figure, rate)
        if plan is None or plan.promise is None:
            continue
        if plan.actual is None:
            early = bool(plan.promise.reading.own) and _is_of_stage(plan) and not counts_begun(plan.promise, stage)
            if entry is None and not early and not _BEFORE_WORK.search(stage) and _is_open(plan, figure):
                _take(plan, figure)
                _take_of_parts(links, plan, stage)
            continue
        first = _stage(scope, plan.actual)
        if first in (None, stage):
            continue
        second = _of_stage(plan.promise, stage)
        if second.name == plan.promise.name and first is not None and not plan.promise.reading.own:
            plan.promise.name = _of_stage(plan.promise, first).name  # it had the name of what was told before it
        stages.add(stage)
        if entry is not None:
            entry.promise, entry.reason = second, _PAST_PLAN
        else:
            links.append(
                Link(second, figure, [Share(rate, figure)] if rate.voice == "claim" else [], reason=_PAST_PLAN)
            )
            by_actual[id(figure)] = links[-1]
    if stages:
        links += _of_owners(scope, links, stages, by_actual)


def _is_of_stage(link: Link) -> bool:
    return link.actual is None and (link.refusal or "").startswith(refusals.STAGE)


_BEFORE_WORK = sought(r"签约|腾空|拆除")


def _is_open(link: Link, figure: Reading) -> bool:
    """Whether nothing else is told of the plan: it was refused for its stage, or only its share says it answers."""
    return _is_of_stage(link) if link.refused is figure else not link.shares


def _take(link: Link, figure: Reading) -> None:
    link.actual, link.refusal, link.refused, link.reason = figure, None, None, _PAST_PLAN


def _take_of_parts(links: Sequence[Link], whole: Link, stage: str) -> None:
    """青田计划74个,已开工70个, where the plan of them all was held against what was begun; in place."""
    assert whole.promise is not None
    for link in links:
        if link.promise is None or link.refused is None or not _is_of_stage(link):
            continue
        place, plan = link.promise.reading, whole.promise.reading
        near = 0 <= place.sentence - plan.sentence <= _BACK and place.quantity.noun == plan.quantity.noun
        if near and place.base < plan.base and stage in link.refused.clause_lead:
            _take(link, link.refused)


def _told(scope: Scope) -> Iterator[tuple[Reading, Reading, str]]:
    """Each counted figure with its own share right behind it, and the stage at which it was counted."""
    called = {(r.sentence, said["stage"][-2:]): r for r in scope.found if (said := _called(r)) is not None}
    if called:  # a rate that has a goal of its own answers that
        goals = "".join(r.name for r in scope.found if r.voice == "promise" and r.quantity.noun == "%")
        called = {key: r for key, r in called.items() if f"{key[1]}率" not in goals}
    for figure, rate in pairwise(scope.found):
        if figure.measure != "amount" or figure.bracket or not (called or rate.quantity.noun == "%"):
            continue
        if (stage := _stage(scope, figure)) is None:
            continue
        said = _RATE.fullmatch(scope.text, figure.quantity.end, rate.start) if rate.quantity.noun == "%" else None
        if said is not None and (said["stage"] is None or said["stage"][-2:] == stage[-2:]):
            yield figure, rate, stage
        elif (apart := _rate_of(called, figure, stage)) is not None and apart.start > figure.start:
            yield figure, apart, stage


_ENDED = ("入住", "完工", "建成", "交付")


def _rate_of(called: dict[tuple[int, str], Reading], figure: Reading, stage: str) -> Reading | None:
    """完成并入住720户,竣工率97.2%: what is lived in was finished, where no rate has its own name."""
    own = called.get((figure.sentence, stage[-2:]))
    return called.get((figure.sentence, "竣工")) if own is None and stage[-2:] in _ENDED else own


def _called(rate: Reading) -> re.Match[str] | None:
    """开工8984户,其中竣工5054户,开工率为83.95%: a rate that has the name of its stage stands anywhere behind it."""
    if rate.quantity.noun != "%" or rate.bracket or rate.owner is not None or rate.voice not in ("report", "claim"):
        return None
    return _RATE_OF.search(rate.own or rate.lead)


_RATE_OF = sought(rf"(?P<stage>{_STAGE})率(?:仅|只有|为|达到?|是)*\s?$")


def _stage(scope: Scope, figure: Reading) -> str | None:
    said = _COUNTED_AT.search(scope.text, max(0, figure.start - _NEAR), figure.start)
    return said["stage"] if said else None


def _plan(scope: Scope, links: Sequence[Link], figure: Reading, rate: Reading) -> Link | None:
    """The nearest plan that the figure's share makes its own; None where two would fit."""
    fitting = [
        entry
        for entry in links
        if entry.promise is not None
        and entry.promise.kind == "cumulative"
        and -_AHEAD <= figure.sentence - entry.promise.reading.sentence <= _BACK
        and entry.promise.reading.owner == figure.owner
        and not _names_a_stage(entry.promise)
        and explains(rate, figure, entry.promise.reading)
    ]
    same = {entry.promise.reading.base for entry in fitting if entry.promise is not None}
    return fitting[-1] if len(same) == 1 and (figure.value != 0) else None


def _names_a_stage(promise: Promise) -> bool:
    """年度计划开工186个: the plan itself is of one stage; that of 已开工862户,占950户任务数的90% is of none."""
    return bool(promise.reading.own) and sought(_STAGE).search(promise.reading.own) is not None


def _of_stage(promise: Promise, stage: str) -> Promise:
    """The promise under the name of this stage."""
    bare = sought(rf"(?:{_STAGE})+(?:户?数)?$").sub("", promise.name)
    return replace(promise, name=bare + stage)


def _of_owners(scope: Scope, links: Sequence[Link], stages: set[str], by_actual: dict[int, Link]) -> Iterator[Link]:
    """青田镇任务980户,开工980户,竣工598户: an owner's figure of a stage that the whole told so."""
    plans: dict[tuple[str, int], Promise] = {}
    for entry in links:
        place = entry.promise.reading if entry.promise is not None and entry.actual is not None else None
        if entry.promise is not None and place is not None and place.owner:
            plans.setdefault((place.owner, place.sentence), entry.promise)
    for figure in scope.found:
        plan = plans.get((figure.owner or "", figure.sentence))
        if plan is None or figure.start < plan.reading.start or id(figure) in by_actual or figure.voice != "report":
            continue
        stage = _stage(scope, figure) if figure.measure == "amount" else None
        if stage in stages and stage and units.fits(figure.quantity.noun, plan.reading.quantity.noun):
            yield Link(_of_stage(plan, stage), figure, reason=_PAST_PLAN)
