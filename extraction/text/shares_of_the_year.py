"""A share of what is named only as the year's: 新增26辆,占全年40辆的65% reads as 占全年任务40辆的65%.

Only where the number is right behind 全年 and its share behind it: 占全年用电量40% says nothing of a plan; nor does
what the line has told before: 用电26亿度,工业用电18亿度,占全年26亿度的69.2%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit

_OF_THE_YEAR = re.compile(
    r"(?<=\d)(?:余|多)?[\u4e00-\u9fff]{1,4}[,、](?P<share>占|为|完成|达到?)(?:了)?(?:全年|年度)(?P<at>)"
    rf"(?=(?P<whole>\d[\d.,]*\s?[万亿]?(?:{units.AMOUNTS}))的\s?\d[\d.]*%)"
)


def shares_of_the_year(text: str) -> Iterator[Edit]:
    """The edits that call it a task: the character before the number is written with it."""
    for match in _OF_THE_YEAR.finditer(text) if "的" in text else ():
        if match["whole"] in text[text.rfind("\n", 0, match.start()) + 1 : match.start()]:
            continue  # the whole of what is told, and no plan
        yield match.start("at") - 1, match.start("at"), text[match.start("at") - 1] + "任务"
