"""Item numbers that touch the number they stand before: 1.“…”, 2.126条水体治理, 3.263场演出 number three items."""

from __future__ import annotations

import re

from extraction.sought import sought

_MARK = re.compile(
    r"^[ \t]{0,8}(?P<number>\d{1,2})(?P<dot>[.、])(?P<digit>(?:\d+[^\n]{0,3}[\u4e00-\u9fff][^\n]{5})?)", re.MULTILINE
)
_DATED = sought(r"\d{1,2}\.\d{1,2}(?:日|[-~至]\d)|(?:19|20)\d\d")


def part_numbers(text: str) -> str:
    """The folded text with 2、126条 for 2.126条 where the lines around count one up; same length, same places."""
    marks = list(_MARK.finditer(text))
    if not any(m["digit"] and m["dot"] == "." for m in marks) or all(m["digit"] for m in marks):
        return text
    out = list(text)
    for index, mark in enumerate(marks):
        if mark["digit"] and mark["dot"] == "." and _in_turn(marks, index) and not _is_date(text, mark):
            out[mark.start("dot")] = "、"
    return "".join(out)


def _in_turn(marks: list[re.Match[str]], index: int) -> bool:
    own = int(marks[index]["number"])
    before = int(marks[index - 1]["number"]) if index else 0
    after = int(marks[index + 1]["number"]) if index + 1 < len(marks) else None
    return (before == own - 1 and (index > 0 or after == own + 1)) or (after == own + 1 and own > 1)


def _is_date(text: str, mark: re.Match[str]) -> bool:
    return _DATED.match(text, mark.start("number")) is not None
