"""Stretches of one work that are finished, each with its length: 滨江段4.6公里已开放,环城段3.1公里已建成;南延段在施工.

None of them is the whole; those that are finished are together what was done so far.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.numbers import units
from extraction.pairing.stretches_told import STRETCH
from extraction.promises.links import Link, Scope
from extraction.sentences.readings import Reading
from extraction.sought import sought

_FINISHED = sought(
    r"(?:均|都|全部|全线|现)?(?:已|正式|全部)*(?:建成|完工|竣工|投用|投入使用|开放|通车|贯通|通水|启用|交付|建好|完成(?=[,。;]|$))"
    r"[\u4e00-\u9fff]{0,4}\s?(?=[,。;(]|$)"
)


def finished_stretches(scope: Scope, entry: Link) -> Sequence[Reading]:
    """The finished ones, the figure that answers among them; none where something else of its unit is told there."""
    promise, first = entry.promise, entry.actual
    if promise is None or first is None or entry.shares or entry.parts or promise.kind != "cumulative":
        return ()
    if first.quantity.noun not in set(units.LENGTH) | set(units.AREA) or not _is_stretch(first):
        return ()
    told = [r for r in scope.found if r.sentence == first.sentence and r.quantity.noun == first.quantity.noun]
    told = [r for r in told if r.voice == "report" and r is not promise.reading and not r.bracket]
    done = [r for r in told if _FINISHED.match(r.tail)]
    apart = len({r.lead.lstrip(",、;: ") for r in told}) == len(told)
    return done if len(done) > 1 and first in done and apart and all(map(_is_stretch, told)) else ()


def _is_stretch(r: Reading) -> bool:
    return STRETCH.search(r.clause_lead) is not None
