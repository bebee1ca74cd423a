"""The two counts that a promised rate is made of: 投保率要求达到100%,应投保97家,已投保94家,投保率96.9%.

They say how the rate comes about; the first of them is no plan of its own. So do those that come to the rate that is
told behind them: 征收率不低于94%。应收租金1420万元,实收1187万元,征收率83.6%; and, with no 应, what only its place in
a heading's line or before its account made a plan: 家庭医生签约率达到75%。重点人群8600人,已签约6020人,签约率70%.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extraction.pairing.share_arithmetic import makes_asked_rate
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import wording

_OUGHT = sought(r"应(?P<verb>[\u4e00-\u9fff]{1,4})\s?$")
_OUGHT_TO_BE = sought(r"(?<![供响反效适感对])应[^,。;\d]{1,10}$")
_REALLY = sought(r"(?:实际|实|已)[^,。;\d]{0,10}$")
_LABEL = sought(r"^[^:]{0,12}:|(?:今年|全年|年内|目前|截至[^,]{1,10},?)")
_OFF = Decimal("0.1")  # points by which a rate may miss its two counts
_BACK = 2  # sentences in which the rate is promised


def silence_rate_parts(found: Sequence[Reading]) -> None:
    """Take the voice from such counts, in place; whether the rate they come to is told as well does not matter."""
    for index, whole in enumerate(found):
        if whole.voice == "promise" and _only_placed(whole) and makes_asked_rate(found, index):
            whole.voice, whole.settled = "context", True
            if found[index + 1].voice == "promise":  # 签约率达到75%,辖区人口4.2万人,签约2.9万人,签约率69%: in one line
                found[index + 1].voice, found[index + 1].settled = "context", True
            continue
        counted = whole.voice in ("promise", "report", "forecast") and whole.measure == "amount"
        if not counted or not _OUGHT_TO_BE.search(whole.lead):
            continue
        if (part := _part_of_told(found, index)) is not None:
            whole.voice = part.voice = "context"
            whole.settled = part.settled = True
            continue
        ought = _OUGHT.search(whole.lead)
        if ought is None or not _promised(found[:index], whole, ought):
            continue
        whole.voice = "context"
        beside = (r for r in found[index + 1 : index + 4] if r.sentence == whole.sentence)
        part = next((r for r in beside if r.voice == "report" and r.quantity.noun == whole.quantity.noun), None)
        if part is not None:
            part.voice = "context"


def _only_placed(whole: Reading) -> bool:
    """Whether no word plans the number: 计划改造50台 is a plan, whatever rate is asked for as well."""
    return whole.measure == "amount" and wording.TARGET_WORD.search(whole.clause_lead) is None


def _promised(before: Sequence[Reading], whole: Reading, ought: re.Match[str]) -> bool:
    """Whether a rate was promised whose name has the verb, and the thing where one stands before it.

    参保 of 参保缴费率, 收 of 征收率; 残疾人应建档5120人 is no part of 老年人建档率.
    """
    verb, thing = ought["verb"], _LABEL.sub("", whole.lead[: ought.start()]).strip(" ,;、")
    return any(
        r.voice == "promise"
        and r.measure == "percent"
        and 0 <= whole.sentence - r.sentence <= _BACK
        and "率" in r.own
        and verb[:2] in r.own
        and thing in r.own
        for r in before
    )


def _part_of_told(found: Sequence[Reading], index: int) -> Reading | None:
    """The second count, where the rate behind the two is theirs, and one of its name was promised before."""
    if index + 2 >= len(found):
        return None
    whole, part, rate = found[index : index + 3]
    counts = part.voice in ("report", "context") and part.quantity.noun == whole.quantity.noun and whole.base
    if not counts or not whole.sentence == part.sentence == rate.sentence or not _REALLY.search(part.lead):
        return None
    told = rate.quantity.is_percent and rate.own.endswith("率") and len(rate.own) >= 3
    if not told or abs(part.base / whole.base * 100 - rate.value) > _OFF:
        return None
    thing = _LABEL.sub("", whole.lead[: whole.lead.rfind("应")]).strip(" ,;、")
    near = [p for p in found[:index] if p.voice == "promise" and 0 <= whole.sentence - p.sentence <= _BACK]
    goals = (p.own for p in near if p.measure == "percent" and p.own.endswith(rate.own))
    return part if any(own == rate.own or thing in own for own in goals) else None
