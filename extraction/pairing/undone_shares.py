"""What is not done is no result, and its share none of the plan's: 未开工50公里,占计划的31.3%; 剩余180户,占60%.

The words may stand behind the number, and the plan inside the share: 尚有9个未开工,占年度任务60个的15%. Where the work
is not finished, what it lacks of that plan tells how much is (`pairing/what_is_left.py`). 竣工120户,占总任务的40%;
在建90户,占总任务的30%: beside what is finished, with its share, what is at work is not finished; alone it stays what
its sentence tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.pairing.share_arithmetic import comes_to
from extraction.sentences.readings import Reading
from extraction.sought import sought

_STEP = (
    r"(?:完[工成]|开工|建成|竣工|动工|启动|实施|改造|投[用产]|交付|验收|整改|办结|销号|拆除|入住|签约|发放|到位|安装|更换"
    r"|治理|培训|建设|开展|进场|创建|整治|达标)"
)
_WELL = r"(?:能|有|予以?|按期|如期|按时|全部|全面|正式)*"
_UN = rf"(?:未|没有?){_WELL}"
_UNDONE = sought(rf"(?:{_UN}{_STEP}{{1,2}}|待(?:建|{_STEP}))[的数]?(?:还|尚|仍)?(?:为|有)?(?:约|近)?\s?$")
_UNDONE_THING = sought(
    rf"(?:^|[,、;:。(])\s?(?:其中|另有?|还有|目前|现|尚|仍|还|均)*{_UN}{_STEP}{{1,2}}的?(?P<thing>[^,。;、:()\d]{{2,12}})$"
)
_BEHIND = sought(rf"[^,。;、()\d]{{0,14}}?(?:{_UN}|待){_STEP}{{1,2}}(?:到位|的)?\s?(?=[,。;()、]|$)")
_NOT_SO = sought(  # 24个行政村未通污水管网; 9个未达标厂区完成整治 is done
    rf"[^,。;、()\d]{{0,14}}?{_UN}(?!成年|来|利用|脱贫)(?:(?!{_STEP}|已)[^,。;、()\d]){{1,10}}\s?(?=[,。;()、]|$)"
)
_LEFT = sought(  # 其余421处全部完工: what is left may be done
    r"(?:剩余|其余|余下|剩下|[还尚仍][剩余差缺欠]|缺口)(?:的|尚有|还有|为|达)?(?:约|近)?\s?$"
)
_AT_WORK = sought(
    r"(?:^|[,、;:。(])\s?(?:其中|另有?|还有|目前|现)*(?:在建|在施|正在?(?:建设|施工|改造|实施))(?:的)?\s?$"
)
_FINISHED = sought(r"(?:竣工|完[工成]|建成|投用|投产|交付|办结)(?:了)?\s?$")
_DONE = sought(r"(?:已|(?<![未有能])(?:完[工成]|竣工|建成|办结|销号|改造|整治|化解|整改))(?:了)?\s?$")
_LIMITED = sought(r"没|未(?!成年|来|利用)")
CUE = cue(sought(rf"{_UN}|待|剩|余|下|差|缺|欠|在建|在施|正"))
_OF_PLAN = r"占(?:年度|全年|年初|总|省|市|县|旗|下达|整治|改造|建设|投资|的)*(?:任务|计划|目标|总数)+(?:总?[数量])?"
_SHARE = sought(
    r"[、,(]?\s?(?:约)?占(?:比|总数|[^,。;、\d%]{0,8}(?:任务|计划|目标|总数)(?:总?[数量])?)?的?(?:约|近|为)?\s?"
)
_TO_PLAN, _FROM_PLAN = sought(rf"[、,(]?\s?(?:约)?{_OF_PLAN}的?\(?\s?"), sought(r"\)?的?(?:约|近)?\s?")
_FINISH = sought(r"[未没待](?:有|能)*(?:完[工成]|建成|竣工|改造|整治|整改|销号|办结|创建)|[还尚仍][差缺欠]")
_UNDONE_OPENS = sought(rf"^(?:尚|仍|还|目前)*{_UN}(?:{_STEP}){{0,2}}的?")
_UNNAMED = sought(rf"(?:尚|仍|还|目前)*(?:{_UN}[^,。;]{{0,3}}|待|剩余|剩下|余下|[还尚仍][剩余差缺欠有]?|缺口)$")


def leave_undone(text: str, found: Sequence[Reading]) -> None:
    """Take the voice of what is not done and of its share, in place; where 未 itself is promised, nothing is taken."""
    if any(r.voice == "promise" and _LIMITED.search(r.own or "") for r in found):
        return
    for at, r in enumerate(found):
        if r.measure != "amount" or r.voice not in ("report", "context"):
            continue
        said = None if _DONE.search(r.lead) else _BEHIND.match(text, r.quantity.end)
        loosely = None if said or _DONE.search(r.lead) else _NOT_SO.match(text, r.quantity.end)
        words = said or loosely
        plan, share = _share_behind(text, found, at, words.end() if words else r.quantity.end)
        of_rest = share is not None and (loosely is not None or _is_left(r, found))
        if said is None and not of_rest and not _led_so(r.clause_lead):
            continue
        for one in (r, share):
            if one is not None and one.voice in ("report", "claim"):
                one.voice, one.settled = "context", True
        if plan is not None:
            _hold_against(plan, r, share)


def _share_behind(text: str, found: Sequence[Reading], at: int, end: int) -> tuple[Reading | None, Reading | None]:
    """The plan that the phrase of the share behind the number holds, if it does, and the share."""
    for plan, share in ((None, found[at + 1 : at + 2]), (found[at + 1 : at + 2], found[at + 2 : at + 3])):
        if not share or share[0].quantity.noun != "%" or share[0].voice not in ("claim", "report"):
            continue
        if plan is None and _SHARE.fullmatch(text, end, share[0].start):
            return None, share[0]
        held = plan and _TO_PLAN.fullmatch(text, end, plan[0].start)
        if plan and held and _FROM_PLAN.fullmatch(text, plan[0].quantity.end, share[0].start):
            return plan[0], share[0]
    return None, None


def _led_so(lead: str) -> bool:
    """未开工_9个; 尚未完成的改厕任务_1150户; not 未脱贫户脱贫_9户."""
    thing = _UNDONE_THING.search(lead)
    return _UNDONE.search(lead) is not None or (thing is not None and not _DONE.search(thing["thing"]))


def _is_left(r: Reading, found: Sequence[Reading]) -> bool:
    """剩余_180户 with a share of its own; 在建_90户 beside 竣工120户."""
    at_work = _AT_WORK.search(r.clause_lead) is not None and _finished_beside(r, found)
    return at_work or _LEFT.search(r.clause_lead) is not None


def _hold_against(plan: Reading, left: Reading, share: Reading | None) -> None:
    """Name the plan without what is left of it; where that is not finished, by the sum, note how much, in place."""
    for name in ("own", "subject"):
        setattr(plan, name, _UNNAMED.sub("", _UNDONE_OPENS.sub("", getattr(plan, name))))
    unfinished = _FINISH.search(left.clause_lead[-12:]) or _FINISH.search(left.tail)
    if plan.voice == "promise" and unfinished and share is not None and comes_to(share, left, plan):
        plan.rest = left.base


def _finished_beside(r: Reading, found: Sequence[Reading]) -> bool:
    """竣工120户 beside 在建90户: what is finished of the same is told by a figure of its own."""
    return any(
        other is not r
        and other.voice == "report"
        and other.quantity.noun == r.quantity.noun
        and _FINISHED.search(other.clause_lead)
        and not _LIMITED.search(other.clause_lead[-8:])
        for other in found
    )
