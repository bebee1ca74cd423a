"""Per cent in a bracket that are a share of the plan: 就业2733人(94.3%), 完成2.3亿元(占年度投资的46%)."""

from __future__ import annotations

import re

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import wording

_SHARE_WORDS = re.compile(
    r"\s?(?:完成率?|占比?|(?:占|为|完成)(?:年度|全年)投资(?:总?额)?的|(?:占|为)(?:年度|全年|年初|今年|年)?(?:任务|计划|目标|预算)+(?:数|量)?的?|完成(?:任务|计划|目标|年度)*的?|完成比例|进度|达)?[:为]?\s?"
)
_OF_QUALITY = sought(
    r"(?:成功|取证|获证|持证|发证|就业|上岗|合格|及格|通过|成活|保存|满意|好评|达标|优良|优秀|治愈|知晓|参与|到课|升学|履约)[率度]"
    r"(?:要求|目标)?(?:达到?|为|不低于|超过?|约|近|[:])*\s?$"
)
_DONE_ONLY = sought(r"\s?(?:目前|已|实际|现)*(?:完成|达到?|实现|为)(?:了)?\s?")


def is_share_in_bracket(own: str, before_bracket: str, last: Reading | None) -> bool:
    """(94.3%), (占任务的80%): a share of the plan, in the bracket's words or by what is going on before it."""
    if last is not None and last.quantity.noun == "%" and not last.bracket and _DONE_ONLY.fullmatch(own):
        return False  # 研发投入强度2.4%(完成2.18%): the rate itself
    if last is not None and _SHARE_WORDS.fullmatch(own):
        listed = last.bracket and last.voice == "context" and last.quantity.noun == "%"
        behind = last.measure == "percent" and before_bracket.endswith(last.quantity.text)
        rate = not last.bracket and not own.strip() and (last.measure == "growth" or behind)
        return not (listed or rate)  # 增速前两位是甲县(12.4%)、乙县(9.8%): like the one before it; 达到88%(86.2%)
    if _OF_QUALITY.search(own):
        return False  # 开展鉴定500人次(取证率85%): how well, and not how much of it
    return bool(wording.ONGOING.search(before_bracket) or sought(r"进度|完成").search(before_bracket[-6:]))


_DID = sought(
    r"(?:完成|实现)了?(?:[全本当]?年度?|年初|既定|[省市县旗区]定|[省市县旗区]?下达|的)*(?:目标任务|任务目标|目标|任务|计划)(?:数|量)?$"
)


def tells_how_much(r: Reading, last: Reading | None, before_bracket: str) -> bool:
    """就业1986人,接近完成全年任务(99.3%): of a count the per cent say how much of its plan is done."""
    counted = last is not None and last.measure == "amount" and last.voice == "report" and not last.bracket
    said = r.quantity.noun == "%" and r.quantity.qualifier is None and _DID.search(before_bracket) is not None
    return said and last is not None and counted and last.sentence == r.sentence
