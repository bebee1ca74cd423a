"""Distances by position behind figures that stand in clauses of their own, each ended by a semicolon.

    甲收入32416元,增长4.9%;乙收入17230元,增长6.6%,增幅分别低于年计划1.6和1.4个百分点

Each of the clauses tells one growth. Where a further one stands before as many as there are distances, only what the
names have in common says which are meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from extraction.sentences.readings import Reading
from extraction.sought import sought

_EACH = sought(r"分别|依次")
_JOINED = sought(r"[^\d。\n]{0,16};[^。;\n]{0,48}")  # 增长4.9%|;农村居民人均可支配收入17230元,增长|6.6%
_BEHIND_ALL = sought(r"[^\d。;\n]{0,16}[。;]增[速幅][^,。;\d]{0,20}")  # 增长8%|。增速分别低于年度目标|1.6
_SHARED = 4  # characters that names of one family end with


def told_in_turn(text: str, run: Sequence[Reading], found: Sequence[Reading]) -> list[Reading]:
    """As many growths as distances, in the clauses up to theirs; none where it is not plain which."""
    if run[0].quantity.noun != "个百分点" or not _EACH.search(run[0].clause_lead):
        return []
    figures: list[Reading] = []
    for r in _backwards(text, run[0], found):
        if len(figures) == len(run):
            return figures[::-1] if _shared_end([*figures]) > max(_SHARED - 1, _shared_end([*figures, r])) else []
        figures.append(r)
    names = {r.name for r in figures}
    return figures[::-1] if len(figures) == len(run) == len(names) else []


def _backwards(text: str, gap: Reading, found: Sequence[Reading]) -> Iterator[Reading]:
    """The growths before the distance, the last first, as far as each is parted from the next by a semicolon only."""
    last: Reading | None = None
    for r in reversed(found):
        if r.start >= gap.start or r.measure != "growth" or r.voice != "report" or r.bracket:
            continue
        joined = _BEHIND_ALL if last is None else _JOINED
        near = joined.fullmatch(text, r.quantity.end, (last or gap).start)
        if not (near or (last is None and r.sentence == gap.sentence)) or not r.name:
            return
        last = r
        yield r


def _shared_end(figures: Sequence[Reading]) -> int:
    """How many characters all their names end with."""
    alike = takewhile(lambda last: len(set(last)) == 1, zip(*(r.name[::-1] for r in figures), strict=False))
    return sum(1 for _ in alike)
