"""Accounts that call plans by number, written with the plans' names: 第2项已完成5个 reads as 改造农贸市场已完成5个.

1.新建公厕30座。2.改造电网210公里。        落实情况:1.已建成23座。2.完成改造118公里。
17.新建消防队9支;20.建设消防站130个        完成情况:第17项已建成7支;第20项建成142个
一、新建幼儿园4所 ⏎ 二、改造棚户区860套    目前,一、二项已完成

A number that nothing above has, and a point that names its plan itself, stay as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extraction.numbers import units
from extraction.numbers.numerals import chinese_value
from extraction.outline.labels import ACCOUNT_LABEL
from extraction.records import Edit
from extraction.sought import sought

_CN = "一二三四五六七八九十"
_RING = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ONE = rf"[\d{_CN}]{{1,3}}"
_MARK = sought(
    rf"(?:(?<=[\n:;。,\]】])|(?<=\s)(?=[{_RING}])|^)(?P<mark>[ \t\u3000]{{0,4}}"
    rf"(?:(?P<arabic>\d{{1,3}})[.、)](?:(?!\d)|(?=\d{{1,2}}-\d{{1,2}}月))"
    rf"|\((?P<inside>{_ONE})\)|(?P<cn>[{_CN}]{{1,3}})、"
    rf"|(?P<ring>[{_RING}])|(?<=\n)第(?P<nth>{_ONE})[条项件][:、. \t])[ \t]?)"
)
_ACCOUNT = sought(
    rf"(?:(?<=[\n。;])|^)(?:{ACCOUNT_LABEL}|[ \t\u3000]{{0,4}}(?:目前|截至(?:目前|\d{{1,2}}月[底末]))[,:])"
)
_CALLED = re.compile(
    rf"(?:第(?P<first>{_ONE}(?:[、和及至-]第?{_ONE}){{0,9}})|(?<=[,:;。\n])(?P<bare>{_ONE}(?:[、和及]{_ONE}){{1,9}}))"
    r"[项件条个](?:任务|实事|工作|指标|事项|目标)?"
)
_VERB = re.compile(r"(?:计划|力争|确保|完成|实现|全年|年内|拟|将)+(?=[\u4e00-\u9fff]{3})")
_BODY = re.compile(r"(?P<name>[\u4e00-\u9fff“”、·A-Za-z()]{3,30}?)(?:达到?|共|约|不少于|至少)?\d")
_BODY_BEHIND = re.compile(  # 为200户残疾人家庭实施无障碍改造: the number stands first
    rf"(?:[为对向给]|组织|帮助|资助|救助|支持|发展|引导)?\d[\d.]{{0,8}}万?(?:余|多)?(?:{units.AMOUNTS})(?:以上)?的?(?P<name>[\u4e00-\u9fff“”、·A-Za-z]{{3,30}})"
)
_TELLS = re.compile(r"已|目前|截至|累计|其余|尚未")
_FAR = 1500  # characters above the account in which its plans stand
_LONG = 700  # characters of an account


@dataclass(frozen=True, slots=True)
class _Point:
    """A number of a list: where its mark stands, and where what it says ends."""

    number: int
    style: str
    start: int
    body: int
    end: int
    own_line: bool


def accounts_by_number(text: str) -> Iterator[Edit]:
    """The edits that put the plans' names into such accounts."""
    before = 0
    for label in _ACCOUNT.finditer(text):
        if label.start() < before:
            continue
        plans = _plans(text, max(before, label.start() - _FAR), label.start())
        if not plans:
            continue
        stop = _end(text, label.end())
        names = {number: name for number, point in plans.items() if (name := _name(text, point))}
        edits = [*_called(text, label.end(), stop, names), *_pointed(text, label.end(), stop, names)]
        if edits or label["open"] is not None or text[label.end() - 1] == ":":
            yield from _without_marks(text, plans)
            yield from _labelled(text, label)
            yield from edits
            before = stop


def _labelled(text: str, label: re.Match[str]) -> Iterator[Edit]:
    """目前, at the head of the account's line is its label."""
    at = label.end() - len(label.group().lstrip())
    if re.match(r"目前|截至", label.group().lstrip()):
        yield at, at + 1, f"进展情况:{text[at]}"


def _points(text: str, start: int, end: int) -> list[_Point]:
    marks = list(_MARK.finditer(text, start, end))
    out = []
    for n, mark in enumerate(marks):
        number = _number(mark["arabic"] or mark["inside"] or mark["cn"] or mark["ring"] or mark["nth"])
        style = next(name for name in ("arabic", "inside", "cn", "ring", "nth") if mark[name])
        following = marks[n + 1].start() if n + 1 < len(marks) else end
        line = text.find("\n", mark.end(), following)
        own_line = mark.start() == 0 or text[mark.start() - 1] == "\n"
        out.append(_Point(number, style, mark.start("mark"), mark.end(), following if line < 0 else line, own_line))
    return out


def _points_back(text: str, start: int, end: int) -> Iterator[_Point]:
    """The same from the last one back, line by line: no mark goes over from one to the next, and few are asked for."""
    while end > start:
        line = max(start, text.rfind("\n", start, end) + 1)
        yield from reversed(_points(text, line, end))
        end = line - 1


def _number(said: str) -> int:
    if said.isdecimal():
        return int(said)
    if said in _RING:
        return _RING.index(said) + 1
    return int(chinese_value(said) or 0)


def _plans(text: str, start: int, end: int) -> Mapping[int, _Point]:
    """The last list of numbered plans there: of one style, each number higher than the one before."""
    run: list[_Point] = []
    for point in _points_back(text, start, end):
        if run and (point.style != run[-1].style or point.number >= run[-1].number):
            break
        said = text[point.body : point.end]
        if not re.search(r"\d", said) or _TELLS.search(said):
            break
        run.append(point)
    return {point.number: point for point in run} if len(run) > 1 else {}


def _name(text: str, plan: _Point) -> str:
    said = _BODY.match(text, plan.body, plan.end) or _BODY_BEHIND.match(text, plan.body, plan.end)
    return _VERB.sub("", said["name"], count=1) if said is not None else ""


def _end(text: str, start: int) -> int:
    """Where the account ends: with its line, or with the last of the numbered lines below it."""
    end = text.find("\n", start, start + _LONG)
    if end < 0:  # a line that is longer than any account tells none
        end = len(text) if len(text) - start <= _LONG else start
    said = _points(text, start, end)
    count = said[-1].number if said else 0 if not text[start:end].strip() else -1
    style = said[-1].style if said else ""  # …③已建成1个。⏎4.新建学校: the next task is no point of this account
    while end < len(text) and end - start < _LONG and (below := _points(text, end + 1, end + 12)):
        goes_on = below[0].own_line and below[0].number == count + 1 and below[0].style == (style or below[0].style)
        if not goes_on or text[end + 1 : below[0].start].strip():
            break
        style = below[0].style
        following = text.find("\n", below[0].body)
        end, count = len(text) if following < 0 else following, count + 1
    return end


def _called(text: str, start: int, stop: int, names: Mapping[int, str]) -> Iterator[Edit]:
    """第1、5项 by the names of both."""
    for called in _CALLED.finditer(text, start, stop):
        said = called["first"] or called["bare"]
        numbers = [_number(n) for n in re.findall(_ONE, said)]
        if len(numbers) == 2 and re.search("[至-]", said):
            numbers = [*range(numbers[0], min(numbers[1], numbers[0] + 9) + 1)]
        if all(number in names for number in numbers):
            yield *called.span(), "、".join(names[number] for number in numbers)


def _pointed(text: str, start: int, stop: int, names: Mapping[int, str]) -> Iterator[Edit]:
    points = _points(text, start, stop)
    if len(points) < 2 or points[0].number != min(names, default=0) or any(p.number not in names for p in points):
        return
    for point in points:
        name = "" if _is_named(text, point, names[point.number]) else names[point.number]
        if point.own_line and name and not re.search(r"\d", text[point.body : point.end]):
            yield point.body - 1, point.body, text[point.body - 1] + name
        elif not point.own_line:
            yield point.start, point.body, name


def _is_named(text: str, point: _Point, name: str) -> bool:
    """Whether the point says itself what it is of: any three characters of the name."""
    said = text[point.body : point.end]
    return any(name[n : n + 3] in said for n in range(len(name) - 2))


def _without_marks(text: str, plans: Mapping[int, _Point]) -> Iterator[Edit]:
    """The marks of plans that stand in one line behind what heads them (年度目标:1.…2.…) are taken away."""
    points = sorted(plans.values(), key=lambda p: p.start)
    headed = text[points[0].start - 1 : points[0].start] in (":", "】", "]")
    if headed and not points[0].own_line:
        yield from ((point.start, point.body, "") for point in points if not point.own_line)
