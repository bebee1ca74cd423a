"""Two tiers of a share by an earlier date, in the short words of the press.

高出“一季度完成率保22%、争26%”的阶段要求          超过“一季度完成率不低于22%、力争26%”的一季度目标
跨过“上半年完工率不低于46%、冲刺50%以上”的年中节点  超过“上半年完工率不低于46%、力争50%以上”的上半年目标
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Edit

_SHARE = r"\d{1,3}(?:\.\d+)?%"
_SPAN = r"(?:上半年|半年|年中|[一二三]季度|前三季度|\d{1,2}月[底末])(?:末|底)?"
_PLAINER = {"半年": "上半年", "年中": "上半年", "一季度末": "一季度", "三季度末": "前三季度", "上半年末": "上半年"}
_SURE = r"(?:确保|保证|保底|守住|保|不低于|不少于|达到)"
_MORE = r"(?:力争|冲刺|争取|奋斗|挑战|冲击|争|冲)"
_TIERS = re.compile(
    r"(?P<passed>(?:(?:大幅|明显|均|已|提前|顺利|成功|一举|双双|全面)*(?P<verb>高出|超过|超出|[跨越跃迈]过|[跨跃]越|突破|冲过|站上|跑赢|优于|好于|高于))了?)?"
    rf"(?P<open>[“\"「])(?P<span>{_SPAN})?[^“”\"「」,，、。；;\d]{{0,12}}?(?P<sure>{_SURE})[^“”\"」,，、。；;\d]{{0,4}}{_SHARE}(?:以上)?"
    rf"[、,，](?P<more>{_MORE})(?P<to>[^“”\"」,，、。；;\d]{{0,4}}){_SHARE}(?:以上)?[”\"」]的?"
    r"(?P<of>上半年|半年|年中|[一二三]季度|阶段性?|序时|时序)?(?P<node>(?:进度|工作|任务|阶段|年中)?(?:目标任务|任务目标|节点|关口|门槛|底线|时限|要求|安排|标准|目标|任务)(?:目标|任务|要求)?)?"
)


def tiers_in_quotes(text: str) -> Iterator[Edit]:
    """The edits that write the passing, the tiers and the node in the words that goals by a date are known by."""
    for found in _TIERS.finditer(text) if "%" in text else ():
        if found["passed"] and found["verb"] != "超过":
            yield found.start("passed"), found.end("passed"), "超过"
        if found["span"] in _PLAINER:
            yield found.start("span"), found.end("span"), _PLAINER[found["span"]]
        if found["sure"] not in ("不低于", "不少于"):
            yield found.start("sure"), found.end("sure"), "不低于"
        if found["more"] != "力争":
            yield found.start("more"), found.end("more"), "力争"
        span = found["span"] or found["of"]
        if found["node"] and span:
            yield (
                found.start("of") if found["of"] else found.start("node"),
                found.end("node"),
                f"{_PLAINER.get(span, span)}目标",
            )
