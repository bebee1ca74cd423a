"""The place whose share stands beside that of all is read with the work whose share it is.

全市电梯加装任务完成率81%,但江北区仅为54%      reads as …,江北区电梯加装完成率仅为54%
危桥加固任务完成81%,但江北区仅完成54%          reads as …,江北区危桥加固完成率仅完成54%
全市栽植果树2.3万亩,为年度任务的71%,其中江北区最低,仅完成48%    reads as …。江北区栽植果树完成率仅完成48%

Else the place's lag would be told of the whole. Several places side by side are told apart as owners without it.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought
from extraction.words.owner_names import PLACE

_SHARE = r"\d{1,3}(?:\.\d{1,2})?%"
_PLACE = r"[\u4e00-\u9fff]{1,4}(?:[省市县区州旗镇乡]|街道)"
_BESIDE = sought(
    rf"(?:(?<=全[省市县区州旗镇乡])|(?:(?<=[,。;:、.)\n])|^)(?!{PLACE}|全[省市县区州旗镇乡]|其中|目前|现已?|已|累计|截[至止]|共|仅))(?P<work>(?:(?!的)[\u4e00-\u9fff“”]){{2,16}}?)"
    rf"(?:完成率(?:为|达到?|仅)?|任务完成了?|完成(?:年度|全年)(?:目标)?(?:任务|计划)的)\s?{_SHARE}[,;](?:但是?|而|其中)?"
    rf"(?P<place>(?!其中|但|而){_PLACE})(?P<rate>(?:的?完成率|(?:进度|推进)?最[慢低差],)?)(?=(?:仅|只|才)*(?:有|为|达到?|完成)?\s?"
    rf"{_SHARE}(?:[,。;](?!(?:{_PLACE}|{PLACE})[^,。;\d]{{0,6}}\d)|$))"
)
_LOWEST = sought(
    rf"(?:(?<=[,。;:、.)\n])|(?<=全[省市县区州旗镇乡])|^)(?P<work>(?!其中|目前|现已?|已|累计|截[至止]|全[省市县区州旗])[\u4e00-\u9fff“”]{{2,16}}?)(?:完成|达到?)?\d[\d.,]{{0,9}}[万亿]?[\u4e00-\u9fff]{{1,3}}"
    rf",(?:占|为|完成)(?:年度|全年|年)(?:目标任务|目标|任务|计划)的{_SHARE}(?P<apart>,(?:其中)?){_PLACE}(?P<lowest>(?:进度)?最[低慢差],)(?=(?:仅|只|才)*(?:有|为|完成)?{_SHARE})"
)
_BUT = sought(rf"(?<=[,;])(?P<but>但是?|而)(?={_PLACE}(?:完成率?|进度)?(?:仅|只|才)*(?:有|为|完成)?\s?{_SHARE})")


def places_beside(text: str) -> Iterator[Edit]:
    """The edits that write the work behind the place, and no 但 before it."""
    yield from ((*match.span("but"), "") for match in _BUT.finditer(text))
    for match in _BESIDE.finditer(text) if "完成" in text else ():
        yield *match.span("rate"), match["work"] + "完成率"
    for match in _LOWEST.finditer(text) if ("最低" in text or "最慢" in text or "最差" in text) else ():
        yield *match.span("apart"), "。"
        yield *match.span("lowest"), match["work"] + "完成率"
