"""Figures that count nothing but an early step of the work, in so many words: 完成16个点位申报工作, 选址完成18个.

How likely a figure answers is asked where the words leave it open. These leave nothing open.
"""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sought import sought

_STEP = (
    r"(?:选点|选址|申报|设计|勘察|勘测|测量|测绘|评审|评估|立项|审批|批复|报批|招标|招投标|审查|联审|备案"
    r"|可研|公示|摸底|论证|踏勘|初审|预审|图审|规划|申请)"
)
_BEHIND = sought(
    rf"[^,。;、()\d]{{0,8}}?(?:已|均|全部|正在?|完成|通过|提交|上报|的)*"
    rf"(?:{_STEP}{{1,2}}(?:工作|材料|手续|程序|方案|报告)?|(?:申[报请]|上报|提交)?材料)"
    r"(?:工作|编制)?(?=[,。;)]|$)"
)
_AHEAD = sought(rf"{_STEP}(?:工作)?(?:已|均|全部)*(?:完成|落实|确定|通过|上报|提交)了?\s?$")


def is_step_alone(r: Reading) -> bool:
    """Whether the words on either side of the number name a step, and no end of the work."""
    return _BEHIND.match(r.tail) is not None or _AHEAD.search(r.lead) is not None
