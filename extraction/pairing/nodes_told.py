"""A plan whose item says how much of it shall be there by when goes at that pace, and at no other.

改造老旧小区126个。节点:9月底前完工55个,12月底前完工126个。已完工68个。      the node is kept: no lag
三季度末完成45%,年内全部完成。                                              so it is as a share of the plan
9月底前建成2600套,年底前3000套。已建成2300套。                              beneath it, though nine twelfths are there

Where the nodes and the year's even pace say the same, the figure is held against that pace as everywhere; where they
differ, nothing is said. What was done by some month (截至9月底, 6月底前已建成60个) is no node.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from extraction.numbers import units
from extraction.promises.links import Link, Scope
from extraction.promises.targets import Promise
from extraction.sentences import refusals
from extraction.sentences.readings import Reading
from extraction.sought import sought

CUE = frozenset("季半月")
_ENDS = {
    "一季度": 3,
    "上半年": 6,
    "半年": 6,
    "二季度": 6,
    "三季度": 9,
    "前三季度": 9,
    "四季度": 12,
    "年": 12,
    "全年": 12,
}
_WHEN = (
    r"(?:(?P<month>\d{1,2})月(?P<by>(?:\d{1,2}日|[底末份])*之?前)?(?:[底末])?"
    r"|第?(?P<span>上半年|(?<!上)半年|前三季度|[一二三四]季度|全年|年(?=[底末]))(?:[底末])?(?P<until>之?前)?)"
)
_NODE = sought(
    rf"(?<![至止到月\d年-]){_WHEN}[,:]?(?P<words>[^\d,。;:、()\n]{{0,10}})"
    rf"(?P<value>\d{{1,9}}(?:\.\d{{1,4}})?)(?P<times>[万亿]{{0,2}})(?P<unit>%|{units.AMOUNTS})(?=以上|左右|[,。;:)、\n]|$)"
)
_DONE = sought(r"已|共|仅|了|累计完成|同比|增长|现|实际|增加|前期")
_LABEL = sought(
    r"节点|时序(?:要求|安排|计划)|(?:进度|时间|推进)(?:安排|计划|要求)|阶段(?:性)?(?:目标|任务|计划)|时限要求|分季度(?:目标|计划|任务)"
)
_END_TOLD = sought(r"(?:年底|年末|12月底?|四季度)(?:之?前)?[,:]?[^,。;\d]{0,4}(?:全部|全面)")
_MARKS = sought(r"[。\n]")
_TIMES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
_FAR = 160  # characters behind the plan in which its nodes stand


class Node(NamedTuple):
    month: int
    share: Decimal  # of the plan
    start: int
    end: int


def doubt_by_nodes(scope: Scope, links: Sequence[Link]) -> None:
    """Leave a promise open where its own nodes and the even pace judge its figure differently, in place."""
    month = scope.cutoff_month
    if month is None or month >= 12:
        return
    for entry in links:
        promise, actual = entry.promise, entry.actual
        if promise is None or actual is None or promise.kind != "cumulative" or promise.measure != "amount":
            continue
        nodes = _in_time([n for n in _nodes(scope, promise) if n.start < actual.start])
        if not nodes or promise.reading.base <= 0:
            continue
        _leave_shares(links, nodes)
        _without_their_month(promise, actual, nodes)
        if _is_node(entry, nodes) or _judge_apart(promise, entry, nodes, month):
            entry.actual, entry.refused, entry.refusal = None, actual, refusals.NODES
            entry.total, entry.parts = None, ()
            entry.shares.clear()


def _leave_shares(links: Sequence[Link], nodes: Sequence[Node]) -> None:
    """9月底前完成30%: such a share is a node of the plan, and no promise of its own; in place."""
    for entry in links:
        node = entry.promise is not None and any(n.start <= entry.promise.reading.start < n.end for n in nodes)
        if node and entry.promise is not None and entry.promise.target.noun == "%" and entry.actual is None:
            entry.hardly = True


def _without_their_month(promise: Promise, actual: Reading, nodes: Sequence[Node]) -> None:
    """一季度开工,9月底前完工60个: no month of the nodes is that of the figure behind them, in place."""
    period = actual.period
    if period is not None and promise.reading.start < period.start < max(n.end for n in nodes) < actual.start:
        actual.period = None


def _is_node(entry: Link, nodes: Sequence[Node]) -> bool:
    """Whether a node's own number was taken for the figure or for a part of it, or its month for the plan's."""
    promise, actual = entry.promise, entry.actual
    assert promise is not None
    assert actual is not None
    starts = [actual.start, *(start for start, _ in entry.parts)]
    taken = any(n.start <= start < n.end for n in nodes for start in starts)
    return taken or (promise.due is not None and any(n.month == promise.due.month and n.share < 1 for n in nodes))


def _judge_apart(promise: Promise, entry: Link, nodes: Sequence[Node], month: int) -> bool:
    """Whether the figure keeps the one pace and not the other."""
    assert entry.actual is not None
    sum_of = entry.total * entry.actual.quantity.magnitude if entry.total is not None else entry.actual.base
    done = sum_of / promise.reading.base
    return (done >= _expected(nodes, month)) != (done >= Decimal(month) / 12)


def _expected(nodes: Sequence[Node], month: int) -> Decimal:
    """The share that shall be there by the month: between two nodes the way is straight."""
    before = max((n for n in nodes if n.month <= month), default=None)
    after = min((n for n in nodes if n.month > month), default=None)
    begin, share = (before.month, before.share) if before else (0, Decimal(0))
    end, whole = (after.month, after.share) if after else (12, Decimal(1))
    return share + (whole - share) * (month - begin) / (end - begin)


def _in_time(nodes: list[Node]) -> list[Node]:
    """The nodes, each with all that shall be there by then; quarters that only add up to the plan are added up."""
    nodes.sort()
    if len(nodes) > 1 and abs(sum((n.share for n in nodes), Decimal(-1))) < Decimal("0.001"):
        sums = [sum((n.share for n in nodes[: i + 1]), Decimal(0)) for i in range(len(nodes))]
        return [n._replace(share=share) for n, share in zip(nodes, sums, strict=True)]
    return nodes if any(n.share < 1 and n.month < 12 for n in nodes) else []


def _nodes(scope: Scope, promise: Promise) -> Iterator[Node]:
    """The nodes told behind the plan, before anything else is planned."""
    plan, alike = promise.reading, (promise.target.noun, "%")
    start = min(
        p.reading.quantity.end for p in scope.promises if p.reading.base == plan.base and p.target.noun == alike[0]
    )
    stop = min(scope.item.end, start + _FAR)
    others = (p.reading.start for p in scope.promises if p.reading.start > start and p.target.noun not in alike)
    stop = min(stop, min(others, default=stop))
    if not CUE & set(scope.text[start:stop]):
        return
    for said in _NODE.finditer(scope.text, start, stop):
        if _is_planned(scope.text, start, said) and (share := _share(promise, said)) is not None:
            month = int(said["month"]) if said["month"] else _ENDS[said["span"]]
            if 1 <= month <= 12 and 0 < share <= 1:
                yield Node(month, share, said.start(), said.end())


def _share(promise: Promise, said: re.Match[str]) -> Decimal | None:
    if said["unit"] == "%":
        return Decimal(said["value"]) / 100
    same = said["unit"] == promise.target.unit or said["unit"] == promise.target.noun
    return Decimal(said["value"]) * _TIMES.get(said["times"], 1) / promise.reading.base if same else None


def _is_planned(text: str, low: int, said: re.Match[str]) -> bool:
    """Whether the words say that so much shall be there: a day before which, a label, or all of it at the end."""
    if _DONE.search(said["words"]):
        return False
    if said["by"] or said["until"]:
        return True
    begin = max([low, *(m.end() for m in _MARKS.finditer(text, low, said.start()))])
    end = _MARKS.search(text, said.end())
    labelled = _LABEL.search(text, begin, said.start()) is not None
    return labelled or _END_TOLD.search(text, said.end(), end.start() if end else said.end() + 40) is not None
