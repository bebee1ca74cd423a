"""Works told in fields, a card for each: what the year gives them is planned and told, what they cost in all is not.

◎项目02 河堤加固            2.河堤加固
总投资:12亿元               年度计划:投资3亿元
本年度盘子:3亿元       reads as   1-8月完成:投资2.1亿元
前8个月落地:2.1亿元
形象进度:桩基完成92%

Only where two cards at least have a field of the year's plan and one of what came of it. Bare money there is an
investment where the label says so or the work's whole cost stands beside it. How far its parts are is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extraction.records import Edit

_WORD = r"(?:卡片|项目|任务|事项|工程|实事|档案|清单)之?[ ]?"
_HEAD = re.compile(
    r"^[ \t]{0,4}(?P<mark>[◎●○■□◆◇★☆▶►▲△※][ ]?)?"
    rf"(?:(?P<word>{_WORD})?(?P<number>\d{{1,3}}|[一二三四五六七八九十]{{1,3}})"
    r"(?P<stop>[:.、)]|[ ]{1,2}|(?=[【“]))[ ]?)?(?P<name>(?!\d)[^\n:;,。|]{2,40})$",
    re.MULTILINE,
)
_FIELD = re.compile(r"(?P<label>[\u4e00-\u9fff\d][\u4e00-\u9fff\d()-]{1,15}):[ ]?(?P<value>[^\n]*)(?:\n|\Z)")
_YEAR = r"(?:20\d\d年度?|本年度?|今年|当年|年度|全年)的?"
_PLAN = re.compile(
    rf"(?:{_YEAR}(?:投资|资金)?(?:(?:大|总)?盘子|计划|目标|任务|安排)+(?:完成)?|计划{_YEAR}(?:完成)?)"
    r"(?:投资|资金)?(?:额|任务|目标|计划)?"
)
_TOLD = re.compile(
    r"(?:截至)?(?P<when>\d{1,2}-\d{1,2}月份?|\d{1,2}月[底末]|前(?P<months>\d{1,2})个月|上半年|前三季度|一季度|(?P<since>今年以来|年内))?"
    r"(?P<sum>累计)?(?:已|实际)*(?:完成|落地|到位|实现|干了|兑现)了?(?:投资|资金)?(?:额|量|情况)?"
)
_HEADED = re.compile(rf"{_WORD}(?:\d{{1,3}}|[一二三四五六七八九十]{{1,3}})")
_WHOLE = re.compile(r"(?:项目|工程|计划|概算|估算)*(?:总投资|总概算|概算)额?")
_SHAPE = re.compile(r"(?:工程|项目)?(?:形象|建设|施工)(?:进度|进展)")
_MONEY = re.compile(r"(?:约|近|超)?\d[\d.,]{0,9}[百千]?[万亿]{0,2}元")
_INVESTED = re.compile("投资|资金")
_SHARES = re.compile(r"^(?:[^\d%]*\d[\d.]*%)+[^\d%]*(?:\d[^\d%]*)*$")
_FIELDS = 12  # lines of one card
_SEVERAL = 2


class Field(NamedTuple):
    """A line of a card, and what its label is: the year's plan, what came of it, or what came of it since the start."""

    line: re.Match[str]
    plan: re.Match[str] | None
    told: re.Match[str] | None
    since: bool

    @property
    def label(self) -> str:
        return self.line["label"]

    @property
    def value(self) -> str:
        return self.line["value"].strip(" 。;")


def works_in_fields(text: str) -> Iterator[Edit]:
    """The edits that write each card as a numbered task with its goal and its account."""
    if text.count(":") < 2 * _SEVERAL:
        return
    found = [(head, fields) for head in _HEAD.finditer(text) if (fields := _fields(text, head.end() + 1))]
    cards = [(head, fields) for head, fields in found if _is_card(fields)]
    if len(cards) < _SEVERAL:
        return
    marks = {head["mark"] or head["word"] for head, _ in cards}
    bare = marks == {None} and not any(head["number"] for head, _ in cards)
    heads = [head for head, _ in (cards if bare else found) if bare or (head["mark"] or head["word"]) in marks - {None}]
    numbered = all(head["number"] and head["number"].isdecimal() for head in heads)
    for place, head in enumerate(heads, 1):
        yield head.start(), head.start("name"), f"{int(head['number']) if numbered else place}."
    for _, fields in cards:
        yield from _card(fields)


def _fields(text: str, start: int) -> list[Field]:
    """The fields that stand line for line from here."""
    out: list[Field] = []
    line = _FIELD.match(text, start)
    while line is not None and len(out) < _FIELDS and _HEADED.fullmatch(line["label"]) is None:
        told = _TOLD.fullmatch(line["label"])
        since = told is not None and bool(told["sum"]) and not told["when"]
        out.append(Field(line, _PLAN.fullmatch(line["label"]), None if since else told, since))
        line = _FIELD.match(text, line.end())
    return out


def _is_card(fields: list[Field]) -> bool:
    """Whether one field plans and one behind it tells."""
    plans = [i for i, f in enumerate(fields) if f.plan]
    told = [i for i, f in enumerate(fields) if f.told]
    return len(plans) == len(told) == 1 and plans[0] < told[0]


def _card(fields: list[Field]) -> Iterator[Edit]:
    costly = any(_WHOLE.fullmatch(f.label) for f in fields)
    for field in fields:
        line = field.line
        if _WHOLE.fullmatch(field.label) or (costly and field.since) or _tells_no_more(field):
            yield *line.span(), ""
        elif field.plan or field.told:
            invested = _MONEY.match(field.value) and (costly or _INVESTED.search(field.label))
            yield line.start(), line.start("value"), f"{_plainly(field)}:{'投资' if invested else ''}"


def _tells_no_more(field: Field) -> bool:
    """形象进度:路基完成92%: how much of its parts is built answers no plan of the year."""
    return _SHAPE.fullmatch(field.label) is not None and _SHARES.search(field.value) is not None


def _plainly(field: Field) -> str:
    """The label in the words of the reader of labels."""
    if field.told is None:
        return "年度计划"
    when = field.told["when"] or ""
    if field.told["months"]:
        when = f"1-{field.told['months']}月"
    return f"{'目前' if field.told['since'] else when}完成"
