"""Tasks of which words behind them say that all are done: (一)新建公厕36座;(二)奖补养殖户210户。以上两项均已完成.

The tasks are those numbered right before the words that hold one figure and tell nothing themselves: as many as the
words count (以上三项), or all of them where they count none.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.numbers import units
from extraction.numbers.numerals import chinese_value
from extraction.outline.items import Item
from extraction.sought import sought

_CN = "一二两三四五六七八九十"
ALL_DONE = sought(
    rf"(?:以上|上述|前述)(?P<many>\d{{1,2}}|[{_CN}]{{1,2}})?[项个件]?(?:重点|民生|目标|年度)*"
    r"(?:任务|事项|工作|实事|项目|指标)?,?(?:目前|现|截至目前,?)?"
    r"(?:均|都|全部|已|如期|按期|提前|圆满|全面|顺利)+(?:完成|办结|完工|落实到位|达标)(?:年度|全年)?(?:目标|任务)*(?=[,。;\n]|$)"
)
_FIGURE = sought(rf"\d[\d.,]{{0,9}}[万亿]?(?:{units.AMOUNTS}|%)")
_TOLD = sought(r"已|完成|目前|截至|累计|办结|占|建成|实际|正在|尚")
_BEGINS = sought(r"(?:^|[。;\n])[ \t\u3000]*$")


def announce_behind(text: str, items: Sequence[Item]) -> None:
    """Tell the items before such words that they are done, in place."""
    if "以上" not in text and "述" not in text:
        return
    for words in ALL_DONE.finditer(text):
        if _BEGINS.search(text[max(0, words.start() - 4) : words.start()]) is None:
            continue
        plain = _before(text, items, words.start())
        many = _many(words["many"]) or len(plain)
        if 1 < many <= len(plain):
            for item in plain[-many:]:
                item.announced = words.span()


def _before(text: str, items: Sequence[Item], end: int) -> list[Item]:
    """The numbered items of one level that stand right before the place, each with a figure and nothing told."""
    found: list[Item] = []
    for item in reversed([item for item in items if item.start < end]):
        said = text[item.start : min(item.end, end)]
        plain = item.number and len(_FIGURE.findall(said)) == 1 and not _TOLD.search(said)
        if not plain or (found and item.level != found[-1].level):
            break
        found.append(item)
    return found[::-1]


def _many(said: str | None) -> int:
    if said is None:
        return 0
    return int(said) if said.isdigit() else int(chinese_value(said.replace("两", "二")) or 0)
