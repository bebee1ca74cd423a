"""Figures told before the goal that a later sentence sets for the same stage of the same thing.

1-8月,渠道新开工84公里、完工42公里. 全年计划渠道新开工90公里、完工60公里: the first sentence promises nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_SAME, _LONG = 0.8, 4  # likeness of two names; characters by which a name is known paragraphs away


def is_set_behind(found: Sequence[Reading], index: int) -> bool:
    """Whether words of planning, some sentences later, set a goal for what this number is of."""
    r = found[index]
    return any(
        p.voice == "promise"
        and p.cued
        and not (p.heading or p.bracket)
        and p.sentence > r.sentence
        and (p.quantity.noun, p.measure) == (r.quantity.noun, r.measure)
        and is_at_same_stage(p, r)
        for p in found[index + 1 :]
    )


def is_at_same_stage(plan: Reading, r: Reading) -> bool:
    """Whether both name the same thing, by what they inherit too, and how far it shall be or is."""
    planned, told = plan.subject or plan.own, r.subject or r.own
    stage = _stage(plan.own or planned)
    if stage is None or stage != _stage(r.own or told) or names.conflict(planned, told):
        return False
    thing, other = _WORK.sub("", planned), _WORK.sub("", told)
    return min(len(thing), len(other)) >= _LONG - 2 and names.likeness(thing, other) >= _SAME


_BEGUN, _ENDED = sought(r"新?开工|动工|开建"), sought(r"(?:基本)?建成|竣工|完工|交付|投用")
_WORK = sought(r"(?:新?(?:开工|动工|开建)|(?:基本)?建成|竣工|完工|交付|投用|改造|建设)+$")


def _stage(name: str) -> str | None:
    begun, ended = _BEGUN.search(name) is not None, _ENDED.search(name) is not None
    return None if begun == ended else "begun" if begun else "ended"
