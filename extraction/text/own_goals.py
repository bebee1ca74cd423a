"""A place's own, higher goal beside the one it was set: 省下达造林5.2万亩,我县自加压力,按6万亩部署.

The words that plan by it are written as such a goal is: …,我县自加压力,自定任务6万亩.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit

_HARDER = r"(?:自加压力|自我加[压码]|自觉加压|主动加[压码]|自行加[压码]|加压|加码)"
_OURS = r"[我本全][省市县区州旗镇乡局]"
_OWN = re.compile(
    rf"(?:下达|核定|分解|任务|目标|要求)[^,。;:\n\d]{{0,24}}\d[\d.]{{0,8}}[万亿]?(?P<unit>{units.AMOUNTS}),"
    rf"(?:{_OURS})?(?:实际)?(?:{_HARDER},?|(?<=[省市县区州旗镇乡局际])(?=按))"
    r"(?P<verb>按照?|安排|确定为?|定为)\d[\d.]{0,8}[万亿]?(?P=unit)"
    r"(?P<how>的?(?:目标|任务|标准|规模|计划)?(?:来)?(?:进行|组织)?(?:安排|部署|推进|实施|落实|谋划|分解|下达|掌握|抓))?(?=[,。;\n])"
)
_CUES = re.compile(rf"{_HARDER}|[省市县区州旗镇乡局际]按")


def own_goals(text: str) -> Iterator[Edit]:
    """The edits that call such a number what it is."""
    for found in _OWN.finditer(text) if _CUES.search(text) else ():
        yield *found.span("verb"), "自定任务"
        if found["how"]:
            yield *found.span("how"), ""
