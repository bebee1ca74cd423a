"""Numbered blocks that say 项目: before the name of each: 一、项目:辅具适配⏎目标任务:420件⏎完成情况:….

The label says what the line is, and nothing of the thing: it is cut, where at least two blocks have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Interval

_NUMBER = r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、])"
_NAMED = re.compile(
    rf"^[ \t]*{_NUMBER}\s?(?P<label>(?:(?:民生)?实事)?(?:项目|事项|工程|指标|工作)(?:名称|内容)?:)\s?"
    r"(?=[^\d\n。;:]{2,40}\n[^\n:]{2,8}:)",
    re.MULTILINE,
)


def labelled_names(text: str) -> Iterator[Interval]:
    """Where such labels stand."""
    found = list(_NAMED.finditer(text)) if ":" in text else []
    if len(found) > 1:
        yield from (m.span("label") for m in found)
