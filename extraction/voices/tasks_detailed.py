"""Into how many parts the tasks were taken apart, told behind how many they are: 分解为64项、具体举措150条."""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sought import sought

_PARTS = sought(
    r"(?:分解|细化|拆分|梳理|量化)+(?:为|成|出|形成)\s?\d{1,4}[项件个条类][^,。;\d]{0,6}[、和,]"
    r"(?:共|合计)?(?:具体|细化|配套|[小分子])*(?:举措|措施|任务|事项|要点|内容|目标)\s?$"
)
_BACK = 40  # characters before the number in which the other stands
_UNITS = ("项", "件", "个", "条")


def details_tasks(text: str, r: Reading) -> bool:
    return r.quantity.noun in _UNITS and _PARTS.search(text, max(0, r.start - _BACK), r.start) is not None
