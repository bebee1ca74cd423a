"""What a number in per cent measures by what stands before it: a share of another plan, a growth that was promised."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names, wording
from extraction.words.when import after_when

_JOINED = sought(r"\s?[、,和及与]?\s?")
_NEXT_TIER = sought(r"\s?[、,和及与]?\s?(?:力争|奋斗|确保|挑战)?(?:达到?)?(?:目标)?\s?")
_OF_OTHER_PLAN = sought(  # 占省级目标108.5%、市级计划90.4%
    r"[、,和及](?:国家|[省市县旗区州]|上级|自治[区州])(?:级|定|里|下达|自定)?的?(?:年度|全年|奋斗|工作|考核)*(?:目标|计划|任务)(?:任务|目标)?的?\s?"
)


def by_what_stands_before(reading: Reading, before: list[Reading], claimed: bool, just_told: Sequence[Reading]) -> None:
    """Correct the measure of a number in per cent, in place.

    `claimed`: the task has told a share of its plan.
    `just_told`: the numbers of the sentence before, the nearest first.
    """
    last = before[-1] if before else None
    if reading.measure == "change" and last is not None:
        _of_share(reading, last)
    if reading.quantity.noun != "%":
        return
    if (plan := last or next(iter(just_told), None)) is not None and not reading.bracket:
        _done_by_then(reading, plan)
    if last is not None and not reading.bracket:
        _like_the_last(reading, last)
        _of_one_rate(reading, before)
        if _beyond_its_plan(reading, counted_before(before)):
            reading.measure, reading.own = "completion", ""
    grown = last is not None and last.measure == "growth" and reading.measure == "percent"
    if last is not None and grown and _NEXT_TIER.fullmatch(reading.lead or "x"):
        reading.measure = "growth"
        reading.lead = last.lead if wording.FALL.search(last.lead) else reading.lead
    if (reached := _meets_rate(reading, before)) is not None:
        reading.measure = reached.measure
    elif _goes_on_completing(reading, before, claimed):
        reading.measure = "completion"
    elif (goal := _answers_rate(reading, before)) is not None:
        reading.measure = goal.measure


def _done_by_then(reading: Reading, plan: Reading) -> None:
    """全年计划26亿元,截至9月底完成41%: behind a plan and a date a bare 完成 tells how much of it; in place."""
    planned = plan.voice == "promise" and plan.measure == "amount" and not plan.bracket
    if reading.measure != "percent" or reading.own or not planned:
        return
    done = after_when(reading.lead)
    if done != reading.lead and _BARE_DONE.fullmatch(done) is not None:
        reading.measure, reading.subject = "completion", reading.subject or plan.name


def _of_share(reading: Reading, last: Reading) -> None:
    """增加值126亿元,占规上工业比重31.6%,较上年底提升0.7个百分点: what rose is the share, not the amount, in place."""
    share = last.measure == "percent" and last.own.startswith("占") and last.sentence == reading.sentence
    if share and not (reading.own or reading.bracket or last.bracket):
        reading.subject = last.subject + last.own.removeprefix(last.subject)


_GOAL_DONE = sought(  # 新增贷款200亿元的目标已完成96.8%
    r"(?:以上)?[”]?的?(?:年度|全年|工作|奋斗|考核)*(?:目标|任务|计划)(?:任务|目标)?,?(?:目前|现|实际)?(?:已|仅|只|提前|超额|累计)*完成(?:了|约|近)?\s?"
)


_BARELY_DONE = sought(r"(?:目前|现)?(?:已|仅|只)+完成(?:了|约|近)?\s?")  # 全年目标900万人次|已完成78%
_PLAN = sought(r"目标|任务|计划")
_USED = sought(r",?\s?(?:目前|现)?已经?(?:占|用|使用|用去|消耗|占用)(?:去|掉|了)?\s?")  # 控制指标138人,已占63%


def _like_the_last(reading: Reading, last: Reading) -> None:
    """95.8%、92.1% behind a claim are claims; 固投预期增长8%,实际3.2% tells a growth."""
    claims = reading.measure == "percent" and _JOINED.fullmatch(reading.lead)
    amount = last.voice == "promise" and last.measure == "amount"
    if amount and reading.measure == "percent" and _GOAL_DONE.fullmatch(last.tail):
        reading.measure, reading.own, reading.subject = "completion", "", last.name
    if amount and reading.measure == "percent" and _BARELY_DONE.fullmatch(last.tail) and _PLAN.search(last.lead):
        reading.measure, reading.own, reading.subject = "completion", "", last.name
    if amount and reading.measure == "percent" and _USED.fullmatch(after_when(reading.lead)):
        reading.measure, reading.own, reading.subject = "completion", "", last.name
    if amount and reading.lead.strip() == "的" and last.tail == "的" and not reading.own:
        reading.measure, reading.subject = "completion", last.name  # 完成农房改造任务5000户的82%
    if last.voice == "claim" and (claims or _OF_OTHER_PLAN.fullmatch(reading.lead)):
        reading.measure = "completion"
    promised = last.voice == "promise" and last.measure == "growth" and not last.bracket
    if promised and reading.measure == "percent" and _ANSWERED.fullmatch(after_when(reading.lead)):
        reading.measure = "growth"


_RATE_OF_ALL = sought(r"(?:增速|增幅|增长率|涨幅|降幅)(?:分别)?(?:达到?|为)?\s?$")
_IS_SHARE = sought(r"率|占|比例|比重|度$")


def _of_one_rate(reading: Reading, before: list[Reading]) -> None:
    """批发业销售额增速11.4%(目标12%)、零售业7.9%(目标7%): a list under one noun of growth goes on growing, in place."""
    last = next((b for b in reversed(before) if not b.bracket), None)
    listed = last is not None and last.clause_start == reading.clause_start and reading.lead.startswith("、")
    if not listed or last is None or reading.measure != "percent" or _IS_SHARE.search(reading.own or "率"):
        return
    if last.measure == "growth" and (_RATE_OF_ALL.search(last.lead) or last.lead.startswith("、")):
        reading.measure = "growth"


def like_its_anchor(reading: Reading, before: list[Reading]) -> None:
    """增长9.6%,年度确保目标8%: a nameless goal in per cent is measured like the number it stands behind."""
    if reading.voice != "promise" or reading.measure != "percent" or reading.own or reading.bracket:
        return
    of = next((b for b in reversed(before) if b.quantity.noun == "%" and not b.bracket and b.voice != "claim"), None)
    if of is not None and of.sentence == reading.sentence and of.measure == "growth" and reading.subject == of.subject:
        reading.measure = "growth"


_WORKS = re.compile(r"工程|主体|路基|管网|桩基|土建|标段|房建|道路|隧道|桥梁|装修|基础|施工|安装|率|比重|占比|进度")
_ANSWERED = sought(r"[、,]?\s?(?:实际|实绩|目前|现)(?:为|是|达到?)?\s?")
_BARE_DONE = sought(r"[,、]?\s?(?:现)?(?:实际|已|累计|共|仅|只|分别|依次)*完成(?:了|约|近)?\s?")


def _answers_rate(reading: Reading, before: list[Reading]) -> Reading | None:
    """目标为8%、10%,实际完成9.1%、7.6%: behind a goal in per cent a bare 完成 tells the rate, no share of a plan."""
    last = before[-1] if before else None
    if reading.measure != "completion" or last is None or last.bracket or last.sentence != reading.sentence:
        return None
    goes_on = last.voice == "report" and sought(r"\s?[、,和及与]\s?").fullmatch(reading.lead) is not None
    answers = last.voice == "promise" and _BARE_DONE.fullmatch(after_when(reading.lead)) is not None
    rate = last.quantity.noun == "%" and last.measure in ("growth", "percent")
    return last if rate and (answers or goes_on) else None


def _meets_rate(reading: Reading, before: list[Reading]) -> Reading | None:
    """城镇化率达到58.6%,完成58.5%的目标: no share of a rate's goal, which would be beyond all; it is the goal."""
    if reading.bracket or not sought(r"完成了?\s?$").search(reading.lead):
        return None
    if sought(r"的[^,。;\d]{0,6}(?:目标|任务|计划|要求)(?![^,。;\d]{0,2}量)").match(reading.tail) is None:
        return None
    alike = (b for b in reversed(before) if b.sentence == reading.sentence and b.measure == "percent" and not b.bracket)
    rate = next(alike, None)
    return rate if rate is not None and rate.voice == "report" and 0 < reading.value <= rate.value else None


_OF_PLAN = sought(r"目标|任务|计划|预算")  # 高新区78亿元、占目标任务的70.9%,城东区61亿元、占69.3%


def _goes_on_completing(reading: Reading, before: list[Reading], claimed: bool) -> bool:
    """甲集团完成年度计划的57%,乙集团仅完成41.3%: behind a share of the plan a bare 完成 means the plan's too."""
    if reading.quantity.noun != "%" or reading.bracket or _WORKS.search(reading.own):
        return False
    last = next((b for b in reversed(before) if not b.bracket and b.voice != "context"), None)
    of_amount = last is not None and last.voice == "report" and last.measure == "amount" and last.owner == reading.owner
    shared = claimed or any(b.voice == "claim" and _OF_PLAN.search(b.lead) for b in before)
    if shared and of_amount and not reading.part and sought(r"[,、]?\s?占\s?").fullmatch(reading.lead):
        return True  # 甲县12.3亿元,占年度任务的81%;乙县8.7亿元,占62.1%
    goes_on = (last is not None and last.voice == "claim") or (claimed and len(names.folded(reading.own)) >= 3)
    return goes_on and sought(r"(?:完成|仅|仅为|仅达)(?:约|近|了)?\s?$").search(reading.lead) is not None


def counted_before(before: Sequence[Reading]) -> Reading | None:
    """The number right before, or the one that it only tells the growth of: 销售512亿元,同比增长9%,超年度计划12%."""
    last = before[-1] if before else None
    if last is None or last.measure != "growth" or last.own or last.bracket or len(before) < 2:
        return last
    counted = before[-2]
    return counted if counted.measure == "amount" and counted.sentence == last.sentence else last


def _beyond_its_plan(r: Reading, last: Reading | None) -> bool:
    """改造路灯460盏,超计划_15%: of what was counted right before, per cent beyond the plan are a share of it."""
    if last is None or r.bracket or r.measure != "percent" or last.sentence != r.sentence:
        return False
    counted = last.measure == "amount" and last.voice == "report"
    return counted and wording.OVER_THE_PLAN.search(r.lead) is not None
