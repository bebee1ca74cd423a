"""Plans of which what was begun is counted: 危房改造任务620户,已开工590户,开工率95.2%.

Homes and what is rebuilt are planned and told by what was begun. Of schools that shall be built (计划建设学校8所,
目前开工8所,开工率100%) the begun ones are a stage, whatever share of them it is; so is everything before the works.
"""

from __future__ import annotations

from extraction.promises.targets import Promise
from extraction.sought import sought

_BEGUN = sought(r"开工|动工|开建|启动|在建")
_HOMES = frozenset(("户", "套", "间"))
_REBUILT = sought(r"改造|改建|重建|加固|棚户|实施")
_HANDED_OVER = sought(r"交付|竣工|完工|建成|投用|入住|验收|办证")


def counts_begun(promise: Promise, told: str) -> bool:
    """Whether the figure's words tell a beginning, and of this plan beginnings are counted."""
    if _BEGUN.search(told) is None or _HANDED_OVER.search(promise.name):
        return False
    return promise.target.noun in _HOMES or _REBUILT.search(promise.name) is not None
