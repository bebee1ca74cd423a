"""Lists that are headed by how their members stand: 红榜:甲镇产业路:…, 黄榜(略低于序时进度):….

The grade names none of the things, so it is cut; that a bracket behind it calls them slow is kept: 进度较慢的有甲镇…,
and beside such a list that another's go well (绿灯(正常):): 正常推进的有:….
How many are on a list (偏慢的两项是:, 未达序时进度的有茶叶产量、外贸出口2项) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.numbers.numerals import small_count
from extraction.records import Edit
from extraction.sought import sought

_GRADE = re.compile(
    r"(?:^|(?<=[\n。;]))[ \t]{0,4}(?P<label>[“]?(?:[红黄绿蓝黑白橙灰](?:榜|牌|灯|色榜?)"
    r"|(?:先进|后进|滞后|落后|进步|光荣|警示)榜)[”]?"
    r"(?:\((?P<how>[^()\d\n]{2,16})\))?:)(?=[\u4e00-\u9fff“])"
)
_SLOW = re.compile("低于|慢|滞后|落后|未达")
_DONE = re.compile("^(?:已|全部|提前|超额)*(?:完成|完工|办结)")
_GOES_WELL = re.compile("正常|顺利|良好|较好|较快|超前|提前|序时|时序|达标")
_GOOD = re.compile("^“?(?:绿|红榜|先进|进步|光荣)")
_FRAMED = sought(  # 【推进迟缓】硬化村道35公里
    r"(?:^|(?<=\n))[ \t]{0,4}(?P<open>【)(?:[^【】\n,。;:\d]{0,6}"
    r"(?:滞后|缓慢|迟缓|偏慢|较慢|未达序时|未完成|正常|顺利|提前|超前|达序时|已完成)"
    r"[^【】\n,。;:\d]{0,6})(?P<close>】)(?=[^\n]{0,40}\d)"
)
_ENDS = re.compile("[榜牌灯色]”?[:(]")  # of such labels: sought first, most texts have none

_COUNTED = re.compile(  # 偏慢的两项是:…: how many they are is no part of what they are
    r"(?:慢|滞后|落后|靠后|好|快|前)(?P<count>的(?:[两二三四五六七八九十]|\d{1,2})[项个件](?:任务|工作|指标|项目|事项)?(?:分别)?(?:是|为|有))(?=:)"
)


_COUNTED_BEHIND = sought(
    r"(?<=[\u4e00-\u9fff])(?P<count>等?(?P<many>\d{1,2}|[两二三四五六七八九十])(?:项(?:指标|任务|工作|项目)?|个(?:指标|任务|项目)))"
    r"(?=[,。;\n]|$)"
)
_LISTED = re.compile(
    r"(?:慢|滞后|落后|靠后|进度|时序|未达标|未完成|未达到?(?:目标|要求))的?(?:指标|任务|工作|项目)?(?:主要|分别)?(?:有|是|为|包括):?"
    r"(?P<names>[^\d]{2,}[、和及与][^\d]{2,})"
)
_FAR = 120  # characters of such a list


def _counted_behind(text: str) -> Iterator[Edit]:
    """未达序时进度的有茶叶产量、外贸出口2项: as many as are named."""
    for found in _COUNTED_BEHIND.finditer(text):
        lead = re.split(r"[,。;\n]", text[max(0, found.start() - _FAR) : found.start()])[-1]
        listed = _LISTED.search(lead)
        if listed is None:
            continue
        names = listed["names"]
        fewest = names.count("、") + 1
        many = small_count(found["many"])
        if fewest <= many <= fewest + len(re.findall("[和及与]", names)) or found["count"][0] == "等":
            begin = found.start() - (not found["many"].isdigit())  # before 两 is made a digit
            yield begin, found.end("count"), text[begin : found.start()]


def graded_lists(text: str) -> Iterator[Edit]:
    """The edits that take such labels away from the folded text."""
    for counted in _COUNTED.finditer(text) if "的" in text else ():
        yield *counted.span("count"), "的有"
    yield from _counted_behind(text)
    for framed in _FRAMED.finditer(text) if "】" in text else ():
        yield *framed.span("open"), ""
        yield *framed.span("close"), ":"
    labels = list(_GRADE.finditer(text)) if _ENDS.search(text) else []
    slow = any(_is_slow(label) for label in labels)
    for label in labels:
        yield *label.span("label"), "进度较慢的有" if _is_slow(label) else _well(label) if slow else ""


def _is_slow(label: re.Match[str]) -> bool:
    return bool(label["how"]) and _SLOW.search(label["how"]) is not None


def _well(label: re.Match[str]) -> str:
    """绿灯(正常): beside the lists of those that are slow, what is no longer one of them."""
    said = label["how"] or ""
    if _DONE.search(said):
        return "已完成的有:"
    return "正常推进的有:" if _GOES_WELL.search(said) or _GOOD.search(label["label"]) else ""
