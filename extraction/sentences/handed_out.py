"""Figures that tell how a task was shared out among projects: 分解落实29个项目,3614套. Nothing of it is done yet."""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sought import sought

_HANDED_OUT = sought(r"(?:分解落实|分解下达)[^。;]{0,24}$")


def is_handed_out(text: str, of: Reading) -> bool:
    """分解落实29个项目,_3614套,为目标任务的110%: what was shared out among projects is nothing done."""
    return _HANDED_OUT.search(text, max(0, of.start - 30), of.start) is not None
