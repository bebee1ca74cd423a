"""Goals set grade by grade and told so: 文明村镇创建(目标市级20个、省级5个)完成市级16个、省级2个.

Each grade is a goal of its own; taken for one, 18 of 20 would hide that 2 of 5 have come. Where what came of them is
told in one sum, nobody knows how far each is.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_LEVEL = r"(?P<grade>国家级|(?:[省市县旗区镇乡村]|乡镇|街道)级)"
_GRADE = sought(_LEVEL)
CUE = cue(_GRADE)
_SET = sought(rf"[(:,](?:(?:20\d\d)?年度?|全年|今年)?(?:目标|任务|计划)(?:任务|数)?[为是:]*{_LEVEL}\s?$")
_NEXT = sought(rf"[、,]\s?{_LEVEL}\s?")
_DID = (
    r"(?:已|均|全部|目前|现|累计|共|实际|完成|建成|认定|创建|创成|新增|获评|获批|获得|命名|培育"
    r"|通过|授牌|评定|新|各|数)*"
)
_TELLS = sought(rf"(?:[^\d]*[,;:)。]|、)?(?:截至[^,。;]{{1,8}},?|1-\d\d?月,?)?{_DID}{_LEVEL}{_DID}\s?")
_REACH = 8  # numbers behind the goals
_MOST = 2  # times a goal that what came of it within the year may be


def mark_goals_of_grades(text: str, found: Sequence[Reading]) -> None:
    """Give such goals and what is told of their grades voices and names, in place."""
    for index, first in enumerate(found):
        if first.measure != "amount" or (grade := _opens(text, first)) is None:
            continue
        goals = {grade: first}
        for r in found[index + 1 :]:
            said = _NEXT.fullmatch(text, _end(goals), r.start)
            if said is None or r.quantity.noun != first.quantity.noun or said["grade"] in goals:
                break
            goals[said["grade"]] = r
        if len(goals) > 1:
            _tell(text, goals, found[index + len(goals) : index + len(goals) + _REACH])


def _opens(text: str, r: Reading) -> str | None:
    said = _SET.search(text, max(0, r.start - 24), r.start)
    return said["grade"] if said else None


def _end(goals: dict[str, Reading]) -> int:
    return max(r.quantity.end for r in goals.values())


def _tell(text: str, goals: dict[str, Reading], behind: Sequence[Reading]) -> None:
    first = next(iter(goals.values()))
    thing = first.subject
    told: dict[str, Reading] = {}
    last = _end(goals)
    for r in behind:
        if r.sentence - first.sentence > 1 or r.quantity.noun != first.quantity.noun or r.bracket:
            break
        said = _TELLS.fullmatch(text, last, r.start)
        if said is None or said["grade"] not in goals or said["grade"] in told:
            break
        if r.base > goals[said["grade"]].base * _MOST:
            return  # 累计完成市级86个: those of all years
        told[said["grade"]], last = r, r.quantity.end
    if not told:
        if behind and first.bracket and behind[0].sentence == first.sentence and not _GRADE.search(behind[0].own):
            for r in goals.values():
                r.voice, r.settled = "context", True
        return
    if len(names.folded(thing)) < 2:
        return
    for grade, goal in goals.items():
        goal.voice = "promise"
        if (done := told.get(grade)) is not None:
            done.voice = "report"
        for each in (goal, done):
            if each is not None:
                each.own, each.subject, each.cued, each.settled = thing + grade, thing + grade, True, True
