"""A work whose clause says only that it lags gives its name to the plan behind it.

水毁路段修复滞后,计划修复37处,仅修复14处 reads as 水毁路段修复滞后,计划水毁路段修复37处,仅修复14处.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_VERBS = r"修复|改造|建设|整治|治理|安装|更换|加固|维修|培训|发放|拆除|清淤|硬化|新建|扩建|搬迁|提升|更新"
_LAGS = sought(
    rf"(?:^|(?<=[。;:,、.)\n]))(?:目前,?|其中,?|部分)?(?P<thing>[\u4e00-\u9fff“”]{{2,12}}?)(?P<verb>{_VERBS})(?:工作|工程|项目|任务)?"
    r"(?:整体|总体)?(?:进展|进度|推进|实施)?(?:较为?|偏|比较|相对|明显|严重)*(?:滞后|落后|缓慢|迟缓|慢|不快|不力|不理想)[,;]"
    r"(?:年度|全年|今年|年初|原)?(?:计划|任务|目标)(?P<at>)(?=(?P=verb)\d)"
)


def lags_named(text: str) -> Iterator[Edit]:
    """The edits that write the thing before the plan's verb."""
    for match in _LAGS.finditer(text):
        yield match.start("at"), match.start("at"), match["thing"]
