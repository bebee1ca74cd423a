"""Quoted tasks each told behind their quotation (outline/quoted_each.py): what is quoted is planned, the rest is told.

“公租房入住900套”,配租_610套,入住420套     no plan of 配租, though a smaller number follows
“更换路灯500盏”受资金制约,更换_130盏       nor of what a section of the slow ones tells
“加装电梯60部”,完成51%                    the quoted number has the share
供养标准提到每人每月_980元,发放610万元     among them what is promised without quotes: a rise, and what was paid
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.outline.items import Item
from extraction.outline.quoted_each import quoted_each
from extraction.sentences.readings import Reading
from extraction.sought import sought

_TOLD = sought(r"[^“”;。\n]{0,40}“[^“”;。\n]*\d[^“”;。\n]*”(?!的?(?:目标|计划))[^“”;。\n]*")
_PLANS = sought(r"计划|目标|任务|[将拟须需应要]|力争|确保|预计|下半年|年[底末]|全年|其余|[余剩][下余]|标准")
_ITS_SHARE = sought(r"(?:以上|左右)?”(?:的?(?:项目|任务|工作|实事|指标))?,(?:目前|已|仅|只|累计)*完成了?\d[\d.]*%")
_RAISED = sought(
    r"(?:标准|养老金|低保金|补[贴助])[^,。;\d]{0,4}(?:[由从][^,。;]{0,12}元)?(?:提高|提升|上调|增加|提)(?:到|至)[^,。;\d]{0,6}$"
)


def tell_quoted_each(text: str, item: Item, found: Sequence[Reading]) -> None:
    """Give both sides of such pairs their voices, in place."""
    if not any(r.quoted for r in found) or not quoted_each(text, item.start, item.end):
        return
    for index, r in enumerate(found):
        if r.quoted and "“" in r.own:
            r.own = r.own.rsplit("“", 1)[-1]  # 本报讯 “新增就业
        if r.quoted and r.voice == "report" and _ITS_SHARE.match(text, r.quantity.end):
            r.voice, r.cued = "promise", True
            r.subject = r.own
        elif not r.quoted and r.voice == "report" and _RAISED.search(r.clause_lead):
            r.voice, r.cued = "promise", True
            r.own, r.subject = r.own.removesuffix("提"), r.subject.removesuffix("提")
            if index and found[index - 1].clause_start == r.clause_start:
                found[index - 1].voice, found[index - 1].settled = "base", True
        elif not r.quoted and _is_told(text, r):
            r.voice, r.cued, r.settled = "report", True, True


def _is_told(text: str, r: Reading) -> bool:
    begin = max(text.rfind(mark, 0, r.start) for mark in ";。\n") + 1
    plain = r.voice in ("promise", "report") and r.measure == "amount" and not r.bracket
    return plain and not _PLANS.search(r.clause_lead) and _TOLD.fullmatch(text, begin, r.start) is not None
