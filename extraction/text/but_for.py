"""The one that is behind among those that are not: 除智能柜因选址只布设410组外,其余均达到进度要求.

What stands between 除 and 外 tells of it as any clause does, so it is written as one: 智能柜只布设410组;其余….
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit

_BUT_FOR = re.compile(
    r"(?<![\u4e00-\u9fff])(?P<but>除了?)(?![险尘草雪])[\u4e00-\u9fff“”]{2,16}?(?P<why>(?:,?(?:因|受|由于)[^,。;:\n\d]{2,16}?)?)"
    rf"(?:目前|至今)?[仅只才][\u4e00-\u9fff]{{1,6}}\d[\d.]{{0,8}}[万亿]?(?:{units.AMOUNTS})(?P<out>(?:以|之)?外,?)(?=[\u4e00-\u9fff])"
)


def but_for(text: str) -> Iterator[Edit]:
    """The edits that write such words as a clause of their own."""
    for found in _BUT_FOR.finditer(text) if "除" in text else ():
        yield *found.span("but"), ""
        if found["why"]:
            yield *found.span("why"), ""
        yield *found.span("out"), ";"
