"""What came on balance, what came new, and what there is: 新设2.17万户,注销1.06万户,净增1.11万户,实有27.34万户.

A promise of a net gain is answered by a net gain, one of a total by a total; not by what was registered or granted.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.promises.links import Scope
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought

_NET = sought(r"净增加?(?:[^,。;、\d]{0,16})(?:约|近|了)?\s?$")
_ALL = sought(
    r"(?:实有|现有|在册|在库|在营|存续|有效期内|年[末底]有效|总量|总数|总户数|存量|保有量)(?:已?达到?|突破|超过?|为|约|近|至|[^,。;、\d]{2,8})?\s?$"
)
_GROSS = sought(r"(?:新设立?|新增|新登记|新注册|新开办|注销|吊销|退出|减少)[^,。;、\d]{0,10}$")
_CAME = sought(r"新(?:登记|设立?|注册|开办|成立)[^,。;、\d]{0,10}$")  # who went again is not told
_HELD = sought(r"(?:拥有|保有|持有|有效[^,。;\d]{1,8})量(?:已?达到?|突破|超过?|为|至)?\s?$")
_GRANTED = sought(  # 专利授权63件: how many came to those that are held
    r"^(?!.*(?:有效|拥有|保有|持有|现有|总)).*(?:授权|新增|新登记|新注册|受理|申请|获证)[^,。;\d]{0,10}$"
)

_LOST = sought(  # what went again beside what came: 新入库31家,退库12家
    r"(?:注销|吊销|退[出库规统]|迁出|关停|关闭|歇业|未(?:能)?通过|失效|摘牌|减少|调出|剔除|流出|死亡)(?:的?有|了|约|近|共)?\s?$"
)


def is_gross_beside_net(found: Sequence[Reading], r: Reading) -> bool:
    """新登记2690户,净增1700户: what came in all plans nothing where a net gain was promised and one is told behind."""
    if r.measure != "amount" or not _GROSS.search(r.lead):
        return False
    net = [n for n in found if n.quantity.noun == r.quantity.noun and _NET.search(n.lead)]
    before = any(n.start < r.start and n.voice == "promise" for n in net)
    return before and any(r.start < n.start < r.start + _NEAR for n in net)


_NEAR = 80  # characters in which the net gain stands behind what came in all


def net_or_all(promise: Promise, reading: Reading) -> str | None:
    """Why the figure answers: both are on balance, or both are all there is."""
    if promise.measure != "amount" or promise.target.noun != reading.quantity.noun or reading.part:
        return None
    for sort, pattern in (("net gain", _NET), ("total", _ALL)):
        if pattern.search(promise.reading.lead) and pattern.search(reading.lead):
            return f"both are a {sort}"
    return None


def other_sum(scope: Scope, promise: Promise, reading: Reading) -> bool:
    """Whether the figure is of another sort than the promised one, and the task tells the promised sort beside it."""
    here = promise.reading.lead
    if _NET.search(here) and not _NET.search(reading.lead) and _has_losses(scope, reading):
        return True
    if _NET.search(here) and _CAME.search(reading.lead):
        return True
    if _HELD.search(here) and _GRANTED.search(reading.lead):
        return True
    for sort, others in ((_NET, (_GROSS, _ALL)), (_ALL, (_GROSS, _NET))):
        beyond = sort is _NET and reading.base > promise.reading.base  # 6月末参保41.36万人,较上年末净增11640人
        apart = beyond or any(o.search(reading.lead) for o in others)
        if sort.search(here) and not sort.search(reading.lead) and apart:
            return any(net_or_all(promise, r) for r in scope.found if r.voice == "report" and r is not promise.reading)
    return False


def _has_losses(scope: Scope, reading: Reading) -> bool:
    """新登记2.3万户,注销1.4万户: whether what went again is told right behind what came, or is the figure itself."""
    if _LOST.search(reading.lead):
        return True
    behind = next((r for r in scope.found if r.start > reading.start), None)
    beside = behind is not None and behind.sentence == reading.sentence and _LOST.search(behind.lead) is not None
    return beside and behind is not None and behind.quantity.noun == reading.quantity.noun
