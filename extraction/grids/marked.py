"""One cell per line, whose tasks bear their own numbers: where one office has several, its cells stand once.

    12, 市水利局, 56.改造管网150公里, 已完成41公里, 27%, 86.治理河流36公里, 已治理6公里, 17%

under 序号, 单位, 任务, 完成情况, 进度, 备注: what the last column holds is the next task, and a row begins with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.grids.laying import Layout
from extraction.sought import sought

_MARK = sought(r"\d{1,3}[.、](?!\d)[\u4e00-\u9fff“]{2}")
_REST = 4  # lines of the last row beyond what was laid


def cut_at_marks(layout: Layout, pieces: Sequence[str]) -> list[list[int]]:
    """The rows anew, each from a numbered task, an office's first from the office; as laid where nothing is won."""
    laid, width = layout.rows or [], len(layout.columns)
    at = next((n for n, c in enumerate(layout.columns) if c.role == "name"), None)
    if not laid or not at or len(laid[0]) <= at or _MARK.match(pieces[laid[0][at]]) is None:
        return laid
    stop = min(len(pieces), laid[-1][-1] + 1 + _REST)
    marked = [i for i in range(layout.begin, stop) if _MARK.match(pieces[i])]
    home = {row[at] for row in laid if len(row) > at}
    if all(i in home for i in marked):
        return laid
    begins = [i - at if _is_led(pieces, i, at) else i for i in marked]
    ends = [*begins[1:], min(stop, marked[-1] + width - at)]
    rows = [list(range(a, b)) for a, b in zip(begins, ends, strict=True)]
    return rows if begins[0] == layout.begin and all(1 < len(row) <= width for row in rows) else laid


def _is_led(pieces: Sequence[str], i: int, at: int) -> bool:
    """Whether the row's number stands as far before its task as the headings say."""
    return i >= at and pieces[i - at].isdecimal()
