"""A work with its number that is said to be slow right behind it was planned so: 建设口袋公园6座,进度偏慢。

No word plans and no figure answers: that it lags says that it was to be done. 新增积水点6处,进度偏慢 is no work.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought

_WORK = sought(
    r"^(?:“|\(?\d{1,2}[.、)])?\s?(?:计划|拟)?(?:新建|改建|扩建|续建|建设|改造|重建|整治|治理|修复|维修|修缮|加固|铺设|安装|加装|更新|提升|打造"
    r"|拆除|实施|新改扩建|改扩建|新改建|建成投用|开工建设)"
)
_TELLS = sought(r"已|累计|目前|完成|竣工|投用的|截[至止]|共(?!享|建|同)|仅|实际")
_IS_SLOW = (
    r"(?:但|目前|现|因[^,。;\n]{2,16},|由于[^,。;\n]{2,16},)*"
    r"(?:(?:项目|工程|工作|总体|整体|建设)?(?:进度|进展|推进|实施)(?:情况)?(?:较为?|比较|相对|明显|严重)?(?:滞后|缓慢|迟缓|偏慢|较慢|落后)"
    r"(?:于?(?:序时|时序|时间)进度)?|(?:明显|严重|工作)?(?:滞后|落后)(?:于?(?:序时|时序|时间)进度)?"
    r"|(?:尚)?未达到?(?:序时|时序|时间)进度(?:要求)?)(?=[,。;\n]|$)"
)
_SLOW = sought(rf"[^,。:;()\d\n]{{0,12}}?(?:\([^()\n]{{1,20}}\))?”?\s?[,:。;\n]\s?(?P<said>{_IS_SLOW})")
CUE = cue(sought(r"滞后|缓慢|迟缓|偏慢|较慢|落后|未达"))


def slow_at_once(text: str, r: Reading) -> re.Match[str] | None:
    """The words right behind the number and what it counts, in its sentence or the next, by which the work is slow."""
    return _SLOW.match(text, r.quantity.end)


def mark_works_behind(text: str, found: Sequence[Reading]) -> None:
    """Give the voice of a promise to such numbers, in place."""
    for r in found:
        if r.voice != "report" or r.measure != "amount" or r.bracket or r.part or r.owner is not None:
            continue
        lead = text[r.clause_start : r.start]
        if _WORK.match(lead) and not _TELLS.search(lead) and slow_at_once(text, r):
            r.voice, r.cued = "promise", True
