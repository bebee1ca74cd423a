"""Works named with their number on the list, (第五项), which says nothing of them and parts one from the next.

提高报销比例(第五项)、培训农民(第十一项,任务120人)、建设分类屋45座(第二十一项)
    reads as 提高报销比例;培训农民(任务120人);建设分类屋45座
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Edit

_POINT = re.compile(
    r"\((?P<number>第[一二三四五六七八九十百]{1,5}[项条件](?:(?P<more>,)|(?P<end>\)(?P<next>[、,](?=[\u4e00-\u9fff“]))?)))"
)
_REST = re.compile(r"[^()\n]{1,60}\)(?P<next>[、,](?=[\u4e00-\u9fff“]))")


def points_named(text: str) -> Iterator[Edit]:
    """The edits that take such numbers away, where the text has at least two; one in digits stays in the ledger."""
    found = list(_POINT.finditer(text)) if "(第" in text else []
    for point in found if len(found) > 1 else ():
        if point["more"]:
            yield *point.span("number"), ""
            if rest := _REST.match(text, point.end()):
                yield *rest.span("next"), ";"
        else:
            yield *point.span(), ";" if point["next"] else ""
