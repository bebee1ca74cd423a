"""What reads as a task still ahead, though the words say that it is done, is written as told.

3月底前实际栽植1263亩                3月底实际栽植1263亩
区交办信访积案12件,化解9件           区里交办信访积案12件,已化解9件
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_BEFORE_THEN = sought(r"\d{1,2}月[末底](?P<before>之?前)(?=实际|实[栽种造建改拆植])")
_HANDED_OVER = sought(
    r"(?:(?<=[,。;、\n])|^)(?:上级|[国省市县旗区州](?P<inside>)里?)(?:交办|转办|移交|挂牌督办|督办)的?[^,。;、:\d]{2,12}\d{1,4}[件起个],"
    r"(?P<did>)(?=(?:化解|办结|整改|销号|调处|结案)[^,。;\d]{0,2}\d)"
)


def told_by_now(text: str) -> Iterator[Edit]:
    """The edits that say so."""
    yield from ((*found.span("before"), "") for found in _BEFORE_THEN.finditer(text))
    for found in _HANDED_OVER.finditer(text) if "办" in text or "移交" in text else ():
        if found["inside"] is not None and text[found.end("inside")] != "里":
            yield *found.span("inside"), "里"
        yield *found.span("did"), "已"
