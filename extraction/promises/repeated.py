"""The promised number again, with what is still to be done with all of them: 15所学校正在论证, 30个村队伍全部进场."""

from __future__ import annotations

from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import wording


def repeats_ongoing(promise: Promise, reading: Reading) -> bool:
    """15所智慧校园正在开展论证, 24个村均已完成规划编制: the promised number again, with what is still done on it."""
    if reading.base != promise.reading.base or reading.quantity.noun != promise.reading.quantity.noun:
        return False
    if wording.ONGOING.search(reading.tail) and not reading.cued:
        return True
    step = _STEP_DONE.match(reading.tail)
    made_ready = _MADE_READY.match(reading.tail) is not None
    return made_ready or (step is not None and step["step"] not in promise.name)


_MADE_READY = sought(  # 30个村施工队伍全部进场
    r"[^,。;、\d]{0,6}(?:队伍?|人员|干部|资金|物资|材料|设备|机械)(?:均|都|全部|已)*(?:到位|进场|入驻|进驻|派驻)"
)
_STEP_DONE = sought(  # what is done with all of them before they are what was promised
    r"[^,。;、\d]{0,10}?(?:均|都|全部|已|现|也)+(?:完成|通过|进入|启动|开展|落实|提交|上报)?了?[^,。;\d]{0,4}?"
    r"(?P<step>规划|设计|编制|自评|自查|初审|论证|选址|申报|招标|招投标|审批|用地|征收|征地|拆迁|封顶|进场|摸底|勘察|签约|立项|可研|方案|图审|备案|公示|评估|踏勘|前期)"
)
