"""Two stages of one thing that stand without a mark between: 完工26所开工9所, 建成4所在建2所."""

from __future__ import annotations

from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_STAGE = (
    r"(?:新?开工|基本建成|主体(?:完工|封顶)|动工|在建|续建|竣工|完工|建成|投用|投产|封顶|交付|入住|签约|落地|上岗|结业|验收"
    r"|新建|改扩建|改造|扩建|改建|维修|提升|更新|更换|新增|加固|整治|修复|补植|抚育)"
)
_TOUCHING = sought(  # the unit of a first figure, then the verb of a second one
    rf"\d(?P<unit>[万亿]?(?:{units.AMOUNTS}))(?=(?:已|正)?{_STAGE}\d)"
)


def parted_stages(text: str) -> Iterator[Edit]:
    """The folded text with a comma behind such a unit."""
    for match in _TOUCHING.finditer(text):
        yield *match.span("unit"), match["unit"] + ","
