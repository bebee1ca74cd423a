"""The part behind 其中 that is the very thing promised: 粮食播种180万亩 ... 农作物播种面积240万亩,其中粮食182.5万亩.

The part's word is in the promise's name and not in the whole's: the part answers, the whole is more than was promised.
"""

from __future__ import annotations

from extraction.numbers import units
from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_BESIDE_IT = sought(
    r"^(?:[已共现]|完成|实现|累计|建成|培训|发放|引进|认定|新)+|(?:作物)?(?:播种|种植|收获)?(?:面积|产量|总产|总量|量|数|额)?$"
)
_SIZE = sought(r"(?<![\d.])(?P<size>\d[\d.]*[\u4e00-\u9fff]{1,4}?及?以[上下])的?\s?$")
_LED = sought(r"^[,、;\s]*(?:其中[,、]?)?")
_SEVERAL = sought(r"[、和与]|及(?!以[上下])")
_REACH = 8  # numbers behind the whole


def part_of_it(scope: Scope, promise: Promise, whole: Reading) -> Reading | None:
    """The part of this whole that alone is what was promised; None where there is none, or more than one."""
    if promise.measure != "amount" or whole.part or whole.bracket or whole.voice != "report":
        return None
    if promise.reading.part or _SEVERAL.search(promise.name):
        return None
    named = [p for p in _parts(scope, whole) if _names_it(p, promise, whole)]
    return named[0] if len(named) == 1 else None


def is_part_of_it(scope: Scope, promise: Promise, part: Reading) -> bool:
    """Whether the figure is such a part."""
    if promise.measure != "amount" or not (part.part or part.bracket):
        return False
    at = scope.found.index(part)
    before = (r for r in reversed(scope.found[max(0, at - _REACH) : at]) if not (r.part or r.bracket))
    whole = next((r for r in before if units.fits(r.quantity.noun, part.quantity.noun)), None)
    return whole is not None and whole.sentence == part.sentence and part_of_it(scope, promise, whole) is part


def _parts(scope: Scope, whole: Reading) -> list[Reading]:
    """The parts of its unit behind it, until something else is told in that unit."""
    at = scope.found.index(whole)
    parts: list[Reading] = []
    for r in scope.found[at + 1 : at + 1 + _REACH]:
        if (
            r.sentence != whole.sentence
            or r.measure != "amount"
            or not units.fits(r.quantity.noun, whole.quantity.noun)
        ):
            continue
        if not (r.part or r.bracket):
            break
        if r.voice == "report" and r.base <= whole.base:
            parts.append(r)
    return parts


def _names_it(part: Reading, promise: Promise, whole: Reading) -> bool:
    if sized := _SIZE.search(part.lead):  # 其中10吨及以下152台
        return sized["size"] in promise.name and sized["size"] not in (whole.own or whole.subject)
    word = _BESIDE_IT.sub("", part.own or _LED.sub("", part.lead).strip())
    name, of = promise.name, whole.own or whole.subject
    if len(word) < 2 or not word.isalpha() or word not in name or of == name:
        return False
    if len(part.own) >= 2 and names.folded(part.own) == names.folded(name) and not of.endswith(name):
        return True  # 出口 in 进出口总额
    return word not in of or (_SEVERAL.search(of) is not None and word == _SEVERAL.split(of)[0])
