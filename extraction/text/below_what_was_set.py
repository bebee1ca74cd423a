"""A rate held against what somebody asked for by now reads as one held against its goal.

支出进度65.2%,比州局规定的8月末不低于70%低4.8个百分点
reads as    支出进度65.2%,低于州局规定70%的目标4.8个百分点
支出进度64.3%,州定8月末目标为70%,低于目标5.7个百分点    so does a goal told between the two

What is asked for by a later day is no measure of today and stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_SETS = r"(?:规定|要求|确定|明确|下达|提出|部署|核定|[国省市县旗区州厅局]定)"
_NOW = r"(?:\d{1,2}月(?:份)?[末底]?|[一二三上前]{1,2}个?季度[末底]?|上半年|[上前]?半年|现阶段|目前|同期|序时)"
_HELD = sought(
    rf"(?P<than>[比较距与])(?P<who>[^,。;、:\d]{{0,10}}?{_SETS})(?P<by>的?{_NOW}?的?"
    r"(?:应?(?:不低于|不少于|达到?|完成))?)(?P<goal>\d{1,3}(?:\.\d{1,2})?%)(?P<of>以上)?(?P<called>的?(?:进度|目标|要求|标准|水平|底线)*)"
    r"(?P<how>[低慢差少欠高快多]|相差|落后|还差|尚差)(?:了|出)?(?=\d{1,2}(?:\.\d{1,2})?个(?:百分)?点)"
)
_BETWEEN = sought(  # 64.3%,州定8月末目标为70%,低于目标5.7个百分点
    rf"(?<=%),(?P<at>)(?P<who>(?:[\u4e00-\u9fff]{{0,6}}?(?:{_SETS}))?(?:的)?)(?P<by>{_NOW}(?:的)?(?:进度|支出|阶段性?|节点|序时)*(?:目标|要求|任务|底线)(?:为|是|达)?)"
    r"(?P<goal>\d{1,3}(?:\.\d{1,2})?%)(?P<how>(?:以上)?,(?:仍|比)?(?:(?P<word>[低高]于)(?:目标|要求|底线)?|(?:目标|要求)?(?P<short>[低高慢快]|落后)(?:了)?))"
    r"(?=\d{1,2}(?:\.\d{1,2})?个(?:百分)?点)"
)
_AHEAD = sought(r"[高快多]")
_BY_MONTH = sought(r"\d{1,2}(?=月)")


def below_what_was_set(text: str) -> Iterator[Edit]:
    """The edits that hold such a rate against a goal."""
    for held in _HELD.finditer(text) if "个" in text and "%" in text else ():
        month = _BY_MONTH.search(held["by"])
        if month is not None and _told_before(text, held.start(), int(month.group())):
            continue
        yield *held.span("than"), "高于" if _AHEAD.match(held["how"]) else "低于"
        yield *held.span("by"), ""
        yield held.start("called"), held.end(), "的目标"
    for told in _BETWEEN.finditer(text) if "个" in text and "%," in text else ():
        month = _BY_MONTH.search(told["by"])
        if month is not None and _told_before(text, told.start(), int(month.group())):
            continue
        yield *told.span("at"), "高于" if _AHEAD.search(told["word"] or told["short"]) else "低于"
        yield *told.span("by"), ""
        yield *told.span("how"), "的目标"


_MONTHS = sought(r"(?<!\d)(\d{1,2})月")


def _told_before(text: str, at: int, month: int) -> bool:
    """Whether the sentence tells of an earlier month than that by which it was asked for."""
    begin = text.rfind("。", 0, at) + 1
    told = [int(m[1]) for m in _MONTHS.finditer(text, begin, at)]
    return bool(told) and max(told) < month
