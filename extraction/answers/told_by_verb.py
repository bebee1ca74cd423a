"""What the verb alone tells apart: 今年新铺供水管道21公里,改造更新58公里. 全年计划新铺管道30公里、改造管道90公里.

The second figure names no thing; its first verb is that of one promise of its unit, and the thing stands before it.
"""

from __future__ import annotations

from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought
from extraction.words import names

_VERB = (
    r"(?:新[建铺辟栽开修装植增购]|优化|调整|改造|更新|提升|升级|修复|维修|补植|补栽|清淤|加固|扩建|改建|延伸|整治"
    r"|养护|加装|打通|撤并|续建|修缮|改良|更换)"
)
_VERBS = sought(rf"{_VERB}{{1,2}}")
_DOES = sought(rf"(?P<verb>{_VERB})(?P<thing>[\u4e00-\u9fff]{{2,12}})")


def told_by_verb(scope: Scope, promise: Promise, reading: Reading) -> bool | None:
    """Whether a figure with verbs for a name is of this promise or of another; None where that does not tell."""
    if promise.measure != "amount":
        return None
    if _is_looked_through(scope, promise, reading):
        return True
    paid = _paid_beside(scope, promise, reading)
    if paid is not None or _VERBS.fullmatch(reading.own) is None:
        return paid
    if _has_verb_of(promise, reading):
        return True if _is_named_before(scope, promise, reading) else None
    does = _DOES.fullmatch(promise.reading.own) is not None
    others = (p for p in scope.promises if p.target.noun == reading.quantity.noun)
    return False if does and any(_has_verb_of(p, reading) for p in others) else None


_PAYS = r"兑现|兑付|拨付|支付|核销|清偿|偿还|返还|退付|发放|投放|使用|支出"
_TO_PAY = sought(rf"(?:{_PAYS})")
_PAID = sought(rf"[、,]\s?(?:已|实际|累计|共)*(?P<verb>{_PAYS})(?:了)?\s?")


def _paid_beside(scope: Scope, promise: Promise, reading: Reading) -> bool | None:
    """消费券发放820万元、兑现540万元 told of 兑现消费券700万元: the promise's verb, beside a step before."""
    verb = _TO_PAY.match(promise.reading.own)
    index = index_of(scope.found, reading.start)
    if verb is None or reading.bracket:
        return None
    if _is_paid(scope, index, verb.group()):
        return True if names.likeness(promise.reading.own, scope.found[index - 1].own) >= _ALIKE else None
    named = len(names.folded(reading.own)) > 1 and verb.group() not in reading.own
    return False if named and _is_paid(scope, index + 1, verb.group()) else None


_ALIKE = 0.5


def _is_paid(scope: Scope, index: int, verb: str) -> bool:
    """Whether the number there stands under the verb alone, right behind another of its unit."""
    if not 0 < index < len(scope.found):
        return False
    before, paid = scope.found[index - 1 : index + 1]
    told = _PAID.fullmatch(scope.text, before.quantity.end, paid.start)
    return told is not None and told["verb"] == verb and before.quantity.noun == paid.quantity.noun


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


_LOOKS = r"排查|检查|筛查|普查|鉴定|巡查|摸排|核查|清查|体检"
_LOOKED = sought(rf"(?:已|累计|共|现)*(?P<verb>{_LOOKS})(?:录入|登记|完成|建档|采集|上图|入库)")


def _is_looked_through(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """房屋排查不少于3.2万户: 排查录入3.4万户, where one promise of its unit alone is to look at things so."""
    verb = _LOOKED.fullmatch(reading.own)
    if verb is None or reading.quantity.noun != promise.target.noun:
        return False
    asked = [p for p in scope.promises if p.target.noun == promise.target.noun and p.name.endswith(verb["verb"])]
    return asked == [promise]
