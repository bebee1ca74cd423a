"""What a heading promises, or tells: 新增规上企业20家 is a goal there, unless the line itself says what came of it."""

from __future__ import annotations

from decimal import Decimal

from extraction.sought import sought
from extraction.voices.funds import is_pot, is_told_money
from extraction.voices.place import BASE, REPORT, Place, Said, plainly
from extraction.voices.plan_lists import does_it, on_the_way

_ALL_DONE = sought(r",(?:已|现)?(?:均已|全部)(?:竣工|完工|建成|完成|交付|投用|验收|发放|到位)[^,。;\d]{0,6},")


def _has_its_share(p: Place) -> bool:
    """计划搬迁1106户,入住_702户,占63.5%: the share behind it is that of this number in the one before."""
    last, share = p.last, p.behind
    if last is None or last.voice != "promise" or last.quantity.noun != p.r.quantity.noun or not last.base:
        return False
    if share is None or share.noun != "%" or share.value is None or last.sentence != p.r.sentence:
        return False
    return abs(p.r.base / last.base * 100 - share.value) <= Decimal("0.06")


_THERE_ARE = sought(  # 我县含60名学生以上的校点有74个
    r"(?:^|[,;。])\s?(?:[我全本][省市县旗区州镇]|辖区内?)[^,。;\d]{0,8}(?:\d{1,4}[名人张][^,。;\d]{2,12})?[^,。;\d]{0,8}(?<!没)(?<!持)(?<!占)有\s?$"
)
_HELD_TO = sought(
    r",\s?(?:(?:低于|高于|少于|优于|未达到?|超过)[^,。;\d]{0,8}(?:目标|要求|任务|计划)"
    r"|(?:低于|高于|少于|优于|未达到?|超过|控制在|达到)\d[\d.]{0,5}%(?:左右|以[上下内])?的?[^,。;\d]{0,8}(?:目标|要求)(?!任务)"
    r"|距离?[^,。;\d]{0,10}\d[\d.]{0,5}%[^,。;\d]{0,8}[差少低欠])"  # 78.2%,距市要求80%差1.8个百分点
)


def _held_to_goal(p: Place) -> bool:
    """10月底_71.4%,低于省定要求(90%)18.6个百分点: what is held against a goal tells."""
    return _HELD_TO.match(p.s.text, p.r.quantity.end) is not None


_GOAL_TOLD_BEHIND = sought(  # 引进人才46名,…;新增技能人才600人的目标…仅完成271人: an account, but for that goal
    r"[^。;\n]{0,80};[^。;\n]{0,60}?\d[^,。;\d]{0,3}的(?:目标|任务)[^。\d]{0,40}(?:仅|只|已|实际)[^。\d]{0,6}\d"
)
_RATE_HELD_BEHIND = sought(  # 隐患26项,已整改24项,整改率92.3%,未达到100%的目标: the rate has the goal
    r"[^,。;\d]{0,2},(?:已|完成)[^,。;\d]{0,6}\d+[^,。;\d]{1,2},[^,。;\d]{1,6}率(?:为|达)?\d[\d.]*%,"
    r"(?:未达到?|低于|高于|超过|达到)\d[\d.]*%?[^,。;\d]{0,4}的(?:目标|要求)"
)
_MONTH_TOLD_BEHIND = sought(
    r",其中(?:\d{1,2}月份?(?:当月)?|[当本]月|第?[二三四]季度)(?:完成|实现|新增)?\d"
)  # 供水2.8亿方,其中9月份
_THE_YEAR = sought(r"^[,、]?全年(?!目标|任务|计划|要|力争|确保|应|需|拟)")


def _told_of_the_year(p: Place) -> bool:
    """妇幼健康。全年免费婚检_2863对 behind a title, in the report of the whole year."""
    return p.s.index > 0 and p.s.cutoff_month == 12 and _THE_YEAR.match(p.clause_lead) is not None


_AT_THE_SECTIONS = sought(  # 4个省考断面水质达标率75%
    r"(?:^|[,;:。、])\s?\d{1,3}个[^,。;:\d]{0,10}断面[^,。;:\d]{0,8}(?:优良|达标)[^,。;:\d]{0,6}(?:率|比例)(?:为|达到?)?\s?$"
)
_TOLD_ON_THE_LINE = sought(r"[^\n]*?(?:目前|实际|已|截至|现|\d月|季度|半年|实测|断面|完成)")


def _read_at_sections(p: Place) -> bool:
    """水质: 4个省考断面达标率_75%;…: what was read at so many of them, where nothing behind it answers a goal."""
    found = p.r.quantity.is_percent and p.r.quantity.qualifier is None and _AT_THE_SECTIONS.search(p.sentence_lead)
    if not found or p.s.text.count("断面") > 1:
        return False  # a goal that another section answers
    return _TOLD_ON_THE_LINE.match(p.s.text, p.r.quantity.end) is None


def heading_promises(p: Place) -> Said | None:
    """新增规上企业_20家 as a heading, or where a list of goals goes on; but what it says was done tells."""
    if not p.s.promising:
        return None
    if p.last is not None and _ALL_DONE.search(p.s.text, p.last.quantity.end, p.r.start):
        return REPORT  # 改造危房1680户,全部竣工,拨付补助3141万元: what was done with them is told
    told_behind = (_GOAL_TOLD_BEHIND, _RATE_HELD_BEHIND, _MONTH_TOLD_BEHIND)
    if any(t.match(p.s.text, p.r.quantity.end) for t in told_behind) or _told_of_the_year(p):
        return REPORT
    if _stood_then(p):
        return BASE
    money = is_pot(p.s.text, p.r) or is_told_money(p.s.text, p.r)
    if money or _has_its_share(p) or (p.r.quantity.is_percent and _held_to_goal(p)):
        return REPORT
    told = (
        _in_an_account(p)
        or _read_at_sections(p)
        or _stands_there(p)
        or _THERE_ARE.search(p.clause_lead) is not None
        or _AT_IT.match(p.clause_lead) is not None
        or _GOAL_BEHIND.match(p.s.text, p.r.quantity.end) is not None
        or _REAPED.match(p.s.text, p.r.quantity.end) is not None
        or _tells_on(p)
        or does_it(p.r, p.before)
        or on_the_way(p.r, p.before)
    )
    return REPORT if told else plainly("promise")


_PLANS_ANEW = sought(r"计划|目标|任务|确保|力争|[应须需要拟将]|再|年内|全年|新|建|改|提升|治理|培育|引进|[;；]")
_PASSED = sought(
    r"(?:已|现已|均已)?(?:通过|获批?|获评|经)[^,。;\d]{0,10}(?:验收|认定|评审|批复|命名|评估|授牌|考核|审核|评)?\s?"
)
_TASK_OF = sought(r"(?:任务|计划|目标)数?(?:为|是)?\s?$")
_A_STEP = sought(
    r"(?:已|现)?(?:路[基面]|桥[涵梁]|主体|基础|管[沟道]|土石?方|沟槽|主管|支管)(?:工程)?[\u4e00-\u9fff]{0,6}\s?"
)


def _tells_on(p: Place) -> bool:
    """到位31.5亿元,其中工业项目_12.8亿元: behind what is told; 3个,通过市级验收_2个: behind a plan of its unit."""
    r, last = p.r, p.last
    if last is None or last.sentence != r.sentence or r.bracket or last.bracket:
        return False
    if last.voice == "report" and p.behind is None:
        return r.lead.lstrip(" ,、").startswith("其中") or _PLANS_ANEW.search(r.lead) is None
    smaller = last.voice == "promise" and last.quantity.noun == r.quantity.noun and r.base <= last.base
    if not smaller:
        return False
    lead = r.lead.rpartition(")")[2].lstrip(" ,、")
    step = _TASK_OF.search(last.lead) is not None and _A_STEP.fullmatch(lead) is not None
    return step or _PASSED.fullmatch(lead) is not None


_GOAL_BEHIND = sought(  # 实现58.9亿元,下降11.3%,全年目标为增长3%
    r"(?:,\s?(?:同比)?(?:增长|下降|增加|减少|上升|回落)\d[\d.]*%)?,\s?(?:而)?(?:全年|年度|年初|预期)(?:确定|预期|增长)?目标(?:为|是)?(?:增长|下降|增加|减少)?\d"
)
_REAPED = sought(r",[^,。;\d]{0,8}(?:正在?|陆续|即将|开始|已)收[割获]")  # 粮食90亿斤以上。夏粮_41亿斤,秋粮正在收割
_AT_IT = sought(r"[,、;。]?\s?(?:目前|现)?,?正(?:在|与|同|和|就)")  # 引进3家。正与_2家洽谈


_AT_AN_END = sought(r"[,、;。]?\s?(20\d\d)年[末底](?!前|之前|力争|确保|达|要|预计|实现)[^,。;\d]{0,16}$")


def _stood_then(p: Place) -> bool:
    """城镇化率提高0.6个百分点。2022年末城镇化率_51.4%: how it stood before the year began."""
    said = _AT_AN_END.match(p.clause_lead) if p.r.quantity.is_percent else None
    return said is not None and p.s.year is not None and int(said[1]) < p.s.year


_STANDS = sought(  # 8月末县级国库库款余额_1.26亿元
    r"(?:^|[^\d年])(?P<month>\d{1,2})月(?:份)?[末底](?![前之])[^,。;\d]{0,16}(?:余额|存量|库存|在册[^,。;\d]{0,6})(?:为|达|约)?\s?$"
)
_BALANCE = sought(r"(?:库款|暂付款|财政专户|债务|存款|贷款|存贷款)余额(?:为|约)?\s?$")
_GOES_ON_AS_GOAL = sought(r"[^,。;\d]{0,2}(?:以[上下内]|左右)|[^,;。\n]{0,4}[(][^()\n]{0,12}(?:牵头|责任|局|办|委)")


def _stands_there(p: Place) -> bool:
    """What stands in the books at a past month's end, and balances that no word says are aimed at."""
    if p.r.quantity.qualifier is not None or _GOES_ON_AS_GOAL.match(p.s.text, p.r.quantity.end):
        return False
    stands = _STANDS.search(p.clause_lead)
    if stands is not None:
        return p.s.cutoff_month is not None and int(stands["month"]) <= p.s.cutoff_month
    more_behind = sought(r"[;,](?!\s?(?:已|完成|目前|实际|[截至到]))").match(p.s.text, p.r.quantity.end)
    return more_behind is not None and _BALANCE.search(p.clause_lead) is not None


def _in_an_account(p: Place) -> bool:
    """收入1.62亿元,为预算3.9亿元的41.5%;支出_12.8亿元: a line that tells a figure with its share tells on."""
    told = [b for b in (*p.s.just_told, *p.before) if b.heading and not b.bracket]
    return any(b.voice == "claim" for b in told) and any(b.voice == "report" and b.measure == "amount" for b in told)
