"""How much of the plan just told shall be done by a day: 年度计划投资74亿元,县里要求9月底确保完成70%、力争完成76%.

The share is of that plan; a second one is its further tier, or the share by another day. Only what is due on the
report's day is asked of the report: it is held against the share that is told of the plan.
"""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.voices.place import Place, Said, only_with

_SPAN = r"(?:(?P<month>\d{1,2})月(?:份|[底末])?|(?P<span>上半年|半年|前?[一二三]季度|首季)[末底]?)(?:之?前)?"
_SET = r"(?:按照?|根据)?[^,。;\d已]{0,8}(?:要求|明确|规定|提出|确定)(?:的?[是为])?[,:]?"
_ASKED = r"(?:必须|务必|确保|力争|争取|(?<![供响反效适感对])应当?|[须需]|(?<![主重])要)"
_OF_IT = r"(?:(?:年度|全年|年)(?:投资)?(?:总)?(?:计划|目标|任务)+(?:总?量|额|数)?的)?"
_REACH = rf"(?:{_ASKED})*(?:完成|达到?|不低于){_OF_IT}\s?"
_RATE = r"(?:投资)?(?:完成率|进度)?"
_BY_THEN = (
    sought(rf"[,、;。]\s?{_SET}(?:到|至|在|于)?{_SPAN}{_RATE}{_REACH}"),
    sought(rf"[,、;。]\s?(?:到|至)?{_SPAN}{_RATE}(?={_ASKED}){_REACH}"),
)
_TIER = sought(r"(?:及?以上)?[,、;]?\s?(?:并|且)?(?:力争|争取|冲刺|奋力)(?:完成|达到?|实现)?\s?")
_AND_MORE = sought(r"(?:及?以上)?")
_ENDS = {"一": 3, "二": 6, "三": 9, "首": 3, "上": 6, "半": 6}
_OF_YEAR = sought(r"计划|任务|目标")


@only_with(*_BY_THEN, _TIER)
def share_of_plan_by_then(p: Place) -> Said | None:
    """年度计划投资74亿元,县里要求9月底确保完成_70%、力争完成_76%."""
    plan = _plan(p)
    if p.r.quantity.noun != "%" or p.s.next_steps or plan is None:
        return None
    if (month := _month(p, plan)) is None:
        return None
    if month != p.s.cutoff_month:
        return Said("context")  # due later, or long ago
    p.r.due_words, p.r.settled = f"{month}月底前", True
    own = (plan.name or plan.own) + "完成率"
    return Said("promise", cued=True, interim=True, part=False, own=own, subject=own, measure="completion")


def _plan(p: Place) -> Reading | None:
    """The amount planned before the shares, in this sentence or the one before it."""
    for r in reversed(_told(p)):
        if p.r.sentence - r.sentence > 1:
            return None
        if r.quantity.noun != "%":
            planned = r.voice == "promise" and r.measure == "amount" and not (r.bracket or r.interim)
            return r if planned and _OF_YEAR.search(r.clause_lead) else None
    return None


def _month(p: Place, plan: Reading) -> int | None:
    """The last month of the span by which the share is asked for, as far as the words from the plan on say no more."""
    at, month = plan.quantity.end, None
    for r in [b for b in _told(p) if b.start > plan.start] + [p.r]:
        words = p.s.text[at : r.start]
        words = words[len(m.group()) :] if month is not None and (m := _AND_MORE.match(words)) else words
        if (said := next((m for rule in _BY_THEN if (m := rule.fullmatch(words)) is not None), None)) is not None:
            month = int(said["month"]) if said["month"] else _ENDS[said["span"].removeprefix("前")[0]]
        elif month is None or _TIER.fullmatch(words) is None:
            return None
        at = r.quantity.end
    return month


def _told(p: Place) -> list[Reading]:
    return sorted([*p.s.just_told, *p.before], key=lambda r: r.start)
