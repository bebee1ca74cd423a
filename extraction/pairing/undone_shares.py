"""What is not done is no result, and its share none of the plan's: 未开工50公里,占计划的31.3%; 剩余180户,占60%.

竣工120户,占总任务的40%;在建90户,占总任务的30%: beside what is finished, with its share, what is at work is not
finished; alone it stays what its sentence tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought

_STEP = (
    r"(?:完[工成]|开工|建成|竣工|动工|启动|实施|改造|投[用产]|交付|验收|整改|办结|销号|拆除|入住|签约|发放|到位|安装|更换"
    r"|治理|培训|建设|开展)"
)
_UNDONE = sought(
    rf"(?:^|[,、;:。(])\s?(?:其中|另有?|还有|目前|现|尚|仍|还|均)*(?:(?:未|没有?)(?:能)?{_STEP}(?:的)?(?:还|尚|仍)?有?)\s?$"
)
_LEFT = sought(r"(?:剩余|其余|余下|剩下)(?:的|尚有|还有)?\s?$")  # 其余421处全部完工: what is left may be done
_AT_WORK = sought(
    r"(?:^|[,、;:。(])\s?(?:其中|另有?|还有|目前|现)*(?:在建|在施|正在?(?:建设|施工|改造|实施))(?:的)?\s?$"
)
_FINISHED = sought(r"(?:竣工|完[工成]|建成|投用|投产|交付|办结)(?:了)?\s?$")
_UN = sought(r"[未没]")
CUE = cue(_UNDONE, _LEFT, _AT_WORK)
_SHARE = sought(
    r"[、,(]?\s?(?:约)?占(?:比|总数|[^,。;、\d%]{0,8}(?:任务|计划|目标|总数)(?:总?[数量])?)?的?(?:约|近|为)?\s?"
)


def leave_undone(text: str, found: Sequence[Reading]) -> None:
    """Take the voice of what is not done and of its share, in place; where 未 itself is promised, nothing is taken."""
    if any(r.voice == "promise" and _UN.search(r.own or "") for r in found):
        return
    for r, behind in pairwise((*found, None)):
        if r is None or r.measure != "amount" or r.voice not in ("report", "context"):
            continue
        share = behind if behind is not None and _is_share(text, r, behind) else None
        led = r.clause_lead
        of_rest = share is not None and (
            _LEFT.search(led) is not None or (_AT_WORK.search(led) is not None and _finished_beside(r, found))
        )
        if of_rest or _UNDONE.search(led):
            for one in (r, share):
                if one is not None and one.voice in ("report", "claim"):
                    one.voice, one.settled = "context", True


def _is_share(text: str, r: Reading, behind: Reading) -> bool:
    between = text[r.quantity.end : behind.start]
    return behind.voice == "claim" and len(between) <= 20 and _SHARE.fullmatch(between) is not None


def _finished_beside(r: Reading, found: Sequence[Reading]) -> bool:
    """竣工120户 beside 在建90户: what is finished of the same is told by a figure of its own."""
    return any(
        other is not r
        and other.voice == "report"
        and other.quantity.noun == r.quantity.noun
        and _FINISHED.search(other.clause_lead)
        and not _UN.search(other.clause_lead[-8:])
        for other in found
    )
