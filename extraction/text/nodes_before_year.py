"""A node before the year's goal, and a rate that only its answer names: written as the year's goal of that rate.

校舍加固上半年节点55%、全年90%,至9月底竣工率71.5%    reads as  校舍加固竣工率全年目标90%,至9月底竣工率71.5%
支出进度三季度节点75%、年底95%,9月底支出进度68%      reads as  支出进度9月底目标75%,9月底支出进度68%

What is asked for on the day that is told of is the goal; else the year's is, and then only where the nodes ask for no
less than its even pace does: where they ask for less, that pace would judge otherwise than the office did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extraction.numbers import units
from extraction.records import Edit
from extraction.sought import sought

_MONTHS = {"一季度": 3, "上半年": 6, "半年": 6, "二季度": 6, "三季度": 9, "前三季度": 9}
_AT = r"(?:一季度|上?半年|[二三]季度|前三季度|\d{1,2}月[底末]?)"
_AMOUNT = rf"\d{{1,6}}(?:\.\d{{1,2}})?(?:%|[万亿]{{0,2}}(?:{units.AMOUNTS}))"
_ENDS_WORK = r"(?:竣工|完工|开工|建成|完成|支付|支出|拨付|执行|交付|入住|验收|投用)(?:率|进度)"
_NODES = re.compile(
    rf"(?P<thing>[\u4e00-\u9fff”)]{{2}})(?P<nodes>(?:{_AT}[底末]?节点(?:目标|要求|任务)?[为是:]?{_AMOUNT}[、,;])+)"
    rf"(?P<when>全年|年度|年[底末])(?P<goal>目标|任务|节点)?[为是:]?(?P<year>{_AMOUNT})"
    rf"(?P<told>[,;][^,。;\n]{{0,8}}?(?:[截]?至|到)?(?:(?P<by>\d{{1,2}}月[底末]|上半年|前三季度|三季度[底末]?)|目前|现)"
    rf"[^,。;\d\n]{{0,2}}?(?P<rate>{_ENDS_WORK})?[^,。;\d\n]{{0,3}}\d)"
)
_NODE = re.compile(rf"(?P<at>{_AT})[底末]?(?P<word>节点(?:目标|要求|任务)?)[为是:]?(?P<asked>{_AMOUNT})(?P<end>[、,;])")
_NAMELESS = re.compile(  # 校舍加固全年目标90%,至9月底竣工率71.5%
    rf"(?P<thing>[\u4e00-\u9fff”)]{{2}})(?P<when>全年|年度)(?:目标|任务)?[为是:]?\d[\d.]*%"
    rf"[,;](?:截?至)?(?:\d{{1,2}}月[底末]|目前)(?:的)?(?P<rate>{_ENDS_WORK})[^,。;\d\n]{{0,3}}\d[\d.]*%"
)
_RATED = sought(r"[率度]$")
_VALUE = re.compile(r"\d+(?:\.\d+)?")


def nodes_before_year(text: str) -> Iterator[Edit]:
    """The edits that write such goals so."""
    for said in _NODES.finditer(text) if "节点" in text else ():
        yield from _without_nodes(said)
    for said in _NAMELESS.finditer(text) if "率" in text or "进度" in text else ():
        if not _RATED.search(said["thing"]):
            yield said.start("when"), said.start("when"), said["rate"]


def _without_nodes(said: re.Match[str]) -> Iterator[Edit]:
    nodes = list(_NODE.finditer(said["nodes"]))
    rate = said["rate"] or ""
    name = "" if _RATED.search(said["thing"]) or not said["year"].endswith("%") else rate
    if said["year"].endswith("%") and not name and not _RATED.search(said["thing"]):
        return
    begin = said.start("nodes")
    for node in nodes:
        if said["by"] and _month(node["at"]) == _month(said["by"]):
            yield begin, begin + node.start("asked"), f"{name}{_month(node['at'])}月底目标"
            yield begin + node.start("end"), said.end("year"), ""
            return
    if all(_is_ahead(node, said["year"]) for node in nodes):
        yield begin, said.start("year"), f"{name}全年目标"


def _is_ahead(node: re.Match[str], year: str) -> bool:
    """Whether the node asks for no less than the year's even pace does by then."""
    asked, whole = (Decimal(m.group()) if (m := _VALUE.match(v)) else Decimal(0) for v in (node["asked"], year))
    alike = node["asked"].lstrip("0123456789.") == year.lstrip("0123456789.")
    return alike and asked * 12 >= whole * _month(node["at"])


def _month(at: str) -> int:
    bare = at.rstrip("底末")
    return _MONTHS.get(bare) or int(bare.removesuffix("月"))
