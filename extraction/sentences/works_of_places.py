"""Works called after where they are, each under way so far, are no list of places with one figure each.

云台镇供热管网延伸工程在施工(70%)、徒水县城段清淤工程在施工(58%)     two works, and nobody's share of one plan
云台镇安置房在施工(70%)、徒水县安置房在施工(58%)               one work in two places
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.sought import sought

_UNDER_WAY = sought(r"(?P<work>[\u4e00-\u9fff“”]{2,})在施工\($")


def are_works(run: Sequence[re.Match[str]]) -> bool:
    """Whether what is told behind the names are different works under way; each match has its `words`."""
    told = [found for member in run if (found := _UNDER_WAY.search(member["words"])) is not None]
    return len(told) > 1 and len({found["work"] for found in told}) == len(told)
