"""What a part of the year says before its figure, that its work has begun, is left out.

    秋季学期筛查工作已于9月启动,完成1.6万人次     reads as 秋季学期完成1.6万人次
    第二批工程7月进场,已完成12座                  so do batches, quarters and half-years

The figure is then known as that part's own (`pairing/periods_told.py`).
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_BEGUN = sought(
    r"(?:[春夏秋冬]季(?:学期)?|[下上]半年|第?[一二三四]季度|第[一二三四五]批)(?![初末底])"
    r"(?P<begun>[^,。;:、()\d]{0,10}?(?:[已也]|全面|正式|陆续)*(?:于|从|自)?"
    r"(?:\d{1,2}月(?:份|[上中下]旬|[初中底末]|\d{1,2}日)?)?(?:[已起]|全面|正式|陆续)*"
    r"(?:启动|开始|展开|开展|铺开|实施|开工|进场|开班|开学)(?:实施|施工|开展)?,)"
    r"(?:(?:目前|现|截至目前|截至\d{1,2}月[底末]),?)?(?:已|累计|共)*"
    r"(?:完成|建成|改造|筛查|培训|发放|检查|检测|举办|开展|种植|播种|修复|安装|接种|竣工|完工)(?:了)?\d"
)
_BEGINS = sought(r"(?:启动|开始|展开|开展|铺开|实施|开工|进场|开班|开学)(?:实施|施工|开展)?,")


def steps_begun(text: str) -> Iterator[Edit]:
    """The edits that cut such a clause out."""
    for match in _BEGUN.finditer(text) if _BEGINS.search(text) else ():
        yield *match.span("begun"), ""
