"""去年 in an account of the year before, published in the next: 2016年…落实情况 of March 2017 tells 去年完成77.1万人.

There 去年 is the report's own year, and says no more than 实际. A text that compares with 去年, or tells of its own
year as 今年 or 全年, means the year before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_TITLE = sought(
    r"(?<!\d)(?P<year>20\d\d)年(?:(?!20\d\d年)[^\n。]){0,40}(?:落[实實]|完成|[执執]行|[进進]展|[实實]施|(?:量化|硬)[指目][标標])(?:情[况況])?"
)
_MADE = sought(r"(?<!\d)(?P<year>20\d\d)(?:[-./年]\d{1,2}[-./月]\d{1,2}|(?P<session>年)[^\n。,]{0,4}[两兩][会會])")
_TOLD = sought(r"(?:^|(?<=[,。;:、\n(]))(?P<last>去年)(?=[\u4e00-\u9fff\d])")
_COMPARED = sought(r"[比较同]去年|去年同期|去年(?:的)?(?:基数|水平)|(?:高于|低于|超过)去年")
_OWN_YEAR = sought(r"(?:今年|本年|全年)(?:已|累计|共|实际)*(?:完成|实现|新增|建成|达到)")
_HEAD, _FEWEST = 240, 3  # characters of the page's head; times that 去年 tells


def last_year_told(text: str) -> Iterator[Edit]:
    """The edits that write 实际 for 去年."""
    if text.count("去年") < _FEWEST:
        return
    title, made = _TITLE.search(text, 0, _HEAD), _MADE.search(text, 0, _HEAD)
    if title is None or made is None or int(made["year"]) != int(title["year"]) + 1:
        return
    if _COMPARED.search(text) or _OWN_YEAR.search(text):
        return
    told = list(_TOLD.finditer(text))
    if len(told) < _FEWEST:
        return
    if made["session"]:  # 2017年省两会召开在即: what follows is told of the year before
        yield made.start("year"), made.end("session"), ""
    for match in told:
        yield *match.span("last"), "" if text.startswith("末", match.end("last")) else "实际"
