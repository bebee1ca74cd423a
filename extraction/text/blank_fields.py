"""Fields of one line that only blanks part, written with semicolons: 高企净增数 目标值:45家 完成值:38家 完成率84.4%.

A goal's and an account's label with its colon, both in the line, say that its blanks part fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_GOAL = r"(?:年度|全年|年初)?(?:目标|计划|任务)(?:任务|值|数|量)?"
_ACCOUNT = r"(?:(?:实际|累计|目前)?完成(?:值|数|情况|量)?|实际值|实绩|进展情况|完成进度)"
_OTHER = r"(?:完成率|完成比例|(?:未完成|滞后)?原因|备注|说明|(?:责任|牵头)单位|完成时限)"
_LINE = re.compile(rf"^[^\n]{{2,40}}?[ \t]{_GOAL}:[^\n]{{1,60}}?[ \t]{_ACCOUNT}:[^\n]*$", re.M)
_ANY = re.compile(r"[ \t](?:年|全|目|计|任)[^\n:]{0,6}:")
_GAP = sought(rf"(?P<gap>[ \t]+)(?=(?:{_GOAL}|{_ACCOUNT}|{_OTHER}):|{_OTHER}\d)")
_NAMED = re.compile(r"(?:指标|项目|任务|事项)\d{1,3}:")


def blank_fields(text: str) -> Iterator[Edit]:
    """The edits of the folded text that put a semicolon for such a blank, and take the number from 指标1:."""
    for line in _LINE.finditer(text) if _ANY.search(text) else ():
        if (named := _NAMED.match(text, line.start(), line.end())) is not None:
            yield named.start(), named.end(), ""
        for gap in _GAP.finditer(text, line.start(), line.end()):
            yield *gap.span("gap"), ";"
