"""A section that only sets the year's goals: 一、年度目标任务 市政府下达我局的目标为:…;…. 二、1-9月份进展情况 …

What the sections behind it tell answers it by name, as it does a lead without a number.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.outline_headings import NEXT_STEPS
from extraction.outline_items import Item
from extraction.sought import sought

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


def sets_goals(title: str, year: int | None) -> bool:
    """Whether a heading announces goals of the year, and nothing that became of them."""
    title = title.strip(" :。")
    if len(title) > _LONGEST or not _GOALS.search(title) or _ANSWERED.search(title) or NEXT_STEPS.match(title):
        return False
    named = sought(r"20\d\d(?=年)").search(title)
    return named is None or year is None or int(named[0]) == year


def label(text: str, items: Sequence[Item], year: int | None) -> None:
    """Every sentence of such a section promises, in place, where none of it tells of results and one behind it does."""
    sections: dict[str, list[Item]] = {}
    for item in items:
        if item.level:
            sections.setdefault(section_of(item), []).append(item)
    titles = list(sections)
    for index, (title, inside) in enumerate(sections.items()):
        told = any(_TELLS.search(t) and not NEXT_STEPS.match(t) for t in titles[index + 1 :])
        if told and sets_goals(title, year) and not any(_tells(text, item) for item in inside):
            for item in inside:
                for sentence in item.sentences:
                    sentence.labelled = True


def section_of(item: Item) -> str:
    """The heading of the part that the item is, or stands in."""
    return item.above[0] if item.above else item.title


def _tells(text: str, item: Item) -> bool:
    return any(
        _RESULT.search(piece) is not None and _FIGURE.search(piece) is not None
        for s in item.sentences
        for piece in text[s.start : s.end].split(";")
    )
