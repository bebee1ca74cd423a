"""The plan of those above, and our part of it: 省“改造危房20万户”任务分解我市1.2万户 reads as 改造危房任务1.2万户.

What the whole province shall do is none of the county's plans, and its share of that is one.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_HANDED_DOWN = sought(
    r"(?P<above>(?:国家|自治区|[省市州])(?:里|级|政府|定|下达)?的?[“\"])(?P<name>[^“”\"\d。;,\n]{2,24}?)"
    r"(?P<whole>\d[\d.]{0,9}[万亿]?[\u4e00-\u9fff]{1,3}(?:以上|左右)?[”\"]的?(?:年度|目标|民生)*(?:任务|工程|项目|实事)?,?"
    r"(?:已)?(?:分解|分配|下达|细分)(?:下达|落实)?(?:到|给|至)?(?:我|本|全)(?:市|县|区|州|旗|镇|乡|街道)(?:的?任务)?(?:为|是)?)"
    r"(?=\s?\d)"
)


def plans_handed_down(text: str) -> Iterator[Edit]:
    """The edits that leave the plan of those above out."""
    for match in _HANDED_DOWN.finditer(text) if "”" in text or '"' in text else ():
        yield *match.span("above"), ""
        yield *match.span("whole"), "任务"
