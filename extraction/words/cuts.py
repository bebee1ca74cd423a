"""An amount that is to be taken away: 煤炭消费量压减任务60万吨 is reached by 已压减58万吨, whatever it is of.

What it is taken from may be a thing of which less is better (化肥使用量, 会议费); of the amount that goes more is.
Where it shall end (压减到, 降至, 控制在) is a limit, not a cut.
"""

from __future__ import annotations

from functools import lru_cache

from extraction.sought import sought

_VERB = (
    r"(?:压减|削减|消减|核减|缩减|清减|减排|减量|减少|减负|压缩|压降|降低|下降|减(?=支|煤|碳|药|肥)|节约|节支|节(?=能|水|电|煤)"
    r"|化解|淘汰|关停|退出|替代|清退|去库存|去产能)"
)
# 压减任务60万吨, 减量为800吨, 减排量1120吨: the verb with nothing but words of amount and plan behind it
_ENDS = sought(
    rf"{_VERB}(?:量|额|数|总量|总额|任务|目标|指标|计划|要求|年度|全年|了|约|近|为|是|达到?|不低于|不少于|[:])*\s?$"
)
# 减少农药使用量32吨: the verb before its thing
_BEGINS = sought(
    rf"(?:^|[,、;:\s]|全年|年度|年内|今年|计划|任务|力争|确保|要|需|应|共|已|累计)(?:拟|再)?{_VERB}[^,。;:到至\d]{{2,24}}$"
)
_ENDS_AT = sought(r"(?:[到至为]|控制在|不超过|不高于|以内)\s?$")
_ALL_OF_IT = sought(
    r"(?:(?:消费|使用|排放|用|消耗|取用|[能水电煤])(?:总量|量)|总量|余额|存量)(?:仍|已|实际|累计|共|约|近|为|是|达到?|有)*\s?$"
)
_CUT = sought(_VERB)


@lru_cache(maxsize=8192)
def is_cut(lead: str, name: str) -> bool:
    """Whether the words right before an amount, or its name, say that it goes."""
    if _ENDS.search(lead) or (_ENDS.search(name) and not _ENDS_AT.search(lead)):
        return True
    begins = _BEGINS.search(lead) or _BEGINS.search(name)
    return begins is not None and not _ENDS_AT.search(lead)


def is_other_side(promised_cut: bool, limited: bool, lead: str, own: str) -> bool:
    """煤炭消费量335万吨 beside 压减60万吨, 压减26万吨 beside 控制在420万吨以内: what is there is not what went."""
    if promised_cut:
        return _ALL_OF_IT.search(lead) is not None and _CUT.search(lead) is None
    return limited and is_cut(lead, own)
