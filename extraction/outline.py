"""Headings and numbered items -> the tasks of a report, each with its sentences.

A task is a numbered item without numbered items of its own, or a stretch of text that no number leads. Sentences end at
。；！？ and at the end of a line, unless the line was broken in the middle of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from extraction import wording
from extraction.records import Interval
from extraction.second_heading import promises

_CN = "零一二三四五六七八九十百"
_MARK = re.compile(
    rf"(?P<g>第\d{{1,3}}[项条]\s?[:、.]?\s?)|(?P<a>第[{_CN}]{{1,3}}[章编部]分?\s?|[{_CN}]{{1,4}}\s?(?:、"
    rf"|[.．](?!\d)))"
    rf"|(?P<b>\(\s?[{_CN}]{{1,4}}\s?\)[、.]?)"
    r"|(?P<c>\d{1,3}\s?[、](?!\d+[、,])|\d{1,3}\.(?!\d)|\d{1,3}\.(?=(?:19|20)\d\d年))"
    r"|(?P<d>\(\s?\d{1,3}\s?\)[、.]?|\d{1,2}\))"
    r"|(?P<e>[①-⑳])"
    r"|(?P<f>“[^”]{2,24}”(?:方面)?[:])"
)
_INLINE = re.compile(rf"(?<=[。;；])\s?(?=(?:\d{{1,2}}[.、](?!\d)|\([{_CN}]{{1,3}}\)|\(\d{{1,2}}\)|[①-⑳])[^\d,，。])")
_POINT = re.compile(rf"(?:^|(?<=[。;；,，:：、)\n\s]))(?:[{_CN}]{{1,3}}是|首先是|其[{_CN}]是|第[{_CN}]{{1,2}}[,，])")
_END = re.compile(r"[。;!?]+[”\")]?|(?<=[\u4e00-\u9fff%)”])\.(?![\d.])|\n|(?<=\d%)(?=\d[\d.]*[\u4e00-\u9fff])")
_CLAUSE_REF = re.compile(r"第\s?(\d{1,3})\s?[条项]")
_REFERENCE = re.compile(r"[(（](?P<inside>[^()（）]{1,60})[)）]")
_LONGEST = 800  # characters of a sentence; what is longer is none, and its numbers are held against their neighbours
_UNIT_NAME = re.compile(r"(?:科|处|股|室|中心|局|委|办|院|队|站|部|司|厅|公司|集团|镇|街道|区|县)$")


@dataclass(slots=True)
class Sentence:
    """One sentence; `point` counts the 一是/二是 it stands under (0 before the first)."""

    start: int
    end: int
    point: int = 0
    heading: bool = False
    labelled: bool = False  # a label (任务安排:) makes it a promise, whatever its words


@dataclass(slots=True)
class Item:
    """A task as it stands in the text: `[start, end)` is all of it, the first `heading` sentences are its promise."""

    number: str
    level: int
    start: int
    end: int
    title: str = ""
    topic: str = ""  # what the item is about where a colon or a numberless heading says so
    clauses: tuple[int, ...] = ()
    departments: tuple[str, ...] = ()
    sentences: list[Sentence] = field(default_factory=list)
    narrated: bool = False  # a heading, told about in what follows it
    storied: bool = False  # ... in lines of their own
    path: tuple[str, ...] = ()
    above: tuple[str, ...] = ()  # the headings it stands under, outermost first


def items(text: str, skip: tuple[Interval, ...] = ()) -> list[Item]:
    """The tasks of the folded text in order; `skip` are intervals (page furniture, tables) that belong to none."""
    lines = list(_join_broken(text, list(_lines(text, skip))))
    marked = list(_marked(text, lines))
    return [item for item in _nest(text, marked) if item.sentences]


def promise_all(found: list[Item]) -> None:
    """In a plan every sentence of an item promises, not only its first."""
    for item in found:
        for sentence in item.sentences:
            sentence.heading = sentence.heading or item.level > 0


def _lines(text: str, skip: tuple[Interval, ...]) -> Iterator[Interval]:
    position = 0
    holes = [*sorted(skip), (len(text), len(text))]
    for low, high in holes:
        if low > position:
            for match in re.finditer(r"[^\n]+", text[position:low]):
                yield from _pieces(text, position + match.start(), position + match.end())
        position = max(position, high)


def _pieces(text: str, start: int, end: int) -> Iterator[Interval]:
    cuts = [start, *(m.end() for m in _INLINE.finditer(text, start, end)), end]
    for low, high in pairwise(cuts):
        while low < high and text[low].isspace():
            low += 1
        while high > low and text[high - 1].isspace():
            high -= 1
        if low < high:
            yield low, high


def _join_broken(text: str, lines: list[Interval]) -> Iterator[Interval]:
    """Lines that a hard break cut in the middle of a sentence are one line."""
    current: Interval | None = None
    for start, end in lines:
        if current and _broken(text, current, (start, end)):
            current = (current[0], end)
        else:
            if current:
                yield current
            current = (start, end)
    if current:
        yield current


def _broken(text: str, line: Interval, following: Interval) -> bool:
    last, first = text[line[1] - 1], text[following[0]]
    if _MARK.match(text, following[0]) or text[line[1] : following[0]].strip():
        return False
    if last in ",、(“《;":
        return True
    if first in ",、。;)”":
        return True
    length = line[1] - line[0]
    return (
        length >= 16
        and last not in "。;:!?)”%.…"
        and first not in "(“"
        and (following[1] - following[0] >= 6)
        and (
            text.find("。", max(line[0], line[1] - _LONGEST), line[1]) >= 0 or "。" in text[following[0] : following[1]]
        )
        and (last.isalnum() and (last.isdigit() or length >= 24))
        and not re.search(r"(?:报告|情况|通报|方案|表)$", text[max(line[0], line[1] - 2) : line[1]])
    )


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    level: int
    number: str
    body: int


_POINTED = re.compile(rf"(?P<number>[{_CN}]{{1,3}})是(?!否)")
_POINTED_LEVEL = 5


def _pointed(text: str, lines: list[Interval]) -> set[int]:
    """Lines that are a point each (一是…。 in one, 二是…。 in the next) are items; points of one line are not."""
    starts = {start for start, end in lines if _POINTED.match(text, start)}
    alone = {s for s, e in lines if s in starts and text[e - 1] == "。" and len(_POINT.findall(text, s, e)) == 1}
    return alone if len(alone) > 1 and len(alone) == len(starts) else set()


def _marked(text: str, lines: list[Interval]) -> Iterator[_Line]:
    pointed = _pointed(text, lines)
    for start, end in lines:
        match = _MARK.match(text, start)
        if match is None and start in pointed and (point := _POINTED.match(text, start)):
            yield _Line(start, end, _POINTED_LEVEL, point["number"], point.end())
        elif match is None:
            yield _Line(start, end, 0, "", start)
        elif match.lastgroup == "f":
            yield _Line(start, end, 6, text[start : match.end() - 1], start)
        else:
            level = "abcdeg".index(match.lastgroup or "a") + 1
            level = 3 if level == 6 else level
            yield _Line(start, end, level, match.group().strip(" 、.．)(（）"), match.end())


# a report's last words belong to none of its items
_CLOSING = re.compile(
    r"(?:下一?步|(?:当前|目前)?(?:主要)?存在的?(?:主要|突出)?(?:问题|困难|不足)|(?:[一二三四]季度|明年|年底前|后续)[,]?我[局委办市县区]|下半年|下阶段|接下来|今后|特此|专此"
    r"|以上(?:报告|情况)|[(（]?(?:联系人|附件|统计数据|数据截止|注|备注|说明)[:：)]|[\u4e00-\u9fff]{2,16}(?:局"
    r"|委员会|办公室|人民政府|督查室|中心)\s*$|(?:19|20|二.)\S{2,3}年\S{1,3}月\S{1,3}日\s*$)"
)


def _nest(text: str, lines: list[_Line]) -> Iterator[Item]:
    """Numbered lines own the unnumbered ones below them; a numbered line with deeper ones below it is their parent."""
    path: list[_Line] = []
    current: list[_Line] = []
    short = 0  # items of one line that stand side by side just before
    for line in lines:
        closing = (
            not line.level
            and bool(current)
            and current[0].level > 0
            and (_CLOSING.match(text, line.start, line.end) is not None or (short >= 2 and len(current) == 1))
        )
        if line.level and current:
            short = short + 1 if len(current) == 1 and current[0].level == line.level else 0
        if (line.level or closing) and current:
            yield _item(text, current, path, line.level)
            current = []
        if closing:
            path = []
        if line.level:
            path = [*(parent for parent in path if parent.level < line.level), line]
        current.append(line)
    if current:
        yield _item(text, current, path, 0)


def _item(text: str, lines: list[_Line], path: list[_Line], following: int) -> Item:
    head = lines[0]
    item = Item(head.number, head.level, head.start, lines[-1].end, path=tuple(line.number for line in path))
    item.above = tuple(text[line.body : line.end] for line in path if line is not head)
    item.clauses = tuple(dict.fromkeys(int(n) for n in _CLAUSE_REF.findall(text[head.start : head.end])))
    item.departments = _departments(text[head.start : head.end])
    item.narrated = item.storied = head.level > 0 and len(lines) > 1
    point = 0
    for index, line in enumerate(lines):
        for start, end in sentences(text, line.body, line.end, joined=True):
            if _POINT.match(text, start):
                point += 1
            heading = head.level > 0 and index == 0 and (item.narrated or not item.sentences)
            item.sentences.append(Sentence(start, end, point, heading))
    _end_heading(text, item)
    item.topic = _topic(text, item)
    if not _labelled(text, item):
        _part_heading(text, item)
        _second_heading(text, item)
    item.title = _title(text, item, head)
    return item


_RESULT = re.compile(
    r"已(?!纳入|列入)|目前|截至|累计|同比|[比较]上年|占(?:年|全年)|(?:达到|完成|超过|[高低]于)(?:年度|全年|预期)?目标"
    r"|\d[^()\d]{0,6}\((?:年度|全年|预期|控制)*(?:目标|任务|计划|预期)"
)


def _end_heading(text: str, item: Item) -> None:
    """A first line that goes on to tell results is no heading from there on."""
    told = False
    for sentence in item.sentences[1:]:
        sentence.heading = sentence.heading and not told
        told = told or _RESULT.search(text, sentence.start, sentence.end) is not None


def sentences(text: str, start: int, end: int, *, joined: bool = False) -> Iterator[Interval]:
    """Sentences of a line; 一是/二是 begin a new one even after a comma."""
    ends = (m.end() for m in _END.finditer(text, start, end) if not (joined and m.group() == "\n"))
    cuts = sorted({*ends, *(m.start() for m in _POINT.finditer(text, start, end)), start, end})
    for low, high in pairwise(cuts):
        while low < high and text[low].isspace():
            low += 1
        if low < high:
            yield from _bounded(text, low, high)


def _bounded(text: str, low: int, high: int) -> Iterator[Interval]:
    """The sentence, or its pieces where it has no end: each up to the last comma within the bound."""
    while high - low > _LONGEST:
        after = max(text.rfind(mark, low + _LONGEST // 2, low + _LONGEST) for mark in ",、 ") + 1
        cut = after or low + _LONGEST
        yield low, cut
        low = cut
    yield low, high


_LABEL = re.compile(
    r"\s?(?:(?P<plan>(?:[省市县区国]定任务|任务安排|目标任务|年度目标任务|年度目标|年度任务|工作目标|任务要求|任务内容|计划安排"
    r"|年初目标|全年目标|目标要求|工作任务|计划任务|责任目标|承诺事项|任务目标|目标|任务)\s?[:])"
    r"|(?P<told>(?:落实情况|进展情况|完成情况|推进情况|工作进展|目前进展|当前进展|最新进展|实施情况|办理情况"
    r"|进展|进度|完成|现状|推进落实情况|工作推进情况|目前进度)\s?[:]))"
)


def _labelled(text: str, item: Item) -> bool:
    """任务安排: ... 落实情况: ...: the labels say which sentences promise."""
    labels = [_LABEL.match(text, s.start, s.end) for s in item.sentences]
    if not any(m and m["told"] for m in labels):
        return False
    if not any(m and m["plan"] for m in labels):
        return _told_label(text, item, labels)
    promising = False
    for sentence, label in zip(item.sentences, labels, strict=True):
        if label is not None:
            promising = label["plan"] is not None
            sentence.start = label.end()
        sentence.heading = promising
        sentence.labelled = promising
    item.sentences = [s for s in item.sentences if s.start < s.end]
    item.narrated = item.storied = True
    return True


def _told_label(text: str, item: Item, labels: list[re.Match[str] | None]) -> bool:
    """新建40个。进展:已建成22个: what stands between the title and the label is the promise."""
    first = next(i for i, label in enumerate(labels) if label)
    before = item.sentences[:first]
    if not item.level or not before or not re.search(r"\d", text[before[0].start : before[-1].end]):
        return False
    for sentence, label in zip(item.sentences, labels, strict=True):
        sentence.heading = sentence.start < item.sentences[first].start
        if label is not None:
            sentence.start = label.end()
    item.sentences = [s for s in item.sentences if s.start < s.end]
    item.narrated = item.storied = True
    return True


# a promise without a number begins with one of these; what follows it tells how it went
VERB_PHRASE = re.compile(
    r"(?:加快|推进|加强|深化|强化|持续|大力|支持|组织|柔性|推动|完善|提升|优化|积极|坚持|做好|落实|健全|全力"
    r"|着力|扎实|统筹|抓好|深入|开展|实施|建立|打造|培育|促进|构建|引导|鼓励|巩固|全面|进一步|聚焦|突出|稳步"
    r"|规范|严格|推广|扩大|创新|保障|加大|切实|牢牢|拓展|改善|严守|夯实|壮大|发展)"
)
NEXT_STEPS = re.compile(
    r"下一?步|下阶段|下半年的?(?:工作)?(?:打算|计划|安排|思路)|(?:工作|今后)(?:打算|计划|措施|建议|安排)|有关要求|几点建议"
)
PROBLEMS = re.compile(
    r"(?:存在|主要)?的?(?:主要|突出)?(?:问题|困难|不足|短板)|下一?步|下阶段|工作(?:打算|计划|措施|建议|安排)"
    r"|有关要求|几点建议|原因分析"
)


def _second_heading(text: str, item: Item) -> None:
    """河蟹产业。养殖面积稳定在55万亩以上。目前养殖面积55.6万亩: a title of its own, then the promise."""
    if item.level == 0 or len(item.sentences) < 3 or not item.topic or item.clauses:
        return
    title, promise, *rest = item.sentences
    if len(item.topic) > 20 or VERB_PHRASE.match(item.topic) or PROBLEMS.search(item.topic) or promise.point:
        return
    if re.search(r"\d", text[title.start : title.end].replace(item.number, "", 1)):
        return
    pieces = [text[s.start : s.end] for s in (promise, *rest[:5])]
    if re.search(r"\([^()]{0,8}(?:目标|任务|计划|预期)", pieces[0]) or not promises(pieces[0], pieces[1:]):
        return
    promise.heading = item.storied = item.narrated = True
    for before, sentence, piece in zip(item.sentences[1:], rest, pieces[1:], strict=False):
        if text[before.end - 1] != ";" or _STORY.search(piece) or _TOLD.search(piece):
            break
        sentence.heading = True


_TOLD = re.compile(
    r"已|目前|截至|累计|完成|同比|实现|为|占|达序|达到|上半年|季度|\d月|现有|低于|高于|增长.*%.*(?:低|高)"
)
_STORY = re.compile(
    r"已|目前|截至|累计|正在|在建|全部|实际(?!利用|使用|吸收)|全年|年末|经(?=[^,]{0,8}(?:考核|审核|考评|验收|核定|核查|统计"
    r"|认定))|现有?(?!代)|\d月|季度|半年|(?<![平人户年])均|\d+[个家所座处条户台](?:[^,\d]{0,4})?(?:完工|建成|竣工|交付|正在"
    r"|主体|开工)"
)
_FINISHED = re.compile(r"^(?:完工|竣工|建成|交付|取得|发放|通过|完成)\d")
_TELLS = re.compile(
    r"已|目前|截至|累计|完工|竣工|建成|完成|正在|在建|开工|交付|投用|启动|办理|申报|均|全部|全年|年末|实际(?!利用|使用|吸收)|经"
    r"|现有|到\d|通过|取得|发放|培训|改造|新增"
)


def _part_heading(text: str, item: Item) -> None:
    """新增泊位1500个:已建成1386个: what stands before the colon, or the first clause, is the promise."""
    if not item.level:
        return
    out: list[Sentence] = []
    for index, sentence in enumerate(item.sentences):
        cut = (
            _cut(text, sentence, index == len(item.sentences) - 1)
            if sentence.heading or (not item.storied and not sentence.point)
            else 0
        )
        if item.storied and sum(s.heading for s in item.sentences) > 1:
            cut = 0
        if not cut:
            if index and out[0].heading and not item.storied and not sentence.labelled:
                sentence.heading = sentence.heading and not out[0].heading
            out.append(sentence)
            continue
        out.append(Sentence(sentence.start, cut, sentence.point, True))
        out.append(Sentence(cut, sentence.end, sentence.point, False))
        item.narrated = True
    item.sentences = out


def _cut(text: str, sentence: Sentence, last: bool) -> int:
    piece = text[sentence.start : sentence.end]
    bare = re.sub(r"\([^()]*\)", lambda m: "_" * len(m.group()), piece)
    if re.search(r"\([^()]{0,8}(?:目标|任务|计划|预期)", piece):
        return 0
    colon = bare.find(":")
    if (
        4 <= colon <= 60
        and re.search(r"\d|[一二两三四五六七八九十]+[个家所项座处条]", bare[:colon])
        and not _TOLD.search(bare[:colon])
        and colon < len(piece) - 1
    ):
        return sentence.start + colon + 1
    comma = bare.find(",")
    head, rest = bare[:comma], bare[comma:]
    if comma <= 4 or not re.search(r"[\u4e00-\u9fff]{3}.*\d", head) or _TOLD.search(head):
        return 0
    if wording.GAP.search(re.split(r"\d", rest)[0]) or (
        "%" in rest and wording.CLAIM.search(re.split(r"\d+(?:\.\d+)?%", rest)[0][-40:])
    ):
        return 0
    clause = re.split(r"[,;。]", rest[1:])[0]
    if re.match(r"[比较](?!例|率)", clause):
        return 0  # 6.12件,比上年末增加0.25件: both tell
    told = _STORY.search(clause) or (last and _FINISHED.match(clause))
    return (
        sentence.start + comma + 1
        if told and not re.search(r"节点|目标|计划|任务|(?:全年|年度)(?:确保|力争|奋斗)", clause)
        else 0
    )


def _departments(line: str) -> tuple[str, ...]:
    """第16条、高新科 in brackets -> 高新科; 责任单位:市科技局 likewise."""
    found: list[str] = []
    for match in _REFERENCE.finditer(line):
        inside = match["inside"]
        pieces = re.split(r"[、,，;；\s]|(?:牵头|责任|配合|主办|协办)(?:单位|科室|部门)?[:：]", inside)
        if _CLAUSE_REF.search(inside) or re.search(r"(?:牵头|责任|配合|主办)", inside):
            found += [p.strip(":： ") for p in pieces if p and _UNIT_NAME.search(p) and not _CLAUSE_REF.search(p)]
    return tuple(dict.fromkeys(found))


def _title(text: str, item: Item, head: _Line) -> str:
    first = item.sentences[0] if item.sentences else None
    end = head.end if item.narrated or first is None else first.end
    return re.sub(
        r"[(（][^()（）]*第\s?\d+\s?[条项][^()（）]*[)）]", "", text[head.body : min(end, head.body + 200)]
    ).strip(" 。;:")


def _topic(text: str, item: Item) -> str:
    first = item.sentences[0] if item.sentences else None
    if first is None or not item.level:
        return ""
    piece = re.sub(r"[(（][^()（）]*[)）]", "", text[first.start : first.end])
    head, colon, _ = piece.partition(":")
    if colon and len(head) <= 30 and not re.search(r"\d(?!年)", head):
        return head.strip()
    if item.narrated and len(piece) <= 40 and not re.search(r"\d", piece):
        return piece.strip(" 。;:")
    if not re.search(r"\d", piece) and len(piece) <= 24 and piece.endswith("。"):
        return piece.strip(" 。;:")
    return ""
