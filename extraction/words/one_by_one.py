"""So few at each of several sites: 城东一处已建成;城西一处已开放 says nowhere how many there are in all."""

from __future__ import annotations

from extraction.sought import sought

FINISHED = (
    r"[^,、。;\d]{0,16}?(?:已|均|全部|正式)+(?:经)?"
    r"(?:建成|完工|竣工|开放|投用|投入使用|投入运行|投运|启用|运营|营业|交付|完成(?!招|设计|选|勘|立项|采购))"
)
_CLAUSES = 2

_SO_FEW = sought(rf"(?<!\d)[一两12](?P<unit>[处个座家所条户])(?={FINISHED})")


def told_one_by_one(text: str, start: int, end: int, unit: str) -> bool:
    """Whether two clauses or more between the places tell each of so few in that unit that they are done."""
    units = [said["unit"] for said in _SO_FEW.finditer(text, start, end)]
    return units.count(unit) >= _CLAUSES
