"""Goals that are known by what stands right behind them: 上半年完成210亿元,实际188.6亿元; 列入计划的43个工程已建成35个.

建筑业总产值上半年完成210亿元,实际188.6亿元        whatever was to be done, 实际 tells what was
列入责任书的43个减排工程已建成35个                 what is on a list is to be done, all of it
水土流失治理35平方公里,已全面完成                  what is done wholly is all that was to be done
低保标准提高到每人每月680元、…,7月起已执行到位     a standard that is paid was to be raised
上缴国资收益:年度3.2亿元,已足额上缴               so was the year's figure behind a label, all of which is done
能耗下降1.2%以上、用水量下降1.4%以上。前三季度,…   so much or more, one beside another, before what is dated
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.cues import cue
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.voices.funds import is_lent, is_signed_sum
from extraction.voices.task_counts import TASKS
from extraction.words import names
from extraction.words.wording import LOOKED_AT

_REALLY = sought(
    r"(?:以上|以内|左右)?[,;]\s?实际(?!利用|使用|吸收|到账|投放|种植)(?:完成|实现|到位|建成|达到?|培训|发放|新增|下降|增长|为|仅|只|了)*\s?"
)
# of another time; and what somebody said (上报完成210户,实际163户), that an inspection finds wrong, was no plan
_OF_ANOTHER_TIME = sought(r"去年|上年|同期|预计|预测|预期(?!目标)|有望|初步|[上填自]报(?!目标|任务|计划)|报送|台账")
_ON_THE_LIST = sought(r"(?:列入|纳入|写入)[^,。;\d]{1,14}的\s?$")
_OF_THEM = sought(
    r"[\u4e00-\u9fff“”、]{2,20}?[,]?(?:目前)?(?:已|累计|共|现|全部|均|仅)*(?:建成|完工|竣工|开工|开复工|复工|完成|投用|交付|通车|动工|整改|办结|销号|验收)(?:了)?\s?"
)
_DATED = sought(r"[^,。;\d]{0,4}(?:截至|截止|目前|1-\d{1,2}月|\d{1,2}月|上半年|[前第]?[一二三]季度|今年以来)")
_NEAR = 80  # characters in which a clause begins, or a sentence ends
_OR_MORE = ("以上", "或以上")


def mark_really(text: str, found: Sequence[Reading], here: int) -> None:
    """Give such goals the voice of a promise, and what answers them that of a report, in place.

    `here`: the cues in the words of all that was found.
    """
    if here & _PAIRED:
        _mark_pairs(text, found)
    for r in found if here & _DONE else ():
        if r.voice == "report" and (_is_wholly_done(text, r) or _is_of_the_year(text, r)):
            r.voice, r.cued = "promise", True
    if here & _RAISES and here & _PAYS:
        _paid(text, found)
    _bounded(text, found)


def _mark_pairs(text: str, found: Sequence[Reading]) -> None:
    for index, (first, second) in enumerate(pairwise(found)):
        if _several(text, found, index):
            continue
        if second.bracket or first.bracket or first.quantity.noun != second.quantity.noun or not first.quantity.noun:
            continue
        if _is_real(text, first, second) or _is_listed(text, first, second):
            first.voice, first.cued, second.voice, second.cued = "promise", True, "report", True
            second.measure = first.measure


_AND = sought(r"\s?[、和及与]\s?")


def _several(text: str, found: Sequence[Reading], index: int) -> bool:
    """A组45%、B组75%,实际完成43.8%、78.2%: as many behind 实际 as before, by position, in place; True for a list."""
    first, told = found[index], [found[index + 1]]
    if first.bracket or told[0].bracket or _REALLY.fullmatch(text, first.quantity.end, told[0].start) is None:
        return False
    for r in found[index + 2 :]:
        if _AND.fullmatch(text, told[-1].quantity.end, r.start) is None:
            break
        told.append(r)
    if len(told) == 1:
        return False
    goals = [r for r in found[max(0, index + 1 - len(told)) : index + 1] if r.sentence == first.sentence]
    listed = all(_JOINED.fullmatch(text, a.quantity.end, b.start) for a, b in pairwise(goals))
    alike = [g.quantity.noun for g in goals] == [r.quantity.noun for r in told]
    named = all(len(names.folded(g.own)) >= 2 and not g.bracket for g in goals)
    if not (listed and alike and named) or _OF_ANOTHER_TIME.search(first.clause_lead):
        return True
    for goal, answer in zip(goals, told, strict=True):
        goal.voice, goal.cued, answer.voice, answer.cued = "promise", True, "report", True
        answer.measure, answer.own, answer.subject = goal.measure, goal.name, goal.name
    return True


_RAISED = sought(r"(?:提[高升标]?|调[整高]|增加|上调)[到至](?:每人)?(?:每[月年])?\s?$")
_PAID = sought(  # 低保标准提高到每人每月680元、…,7月起已执行到位
    r"[,、]\s?[自从]?(?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}日)?起?)?(?:已|均已|现已|已全部|全部)(?:按(?:新|提高后的?)标准)?"
    r"(?:执行|落实|发放|兑现|提标|调整)(?:到位|完毕)?(?=[,。;\n]|$)"
)
_JOINED = sought(r"\s?[、,和及与]\s?[^,。;、\d]{2,20}(?:\d[\d.]{0,8}元(?:/[人户月年]{1,3})?[^,。;、\d]{0,8})?")


def _paid(text: str, found: Sequence[Reading]) -> None:
    """Standards that were to be raised, and are paid: each of those side by side before the words, in place."""
    run: list[Reading] = []
    for r in found:
        if r.voice == "base":
            continue  # 由每月520元提高到560元
        raised = r.voice == "report" and not r.bracket and (r.own or r.subject) and _RAISED.search(r.lead) is not None
        beside = run and _JOINED.fullmatch(text, run[-1].quantity.end, r.start) is not None
        run = [*(run if beside else []), r] if raised else []
        if run and _PAID.match(text, r.quantity.end):
            for each in run:
                each.voice, each.cued = "promise", True


_WHOLLY = sought(  # 水土流失综合治理35平方公里,已全面完成
    r"[,、]\s?(?:现|目前)?已?(?:全面|全部)(?:已|提前|如期|按期)?(?:完成|完工|竣工|建成|交付|投用|办结|兑现|到位)(?=[。;,\n]|$)"
)
_TOLD = sought(
    r"已|累计|共(?!享|建)|完成|建成|目前|截至|同比|其中|实际|上年|去年|今年以来|\d月|季度|半年|发放|下拨|拨付|争取|涉及|惠及"
    r"|安排|到位"
)


_OF_YEAR = sought(r"(?:年度|全年)(?:任务|目标|计划)?(?:为|约)?\s?")
_DID_IT = sought(  # 上缴国资收益:年度3.2亿元,已足额上缴
    r"[,、]\s?(?:现|目前)?(?:[均都]已(?:全部|全面)?|已(?:全部|全面|足额|如期|提前|按期|按时|全额|均)+)(?:上缴|缴[清纳]|征收|发放|拨付|下达|兑现|盘活|更新|更换"
    r"|安装|配备|建成|完成|整改|改造|交付|支付)(?:到位|完毕|完成)?(?=[。;,\n]|$)"
)
_PAIRED, _DONE, _RAISES, _PAYS = cue(_REALLY, _ON_THE_LIST), cue(_WHOLLY, _DID_IT), cue(_RAISED), cue(_PAID)


_CAME_IN = sought(  # 接收投诉案件_86件,已全部办结
    rf"{LOOKED_AT}|投诉|信访|(?<!提案)(?<!议案)案件|工单|线索"
)


def _is_wholly_done(text: str, r: Reading) -> bool:
    plain = r.measure == "amount" and not (r.bracket or r.part or r.owner) and r.quantity.noun not in ("", "元")
    if not plain or _WHOLLY.match(text, r.quantity.end) is None:
        return False
    named = len(names.folded(r.own)) >= 3 and names.stage(r.own) is None
    begins = max(r.start - _NEAR, 0, *(text.rfind(mark, max(0, r.start - _NEAR), r.start) + 1 for mark in ",;。\n"))
    came_in = _CAME_IN.search(r.own) is not None
    return named and not came_in and not _TOLD.search(text, begins, r.start)


def _is_of_the_year(text: str, r: Reading) -> bool:
    """上缴国资收益:年度3.2亿元,已足额上缴: nothing but the year between a label and its figure."""
    plain = r.measure == "amount" and not r.bracket and len(names.folded(r.subject)) >= 3
    labelled = plain and text[r.clause_start - 1 : r.clause_start] == ":" and _OF_YEAR.fullmatch(r.clause_lead)
    return bool(labelled) and _DID_IT.match(text, r.quantity.end) is not None


def _is_real(text: str, first: Reading, second: Reading) -> bool:
    told = first.voice in ("promise", "gap", "base", "peer") or names.is_nominal(first.own)
    told = told or (first.voice == "context" and first.settled) or is_signed_sum(text, first)
    told = told or is_lent(first)
    if told or _OF_ANOTHER_TIME.search(first.clause_lead) or len(names.folded(first.own)) < 2:
        return False
    return _REALLY.fullmatch(text, first.quantity.end, second.start) is not None


def _is_listed(text: str, first: Reading, second: Reading) -> bool:
    listed = first.voice in ("report", "context") and _ON_THE_LIST.search(first.lead) is not None
    fewer = first.measure == second.measure == "amount" and second.base <= first.base
    if TASKS.match(first.tail):
        return False  # 列入督查的182项任务中,已完成61项: how many there are
    return listed and fewer and _OF_THEM.fullmatch(text, first.quantity.end, second.start) is not None


def _bounded(text: str, found: Sequence[Reading]) -> None:
    rates = [r for r in found if r.measure == "growth" and not r.bracket and r.tail.startswith(_OR_MORE)]
    for r in rates:
        beside = [other for other in rates if other is not r and other.sentence == r.sentence]
        end = text.find("。", r.quantity.end, r.quantity.end + _NEAR)
        if r.voice == "report" and beside and end >= 0 and _DATED.match(text, end + 1):
            r.voice, r.cued = "promise", True
