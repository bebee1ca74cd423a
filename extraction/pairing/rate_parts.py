"""The two counts that a promised rate is made of: 投保率要求达到100%,应投保97家,已投保94家,投保率96.9%.

They say how the rate comes about; the first of them is no plan of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.sentences.readings import Reading
from extraction.sought import sought

_OUGHT = sought(r"应(?P<verb>[\u4e00-\u9fff]{1,4})\s?$")
_LABEL = sought(r"^[^:]{0,12}:|(?:今年|全年|年内|目前|截至[^,]{1,10},?)")
_BACK = 2  # sentences in which the rate is promised


def silence_rate_parts(found: Sequence[Reading]) -> None:
    """Take the voice from such counts, in place; whether the rate they come to is told as well does not matter."""
    for index, whole in enumerate(found):
        counted = whole.voice in ("promise", "report", "forecast") and whole.measure == "amount"
        ought = _OUGHT.search(whole.lead) if counted else None
        if ought is None or not _promised(found[:index], whole, ought):
            continue
        whole.voice = "context"
        beside = (r for r in found[index + 1 : index + 4] if r.sentence == whole.sentence)
        part = next((r for r in beside if r.voice == "report" and r.quantity.noun == whole.quantity.noun), None)
        if part is not None:
            part.voice = "context"


def _promised(before: Sequence[Reading], whole: Reading, ought: re.Match[str]) -> bool:
    """Whether a rate was promised whose name has the verb, and the thing where one stands before it.

    参保 of 参保缴费率, 收 of 征收率; 残疾人应建档5120人 is no part of 老年人建档率.
    """
    verb, thing = ought["verb"], _LABEL.sub("", whole.lead[: ought.start()]).strip(" ,;、")
    return any(
        r.voice == "promise"
        and r.measure == "percent"
        and 0 <= whole.sentence - r.sentence <= _BACK
        and "率" in r.own
        and verb[:2] in r.own
        and thing in r.own
        for r in before
    )
