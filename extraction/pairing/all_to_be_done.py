"""So many of which all shall be done: 摸排危旧桥梁23座,计划年内全部改造完毕,现已改造14座; 隐患86处,要求年底前全部整改.

What was found, handed over or is there becomes a plan by the words behind it, and the figure that the same verb or a
word of what is done tells next is its answer. Without such a figure it stays what was found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.cues import cue
from extraction.numbers import units
from extraction.pairing.all_covered import COVERED, mark_all_covered
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_MENDED = (
    r"整治|整改|治理|销号|化解|办结|消除|清零|清理|清退|改造|拆除|修复|处置|清偿|搬迁|修缮|加固|更换|淘汰|关停|取缔"
)
_VERB = rf"{_MENDED}|办理|处理|完成|兑付|安置|答复|解决|落实|建成|完工|竣工|交付|投用|开工|通车|验收"
_ALL = sought(
    r"[,、;]\s?(?:并|且|其余|余下|剩余)?(?:要求|计划|力争|争取|确保|务必|必须|明确|拟|将|须|应|要|需)*(?:于|在|到)?(?:今年|明年|20\d\d年)?"
    r"(?:年[内底末]|\d{1,2}月(?:\d{1,2}日|[底末])?|上半年|[一二三四]季度末?)?(?:之?前|以前)?[,]?(?:要|须|应|需|将|力争|确保)*(?:全部|全面|悉数|均)"
    rf"(?:完成|实现|予以|依法)*(?P<did>{_VERB})(?:到位|完毕|完成|结束|任务|工作|清零|合格|销号|办结|达标)*(?=[,。;)]|$)"
)
CUE = cue(_ALL, COVERED)
_MENDS = sought(_MENDED)
_FOUND = sought(r"^(?:共|现)*(?:排查|摸排|摸底|梳理|发现|核查|查出|查处|反馈|现?有|存在)+(?:出|发现)?(?=..)")
_DONE = sought(r"已|完成|目前|截至|累计|实际|现")
_LONGEST = 60  # characters from the number to the end of what shall be done with it
_BEHIND = 3  # numbers behind it among which its answer is


def mark_all_to_be_done(text: str, found: Sequence[Reading]) -> None:
    """Give such numbers and their answers their voices, in place."""
    mark_all_covered(text, found)
    for index, plan in enumerate(found):
        if plan.measure != "amount" or plan.bracket or plan.voice not in ("report", "context"):
            continue
        said = _ALL.match(text, plan.quantity.end, min(len(text), plan.quantity.end + _LONGEST))
        said = said or (_said_later(text, plan) if _FOUND.match(plan.own) else None)
        if said is None or plan.quantity.noun not in units.COUNTED:
            continue
        told = next((r for r in found[index + 1 : index + 1 + _BEHIND] if _answers(plan, r, said["did"])), None)
        if told is None:
            continue
        name = _FOUND.sub("", plan.own if len(names.folded(plan.own)) >= 2 else plan.subject)
        if said["did"] not in name and _MENDS.fullmatch(said["did"]):
            name += said["did"]  # 排查违建1860处,年底前全部拆除
        plan.voice, plan.cued, plan.part, plan.own, plan.subject = "promise", True, False, name, name
        told.voice, told.cued, told.part, told.own, told.subject = "report", True, False, "", name


def _said_later(text: str, plan: Reading) -> re.Match[str] | None:
    """排查黑臭水体14条,完成治理11条,治理率78.6%,年底前全部销号: what shall be done with them, behind what was."""
    stop = text.find("。", plan.quantity.end, plan.quantity.end + _FARTHEST)
    end = stop if stop >= 0 else min(len(text), plan.quantity.end + _FARTHEST)
    commas = (m.start() for m in _COMMA.finditer(text, plan.quantity.end, end))
    return next(filter(None, (_ALL.match(text, at, min(len(text), at + _LONGEST)) for at in commas)), None)


_COMMA, _FARTHEST = re.compile(r"[,;]"), 80  # characters from the number to the last of its clauses


def _answers(plan: Reading, told: Reading, did: str) -> bool:
    """Whether the figure is of the plan's things, no more than it, and told in its verb or as what is done."""
    fits = told.quantity.noun == plan.quantity.noun and told.measure == "amount" and not told.bracket
    near = told.sentence - plan.sentence <= 1 and told.base <= plan.base and told.voice in ("report", "context")
    words = told.clause_lead + told.tail[:8]
    return fits and near and (did in words or _DONE.search(told.clause_lead) is not None)
