"""A plan whose parts stand in a bracket behind it and are each answered: their figures make its own.

新建平台12个(创新中心3个、实验室5个、工作站4个)。创新中心获批2个;实验室建成5个;工作站挂牌1个: 8 of 12.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.pairing.sums import add
from extraction.promises.links import Link


def sum_bracket_parts(links: Sequence[Link]) -> None:
    """Answer such plans, in place."""
    for index, entry in enumerate(links):
        promise = entry.promise
        if promise is None or entry.actual is not None or entry.shares or promise.reading.bracket:
            continue
        parts = _parts(entry, links[index + 1 :])
        figures = [part.actual for part in parts if part.actual is not None]
        if figures and len(figures) == len(parts):
            entry.actual, entry.refusal, entry.refused = figures[0], None, None
            add(entry, figures, "the sum of the parts that make it up")


def _parts(whole: Link, following: Sequence[Link]) -> list[Link]:
    """The promises of its unit in the bracket right behind it, where they make it up."""
    assert whole.promise is not None
    parts: list[Link] = []
    for entry in following:
        place = entry.promise.reading if entry.promise is not None else None
        if place is None or not place.bracket or place.sentence != whole.promise.reading.sentence:
            break
        parts.append(entry)
    total = sum(p.promise.reading.base for p in parts if p.promise is not None)
    alike = all(p.promise is not None and p.promise.target.noun == whole.promise.target.noun for p in parts)
    return parts if len(parts) > 1 and alike and total == whole.promise.reading.base else []
