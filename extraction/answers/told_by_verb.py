"""What the verb alone tells apart: 今年新铺供水管道21公里,改造更新58公里. 全年计划新铺管道30公里、改造管道90公里.

The second figure names no thing; its first verb is that of one promise of its unit, and the thing stands before it.
"""

from __future__ import annotations

from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought

_VERB = (
    r"(?:新[建铺辟栽开修装植增购]|优化|调整|改造|更新|提升|升级|修复|维修|补植|补栽|清淤|加固|扩建|改建|延伸|整治"
    r"|养护|加装|打通|撤并|续建|修缮|改良|更换)"
)
_VERBS = sought(rf"{_VERB}{{1,2}}")
_DOES = sought(rf"(?P<verb>{_VERB})(?P<thing>[\u4e00-\u9fff]{{2,12}})")


def told_by_verb(scope: Scope, promise: Promise, reading: Reading) -> bool | None:
    """Whether a figure with verbs for a name is of this promise or of another; None where that does not tell."""
    if promise.measure != "amount" or _VERBS.fullmatch(reading.own) is None:
        return None
    if _has_verb_of(promise, reading):
        return True if _is_named_before(scope, promise, reading) else None
    does = _DOES.fullmatch(promise.reading.own) is not None
    others = (p for p in scope.promises if p.target.noun == reading.quantity.noun)
    return False if does and any(_has_verb_of(p, reading) for p in others) else None


def _has_verb_of(promise: Promise, reading: Reading) -> bool:
    does = _DOES.fullmatch(promise.reading.own)
    return does is not None and reading.own.startswith(does["verb"])


def _is_named_before(scope: Scope, promise: Promise, reading: Reading) -> bool:
    does = _DOES.fullmatch(promise.reading.own)
    thing = does["thing"][-2:] if does is not None else ""
    return any(
        r.sentence == reading.sentence and r.quantity.noun == reading.quantity.noun and thing in r.own
        for r in scope.found
        if r.start < reading.start
    )
