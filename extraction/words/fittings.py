"""What stands at a site is no site: 安装充电桩620个 answers no 新建充电站80处, 投放垃圾桶 no 垃圾分类站点.

Both are counted by nouns of one kind, and their names are alike in all but the last word.
"""

from __future__ import annotations

from extraction.sought import sought
from extraction.words import names

_SITE = sought(
    r"(?:站点?|点位?|驿站|场站?|中心|基地|公园|广场|游园|绿地|小区|社区|校区?|园区?|馆|院|停车场|服务区|街区|房|亭|屋|室)$"
)
_FITTING = sought(
    r"(?P<what>[\u4e00-\u9fff](?:桩|充电枪|桶|箱|柜|水泵|路灯|座椅|长椅|[标站路示]牌|显示屏|探头|摄像头|[水电气]表|阀门|体机|仪器|器材|设备|井盖))$"
)


def only_fitted(promised: str, told: str) -> str | None:
    """The fitting that is told, where a site was promised whose name has no such thing in it; else None."""
    fitting = _FITTING.search(told)
    if fitting is None or _SITE.search(names.folded(promised)) is None or fitting["what"][1:] in promised:
        return None
    return names.folded(told)
