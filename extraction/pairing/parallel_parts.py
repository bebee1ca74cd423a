"""Figures told side by side of parts that nobody promised apart: 改造市场25家。城区完工7家,乡镇完工12家.

They are told in the same words but for what they are of, and the plan has neither word: none of them is the whole.
Where the two words part the whole in two (城区 and 乡镇, 新建 and 改建), the figures together are what was done.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile

from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought
from extraction.words import names, when

_FAR = 8  # numbers on each side of one among which its siblings stand
_APART = 2  # sentences between two siblings
_SO_FAR = sought(r"(?:已经?|均|共|累计|仅|现|目前|实际|分别|约|近|了|方面|:)+")
_LABEL = sought(r"[\u4e00-\u9fff]{2,10}")
_SHORTEST = 2  # characters of it: 东片 and 西片 both end with 片
_DOES = sought(
    r"完[工成]|竣工|建成|投[产用]|交付|培训|改造|新建|新增|建设|发放|安置|救助|铺设|安装|整治|治理|到位|销售|实现|开展|举办|引进|检查|筛查"
)
_NO_PART = sought(
    r"全[省市县区州镇乡国旗]|合计|总|其中|去年|上年|今年|同期|本年|[春夏秋冬]|季|半年|月|[又再]|批|期|[该本我][省市县旗区]|另"
)
_WHOLES = (  # what parts a whole in two
    *((town, other) for town in ("城区", "市区") for other in ("乡镇", "农村", "镇村", "乡村")),
    ("线上", "线下"),
    *(("城镇", other) for other in ("农村", "乡村")),
    *(("新建", other) for other in ("改建", "改造", "改扩建", "续建")),
    *(("市本级", other) for other in ("县区", "区县", "县市")),
    *(("城市", "农村"), ("县城", "乡镇"), ("市级", "县级"), ("小学", "中学"), ("公办", "民办")),
    *(("室内", "室外"), ("路内", "路外")),
)
_MOST = Decimal(2)  # times the plan


def is_one_of_parallel(promise: Promise, found: Sequence[Reading], actual: Reading, others: Sequence[Promise]) -> bool:
    """Whether the figure is one of such parts."""
    return bool(parallel(promise, found, actual, others))


def parallel(
    promise: Promise, found: Sequence[Reading], actual: Reading, others: Sequence[Promise]
) -> list[tuple[str, Reading]]:
    """The parts with what each is of, in order, the figure among them; none where it stands alone."""
    if promise.measure != "amount" or promise.kind != "cumulative" or not _is_plain(actual):
        return []
    mine, parts, at = _words(actual), list[tuple[str, Reading]](), index_of(found, actual.start)
    if actual.part and not _right_behind(promise, found, at):
        return []
    for r in found[max(0, at - _FAR) : at + _FAR + 1]:
        if r is actual or not _is_sibling(r, actual, promise):
            continue
        label, theirs = _labels(mine, _words(r))
        if not label or any(_is_named(word, promise, others) for word in (label, theirs)):
            continue
        parts += [(theirs, r)] if parts else [(label, actual), (theirs, r)]
    parts.sort(key=lambda part: part[1].start)
    distinct = len({label for label, _ in parts}) == len(parts)
    return parts if distinct and sum(r.base for _, r in parts) <= promise.reading.base * _MOST else []


def _right_behind(promise: Promise, found: Sequence[Reading], at: int) -> bool:
    """管网70公里,其中主管网完成34公里,支管网完成13公里: parts told of the plan itself, and of no figure."""
    first = next((r for r in found[max(0, at - _FAR) : at + 1] if r.part), None)
    return first is not None and found[index_of(found, first.start) - 1] is promise.reading


def make_a_whole(parts: Sequence[tuple[str, Reading]]) -> bool:
    """Whether the words part a whole in two."""
    first, second = (label for label, _ in parts) if len(parts) == 2 else ("", "")
    pairs = ((first, second), (second, first))
    return any(a.startswith(x) and y in b for a, b in pairs for x, y in _WHOLES)


def _is_plain(r: Reading) -> bool:
    told = r.voice == "report" and r.measure == "amount" and not (r.bracket or r.of_some or r.said_of_all)
    return told and r.owner is None and r.of_plan is None


def _is_sibling(r: Reading, actual: Reading, promise: Promise) -> bool:
    near = abs(r.sentence - actual.sentence) <= _APART and r.point == actual.point and r.clause_lead != ""
    side = (r.start > promise.reading.start) == (actual.start > promise.reading.start)
    return _is_plain(r) and near and side and r.part == actual.part and r.quantity.noun == actual.quantity.noun


def _words(r: Reading) -> str:
    """城区|完工: what stands before the number in its clause, without times and 已; 公路方面:完成投资 is of 公路."""
    called = r.name if r.name != r.own and r.own else ""
    return called + _SO_FAR.sub("", when.after_when(r.lead.lstrip(" ,、;\n").removeprefix("其中"))).strip(" ,、;:\n")


def _labels(a: str, b: str) -> tuple[str, str]:
    """What tells the two apart, before the words that they share; empty where nothing or something else does."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(reversed(a), reversed(b), strict=False)))
    if shared in (len(a), len(b)):
        return "", ""
    given = max(0, min(shared, len(a) - _SHORTEST, len(b) - _SHORTEST))
    first, second = a[: len(a) - given], b[: len(b) - given]
    if given < shared and names.is_bare(first):
        return "", ""  # 完成2所、建成1所: verbs that end alike
    shared = given
    does = _DOES.search(a[len(a) - shared :]) or (_DOES.fullmatch(first) and _DOES.fullmatch(second))
    fit = all(_LABEL.fullmatch(word) and not _NO_PART.search(word) for word in (first, second))
    early = any(names.stage(word) is not None or names.promised_stage(word) is not None for word in (first, second))
    return (first, second) if does and fit and first != second and not early else ("", "")


def _is_named(label: str, promise: Promise, others: Sequence[Promise]) -> bool:
    """Whether a plan is called by it, this one or another."""
    pieces = {label[n : n + 2] for n in range(len(label) - 1)}
    called = (promise.name + promise.reading.clause_lead, *(p.name for p in others if p is not promise))
    return any(piece in name for piece in pieces for name in called)
