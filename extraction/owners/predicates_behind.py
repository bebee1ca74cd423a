"""Shares in brackets behind places, and what they are of behind the list: 甲市(131%)、乙县(96%)培训人数占任务比例较高.

甲市(131%)、乙县(96%)等2县区改厕占任务比例超过平均;丙镇(61%)造林完成率偏低   each part of a list has its own
甲镇(96%)、乙乡(88%)等2个乡镇义务教育巩固率超过全县平均                                      that is no share of a plan
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.owners.rows import Row
from extraction.owners.stages import STAGE
from extraction.sought import sought
from extraction.words import names
from extraction.words.words_around import TRAILING, without_leading

_JOINED = sought(r"\)\s?(?:[、,和与及]|以及)?\s?")
_HOW_MANY = (
    r"等?(?:[\d一二三四五六七八九十两]{1,2}个?)?(?:[县市区州镇乡街旗]|街道|单位|\([县旗市区、]{1,5}\)){0,4}[的均都]?"
)
_HELD = r"(?=[^,。;:\d]{0,4}(?:超|高于|低于|不及|不足|不到|未|[较偏最靠排居位领落滞达]|[。;\n]))"
_OF_PLAN = sought(
    rf"\)\s?{_HOW_MANY}(?P<thing>[^,。;:\d()]{{0,24}}?)(?:占|(?:仅|只)?完成了?)"
    r"(?:[本全][省市县旗区州地]|各自|自身)?(?:年度|全年|今年|省|市|县|下达)*的?(?:目标)?(?:任务|目标|计划)(?:总数|数|量)?的?"
    rf"(?:比例|比重|百分比|进度|率|情况){_HELD}"
)
_ITS_RATE = sought(
    rf"\)\s?{_HOW_MANY}(?P<thing>[^,。;:\d()]{{0,20}}?)(?:年度|全年|目标|任务|计划)*完成(?:率|比例|进度|情况){_HELD}"
)
_OF_OTHERS = sought(rf"\)\s?{_HOW_MANY}[^,。;:\d()]{{2,20}}?(?:率|比例|比重|占比|水平|增速|增幅|满意度){_HELD}")

_MAY_BE_OF_PLANS = sought(rf"(?:{STAGE})率|序时|时序|时间进度|双过半")  # as the whole, or the words behind, say
_NEAR = 12


def named_behind(text: str, rows: Sequence[Row]) -> list[Row]:
    """Give the shares their voices and names, in place; the rows of which nothing is said behind them."""
    left: list[Row] = []
    for part in _parts(text, rows):
        if not _tells(text, part):
            left += part
    return left


def _parts(text: str, rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows that stand side by side, with nothing but a mark between."""
    part: list[Row] = []
    for row in rows:
        if part and not _goes_on(text, part[-1], row):
            yield part
            part = []
        part.append(row)
    if part:
        yield part


def _goes_on(text: str, last: Row, row: Row) -> bool:
    between = text[last.readings[0].quantity.end : row.readings[0].start].rstrip("( ")
    return between.endswith(row.owner) and _JOINED.fullmatch(between.removesuffix(row.owner)) is not None


def _tells(text: str, part: Sequence[Row]) -> bool:
    shares = [row.readings[0] for row in part]
    if not all(r.bracket and r.quantity.noun == "%" for r in shares):
        return False
    end = shares[-1].quantity.end
    said = _OF_PLAN.match(text, end) or _ITS_RATE.match(text, end)
    if said is None:
        rate = _OF_OTHERS.match(text, end)
        other = rate is not None and _MAY_BE_OF_PLANS.search(text, end, rate.end() + _NEAR) is None
        for r in shares if other else ():
            r.voice = "context"
        return other
    thing = TRAILING.sub("", without_leading(said["thing"]))
    if len(names.folded(thing)) < 2:
        return False
    for row, r in zip(part, shares, strict=True):
        r.owner, r.own, r.subject = row.owner, "", thing
        r.voice, r.measure, r.part, r.cued = "claim", "completion", False, True
        for count in row.readings[1:]:  # 等3县: how many places there are
            count.voice = "context" if count.start < said.end() else count.voice
    return True
