"""What stands behind a list of laggards and is none of them: 低于序时的有:甲县(61%)、乙县(49%)。公园等9个项目提前竣工.

A list of nothing but places with their shares ends with its sentence, and what is done early lags in no list.
Nor does what an office did about them: 召开调度会5次,下发提示函8份,约谈施工单位2家.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.pairing.verdicts_behind import StatusList
from extraction.sentences.readings import Reading
from extraction.sought import sought

_EARLY = sought(
    r"[\u4e00-\u9fff]{0,10}?(?:已|均|都|全部)*(?:提前|超前|超额|如期)[^,。;\d]{0,6}?"
    r"(?:竣工|完工|建成|完成|开工|动工|投用|投产|交付|验收|通车|达标|销号)"
)

_TIMES = frozenset(("次", "场", "轮", "期", "回", "批次"))
_PAPERS = frozenset(("份", "件", "张", "封", "期", "次", "张次", "份次"))
_MEETING = (
    r"(?:推进|调度|协调|现场|专题|工作|部署|碰头|联席|分析|视频|会商|办公|党组|常务)(?:[\u4e00-\u9fff]{0,4})会议?"
)
_MET = sought(rf"(?:召开|开|举行|组织|主持|参加)了?[^,。;:\d]{{0,12}}(?:{_MEETING}|调度|会商)\s?$")
_MEETING_BEHIND = sought(rf"\s?(?:(?:专门|集中)*{_MEETING}|督查|督导|督办|调研|约谈)")
_LOOKED_AFTER = sought(r"(?:督查|督导|督办|督促|调度|调研|暗访|会商|约谈|通报)\s?$")
_SENT = sought(
    r"(?:[下印制签]发|发出|发送|发|出具|编发|送达|下达)了?[^,。;:\d]{0,12}"
    r"(?:函|督办单|整改单|任务单|交办单|通知单|工单|整改书|建议书|通知书|通知|通报|提示|专报|简报|快报)\s?$"
)
_TALKED_TO = sought(r"(?:约谈|问责|通报|提醒|批评|督促)了?[^,。;:\d]{0,14}$")
_MEANWHILE = sought(r"\s?(?:[期其]间|工作中|(?:推进|实施|落实)(?:过程)?中|在此期间)[,:]?(?!计划|完成|任务|应|需)")


def is_of_supervision(r: Reading) -> bool:
    """召开调度会5次, 开了4次现场会, 下发提示函8份, 约谈施工单位2家: what was done about those that lag.

    开展监督检查600批次 and 召开银企对接会8场 are work that an office promises.
    """
    noun = r.quantity.noun
    about = (_MET.search(r.lead), _LOOKED_AFTER.search(r.lead), _MEETING_BEHIND.match(r.tail))
    if noun in _TIMES and any(about):
        return True
    if noun in _PAPERS and _SENT.search(r.lead):
        return True
    return noun in ("家", "人", "个", "名", "人次", "户") and _TALKED_TO.search(r.lead) is not None


def is_no_laggard(text: str, listed: StatusList | None, found: Sequence[Reading], r: Reading) -> bool:
    """Whether the number, in such a list by its place, is not of those that lag."""
    if listed is None or listed.status == "done":
        return False
    if _EARLY.match(r.tail) is not None or is_of_supervision(r):
        return True
    stop = max(text.rfind(mark, listed.words[1], r.start) for mark in "。\n")
    if stop >= 0 and _MEANWHILE.match(text, stop + 1) is not None:
        return True
    return _behind_places(text, listed, found, r) or _behind_its_sentence(text, listed, found, r)


def _behind_places(text: str, listed: StatusList, found: Sequence[Reading], r: Reading) -> bool:
    """Whether the list's own sentence has nothing but shares of places, and the number stands in a later one."""
    stop = text.find("。", listed.words[1], r.start)
    inside = [f for f in found if listed.words[1] <= f.start < stop]
    return bool(inside) and all(f.voice == "claim" and f.owner is not None for f in inside)


_NEXT_ENTRY = sought(r"[\s(]*(?:[\d一二三四五六七八九十①-⑳]{1,3}[.、)是]|[①-⑳]|[-—●◆■○]|(?:此外|另外|还有)[,:]?)")


def _behind_its_sentence(text: str, listed: StatusList, found: Sequence[Reading], r: Reading) -> bool:
    """未达序时的有A家、B公里。资金缺口1800万元: a list of several that stood in one sentence has ended with it."""
    stop = text.find("。", listed.words[1], r.start)
    if stop < 0 or text.find("\n", listed.words[1], r.start) >= 0:
        return False
    inside = [f for f in found if listed.words[1] <= f.start < stop and f.voice in ("report", "promise", "claim")]
    last = text.rfind("。", stop, r.start)
    return len(inside) >= 2 and _NEXT_ENTRY.match(text, last + 1) is None
