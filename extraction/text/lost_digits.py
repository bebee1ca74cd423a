"""What is left of an amount that a page lost a piece of: 年度计划投资.7亿元, 完成投资亿元,占年度计划的71.1%, 49ug/●.

Of an amount without its first digits nobody knows how large it was. It is cut out with its unit, and the share behind
it is told alone. A unit whose second half was lost keeps its first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Interval
from extraction.sought import sought

_AMOUNT = sought(r"(?<=[\u4e00-\u9fff])\.\d{1,4}[万亿]元(?=[,。;、])|(?<=投资)[万亿]元(?=[,。;、])")
_UNIT = re.compile(r"(?<=\d)(?:[uμµ]g|mg|微克|毫克)(?P<lost>/\s?[●■□◆○?*\ufffd]{1,3})")


def remains(text: str) -> Iterator[Interval]:
    """The remains to be cut out of the folded text."""
    yield from (match.span() for match in _AMOUNT.finditer(text))
    if "g/" in text or "克/" in text:
        yield from (match.span("lost") for match in _UNIT.finditer(text))
