"""A reduction whose verb stands before its thing, written with the verb behind it, as rates of change are told.

全年计划压减会议费6%                 全年计划会议费压减6%
力争降低万元产值能耗3.2%以上         力争万元产值能耗降低3.2%以上
减少化肥、农药使用量各2%             化肥、农药使用量各减少2%
压缩会议费8%、差旅费5%               会议费压缩8%、差旅费压缩5%

An amount (压减粗钢30万吨) and what it comes to (降低至3%) stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_VERBS = ("压减", "压缩", "压降", "降低", "减少", "削减", "缩减", "消减", "核减", "精简", "缩短")
_VERB = "|".join(_VERBS)
_SAID = (  # what may stand between the clause's beginning and the verb
    r"(?:今年|全年|本年度?|年度|年内|年初|20\d\d年|\d{1,2}(?:-\d{1,2})?月份?|截至\d{1,2}月[底末]|[前一二三四]{1,2}季度|上半年|目前|至今"
    r"|要求|计划|目标任务|目标|任务|力争|确保|争取|预期|预计|实现|提出|达到|[一二三四五六七八九十]{1,2}[是要]|将|再|又|进一步|严格|大力|持续|努力|坚决|其中|分别"
    r"|[全我本][市县区省州镇乡旗局]|各级|各部门|各单位|财政|较上年|比上年|同比|为|是|[:,已共]|累计|实际)*"
)
_THING = (
    rf"(?P<thing>(?![了约近超各均逾要应]|比例|比率|幅度|任务|目标|率|量|额|至少|不低于|不少于|分别)"
    rf"(?:PM\s?2\.5|PM\s?10|(?!{_VERB})[\u4e00-\u9fffA-Z“”\"、]){{2,24}}?)"
)
_HOW = r"(?:分别|依次|各|均|都)?"
_AT_LEAST = r"(?:不低于|不少于|至少|超过?|约|近|逾|达到?|[:为])*"
_RATE = r"\d{1,2}(?:\.\d{1,3})?(?:%|个百分点)"
_BEFORE = sought(
    rf"(?:(?<=[,。;:、.()\n])|^)(?P<said>{_SAID})(?P<did>(?:已|累计|共|拟|再|要|需|应|须)*(?:{_VERB})){_THING}(?P<how>{_HOW})(?={_AT_LEAST}{_RATE})"
)
# what makes of the words a work, a share, another change, or what is left
_ANOTHER = sought(
    rf"[到至由从占为]|比重|比例|完成|达到|提高|提升|增长|增加|上升|实现|控制|工程|项目|行动|任务|工作|目标|以[上下内]|的|后|{_VERB}"
)
_RATE_OF = sought(r"[率比]$")
_FIGURE = sought(rf"{_AT_LEAST}{_RATE}(?:以上|左右|以内)?")
_NEXT = sought(rf"[、和及](?P<thing>[\u4e00-\u9fff“”\"]{{2,16}}?)(?={_AT_LEAST}{_RATE})")
_REST = 12  # members of a list


def cuts_in_order(text: str) -> Iterator[Edit]:
    """The edits that put the verb behind its thing."""
    if not any(verb in text for verb in _VERBS):
        return
    for match in _BEFORE.finditer(text):
        figure = _FIGURE.match(text, match.end())
        if figure is None or not _may_be(match["thing"], figure.group()):
            continue
        yield *match.span("did"), ""
        yield match.end("how"), match.end("how"), match["did"]
        yield from _members(text, figure.end(), match["did"])


def _may_be(thing: str, figure: str) -> bool:
    """Whether it is a thing of which there may be so much less; a rate that is lower by 3% may be 3 points lower."""
    return _ANOTHER.search(thing) is None and ("%" not in figure or _RATE_OF.search(thing) is None)


def _members(text: str, at: int, did: str) -> Iterator[Edit]:
    """压减会议费8%|、差旅费5%: the verb, before the figures of the things that follow."""
    for _ in range(_REST):
        match: re.Match[str] | None = _NEXT.match(text, at)
        figure = match and _FIGURE.match(text, match.end())
        if match is None or figure is None or not _may_be(match["thing"], figure.group()):
            return
        yield match.end(), match.end(), did
        at = figure.end()
