"""Lists that only set goals, and the lines behind them that may answer: each goal and each account with its words.

● 新建公厕30座                    一是新建公厕30座;二是造林4万亩;三是…
● 造林4万亩
兑现情况如下:                     第1件实事:建成23座
● 公厕:建成23座                   第3件实事:…
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extraction.numbers.numerals import small_count
from extraction.outline.labels import ACCOUNT, PLANNED
from extraction.records import Interval
from extraction.sought import sought

_CN = "一二三四五六七八九十"
_RING = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BULLETS = r"[●■◆★•·※▲►◇□▪◎➢➤✓✔☑√△☆]|-{1,2}(?!\d)"
_KINDS = r"(?:民生|重点|目标|工作|承诺|实事|暖民心|惠民|民心)*"
_THINGS = rf"{_KINDS}(?:实事|任务|事项|承诺|目标|工程|项目|工作|行动)"
_NUMBER = rf"(?:\d{{1,2}}|[{_CN}]{{1,3}})"
_MARK = sought(
    rf"[ \t]*(?:(?P<bullet>{_BULLETS})|(?P<arabic>\d{{1,2}})[.、)](?!\d)|[(](?P<inside>{_NUMBER})[)]"
    rf"|(?P<cn>[{_CN}]{{1,3}})、|(?P<ring>[{_RING}])|第(?P<nth>{_NUMBER})[项件条](?:{_THINGS})?[:、. \t]"
    rf"|(?:{_THINGS})(?P<called>{_NUMBER})[:、. \t])[ \t]*"
)
_CALLED = sought(  # 第3项:  关于第3件实事(新建公园):  任务3.  序号3:
    rf"[ \t]*(?:{_BULLETS})?[ \t]*(?:关于)?"
    rf"(?:第(?P<nth>{_NUMBER})[项件条个](?:{_THINGS})?|(?:{_THINGS}|序号|编号)(?P<word>{_NUMBER}))"
    r"(?:[(“](?P<name>[^()“”\n]{2,20})[)”])?(?:[:、.,。]|[ \t](?=\S))[ \t]*"
)
_LABEL = sought(r"(?P<name>[\u4e00-\u9fffA-Za-z“”、]{2,12})[::][ \t]*")
_POINT = re.compile(rf"(?:(?<=[:;。,])|^)[ \t]*(?P<cn>[{_CN}]{{1,3}})是(?!否)")
_FIGURE = sought(r"\d(?![\d.]*\s?[年月日号])")
_TELLS = sought(
    r"已(?!纳入|列入)|目前|累计|截[至止]|其余|另有|尚未|占(?:年|全年|计划|任务|目标)|完成率|同比(?!增长|下降)|超额|完成(?:年度|全年)"
    r"|正在|实际(?!利用|使用|吸收)"
)
_HEADING = sought(rf"[ \t]*(?:[{_CN}]{{1,3}}、|[(][{_CN}]{{1,3}}[)])")
_AHEAD = sought(r"下一?步|打算|措施|分工|责任(?!书)|要求|问题|原因|安排|计划|明年|来年")
_TOLD = sought(r"完成|进展|落实|推进|兑现|办理|实施|进度|答卷|成效|结果|执行|履行|如下|截至|月底|季度|半年|目前|情况")
_GOALS = sought(r"目标|任务|承诺|计划|确定|实事|要求|安排|清单|下达|事项|办好|定下|项目")
_LONGEST, _FEWEST = 110, 3  # characters of a goal, and how many of them make a list
_BETWEEN = 3  # lines that may stand between the goals and their accounts
_FAR = 60  # lines of accounts called by number


@dataclass(slots=True)
class Goal:
    """`[start, end)` of the text, its words from `body` on, and the accounts that answer it."""

    number: int
    start: int
    body: int
    end: int
    words: str
    renamed: bool = False  # its mark (一是, 任务3:) is none that opens an item
    accounts: list[Account] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Account:
    """`[start, end)` of the text, what it tells from `body` on; 0 where no number calls its goal, "" where no label."""

    number: int
    label: str
    start: int
    body: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Lists:
    """Goals, and the lines that tell of them."""

    goals: list[Goal]
    accounts: list[Account]


def lists_in(text: str) -> Iterator[Lists]:
    """Every list of goals with the accounts behind it, none within another."""
    lines = [line.span() for line in re.finditer(r"[^\n]*\S[^\n]*", text)]
    index = 0
    while index < len(lines):
        stop, goals = _goals(text, lines, index)
        points = [] if goals else _points(text, *lines[index])
        if goals or points:
            stop = stop if goals else index + 1
            accounts, behind = _accounts(text, lines, stop, len(goals or points), listed=bool(goals))
            if accounts and (points or _is_headed(text, lines, index)):
                yield Lists(goals or points, accounts)
                stop = behind
        index = max(stop, index + 1)


def _is_headed(text: str, lines: Sequence[Interval], index: int) -> bool:
    """Whether the words above the list say that goals follow."""
    above = text[slice(*lines[index - 1])] if index else ""
    return _GOALS.search(above) is not None and ACCOUNT.match(above) is None


def _style(mark: re.Match[str]) -> str:
    return mark.lastgroup or ""


def _value(mark: re.Match[str]) -> int:
    said = mark[mark.lastgroup or 0]
    return _RING.index(said) + 1 if said in _RING else small_count(said)


def _goals(text: str, lines: Sequence[Interval], index: int) -> tuple[int, list[Goal]]:
    """The list of goals that begins with this line, and the line behind it."""
    goals: list[Goal] = []
    style = ""
    at = index
    for at in range(index, len(lines) + 1):
        mark = _MARK.match(text, *lines[at]) if at < len(lines) else None
        if mark is None or (style and _style(mark) != style):
            break
        number = len(goals) + 1 if mark["bullet"] else _value(mark)
        if number != len(goals) + 1 or not _is_goal(text, mark.end(), lines[at][1]):
            break
        style = _style(mark)
        goals.append(_goal(text, number, lines[at][0], mark.end(), lines[at][1], renamed=bool(mark["called"])))
    figures = sum(_FIGURE.search(goal.words) is not None for goal in goals)
    return (at, goals) if len(goals) >= _FEWEST and figures * 3 >= len(goals) * 2 else (index, [])


def _goal(text: str, number: int, start: int, body: int, end: int, *, renamed: bool) -> Goal:
    return Goal(number, start, body, end, text[body:end], renamed)


def _is_goal(text: str, start: int, end: int) -> bool:
    words = text[start:end]
    if not words or len(words) > _LONGEST or _TELLS.search(words) or ACCOUNT.match(words) or PLANNED.match(words):
        return False
    return words.rstrip("。;,)").find("。") < 0 or "。(" in words


def _points(text: str, start: int, end: int) -> list[Goal]:
    """The points 一是…;二是… of a line in which nothing is told."""
    marks = list(_POINT.finditer(text, start, end))
    if len(marks) < _FEWEST or _TELLS.search(text, marks[0].start(), end):
        return []
    if not _GOALS.search(text, start, marks[0].start()):
        return []
    goals = []
    for n, mark in enumerate(marks):
        if small_count(mark["cn"]) != n + 1:
            return []
        following = marks[n + 1].start() if n + 1 < len(marks) else end
        goals.append(_goal(text, n + 1, mark.start(), mark.end(), following, renamed=True))
    figures = sum(_FIGURE.search(goal.words) is not None for goal in goals)
    return goals if figures * 3 >= len(goals) * 2 else []


def _accounts(
    text: str, lines: Sequence[Interval], start: int, count: int, *, listed: bool
) -> tuple[list[Account], int]:
    """The lines behind the goals that tell of them one by one, and the line behind those."""
    for first in range(start, min(start + _BETWEEN + 1, len(lines))):
        between = [text[slice(*line)] for line in lines[start:first]]
        if between and _AHEAD.search(between[-1]) and not _TOLD.search(between[-1]):
            return [], start
        if _CALLED.match(text, *lines[first]):
            return _called(text, lines, first)
        if between and _TOLD.search(between[-1]) and (found := _lines_alike(text, lines, first, count, listed=listed)):
            return found, first + len(found)
    return [], start


def _called(text: str, lines: Sequence[Interval], first: int) -> tuple[list[Account], int]:
    """Accounts that call their goals by number; a line without one goes on with the one before."""
    found: list[Account] = []
    at = first
    for at in range(first, min(len(lines), first + _FAR) + 1):
        if at == len(lines) or at == first + _FAR:
            break
        start, end = lines[at]
        called = _CALLED.match(text, start, end)
        if called is None:
            if _is_title(found[-1]) and not _HEADING.match(text, start, end):
                last = found[-1]
                found[-1] = Account(last.number, last.label, last.start, last.body, end, text[last.body : end])
                continue
            break
        number = small_count(called["nth"] or called["word"])
        found.append(Account(number, called["name"] or "", start, called.end(), end, text[called.end() : end]))
    numbers = [account.number for account in found]
    return (found, at) if len(set(numbers)) == len(numbers) > 1 else ([], first)


def _is_title(account: Account) -> bool:
    """第3项 公厕建设: its account stands in the next line."""
    return _FIGURE.search(account.words) is None and not _TELLS.search(account.words) and "。" not in account.words


def _lines_alike(text: str, lines: Sequence[Interval], first: int, count: int, *, listed: bool) -> list[Account]:
    """Lines of one kind, each with a short label; or with numbers, as many as the goals."""
    found: list[Account] = []
    style = None
    for start, end in lines[first:]:
        mark = _MARK.match(text, start, end)
        body = mark.end() if mark else start
        label = _LABEL.match(text, body, end)
        kind = (_style(mark) if mark else "", label is not None)
        if (label is None and (mark is None or mark["bullet"])) or (style is not None and kind != style):
            break
        style = kind
        number = _value(mark) if mark and not mark["bullet"] else 0
        if label is not None and _AHEAD.search(label["name"]):
            break
        name, number = (label["name"], 0) if label else ("", number)
        body = label.end() if label else body
        found.append(Account(number, name, start, body, end, text[body:end]))
    if style is not None and not style[1]:
        numbers = [account.number for account in found]
        return found if listed and numbers == [*range(1, count + 1)] else []
    return found if 1 < len(found) <= count else []
