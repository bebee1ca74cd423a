"""The planned ones told of without their name: 改造厕所26座。…计划的26座中,17座已完工 is told of 改造厕所26座.

Only where the same number of the same unit stands with its name before it in the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.numbers import units
from extraction.records import Edit

_MUCH = rf"(?P<much>\d[\d.]{{0,6}}万?(?:{units.AMOUNTS}))"
_PLANNED = re.compile(
    r"(?<=[。;,\n:])(?P<lead>(?:目前,?)?(?:今年|年度|全年|年初|本年度)?(?:计划|安排|下达|确定|列入计划|目标)"
    rf"(?P<verb>[新改扩续]?[建造]|实施|改造|完成|建设|新增|整治|治理)?的){_MUCH}(?P<of>中,?)(?=\d|已|仅|有)"
)
_NAME = r"(?:(?<=[。;,\n:、.])|^)(?P<name>[\u4e00-\u9fff“”]{4,24})"
_CUE = re.compile(r"的\d[\d.]{0,6}万?[\u4e00-\u9fff]{1,4}中")


def planned_ones(text: str) -> Iterator[Edit]:
    """The edits that call such a number what it was called before."""
    if _CUE.search(text) is None:
        return
    for planned in _PLANNED.finditer(text):
        low = text.rfind("\n", 0, planned.start()) + 1
        before = re.compile(_NAME + re.escape(planned["much"])).search(text, low, planned.start())
        if before is not None:
            yield *planned.span("lead"), "计划" + before["name"]
            yield *planned.span("of"), ","
