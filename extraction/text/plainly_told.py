"""Words of talk where reports have plainer ones.

今年我们的目标是加装300台      目标是
拟建20个,14个已建好            计划新建
满意度目标90分,得分88.6分      实际为
低于省定95%的标准              的要求
达到序时进度(66.7%)的有2个     the pace without its figure
完成全年预期240亿元的75.8%     全年目标
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_OURS = sought(r"(?P<out>我们的?)(?=(?:年度|全年|今年的?)?目标(?:任务)?(?:就?是|为))")
_TO_BUILD = sought(
    rf"(?P<out>拟)(?=[新改扩]?建\d{{1,5}}(?:\.\d+)?(?P<unit>{units.AMOUNTS})[,;(]\s?(?:目前|其中)?,?(?:已建好?成?)?\d{{1,5}}(?:\.\d+)?(?P=unit)(?:已|建))"
)
_SCORED = sought(
    r"(?<=目标)(?:为|是)?\d{1,4}(?:\.\d{1,2})?分(?:以上)?[,;](?P<out>(?:实际|目前|考核|最终)*得分(?:为|是)?)(?=\d{1,4}(?:\.\d{1,2})?分)"
)

_STANDARD = sought(
    r"(?:低于|高于|达到|超过|未达到?|不低于)(?:国家|[省市县区]定?|上级|考核|规定|行业)*\d{1,3}(?:\.\d{1,2})?%的(?P<out>标准)(?=[,。;、)]|$)"
)
_EXPECTED = sought(
    rf"(?:完成|达到?|占|为)了?(?:全年|年度|年初)(?P<out>预期|预计)(?=\d[\d.,]{{0,11}}\s?[万亿]{{0,2}}(?:{units.AMOUNTS})[、,和的])"
)
_PACE = sought(r"(?<=[时序间]进度)(?P<out>\(\d{1,3}(?:\.\d{1,2})?%\))(?=的)")


def plainly_told(text: str) -> Iterator[Edit]:
    """The edits that write the plain words."""
    if "我们" in text:
        yield from ((*match.span("out"), "") for match in _OURS.finditer(text))
    if "拟" in text:
        yield from ((*match.span("out"), _planned(text, match.end("out"))) for match in _TO_BUILD.finditer(text))
    if "的标准" in text:
        yield from ((*match.span("out"), "要求") for match in _STANDARD.finditer(text))
    if "年预" in text or "度预" in text or "初预" in text:
        yield from ((*match.span("out"), "目标") for match in _EXPECTED.finditer(text))
    if "进度(" in text:
        yield from ((*match.span("out"), "") for match in _PACE.finditer(text))
    if "得分" in text:
        yield from ((*match.span("out"), "实际为") for match in _SCORED.finditer(text))


def _planned(text: str, at: int) -> str:
    return "计划新" if text.startswith("建", at) else "计划"
