"""The two counts that a promised rate is made of: 投保率要求达到100%,应投保97家,已投保94家,投保率96.9%.

They say how the rate comes about; the first of them is no plan of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.pairing.rates import explains
from extraction.sentences.readings import Reading
from extraction.sought import sought

_OUGHT = sought(r"应(?P<verb>[\u4e00-\u9fff]{2,4})\s?$")


def silence_rate_parts(found: Sequence[Reading]) -> None:
    """Take the voice from such counts, in place."""
    for index, whole in enumerate(found):
        ought = _OUGHT.search(whole.lead) if whole.voice == "promise" and whole.measure == "amount" else None
        if ought is None or not _promised(found[:index], whole, ought["verb"]):
            continue
        beside = [r for r in found[index + 1 : index + 4] if r.sentence == whole.sentence]
        part = next((r for r in beside if r.voice == "report" and r.quantity.noun == whole.quantity.noun), None)
        if part is not None and any(r.quantity.noun == "%" and explains(r, part, whole) for r in beside):
            whole.voice = part.voice = "context"


def _promised(before: Sequence[Reading], whole: Reading, verb: str) -> bool:
    return any(
        r.voice == "promise" and r.measure == "percent" and r.sentence == whole.sentence and f"{verb}率" in r.own
        for r in before
    )
