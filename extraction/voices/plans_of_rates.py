"""A plan known by the bare rate of completion that is told of it.

通村公路180个,完成42%; 服务区26处、停车区40处已分别完成任务的61.5%、50%. Behind a figure that was told
(新增就业3200人,完成年度任务的80%) the rate is of another number, and the figure is no plan.
"""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sentences.sentence_context import SentenceContext
from extraction.sought import sought
from extraction.words import names

_MORE = r"(?:、[\u4e00-\u9fff]{2,12}\d[\d.]{0,8}\s?[万亿]?[\u4e00-\u9fff]{1,3}?){0,3}"
_DOES_IT = sought(
    rf"{_MORE}(?:目前|现)?已(?:分别|均)?完成了?(?:年度|全年)?(?:建设|改造)?(?:任务|计划|目标)的?\s?\d[\d.]{{0,6}}\s?%"
)
_BEHIND = sought(r"(?:\([^()\d]{0,12}\))?,\s?(?:目前|现)?(?:已|仅|只|总体)?完成了?\s?\d[\d.]{0,6}\s?%")
_TOLD = sought(
    r"已|累计|完成|截至|目前|实际|月|季度|半年|同比|现(?!代|场)|新增|发放|培训|接待|实现|收入|销售|到位|其中"
)


_DID = sought(
    r"(?:签约|竣工|完工|建成|入库|获批|办结|投产|交付|结业|上岗|引进)(?:项目|企业)?$"
)  # 北苑街道签约3个,完成30%


def is_plan_of_rate(s: SentenceContext, r: Reading, clause_lead: str) -> bool:
    """Whether the rate behind the number is said of the number itself, which nothing tells."""
    if r.measure != "amount" or r.bracket or r.part or s.answering or len(names.folded(r.own)) < 2:
        return False
    if _TOLD.search(clause_lead) or _DID.search(r.own) or _goes_on_telling(s, r):
        return False
    end = r.quantity.end
    behind = s.text[end : min(s.sentence.end, end + 90)]
    return _DOES_IT.match(behind) is not None or _BEHIND.match(behind) is not None


_ROUND = 3  # digits of a number that may well be a plan


def _goes_on_telling(s: SentenceContext, r: Reading) -> bool:
    """截至4月15日,造林完成144万亩,占任务的72%;义务植树_8640万株,完成78.5%: a list that tells, and no round number."""
    before = sorted(s.just_told, key=lambda b: b.start)
    if len(before) < 2 or before[-1].voice != "claim" or len(str(r.value).replace(".", "").rstrip("0")) < _ROUND:
        return False
    return (
        s.text[s.sentence.start - 1] == ";"
        and before[0].voice == "report"
        and _SO_FAR.match(before[0].lead) is not None
    )


_SO_FAR = sought(r"(?:截至|截止)")
