"""One goal for town and country, answered apart: 城乡低保标准提高6%。…分别提高6.3%、5.8% is a goal of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_BOTH = sought(r"城乡(?P<thing>[\u4e00-\u9fff]{2,16})$")
_ONE = sought(
    r"^(?P<side>城镇|城市|农村|乡村)(?P<thing>[\u4e00-\u9fff]{2,20}?)(?:分别|依次)?(?:提高|提升|增长|提标|上调)?$"
)
_TOWN = ("城镇", "城市")
_ALIKE = 0.8
_NEAR = 8  # numbers behind the goal among which the two stand


def goals_of_both(found: Sequence[Reading]) -> list[Reading]:
    """The readings with such a goal for the town and for the country, named as their figures are."""
    out: list[Reading] = []
    for index, goal in enumerate(found):
        both = _BOTH.search(goal.own) if goal.voice == "promise" and goal.measure in ("growth", "change") else None
        figures = _figures(found, index, both["thing"]) if both is not None and not (goal.bracket or goal.part) else []
        if not figures:
            out.append(goal)
            continue
        for figure, name in figures:
            figure.own = figure.subject = name
            out.append(replace(goal, own="", subject=name, behind=figure))
    return out


def _figures(found: Sequence[Reading], index: int, thing: str) -> list[tuple[Reading, str]]:
    """The figures of the two, with their names; none where either has a goal of its own, or the two have one figure."""
    goal, behind = found[index], found[index + 1 : index + 1 + _NEAR]
    if any(_sided(r, thing) or _is_of_both(r, goal) for r in behind if r.voice == "promise" or _BOTH.search(r.own)):
        return []
    for one, other in pairwise(behind):
        names_of_two = [_sided(r, thing) for r in (one, other)]
        told = all(r.voice == "report" and r.measure == goal.measure and not r.bracket for r in (one, other))
        sides = [name[: len("城镇")] in _TOWN for name in names_of_two if name]
        if told and len(sides) == len(names_of_two) and sides[0] != sides[1] and one.sentence > goal.sentence:
            return [(r, name) for r, name in zip((one, other), names_of_two, strict=True) if name]
    return []


def _sided(r: Reading, thing: str) -> str | None:
    """What the figure is called without its verb, where it is the same thing's in town or in the country."""
    said = _ONE.match(r.own)
    if said is None or names.likeness(said["thing"], thing) < _ALIKE:
        return None
    return said["side"] + said["thing"]


def _is_of_both(r: Reading, goal: Reading) -> bool:
    return r.measure == goal.measure and names.likeness(r.own, goal.own) >= _ALIKE
