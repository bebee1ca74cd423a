"""A plan shared out by grades of places, answered grade by grade.

    今年服务站建设,县级1个、乡级9个、村级86个。到9月底,县级站主体完工,乡级站建成4个,村级站建成51个

Each grade's number is a plan of its own where a later one tells of its grade; it is named by the thing and the grade.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_GRADE = sought(r"(?:国家|[省市县旗区乡镇村]|乡镇|镇街|街道|社区)级")
CUE = cue(_GRADE)
_PLANS = sought(
    r"(?:[^,。;:\d]{0,20}[:,]|、|,)?\s?(?P<grade>(?:国家|[省市县旗区乡镇村]|乡镇|镇街|街道|社区)级)(?:的)?\s?"
)
_TELLS = sought(
    r"(?:(?:目前|现|截至[^,。;]{1,8}|到\d{1,2}月[底末]),?|、|,)*(?P<grade>(?:国家|[省市县旗区乡镇村]|乡镇|镇街|街道|社区)级)(?P<thing>[^,。;:\d]{0,8}?)"
    r"(?:已|均|全部)*(?:建成|完成|竣工|完工|投用|挂牌|完成建设|建成投用)(?:了)?\s?"
)
_THERE_ARE = sought(r"现?有|已|累计|共|截至|目前|建成|完成|其中|去年|上年")
_LED = sought(r"^.*(?:内容|任务|工作|目标|一项)[是为:]+(?=..)")
_REACH = 2  # sentences behind the plan


def mark_by_grades(found: Sequence[Reading]) -> None:
    """Give such plans and their answers their voices and names, in place."""
    for index, first in enumerate(found):
        if index and _beside(found[index - 1], first):
            continue
        run = [first]
        for r in found[index + 1 :]:
            if not _beside(run[-1], r):
                break
            run.append(r)
        if len(run) > 1 and _grade(first) and not _THERE_ARE.search(first.subject + first.lead):
            _answer(run, found[index + len(run) :])
            if index and found[index - 1].quantity.noun == "项" and found[index - 1].base == 1:
                found[index - 1].voice = "context"  # 另一项内容是服务站建设,县级1个、…


def _grade(r: Reading) -> str:
    said = _PLANS.fullmatch(r.lead.split("、")[-1]) if r.measure == "amount" and not r.bracket else None
    return said["grade"] if said is not None and r.voice in ("report", "promise", "context") else ""


def _beside(last: Reading, r: Reading) -> bool:
    listed = r.start - last.quantity.end <= 6 and last.tail.startswith(("、", ",")) and r.sentence == last.sentence
    same = r.quantity.noun == last.quantity.noun and _grade(r) != _grade(last)
    return listed and same and bool(_grade(last) and _grade(r))


def _answer(run: Sequence[Reading], behind: Sequence[Reading]) -> None:
    thing = _LED.sub("", run[0].subject)
    plans = {_grade(r): r for r in run}
    answers: dict[str, Reading] = {}
    for r in behind:
        if r.sentence - run[-1].sentence > _REACH:
            break
        said = _TELLS.fullmatch(r.lead.split("、")[-1]) if r.voice == "report" and not r.bracket else None
        plan = plans.get(said["grade"]) if said is not None else None
        if said is None or plan is None or said["grade"] in answers:
            continue
        alike = r.quantity.noun == plan.quantity.noun and r.base <= plan.base * 2 and r.measure == "amount"
        if alike and all(c in thing for c in said["thing"]):
            answers[said["grade"]] = r
    if not answers or len(names.folded(thing)) < 2:
        return
    for grade, plan in plans.items():
        name = thing + grade if not thing.endswith(grade) else thing
        plan.voice, plan.cued, plan.own, plan.subject = "promise", True, name, name
        if (told := answers.get(grade)) is not None:
            told.voice, told.own, told.subject, told.cued = "report", name, name, True
