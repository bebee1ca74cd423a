"""Shares of plans that follow one another: 分别为目标任务的112.56%、112.33%, and the figures whose they are."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.claims.figure_before import countable_report
from extraction.claims.shares_by_name import BUT
from extraction.pairing.share_arithmetic import explains
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

NEAR = 40  # numbers before a share that it can be of; a longer list is nobody's sentence


def runs_of(claims: list[Reading], found: Sequence[Reading]) -> list[list[Reading]]:
    """Claims that follow one another without an amount between them: 分别为目标任务的112.56%、112.33%."""
    runs: list[list[Reading]] = []
    order = {id(r): i for i, r in enumerate(r for r in found if not r.bracket)}
    for claim in claims:
        last = runs[-1][-1] if runs else None
        if (
            last
            and not sought(r"[前后]者").match(claim.clause_lead)
            and (last.sentence, last.owner) == (claim.sentence, claim.owner)
            and not claim.bracket
            and not last.bracket
            and order[id(claim)] == order[id(last)] + 1
            and not _turns_to_other(claim, last)
        ):
            runs[-1].append(claim)
        else:
            runs.append([claim])
    return runs


def _turns_to_other(claim: Reading, last: Reading) -> bool:
    """占年度任务的81.2%,但现汇进资仅占年度任务的38.6%: a share of what its own clause names."""
    named = len(names.folded(claim.own)) >= 3 and claim.clause_start != last.clause_start and claim.own != last.own
    return named and (BUT.match(claim.clause_lead) is not None or _RATE_OF_ITS_OWN.match(claim.clause_lead) is not None)


# 技能培训完成年度任务的109%,退役士兵培训完成率46.5%
_RATE_OF_ITS_OWN = sought(
    r"[,;]?\s?(?!而|其余|其他|其中)[^,。;:、\d]{4,20}(?:完成率|完成比例|完成进度)(?:为|达到?|仅|只有)*\s?$"
)


def explained_by(run: list[Reading], found: Sequence[Reading], promises: Sequence[Promise]) -> list[Reading | None]:
    """分别完成84.5%、72.1% behind many numbers: those whose part of a plan each share is, where all are found."""
    near = [r for r in found if run[0].sentence - 1 <= r.sentence and r.start < run[0].start and countable_report(r)]
    out: list[Reading | None] = []
    for claim in run:
        fitting = [r for r in near[-NEAR:] if r not in out and any(explains(claim, r, p.reading) for p in promises)]
        if not fitting:
            return []
        out.append(fitting[-1])
    return out


IN_ORDER = sought(r"分别|依次")


def each_in_order(run: list[Reading], found: Sequence[Reading]) -> list[Reading | None]:
    """存栏26.4万头(能繁母猪2.5万头),分别完成77.2%、105.6%: as many figures, in brackets too, or of none which."""
    first = run[0]
    told = [r for r in found if r.sentence == first.sentence and r.start < first.start and r.measure == "amount"]
    told = [r for r in told if r.voice in ("report", "context") and r.own]
    return list(told) if len(told) == len(run) else []


_EACH = sought(
    r"[,、]?\s?(?:目前|现)?(?:均|都|双双)(?:已|超额)*(?:完成|达到?|占|实现)[^,。;\d]{0,12}的?\s?"
    r"|[,、]?\s?(?:目标|任务)?(?:完成率|完成比例|完成进度)(?:均|都)(?:为|达到?|是)\s?"
)


def each_of(share: Reading, found: Sequence[Reading], taken: set[int]) -> list[Reading]:
    """新建泵站12座、整治河道24公里,均完成年度任务的60%: the figures side by side, each with that share."""
    if share.bracket or share.voice != "claim" or _EACH.fullmatch(share.clause_lead) is None:
        return []
    before = [r for r in found if r.sentence == share.sentence and r.start < share.start and not r.bracket]
    plain = all(countable_report(r) and not r.part and id(r) not in taken and len(r.name) > 1 for r in before)
    return before if len(before) > 1 and plain else []
