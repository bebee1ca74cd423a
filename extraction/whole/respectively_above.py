"""分别 in a sentence of its own: it answers the goals of the sentences before it, one by one.

    1、新建口袋公园24个;2、放映公益电影2512场;3、救助群众4000人。以上任务目前分别完成22个、2213场、2400人。

As many figures as goals stand right before it, each in the unit of its own: order and units together make it sure.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.cues import cue
from extraction.numbers import units
from extraction.outline.items import Item
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_OPENS = sought(
    r"(?:(?:截[至止][^,。;\d]{0,4})?(?:\d{1,2}月[底末份]?|1-\d{1,2}月|前(?:\d{1,2}个月|[一二三]季度)|目前|上半年),?(?=以上|上述|这))?"
    r"(?:以上|上述|这)?(?:[\d两二三四五六七八九十]{0,3}[项件个])?(?:民生|重点)?(?:目标|任务|工作|事项|指标|实事|项目)*"
    r"(?:截[至止][^,。;\d]{0,4}(?:\d{1,2}月[底末份]?)?,?|(?:截至)?目前,?|现|1-\d{1,2}月,?|前?[一二三]季度,?|上半年,?|已|累计|实际)*"
    r"(?:分别|依次)(?:已|为|完成|建成|实现|达到?|新增|开展|培训|发放|是|了)*\s?"
)
CUE = cue(_OPENS)
_SHARES = sought(
    r"(?:以上|上述)?[^,。;\d]{0,8}(?:分别|依次)(?:已|约)?(?:完成|占|为|达到?)了?(?:全年|年度|年初|当年)*(?:目标任务|任务|目标|计划)"
    r"(?:总?[数量])?的\s?"
)
_AND = sought(r"[、,和及与]\s?(?:同比)?(?:增长|下降)?")  # 96亿元、增长11%和16家
_TOLD = sought(r"已|目前|截至|累计|实际(?!利用|使用|吸收)|\d月|季度|半年|同比")
_MOST = 12


def answer_above(text: str, item: Item, found: Sequence[Reading]) -> None:
    """Give goals their voice and the figures the names of their goals, in place."""
    for index, first in enumerate(found):
        start = item.sentences[first.sentence].start
        before = next(
            (r for r in reversed(found[max(0, index - _MOST) : index]) if r.voice != "context"), None
        )  # 上述三项 is counted
        if before is None or before.sentence == first.sentence:
            continue
        if first.voice == "claim" and _SHARES.fullmatch(text, start, first.start) is not None:
            _name_shares(found[max(0, index - _MOST) : index], _run(text, found, index))
            continue
        if _OPENS.fullmatch(text, start, first.start) is None:
            continue
        run = _run(text, found, index)
        plans = [r for r in found[max(0, index - _MOST) : index] if _is_plain(r)][-len(run) :]
        if len(run) > 1 and len(plans) == len(run) and all(map(_fits, plans, run)):
            for plan, figure in zip(plans, run, strict=True):
                plan.voice, plan.cued, figure.voice, figure.cued = "promise", True, "report", True
                figure.own = figure.subject = plan.own


def _name_shares(before: Sequence[Reading], shares: Sequence[Reading]) -> None:
    """出栏生猪220万头。出栏肉牛5万头。分别完成全年任务的42%、34%: of one figure in each sentence, in place."""
    told = [r for r in before if _is_plain(r) and r.measure == "amount" and r.voice == "report"][-len(shares) :]
    apart = len({r.sentence for r in told}) == len(told) == len(shares) > 1
    next_to = bool(told) and shares[0].sentence - told[0].sentence == len(told)
    if apart and next_to and all(s.voice == "claim" and len(r.own) > 1 for s, r in zip(shares, told, strict=True)):
        for share, figure in zip(shares, told, strict=True):
            share.own = share.subject = figure.own
            figure.settled = True


def _is_plain(r: Reading) -> bool:
    return not (r.bracket or r.part or r.voice == "context")


def _run(text: str, found: Sequence[Reading], index: int) -> list[Reading]:
    """The figures of the list."""
    run = [found[index]]
    for r in found[index + 1 : index + _MOST]:
        if r.sentence != run[0].sentence or _AND.fullmatch(text, run[-1].quantity.end, r.start) is None:
            break
        run.append(r)
    return run


def _fits(plan: Reading, figure: Reading) -> bool:
    named = len(names.folded(plan.own)) >= 2 and names.BARE_VERB.fullmatch(plan.own) is None
    open_one = plan.voice in ("report", "promise", "forecast") and _TOLD.search(plan.clause_lead) is None
    alike = plan.measure == figure.measure and units.fits(plan.quantity.noun, figure.quantity.noun)
    return named and open_one and alike and figure.voice == "report" and figure.base <= plan.base * 3
