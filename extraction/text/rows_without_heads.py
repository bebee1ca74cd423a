"""Rows with pipes that lost their headings: 1 | 建设12所学校 | 教育局 | 已建成7所 |. Each is an item by its number.

Only where numbers go on from 1 line by line, a task stands behind each, and no line with pipes stands above the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_ROW = re.compile(
    r"^[ \t]{0,4}(?P<number>\d{1,2})(?P<pipe>[ \t]{0,4}\|[ \t]{0,4})"
    r"(?=[^|\n]{0,60}\d[^|\n]{0,400}\|[^|\n]*[\u4e00-\u9fff][^|\n]*\|)",
    re.MULTILINE,
)
_BETWEEN = sought(r"[^\n]*\n(?:[ \t|]*\n){0,3}")  # the row itself, and lines that hold nothing but a pipe
_PIPED_ABOVE = sought(r"\|[^\n]*\n(?:[ \t]*\n)?$")
_FEWEST = 3


def rows_without_heads(text: str) -> Iterator[Edit]:
    """The edits that write 1. for 1 |."""
    run: list[re.Match[str]] = []
    for row in _ROW.finditer(text) if "1 |" in text or "1|" in text else ():
        follows = bool(run) and int(row["number"]) == int(run[-1]["number"]) + 1
        if follows and _BETWEEN.fullmatch(text, run[-1].start(), row.start()):
            run.append(row)
            continue
        yield from _numbered(run)
        alone = _PIPED_ABOVE.search(text, max(0, row.start() - 400), row.start()) is None
        run = [row] if row["number"] == "1" and alone else []
    yield from _numbered(run)


def _numbered(run: list[re.Match[str]]) -> Iterator[Edit]:
    if len(run) >= _FEWEST:
        yield from ((*row.span("pipe"), ".") for row in run)
