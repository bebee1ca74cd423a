"""Numbers in Chinese written in digits before reading: 四千五百人 as 4500人, 二〇一八年 as 2018年."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.numbers import units
from extraction.numbers.numerals import CN, chinese_value
from extraction.numbers.quantities import scan
from extraction.records import Edit, Quantity
from extraction.sought import sought

_YEAR = sought(
    r"二[零0O][零一二三四五六七八九\d]{2}(?=年)|一九[零一二三四五六七八九\d]{2}(?=年)"
    r"|二零(?<![零一二三四五六七八九]二零)[一二][零一二三四五六七八九](?=年)"
)
_AGE = sought(rf"(?<![{CN}])[{CN}]{{1,3}}(?=周?岁及?以[上下])")  # 五岁以下儿童
_ARABIC = str.maketrans("零一二三四五六七八九O", "01234567890")
_COUNTER = "|".join(map(re.escape, sorted({*units.PEOPLE, *units.COUNTERS, *units.MEASURES, "个百分点"}, key=len)))
_WRITTEN = sought(
    rf"百分之|成(?=[以左,。;、]|$)|(?:[零一二三四五六七八九十百千两]{{2}}|[十两])[余多]?[万亿]?(?:{_COUNTER})"
)
_NUMERAL = sought(rf"[{CN}]+(?:点[零一二三四五六七八九]+)?")
_BEGINS = frozenset(CN)
_OWNERS = ("区", "县", "市", "镇", "乡", "村", "类", "个", "方面", "级", "批", "")  # 三区, 两个: how many speak of them


def in_digits(text: str) -> Iterator[tuple[int, int, str]]:
    """The numbers of the folded text that stand there in Chinese, with their digits; what is a name stays."""
    for match in _YEAR.finditer(text):
        yield match.start(), match.end(), match.group().translate(_ARABIC)
    for age in _AGE.finditer(text) if "岁" in text else ():
        if (years := chinese_value(age.group())) is not None:
            yield age.start(), age.end(), f"{years:f}"
    if _WRITTEN.search(text):
        # behind a digit it would be a part of that: PM2.5〇点八
        spelled = (
            q for q in scan(text) if q.text[:1] in _BEGINS and not text[max(0, q.start - 1) : q.start].isdecimal()
        )
        yield from (edit for q in spelled if (edit := _written(q)) is not None)


def _written(quantity: Quantity) -> Edit | None:
    if quantity.role != "context" or quantity.value is None or quantity.upper is not None:
        return None
    text, start = quantity.text, quantity.start
    if quantity.noun == "%":
        return None if "分之" in text and "百分之" not in text else (start, quantity.end, f"{quantity.value:f}%")
    numeral = _NUMERAL.match(text)
    if numeral is None or (quantity.noun in _OWNERS and quantity.value < 10):
        return None
    end = numeral.end()
    while end > 1 and text[end - 1] in "万亿" and quantity.unit.startswith(text[end - 1]):
        end -= 1
    return start, start + end, f"{quantity.value:f}"
