"""Quotas of land, energy and the like, which are called 指标: what was got of them is no goal.

获批用地指标740亩,林地指标210亩      got
年度能耗指标9万吨                    a goal, by the word beside it
"""

from __future__ import annotations

from extraction.sought import sought

_GOT = sought(r"(?:获批|获得|取得|争取|申请|申报|流转|交易|购[入买]|调剂|收储|腾出|盘活|落实|保障|解决)")
_QUOTA = sought(
    r"(?:用地|土地|林地|耕地|占补平衡|增减挂钩|能耗|用能|能源|煤炭|排污权?|碳排放权?|水权|用海|海域)(?:总量|周转|节余)?指标(?:共计?|合计|约|近|达)?\s?$"
)
_SETS = sought(r"目标|任务|计划|要求|下达|控制|年度|全年|今年|年内|力争|确保|[应须需拟将]")


def is_got(sentence_lead: str, clause_lead: str) -> bool:
    """Whether the number behind these words is of a quota that was got; the sentence says by which verb."""
    if "指标" not in clause_lead or _QUOTA.search(clause_lead) is None:
        return False
    return _SETS.search(clause_lead) is None and _GOT.search(sentence_lead) is not None
