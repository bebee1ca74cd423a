"""A word of planning between a thing and the verb that names its stage is no part of the name.

危桥改造|计划|新开工8座 -> 危桥改造新开工; 充电桩|应|建成700根 -> 充电桩建成; 社区食堂|要|新开30家; 家庭病床|要建|500张
"""

from __future__ import annotations

from extraction.sought import sought

_WITHIN = sought(
    r"(?P<thing>[^,。;:\d]{2,16}?)"
    r"(?:(?:今年|全年|年度|年内|本年)?(?:计划|应当|需要)"
    r"|(?<![主重需必摘纪概只简索紧])要|(?<![供相反响对适效感])应)"
    r"(?:(?P<verb>新?开工(?:建设)?|动工|完工|竣工|基本建成|建成|交付|投用|启用|新[增建开设划辟装]|增[设加补]|开[办设]|布设|完成(?:改造|更新)|改造|更新)|[建做修办]成?)"
)


def without_plan_within(name: str) -> str:
    """The name without it; as it is where nothing of the kind stands in it."""
    said = _WITHIN.fullmatch(name)
    return name if said is None else said["thing"] + (said["verb"] or "")
