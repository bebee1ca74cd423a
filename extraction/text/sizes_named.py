"""Classes of reservoirs whose number stands in brackets: 小(1)型7座、小(2)型21座 reads as 小一型7座、小二型21座.

Else both have the same name, and the number in brackets stands between the name and its figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_SIZE = sought(r"(?<=小)(?:\((?P<apart>[12一二])\)|(?P<roman>[ⅠⅡ])|(?P<bare>[12]))(?=型)")
_WORDS = {"1": "一", "2": "二", "一": "一", "二": "二", "Ⅰ": "一", "Ⅱ": "二"}


def sizes_named(text: str) -> Iterator[Edit]:
    """The edits that write the number in words."""
    if "型" in text:
        yield from ((*said.span(), _WORDS[said.group().strip("()")]) for said in _SIZE.finditer(text))
