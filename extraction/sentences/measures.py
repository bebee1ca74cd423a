"""What a number measures: an amount, a growth, a share, a share of the plan, a change in points, an index."""

from __future__ import annotations

from extraction.sentences.goal_phrases import is_limit
from extraction.sentences.readings import Measure, Reading
from extraction.sentences.sentence_context import SentenceContext
from extraction.sought import sought
from extraction.words import names, wording

_WORKS_DONE = sought(  # 移民工程完成41%、产业园完成72.5%
    r"(?:(?<!路面)(?<!路基)(?<!土建)(?<!主体)(?<!基础)(?<!安装)(?<!装修)(?<!绿化)工程|项目|园区?|基地|中心|公路|道路|大桥|水库|泵站|电站|学校|医院|厂|线|楼|馆|房)(?:已|总体|目前)?完成(?:了)?(?:约|近)?\s?$"
)
_INDEX = sought(r"指数(?:[低高]于|控制在|不超过|超过|达到?)?$")
_RATES = sought(r"(?:任务|计划|目标|投资)?(?:完成率|完成比例|完成进度)(?:情况)?(?:(?:分别|依次)?(?:为|是)?:|看,)$")


_HOW_FAR = sought(  # 形象进度如下:路网91%;管廊76%(偏慢);热源厂_88%
    r"进度(?:情况)?(?:如下|分别为|为|是)?:(?:[^,;:。\d]{2,20}\d[\d.]{0,5}%(?:\([^()]{0,24}\))?(?:,[^,;。\d]{2,12})?[;,、。])*[^,;:。\d]{2,20}$"
)
_LONGEST_LIST = 400  # characters


def _progress_listed(s: SentenceContext, r: Reading) -> bool:
    """Whether the words before a list of works say that it tells how far they are."""
    at = s.text.rfind("进度", max(0, r.start - _LONGEST_LIST, s.text.rfind("\n", 0, r.start) + 1), r.start)
    return at >= 0 and len(r.own) >= 2 and _HOW_FAR.fullmatch(s.text, at, r.start) is not None


def _rates_listed(s: SentenceContext, r: Reading) -> bool:
    """各县区完成率分别为:甲区81%、乙县62.1%: what stands before the colon says what the list is of."""
    return _RATES.search(s.text[max(s.sentence.start, r.clause_start - 16) : r.clause_start]) is not None


def _of_it(s: SentenceContext, r: Reading) -> bool:
    """Whether a share of the number stands right behind its 的."""
    return any(q.start == r.quantity.end + 1 and q.noun == "%" for q in s.inside)


_FALLS = sought(  # 年度减排比例分别不低于2.1%: a rate of falling is a growth, downwards
    r"(?:减排|削减|压减|降低|下降|减少|缩减)(?:比例|比率|率|幅度)(?:目标|任务|要求)?(?:分别|均|都|为|要|应|达到?|不低于|不少于|至少|[:])*\s?$"
)


_WORK_CALLED_SO = sought(  # 供水保障提升工程完成率44.5%: what the work is called, and no growth
    r"(?:提升|提高|扩大|压减|减排|降低|削减|压缩|上升)(?=(?:改造|建设|专项|治理|攻坚)*(?:工程|项目|行动)[^,。;\d]{0,6}(?:率|比例|进度))"
)


def measure(s: SentenceContext, r: Reading) -> Measure:
    quantity, lead = r.quantity, r.clause_lead if r.bracket else r.lead
    if quantity.noun == "个百分点":
        return "change"
    if quantity.noun == "%":
        if (
            wording.GROWTH.search(_WORK_CALLED_SO.sub("", r.lead))
            or (r.bracket and wording.GROWTH.search(r.clause_lead))
            or sought(r"(?:增长|增速|增幅|涨幅|下降(?![到至]))[^,。]{0,8}$").search(lead)
            or _FALLS.search(r.lead)
        ):
            return "growth"
        if (
            not r.own
            and r.quantity.start
            and sought(r"(?:增长|增速|增幅)(?:目标|任务|计划|预期)?[:为]?$").search(r.clause_lead[-12:])
        ):
            return "growth"
        bare = len(names.folded(r.own)) < 2 and not r.bracket
        if bare and sought(r"(?:增速|增幅|增长率|涨幅)(?:实际|目标|完成)?$").search(r.subject):
            return "growth"  # 社零总额增速。目标8%,实际5.9%
        if not r.bracket and not r.lead and any(q.end == quantity.start and q.noun not in ("%", "") for q in s.inside):
            return "completion"  # 康复救助115名115%: 完成率 was lost between them
        if r.tail == "的" and _of_it(s, r):
            return "percent"  # 管理率61.7%,完成年任务62%的99.5%: the plan that the share is of
        if wording.CLAIM.search(r.clause_lead[-48:]) and not r.bracket and not is_limit(r):
            return "completion"
        if not r.bracket and (
            _WORKS_DONE.search(r.lead)
            or _progress_listed(s, r)
            or (len(names.folded(r.own)) < 2 and _rates_listed(s, r))
        ):
            return "completion"
        if (
            not r.bracket
            and s.topic
            and sought(r"\s?(?:约|近|已达|完成)?\s?").fullmatch(r.clause_lead)
            and s.text[r.clause_start - 1] == ":"
            and not sought(r"率$|比重|比例|占比").search(s.topic)
        ):
            return "completion"  # 保障房配建:75%
        return "percent"
    if not quantity.unit and (sought(r"指数").search(lead) or (not r.own and _INDEX.search(r.subject))):
        return "index"
    return "amount"
