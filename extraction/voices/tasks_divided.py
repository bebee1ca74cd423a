"""Counts that tasks are divided into: 19项实现“双过半”,6项未过半; and how many have done a share of their plan."""

from __future__ import annotations

from decimal import Decimal

from extraction.sentences.readings import Reading
from extraction.sentences.sentence_context import SentenceContext
from extraction.sought import sought
from extraction.voices.task_counts import MADE, TASKS


def counts_on(s: SentenceContext, r: Reading, before: list[Reading]) -> bool:
    """25项主要指标中有19项实现“双过半”,6项未过半: the counts that a count of tasks is divided into."""
    if r.quantity.noun not in ("项", "个", "件"):
        return False
    tasks = [
        b
        for b in before
        if b.voice == "context"
        and not b.bracket
        and b.quantity.noun == r.quantity.noun
        and (TASKS.match(s.text, b.quantity.end) or s.text.startswith("中", b.quantity.end))
    ]
    if not tasks:
        return False
    divided = sought(r"(?:中|其中)?,?有?\s?$").search(r.lead) is not None and len(r.lead) <= 10
    return divided and r.quantity.base is not None and r.quantity.base <= (tasks[-1].quantity.base or 0)


_SUBJECT = sought(
    r"(?:(?:被?列入|被?纳入|由)(?P<which>[^,。;、:\d]{2,20}?))?[\u4e00-\u9fff]{0,6}?(?P<kind>项目|工程|单位|企业|部门|标段|任务|事项)"
    r"(?:已|共|累计|仅|只|总体|平均|目前)*(?:完成|达到?|实现)[^,。;\d]{0,12}\d{1,3}(?:\.\d{1,2})?%"
)


def counts_doers(s: SentenceContext, r: Reading, clause_lead: str) -> str | None:
    """县交通局承担的6个项目完成年度计划的61.2%: how many have done that share of their plan is no part of it.

    The words in which they were entered name them (52个列入市级清单的技改项目: 市级清单的技改项目); else "".
    """
    if r.quantity.noun not in ("个", "家", "项"):
        return None
    behind = s.text[r.quantity.end : min(s.sentence.end, r.quantity.end + 60)]
    doers = _SUBJECT.match(behind)
    if doers is None or MADE.search(clause_lead):
        return None
    return behind[doers.start("which") : doers.end("kind")] if doers["which"] else ""


_HOW_FAR = sought(
    r"(?:(?:截[至止]到?|[到至])(?:目前|[^,。;]{1,8}?[底末日]|[^,。;]{1,8},),?)?[,、;]?(?:目前|现|其中)?,?(?:已|均|共)?(?:累计|提前|全面|基本|超额|正常|有序|如期|按期)*"
    r"(?:完成|办结|销号|启动|推进|(?:达到?|未达到?|超|慢于|快于|落后于?|滞后于?)(?:序时|时序|时间|预期)?(?:进度|要求|节点)?|滞后|进度滞后)的?(?:任务|指标|事项|工作|实事)?(?:有|共|为)?\s?"
)


def counts_from(r: Reading, clause_lead: str, before: list[Reading], told: dict[str, Decimal]) -> bool:
    """87项任务. 截至9月底,已完成21项,达到序时58项: counts by how far they are, of tasks that were counted before.

    Behind a thing counted in the sentence (新建文化站12个,已完成9个) it is that thing.
    """
    total = told.get(r.quantity.unit)
    within = total is not None and r.quantity.base is not None and r.quantity.base <= total
    if not within or _HOW_FAR.fullmatch(clause_lead) is None:
        return False
    last = before[-1] if before else None
    named = last is not None and last.quantity.noun == r.quantity.noun and last.voice != "context"
    return not (named and last is not None and last.sentence == r.sentence and len(last.own) >= _NAMED)


_NAMED = 4  # characters of a thing's name


_LIVELIHOOD = r"(?:民生|民心|惠民|为民|实事)"
_WITH_NUMBERS = sought(  # 29个有量化任务, 17个可量化, 24个下达了数量
    r"(?:项目|小项|子项|事项)?(?:均|都|能够?|可以?|有|设有?|定有?|下达了?|明确了?)+(?:具体的?|明确的?)?(?:量化|定量|数量|任务数)"
    r"(?:的)?(?:任务|要求|指标|目标|考核)?(?=[,。;、()\n]|$)"
)
_NUMBERED_ONES = sought(  # 有量化任务的28项, 设定具体数量的24件, 可量化的31个
    r"(?:^|[,。;:、\n])\s?(?:其中)?(?:能|可以?|有|设有?|设?定有?|下达了?|明确了?)(?:具体的?|明确的?)?(?:量化|定量|数量|任务数)(?:的)?(?:任务|要求|指标|目标|考核)?的\s?$"
)
_SPLIT_INTO = sought(r"(?:细化|分解|细分|拆分|拆解)(?:为|成|出)\s?$")  # 实事18件、细化为32项
_OF_THE_LIST = sought(  # 民生清单的项目共36个, 为民实事项目计28个
    rf"{_LIVELIHOOD}[^,。;:\d]{{0,8}}项目(?:总?共|合?计|总数)?(?:有|为)?\s?$"
)
_SUCH_PROJECTS = sought(rf"{_LIVELIHOOD}+项目(?=[,。;、中里]|$)")  # 32个民生项目
_ALL_OF_THEM = sought(  # 3件均须赶在上冻之前收工
    r"(?:均|都|全部)(?:须|需|要|应|预计|估计|计划|力争|将|可望|有望|可以?|排在|拟|定于)[^,。;:\d]{0,6}(?:\d{1,2}月|年|[上入封解]冻|入冬|[雨汛]|[完收竣办扫结交])"
)
_SECTION_OF = sought(  # (二)办结的16件。
    r"(?:^|[、.)。;:\n])\s?(?:[一二三四五六七八九十]{1,2}、)?(?:已|正|提前|超额|如期|没有?|未能?|尚未|仍)*(?:在办|办结|办成|办理|完成|交账|推进)的(?:还|共)?有?\s?$"
)
_SO_MANY_ENDS = sought(r"\s?(?:[。:;\n]|$)")
_IN_WANT = sought(  # 46个计划项目前期工作深度不够
    r"[^,。;:\d]{0,6}项目[^,。;:\d]{0,16}(?:不一|不足|不够|不到位|不均衡?|不平衡|不深|不实|不细|不快|不高)(?=[,。;\n]|$)"
)
_REST = sought(r"(?:余|所余|净余|(?:还|尚)有|(?:扣除|除去|剔除|减去|不含|除)(?:其中)?)\s?")


_THESE = sought(r"[,;、]?\s?(?:这|以上|上述|前|后|其[余他])?")


def counts_those_with_numbers(r: Reading, text: str, known: dict[str, Decimal]) -> bool:
    """民生清单的项目共36个,扣除5个政策类项目,29个有量化任务: what all tasks of a list are parted into first."""
    if r.quantity.noun not in ("个", "件", "项"):
        return False
    if _OF_THE_LIST.search(r.lead) or _SUCH_PROJECTS.match(text, r.quantity.end):
        return True
    if _NUMBERED_ONES.search(r.clause_lead) or _SPLIT_INTO.search(r.lead):
        return True
    if _WITH_NUMBERS.match(text, r.quantity.end) or _IN_WANT.match(text, r.quantity.end):
        return True
    if r.quantity.noun != "个" and _SECTION_OF.search(r.lead) and _SO_MANY_ENDS.match(text, r.quantity.end):
        return True
    if _THESE.fullmatch(r.lead) is not None and _ALL_OF_THEM.match(text, r.quantity.end):
        return True
    total = known.get(r.quantity.unit)
    if total is None or r.quantity.base is None or r.quantity.base > total:
        return False
    return _REST.fullmatch(r.lead.lstrip("、, ")) is not None
