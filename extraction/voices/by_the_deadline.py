"""What a sentence asks that opens with a day of this year that lies ahead, before anything was told.

到今年12月底前,全面完成86万平方米校舍加固和512座基站新建任务     both are promised
…,技改项目年度投资计划完成率达到85%以上                        so is the rate, and no share of any plan was reached

Only where the whole is asked for (要, 须, 全面, 全部): what is still left of a work may be done by then as well.
"""

from __future__ import annotations

from extraction.sought import sought
from extraction.voices.place import Place, Said, only_with

_DAY = sought(
    r"^\s?(?:到|至|在)?(?:今年|本年)?(?:年?[底末](?<=年[底末])|(?P<month>1[0-2])月[底末]?)(?:之|以)?前,?"
    r"(?P<asked>(?:要|应|须|需|必须|确保|力争)?(?:全面|全部)?)(?:高质量|如期|按时|按期)?(?:完成|建成|实现|新建|改造)"
)
_ASKED = sought(r"^(?:要|应|须|需|必须|确保|力争)?(?:全面|全部)?")
_NOT_THE_WHOLE = sought(r"剩余|其余|余下|剩下|尚|再|已|目前|截至|累计|预计|下一?步")
_RATE = sought(r"(?:^|[,;、])\s?(?P<name>[^,。;\d]{2,40}率)(?:要|应|须|需)?(?:均|分别)?(?:达到?|不低于|不少于)\s?$")


@only_with(_DAY)
def asked_by_the_deadline(p: Place) -> Said | None:
    """到今年12月底前,全面完成_86万平方米校舍加固和_512座基站新建任务,投资计划完成率达到_85%以上."""
    s, r = p.s, p.r
    if not _lies_ahead(p) or s.next_steps or r.bracket or r.part or _told(p):
        return None
    if _NOT_THE_WHOLE.search(p.sentence_lead):
        return None
    if not r.quantity.is_percent:
        return _amount(p)
    rate = _RATE.search(p.sentence_lead)
    return (
        Said("promise", cued=True, own=rate["name"], subject=rate["name"], measure="percent")
        if rate is not None
        else None
    )


def _amount(p: Place) -> Said | None:
    if p.r.measure != "amount" or not p.r.quantity.unit:
        return None
    p.r.settled = True
    own = _ASKED.sub("", p.r.own)
    if p.last is not None and p.last.own and own.startswith(p.last.own):
        own = own[len(p.last.own) :]  # 河道整治和|闸站改造
    return Said("promise", cued=True, own=own.strip("和及与、"))


def _told(p: Place) -> bool:
    """Whether the sentence, or the one before it, tells: what is asked for then may be the rest."""
    return p.s.told >= 0 or any(b.voice == "report" for b in p.s.just_told)


def _lies_ahead(p: Place) -> bool:
    day = _DAY.match(p.s.piece)
    if day is None or not day["asked"] or p.s.cutoff_month is None:
        return False
    return int(day["month"] or 12) > p.s.cutoff_month


_ASKED_BEHIND = sought(r"(?:以上)?[,;、][^,。;\d]{2,60}率(?:均)?(?:要|应|须|需)(?:均)?(?:达到?|不低于|不少于)\d")


@only_with(_ASKED_BEHIND)
def asked_with_the_next(p: Place) -> Said | None:
    """投资计划完成率达到_85%以上,绿化项目完工率要达到92%以上: what is asked of the next rate is asked of this one."""
    rate = _RATE.search(p.clause_lead) if p.r.quantity.is_percent else None
    if rate is None or _ASKED_BEHIND.match(p.s.text, p.r.quantity.end) is None or _NOT_THE_WHOLE.search(p.clause_lead):
        return None
    return Said("promise", cued=True, own=rate["name"], subject=rate["name"], measure="percent")
