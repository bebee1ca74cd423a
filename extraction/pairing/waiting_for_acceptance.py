"""Works that are finished and wait for their inspection: 改造38处,已通过验收16处,完工待验收15处.

They are as finished as those that have passed. Where the plan is to do the work, both together answer it; where it is
to have it inspected, the first alone.
"""

from __future__ import annotations

from extraction.pairing.sums import add
from extraction.promises.links import Link, Scope
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought

_DONE = r"(?:完工|竣工|建成|完成)"
_WAITS = rf"{_DONE}[,、]?(?:正在|尚|等)?待(?:省级?|市级?|县级?|竣工|最终|综合|联合)?验收"
_WAITS_BEFORE = sought(rf"{_WAITS}(?:的|项目)?(?:有|共|约|为)?\s?$")
_WAITS_BEHIND = sought(rf"(?:项目)?(?:已经?|也|均|全部|现已)*{_WAITS}")
_PASSED = r"验收|投用|投入使用|开放|交付|启用|运营"
_PASSED_BEFORE = sought(rf"(?:{_PASSED})(?:合格|通过)?(?:了|的)?\s?$")
_PASSED_BEHIND = sought(rf"(?:已|均|全部|现)*(?:通过|完成|建成|竣工|完工)?[^,。;\d]{{0,4}}?(?:{_PASSED})")
_INSPECTS = sought(r"验收|销号|交付|投用|认定")
_NEXT = 2  # figures behind the first among which the second stands
_APART = 16  # characters between the two


def sum_waiting(scope: Scope, entry: Link) -> None:
    """Let the plan be answered by those that passed and those that wait together, where the two are told apart."""
    promise, passed = entry.promise, entry.actual
    if promise is None or passed is None or entry.shares or entry.parts or promise.kind != "cumulative":
        return
    if "验收" not in scope.text[passed.start : passed.quantity.end + 60] or _INSPECTS.search(promise.name):
        return
    if not (_PASSED_BEFORE.search(passed.lead) or _PASSED_BEHIND.match(passed.tail)) or _is_waiting(passed):
        return
    at = index_of(scope.found, passed.start)
    for r in scope.found[at + 1 : at + 1 + _NEXT]:
        alike = r.quantity.noun == passed.quantity.noun and r.owner == passed.owner and not (r.bracket or r.part)
        apart = scope.text[passed.quantity.end : r.start]
        near = r.sentence - passed.sentence <= 1 and len(apart) <= _APART + len(passed.tail) and "其中" not in apart
        if alike and near and _is_waiting(r) and passed.base + r.base <= promise.reading.base:
            add(entry, [passed, r], "what is finished and waits for its inspection is finished as well")
            return


def _is_waiting(r: Reading) -> bool:
    return _WAITS_BEFORE.search(r.lead) is not None or _WAITS_BEHIND.match(r.tail) is not None
