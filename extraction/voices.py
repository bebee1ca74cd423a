"""In which voice a number speaks, from the words of its clause."""

from __future__ import annotations

import re
from decimal import Decimal

from extraction import units, wording
from extraction.brackets import anchor, bracket_voice, goal_behind, is_whole
from extraction.foreseen import (
    EXHORTS,
    answers_for_the_year,
    dated_since,
    forecast,
    own_period,
    promised_for_the_year,
    says_no_more,
    whole_year,
)
from extraction.funds import is_spent
from extraction.goal_phrases import (
    adopt_name,
    is_distance,
    is_first_tier,
    is_goal,
    is_limit,
    is_quoted_goal,
    is_second_tier,
    is_set_goal,
)
from extraction.goals_behind import held_against
from extraction.interim import is_interim, is_node
from extraction.no_amounts import is_no_amount, is_start
from extraction.other_times import of_last_year, of_next_year, of_past_year, of_the_year
from extraction.owners import shares_out
from extraction.peers import of_peers
from extraction.plan_lists import climbs, does_it, lists_on, on_the_way, owners_plan
from extraction.readings import Reading, Voice
from extraction.sentence_context import SentenceContext
from extraction.sought import sought
from extraction.subjects import TRAILING, without_leading
from extraction.target_cues import continues_plan, last, planned_list, target_cue
from extraction.task_counts import TASKS, TASKS_BEFORE, counts_doers, counts_from, counts_on, counts_tasks


def _is_count(r: Reading) -> bool:
    return r.voice == "context" and r.quantity.noun in ("项", "个", "件", "条")


_OF_TASKS = sought(r"[,、]?\s?(?:完成率|办结率|占比?|总体完成率)(?:为|达到?)?\s?")
_EXTREME = sought(r"最[高低快慢好差]的?[^,。;\d]{0,10}$")
_OUGHT = sought(  # 收集率应较上年提高3个百分点以上
    r"(?<![供响反效适感对])(?:应|须|需|(?<![主重])要)(?:求)?[比较](?:上年|去年|20\d\d年|年初)[^,;\d]{0,4}(?:提高|提升|下降|降低|减少|增加|增长|上升)\s?$"
)
_REST = sought(r"^(?:另有|另|其余|剩余|余下|还有|尚有|剩下)")
_LEFT = sought(r"(?:目前)?(?:[还尚仍仅](?:余|剩)|剩余|余下|剩下|其余)(?:下|的)?(?:约|近)?\s?$")


def voice(s: SentenceContext, r: Reading, clause_lead: str, before_bracket: str, before: list[Reading]) -> Voice:
    q, lead, tail = r.quantity, r.lead, r.tail
    if r.bracket:
        if sought(r"[^()]{0,8}\)的(?:共)?(?:有|为|是)").match(s.text[q.end : q.end + 14]):
            return "peer"  # 高于目标(9%)的有3个: whose it is stands behind
        if is_whole(s.text, r, before_bracket):
            return goal_behind(r, before)
        return bracket_voice(r, clause_lead, before_bracket, before, s.text)
    if before and before[-1].quantity.end == q.start and before[-1].quantity.text == q.text:
        return "context"  # 80.6%80.6%: one number that the page has twice
    if is_no_amount(s, r, clause_lead):
        return "context"
    if not owners_plan(s, r) and (whole := shares_out(r, before)) is not None:
        r.cued, r.subject = whole.cued, whole.name
        return whole.voice
    if (
        counts_tasks(s, r, clause_lead)
        or counts_on(s, r, before)
        or counts_from(r, clause_lead, s.tasks)
        or counts_doers(s, r, clause_lead)
    ):
        if TASKS.match(tail) or TASKS_BEFORE.search(lead):
            s.tasks[q.unit] = max(q.base or Decimal(0), s.tasks.get(q.unit, Decimal(0)))
        return "context"
    if (not s.promising and of_past_year(s.text[s.sentence.start : q.start], s.year)) or is_start(s, r):
        return "base"
    if sought(r"(?:去年|上年)同期[,,]?(?!相比|比)").match(s.piece):
        return "base"
    if not s.promising and of_last_year(clause_lead, r.measure):
        return "base"
    if not s.promising and of_next_year(s.text[s.sentence.start : q.start], s.year):
        r.outlook = True
        return "forecast"
    if is_distance(r, before):
        return "context"
    if not s.promising and of_peers(s.text, clause_lead):
        return "peer"
    if wording.GAP.search(lead) or goes_on(r, before):
        return "gap"
    if q.is_percent:
        if _OUGHT.search(clause_lead):
            r.cued = True
            return "promise"
        if is_interim(s.text, r, before):
            r.cued = r.interim = True
            return "promise"
        if (wording.PEER.search(lead[-24:]) and not is_set_goal(r)) or (
            q.noun == "个百分点"
            and sought(r"高于|低于|快于|高出|低|贡献|拉动|回落|加快|收窄|环比|同期").search(clause_lead[-16:])
            and not s.promising
        ):
            return "peer"
        if (
            sought(r"(?:较|比)(?:去年|上年|同期|年初|上月|上季)[^,]{0,12}$").search(clause_lead)
            and q.noun == "个百分点"
            and not s.promising
        ):
            return "report" if of_the_year(clause_lead) else "base"
        if r.measure == "completion" and planned_list(s, r):
            r.own = TRAILING.sub("", without_leading(lead)) or r.own
            r.subject, r.cued = r.own, True
            return "promise"
        if r.measure == "completion" and not (
            s.promising and not sought(r"占|完成.{0,10}的$|进度").search(clause_lead)
        ):
            if sought(
                r"(?:全市|全省|全国)[^,。;]{0,16}平均|去年同期|上年同期|(?:全省|全国|全市)同期|同期(?:全省|全国"
                r"|全市)"
            ).search(
                clause_lead,
            ) or (before and before[-1].sentence == r.sentence and before[-1].voice == "base" and not r.own):
                return "base"
            if before and before[-1].voice == "forecast" and before[-1].measure == "amount":
                return "forecast"
            if before and before[-1].voice == "forecast" and sought(r"\s?[、,和及与]\s?").fullmatch(lead):
                return "forecast"
            if before and before[-1].voice == "claim" and sought(r"\s?[、,和及与]?\s?").fullmatch(lead):
                return "claim"
            if sought(r"(?:剔除|扣除|若不计|不考虑)[^,。;\d]{1,12}(?:因素|影响|原因)").search(clause_lead):
                return "context"  # 剔除该因素后进度为74.3%: what it would have been
            if sought(r"(?:不到|不足|未到|不及)[^,。;\d]{0,12}$").search(clause_lead):
                return "context"  # 不到市定目标的三成: how little at most
            if before and _is_count(before[-1]) and _OF_TASKS.fullmatch(lead):
                return "context"  # 53项子任务,完成37项,完成率69.8%
            if _EXTREME.search(clause_lead):
                return "peer"  # 最低的甲市仅为27.9%: how far one of them is
            foreseen = sought(r"预计|预测|有望|将|力争|确保|争取|可完成").search(clause_lead)
            return "forecast" if foreseen and not own_period(s, r) else "claim"
    denominator = tail == "的" and any(n.start == q.end + 1 and n.noun == "%" for n in s.inside)
    if r.owner is None and _LEFT.match(lead.lstrip(",;、 ")):
        return "context"  # 尚余25家计划于11月底前完成: what is left is part of what was planned
    if is_second_tier(r, before):
        last_goal = before[-1]
        r.cued, r.outlook, r.interim = last_goal.cued, last_goal.outlook, last_goal.interim
        r.own, r.subject = "", last_goal.name
        return "promise"
    if q.noun in units.TIME and sought(r"提前|历时|为期|推迟|延长|连续|近|第\s?$").search(lead[-4:]):
        return "context"
    if is_first_tier(r):
        r.cued = True
        return "promise"
    if is_limit(r):
        of = anchor(r, [b for b in before if b.voice == "report"])
        r.cued, r.own, r.subject = True, "", of.name if of is not None else r.subject
        return "promise"
    if held_against(s.text, r):
        r.cued = True
        return "promise"
    if is_quoted_goal(s.text, r):
        r.cued = True
        return "promise"
    if is_goal(r, s.text) or denominator:
        r.cued = True
        if is_goal(r) and not s.promising:
            adopt_name(r, anchor(r, [b for b in before if b.voice == "report" or (b.voice == "claim" and b.own)]))
        return "promise"
    if (
        wording.BASE.search(lead[-20:])
        and not sought(r"净增\s?$").search(lead)
        and not sought(r"(?:增长|下降|增速)$").search(lead)
        and not (q.noun == "%" and r.measure == "growth")
    ) or sought(r"(?:去年|上年)(?:同期|全年)?(?:为|是|完成|的)?\s?$").search(lead):
        return "base"
    if (
        q.noun not in ("%",)
        and not sought(r"净增\s?$").search(clause_lead)
        and sought(
            r"(?:同比|环比|比上年|较上年|比去年|较去年|较年初|同期)[^,]{0,10}(?:增加|减少|多|净增|增长|下降"
            r"|上升|提高|降低|上涨|提升)(?:了|约|近)?$"
        ).search(
            clause_lead,
        )
    ):
        return "base"
    if sought(r"(?:开工|建设|启动|成立)以来(?:已|共|累计)*(?:完成|实现)?(?:投资)?\s?$").search(clause_lead):
        return "context"  # of all the years since, not of this one
    if sought(r"可(?:新增|增加|提供|容纳|安置|形成|解决)[^,;:\d]{0,8}$").search(lead) and not s.promising:
        return "forecast"  # 主体已封顶,可新增床位300张: what it will give
    if r.owner is None and _REST.match(clause_lead.lstrip(",;、 ")):
        return "context"
    if EXHORTS.match(s.piece):
        return "forecast"  # 各地要…,确保10月末突破92亿元: what others are told to do
    if s.next_steps and q.start > s.sentence.start + s.next_steps.start():
        r.outlook = True
        if (
            sought(r"全年|年度(?:目标|任务)|年底|年初目标").search(s.text[s.sentence.start : q.start])
            and not sought(r"预计|预测|有望|可望").search(s.text[s.sentence.start : q.start])
            and not s.promising
        ):
            r.cued = True
            return "promise"
        return "forecast"
    if sought(r"(?:总投资|概算|估算|计划总投资|资金总额|资金总量|资金规模)(?:约|近|达|为)?\s?$").search(lead) or (
        r.measure == "amount"
        and not q.unit
        and not sought(r"目标|任务|计划|不超过|不低于|率[^,]{0,4}$|PM|均值|浓度").search(lead)
        and not (s.bare_goal and not before)
        and not any(b.voice == "promise" and not b.quantity.unit and b.sentence == r.sentence for b in before)
    ):
        return "context"
    if climbs(r, before):
        r.cued = True
        return "report"
    if owners_plan(s, r) or is_node(r, before):
        r.cued = True
        return "promise"
    spent = bool(before) and before[-1].voice == "gap" and before[-1].clause_start == r.clause_start
    target = target_cue(s, r, lead if spent else clause_lead)  # 高于全年目标1.4个百分点,进口94.8亿元
    if target:
        r.cued = True
        return "promise"
    if s.promising:
        return "report" if does_it(r, before) or on_the_way(r, before) else "promise"
    if answers_for_the_year(s, clause_lead):
        return "report" if not wording.FORECAST.search(clause_lead) else forecast(s, r, clause_lead)
    if is_spent(s.text, r):
        return "report"
    if r.period and s.cutoff_month and s.cutoff_month < 12 and whole_year(s, r, clause_lead):
        r.cued = True
        return "promise"
    if promised_for_the_year(s, r, clause_lead):
        r.cued = True
        return "promise"
    if lists_on(s, r, before):
        r.cued = True
        return "promise"
    if (
        r.period
        and s.cutoff_month
        and r.period.last_month > s.cutoff_month
        and r.period.day is None
        and not sought(r"已|实际(?!利用|使用|吸收)|又[\u4e00-\u9fff]{0,6}$|了\s?$").search(clause_lead)
        and not says_no_more(s.text, r.period.start)
        and not dated_since(s, r)
        and not (r.period.start > s.sentence.start and s.told >= 0 and _THIS_YEAR.match(s.text, r.period.start))
    ):
        return "forecast"
    if (
        sought(r"(?:确保|力争|奋斗|保底)(?!再)[^,]{0,8}$").search(lead)
        and not s.next_steps
        and not sought(r"年底|月底|月前|前完成|预计|下半年|剩余|已|目前|投入使用").search(clause_lead)
        and (r.own or r.subject)
    ):
        r.cued = True
        return "promise"
    if continues_plan(s, r, before):
        r.cued = True
        return "promise"
    foreseen_at = last(wording.FORECAST, wording.ATTRIBUTE.sub("", clause_lead))
    if foreseen_at >= 0 and foreseen_at >= last(re.compile(r"已|累计|实际完成"), clause_lead):
        return forecast(s, r, clause_lead)
    coordinate = before[-1] if before and not before[-1].bracket and before[-1].clause_start == r.clause_start else None
    if (
        coordinate
        and coordinate.voice in ("promise", "forecast")
        and not wording.DID.search(lead)
        and not sought(r"已|目前|实际(?!利用|使用|吸收)").search(lead)
        and sought(r"\s?(?:\([^()]*\))?(?:以上|左右|以内)?[、,和及]").match(
            s.text[coordinate.quantity.end : q.start + 1]
        )
    ):
        r.cued = coordinate.cued
        r.estimated = coordinate.estimated
        return coordinate.voice
    r.cued = bool(wording.DID.search(clause_lead))
    if before and before[-1].estimated and before[-1].sentence == r.sentence and not r.own:
        r.estimated = True
    return "report"


_THIS_YEAR = sought(r"今年|当年|本年")  # 累计关停392家,今年关停62家: so far


def goes_on(r: Reading, before: list[Reading]) -> bool:
    """低于目标2.3个、7.5个百分点: a number that nothing but a comma parts from a distance is one too."""
    return bool(
        before
        and before[-1].voice == "gap"
        and before[-1].sentence == r.sentence
        and before[-1].quantity.noun == r.quantity.noun
        and (sought(r"\s?[、,和及与]\s?").fullmatch(r.lead) or wording.GAP_TURNS.fullmatch(r.lead))
    )
