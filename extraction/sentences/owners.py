"""Whose figure a number is: 东桥区86个、西城区74个; 云台县:造林任务4.5万亩; 甲县、乙县分别完成3.05万亩和1.9万亩.

A district that opens a clause owns what follows it: to the end of the line where a colon stands behind it, of the
sentence where it begins one, else to the next semicolon. 全市 and 合计 take the figures back. Districts are owners only
where a text sets several of them side by side.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from operator import attrgetter

from extraction.sentences.owner_lists import owner_lists
from extraction.sentences.readings import Reading
from extraction.sought import sought

_NO_NAME = (
    r"(?!全|我|将(?!乐)|把|[一二三四五六七八九十]是|部分|本(?!溪)|经|据|除|建制|国家|国有|[省市]级|[\u4e00-\u9fff]{0,3}(?:卫生|文明|示范|模范|百强)[县旗市区镇乡]|分[县旗区市地乡镇]|各|该|此|每|其|在|对|由|与|和|及|从(?![江化])|向|不|后|前|涉及|确定|已|农村|农业|村镇|集镇|小城|特色|中心镇|重点"
    r"|示范|功能|棚户|新建|改造|完成|建成|创建|都市|城[市镇乡区]|乡[镇村]|市[区县旗]|(?:贫困|深|石)山区|(?:老|主|新|中心|建成)城区"
    r"|(?:服务|停车|保护|风景)区|[园社小辖景库山灌地县林片校院厂街矿牧湿]区|[\u4e00-\u9fff]{0,3}(?:(?:[该各其两几半戏个]|年(?!度))|[全我][省市县旗区州镇])"
    r"|[\u4e00-\u9fff]{1,3}(?:城市|上市|超市|门市|夜市|集市|楼市|都市|小区|社区|园区|景区|地区|片区|校区|院区|乡镇"
    r"|街区|城镇|垦区))"
)
_KIND = r"(?:高新区|经开区|开发区|管委会|新区|自治县|街道|[区县市旗镇乡]|(?<!神)(?<!全)州)"
_OTHERS = r"(?:其余|其他|其它)(?:各|[两几二三四五六七八九十]?个)?(?:县[区市]?|区县?|镇街|乡镇|街道)"
_NAME = rf"(?:[市县旗区州省](?:本级|直)|{_OTHERS}|{_NO_NAME}[\u4e00-\u9fff]{{1,4}}?{_KIND})"
PLACE_NAME = rf"{_NO_NAME}[\u4e00-\u9fff]{{1,4}}?{_KIND}"  # of one place, in words
_FOLLOWS = (
    r"(?=\s?[:(\d】]|[,、和与及]|\s|任务|目标|计划|完成|实现|应|已|需|新|建|累计|为|达|实际|因|分别|预算|占|仅|只|全部|全面|全年|年度"
    r"|均|也|开工|竣工|投|改|造|种|进度|签约|到位|上半年|下半年|[前一二三四]|提前|超|未|尚|有|共|引进|培育|销售|收入|增"
    r"|下降|最|项目|重点|固定资产|规[上模]|城镇|农村|一般公共|财政|造林|棚|老旧|高标准|招商|引资|工业|农业|旅游|外贸|实施|推进|争取|发放|治理|整治|粮食|地区生产|进出口|社会消费|无)"
)
_PLACE = (
    r"(?:^|(?<=[。;,:\n(、和与及【】.)])|(?<=\n\s)|(?<=\n\s\s)|(?<=\n\s\s\s\s)|(?<=其中)|(?<=除)|(?<=[位名次别的][是为])|(?<=[一二三四五六七八九十]是)"
    r"|(?<=[,:] ))"
)
_ENDS_SOON = r"(?=[\u4e00-\u9fff]{1,6}?[区县市旗镇乡州道会级直])"  # what no name of a place is without
# behind what may stand before them; they are sought nowhere else, nor where nothing of their kind comes soon
_BEFORE = re.compile(rf"[。;,:\n(、和与及【】.)\s中是为除](?:{_ENDS_SOON}|(?=全|合计|总计))")
_MENTION = sought(
    rf"(?:{_ENDS_SOON}{_PLACE}(?P<names>{_NAME}(?:[、和与及]{_NAME}){{0,7}}){_FOLLOWS}"
    r"|(?:^|(?<=[。;,:\n]))(?P<whole>全[省市县区州镇旗]|合计|总计))"
)
_SPLIT = sought(rf"({_NAME})(?:[、和与及]|$)")
_LISTED = sought(r"(?:\d[^\d,。;:、]{0,5}|[)%])[、和与及]$")  # 86个、|西城区74个
_OPENING = re.compile(
    r"(?:[(]?[零一二三四五六七八九十\d]{1,3}[)、.]{1,2})?\s{0,4}【?"
)  # what a line may have before its name


@dataclass(frozen=True, slots=True)
class Mention:
    """The districts named at `[start, end)`, none for the whole, and how far what follows is theirs."""

    start: int
    end: int
    names: tuple[str, ...]
    reach: int
    heads: bool  # opens a line, with a colon behind it


class Owners:
    """The districts of one text by place."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._starts = [m.start for m in mentions]

    def at(self, position: int) -> Mention | None:
        """The mention that governs the place, the nearest first."""
        for index in range(bisect_right(self._starts, position) - 1, -1, -1):
            mention = self._mentions[index]
            if mention.end <= position < mention.reach:
                return mention if mention.names else None
            if position - mention.start > _REACH:
                return None
        return None

    def between(self, start: int, end: int) -> list[Mention]:
        low, high = bisect_right(self._starts, start - 1), bisect_right(self._starts, end)
        return [m for m in self._mentions[low:high] if m.end <= end and m.names]

    def side_by_side(self, start: int, end: int) -> bool:
        """Whether a task sets districts beside one another, or is headed by one of several."""
        inside = self.between(start, end)
        return len({name for m in inside for name in m.names}) > 1 or any(m.heads for m in inside)


_REACH = 2000  # characters; farther a name in running text governs nothing
NOBODY = Owners(())


@lru_cache(maxsize=2)
def owners_in(text: str) -> Owners:
    """The districts of the folded text; nobody where fewer than two own a figure."""
    told = _told_side_by_side(text)
    inside = {n for m in told for n in range(m.start, m.end)}
    alone = [m for m in (*_mentions(text), *_listed(text)) if inside.isdisjoint((m.start, m.end - 1))]
    mentions = sorted([*told, *alone], key=attrgetter("start"))
    owning = {name for m in mentions if sought(r"\d").search(text[m.end : m.reach]) for name in m.names}
    return Owners(mentions) if len(owning) > 1 else NOBODY


def _told_side_by_side(text: str) -> list[Mention]:
    return [Mention(m.start, m.end, m.names, m.stop, False) for listed in owner_lists(text) for m in listed.members]


def _mentions(text: str) -> list[Mention]:
    found = []
    end = 0
    for begin in chain((0,), (before.end() for before in _BEFORE.finditer(text))):
        match = _MENTION.match(text, begin) if begin >= end else None
        if match is None:
            continue
        start, end = match.span()
        before = text[max(0, start - 12) : start]
        joined = match["names"] and before[-1:] in ("、", "和", "与", "及") and not _LISTED.search(before)
        if joined and not _OPENING.fullmatch(before.rpartition("\n")[2].strip()):
            continue
        names = tuple(m[1] for m in _SPLIT.finditer(match["names"])) if match["names"] else ()
        found.append(_mention(text, start, end, names))
    return found


_SHARES = sought(  # 各市州公路投资完成比例:青州69.4%、石城58.4%: places without their 县 and 市
    r"[各分](?:[县旗市区州镇乡]|\([市区县旗]\)|街道|园区|开发区|片区){1,6}[^。;:\n\d]{1,20}?(?:完成比例|完成率|完成进度)(?:情况)?(?:分别|依次)?(?:为|是)?:"
)
_SHARE = re.compile(r"[、和]?(?P<name>[\u4e00-\u9fff]{2,5})(?P<share>\d{1,3}(?:\.\d{1,2})?%(?:\([^()\n]{0,16}\))?)")


def _listed(text: str) -> Iterator[Mention]:
    """The places of a list that is headed as one of shares by places."""
    for head in _SHARES.finditer(text):
        position = head.end()
        while member := _SHARE.match(text, position):
            position = member.end()
            if not sought(_NAME).fullmatch(member["name"]):
                yield Mention(*member.span("name"), (member["name"],), position, False)


_AMONG_THEM = re.compile(r"[。\n]\s{0,4}其中[,:]?$")  # opens a sentence as a name alone does


def _mention(text: str, start: int, end: int, names: tuple[str, ...]) -> Mention:
    line = text[text.rfind("\n", 0, start) + 1 : start].strip()
    opens = _OPENING.fullmatch(line) is not None or text[start - 1 : start] == "。"
    opens = opens or (bool(names) and _AMONG_THEM.search(text, max(0, start - 8), start) is not None)
    alone = (
        sought(r"[】:。]?[ \t]*(?:\n|$)").match(text[end : end + 8]) is not None
        and _OPENING.fullmatch(line) is not None
    )
    heads = bool(names) and opens and (alone or text[end : end + 1] in (":", "】"))
    if heads and alone:
        return Mention(start, end, names, _next_alike(text, end, line), True)
    inside = text.rfind("(", max(0, start - 60), start) > text.rfind(")", max(0, start - 60), start)
    stop = r"[)\n]" if inside else r"\n" if heads else r"[。\n]" if opens or not names else r"[;。\n]"
    limit = len(text) if heads else end + _REACH
    return Mention(start, end, names, _found(stop, text, end, limit), heads)


def _next_alike(text: str, position: int, mark: str) -> int:
    """Where the next line with a mark of the same kind begins: 二、 after 一、."""
    if not mark:
        return _found(r"\n[ \t]*[【\u4e00-\u9fff]{2,10}[】:]?[ \t]*(?=\n)", text, position)
    kind = sought(r"[零一二三四五六七八九十百]+").sub("X", sought(r"\d+").sub("0", re.escape(mark)))
    kind = kind.replace("X", "[零一二三四五六七八九十百]{1,3}").replace("0", "[0-9]{1,3}")
    return _found(rf"\n[ \t]*{kind}", text, position)


def _found(pattern: str, text: str, position: int, limit: int | None = None) -> int:
    limit = len(text) if limit is None else min(limit, len(text))
    match = re.compile(pattern).search(text, position, limit)
    return match.start() if match else limit


def owned(owners: Owners, text: str, found: Sequence[Reading]) -> None:
    """Give the figures of several districts to each in turn: 分别完成3.05万亩和1.9万亩."""
    for index, reading in enumerate(found):
        if reading.bracket or (index and _same_run(found[index - 1], reading, text)):
            continue
        run = [reading]
        for following in islice(found, index + 1, None):
            if not _same_run(run[-1], following, text):
                break
            run.append(following)
        names = _in_turn(owners, text, reading) if len(run) > 1 else ()
        if len(names) == len(run):
            for member, name in zip(run, names, strict=True):
                member.owner = name


def _same_run(a: Reading, b: Reading, text: str) -> bool:
    return (
        a.clause_start == b.clause_start
        and a.quantity.noun == b.quantity.noun
        and not b.bracket
        and sought(r"\s?(?:\([^()]{0,20}\))?[、和与及]\s?").fullmatch(text[a.quantity.end : b.start]) is not None
    )


def _in_turn(owners: Owners, text: str, first: Reading) -> tuple[str, ...]:
    """The districts that a run of figures is told of: those of its heading, or those of its part of the sentence."""
    mention = owners.at(first.start)
    if mention is not None and len(mention.names) > 1:
        return mention.names
    if not sought(r"分别|依次").search(first.clause_lead):
        return ()
    begins = 0
    for mark in "\n。;":  # the line's beginning is near: the others are sought no farther back
        begins = max(begins, text.rfind(mark, begins, first.start) + 1)
    return tuple(name for m in owners.between(begins, first.start) for name in m.names)


def shares_out(r: Reading, before: Sequence[Reading]) -> Reading | None:
    """312个小区,其中东桥区86个、西城区74个: the figure that is split among the districts, of which this is a part."""
    if (
        r.owner is None
        or r.bracket
        or not before
        or sought(r"已|完成|实际|开工|竣工|占|为|达|计划|任务|目标").search(r.lead)
    ):
        return None
    last = next((b for b in reversed(before) if not b.bracket), None)
    if last is None or last.sentence != r.sentence or last.quantity.noun != r.quantity.noun or r.own:
        return None
    return last if last.owner != r.owner and last.measure == "amount" else None
