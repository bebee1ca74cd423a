"""What brackets hold, said once: 增长7.4%(年度目标7.5%,括号内为年度预期目标,下同). ... 增长6.2%(8%).

GDP增长5.8%(目标6.5%);工业增长6.1%(8%);投资增长3.2%(10%)      the first bracket of a line says it for those behind it
"""

from __future__ import annotations

from functools import lru_cache

from extraction.sought import sought

_KEY = sought(
    r"括[号弧](?:内|里|中)?(?:的)?(?:数字|数据|数值|数|百分比)?(?:均|皆|都)?[为是系指](?P<what>[^,。;)\n]{2,20})"
)
_ALIKE = sought(
    r"\((?:年度|年初|全年|年)?(?:计划|目标|预期|预算|任务)[^()\n\d]{0,12}\d[^()\n]{0,12}[,;、]\s?(?:以)?下同\)"
)
_GOAL = sought(r"目标|任务|计划|预期|预算|指标")
_NO_GOAL = sought(r"完成|占|比重|增[速幅长]|平均|同期|上年|去年|实际|进度")
_NOTE = sought(r"\s*[(]?\s*(?:备?注|说明|附注)\s?[:.]?")
_BARE = sought(
    r"\s?[≥≤<>]?(?:增长|下降|降低|减少|上涨)?(?:不低于|不少于|不超过|不高于|控制在)?\s?\d[\d.,]*\s?[^\d,;、()]{0,8}(?:以上|以内|左右|以下)?\s?"
)


@lru_cache(maxsize=2)
def _key_at(text: str) -> int:
    """From where on a number alone in brackets is a goal; the text's length where nothing says so."""
    alike = _ALIKE.search(text)  # 增长7.6%(计划增长8%左右,下同)
    if alike is not None:
        return alike.end()
    for match in _KEY.finditer(text):
        if _GOAL.search(match["what"]) and not _NO_GOAL.search(_GOAL.split(match["what"])[-1]):
            line = text.rfind("\n", 0, match.start()) + 1
            return 0 if _NOTE.match(text, line, match.start()) else match.end()
    return len(text)


_WITH_NUMBER = sought(r"\([^()\n]{0,40}?\d[^()\n]{0,40}\)")
_WITH_GOAL = sought(
    r"\((?:年度|全年|年初|预期|力争)*(?:目标|计划|任务|预期)(?:值|数|任务|目标)*(?:为|是)?[^()\d]{0,6}\d[^()\n,;]{0,14}\)"
)
_WHEN = sought(r"\((?:20\d\d年)?(?:截至)?[\d\-至月日份底末]{2,12}\)")
_FIGURE = sought(r"\d[\d.,]*\s?[万亿]{0,2}(?P<unit>[^\d\s,;、()万亿]{1,4})$")
_FAR = 300  # characters of a line in which its first bracket stands


def _goes_on(text: str, low: int, high: int) -> bool:
    """Whether the line's first bracket with a number holds a goal, and this one a figure like that before it."""
    line = max(text.rfind("\n", 0, low) + 1, low - _FAR)
    first = next(
        (found for found in _WITH_NUMBER.finditer(text, line, low) if not _WHEN.fullmatch(found.group())), None
    )
    if first is None or _WITH_GOAL.fullmatch(text, *first.span()) is None:
        return False
    before, inside = _FIGURE.search(text, max(line, low - 16), low), _FIGURE.search(text, low + 1, high)
    return before is not None and inside is not None and before["unit"] == inside["unit"]


def is_keyed_goal(text: str, start: int, end: int) -> bool:
    """Whether the bracket around the number at `[start, end)` holds it alone, behind the words that make it a goal."""
    low, high = text.rfind("(", max(0, start - 12), start), text.find(")", end, end + 12)
    if low < 0 or high < 0 or _BARE.fullmatch(text, low + 1, high) is None:
        return False
    return low >= _key_at(text) or _goes_on(text, low, high)
