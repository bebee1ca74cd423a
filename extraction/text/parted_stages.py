"""Two stages of one thing that stand without a mark between: 完工26所开工9所, 建成4所在建2所."""

from __future__ import annotations

from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_STAGE = (
    r"(?:新开工|开工|基本建成|主体(?:完工|封顶)|动工|在建|续建|竣工|完工|建成|投用|投产|封顶|交付|入住|签约|落地|上岗|结业|验收"
    r"|新建|改扩建|改造|扩建|改建|维修|提升|更新|更换|新增|加固|整治|修复|补植|抚育)"
)
_SECOND = sought(rf"{_STAGE}\d")  # the verb of a second figure; then the unit of a first one right before it
_FIRST = sought(rf"\d(?P<unit>[万亿]?(?:{units.AMOUNTS}))(?:已|正)?\Z")
_LONGEST = 16  # characters of the unit, with the digit before it and 已 behind it


def parted_stages(text: str) -> Iterator[Edit]:
    """The folded text with a comma behind such a unit."""
    for second in _SECOND.finditer(text):
        first = _FIRST.search(text, max(0, second.start() - _LONGEST), second.start())
        if first is not None:
            yield *first.span("unit"), first["unit"] + ","
