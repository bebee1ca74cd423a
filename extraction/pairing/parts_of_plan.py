"""Figures behind a plan that exactly come to it, and of which no word says that they are done: they share it out.

下达造林任务5.6万亩。其中:人工造林2.6万亩,封山育林3万亩      neither is what was done
保障房8600套。保障房中,公租房2600套,棚改6000套,竣工3100套    the 6000 is no answer to the 3100
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extraction.sentences.readings import Reading
from extraction.sought import sought

_FEWEST, _MOST = 2, 10  # parts that make up a plan
_TOLD = sought(
    r"已|目前|截至|累计|实际|现有|完成|建成|开工|竣工|完工|投用|同比|增长|下降|[高低]于|新增|发放|到位|\d月|季度|半年"
)
_LACKS = sought(r"[,、;]?\s?(?:还|尚|仍|相|只)?(?:差|欠|缺|短收|短)(?:了|约|近)?\s?")  # 入库9.1亿元,差_0.4亿元
_STAGE = sought(r"(?:开工|建成|竣工|完工|入住|分配|交付)任务$")
_GOES_ON = sought(r"[\u4e00-\u9fff\d]")  # 新建学校6所。4所9月开学,2所正在装修: how each stands
_TOLD_BEHIND = sought(r"[^,;。\d]{0,10}?(?:已|完成|建成|开工|竣工|完工|投用)|[,、](?:现|目前)?(?:均|都|全部|已)")


def silence_parts_of_plan(text: str, found: Sequence[Reading]) -> None:
    """Give the voice of what tells nothing to the parts of every plan that they come to, in place."""
    for index, whole in enumerate(found):
        if whole.voice == "promise" and whole.measure == "amount" and not whole.bracket:
            following = found[index + 1 : index + 1 + _MOST]
            parts = _parts(text, whole, following)
            if any(_is_promised(part, whole, found) for part in parts):
                continue
            for part in parts:
                part.voice, part.settled, part.of_plan = "context", True, whole.start
            for r in following if parts else ():
                _keep_stage(r, whole, parts[-1])


def _is_promised(part: Reading, whole: Reading, found: Sequence[Reading]) -> bool:
    """甲级3家、乙级20家的目标,评审甲级_3家,公告乙级17家: what answers a plan by its name."""
    others = (p.own for p in found if p.voice == "promise" and p is not whole and p.own)
    return part.own == whole.own or any(own in part.own for own in others)


def _keep_stage(r: Reading, whole: Reading, last: Reading) -> None:
    """棚改6000套,竣工任务3100套: a stage of the whole that is called a task behind its parts; in place."""
    if r.start > last.start and r.sentence == last.sentence and r.voice == "promise" and _STAGE.search(r.lead):
        r.settled, r.subject = True, f"{whole.own}{r.own}"


def _parts(text: str, whole: Reading, following: Sequence[Reading]) -> list[Reading]:
    """The figures right behind the plan that come to it; empty where they do not, or are told."""
    parts = list[Reading]()
    for r in following:
        if r.bracket or r.sentence - whole.sentence > 1:
            return []
        if r.quantity.noun != whole.quantity.noun and not parts:
            continue
        if r.voice != "report" or r.measure != "amount" or _TOLD.search(r.lead) or _GOES_ON.match(text, r.quantity.end):
            return []
        if _LACKS.fullmatch(r.lead):
            return []
        parts.append(r)
        total = sum((p.base for p in parts), Decimal(0))
        if r.quantity.noun != whole.quantity.noun or total > whole.base:
            return []
        if total == whole.base:
            told = _TOLD_BEHIND.match(text, r.quantity.end) is not None
            return parts if len(parts) >= _FEWEST and not told else []
    return []
