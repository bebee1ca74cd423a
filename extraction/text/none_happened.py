"""A limit that nothing came near: 火灾受害率控制在0.8‰以内,目前未发生火灾 reads as …,目前火灾受害率为0‰.

What did not happen must be all that the limit is on: 未发生较大事故 says nothing of how many accidents there were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Edit

_UNIT = r"(?:‰|%|起|次|人|例|件|宗|起次)"
_LIMIT = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{4,20}?(?:率|起数|人数|次数|数|事故|事件|案件|火灾|疫情))"
    rf"(?:严格|全年|年内|要|均)*(?:控制在|不超过|不高于|低于|不得超过|控制为)\d[\d.]{{0,5}}(?P<unit>{_UNIT})(?:以内|以下|之内)?[,。;]\s?"
    r"(?P<when>(?:目前|全年|年内|今年以来|截至[^,。;]{1,12}|1-\d{1,2}月|前[一二三]季度|上半年)?,?(?:[全我][市县旗区省州])?)"
    r"(?P<none>(?:均|尚|暂)?(?:未|没有)(?:发生|出现)(?:过|一起)?(?P<what>[\u4e00-\u9fff]{2,16}))(?=[,。;\n]|$)"
)


def none_happened(text: str) -> Iterator[Edit]:
    """The edits that write that nothing as a number."""
    if "发生" not in text and "出现" not in text:
        return
    for said in _LIMIT.finditer(text):
        if _is_all_of(said["what"], said["name"]):
            if not said["when"].strip(",")[:-2]:  # nothing, or 全市 alone
                yield said.start("when"), said.start("when"), "目前"
            yield *said.span("none"), f"{said['name']}为0{said['unit']}"


def _is_all_of(what: str, name: str) -> bool:
    """食品安全事故 is all of 食品安全重大事故: the words of what did not happen stand in the name in their order."""
    rest = iter(name)
    return all(character in rest for character in what)
