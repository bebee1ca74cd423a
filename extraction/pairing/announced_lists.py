"""Items numbered below words that judge them, or before words that do: each is told in which list it is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.outline.items import Item
from extraction.pairing.all_done_behind import announce_behind
from extraction.pairing.other_verdicts import ends_with_head
from extraction.pairing.quoted_sections import head_of
from extraction.pairing.verdicts_before import verdicts_before
from extraction.pairing.verdicts_behind import StatusList
from extraction.sought import sought

_OTHER_LIST = sought(
    r"(?:以下|下列|进展较好|完成较好|推进较好)[^。;:\n\d]{0,16}(?:较好|良好|顺利|达标|达到|超过)?[^。;:\n\d]{0,8}:\s*$"
)


def announce(text: str, items: Sequence[Item]) -> None:
    """Tell the items numbered below 未达序时进度的有: that they are in that list, in place."""
    announced: tuple[int, int] | None = None
    level = 0
    for before, item in pairwise(items):
        lists = verdicts_before(text, before.start, before.end)
        if words := next((s.words for s in lists if _ends(text, s, before)), head_of(text, before.start, before.end)):
            announced, level = words, item.level
            if item.level <= before.level or not item.number:
                announced = None
        elif announced is not None and (
            item.level < level
            or _OTHER_LIST.search(text, before.start, before.end)
            or ends_with_head(text, before.start, before.end)
        ):
            announced = None
        item.announced = announced if item.level >= level else None
    announce_behind(text, items)


def _ends(text: str, listed: StatusList, item: Item) -> bool:
    """Whether nothing but the list's count and a colon follows the words in their item."""
    return _ITS_COUNT.fullmatch(text, listed.words[1], item.end) is not None


_ITS_COUNT = sought(
    r"\s*(?:\d{1,3}[项个件](?:重点|主要)?(?:任务|工作|指标|项目|事项|实事)?)?"
    r"(?:,?(?:分别|具体|主要)?[是为])?[\s:]*"
)
