"""Who misses a goal, named behind it: 优良天数占比65%,低于目标(62%以上)的县区为西河区,仅58.7%.

The goal is that district's too, and its figure stands behind its name.
"""

from __future__ import annotations

from dataclasses import replace

from extraction.sentences.readings import Reading
from extraction.sought import sought

_PLACE = r"[\u4e00-\u9fff]{1,4}[县区市镇乡旗]"
_WHO = sought(
    rf"[^,。;()\d]{{0,6}}\)?[^,。;()\d]{{0,6}}的(?:县区|县市区|市县区|县\(市、区\)|区县|县市|县|旗|区|乡镇|镇街|地区)(?:仅|只|共)?(?:有|为|是)"
    rf"(?P<names>{_PLACE}(?:[、和及]{_PLACE}){{0,4}})[,:]?(?:分别|依次)?(?:仅|只|才)?(?:为|有|达)?\s?"
)
_HELD = sought(r"(?:低于|未达到?|没有?达到?|不及|高于|超过)[^,。;()]{0,14}$")


def named_laggards(text: str, found: list[Reading]) -> list[Reading]:
    """The readings, with a goal of its own before each of those figures."""
    if "的" not in text or not any(r.voice == "promise" for r in found):
        return found
    out: list[Reading] = []
    due: dict[int, tuple[Reading, str]] = {}
    for index, goal in enumerate(found):
        if id(goal) in due:
            source, owner = due[id(goal)]
            goal.owner, goal.own, goal.subject, goal.part, goal.voice = owner, "", source.name, False, "report"
            goal.measure = source.measure
            out.append(replace(source, owner=owner, own="", subject=source.name, behind=goal))
        elif goal.voice == "promise":
            due |= {id(figure): (goal, owner) for figure, owner in _of(text, goal, found[index + 1 :])}
        out.append(goal)
    return out


def _of(text: str, goal: Reading, following: list[Reading]) -> list[tuple[Reading, str]]:
    """The figures behind the districts' names, each with its district; none where they don't match up."""
    if not following or _HELD.search(goal.clause_lead) is None:
        return []
    said = _WHO.fullmatch(text, goal.quantity.end, following[0].start)
    names = sought(r"[、和及]").split(said["names"]) if said is not None else []
    figures = following[: len(names)]
    alike = all(r.quantity.noun == goal.quantity.noun and r.sentence == goal.sentence for r in figures)
    return list(zip(figures, names, strict=True)) if alike and len(figures) == len(names) else []
