"""A goal in running text without a word of planning, and its account right behind it.

    单位能耗下降3.2%,前三季度下降2.1%;新建5G基站700个以上,已建成500个。
    煤炭先进产能占比提高到82%。8月末煤炭先进产能占比为80.4%。

As in `account_begins`, the words decide where the goal goes over to its account; here the readings must agree: what the
account tells is a report in the goal's measure and unit, and of the goal's size.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extraction.numbers import units
from extraction.outline.account_begins import account_in, answered
from extraction.outline.items import Item
from extraction.pairing.echoes import is_news
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_STRETCH = sought(r"[^;。\n]+")
_DID = sought(  # 完成造林5万亩,累计完成12万亩: both tell; but 达到70%以上 binds
    r"完成|建成|竣工|完工|开工|实现|发放|交付|投用|到位|争取|兑现|签约|通过|支出|拨付|获|共(?!享|建|同)|达(?!标)|收到|接待|举办|开展|办理|查处|检查"
)
_BOUND = sought(r"以上|左右|以内|不[低少高]于|不超过|控制在|稳定在|保持在|提高到|提升[至到]|下降到|降至")
_LIKE = 0.8  # of a name that is told again
_RATHER = 0.3  # of a name that a bare change goes on from: 能耗下降5%。进出口总额17亿元,下降7.1%
_MOST = 2  # times the goal that its account may be


def mark_accounted(text: str, item: Item, found: Sequence[Reading]) -> None:
    """Give the voice of a promise to the numbers of such goals, in place."""
    if len(found) < 2:
        return
    for start, mark, end in _told(text, item, _may_begin(found)):
        goals = [r for r in found if start <= r.start < mark]
        told = [r for r in found if mark < r.start < end]
        if not goals or any(r.voice != "report" or r.heading or r.part or r.owner for r in goals if not r.bracket):
            continue
        plain = [g for g in goals if not g.bracket]
        measured = [t for t in told if not t.bracket and t.voice == "report" and t.measure == goals[0].measure]
        if len(plain) != 1 and len(plain) != len(measured):
            continue  # a list of figures, and another of them
        if item.topic.endswith("情况") and [g.base for g in plain] == [t.base for t in measured]:
            continue  # 整改情况。整改率98%。已整改50个,整改率98%: an account that tells its rate twice
        if (
            _is_goal(plain)
            and not _is_known(plain[0], found)
            and not is_news(text, found, plain[0])
            and any(_answers(plain[0], t, text[start:mark]) for t in measured[:2])
        ):
            for goal in plain:
                goal.voice, goal.cued = "promise", True


def _is_goal(plain: Sequence[Reading]) -> bool:
    first = plain[0] if plain else None
    return (
        first is not None
        and len(names.folded(first.own)) >= 2
        and names.stage(first.own) in (None, "visits")
        and not names.is_nominal(first.own)
        and all(g.measure == first.measure for g in plain)
    )


def _is_known(first: Reading, found: Sequence[Reading]) -> bool:
    """Whether the item has promised the thing before: then this tells of it."""
    promised = [p for p in found if p.voice == "promise" and p.start < first.start and p.measure == first.measure]
    return any(
        units.fits(p.quantity.noun, first.quantity.noun) and names.likeness(p.name, first.own) >= 0.5 for p in promised
    )


def _may_begin(found: Sequence[Reading]) -> list[int]:
    """The numbers of which one must be the first of such a goal: what is told behind it in its unit may answer it."""
    begins: list[int] = []
    told: set[str] = set()  # the units of what is told behind
    for r in reversed(found):
        if r.voice != "report" or r.bracket or r.part:
            continue
        if not (r.heading or r.owner) and any(units.fits(r.quantity.noun, noun) for noun in told):
            begins.append(r.start)
        told.add(r.quantity.noun)
    return begins[::-1]


def _told(text: str, item: Item, begins: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Where a goal begins, where it goes over to its account, and where that ends; only with one of these numbers."""
    stretches = list(_stretches(text, item)) if begins else []
    for (start, end, point), (low, high, of) in pairwise([*stretches, (0, 0, -1)]):
        if bisect_left(begins, start) == bisect_left(begins, end):
            continue
        account = account_in(text, start, end)
        if account is not None:
            if _may_plan(text, start, account.mark):
                yield start, account.mark, account.end
        elif point == of and _may_plan(text, start, end) and answered(text, (start, end), (low, high)):
            yield start, end, high


def _stretches(text: str, item: Item) -> Iterator[tuple[int, int, int]]:
    """What stands between semicolons and full stops, but for headings; with the point it stands under."""
    for sentence in item.sentences:
        if not sentence.heading:
            for m in _STRETCH.finditer(text, sentence.start, sentence.end):
                yield m.start(), m.end(), sentence.point


def _may_plan(text: str, start: int, end: int) -> bool:
    return _DID.search(text, start, end) is None or _BOUND.search(text, start, end) is not None


def _answers(goal: Reading, told: Reading, said: str) -> bool:
    if told.part or names.stage(told.own or told.lead) is not None:
        return False
    if not units.fits(goal.quantity.noun, told.quantity.noun):
        return False
    bare = len(names.folded(told.own)) < 2 or names.is_bare(told.own)
    again = not bare and names.likeness(goal.own, told.own) >= _LIKE
    if goal.measure != "amount":
        another = len(names.folded(told.subject)) >= 2 and names.likeness(goal.own, told.subject) < _RATHER
        return (bare and not another) or again  # 用电量增长9%以上,1-8月工业用电增长7.4% are two things
    return told.base <= goal.base * _MOST and (again or _BOUND.search(said) is not None)
