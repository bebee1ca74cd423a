"""A list of plans whose things are told again one by one, close behind: what the words at each number leave open.

    年度目标:新建公园12个,广场8个;目前10个公园、4个广场已建成
    计划引进16人博士、135人硕士,博士完成12人,完成率75%,硕士完成70人
    全年目标:进口额60亿元,增长8%,出口额120亿元,增长5%。1-9月,出口额增长3.1%,进口额增长9.4%

The plan's words reach on over the first figure told (博士完成12人 is no third plan), and a plan in a clause of its own
without a word of planning (广场8个) looks like a figure. That each is named twice in one unit decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extraction.pairing.said_of_lists import whose_list
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names, wording

_JOINS = sought(r"[^,。;、\d]{0,12}(?:[,、;]|[和及与以])*\s?[^,。;、\d]{0,20}")  # 16人|博士、|135人硕士
_TELLS = sought(r"已|目前|截[至止]|累计|现有|现完成|实际|完成(?!时限)|建成|\d月(?!份?[底末]?前)|前?[一二三]季度|上半年")
_A_PART_OF_IT = sought(r"\d-\d{1,2}月|前[一二三]季度|上半年|截[至止]")
_NO_TELLING = sought(
    r"计划|目标|[明次来]年|去年|上年|拟|力争|确保|预计|将(?!军)|[应须需]|要求|任务|同期|总[数量]|[共现]有"
)
_AT_WORK = sought(r"[^,。;、\d]{0,6}(?:正在?|尚|待|未|没有)")  # 2个乡镇正在整改: told, and not done
_SO_CALLED = sought(r"[^,。;:\d]{0,12}?的?(?:(?:年度|全年)?(?:目标|任务|计划))+(?=[,。;:])")  # 广场8个|的任务,
_YEAR = sought(r"(?:[今本]年|全年|年内)")
_DUE = sought(  # 前三季度应完成公园46个,增加绿道120公里: by then, too
    r"(?:(?P<span>上半年|一季度|前三季度|[二三]季度)(?:末|底)?|(?P<day>\d{1,2}月[底末]?前))(?:应当?|要|须|需)(?=[^,。;]*$)"
)
_SECOND_STAGE = sought(r"、[^,。;、:\d]{0,8}")  # 开工安置房1500套|、基本建成_900套: both are planned
_EARLIER = sought(r"20\d\d年|[去上]年")
_TIMED = sought(r"[月年]|季度|半年")
_COST = sought(r"(?:计划|估算|概算)?总?(?:投资|概算|造价)(?:额)?")  # 改造42个,总投资2.6亿元. 已完成投资1.5亿元
_FEWEST, _MOST = 2, 12  # plans of a list
_BEHIND = 24  # numbers behind it among which they stand
_SAME = 0.8


def mark_in_turn(text: str, found: Sequence[Reading]) -> None:
    """Give a list of plans and what tells them again their voices, in place."""
    at = 0
    while at < len(found):
        plans = list(_plans(text, found, at))
        told = _told(text, plans, found, at + len(plans)) if len(plans) >= _FEWEST else {}
        if not told:
            at += max(1, len(plans))
            continue
        due = _DUE.search(plans[0].clause_lead)
        for plan in plans:
            plan.voice, plan.cued, plan.settled = "promise", True, True
            if due is not None and plan.clause_start != plans[0].clause_start and not _TIMED.search(plan.clause_lead):
                plan.due_words = due["day"] or f"{due['span']}目标"
        some = whose_list(min(told.values(), key=lambda r: r.start))
        for n, figure in told.items():
            figure.of_some = some
            figure.voice, figure.cued, figure.settled, figure.part = "report", True, True, False
            if names.stage(figure.own) is None and names.conflict(plans[n].own, figure.lead) is None:
                figure.own, figure.subject = plans[n].own, plans[n].name
        at += len(plans) + len(told)


def _plans(text: str, found: Sequence[Reading], at: int) -> Iterator[Reading]:
    """The plan at this place and those joined to it, each of another thing, until one is named again."""
    first = found[at]
    if not (first.voice == "promise" or _is_of_the_year(first)) or not _may_be(first):
        return
    plans: list[Reading] = []
    for r in found[at : at + _MOST]:
        joined = not plans or (
            r.sentence == first.sentence and _JOINS.fullmatch(text, plans[-1].quantity.end, r.start) is not None
        )
        if not joined or r.bracket or not _may_be(r) or any(_likeness(p, r) >= _SAME for p in plans):
            return
        plans.append(r)
        yield r


def _is_of_the_year(r: Reading) -> bool:
    """全年完成_60亿元: no forecast, and no account of a year that is not over, if it is told again for a part of it."""
    open_ = r.voice == "forecast" or (r.voice == "report" and r.period is not None)
    return open_ and _YEAR.match(r.lead) is not None and not wording.FORECAST.search(r.clause_lead)


def _may_be(r: Reading) -> bool:
    if r.heading or r.settled or r.owner or names.is_bare(r.name) or _COST.fullmatch(r.name):
        return False
    return r.measure in ("amount", "growth") and len(names.folded(r.own if r.measure == "amount" else r.name)) >= 2


def _told(text: str, plans: Sequence[Reading], found: Sequence[Reading], at: int) -> dict[int, Reading]:
    """What tells the plans, by its place among them, under words that tell."""
    last, told, near = plans[-1], dict[int, Reading](), plans[-1].sentence + 1
    measures = {p.measure for p in plans}
    for r in found[at : at + _BEHIND]:
        if r.sentence > near + 1 or r.point != last.point:
            break
        if r.measure not in measures or (r.bracket and r.measure == "amount"):
            continue  # 公园完成10个,完成率83.3%
        if r.voice == "base" and (r.settled or _EARLIER.search(r.clause_lead)):
            continue  # 截至2023年底累计建成公园80个、广场31个: an earlier year's
        which = _of_which(plans, r) if r.name and not r.owner else None
        if which is None or which in told:
            break
        told[which], near = r, r.sentence
    every = len(told) >= _FEWEST and {plans[n].name for n in told} == {p.name for p in plans}
    if not (every or (told and all(p.voice == "promise" for p in plans))):
        return {}  # what words call a plan may be told in part
    figures = sorted(told.values(), key=lambda r: r.start)
    if _SECOND_STAGE.fullmatch(text, last.quantity.end, figures[0].start):
        return {}
    called = _SO_CALLED.match(text, last.quantity.end, figures[0].start)
    begin = called.end() if called else last.quantity.end
    behind = figures[-1].tail[:8]
    between = [text[begin : figures[0].start], *(text[a.quantity.end : b.start] for a, b in pairwise(figures))]
    tells = _TELLS.search(between[0]) or _TELLS.search(behind)
    if any(_AT_WORK.match(f.tail) for f in figures):
        return {}
    if plans[0].voice == "report" and not _A_PART_OF_IT.search(between[0]):
        return {}
    return told if tells and not any(_NO_TELLING.search(part) for part in between) else {}


def _of_which(plans: Sequence[Reading], r: Reading) -> int | None:
    """Which of the plans is of the same thing, more than any other."""
    alike = [_likeness(p, r) for p in plans]
    best = max(alike)
    return alike.index(best) if best >= _SAME and alike.count(best) == 1 else None


_BEGUN, _ENDED = sought(r"新?开工|动工|开建"), sought(r"建成|竣工|完工|交付|入住|投用")


def _is_other_stage(one: str, other: str) -> bool:
    """新开工安置房1800套,基本建成_1500套: of one thing, begun and finished."""
    stages = {_only_stage(one), _only_stage(other)}
    return stages == {"begun", "ended"}


def _only_stage(name: str) -> str | None:
    begun, ended = _BEGUN.search(name) is not None, _ENDED.search(name) is not None
    return None if begun == ended else "begun" if begun else "ended"


def _likeness(plan: Reading, r: Reading) -> float:
    """How much they are of one thing in one measure; 0 where they are measured otherwise."""
    alike = plan.measure == r.measure and plan.quantity.noun == r.quantity.noun
    if not alike or names.conflict(plan.name, r.name) is not None or _is_other_stage(plan.name, r.name):
        return 0.0  # 工业总产值388亿元,增长6.2%: no growth of 工业增加值
    return names.likeness(plan.name, r.name)
