"""What a stretch of text says of how far a thing is: 已完成, 在施工, 滞后, or nothing."""

from __future__ import annotations

import re

from extraction.claims.laggards_dealt_with import told_behind
from extraction.records import Claim
from extraction.sought import sought
from extraction.words import wording

EARLY_OBJECT = sought(  # 已完成笔试、资格复审: a step on the way, not the thing
    r"了?(?:全部|前期|初步|项目|工程|相关|现场|施工|监理|主体|设备|[省市县旗区]级?|入户|图纸|岗位|人员|资料|材料|信息|的|装[修饰]|室内|[强弱水]电)*(?:布局|笔试|面试|资格|复审|初审|体检|考察|公示|报名|招标|投标|招投标|勘察|勘测|可研|立项|审批|选址|设计"
    r"|摸底|摸排|排查|调查|征收|征地|拆迁|清表|备案|评审|评估|论证|申报|签约|采购|筹备|规划|方案|主体|桩基|基础(?!设施)|土方|路基|前期|手续)"
)
_NUMBER = r"(?:^|[,;:。])[^,;:。]*\d[\d.]*[万亿]?(?![年月日季\d.])"
_OF_A_NUMBER = sought(rf"{_NUMBER}[\u4e00-\u9fff]{{1,3}}(?:\([^()]*\))?$")  # ,58.6公里|建成通车
_OF_SO_MANY = sought(rf"{_NUMBER}[\u4e00-\u9fff]{{4,12}}$")  # 4座变电站|已建成, but 132个村|已全部通光纤

_BY_THEN = sought(r"\d{1,2}月(?:\d{1,2}日)?[底末初]?(?:之?前)$")
_HALF = sought(r"(?:已|约|近)?(?:过半|近半|[大一逾超]半|[一二三四五六七八九]成|不足|不到)")  # 任务完成|过半


_OF_THE_LIST = sought(
    r"(?<=[”)])等?(?:这)?\d{1,2}[项件个](?:任务|项目|工作|实事|事项)?$"
)  # “…640户”(区住建局)等2项|均已完成


def _lead(piece: str, done: re.Match[str]) -> str:
    """The words before the claim; a day before which it was done already (10月底前|已提前完成) is none to come."""
    before = _OF_THE_LIST.sub("", piece[max(0, piece.find("”")) : done.start()])
    return _BY_THEN.sub("", before) if done.group().startswith("已") else before


def status_in(text: str, start: int, end: int) -> Claim | None:
    """The claim between the two places: what is done before what lags, and both before what goes on."""
    piece = text[start:end]
    if (
        (done := wording.DONE.search(piece))
        and not wording.NOT_DONE.search(lead := _lead(piece, done))
        and not _OF_A_NUMBER.search(lead)
        and ("全部" in done.group() or not _OF_SO_MANY.search(lead))
        and not sought(r"\d").search(sought(r"[,;。]").split(piece[done.end() : done.end() + 20])[0])
        and not EARLY_OBJECT.match(piece, done.end())
        and not _HALF.match(piece, done.end())
    ):
        return Claim(None, "done", done.group(), start + done.start(), start + done.end())
    if behind := told_behind(piece):
        return Claim(None, "lagging", behind.group(), start + behind.start(), start + behind.end())
    if ongoing := wording.ONGOING.search(piece):
        return Claim(None, "ongoing", ongoing.group(), start + ongoing.start(), start + ongoing.end())
    return None
