"""How far an amount is beyond its plan or limit, or short of it, in per cent of the plan: written as its share.

死亡137人,比控制指标高37.4%       reads as  死亡137人,占控制指标的137.4%
造林12万亩,比年度计划少20%        reads as  造林12万亩,占年度计划的80%

Right behind an amount only: of 增长9%,比目标高1% nobody knows whether points are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extraction.numbers import units
from extraction.records import Edit

_PLAN = (
    r"(?P<{0}>(?:全年|年度|年初|[国省市县旗区](?:里|定|级)?|下达的?|考核|控制|安全生产)*"
    r"(?:控制(?:考核)?指标|考核指标|控制目标|控制数|计划数?|任务数?|目标任务))"
)
_BEYOND = re.compile(
    rf"(?<=[\u4e00-\u9fff\d]),(?P<out>(?:[比较]{_PLAN.format('than')}(?:(?P<more>多|高出?|超出?|增加)|(?P<less>少|低|减少|降低))"
    rf"|超(?:过|出)?{_PLAN.format('over')}))(?P<by>\d{{1,3}}(?:\.\d{{1,2}})?)%(?=[,。;、)\n]|$)"
)
_AMOUNT = re.compile(rf"\d[万亿]{{0,2}}(?:{units.AMOUNTS})$|[人户起件家]数(?:为|是|达)?\d[\d,]*$")
_REACH = 16  # characters


def percent_beyond(text: str) -> Iterator[Edit]:
    """The edits that write them so."""
    if "%" not in text or not any(word in text for word in ("比", "较", "超")):
        return
    for said in _BEYOND.finditer(text):
        if _AMOUNT.search(text[max(0, said.start() - _REACH) : said.start()]) is None:
            continue
        by = Decimal(said["by"])
        share = 100 - by if said["less"] else 100 + by
        if share > 0:
            yield said.start("out"), said.end("by"), f"占{said['than'] or said['over']}的{share}"
