"""What a list by owners is of: as the words before it say, else what stands before it, else what its item is about."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.outline.items import Item
from extraction.owners.stages import stage_of_head
from extraction.sentences.owner_lists import OwnerList
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names
from extraction.words.owner_names import PLACE
from extraction.words.words_around import TRAILING, without_leading

_OF_PLACES = sought(rf"{PLACE}[、和与及]")  # 安宁市、林江市已全部开工: what some did
_REACH = 60  # characters back to the words before the list
_BY_PLACE = r"县市区|县区|市县区|市县|市州|县市|区县|区市|镇街|街镇|街道|乡镇|镇乡|园区|板块|地区"
_KINDS = rf"(?:责任|平台|牵头)?(?:{_BY_PLACE}|单位|部门|企业|公司|平台)"
_WHO = sought(  # 土地整治 is of no 地: a kind in one letter begins the words, or is said to be each of its kind
    rf"(?:(?:[各分按从]|其他)(?:{_KINDS}|[地县旗区镇乡市州])+|(?:{_KINDS})(?:{_KINDS}|[地县旗区镇乡市州])*|^[地县旗区镇乡市州](?=\())"
    r"(?:\([^()]*\))?(?:区|的)?"
)
_RANKED = sought(  # 完成率居前三位的是, 进度较快的有, 未达序时进度的是
    r"(?:年度|全年|目标|计划|任务|工作|总体|综合)*(?:完成|执行|兑现|进度|进展|推进|未?达到?序时|[超低高]于?序时|滞后|落后|排名|排在|排序|位居|位列|居(?=前|后|全|末|首|第)"
    r"|[前后][\d一二三四五六七八九十两]{1,2}[位名个]|较[快慢好差高低]|最[快慢好差高低]|靠[前后]|由高到低).{0,20}$"
)
_SAYS = sought(r"完成|进度|序时|执行|兑现|推进|排名")
_AT_STAGE = sought(r"从(?P<stage>[^,。;:\d]{2,8}?)(?:进度|进展|完成)?(?:情况)?(?:来)?看$")  # 从基本建成情况看
_NAMELESS = sought(
    r"(?<![元人户吨米])以上|总体|整体|实事|各项|平均|情况|问题|通报|督查|进展|其中|排名|第[\d一二三四五六七八九十]|位$|较[好差快慢]|滞后"
)


_BOUNDS_THEM = sought(  # 进度低于75%的有:甲县70.1%
    r"\)?(?:以下|以上|的)*(?:[县旗市区镇乡]|单位|部门|地区|乡镇|街道){0,3},?(?:分别|依次)?(?:有|是|为|:)"
)


def head_of(text: str, listed: OwnerList, found: Sequence[Reading]) -> str:
    """The words that lead to the list, from the number or the line before it."""
    ahead = (r.quantity.end for r in found if r.start < listed.start)
    before = max((end for end in ahead if not _BOUNDS_THEM.match(text, end)), default=0)
    line = text.rfind("\n", max(0, listed.start - _REACH), listed.start) + 1
    return text[max(before, line, listed.start - _REACH) : listed.start]


def thing_of(text: str, item: Item, listed: OwnerList, found: Sequence[Reading], noun: str = "") -> str:
    """The name of what the list, whose figures are of that noun, is of; empty where nothing says it."""
    told = [r for r in found if r.start < listed.start and r.owner is None and _names(r)]
    line = text.rfind("\n", 0, listed.start) + 1
    head = head_of(text, listed, found)
    above = stage_of_head(head)
    for piece in reversed(sought(r"[。;:,!]").split(head.strip())):
        at = _AT_STAGE.match(piece)
        stage = at["stage"] if at is not None else above
        if stage is not None and (whole := [r for r in told if stage in r.name and r.quantity.noun != "%"]):
            return whole[-1].name
        titled = not told or told[-1].start < line
        if _OF_PLACES.match(piece) is None and (titled or _SAYS.search(piece)) and (thing := _thing(piece)):
            return thing
    return _told_before(text, line, told, noun) or ("" if noun and told else _of_item(item, text, line))


def _of_item(item: Item, text: str, line: int) -> str:
    """What the item is about, but for one that is about those who lag (三、进度较慢的单位)."""
    topic = "" if _RANKED.search(item.topic) and not _thing(item.topic) else item.topic
    return topic or _of_line_above(text, line)


def _told_before(text: str, line: int, told: Sequence[Reading], noun: str) -> str:
    """The name of what stands before the list: in its own line the nearest, in a line before it what that is about."""
    here = [r for r in told if r.start >= line]
    if noun and here:
        here = [r for r in here if r.quantity.noun == noun]
        return next((r.name for r in reversed(here) if r.voice == "promise"), here[-1].name if here else "")
    if here:
        return _fuller(([r for r in here if r.quantity.noun != "%"] or here)[-1], here)
    above = _line_above(text, line)
    there = [r for r in told if r.start >= above and noun in ("", r.quantity.noun)]
    return next((r.name for r in there if r.voice == "promise"), there[0].name if there else "")


def _fuller(last: Reading, here: Sequence[Reading]) -> str:
    """The name of the goal that the last figure answers, where that says more: 外出务工目标18万人,实现务工17.4万人."""
    alike = (r.name for r in here if r.voice == "promise" and r.quantity.noun == last.quantity.noun)
    return next((name for name in alike if name.endswith(last.name)), last.name)


_MARK = sought(r"\s*(?:[(]?[零一二三四五六七八九十\d]{1,3}(?:[)、.]|是)+|[①-⑳●○■◆★\-·*])?\s*")
_OPENS = sought(
    r"(?:[全我][省市县旗区州])?(?:已|累计)?完成(?P<done>[^,。;:\d]{3,20})\d|(?P<said>[^,。;:\d]{3,20})[,。:\d]"
)


def _of_line_above(text: str, line: int) -> str:
    """What a line of its own goes on from: the first words of the item that it stands behind."""
    above = _line_above(text, line)
    mark = _MARK.match(text, above, line)
    start = mark.end() if mark else above
    said = _OPENS.match(text, start, line) if start > above else None
    return _thing(said["done"] or said["said"]) if said is not None else ""


def _line_above(text: str, line: int) -> int:
    """Where the line before this one begins; of several that are a list, the one that leads to them."""
    above = text.rfind("\n", 0, max(line - 1, 0)) + 1
    while above and text[:above].rstrip()[-1:] in (";", ":"):
        above = text.rfind("\n", 0, above - 1) + 1
    return above


def _names(r: Reading) -> bool:
    """Whether the figure names what it is of: no part, no month, no change since one, no share of what it stands in."""
    told = r.voice in ("promise", "report", "claim") and not (r.bracket or r.part or r.measure == "change")
    return told and len(names.folded(r.name)) >= 2 and not _PARTIAL.match(r.name)


_PARTIAL = sought(r"占|当月|本月|当日|\d{1,2}月|同比|环比")


def _thing(piece: str) -> str:
    words = sought(r"^从|(?:情况)?看$|(?:情况)?中$|(?<=..)方面$|\([^()]*\)$").sub("", piece.strip())
    for _ in range(2):
        words = _WHO.sub("", _RANKED.sub("", words), count=1) if words else words
    words = TRAILING.sub("", without_leading(sought(r"(?:任务|计划|目标)$").sub("", words)))
    words = sought(r"^[(]?[零一二三四五六七八九十\d]{1,3}[)、.]+|^[①-⑳●○■◆★\-·*\s]+").sub("", words)
    named = len(names.folded(words)) >= 2 and not _NAMELESS.search(words)
    return words if named else ""
