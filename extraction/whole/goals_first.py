"""A report that sets each goal before it tells of it: there a number with nothing behind it but a share is a goal, too.

    1.新建足球场8片，已建成6片。2.改造管网45公里，完成31公里。3.公益电影放映1800场，任务完成率118.3%。

The sum must say so, too: plans are round, results seldom are. 1800 is 118.3 % of nothing round; 120个 at 120 % is a
result of a plan of 100. Where figures stand before their goals (完成投资7.2亿元,占年度计划9亿元的80%) nothing is done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_FLOOR, Decimal
from itertools import pairwise

from extraction.numbers import units
from extraction.promises.links import Scope
from extraction.promises.targets import promise
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_PLAIN = 2  # digits that a plan may have, and by which what the shares would make of it must be less round
_ENOUGH, _OUTWEIGHS = 3, 4  # goals that stand first, and how many of them to one figure that does
_TOLD = sought(
    r"已|累计|完成|截至|目前|实际|同比|(?<!实)现(?!代|场)|实现|其中|\d月|季度|半年|年末|达到?|完工|竣工|建成$|收到|争取到"
)


def promise_before_shares(scopes: Sequence[Scope], year: int | None) -> None:
    """Make such numbers promises of their tasks, in place."""
    if not _sets_goals_first(scopes):
        return
    for scope in scopes:
        fresh = [] if scope.promises else list(_before_shares(scope))
        for r in fresh:
            r.voice, r.cued = "promise", True
        if fresh:
            scope.promises += [promise(r, year) for r in fresh]
            scope.promises.sort(key=lambda p: p.reading.start)


def _sets_goals_first(scopes: Sequence[Scope]) -> bool:
    first = behind = 0
    for scope in scopes:
        for before, r in pairwise(scope.found):
            near = r.sentence - before.sentence <= 1 and before.quantity.noun == r.quantity.noun
            if near and before.voice == "promise" and not before.bracket and before.behind is None:
                first += r.voice == "report" and not r.bracket
            if r.voice == "promise" and before.voice == "report" and r.sentence == before.sentence:
                behind += near and (r.bracket or r.behind is not None or not r.own)
    return first >= _ENOUGH and first >= behind * _OUTWEIGHS


def _before_shares(scope: Scope) -> Iterator[Reading]:
    """The numbers right before a share, or before as many shares as they are, that nothing tells."""
    found = scope.found
    for index, share in enumerate(found):
        if share.voice != "claim" or share.bracket or index == 0 or found[index - 1].voice == "claim":
            continue
        run = 1 + sum(1 for _ in _going_on(found, index))
        before = found[max(0, index - run) : index]
        shares = found[index : index + run]
        alike = len(before) == run and all(_may_be_goal(r, share) for r in before)
        listed = run == 1 or sought(r"分别|依次").search(share.clause_lead)
        if alike and listed and _by_the_sums(before, shares):
            yield from before


def _going_on(found: Sequence[Reading], index: int) -> Iterator[Reading]:
    """The shares of one run behind the first."""
    for r in found[index + 1 :]:
        if r.voice != "claim" or r.clause_start != found[index].clause_start:
            return
        yield r


def _may_be_goal(r: Reading, share: Reading) -> bool:
    plain = (
        r.heading
        and r.voice == "report"
        and r.measure == "amount"
        and not (r.bracket or r.part)
        and r.sentence == share.sentence
    )
    named = len(names.folded(r.own)) >= 2 and names.BARE_VERB.fullmatch(r.own) is None
    return plain and named and r.quantity.noun != "" and not _TOLD.search(r.clause_lead)


def _by_the_sums(numbers: Sequence[Reading], shares: Sequence[Reading]) -> bool:
    """Whether the plans that the shares would make of the numbers are less round than these, and never rounder."""
    compared = [_digits(r.base) - _digits_of_plan(r, share) for r, share in zip(numbers, shares, strict=True)]
    return max(compared) <= 0 and min(compared) <= -_PLAIN and all(_digits(r.base) <= _PLAIN for r in numbers)


def _digits(value: Decimal) -> int:
    """How many digits of the number say something: 1 of 800, 2 of 4500."""
    return len(value.normalize().as_tuple().digits)


_FINEST = -6  # digits of a plan that are looked at


def _digits_of_plan(r: Reading, share: Reading) -> int:
    """The same of the roundest plan of which the number can be that share, to its last digit."""
    stated = share.quantity.value or Decimal(0)
    slack = Decimal(5).scaleb(int(stated.as_tuple().exponent) - 1)
    if stated <= slack:
        return 0
    low, high = r.base * 100 / (stated + slack), r.base * 100 / (stated - slack)
    whole = r.quantity.noun in units.COUNTED or r.quantity.noun in units.PEOPLE
    for power in range(int(high.adjusted()), -1 if whole else int(high.adjusted()) + _FINEST, -1):
        times = low.scaleb(-power).to_integral_value(ROUND_FLOOR) + 1
        if times.scaleb(power) < high:
            return _digits(times)
    return -_FINEST
