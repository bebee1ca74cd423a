"""Kinds counted out of the works at a stage are of that stage: 开工88个,完成投资50亿元;其中省重点14个,…;市重点30个.

How many of those begun are of a kind tells of no plan how many are done, however many other figures stand between.
"""

from __future__ import annotations

from extraction.numbers import units
from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought
from extraction.words import names

_BACK = 10  # numbers between a kind and the whole
_BEGUN = sought(r"(?:(?:开|动|复)工|在建|启动|进场|开复工|开建)(?:建设|了|项目|实施)*(?:约|近)?\s?$")
_FINISHED = sought(r"完工|竣工|建成|投产|投用|交付|通车|验收|完成\s?$")  # 其中9个小区完成验收 as well
_OF_THEM = "其中"


def kind_of_begun(scope: Scope, promise: Promise, reading: Reading) -> str | None:
    """The kind that the count is of."""
    noun = reading.quantity.noun
    if promise.measure != "amount" or noun not in units.COUNTED or reading.bracket or not reading.own:
        return None
    if promise.reading.part or names.stage(reading.own) or _FINISHED.search(reading.lead + reading.tail):
        return None
    at = index_of(scope.found, reading.start)
    for whole in reversed(scope.found[max(0, at - _BACK) : at]):
        if whole.start <= promise.reading.start:
            return None
        between = scope.text[whole.quantity.end : reading.start]
        if "。" in between or "\n" in between:
            return None
        if whole.quantity.noun == noun and not whole.part and _BEGUN.search(whole.lead):
            return reading.own if _OF_THEM in between and reading.base < whole.base else None
    return None
