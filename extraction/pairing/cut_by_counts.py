"""A fall that was promised, answered by what there was this year and the year before; the fall is worked out.

    治安案件发案数较上年下降10%。自查情况:发案43起,上年同期51起        15.7% less
    信访投诉量同比下降10%以上,1-9月1420件,去年同期1612件              11.9% less

Only of what is counted, over the same months: growth of money is told in comparable prices, and can not be worked out.
A fall that the two come to was told and not promised; one that bounds, or is another than theirs, was promised.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from extraction.cues import cue
from extraction.numbers import units
from extraction.promises.links import Link, Scope
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought
from extraction.words import names, wording

_THEN = sought(r"[,、;(]?\s?(?:比|较)?(?:而)?(?:去年|上年)同期(?:数|量)?(?:发案|发生|受理)?(?:为|是|有)?\s?")
CUE = cue(_THEN)
_TOLD = sought(r"已|目前|截至|截止|累计|实际|\d月|季度|半年|今年以来")
_WHEN = sought(
    r"^(?:截[至止到][^,。;]{1,8},?|目前|现|1-\d{1,2}月|前?[一二三]季度|上半年|今年以来|今年|自查|全[市县旗区镇乡]|[共已实])*(?:受理|发生|接到|收到|接报)?"
)
_OR_MORE = ("以上", "及以上", "或以上")
_OFF = Decimal("0.6")  # points within which the two come to the fall that was told
_TENTH = Decimal("0.1")


def mark_cut_by_counts(found: Sequence[Reading]) -> None:
    """Give such a fall the voice of a promise, in place."""
    for first, second in pairwise(found):
        if first.measure != "growth" or first.voice != "report" or wording.FALL.search(first.lead) is None:
            continue
        if first.bracket or _TOLD.search(first.clause_lead) or len(names.folded(first.own)) < 2:
            continue
        change = _change(found, first)
        bound = first.tail.startswith(_OR_MORE)
        apart = second.sentence > first.sentence or _TOLD.search(second.lead) is not None
        if change is not None and apart and (bound or abs(change[2] + abs(first.value)) > _OFF):
            first.voice, first.cued = "promise", True


def answer_by_counts(scope: Scope, links: Sequence[Link]) -> None:
    """Answer promised falls that nothing else answers, in place."""
    for entry in links:
        promise = entry.promise
        if (
            promise is None
            or not promise.reduction
            or promise.measure != "growth"
            or entry.actual is not None
            or entry.shares
        ):
            continue
        change = _change(scope.found, promise.reading)
        if change is None:
            continue
        now, then, worth = change
        entry.actual, entry.refusal, entry.refused = now, None, None
        entry.worked_out = -worth
        entry.parts = ((now.start, now.quantity.end), (then.start, then.quantity.end))
        entry.reason = "the change from the year before that the two counts come to"


def _change(found: Sequence[Reading], first: Reading) -> tuple[Reading, Reading, Decimal] | None:
    """The two counts right behind it that are of its thing, and by how many percent the one is above the other."""
    index = index_of(found, first.start)
    now, then = (*found[index + 1 : index + 3], None, None)[:2]
    if now is None or then is None or now.sentence - first.sentence > 1 or then.sentence != now.sentence:
        return None
    alike = now.quantity.noun == then.quantity.noun != "%" and now.measure == then.measure == "amount"
    said = now.voice == "report" and then.voice == "base" and not now.bracket and now.owner == first.owner
    if (
        not (alike and said and then.base)
        or now.quantity.noun not in units.COUNTED
        or _THEN.fullmatch(then.lead) is None
    ):
        return None
    thing = names.folded(_WHEN.sub("", now.own))
    if len(thing) >= 2 and thing not in first.name and names.likeness(first.name, thing) < 0.5:
        return None
    return now, then, ((now.base - then.base) / then.base * 100).quantize(_TENTH)
