"""Plan and result with a stroke between, and the share that says which is which: 创业担保贷款:5亿元/3.12亿元,62.4%."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.pairing.share_arithmetic import explains
from extraction.sentences.readings import Reading
from extraction.sought import sought

_SHARE = sought(r"[,、(]?\s?(?:完成率?|占比?|进度)?(?:为|达)?\s?")


def mark_slashed(found: Sequence[Reading]) -> None:
    """Give the two their voices, and the share that of a claim, in place."""
    for first, second, share in zip(found, found[1:], found[2:], strict=False):
        plain = first.tail == "/" and second.lead.strip() == "/" and first.voice == second.voice == "report"
        if not plain or share.quantity.noun != "%" or _SHARE.fullmatch(share.lead) is None:
            continue
        if first.quantity.noun != second.quantity.noun or first.sentence != share.sentence or first.bracket:
            continue
        named = first.own or first.subject
        orders = [(p, d) for p, d in ((first, second), (second, first)) if explains(share, d, p)]
        if len(orders) != 1 or not named:
            continue
        plan, done = orders[0]
        plan.voice, plan.cued, plan.own, plan.subject = "promise", True, named, named
        done.own, done.subject, done.cued = "", named, True
        share.voice, share.measure, share.own, share.subject = "claim", "completion", "", named


def silence_slashed(found: Sequence[Reading]) -> None:
    """新建公园15个/26个: without words and without a share nobody says which of the two was planned; in place."""
    for first, second in pairwise(found):
        stroke = first.tail == "/" and second.lead.strip() == "/" and first.quantity.noun == second.quantity.noun
        if stroke and first.voice == second.voice == "report" and not first.bracket:
            first.voice = second.voice = "context"
            first.settled = second.settled = True
