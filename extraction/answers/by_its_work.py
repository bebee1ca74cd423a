"""Promises side by side that differ by the work alone, and figures told under one of those works.

    新建公墓6座、提升改造3座,目前新建公墓开工4座、建成1座,改造全部完成
    年度计划新建40公里、养护维修300公里。新建段开工35公里、完工12公里,养护维修全部完成

What is said under 新建 is of the promise of 新建, whatever steps are told one behind another, and of no other.
"""

from __future__ import annotations

from functools import lru_cache

from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_WORKS = (
    ("新改建", "新改扩建", "新建", "新增", "新设", "新修"),
    ("改造", "改建", "提升改造", "改造提升", "升级改造", "提质改造", "增容改造"),
    ("扩建", "改扩建", "增容"),
    ("养护", "维修", "修缮", "维护", "加固", "修复", "大修", "中修"),
    ("更换", "更新"),
    ("清淤", "疏浚", "清挖"),
    ("续建",),
    ("迁建", "重建"),
)
_ANY = sought("|".join(sorted((word for family in _WORKS for word in family), key=len, reverse=True)))
_ONLY = sought(rf"(?:{_ANY.pattern}){{1,2}}[类段站桥点厅路水厂座处]?(?:工程|项目|任务|部分|工作)?")  # 维修加固, 新建段


@lru_cache(maxsize=4096)
def works(words: str) -> frozenset[int]:
    """The works that the words speak of."""
    return frozenset(n for n, family in enumerate(_WORKS) if any(word in words for word in family))


def _side_by_side(scope: Scope, promise: Promise) -> list[Promise]:
    """The promises of its unit and sentence, where each has a work of its own that no other has; else none."""
    r = promise.reading
    beside = [p for p in scope.promises if p.reading.sentence == r.sentence and p.target.noun == promise.target.noun]
    said = [works(p.reading.own) for p in beside]
    plain = len(beside) > 1 and all(len(w) == 1 for w in said) and len(set(said)) == len(said)
    return beside if plain and promise.measure == "amount" else []


def told_under(scope: Scope, promise: Promise, reading: Reading) -> bool | None:
    """Whether the figure is told under the work of this promise; None where no work tells."""
    here = works(_thing(reading))
    if here and reading.clause_start == promise.reading.clause_start and reading.start < promise.reading.start:
        there = works(promise.reading.own)
        return False if there and not here & there else None  # 新修25公里、维修60公里
    if len(here) != 1 or reading.bracket:
        return None
    beside = _side_by_side(scope, promise)
    fitting = [p for p in beside if works(p.reading.own) == here]
    return None if len(fitting) != 1 else fitting[0] is promise


def _thing(r: Reading) -> str:
    return r.subject if not r.own or names.is_bare(r.own) or not works(r.own) else r.own


def is_named_by(scope: Scope, promise: Promise, name: str) -> bool:
    """改造|全部完成: nothing but the work, which is this promise's among those side by side."""
    here = works(name)
    if len(here) != 1 or _ONLY.fullmatch(name.strip()) is None:
        return False
    fitting = [p for p in _side_by_side(scope, promise) if works(p.reading.own) == here]
    return fitting == [promise]


def is_of_another_work(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """老旧小区改造。累计完成投资1.6亿元, paragraphs behind 房地产开发投资: whose investment it is its words say."""
    if reading.own not in ("投资", "资金") or scope.item.level or reading.sentence == promise.reading.sentence:
        return False
    thing, promised = (names.folded(name.removesuffix(reading.own)) for name in (reading.subject, promise.name))
    return min(len(thing), len(promised)) >= 2 and len(thing) >= 3 and names.likeness(promised, thing) == 0
