"""Semicolons within a bracket that tells the parts of the figure before it, of which a share stands behind: they end no
sentence.

造林72.6万亩(其中:人工造林66.4万亩;封育6.2万亩),为任务的104%    ; reads as ,
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Edit

_PARTS = re.compile(r"\((?:其中|包括|含|分别为)[^()\n。]{4,160}\)(?=[,、]?(?:为|占|完成|是)[^。;\n]{0,50}?\d%)")


def stops_in_brackets(text: str) -> Iterator[Edit]:
    """The edits that leave the bracket one stretch."""
    for bracket in _PARTS.finditer(text):
        for at in range(*bracket.span()):
            if text[at] == ";":
                yield at, at + 1, ","
