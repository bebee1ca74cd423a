"""A stock that is done away with adds up as the year goes, and is none to be reached: 存量违建拆除, 治理存量垃圾."""

from __future__ import annotations

from extraction.sought import sought

_DONE_WITH = r"(?:拆除|治理|整治|化解|处置|清理|清零|消化|消除|出让|整改|盘活|改造|收回|去化|销号)"
_WORKED_OFF = sought(
    rf"存量[^,。;\d]{{0,10}}{_DONE_WITH}[”\"]?(?:量|任务|工作|工程)?(?:完成)?$|{_DONE_WITH}[^,。;\d]{{0,6}}存量"
)
_KEPT = sought(r"余额|总[数量]|保有量")


def is_worked_off(name: str) -> bool:
    """Whether the name says what is done away with of a stock; 处置后存量余额 stands."""
    return _WORKED_OFF.search(name) is not None and _KEPT.search(name) is None
