"""A figure that comes back to the promise after figures of other things, and says so by its words.

完成土地平整3.05万亩、机耕路68公里,累计|建成1.86万亩; 提供岗位9.6万个,新增|转移5.84万人.
"""

from __future__ import annotations

from extraction.numbers import units
from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_SUM = sought(  # 累计发行, 共计
    r"(?:累计|总计|合计|共计)(?:已|共)?[\u4e00-\u9fff]{0,3}$"
)
_REACHES = sought(r"(?:达到?|有|突破|超过?)\s?$")
_COUNTED = sought(r"^(?:累计|实际|已|共|新增加?|净增加?|新|又|再|完成|实现)+")


def resumes(scope: Scope, promise: Promise, reading: Reading) -> str | None:
    """How the figure comes back to the promise, the only one of its unit so far; None where it does not."""
    if (
        reading.part
        or reading.bracket
        or reading.stock
        or reading.quantity.noun != promise.target.noun
        or promise.measure != "amount"
    ):
        return None
    if not 0 <= reading.sentence - promise.reading.sentence <= 2 or not _only_one(scope, promise, reading):
        return None
    if _by_its_word(promise, reading) and not _told_otherwise(scope, promise, reading):
        return f"{reading.own!r} is a word of the promise"
    return "the sum after figures of other things" if _sums_up(scope, reading) else None


def _only_one(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """Whether nothing else was promised in this unit up to the promise's sentence, or before the figure."""
    noun, until = promise.target.noun, promise.reading.sentence
    alike = (p.reading for p in scope.promises if p.target.noun == noun)
    return sum(r.sentence <= until or (r.sentence <= reading.sentence and r.start < reading.start) for r in alike) == 1


def _by_its_word(promise: Promise, reading: Reading) -> bool:
    word = _COUNTED.sub("", reading.own)
    return len(word) in (2, 3) and word in promise.name and not names.is_generic(word)


def _told_otherwise(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """Whether another figure in the unit has the word as well: 外出务工转移3万人, 就近转移2万人."""
    word, noun = _COUNTED.sub("", reading.own), promise.target.noun
    return any(
        r is not reading and r.voice == "report" and r.quantity.noun == noun and word in r.own and not r.part
        for r in scope.found
    )


def _sums_up(scope: Scope, reading: Reading) -> bool:
    """累计建成, behind a figure that has a name, and the last of its unit in its sentence."""
    if _REACHES.search(reading.clause_lead):
        return False  # 累计达到87个: all there are
    said = _SUM.search(reading.clause_lead.strip())
    if said is None or names.stage(reading.clause_lead) or len(names.folded(reading.clause_lead[: said.start()])) > 1:
        return False
    if reading.own and not names.is_bare_verb(reading.own, reading.lead):
        return False
    alike = [r for r in scope.found if r.sentence == reading.sentence and not r.bracket]
    before = [r for r in alike if r.start < reading.start and r.voice == "report"]
    named = before and all(r.own and not names.is_bare(r.own) for r in before)
    after = any(r.start > reading.start and r.quantity.noun == reading.quantity.noun and not r.part for r in alike)
    return bool(named) and not after and reading.quantity.noun not in units.PEOPLE
