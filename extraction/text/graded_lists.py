"""Lists that are headed by how their members stand: 红榜:甲镇产业路:…, 黄榜(略低于序时进度):….

The grade names none of the things, so it is cut; that a bracket behind it calls them slow is kept: 进度较慢的有甲镇….
How many are on a list (偏慢的两项是:) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Edit

_GRADE = re.compile(
    r"(?:^|(?<=[\n。;]))[ \t]{0,4}(?P<label>[“]?(?:[红黄绿蓝黑白橙灰](?:榜|牌|灯|色榜?)"
    r"|(?:先进|后进|滞后|落后|进步|光荣|警示)榜)[”]?"
    r"(?:\((?P<how>[^()\d\n]{2,16})\))?:)(?=[\u4e00-\u9fff“])"
)
_SLOW = re.compile("低于|慢|滞后|落后|未达")
_ENDS = re.compile("[榜牌灯色]”?[:(]")  # of such labels: sought first, most texts have none

_COUNTED = re.compile(  # 偏慢的两项是:…: how many they are is no part of what they are
    r"(?:慢|滞后|落后|靠后|好|快|前)(?P<count>的(?:[两二三四五六七八九十]|\d{1,2})[项个件](?:任务|工作|指标|项目|事项)?(?:分别)?(?:是|为|有))(?=:)"
)


def graded_lists(text: str) -> Iterator[Edit]:
    """The edits that take such labels away from the folded text."""
    for counted in _COUNTED.finditer(text) if "的" in text else ():
        yield *counted.span("count"), "的有"
    for found in _GRADE.finditer(text) if _ENDS.search(text) else ():
        yield *found.span("label"), "进度较慢的有" if found["how"] and _SLOW.search(found["how"]) else ""
