"""Goals in brackets, each right before what was done of it, read in a list as goals with their answers in brackets.

城东片(40公里)完成31公里,城西片(25公里)完成9公里      reads as 城东片目标40公里(完成31公里),城西片目标25公里(完成9公里)

One bracket alone may hold anything; of two and more, each with its figure of the same unit behind it, all are goals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extraction.numbers import units
from extraction.numbers.numerals import arabic_value
from extraction.records import Edit
from extraction.sought import sought

_NUMBER = r"\d[\d,]{0,9}(?:\.\d{1,4})?"
_ITEM = sought(
    r"(?<=[\u4e00-\u9fff”])(?P<open>\()(?P<called>(?:年度|全年|年初)?(?:任务|目标|计划)[数为]?)?"
    rf"(?P<plan>{_NUMBER})\s?(?P<times>[万亿]{{0,2}})(?P<unit>{units.AMOUNTS})(?P<close>\))"
    r"(?:目前|现|已|累计|实际|实现|仅|只|共)*(?:完成(?!率)|完工|建成|竣工|改造|交付|投用|新建|新增|发放|培训|到位|整治|治理)(?:了|约)?"
    rf"(?P<done>{_NUMBER})\s?(?P=times)(?P=unit)(?=[,、;。\n]|\Z)"
)
_MAY_HOLD = re.compile(r"\d\s?[^\d,。;:()\n]{1,6}\)[\u4e00-\u9fff]{2,8}\d")  # what each of these holds
_SENTENCE = re.compile(r"[^。\n]+")
_BEYOND = Decimal("1.5")  # times the number in the bracket, beyond which it is no goal


def goals_before_verbs(text: str) -> Iterator[Edit]:
    """The edits that take each goal out of its bracket and put what was done in one."""
    for item in listed(text):
        yield *item.span("open"), "" if item["called"] else "目标"
        yield *item.span("close"), "("
        yield item.end() - 1, item.end(), item[0][-1] + ")"


def listed(text: str) -> Iterator[re.Match[str]]:
    """The brackets of such lists, each with the figure behind it."""
    for sentence in _SENTENCE.finditer(text) if _MAY_HOLD.search(text) else ():
        items = list(_ITEM.finditer(text, *sentence.span()))
        if len(items) > 1 and all(_may_answer(item) for item in items):
            yield from items


def _may_answer(item: re.Match[str]) -> bool:
    return arabic_value(item["done"]) <= arabic_value(item["plan"]) * _BEYOND
