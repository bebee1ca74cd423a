"""Figures that are counted as items and held against their plan are what was planned.

改造危房310户、新建公厕60座两项分别仅完成年度任务的45%、61%    (only a share tells what became of them)
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.numbers.numerals import small_count
from extraction.sentences.readings import Reading
from extraction.sought import sought

_COUNTED = sought(
    r"[,、]?\s?(?:等|这)?(?P<count>[2-6两三四五六])项(?:目标任务|任务|工作|指标|实事)?,?\s?(?:目前)?(?:分别|依次)(?:只|仅|才)?(?:完成|占|达到?)[^,。;\d]{0,10}(?:任务|目标|计划)[^,。;\d]{0,4}的\s?\d"
)
CUE = cue(_COUNTED)
_NEXT = sought(r"[,、和及]")


def mark_so_many_items(text: str, found: Sequence[Reading]) -> None:
    """Make the figures of such a list promises, in place; the number of its items says nothing."""
    for index, last in enumerate(found[:-1]):
        said = _COUNTED.match(text, last.quantity.end, last.quantity.end + 48)
        if said is None:
            continue
        count = small_count(said["count"])
        listed = found[max(0, index + 1 - count) : index + 1]
        named = all(r.own and r.measure == "amount" and r.sentence == last.sentence and not r.bracket for r in listed)
        if not named or len(listed) != count or any(_NEXT.search(r.lead.strip()[:1]) is None for r in listed[1:]):
            continue
        for r in listed:
            r.voice = "promise"
        if found[index + 1].start < said.end():
            found[index + 1].voice = "context"
