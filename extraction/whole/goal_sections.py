"""A section that only sets goals: 一、年度目标任务 市政府下达我局的目标为:…;…. 二、1-9月份进展情况 …

What the sections beside it tell answers it by name, as it does a lead without a number. It may be a part of the report,
or of one of its parts: (一)目标任务 … (二)完成情况 … under each project.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.outline.headings import NEXT_STEPS
from extraction.outline.items import Item
from extraction.outline.labels import ACCOUNT
from extraction.sought import sought

Path = tuple[str, ...]  # of headings, outermost first
_LONGEST = 30  # characters of such a heading; a longer one is a promise itself
_GOALS = sought(
    r"(?:目标|任务|指标|承诺|计划)(?:任务|目标|指标|事项|书)?(?:安排|分解|内容|设定|确定|下达|概况|要求)*(?:情况)?\s*$"
)
_ANSWERED = sought(
    r"完成|进展|落实|执行|推进|实施|进度|保障|成效|达标|问题|措施|明年|下年|今后|未|已|超|后续|\d\s?[项个家件]"
)
_RESULT = sought(
    r"已|目前|截至|截止|现有|完成率|同比|[占为](?:年|全年|计划|任务|目标)|(?:计划|任务|目标)的\d|达到?序时|率先"
    r"|\d-\d{1,2}月|[前第一二三四]季度共?完成|超额|均[为已]|实际(?!利用|使用|吸收)"
)
_TELLS = sought(r"情况|进展|完成|成效|成绩|做法|亮点")  # the heading of what became of them
_FIGURE = sought(r"\d(?![\d-]*[年月日])")


def label(text: str, items: Sequence[Item], year: int | None) -> None:
    """Every sentence of such a section promises, in place, where none of it tells of results and one behind it does."""
    _label_pairs(text, items)
    sections: dict[Path, list[Item]] = {}
    for item in items:
        for depth in range(1, len(_path(item)) + 1):
            sections.setdefault(_path(item)[:depth], []).append(item)
    order = list(sections)
    for index, path in enumerate(order):
        if not _sets_goals(path[-1], year):
            continue
        beside = (p[-1] for p in order[index + 1 :] if len(p) == len(path) and p[:-1] == path[:-1])
        told = any(_TELLS.search(title) and not NEXT_STEPS.match(title) for title in beside)
        if told and not any(_tells(text, item) for item in sections[path]):
            for item in sections[path]:
                item.sets_goals = path
                if item.topic.strip(" 。;:") == path[-1]:  # 年度目标任务 is no thing; what it stands under may be
                    item.topic = path[-2] if len(path) > 1 else ""
                for sentence in item.sentences:
                    sentence.labelled = True


_MARK = r"[(\[【]?[零一二三四五六七八九十\d]{0,3}[)\]】]?[.、]?\s?"
_LABEL = sought(
    rf"{_MARK}(?:20\d\d年|今年|年度|全年|主要|重点|工作|总体)*"
    r"(?:目标任务|任务目标|目标|任务|承诺|计划)(?:内容|要求)?】?[::]"
)
_ACCOUNT = sought(
    rf"{_MARK}(?:截至[^,。;:]{{1,10}}|目前|[前第]?[一二三四]季度|上半年|全年|年度|1-\d{{1,2}}月)?"
    r"(?:任务|目标|工作)?(?:完成|进展|落实|推进|办理|执行|进度|实施)(?:情况|结果|进展)?】?[:。\n]"
)


def are_goals_and_account(text: str, goals: Item, account: Item) -> bool:
    """Whether the one is labelled as goals, and the one beside it as what became of them: (一)目标:…(二)完成情况:…"""
    beside = goals.level == account.level and goals.level > 0
    labelled = beside and _LABEL.match(text, goals.start, goals.end) is not None
    return labelled and _ACCOUNT.match(text, account.start, account.end) is not None


def _label_pairs(text: str, items: Sequence[Item]) -> None:
    """(一)工作目标:…义务植树150万株。(二)进展情况:…: what such a label opens promises, in place."""
    for goals, account in pairwise(items):
        if are_goals_and_account(text, goals, account):
            for sentence in goals.sentences if not _tells(text, goals) else ():
                sentence.labelled = True


def stands_under(item: Item, path: Path) -> bool:
    """Whether the item is a part of the one that the path leads to, or that itself."""
    return _path(item)[: len(path)] == path


def _path(item: Item) -> Path:
    """The headings it stands under and its own, each up to its stop: 一、年度主要目标。市里下达我局的任务为:…"""
    return tuple(title.partition("。")[0].strip(" ;:") for title in (*item.above, item.title)) if item.level else ()


def _sets_goals(title: str, year: int | None) -> bool:
    """Whether a heading announces goals of the year, and nothing that became of them."""
    if len(title) > _LONGEST or not _GOALS.search(title) or _ANSWERED.search(title) or NEXT_STEPS.match(title):
        return False
    named = sought(r"20\d\d(?=年)").search(title)
    return named is None or year is None or int(named[0]) == year


def _tells(text: str, item: Item) -> bool:
    return _has_account(text, item) or any(
        _RESULT.search(piece) is not None and _FIGURE.search(piece) is not None
        for s in item.sentences
        for piece in text[s.start : s.end].split(";")
    )


def _has_account(text: str, item: Item) -> bool:
    """1.新建公园5个 ⏎ 完成情况:开工3个: an item with its own account in a line below it."""
    at = text.find("\n", item.start, item.end)
    while at >= 0:
        if ACCOUNT.match(text, at + 1, item.end) is not None:
            return True
        at = text.find("\n", at + 1, item.end)
    return False
