"""How many people, run together with how old they are where the word between was lost.

为345665岁以上老人建档          3456名65岁以上老人: nobody is older, and a person of 5 is not old
81240-65岁妇女筛查             812名40-65岁妇女
为9127-9岁儿童涂氟             912名7-9岁儿童: no age lies between 27 and 9

What can be parted in one way only is parted; all else stays one number, which is no amount (extraction.numbers.masks).
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_OLD = sought(
    r"(?<![\d.:-])(?P<people>[1-9]\d{1,6})(?P<age>[5-9]\d)(?=周?岁及?以上[\u4e00-\u9fff、]{0,12}?(?:老人|老年|高龄|长者|长辈|失能|空巢|独居|居家))"
)
_BETWEEN = sought(
    r"(?<![\d.:-])(?P<people>[1-9]\d{1,6})(?P<from>\d)(?=-(?P<to>\d{1,2})(?:周?岁|个?月龄|年(?:工龄|教龄|党龄|资历)))"
)
_OF_GROWN = sought(  # 81240-65岁妇女: nobody of 0 is a woman yet
    r"(?<![\d.:-])(?P<people>[1-9]\d{1,6})(?P<from>[1-6]\d)(?=-(?P<to>[2-9]\d)周?岁(?:的)?(?:农村|适龄|城乡|城镇|低收入|困难)*(?:妇女|女性|育龄|成人|劳动|老年|老人|职工|居民健康))"
)


def ages_run_in(text: str) -> Iterator[Edit]:
    """The edits that put 名 between the people and their age, in the folded text."""
    if "岁" not in text and "龄" not in text:
        return
    for match in _OLD.finditer(text):
        yield match.end("people"), match.end("people"), "名"
    for match in _BETWEEN.finditer(text):
        low, high = int(match["from"]), int(match["to"])
        as_two = int(match["people"][-1] + match["from"])
        if low < high and (high <= as_two or match["people"].endswith("0")):
            yield match.end("people"), match.end("people"), "名"
    for match in _OF_GROWN.finditer(text):
        if int(match["from"]) < int(match["to"]):
            yield match.end("people"), match.end("people"), "名"
