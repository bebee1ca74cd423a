"""Which goals are strived for and not promised: 确保8%、力争10%; 力争游客50万人次、收入4亿元."""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import wording

_BEHIND = sought(r"\s?(?:以上|左右)?[”]?的?(?:奋斗|力争|挑战|冲刺)目标")  # 10%的奋斗目标
_LISTED = sought(r"、[^确保计划目标任务不低少、,]*")  # what goes on with a list has its first one's word


def is_stretch(reading: Reading) -> bool:
    words = reading.lead.replace(reading.own, "") if reading.own else reading.lead  # 争取上级资金 is a name
    words += reading.clause_lead if _LISTED.fullmatch(words) else ""
    return wording.STRETCH.search(words) is not None or _BEHIND.match(reading.tail) is not None
