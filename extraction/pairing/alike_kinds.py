"""One of several kinds that stand side by side is not the whole.

    招引项目100个,目前招引亿元以上项目61个、外资项目18个
    清淤800公里,县级骨干渠道完成210公里,乡村渠道完成420公里

Whether the kinds exclude each other nobody says. Where one alone would be behind, the promise is left open. Kinds that
do exclude each other are added (`pairing/graded_sums.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from extraction.promises.links import Link, Scope, answered_by_one
from extraction.sentences import refusals
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought
from extraction.words import names

_BESIDE = sought(r"\s?[、,和及][^,。;:、()\d]{2,14}")
_DONE = sought(r"(?<!计划)(?<!目标)(?:完成|建成|竣工)了?\s?$")  # whatever else it was taken for
_HEAD = 2  # characters that the kinds' names end in alike
_VERB = sought(
    r"^(?:已|共|累计|新|目前|实际|完成|建成|改造|招引|引进|签约|培训|培育)+|(?:已|共|累计|完成|建成|改造|实现)+$"
)
_STAGE = sought(
    r"开工|在建|未|竣工|完工|投产|投用|启动|建成|签约|落地|完成|储备|谋划|申报|入库|整改|验收|排查|续建|结转|(?:第[一二三123]|首|两|三)[剂针]|全程"
)


def doubt_kinds(scope: Scope, links: Sequence[Link]) -> None:
    """Leave the promises open that one of several kinds answers, of which all may be the answer, in place."""
    month, answering = scope.cutoff_month, {entry.actual.start for entry in links if entry.actual is not None}
    if not month:
        return
    for entry, promise, actual in answered_by_one(links):
        if actual.bracket or promise.measure != "amount" or actual.start < promise.reading.start:
            continue
        due = promise.target.value * promise.target.magnitude * month / 12
        kinds = list(_kinds(scope, actual)) if actual.base < due else []
        if not kinds or any(r.start in answering for r in kinds):
            continue  # what answers another promise is no part of this one
        if all(_is_kind(r, promise.name) for r in (actual, *kinds)):
            entry.actual, entry.refused, entry.refusal = None, actual, refusals.UNSURE
            entry.reason = "one of several kinds, of which all together may be the answer"


def _kinds(scope: Scope, actual: Reading) -> Iterator[Reading]:
    """The figures of its unit in the list that it stands in, whose names end as its own does."""
    at = index_of(scope.found, actual.start)
    for step in (-1, 1):
        last, n = actual, at + step
        while 0 <= n < len(scope.found):
            r = scope.found[n]
            one, other = (last, r) if step > 0 else (r, last)
            if not _is_beside(scope, one, other) or not _same_head(actual, r):
                break
            yield r
            last, n = r, n + step


def _is_beside(scope: Scope, one: Reading, other: Reading) -> bool:
    told = all((r.voice == "report" or _DONE.search(r.lead)) and not (r.bracket or r.part) for r in (one, other))
    same = one.quantity.noun == other.quantity.noun and one.owner == other.owner
    return told and same and _BESIDE.fullmatch(scope.text, one.quantity.end, other.start) is not None


def _kind(r: Reading) -> str:
    return _VERB.sub("", r.own)


def _same_head(one: Reading, other: Reading) -> bool:
    a, b = _kind(one), _kind(other)
    return len(a) > (shared := _shared(a, b)) >= _HEAD and len(b) > shared


def _shared(a: str, b: str) -> int:
    """How many characters they end alike in."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(reversed(a), reversed(b), strict=False)))


def _is_kind(r: Reading, promised: str) -> bool:
    """Whether its name chooses more than the promise's does, and tells of no stage."""
    kind = _kind(r)
    plain = names.stage(kind) is None and _STAGE.search(kind) is None  # 建成公共充电桩 tells of no stage
    said = kind[: -max(_HEAD, _shared(kind, promised))][-_HEAD:]  # 配售型 of 保障性住房
    chosen = not said or kind in promised or said in promised  # 市级示范社 of 新增市级示范社
    return plain and not chosen and names.folded(kind) != names.folded(promised)
