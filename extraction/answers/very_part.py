"""The part behind 其中 that is the very thing promised: 粮食播种180万亩 ... 农作物播种面积240万亩,其中粮食182.5万亩.

The part's word is in the promise's name and not in the whole's: the part answers, the whole is more than was promised.
It may be called in short (护理型床位 of 护理型养老床位); where it is called otherwise too, neither answers.
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
_QUOTED = sought(r"“[^“”]*”")  # 已办证 is no part that “办证难” promises
_LED = sought(r"^[,、;\s]*(?:其中[,、]?)?")
_SEVERAL = sought(r"[、和与]|及(?!以[上下])")
_REACH = 8  # numbers behind the whole


def part_of_it(scope: Scope, promise: Promise, whole: Reading) -> Reading | None:
    """The part of this whole that alone is what was promised; None where there is none, or more than one."""
    if promise.reading.settled and (told := _of_its_plan(scope, promise)) is not None:
        return told if whole.of_plan is None else None
    if promise.measure != "amount" or whole.part or whole.bracket or whole.voice != "report":
        return None
    if promise.reading.part or _SEVERAL.search(promise.name):
        return None
    parts = _parts(scope, whole)
    named = [p for p in parts if _names_it(p, promise, whole)]
    named = named or [p for p in parts if _has_its_word(p, promise, whole)]
    return named[0] if len(named) == 1 else None


def _of_its_plan(scope: Scope, promise: Promise) -> Reading | None:
    """The figure that is called as this part of a plan: 幼儿园20所,其中公办12所 ... 建成14所,其中公办9所."""
    own = promise.reading.own
    return next((r for r in scope.found if r.of_plan is not None and r.voice == "report" and r.own == own), None)


def is_part_of_it(scope: Scope, promise: Promise, part: Reading) -> bool:
    """Whether the figure is such a part."""
    if promise.measure != "amount" or not (part.part or part.bracket):
        return False
    if promise.reading.part and part.part and _with_its_verb(part.own, promise.reading.own):
        return True
    at = scope.found.index(part)
    before = (r for r in reversed(scope.found[max(0, at - _REACH) : at]) if not (r.part or r.bracket))
    whole = next((r for r in before if units.fits(r.quantity.noun, part.quantity.noun)), None)
    if whole is None or whole.sentence != part.sentence or part_of_it(scope, promise, whole) is not part:
        return False
    return _names_it(part, promise, whole) or _says_no_more(part, promise)


def is_end_of_list(scope: Scope, promise: Promise, part: Reading) -> bool:
    """Whether the figure is only of the last of those that the plan lists without a mark, and the whole is told."""
    if promise.measure != "amount" or promise.reading.part or not part.part or len(part.own) < 2:
        return False
    at = scope.found.index(part)
    before = (r for r in reversed(scope.found[max(0, at - _REACH) : at]) if not (r.part or r.bracket))
    whole = next((r for r in before if units.fits(r.quantity.noun, part.quantity.noun)), None)
    if whole is None or whole.voice != "report" or whole.sentence != part.sentence or whole.base < part.base:
        return False
    return _ends_a_list(_word(part), promise.name, whole.own or whole.subject, promise.reading, whole)


_NEW = sought(r"(?:当年|今年)?(?:新(?:登记|设立?|增|注册|开办|发展|认定|入库|引进|培育|建)|实现|完成)(?:的)?")


def _with_its_verb(told: str, promised: str) -> bool:
    """其中新登记企业9107户 for 其中企业1.3万户."""
    verb = told.removesuffix(promised) if len(promised) >= 2 else told
    return verb != told and _NEW.fullmatch(verb) is not None


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


_LACKS = 0.8  # likeness of the whole's name to what is left of the promise's without the part's word


def _word(part: Reading) -> str:
    return _BESIDE_IT.sub("", part.own or _LED.sub("", part.lead).strip())


def _cut(word: str, name: str) -> tuple[str, str]:
    """The first word of the part that stands in the promise's name, and what is left: 护理型, 床位."""
    end = next((n for n in range(len(word) - 1, 1, -1) if word[:n] in name), 0)
    return word[:end], word[end:]


def _has_its_word(part: Reading, promise: Promise, whole: Reading) -> bool:
    """护理型养老床位 was promised: 养老床位1640张,其中护理型床位1150张 has the word that the whole's name lacks."""
    first, left = _cut(_word(part), promise.name)
    bare, short = not whole.own or names.is_bare(whole.own), _says_no_more(part, promise)
    if not first or not left.isalpha() or names.is_bare(first) or (bare and not short):
        return False
    if _ends_a_list(_word(part), promise.name, whole.own or whole.subject, promise.reading, whole):
        return False
    behind = promise.name.partition(first)[2]
    of = "" if bare else whole.own
    lacks = (len(behind) > 1 and of.endswith(behind)) or (short and names.likeness(behind, of) >= _LACKS)
    return first not in of and (bare or lacks)


_VERB = 2  # characters of a verb that opens a name


def _ends_a_list(word: str, name: str, of: str, plan: Reading, whole: Reading) -> bool:
    """查处酒驾醉驾3600起,已查处2985起,其中醉驾412起: the whole under the plan's own verb is of all that it lists."""
    front = name.removesuffix(word)
    verb = names.BARE_VERB.match(name)
    verb_end = verb.end() if verb else _VERB
    told = names.is_bare(of) or name.startswith(_BESIDE_IT.sub("", of) or of)
    near = 0 <= whole.sentence - plan.sentence <= 1
    return front != name and near and told and len(front) - verb_end > 1


def _says_no_more(part: Reading, promise: Promise) -> bool:
    """Whether the part's name only leaves out words of the promise's: 公共桩 of 公共充电桩."""
    first, left = _cut(_word(part), promise.name)
    behind = promise.name.partition(first)[2] if first else ""
    rest = iter(behind)
    return bool(left) and behind.endswith(left[-1]) and all(sign in rest for sign in left)


def _names_it(part: Reading, promise: Promise, whole: Reading) -> bool:
    if sized := _SIZE.search(part.lead):  # 其中10吨及以下152台
        return sized["size"] in promise.name and sized["size"] not in (whole.own or whole.subject)
    word, of = _word(part), whole.own or whole.subject
    name = promise.name if f"“{word}”" in promise.name else _QUOTED.sub("", promise.name)
    if len(word) < 2 or not word.isalpha() or word not in name or of == name:
        return False
    if len(part.own) >= 2 and names.folded(part.own) == names.folded(name) and not of.endswith(name):
        return True  # 出口 in 进出口总额
    if _ends_a_list(word, name, of, promise.reading, whole):
        return False
    return word not in of or (_SEVERAL.search(of) is not None and word == _SEVERAL.split(of)[0])
