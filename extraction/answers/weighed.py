"""Answers that no rule could name, by the weight of all the words around the two (weighing/model.py).

春节前19.8万人,...,定在28.9万人: which figure answers, where no name tells. The rules come first; the bounds are those
at which texts that nothing was learned from were read best.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from extraction.answers.blocking import blocked_by
from extraction.answers.by_its_work import is_of_another_work
from extraction.answers.one_quarter import of_one_quarter
from extraction.answers.placed_promises import below_goals
from extraction.answers.weighed_candidates import (
    THOUGH_CALLED_OTHERWISE,
    called_otherwise,
    candidates,
    in_so_many_words,
)
from extraction.pairing.checked_figures import is_claimed
from extraction.pairing.sums import sum_listed_places
from extraction.promises.links import Link, Scope
from extraction.promises.steps_alone import is_step_alone
from extraction.sentences import refusals
from extraction.sentences.readings import Reading
from extraction.weighing.model import Weigher

_ANSWERS = 0.5  # what no rule refused
_ANSWERS_THOUGH_TOLD_APART = 0.6
_ANSWERS_THOUGH_REFUSED = 0.9
_TAKES_FROM_ANOTHER = 0.8  # a figure that a rule gave to what is hardly a promise, or called a promise itself
_HARDLY = 0.15
_RATHER = (0.05, 0.8)  # instead of what a rule found: its chance at most, the other's at least
_NOT_AT_ALL = 0.01


def answers_by_weight(scope: Scope, links: list[Link]) -> None:
    """Answer the promises that no rule could answer, in place, and take from `links` what was hardly a promise."""
    weigher = scope.weigher
    if weigher is None:
        return
    holders = _holders(links)
    gone: set[int] = set()
    for entry in links:
        if id(entry) in gone or entry.promise is None or entry.shares or entry.total is not None:
            continue
        place = entry.promise.reading
        found = 0.0 if entry.actual is None else weigher.answers(place.start, entry.actual.start)
        if found > _RATHER[0]:
            continue
        best = _likeliest(scope, weigher, holders, entry)
        if best is None or (entry.actual is not None and best[1] < _RATHER[1]):
            _doubt(scope, weigher, entry, gone)
            continue
        answer, _ = best
        gone |= {id(other) for other in holders[id(answer)] if other is not entry}
        entry.actual, entry.refusal, entry.refused = answer, None, None
        entry.reason, entry.weighed = "all the words around the two together make it the answer", True
        holders[id(answer)] = [entry]
        sum_listed_places(scope, entry)
    if gone:
        left = {id(entry.promise) for entry in links if id(entry) in gone}
        scope.promises[:] = [p for p in scope.promises if id(p) not in left]
        links[:] = [entry for entry in links if id(entry) not in gone]


def _doubt(scope: Scope, weigher: Weigher, entry: Link, gone: set[int]) -> None:
    """Of a number that is no promise by weight, nothing is left but what words say became of it."""
    assert entry.promise is not None
    place = entry.promise.reading
    sure = place.settled or place.bracket or place.heading or place.outlook or in_so_many_words(place)
    if sure or weigher.promised(place.start) > _NOT_AT_ALL or _is_listed(scope, place):
        return
    if entry.actual is not None:
        gone.add(id(entry))
    entry.hardly = True


_ANNOUNCED = re.compile(r"(?:目标|任务|计划)(?:任务)?(?:为|是|如下|有|包括)?[:,]")
_LIST = 3  # plans of one sentence that tells nothing


def _is_listed(scope: Scope, place: Reading) -> bool:
    """主要目标为:新建公寓1100套,竣工800套,完成投资_90亿元: all that the sentence says is planned, by its words."""
    beside = [r for r in scope.found if r.sentence == place.sentence]
    if not place.cued or len(beside) < _LIST or any(r.voice != "promise" for r in beside):
        return False
    start = scope.item.sentences[place.sentence].start
    return _ANNOUNCED.search(scope.text, start, beside[0].start) is not None


def _holders(links: Sequence[Link]) -> dict[int, list[Link]]:
    """For each number, the links in which it is promise, answer or share."""
    out: dict[int, list[Link]] = defaultdict(list)
    for entry in links:
        held = {id(entry.actual), *(id(share.reading) for share in entry.shares)}
        for key in held | ({id(entry.promise.reading)} if entry.promise is not None else set()):
            out[key].append(entry)
    return out


def _likeliest(
    scope: Scope, weigher: Weigher, holders: dict[int, list[Link]], entry: Link
) -> tuple[Reading, float] | None:
    """The likeliest answer that may be given, and how likely it is."""
    promise = entry.promise
    assert promise is not None
    place = promise.reading
    best: tuple[Reading, float] | None = None
    for r in candidates(scope.text, scope.found, place):
        held = holders.get(id(r), [])
        if (
            is_claimed(r)
            or is_of_another_work(scope, promise, r)
            or of_one_quarter(scope, promise, r)
            or any(not _makes_way(weigher, other) for other in held)
        ):
            continue
        likely = weigher.answers(place.start, r.start)
        bound = _ANSWERS if r.voice in ("report", "context", "claim") else _ANSWERS_THOUGH_TOLD_APART
        bound = max(bound, THOUGH_CALLED_OTHERWISE) if called_otherwise(place, r) else bound
        if likely < max(bound, _TAKES_FROM_ANOTHER if held else 0.0) or (best is not None and likely <= best[1]):
            continue
        refused = blocked_by(scope, promise, r)
        if refused is not None and (likely < _ANSWERS_THOUGH_REFUSED or refusals.is_plain(refused)):
            continue
        early = _BEGUN_BEHIND.match(r.tail) or _ASKED_FOR.search(r.lead)
        if refused is not None and (r.said_of_all or r.of_some or early or is_step_alone(r)):
            continue
        best = r, likely
    return best


_BEGUN_BEHIND = re.compile(  # 20座|已开工, 3所|均在做基础
    r"(?:已|均|都|仍|还|正在?|全部|全面)*(?:新?开工|动工|进场|在(?:建|施|做|打|挖|砌|浇|铺)|施工|启动|招标)"
)
_ASKED_FOR = re.compile(  # 已上报_5家, 已推荐省级示范社_5家; but 申报并获批5家
    r"(?:申报|申请|受理|报名|推荐|上报|提交)(?![完建])(?![^,。;、:]*(?:获|通过|认定|批准|批复|命名|授牌))[^,。;、:\d]{0,14}\s?$"
)


_NAMED = 4  # characters of a name that is told again


def _makes_way(weigher: Weigher, entry: Link) -> bool:
    """Whether the link is hardly one: a number that is no promise by weight, and nothing else is said of it."""
    if entry.promise is None or entry.promise.reading.owner or entry.shares or entry.total is not None:
        return False
    place = entry.promise.reading
    if place.settled or in_so_many_words(place) or below_goals(weigher.text, place):
        return False
    if entry.actual is not None and entry.promise.reading.behind is entry.actual:
        return False  # they were told one by the other
    if entry.actual is not None and len(place.own) >= _NAMED and place.own == entry.actual.own:
        return False  # 到位市外资金120亿元…到位市外资金108亿元
    return weigher.promised(entry.promise.reading.start) <= _HARDLY
