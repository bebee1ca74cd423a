"""A goal of all that there shall be (年底累计建成40个) is answered by all that there is, not by what the year added.

年底累计建成食堂40个以上。今年新建食堂15个,目前累计建成43个      the 43: the goal and its answer are a level
全年累计改造户厕5000户。9月改造420户,累计改造4100户             what the year adds up to stays a sum of the year
"""

from __future__ import annotations

from extraction.promises.links import Link, Scope
from extraction.sought import sought
from extraction.words import names

_ALL = sought(r"累计(?:建成|建设|组建|培育|认定|创建|发展|设立|拥有|达到?)")
_OF_YEAR = sought(r"年内新增|新增|净增")  # 全年累计新增: the year's own sum
_ADDED = sought(
    r"(?:今年|本年|当年|年内|20\d\d年)(?:以来)?[^,。;]{0,12}新|新(?:建|增|培育|认定|创建|组建|发展|设立)(?!能源|材料)"
)
_IN_ALL = sought(
    r"(?:累计|(?<!公)共|总数|总量)(?:已)?(?:建成|建设|组建|培育|认定|创建|发展|设立|拥有)?(?:了|[^,。;\d]{2,12}?)?(?:达到?|有|至|为)?\s?$"
)
_NEXT = 1  # sentences behind the year's addition


def take_all(scope: Scope, entry: Link, used: set[int]) -> None:
    """Answer such a goal by the total behind the year's addition, in place."""
    first, promise = entry.actual, entry.promise
    if first is None or promise is None or promise.kind not in ("cumulative", "level") or promise.measure != "amount":
        return
    planned = promise.reading.clause_lead[-24:] + promise.reading.lead
    if not _ALL.search(planned) or _OF_YEAR.search(planned) or not _ADDED.search(first.clause_lead):
        return
    if "累计" in first.clause_lead:
        return
    for later in scope.found:
        near = later.start > first.start and 0 <= later.sentence - first.sentence <= _NEXT
        alike = later.quantity.noun == first.quantity.noun and later.voice == "report" and not later.bracket
        if not near or not alike or id(later) in used or later.base < first.base:
            continue
        named = not later.own or names.is_bare_verb(later.own, later.lead) or _same(later.own, promise.name)
        if named and _IN_ALL.search(later.clause_lead):
            entry.actual, entry.reason = later, "all that there is, of which the goal tells how many there shall be"
            promise.kind, promise.accrues = "level", False
            return


def _same(own: str, name: str) -> bool:
    return names.likeness(name, own) >= 0.7
