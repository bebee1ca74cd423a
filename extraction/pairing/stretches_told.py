"""Stretches of one work, each with how far it has come: 老城段28公里已完工,新区段17公里完成管沟开挖.

Only what is finished of them answers; a stretch on which a step is done or that is at work answers nothing, and is no
plan of its own though a next one stands behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought

STRETCH = sought(r"(?:^|[,;:、])(?:其中)?[\u4e00-\u9fffA-Z\d]{1,8}(?:段|片区?|线|期|侧|区间|城区?|新区|区域)\s?$")
_STEP = (
    r"沟槽|开挖|路基|路面|路床|垫层|破除|主体|桩基|基础|基坑|招标|招投标|设计|测量|勘[察测]|征地|征收|拆迁|管沟|土石?方|清表|方案|立项|选址|手续|可研|审批"
    r"|围挡|放线|土建|备料|下构|架梁|水稳|基层|封顶|采购|进场|前期|交底|便道"
)
_AT_WORK = sought(
    rf"(?:已|均|全部|目前|现)*(?:正在?|完成了?[^,。;\d]{{0,6}}(?:{_STEP})|进入|启动|开始|尚未|未|待|处于|开展(?:前期)?)"
)
CUE = cue(_AT_WORK)


def silence_stretches(found: Sequence[Reading]) -> None:
    """Take their voice from stretches that are not finished, where a plan stands before them, in place."""
    for index, r in enumerate(found):
        if r.measure != "amount" or r.bracket or r.heading or r.voice not in ("report", "promise"):
            continue
        told = _AT_WORK.match(r.tail) is not None and STRETCH.search(r.clause_lead) is not None
        if told and any(p.quantity.noun == r.quantity.noun and p.base > r.base for p in found[:index]):
            r.voice, r.settled = "context", True
