"""Headings and numbered items -> the tasks of a report, each with its sentences.

A task is a numbered item without numbered items of its own, or a stretch of text that no number leads. Sentences end at
。；！？ and at the end of a line, unless the line was broken in the middle of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.outline.fields import thing_of_fields
from extraction.outline.goals_behind_all import end_at_goals
from extraction.outline.goals_told_again import part_goals_told_again
from extraction.outline.headings import AIMS_AHEAD, NEXT_STEPS, end_heading, part_heading, second_heading
from extraction.outline.items import Item, Sentence
from extraction.outline.labels import read_labels
from extraction.outline.lines import POINT, Line, is_note, join_broken, lines_of, marked_lines, part_points
from extraction.outline.quoted_each import leave_quoted_each
from extraction.outline.sentences import sentences
from extraction.outline.told_lists import join_told_lists
from extraction.records import Interval
from extraction.sought import sought

_CLAUSE_REF = re.compile(r"第\s?(\d{1,3})\s?[条项]")
_REFERENCE = re.compile(r"[(（](?P<inside>[^()（）]{1,60})[)）]")
_COUNTS = re.compile(r"\d+\s?[部台个家处中股室]+$")  # 已更换118部
_UNIT_NAME = re.compile(r"(?:科|处|股|室|中心|局|委|办|院|队|站|部|司|厅|公司|集团|镇|街道|区|县)$")


def items(text: str, skip: tuple[Interval, ...] = ()) -> list[Item]:
    """The tasks of the folded text in order; `skip` are intervals (page furniture, tables) that belong to none."""
    lines = [line for line in join_broken(text, list(lines_of(text, skip))) if not is_note(text, *line)]
    marked = join_told_lists(text, list(marked_lines(text, list(part_points(text, lines)))))
    marked = list(part_goals_told_again(text, marked))
    return [item for item in _nest(text, marked) if item.sentences]


def promise_all(found: list[Item]) -> None:
    """In a plan every sentence of an item promises, not only its first."""
    for item in found:
        for sentence in item.sentences:
            sentence.heading = sentence.heading or item.level > 0


# a report's last words belong to none of its items
_CLOSING = sought(
    r"(?:下一?步|(?:当前|目前)?(?:主要)?存在的?(?:主要|突出)?(?:问题|困难|不足)|(?:[一二三四]季度|明年|年底前|后续)[,]?我[局委办市县旗区]|下半年|下一?阶段|接下来|今后|特此|专此"
    r"|第?四季度[,将要]|以上(?:报告|情况)|[(（]?(?:联系人|附件|统计数据|数据截止|注|备注|说明)[:：)]|[\u4e00-\u9fff]{2,16}(?:局"
    r"|委员会|办公室|人民政府|督查室|中心)\s*$|(?:19|20|二.)\S{2,3}年\S{1,3}月\S{1,3}日\s*$)"
)


_TOLD_BEHIND = sought(r"\d[^:。;\d]{0,16}:(?=[^。;]{2})")  # 改造市场22个:正在招标: its account stands with it


def _nest(text: str, lines: list[Line]) -> Iterator[Item]:
    """Numbered lines own the unnumbered ones below them; a numbered line with deeper ones below it is their parent."""
    path: list[Line] = []
    current: list[Line] = []
    short = 0  # items of one line that stand side by side just before
    for line in lines:
        closing = (
            not line.level
            and bool(current)
            and current[0].level > 0
            and (
                _CLOSING.match(text, line.start, line.end) is not None
                or AIMS_AHEAD.match(text, line.start, line.end) is not None
                or (
                    short >= 2
                    and len(current) == 1
                    and not current[0].owns
                    and not NEXT_STEPS.match(text, current[0].body)
                )
            )
        )
        if line.level and current:
            told = _TOLD_BEHIND.search(text, current[0].body, current[0].end) is not None
            short = short + 1 if len(current) == 1 and current[0].level == line.level and not told else 0
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


_SPEAKS = sought(
    r"(?:会议|大会|主任会议|常委会(?:会议|组成人员)?|组成人员|与会人员|[调督]?[研查]组)(?:一致)?(?:要求|指出|强调|建议|提出|决定)"
)
_BLANK_TITLE = sought(r"[\u4e00-\u9fff“”、]{2,14} {1,4}(?=[\u4e00-\u9fff\d“][^。;]{4})")  # ▲棚改征收　全年需征收3200户


def _item(text: str, lines: list[Line], path: list[Line], following: int) -> Item:
    head = lines[0]
    item = Item(head.number, head.level, head.start, lines[-1].end, path=tuple(line.number for line in path))
    item.above = tuple(text[line.body : line.end] for line in path if line is not head)
    item.clauses = tuple(dict.fromkeys(int(n) for n in _CLAUSE_REF.findall(text[head.start : head.end])))
    item.departments = _departments(text[head.start : head.end])
    item.narrated = item.storied = head.level > 0 and len(lines) > 1
    point = 0
    named = thing_of_fields(text, head.body, head.end) if head.level else None
    for index, line in enumerate(lines):
        begin = line.body
        if line is head and head.level and (titled := named or _blank_title(text, line)):
            item.sentences.append(Sentence(*titled, point, heading=True))
            begin = titled[1]
        for start, end in sentences(text, begin, line.end, joined=True):
            if POINT.match(text, start):
                point += 1
            elif start == line.body and _SPEAKS.match(text, start):
                point = 0  # what a meeting goes on to ask for is said of all that was told
            heading = head.level > 0 and index == 0 and (item.narrated or not item.sentences)
            item.sentences.append(Sentence(start, end, point, heading))
    end_heading(text, item)
    item.topic = text[slice(*named)].rstrip(" ;,:") if named else _topic(text, item)
    if not read_labels(text, item) and not leave_quoted_each(text, item) and not second_heading(text, item):
        part_heading(text, item)
    end_at_goals(text, item)
    item.title = _title(text, item, head)
    return item


def _blank_title(text: str, line: Line) -> Interval | None:
    own = _BLANK_TITLE.match(text, line.body, line.end)
    return own.span() if own else None


def _departments(line: str) -> tuple[str, ...]:
    """第16条、高新科 in brackets -> 高新科; 责任单位:市科技局 likewise."""
    found: list[str] = []
    for match in _REFERENCE.finditer(line):
        inside = match["inside"]
        pieces = sought(r"[、,，;；\s]|(?:牵头|责任|配合|主办|协办)(?:单位|科室|部门)?[:：]").split(inside)
        if _CLAUSE_REF.search(inside) or sought(r"(?:牵头|责任|配合|主办)").search(inside):
            named = [p.strip(":： ") for p in pieces if p and _UNIT_NAME.search(p) and not _CLAUSE_REF.search(p)]
            found += [p for p in named if not _COUNTS.search(p)]
    return tuple(dict.fromkeys(found))


def _title(text: str, item: Item, head: Line) -> str:
    first = item.sentences[0] if item.sentences else None
    end = head.end if item.narrated or first is None else first.end
    return (
        sought(r"[(（][^()（）]*第\s?\d[\d、和-]*\s?[条项][^()（）]*[)）]")
        .sub("", text[head.body : min(end, head.body + 200)])
        .strip(" 。;:")
    )


# a number that counts something, unlike that of G527, PM2.5, 5G基站, 4A级景区, 12345热线
_COUNTS_NOT = r"(?![\d.]*(?:[A-Z](?![A-Z])|热线))"
_COUNTED = sought(rf"(?<![A-Za-z\d.])\d{_COUNTS_NOT}")
_AMOUNTS = sought(rf"(?<![A-Za-z\d.])\d{_COUNTS_NOT}[\d.]*(?![\d.年])")  # ... and no year


_NAMED = sought(r"(?:指标|项目|任务|事项|工作|工程|实事)(?:名称|内容)")


def _topic(text: str, item: Item) -> str:
    first = item.sentences[0] if item.sentences else None
    if first is None or not item.level:
        return ""
    piece = sought(r"[(（][^()（）]*[)）]").sub("", text[first.start : first.end])
    counts = _COUNTED.search(piece)
    head, colon, rest = piece.partition(":")
    if colon and _NAMED.fullmatch(head.strip()):  # 任务名称:公厕提标改造
        head = rest.strip(" 。;\n")
    if colon and len(head) <= 30 and not _AMOUNTS.search(head):
        return head.strip()
    if item.narrated and len(piece) <= 40 and not counts:
        return piece.strip(" 。;:")
    if not counts and len(piece) <= 24 and piece.endswith(("。", " ")):
        return piece.strip(" 。;:")
    return ""
