"""A share of the plan on a line or in a sentence of its own, behind nothing but its label: 完成率:64.7%.

Clerks who label goal and progress label the share as well. It is of the goal that it comes to by the sum, and of the
item's first where it comes to none: of no part (其中D级40户) that happens to stand nearer.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.pairing.share_arithmetic import explains
from extraction.promises.links import Link, Scope, Share
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought

_LABEL = sought(
    r"\s?(?:[【\[]?(?:\d[\d-]*月|截至[^,。;:]{1,8}|目前|累计|总体|总|年度|全年|目标|任务|计划|工作|实际)*(?:的)?"
    r"(?:完成(?:率|比例|比|百分比|度|进度|情况)|达成率|进度|进展)(?:\(%\))?[】\]]?)?\s?[:为]?\s?(?:已|约|达到?)?\s?"
)
_REST = sought(r"\s?(?:左右)?(?:\([^()\n]{0,20}\))?\s?(?:[。;,]\s?|\n|$)")


def labelled(scope: Scope, links: Sequence[Link], share: Share) -> list[Link]:
    """The indicators that such a share is of; empty where it is no such share."""
    reading = share.reading
    if share.of is not None or reading.bracket or reading.owner or not _stands_alone(scope, reading):
        return []
    planned = ((e, e.promise) for e in links if e.promise is not None and e.promise.measure == "amount")
    before = [(e, p) for e, p in planned if p.reading.start < reading.start]
    summed = [e for e, p in before if _answered_by_sum(scope, e, p, reading)]
    whole = [e for e, p in before if not p.reading.part] or [e for e, _ in before]
    if summed or any(e.actual is not None or e.shares for e, _ in before):
        return (summed or whole)[:1]
    return whole


def _answered_by_sum(scope: Scope, entry: Link, promise: Promise, share: Reading) -> bool:
    """Whether the share is that of its figure; where it has none, of one told since, which then answers it."""
    if entry.actual is not None:
        return explains(share, entry.actual, promise.reading)
    told = (r for r in scope.found if promise.reading.start < r.start < share.start and not r.bracket)
    figure = next((r for r in told if explains(share, r, promise.reading)), None)
    if figure is None or figure.owner != promise.reading.owner:
        return False
    entry.actual, entry.refusal, entry.refused = figure, None, None
    entry.reason = "the share that the source states is this figure's of this plan"
    return True


def _stands_alone(scope: Scope, share: Reading) -> bool:
    sentence = scope.item.sentences[share.sentence]
    led = _LABEL.fullmatch(scope.text, sentence.start, share.start) is not None
    return led and _REST.match(scope.text, share.quantity.end) is not None
