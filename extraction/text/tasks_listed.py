"""A list of tasks whose things stand behind their numbers, all done, reads with the things before them.

30公里污水管网、12座泵站、5座调蓄池建设任务均已完成 reads as 污水管网30公里、泵站12座、调蓄池5座的任务均已完成.
已提前全面完成31亩征地任务和16座移坟任务            reads as 征地31亩、移坟16座的任务均已完成
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_NUMBER = rf"\d[\d.]{{0,7}}万?(?:{units.AMOUNTS})"
_THING = r"[\u4e00-\u9fff]{2,8}?"
_ALL_DONE = sought(
    rf"(?<![\d.])(?:{_NUMBER}{_THING}[、和及]){{1,8}}{_NUMBER}{_THING}(?P<work>的?(?:建设|改造|新建|整治)?任务)"
    r"(?=(?:目前)?(?:均|都|全部|已全部)已?(?:如期|提前|全面|全部|圆满)?完成[,。;])"
)
_COMPLETED = sought(
    r"(?P<did>(?:现|目前)?已?(?:率先|提前|如期|按期|圆满|顺利)*(?:全面|全部|圆满|率先|提前|如期)完成(?:了)?)"
    rf"(?P<list>(?:{_NUMBER}[\u4e00-\u9fff]{{2,8}}?任务[、和及]){{1,6}}{_NUMBER}[\u4e00-\u9fff]{{2,8}}?任务)(?=[,。;]|$)"
)
_ONE = re.compile(rf"(?P<number>{_NUMBER})(?P<thing>[\u4e00-\u9fff]{{2,8}}?)任务(?P<joint>[、和及]?)")
_ITEM = re.compile(rf"(?P<at>)(?P<number>{_NUMBER})(?P<thing>{_THING})(?=[、和及]|$)")


def tasks_listed(text: str) -> Iterator[Edit]:
    """The edits that write each thing before its number."""
    for match in _ALL_DONE.finditer(text) if "任务" in text else ():
        items = list(_ITEM.finditer(text, match.start(), match.start("work")))
        if items and items[-1].end() == match.start("work"):
            for item in items:
                yield item.start("at"), item.start("at"), item["thing"]
                yield *item.span("thing"), ""
            yield *match.span("work"), "的任务"
    for match in _COMPLETED.finditer(text) if "任务" in text else ():
        yield *match.span("did"), ""
        for one in _ONE.finditer(text, match.start("list"), match.end("list")):
            yield one.start(), one.start(), one["thing"]
            yield one.start("thing"), one.end(), "、" if one["joint"] else "的任务均已完成"
