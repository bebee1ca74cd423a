"""Works that are nearly done, told behind those that are: 212条完工,34条扫尾 are 34条正在扫尾."""

from __future__ import annotations

from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_WINDING_UP = sought(
    rf"\d(?P<unit>{units.AMOUNTS})[\u4e00-\u9fff]{{0,6}}?(?:完[工成]|竣工|建成|投用|交付|验收)[,、;](?:另有?|还有)?\d{{1,5}}(?P=unit)"
    r"[\u4e00-\u9fff]{0,4}?(?<!正在)(?<!正)(?<!进入)(?P<at>(?=扫尾|收尾))"
)


def winding_up(text: str) -> Iterator[Edit]:
    """The edits that say 正在 of such works, in the folded text."""
    for match in _WINDING_UP.finditer(text) if "尾" in text else ():
        yield *match.span("at"), "正在"
