"""A work in quotation marks with what shall be put into it in a bracket: “电采暖改造(完成投资5.6亿元)”:完成投资4.3亿元.

It reads as “电采暖改造投资5.6亿元”, as its neighbours of the list name what they count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Edit

_INVESTED = re.compile(
    r"“[^“”()（）\n]{2,40}(?P<open>[(（](?:完成|年度|全年|当年|计划|今年|总?)*)投资(?:额)?(?:约|为)?\d[\d.]{0,8}[万亿]{1,2}元(?P<close>[)）])”"
    r"(?=[:：,，、]|——|--)"
)


def invested_in_quotes(text: str) -> Iterator[Edit]:
    """The edits that take such brackets away."""
    for found in _INVESTED.finditer(text) if "投资" in text else ():
        yield found.start("open"), found.end("open"), ""
        yield found.start("close"), found.end("close"), ""
