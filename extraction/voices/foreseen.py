"""Whether a number is promised for the year, foreseen for later, or an estimate of the report's own months."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.outline.headings import NEXT_STEPS
from extraction.outline.items import Sentence
from extraction.sentences.readings import Reading, Voice
from extraction.sentences.sentence_context import SentenceContext, without_brackets
from extraction.sought import sought
from extraction.words import names

EXHORTS = sought(
    r"各(?:地|县|旗|区|市|州|镇|乡|级|单位|部门|[\u4e00-\u9fff]{2,4}单位|县区|县市区|镇街|乡镇|地区|有关单位|有关部门)"
    r"(?:、?各?[\u4e00-\u9fff]{2,4}){0,2}?(?:要(?!求)|须|应|务必)|请各(?![^,。;]{0,12}(?:审议|审阅|指正))"
)  # 各地要…, 请各单位…: what others are told to do


def answers_for_the_year(s: SentenceContext, clause_lead: str) -> bool:
    """全年回收拆解5.27万辆 below the heading that promised it, in a report of November or later: what the year gave."""
    late = s.cutoff_month is not None and s.cutoff_month >= 11
    return s.answering and late and not s.next_steps and sought(r"[,、]?全年").match(clause_lead) is not None


_YEAR_TOLD = sought(
    r"全年(?:先后|共(?!享|建)|累计|组织|举办|召开|举行|接待|走访|受理|经|(?:出动|投入)[^,。;\d]{0,6}(?:台班|机械|车辆|人[员次力]|警力|劳力|设备)|投[工劳])"
)


def says_no_more(text: str, position: int) -> bool:
    """全年先后组织…: the year's words open a story, no plan."""
    return _YEAR_TOLD.match(text, position) is not None


_DATED_SINCE = sought(r"\d月份?(?![底末]|之?前)|季度|半年")
_HELD_AGAINST = sought(r"(?:[高低好优快慢少多]于|超过?|[比较距]|距离)\s?$")  # 高于全年目标1.4个百分点 plans nothing


def whole_year(s: SentenceContext, r: Reading, clause_lead: str) -> bool:
    """全年改造26.4万座 in a report of nine months is the plan; 预计全年 is a forecast."""
    short = len(clause_lead) < 4 and not sought(r"月|季|半年").search(clause_lead)
    piece = without_brackets(s.text[s.sentence.start : r.start] if short else clause_lead)
    at = piece.rfind("全年")
    if at < 0 or s.next_steps or _YEAR_TOLD.match(piece, at) or _HELD_AGAINST.search(piece[max(0, at - 4) : at]):
        return False
    if short and _DATED_SINCE.search(piece, at):
        return False  # 全年出栏目标430万头,1-3月出栏118.2万头,增长2.8%
    if _told_behind(s, r):
        return True
    if _COMPARED_BEHIND.match(s.text, r.quantity.end, s.sentence.end) or (s.answering and not _dated_behind(s, r)):
        return False
    return not sought(
        r"预计|预测|有望|可|将|力争|争取[^,。;]{0,14}(?:资金|补助|债券)|已|完成(?!投资)|占|为全年|同比|累计|实现|截至|截止|目前|[,;]到位\s?$|[,;]现|(?<!公)共(?!享|建|同|青)"
    ).search(piece[max(0, at - 6) :])


# 全年追发工资8932万元,涉及7163人,较上年减少21.5%: what is compared with the year before was told
_COMPARED_BEHIND = sought(
    r"(?:(?!已|目前|截至|累计|实际|[,;]现|完成|计划|目标|确保|力争)[^。;()]){0,32}?,(?:同比|[较比](?:上年|去年))(?!\d)(?![^,。;]{0,12}(?:以上|以内))"
)
_SO_FAR = sought(r"[^,。;()\d]{0,4},(?:截至[^,。;]{1,8},)?(?:目前|现|至今)?(?:已|累计|实际|现)[^,。;\d]{0,8}$")


def _told_behind(s: SentenceContext, r: Reading) -> bool:
    """全年完成85家,现已完成60家: what the year has given so far stands behind the year's plan, and is less."""
    behind = s.number_behind(r.quantity.end)
    if behind is None or behind.noun != r.quantity.noun or (behind.base or 0) > r.base:
        return False
    year = sought(r"全年(?:完成|实施|新建|建设|改造|培训|开展|组织)?\s?$").search(r.lead) is not None
    return year and _SO_FAR.fullmatch(s.text, r.quantity.end, behind.start) is not None


def _dated_behind(s: SentenceContext, r: Reading) -> bool:
    """全年新增产品40个,截至9月底新获证27个: a story's own plan, beside that of its heading."""
    behind = s.number_behind(r.quantity.end)
    less = behind is not None and behind.noun == r.quantity.noun and (behind.base or 0) <= r.base
    return less and behind is not None and _DATED.search(s.text, r.quantity.end, behind.start) is not None


_FOR_THE_YEAR = sought(
    r"(?:全年|今年|年内|本年度?|当年|年度)(?:(?!已|累计|实际|预计)[^,;:\d]){0,14}?(?:要|将|需)?(?:力争|确保|争取(?![^,。;]{0,12}(?:资金|补助|债券|政策))|奋斗|保底|冲刺)(?!再)[^,;:\d]{0,16}$"
)


_BY_YEAR_END = sought(
    r"[,、]?(?:到|至)?(?:今年|本年)?年[末底](?!前)[^,;:\d]{2,16}(?:稳定在|保持在|达到|控制在|突破|不低于|不少于|不超过)\s?$"
)


def promised_for_year_end(s: SentenceContext, clause_lead: str) -> bool:
    """年末能繁母猪存栏稳定在21万头左右 in a report of March: a level that is still to come."""
    ahead = s.cutoff_month is not None and s.cutoff_month < 11 and not s.next_steps
    thought = sought(r"预计|有望|预测|将").search(clause_lead) is not None
    return ahead and not thought and _BY_YEAR_END.match(clause_lead) is not None


_WITHIN = sought(r"年内(?:计划|拟|要)?(?![^,。;]*(?:已|累计|先后|实际|预计|共(?!享|建)))[^,。;、\d]{2,24}$")
_COMES_BEHIND = sought(r"[^。]{0,40}[,;。](?:目前|现(?!代)|已|截至|\d-\d{1,2}月)")


def promised_within_year(s: SentenceContext, r: Reading, clause_lead: str) -> bool:
    """年内改造620公里,目前路面完工243公里: by the year's end, where what there is so far stands behind it."""
    ahead = s.cutoff_month is not None and s.cutoff_month < 12 and not (s.next_steps or s.answering)
    if not ahead or "年内" not in clause_lead or r.measure != "amount" or "其中" in clause_lead:
        return False
    told = _COMES_BEHIND.match(s.text, r.quantity.end, r.quantity.end + 60)
    return _WITHIN.search(clause_lead) is not None and told is not None


def promised_for_the_year(s: SentenceContext, r: Reading, clause_lead: str) -> bool:
    """全年力争完成80亿元 with no goal of its name before it; behind one it says how the rest will go."""
    if s.next_steps or not (r.own or r.subject) or _FOR_THE_YEAR.search(clause_lead) is None:
        return False
    name = names.folded(r.own or r.subject)
    return not any(known and (known in name or name in known) for known in s.known)


def promised_of_the_year(s: SentenceContext, r: Reading, clause_lead: str) -> bool:
    """Whether one of these ways of speaking of the year makes a promise of the number."""
    return (
        promised_for_the_year(s, r, clause_lead)
        or promised_for_year_end(s, clause_lead)
        or promised_within_year(s, r, clause_lead)
    )


_DATED = sought(
    r"[,;]\s?(?:截至|目前|至今|现|已(?!纳入|列入)|(?:截?至)?\d{1,2}月[底末]|[本当]季度?|[本当]月|今年以来|实际(?!利用|使用|吸收))"
)


def dated_since(s: SentenceContext, r: Reading) -> bool:
    """全年发放贷款不少于5亿元,3月末余额6.4亿元,本季新发放1.52亿元: a date of its own stands behind the year's words."""
    assert r.period is not None
    goal = s.text[r.period.start : r.period.end].startswith(("全年", "年底", "年末", "今年", "年度"))
    return goal and s.sentence.start <= r.period.start and _DATED.search(s.text, r.period.end, r.start) is not None


def own_period(s: SentenceContext, r: Reading) -> bool:
    return (
        r.period is not None
        and s.cutoff_month is not None
        and r.period.last_month <= s.cutoff_month
        and r.period.start >= s.sentence.start
    )


_LATER = sought(r"全年|年底|年内|年末|四季度|下半年|可(?!比|支配)")
_LATER_THAN_THE_YEAR = sought(r"年底|年内|年末|四季度|下半年|月底|可(?!比|支配)")


_CAN = sought(r"1-\d{1,2}月份?[^,。;\d]{0,12}可(?:完成|达到?|实现)[^,。;\d]{0,14}$")  # 1-6月全区可实现生产总值64.2亿元


def forecast(s: SentenceContext, r: Reading, clause_lead: str) -> Voice:
    """预计1-9月增长8% is an estimate of the report's own period; 预计全年 is a forecast."""
    later = _LATER_THAN_THE_YEAR if s.cutoff_month == 12 else _LATER
    so_far = r.period is not None and _CAN.match(s.text, r.period.start, r.start) is not None
    thought = sought(r"预计|预测|初步核算|快报").search(clause_lead) is not None
    if so_far or (thought and not later.search(clause_lead)):
        of_the_year = s.cutoff_month == 12 and "全年" in clause_lead
        if r.period is None and r.measure == "amount" and not of_the_year:
            return "forecast"  # 预计认定85家 says no time: it is thought to come
        month = r.period.last_month if r.period else s.cutoff_month
        if month is None or s.cutoff_month is None or month <= s.cutoff_month:
            r.estimated = True
            return "report"
    return "forecast"


_FORESEEN = re.compile(r"预计完成|预测|预计全年|全年预计|展望|走势预判")


_ANSWERED = sought(r"(?:今年)?第?[二三四]季度计划[^,。;\d]{2,16}\d[^,。;]{0,6},实际")  # 三季度计划检查80家,实际检查66家


def is_foreseen(heading: str) -> bool:
    """A heading of next steps or outlooks: nothing under it has happened."""
    title = sought(r"[。;]").split(heading[:20])[0]  # 经济运行稳中有进。预计全年…: told below it
    if _ANSWERED.match(heading):
        return False
    return bool(NEXT_STEPS.match(heading)) or bool(_FORESEEN.search(title) and not sought(r"\d").search(heading[:20]))


_FIRM = sought(r"确保|力争|目标|任务")
_OF_THE_YEAR = sought(r"全年|年度|今年|年底|年初|年内|年末")


def planned_next(reading: Reading, text: str, sentence: Sentence) -> bool:
    """下一步打算:计划举办招聘会40场以上: what is planned for the next months is no goal of the year."""
    if reading.voice != "promise" or reading.measure != "amount" or _FIRM.search(reading.clause_lead):
        return False
    own = max(sentence.start, reading.clause_start) if reading.cued else sentence.start
    return _OF_THE_YEAR.search(text, own, sentence.end) is None


def foresee(text: str, sentence: Sentence, fresh: Sequence[Reading], foreseen_item: bool) -> None:
    """Give the voice of a forecast to what is said under words of foreseeing and not told for all that; in place."""
    for reading in fresh:
        ahead = foreseen_item and planned_next(reading, text, sentence)
        told = not foreseen_item and (_is_told(reading) or _behind_plan(reading, fresh))
        if ahead or (reading.voice in ("report", "claim") and not told):
            reading.voice = "forecast"


_DID_TO_IT = sought(r"[^,。;\d]{0,6}(?:已|均已|全部)(?:建成|完工|竣工|投用|开放|交付|完成|通过|投入)")


def _is_told(r: Reading) -> bool:
    """已改造92户; 东湖、榕溪等5个公园已建成开放: whatever the sentence before it foresees."""
    return sought(r"已|累计|实际|目前|截至").search(r.clause_lead) is not None or _DID_TO_IT.match(r.tail) is not None


def _behind_plan(r: Reading, fresh: Sequence[Reading]) -> bool:
    """计划50场,举办53场: what stands right behind a plan of its unit, under a word of doing, answers it."""
    before = [b for b in fresh if b.start < r.start and not b.bracket]
    plan = before[-1] if before else None
    did = (
        r.clause_start > (plan.start if plan else r.start)
        and sought(r"预计|预测|有望|拟|将|力争").search(r.clause_lead) is None
    )
    return plan is not None and plan.voice == "promise" and plan.quantity.noun == r.quantity.noun and did
