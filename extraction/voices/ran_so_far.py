"""A task that so much of was done: 任务完成 with a share behind it, or a time up to now before it, tells.

    1-9月,植树任务完成3.2万亩                              by the time
    公路养护任务完成210公里,完成率70%                      by the share
    供应计划完成318公顷,与去年同期(296公顷)相比增加7%      a plan only where it is held against last year
    完成技能培训任务5230人,超额完成任务12%                 and what was done beyond it

就业培训任务完成5000人以上 alone plans.
"""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sentences.sentence_context import SentenceContext
from extraction.sought import sought

_TASK_RAN = sought(
    r"(?:(?P<plan>(?<!年)(?<!度)(?<!月)(?<!原)(?<!按)计划)|任务)(?:已|累计|共|实际)*完成(?:了)?(?:约|近)?\s?$"
)
_SO_FAR = sought(r"截至|截止|目前|今年以来|上半年|前[三3]?季度|\d月(?!底|末|前)|完成过半")
_ITS_SHARE = sought(
    r",\s?(?:仅|已|约)?(?:(?:占|为|是|完成)(?:了)?(?:全年|年度|年初?|总|目标|计划|任务)|完成率|同比|[比较]去年同期|按[^,。;]{2,24}计算?,)"
)


_DONE_SO_MUCH = sought(r"完成(?!率)[^,。;]{2,24}(?:目标任务|任务)\s?$")
_BEYOND = sought(r",\s?超额(?:完成)?(?:了)?(?:目标任务|任务|目标|计划)?\d")
_HELD_TO_LAST_YEAR = sought(r",\s?(?:同比|[比较与同](?:去年|上年)同期)")


def ran_so_far(s: SentenceContext, r: Reading) -> bool:
    """1-9月,植树任务完成3.2万亩; 养护任务完成210公里,完成率70%: a task that so much of was done by then tells."""
    ran = _TASK_RAN.search(r.lead) if r.measure == "amount" else None
    if ran is None:  # 完成技能培训任务5230人,超额完成任务12%
        told = r.measure == "amount" and _DONE_SO_MUCH.search(r.clause_lead) is not None
        return told and _BEYOND.match(s.text, r.quantity.end) is not None
    if ran["plan"]:  # 供应计划完成318公顷,与去年同期(296公顷)相比增加7%
        return _HELD_TO_LAST_YEAR.match(s.text, r.quantity.end) is not None
    by_then = _SO_FAR.search(s.text, s.sentence.start, r.start) is not None
    return by_then or _ITS_SHARE.match(s.text, r.quantity.end) is not None


_OPENED = sought(
    r"(?:今年以来|截至(?:目前|\d)|1-\d{1,2}月份?)"
    r"(?![^。;]*(?:目标|任务|计划|要求|确保|力争|[须需应]|控制在|年底))(?=[^。;]*,$)"
)


def told_so_far(s: SentenceContext, r: Reading) -> bool:
    """1-7月清运垃圾33.2万吨,处置率达_98%以上: behind a date and what was told by then it goes on telling."""
    told = r.quantity.is_percent and s.told > s.sentence.start
    return told and _OPENED.search(s.text, s.sentence.start, r.clause_start) is not None
