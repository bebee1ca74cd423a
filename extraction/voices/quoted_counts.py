"""How many quoted tasks follow: 建设任务有两项:“…”“…”. The count is of the quotations, and tells nothing of its own."""

from __future__ import annotations

from extraction.sought import sought
from extraction.voices.place import CONTEXT, Place, Said, only_with

_QUOTED = sought(r"(?:民生|重点)*(?:任务|工作|指标|实事)?(?:,?分别)?(?:是|为|即)?:?“[^“”\n]{4,60}”[、,和及与]?“")


@only_with(sought("“"))
def counts_quotations(p: Place) -> Said | None:
    """建设任务有_两项:“新建学校20所”“新增学位1.2万个”."""
    few = p.r.quantity.noun in ("项", "件", "个") and 2 <= p.r.value <= 9
    if not few or _QUOTED.match(p.s.text, p.r.quantity.end) is None:
        return None
    p.r.settled = True
    return CONTEXT
