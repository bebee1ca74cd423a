"""A bracket that a page opened and never closed: it ends with its line, which may be a cell.

50%(沙湾村未动工                reads as  50%(沙湾村未动工)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Edit

_OPENED = re.compile(r"\([^()\n]{1,40}(?=\n)")
_NEXT = re.compile(r"[()]")


def brackets_closed(text: str) -> Iterator[Edit]:
    """The edits that close them: the next bracket behind the line opens another, or there is none."""
    for said in _OPENED.finditer(text):
        after = _NEXT.search(text, said.end())
        if after is None or after.group() == "(":
            yield said.end(), said.end(), ")"
