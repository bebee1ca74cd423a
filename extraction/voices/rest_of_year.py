"""What the rest of the year shall bring: the next steps, the year's own goal among them, and what is still to come."""

from __future__ import annotations

from extraction.sought import sought
from extraction.voices.place import Place, Said, only_with

_YEARLY = sought(
    r"全年|年内|(?<!紧盯)(?<!对照)(?<!围绕)(?<!锚定)(?<!对标)(?<!聚焦)(?<!瞄准)年度(?:目标|任务)|年底|年初目标"
)
_AIMED_AT = sought(  # 下一步将紧盯全年目标,挂图作战,: how they will work, and no goal
    r"(?:紧盯|围绕|对照|瞄准|聚焦|锚定|对标|紧扣|盯紧|咬定|紧紧围绕|牢牢把握)[^,;。\d]{0,10}(?:目标|任务)[^,;。\d]{0,4},"
)
_SPENT = sought(  # 增长4.5%的年度目标,力争收入突破1.2万元
    r"\d[\d.]*[^,。;\d]{0,6}的(?:年度|全年|年初)[^,。;\d]{0,4}(?:目标|任务)(?=[,;、])"
)
_OF_A_MONTH = sought(  # 力争11月份入库10亿元
    r"(?<!\d)(?:[1-9]|1[01])月(?:份|(?=[^,;。\d底末前初上中下]))(?![^,;。]*年[底末])"
)
_THOUGHT = sought(r"预计|预测|有望|可望")
_SOME_MORE = sought(  # 确保全年产值200亿元,再签约项目_6个: what comes on top in what is left of the year
    r"再(?!生|就业|创业|教育|制造|贷款|担保|融资|保险|认定|循环|利用|上|创)[\u4e00-\u9fff]|(?:还[要将需]|继续|另外?再?)(?=[新签引开建培])"
)
_AND_MORE = sought(
    r"(?:全年|年内|年底前?)(?:还|要|将|力争|争取)*(?=再(?:新|建|增|完|签|引|开|培|投|改|实|发|认|落|招|争))"
)  # 力争全年再新增床位_240张
_RESOLVED = sought(r"\s?(?:确保|力争|争取|努力|保证|全面)(?![^,;。]{0,6}(?:\d{1,2}月|季度))")


def next_step(p: Place) -> Said | None:
    """下一步,确保全年完成_20亿元 tells the year's goal; any other number of the next steps is still to come."""
    s = p.s
    if s.still_next and _RESOLVED.match(p.clause_lead) and not _THOUGHT.search(p.sentence_lead):
        return Said("promise", cued=True, outlook=True)
    if not s.next_steps or p.r.quantity.start <= s.sentence.start + s.next_steps.start():
        return None
    turned = _SPENT.sub("", _AIMED_AT.sub(",", p.sentence_lead[s.next_steps.start() :]))
    yearly = _YEARLY.search(turned) and not _THOUGHT.search(p.sentence_lead) and not s.promising
    yearly = yearly and not (_OF_A_MONTH.search(p.clause_lead) or _is_some_more(p.clause_lead))
    return Said("promise", cued=True, outlook=True) if yearly else Said("forecast", outlook=True)


def _is_some_more(clause: str) -> bool:
    more = _SOME_MORE.search(clause)
    return more is not None and (_YEARLY.search(clause) is None or _AND_MORE.search(clause) is not None)


_STILL_TO_COME = sought(
    r"(?:四季度|后[一两三四五六]个?月|下半年|余下[^,。;\d]{0,6}|剩余[^,。;\d]{0,6}|最后[^,。;\d]{0,6})[^,。;\d]{0,8}"
    r"(?:[还尚仍]?[须需]|必须|应|(?<![主重])要)(?:再)?(?:完成|入库|新增|征收|实现|支出|开工|建成|投放|引进|组织)[^,。;\d]{0,8}$"
)


@only_with(_STILL_TO_COME)
def still_to_come(p: Place) -> Said | None:
    """四季度需完成投资_2亿元: what the rest of the year has to give, in a report that ends before it."""
    ended = p.s.cutoff_month is not None and p.s.cutoff_month < 12
    return Said("forecast", outlook=True) if ended and _STILL_TO_COME.search(p.clause_lead) else None
