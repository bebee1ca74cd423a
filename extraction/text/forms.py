"""Forms with a field a line, whose labels are broken over lines as narrow cells break them: 项 目⏎名 称, 进 展⏎情 况.

The label's blanks and breaks are cut out. Where a form has a field of the area's own task (我市任务) below the
project's name, the numbers in that name are those of whoever gave the project out, and the name is cut out as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extraction.records import Interval
from extraction.sought import sought

_NAME = ("项目名称", "实事项目名称", "实事项目", "任务名称", "事项名称", "实事内容")
_OURS = tuple(
    f"{who}{what}"
    for who in ("我市", "我县", "我区", "我州", "本市", "本县", "本区")
    for what in ("任务", "目标", "任务数", "年度任务", "目标任务")
)
_TOLD = ("进展情况", "完成情况", "工作进展", "目前进展", "当前进展", "推进情况", "落实情况", "工作进展情况")
_ELSE = (
    "存在困难和问题", "存在的困难和问题", "存在问题", "存在困难", "困难和问题", "进度是否滞后", "是否滞后",
    "是否达序时进度", "责任单位", "牵头单位", "下一步计划", "下一步打算", "目标任务", "年度目标", "备注",
)  # fmt: skip


def _broken(label: str) -> str:
    return r"[ \t\n]{0,3}".join(label)


def _any(labels: tuple[str, ...]) -> str:
    return "|".join(map(_broken, sorted(labels, key=len, reverse=True)))


_LABEL = sought(
    rf"(?:^|(?<=\n))[ \t]{{0,4}}(?:(?P<name>{_any(_NAME)})|(?P<ours>{_any(_OURS)})|(?P<told>{_any(_TOLD)})"
    rf"|{_any(_ELSE)})"
    r"[ \t]{0,4}(?=\n|\Z)"
)
_GAP = re.compile(r"[ \t\n]+")
_LONGEST = 200  # characters in which the field's first line ends
_COUNTED = re.compile(r"\d")


def forms(text: str) -> Iterator[Interval]:
    """What is to be cut out of the folded text."""
    labels = list(_LABEL.finditer(text))
    if not any(m["name"] for m in labels) or not any(m["told"] for m in labels):
        return
    for label in labels:
        yield from (gap.span() for gap in _GAP.finditer(text, *_words(label)))
    for named, ours in pairwise(labels):
        value = text[ours.end() : ours.end() + _LONGEST].lstrip("\n").partition("\n")[0]
        given = named["name"] and ours["ours"] and text[named.end() : ours.start()].strip()
        if given and _COUNTED.search(value):
            yield named.end() + 1, ours.start()


def _words(label: re.Match[str]) -> Interval:
    """The label without the blanks around it."""
    piece = label.group()
    return label.start() + len(piece) - len(piece.lstrip()), label.start() + len(piece.rstrip())
