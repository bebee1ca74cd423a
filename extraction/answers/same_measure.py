"""Whether a figure measures what was promised: an amount in a fitting unit, a growth, a share, a rate of completion."""

from __future__ import annotations

from extraction.numbers.counted_alike import counts_alike
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought

_ROUNDS = frozenset(("批", "届", "期", "轮", "批次", "类", "档", "年", "天", "倍", "个月"))


def same_measure(promise: Promise, reading: Reading) -> bool:
    """Whether both count the same: a growth answers a growth, an amount one of a fitting unit."""
    a, b = promise.measure, reading.measure
    if promise.reduction and b in ("growth", "change"):
        return a == b
    if a == "completion":
        return b in ("percent", "completion")
    if a != b:
        return False
    if a != "amount":
        return True
    if reading.quantity.noun in _ROUNDS and reading.quantity.noun != promise.target.noun:
        return False  # 分3批申报 is no number of enterprises
    return counts_alike(promise.name, promise.target.noun, reading.quantity.noun) or _per_head(promise, reading)


def _per_head(promise: Promise, reading: Reading) -> bool:
    """目标22件/万人,截至8月末为21.36件: the nameless figure behind it leaves out what it is counted per."""
    counted, per, _ = promise.target.noun.partition("/")
    told, told_per, _ = reading.quantity.noun.partition("/")
    if told_per and told == promise.target.noun and sought(r"人均|标准|补助|水平").search(promise.name):
        return True  # 月人均补助水平达到230元: 月人均补助236元/人.月
    behind = reading.sentence == promise.reading.sentence and reading.start > promise.reading.start
    return (
        bool(per)
        and counted == reading.quantity.noun
        and behind
        and sought(r"(?:为|是|达到?)\s?$").search(reading.lead) is not None
    )
