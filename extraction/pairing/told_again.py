"""A promised number said again as the subject of its story, which is no second promise: 9座危桥中已通车8座."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.sentences.readings import Reading
from extraction.words import names


def cued_before(found: Sequence[Reading], reading: Reading) -> list[Reading]:
    """计划改造危桥9座,...,9座危桥中已通车8座: what the same sentence has planned in so many words, by its name too."""
    return [
        p
        for p in found
        if p.voice == "promise"
        and p.cued
        and not p.bracket
        and p.sentence == reading.sentence
        and p.start < reading.start
        and names.likeness(p.name, reading.own) >= 0.5
    ]


_AGAIN = re.compile(
    r"(?:[^,。;:\d()]{0,8}\([^()]{0,14}\))?[^,。;:\d]{0,14}(?:任务(?!的|数|量)|中(?=[,已有完]))|(?:[^,。;:\d()]{0,8}\([^()]{0,14}\))?[^,。;:\d]{0,14}已?(?:全部|均)已?"
    r"(?:开工|启动|进场|落实|下达|分解)"
)


def is_told_again(text: str, reading: Reading, headed: Sequence[Reading]) -> bool:
    """520公里新改建任务完成招标310公里, 12所学校中: the number that was promised, as the subject of the story."""
    if reading.heading or reading.bracket or reading.voice not in ("report", "promise"):
        return False
    alike = [p for p in headed if p.quantity.noun == reading.quantity.noun and p.base == reading.base]
    if not alike:
        return False
    own = reading.own if len(names.folded(reading.own)) >= 2 and not names.is_bare(reading.own) else ""
    return any(not own or names.likeness(p.name, own) >= 0.3 for p in alike) and (
        _AGAIN.match(text, reading.quantity.end) is not None
        or re.match(
            rf"[^,。;:\d(][^,。;:\d]{{1,13}}\d+\s?{re.escape(reading.quantity.unit or '个')}",
            text[reading.quantity.end :],
        )
        is not None
    )
