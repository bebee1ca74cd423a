"""What is done and what is left make the plan, by the sum, whatever the figure is called.

新建幼儿园6所。东门、柳溪2所已开园;其余4所主体施工中。
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.promises import stages
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

LEFT = sought(r"(?:^|[,;、。:])\s?(?:其余|剩余|余下|剩下|另外?|还有|尚有|[还尚]剩|[还尚]余)(?:的)?\s?$")
CUE = cue(LEFT)


def mark_rests(found: Sequence[Reading]) -> None:
    """Note on each figure how many of its unit are left right behind it, in place."""
    last: Reading | None = None
    for r in found:
        if r.bracket or r.measure != "amount":
            continue
        if LEFT.search(r.lead):
            near = last is not None and last.quantity.noun == r.quantity.noun and r.sentence - last.sentence <= 1
            if last is not None and near and last.voice == "report":
                last.rest = r.base
        elif last is None or r.quantity.noun == last.quantity.noun or r.sentence != last.sentence:
            last = r


def make_it(promise: Promise, reading: Reading) -> bool:
    """Whether the figure and what is left behind it are what was promised."""
    if reading.rest is None or promise.measure != "amount" or promise.target.noun != reading.quantity.noun:
        return False
    if names.stage(stages.words(reading)) is not None:
        return False  # 主体工程已完工8个,其余4个正在施工
    return reading.base + reading.rest == promise.target.value * promise.target.magnitude
