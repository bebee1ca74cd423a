"""Shares of what the sentence before told, in a sentence of their own, joined to it.

增值税完成3亿元,所得税完成1亿元。两个税种分别完成计划的52%、47%    reads as …1亿元,分别完成计划的52%、47%
省级完成2731万元;市级完成5322万元。两级收入完成进度分别为49%、55%   so does a rate of completion

Only where there are as many shares as amounts: what two counties did is not of what three taxes came to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Edit

_SHARES = re.compile(
    r"(?P<cut>。(?:以上|上述|这)?(?:[两二三四五六七八九2-9][级个项类种大][\u4e00-\u9fff]{0,6}?)?)"
    r"(?:(?:任务|计划|目标|预算)?(?:完成|执行)?(?:进度|率))?"
    r"(?:分别|依次)(?:完成|占|为|达到?|达)(?:了|约)?(?:[^,。;:、\d]{0,8}(?:任务|计划|目标|预算)(?:数|额)?的)?"
    r"(?P<shares>\d[\d.]*%(?:[、和,]\d[\d.]*%){1,7})"
)
_AMOUNT = re.compile(r"(?<![\d.])\d[\d.,]*(?![\d.,%月年日季-])")
_REACH = 300  # characters of the sentence before


def shares_behind(text: str) -> Iterator[Edit]:
    """The edits that make one sentence of the two."""
    for match in _SHARES.finditer(text) if "分别" in text or "依次" in text else ():
        low = max(0, match.start() - _REACH)
        start = max(text.rfind(mark, low, match.start()) + 1 for mark in "。\n")
        if match["shares"].count("%") == len(_AMOUNT.findall(text, start, match.start())):
            yield from ((at, at + 1, ",") for at in range(start, match.start()) if text[at] == ";")
            yield *match.span("cut"), ","
