"""Houses that are finished move nobody: 今年搬迁2100户,安置房竣工1650户,入住1320户.

Of a plan to move households the figure of those who live in them answers, where it stands beside that of the houses.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought

_MOVE = sought(r"搬(?![^,。;]{0,8}(?:竣工|建成|完工|开工))")
_HOUSES = sought(r"(?<!主体)(?:竣工|建成|完工|封顶|建好|盖好|交付)(?:了|的有|的)?\s?$")
_MOVED = sought(r"(?:住进去?|入住|搬入|搬进去?|搬迁)(?:了|的是|的有|的|新[居房])*\s?$")
CUE = cue(_MOVED)
_SENTENCES = 2  # between the plan and the two


def mark_houses(found: Sequence[Reading]) -> None:
    """Take their voice from the houses that stand right before those who moved, in place."""
    for at, (houses, moved) in enumerate(pairwise(found)):
        if houses.sentence != moved.sentence or houses.quantity.noun != moved.quantity.noun:
            continue
        if houses.voice != "report" or houses.part or not _HOUSES.search(houses.lead) or not _MOVED.search(moved.lead):
            continue
        near = (r for r in found[max(0, at - 6) : at] if houses.sentence - r.sentence <= _SENTENCES)
        plans = [r for r in near if r.quantity.noun == houses.quantity.noun and _MOVE.search(r.lead)]
        if plans and plans[-1].base >= houses.base >= moved.base:
            houses.voice, houses.settled, houses.of_some = "context", True, "竣工"
            _name_after(plans[-1], found[at + 1 : at + 3])


def _name_after(plan: Reading, moved: Sequence[Reading]) -> None:
    """The households that live there, and the people told right behind them, are those of the plan, in place."""
    for index, r in enumerate(moved):
        if index == 0 or r.lead.strip() == "、":
            r.own = r.subject = plan.own or plan.subject
            r.cued = True
