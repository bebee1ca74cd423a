"""Parts told behind a figure and its share of the plan, each with 占: of its own plan, or of the whole, by the sum.

完成造林7.2万亩,占年度任务9万亩的80%,其中:柳河县1.1万亩,占36.7%;石桥县3.1万亩,占103.3%   (shares of their plans)
完成投资40亿元,占年度计划60亿元的66.7%;其中道路10亿元,占25%;管网30亿元,占75%          (what each is of the 40)
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.sentences.readings import Reading
from extraction.sought import sought

_SHARE = sought(r"[,、;]?\s?(?:仅|只|已)*(?:占比?|为|完成)(?:了|为|约|近)?\s?")
_AMONG = sought(r"其中[,:]?")
_ROUNDED = 2  # points by which rounded figures may miss their share
_APART = 1  # sentences from one part to the next


def share_out(text: str, found: Sequence[Reading]) -> None:
    """Make the parts' shares claims of plans, or nothing; in place."""
    for index, claim in enumerate(found):
        if claim.voice != "claim" or claim.bracket or not index:
            continue
        whole = _whole(found, index)
        if whole is None or index + 2 >= len(found):
            continue
        if _AMONG.search(text, claim.quantity.end, found[index + 1].start) is None:
            continue
        parts = _parts(found[index + 1 :], whole, claim)
        if parts:
            _settle(whole, parts)


def _whole(found: Sequence[Reading], index: int) -> Reading | None:
    """The figure that the claim is the share of; its plan may stand between."""
    for r in reversed(found[max(0, index - 2) : index]):
        if (
            r.voice == "report"
            and r.measure == "amount"
            and r.base
            and not r.bracket
            and r.sentence == found[index].sentence
        ):
            return r
    return None


def _parts(behind: Sequence[Reading], whole: Reading, claim: Reading) -> list[tuple[Reading, Reading]]:
    found: list[tuple[Reading, Reading]] = []
    last = claim
    for part, share in list(pairwise(behind))[::2]:
        fits = part.quantity.noun == whole.quantity.noun and share.quantity.noun == "%" and not part.bracket
        told = part.voice in ("report", "promise") and share.voice in ("report", "claim", "context")
        one = share.sentence == part.sentence and part.sentence - last.sentence <= _APART
        if not (fits and told and one and _SHARE.fullmatch(share.lead)) or part.base > whole.base:
            break
        found.append((part, share))
        last = share
    return found


def _settle(whole: Reading, parts: Sequence[tuple[Reading, Reading]]) -> None:
    of_whole = [abs(part.base / whole.base * 100 - share.value) <= _ROUNDED for part, share in parts]
    if not any(of_whole) and len(parts) == 1 and parts[0][1].lead.strip(" ,、;").startswith("为"):
        return
    for part, share in parts:
        part.voice = "report"
        part.settled = share.settled = True
        part.subject = part.subject.removesuffix("占")
        if any(of_whole):
            share.voice = "context"
        else:
            share.voice, share.measure, share.own, share.subject = "claim", "completion", "", part.name
