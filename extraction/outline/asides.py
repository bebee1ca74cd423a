"""What only looks like a second heading: behind a goal with its full stop, a clause that nothing answers.

    数字车间总数突破90家。国家级平台2个,联网设备640台;…      no other number counts what the clause counts
    新增市级名牌18个。分两次申报31个,前次17个已公示。      what was applied for, of which the rest tells on

新建公厕60座。建成48座。改造旧公厕50座,已完成31座: here the clause is a goal, for the rest tells what came of it.
"""

from __future__ import annotations

import re

from extraction.outline.items import Sentence
from extraction.sought import sought

_FIGURE = re.compile(
    r"(?<![\d.])\d[\d,.]*\s?(?:万亿|[百千]?[万亿])?\s?(?!月|年|日|季度|时)(?P<unit>个百分点|平方公里|平方米|人次|公里|[\u4e00-\u9fff%])"
)
_ALIKE = ("人名位例", "家个所处座项", "户套", "场次", ("公里", "千", "米", "里"))
_DONE = sought(  # nothing is counted, but all is said
    r"(?:全部|均已?|已|圆满|超额|提前|如期|按期|基本|正在|尚未|未)[^,。;\d]{0,8}"
    r"(?:完成|完工|竣工|建成|投用|交付|开工|到位|落实|启动|实施|推进|建设|施工|发放|投产|通车|改造)"
)
_APPLIED = sought(
    r"(?:^|[\u4e00-\u9fff])(?:申报|推荐|上报|报送|提交)(?:了|共|的)*(?:[\u4e00-\u9fff]{2,8})?\d[\d.,]*[\u4e00-\u9fff]{1,3}$"
)


def is_aside(text: str, sentence: Sentence, cut: int, heading: Sentence) -> bool:
    """Whether the clause up to `cut` tells beside the item's own goal, and promises nothing."""
    if not heading.heading or text[heading.end - 1] != "。" or not _FIGURE.search(text, heading.start, heading.end):
        return False
    clause, rest = text[sentence.start : cut].rstrip(",:"), text[cut : sentence.end]
    if _APPLIED.search(clause):
        return True
    counted = [m["unit"] for m in _FIGURE.finditer(clause)]
    told = [m["unit"] for m in _FIGURE.finditer(rest)]
    return bool(counted) and not any(_alike(a, b) for a in counted for b in told) and not _DONE.search(rest)


def _alike(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in _ALIKE)
