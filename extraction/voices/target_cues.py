"""The words by which a number is a target although no heading says so."""

from __future__ import annotations

import re
from functools import lru_cache

from extraction import cues
from extraction.numbers.cut_to import CUT_TO
from extraction.sentences.readings import Reading
from extraction.sentences.sentence_context import BRACKETS, SentenceContext, without_brackets
from extraction.sentences.telling import ended
from extraction.sought import sought
from extraction.voices.no_amounts import begins_change
from extraction.voices.ran_so_far import ran_so_far, told_so_far
from extraction.words import names, wording
from extraction.words.peers import OF_THE_COUNTRY, is_of_the_country
from extraction.words.words_around import BESIDE_THEIR_GOAL


def last(pattern: re.Pattern[str], piece: str) -> int:
    last = -1
    for match in pattern.finditer(piece):
        last = match.start()
    return last


_TARGET_LAST = sought(rf"{wording.TARGET_WORD.pattern}\s?$")


_DONE_OF_GOAL = sought(
    r"\d[万亿]?[^,。;\d]{1,4}的[^,。;\d]{0,6}(?:目标|任务|计划)(?:已|仅|只|实际|累计)*(?:完成|实现)[^,。;\d]{0,4}$"
)  # 15亿元|的目标完成12.9亿元
_SUMMED_UP = sought(r"(?<!\d)[2-9]项(?:指标|任务|目标)(?:实际|现)?(?:为|达)")  # 两项指标为96.8%和51.4%: they tell


_THOSE_BEHIND = sought(rf"{BESIDE_THEIR_GOAL}[^,。;\d]{{0,20}}$")  # 浓度高于控制目标的有临港区|52微克/立方米


_WAS_MET = sought(  # 提前实现全年目标 工业投资增长|12.4%: two parts of a headline
    r"^.*(?:完成|实现|超过|突破)[^,。;\d]{0,10}(?:目标|任务)(?:任务)?[ \t]+(?=[\u4e00-\u9fff])"
)
_TITLE = sought(r"[“《][^“”《》\d]{2,16}(?:计划|工程|行动)[”》]")  # “英才计划”创新团队42个: a name, and no plan


def target_cue(s: SentenceContext, r: Reading, clause_lead: str) -> bool:
    clause_lead = without_brackets(clause_lead)
    clause_lead = _TITLE.sub("", clause_lead) if "计划" in clause_lead else clause_lead
    clause_lead = _WAS_MET.sub("", clause_lead) if "标 " in clause_lead or "务 " in clause_lead else clause_lead
    if ran_so_far(s, r):
        return False
    if _tells_of_goal(clause_lead):  # (目标96%)、乡镇95.8%: a bracket's words end with it
        return False
    if _ends_in_target(r.lead) and not _is_on_a_list(s, r):
        return True
    if _ends_in_node(r.lead) or bounded(s, r, clause_lead) or planned_sentence(s, r, clause_lead):
        return True
    return _is_cued(clause_lead, OF_THE_COUNTRY.match(clause_lead) is not None and is_of_the_country(s.text))


@lru_cache(maxsize=4096)
def _tells_of_goal(clause_lead: str) -> bool:
    told = (_SUMMED_UP, _DONE_OF_GOAL, _THOSE_BEHIND)
    return any(words.search(clause_lead) is not None for words in told)


@lru_cache(maxsize=4096)
def _ends_in_target(lead: str) -> bool:
    """Whether the words before a number end in a word for goals that nothing was told of yet."""
    return _TARGET_LAST.search(lead) is not None and not sought(
        r"(?:完成|超|占|为)(?:全年|年度|年|了)*(?:目标|任务|计划|预算)(?:任务|目标)?$|已(?:全部|分批|累计|提前)?(?:下达|安排)[^,;。\d]{0,8}$"
        r"|(?:资金|补贴|补助|奖补|经费|专款|债券)(?:已|全部)*(?:下达|安排)\s?$|占[^,;。\d]{0,8}安排(?:资金|投资|总额)?的?\s?$"
    ).search(lead)


@lru_cache(maxsize=4096)
def _ends_in_node(lead: str) -> bool:
    return (
        sought(
            r"(?<!打造)(?<!建设)(?<!建成)(?<!改造)(?<!新建)(?<!新增)(?<!(?:打造|建设|建成|改造|新建|新增)[\u4e00-\u9fff]{2})"
            r"节点(?:目标|任务|要求)?(?:为|是|:)?\s?$"
        ).search(lead)
        is not None
    )


@lru_cache(maxsize=4096)
def _is_cued(clause_lead: str, of_the_country: bool = False) -> bool:
    """Whether the clause plans, and does not tell behind that."""
    cue = last(
        sought(
            r"目标(?!任务?完成|人群|群体|对象|客户|市场)|(?<![供响反效适感])(?:应|须|需)(?=[比较])|(?:任务|目标)(?=[是为])|定为|(?<!研发)(?<!科技)(?<!人才)(?<!行动)(?<!支持)(?<!培养)(?<!按)计划(?!完成率|的|投资完成|总投资)|原定(?=[为是]?\s?$)|(?<=季度)应(?=[\u4e00-\u9fff])|(?<=月[底末])应(?=[\u4e00-\u9fff])|(?<=半年)应(?=[\u4e00-\u9fff])|应(?=[新完竣开建改])|(?<![重主需紧])要(?=新?建|改造|维修|培训|下降|完成|达到|增长|建成|新增|控制|实现|削减|减少|提高|降低)|要求|(?:[省市县旗区州]|国家"
            r"|上级)(?:[\u4e00-\u9fff]{0,3}[局厅委办会部]|里|政府)?下达|任务(?=[^的完]{0,12}$)|(?:确定|明确|安排)(?=全[市县旗区省州]|我[市县旗区州])|预期|(?:提出|批准|签订|预定|给定|设定)的(?=“?\s?$)|(?<=[标一项务])定[为在](?=\s?$)|(?<!法)(?<!商)(?<!约)(?:规定|确定|要求|承诺|定)的(?=[是为]\s?$)|年初(?:确定|安排|下达|核定|部署|提出|制定)|指标为|须|需完成|奋斗|自加压力|自定|确保(?=目标)"
        ),
        clause_lead,
    )
    if cue < 0 or (not of_the_country and sought(r"[\s,]*(?:全省|全国)(?!.*下达)").match(clause_lead)):
        return False
    did = last(
        sought(
            r"已|目前|截至|累计|实际(?!利用|使用|吸收)|(?<!兑)现|(?<!计划)(?<!目标)(?<!任务)(?<!应)(?<!任务[是为])(?<!目标[是为])完成(?!率)|(?<!要)(?<!要求)(?<!要求分别)(?<!目标分别)(?<!任务分别)(?<!要求均)达到(?!目标)|为全年|占"
        ),
        sought(r"^(?:全年|年度|今年|本年)*(?:目标|计划|任务|要求)[^,;]*?(达到?)\s?$").sub(
            lambda m: m.group()[: m.start(1) - m.start()], clause_lead
        ),
    )
    return cue > did


def _list_lead(r: Reading, clause_lead: str) -> str:
    """分别降至29%、|20元以下: the verb before the first of a list is that of all."""
    listed = (
        len(r.lead) <= 3 and sought(r"\s?[、和及与]\s?").fullmatch(r.lead) and sought(r"分别|依次").search(clause_lead)
    )
    return sought(r"\d").split(clause_lead)[0] if listed else r.lead


_ON_A_LIST = sought(r"(?:列入|纳入|进入|入选)[^,。;\d]{0,12}(?:计划|目标|任务|指标)的\s?$")


def _is_on_a_list(s: SentenceContext, r: Reading) -> bool:
    """列入计划的136个重点项目总投资1127亿元: how many there are, where the sentence does not say how many are done."""
    if _ON_A_LIST.search(r.lead) is None:
        return False
    return not any(q.noun == r.quantity.noun for q in s.inside if q.start > r.start)


_BOUNDED = sought(r"不(?:高于|低于|少于|超过|小于|突破)\s?$|控制在\s?$")
_BOUND_BEHIND = sought(r"以[上内下]")
_THEN_APART = sought(
    r"(?:以内|之内|内)?,\s?(?:[比较])(?:年初|年度|全年|既定|预期|考核|控制|的)*(?:目标|指标)(?:值)?[低高]\d"
)
_EACH_DID = sought(  # 达标率各县均达70%以上
    r"各(?:[县市区州镇乡旗]|\([县旗市区]\)|、)+[^,。;\d]{0,4}[均都](?!要|须|应)"
)
_DATED = sought(
    r"\s{0,4}(?:据(?:悉|了解|统计),)?(?:今年|20\d\d年)?(?:1-\d{1,2}月份?|上半年|前[一二三]季度|[一二三四]季度|截至[^,。;]{2,10})(?:份|末|底)?,"
)
_FAR = 600  # characters of a long sentence


def _opens_dated(text: str, at: int) -> bool:
    """Whether the sentence, through all its semicolons, opens with the time that it tells of."""
    low = max(0, at - _FAR)
    return _DATED.match(text, max(low, text.rfind("。", low, at) + 1, text.rfind("\n", low, at) + 1)) is not None


_ENSURES = sought(r"确保|力争|努力|要求|目标")
_BOUNDS = cues.cue(_BOUNDED, _BOUND_BEHIND)


def bounded(s: SentenceContext, r: Reading, clause_lead: str) -> bool:
    """不高于50, 达到62%以上, 控制在12天以内: a bound without a word of reporting is a goal."""
    if not s.cues & _BOUNDS:
        return False
    tail = s.text[r.quantity.end : r.quantity.end + 3]
    lead = _list_lead(r, clause_lead)
    bound = _BOUNDED.search(lead) or (
        _BOUND_BEHIND.match(tail)
        and sought(
            rf"(?:达到?|再降低|再下降|控制[到至]|{CUT_TO}|[比较](?:上年|去年)(?:下降|降低|减少|压减)|压减|稳定在|保持在)"
            r"(?:(?:今年|本年)?年?[底末]的?)?\s?$"  # 由14%降至年底的10%以下
        ).search(lead)
    )
    if bound and not sought(r"[左右以]").match(tail) and _opens_dated(s.text, s.sentence.start):
        return False  # 今年1-9月,...;出生率控制在10.2‰: exact, in a sentence that opens with its date
    if bound and told_so_far(s, r):
        return False
    if bound and _THEN_APART.match(s.text, r.quantity.end):
        return False  # 控制在2.6%内,比既定的目标低0.9个百分点: what it was held to stands behind
    if bound and _EACH_DID.search(clause_lead) and not _ENSURES.search(clause_lead):
        return False
    return bool(bound) and not sought(
        r"已|目前|截至|今年以来|累计|实际(?!利用|使用|吸收)|同比|现|月|季度|半年|排名|居(?!民|家|住)|预计|有望|预测|将"
    ).search(
        clause_lead,
    )


_LISTED = sought(
    r"(?:目标|任务|要求)(?:为|是)?:|(?:^|[这的,。\s](?<![好成了过]的))(?:\d{1,2}|[一二三四五六七八九十]{1,3})[件项](?:民生|惠民|为民|利民|便民)?实事(?:项目)?(?:分别|具体|主要)?(?:为|是):|(?<!完成)(?:目标任务|任务目标|工作任务|任务|目标)(?:共有?|有)?(?:\d{1,2}|[一二三四五六七八九十两]{1,3})[项个件](?:(?:,?(?:分别|具体|主要)(?:为|是)?)?:|,(?:(?:分别|具体|主要)(?:为|是)|即))|(?:年初|全年|今年|年度|本年)(?:计划)?(?:确定|安排|部署|承诺|明确|提出|拟定)(?:了|的[^,。;:\d]{0,12})?:"
    r"|(?P<said>(?:全年|年度|今年|本年|年初|主要)[^,。;:\d]{0,8}(?:目标任务|目标|任务|计划)(?:为|是)"
    r"|^(?:今年|全年|年度|本年度?|年内|20\d\d年度?,?)?(?:[全我][省市县旗区州])?计划(?=[\u4e00-\u9fff])"
    r"|^(?:今年|全年|20\d\d年),?[全我][省市县旗区州][\u4e00-\u9fff]{2,8}计划(?=完成|新建|建设|改造|实施|解决|新增)"
    r"|^[^,;:。\d]{2,30}(?:责任书|目标书|任务书|清单|实施方案|行动方案|计划表),(?:今年|全年)?(?:[全我][省市县旗区州])?计划(?=[\u4e00-\u9fff])"
    r"|(?:^|讯\s?)(?:20\d\d年,?|今年,?)?(?:国家|上级|[\u4e00-\u9fff]{0,4}[省市县旗区州])(?:[\u4e00-\u9fff]{0,3}[局厅委办会部]|里|政府)?下达(?:给|了)?(?:[我全本]|[\u4e00-\u9fff]{2,8})[省市县旗区州]"
    r"[^,。;:]{0,24}?(?:目标任务|任务|目标|计划)(?:为|是)?)"
)
_TOLD = sought(
    r"已|目前|(?:^|[,;、])现(?!代|场|有)|截至|截止|累计|实际(?!使用|利用|到位)|同比|核算|测算|统计|核定|评估|反馈|经[^,。;\d]{0,10}(?:认定|考核|验收|审核)|(?:上半年|\d月|季度)(?!底|末)"
    r"|全部(?:竣工|完工|建成|完成|交付|投用|到位|上岗)|均已|[春夏秋冬]季?(?=[^,。]{0,6}(?:完成|治理|种植|造林|建|共))|以来|先后"
)


@lru_cache(maxsize=512)
def list_cue(piece: str) -> re.Match[str] | None:
    """The words that open a list of promises: 年初确定的目标为:, 全年任务为, 计划 at the head of its sentence."""
    return _LISTED.search(piece)


def planned_list(s: SentenceContext, r: Reading) -> bool:
    """年初确定的目标为: ..., ..., ...: until something is reported, the whole list promises."""
    before = s.text[s.sentence.start : r.start]
    if "(" in before:  # (年度目标:正增长3%),外包2.3亿美元: what a bracket plans ends with it
        before = BRACKETS.sub(lambda m: " " * len(m.group()), before)
    cue = list_cue(before)
    if cue is None or s.sentence.start + cue.end() <= s.told or _TOLD.search(before, cue.end()):
        return False
    if sought(r"预计|预测|有望|可望").search(before, cue.end()):
        return False
    if not cue["said"]:
        return sought(r"完成(?!率|比)").search(_DO.sub("", before[cue.end() :])) is None
    listed = [q for q in s.inside if s.sentence.start + cue.end() <= q.start < r.start]
    nouns = {q.noun for q in listed if not begins_change(s.text, q.end)}
    if r.measure == "growth" and not r.own and s.sentence.start < s.told < s.sentence.start + cue.start():
        return "," not in before[cue.end() :]  # 收入22亿元,年度计划是28亿元,增长31.5%: of the income
    begun = (
        sought(r"开工|动工|启动").search(before, cue.start()) is not None
    )  # 计划新开工3个,完工4个: stages of one plan
    if r.quantity.noun in nouns and not begun and ended(r.lead, r.tail):
        return False  # 计划招聘180名,公开招聘到岗172名: the same things again under the verb of their end
    named = len(names.folded(r.own)) >= 2 and not names.BARE_VERB.fullmatch(r.own)
    return named or begun or r.quantity.noun not in nouns


_DO = sought(r"(?:^|[;,。、]|[一二三四五六七八九十]是|[①-⑳]|\d[.、)])\s?完成")  # 任务2项:一是完成零售额24亿元;二是完成…
_SETS_OUT = sought(r"(?:今年|全年|年内|[全我][市县旗区])*(?:要(?!求)|拟|应|需|计划|新|改造|建设|整治|培育|举办|完成)")
_CAME_OF_IT = sought(
    r"建成|竣工|投用|投入使用|交付|通车|发放|到位|开工(?!\d|$)|办结|组织|召开"
)  # 根据省里部署,建成3200个


_CLOSED = sought(
    r"\d[^,。;]{0,8}的(?:目标任务|目标|任务|要求|指标),"
)  # 省定甲38微克、乙82.5%以上的目标,全市…: they end there


_ORDERED = sought(r"(?:按照?|根据|对照)[^,。;]{0,18}(?P<what>目标|任务|要求|计划|清单|方案|部署),")
_PLANNED = sought(
    r"(?:年度|全年|今年|本年|年)(?:目标)?(?:任务|计划|目标)(?:为|是|:|要|新|完|建|改|实施)|年初(?:确定|计划|安排|部署)|(?<![于过出到比较成])(?:省定|省下达|市下达)"
)
_PLANS = cues.cue(_LISTED, _ORDERED, _PLANNED)


def planned_sentence(s: SentenceContext, r: Reading, clause_lead: str) -> bool:
    """年度任务为新开工640套、建成1200套,完成投资9亿元: the whole sentence plans, until something is reported."""
    if not s.cues & _PLANS:
        return False
    before = s.text[s.sentence.start : r.start]
    if "(" in before:
        before = BRACKETS.sub(lambda m: " " * len(m.group()), before)
    if planned_list(s, r):
        return True
    ordered = _ORDERED.match(before)
    told = r"已|目前|截至|截止|累计|实际(?!利用|使用|吸收)|完成|同比|核定|占|实现"
    if ordered and r.own and not re.search(told, before[ordered.end() :]):
        set_out = _SETS_OUT.match(before, ordered.end()) and not _CAME_OF_IT.search(before, ordered.end())
        return ordered["what"] in ("目标", "任务", "要求", "计划") or bool(set_out)
    cue = _PLANNED.search(before)
    if cue is None or not r.own:
        return False
    since = before[cue.end() :]
    if _CLOSED.search(since):
        return False
    if sought(r"(?:目标任务|任务|目标|计划)?(?:总数|数|量)?的?\s?\d").match(since) and sought(r"完成|占|为").search(
        before[: cue.end()]
    ):
        return False  # 完成省下达任务的100%: a share, no plan
    if _TOLD.search(since) or sought(r"现|季度|半年|占|预计|预测|有望|可望").search(since):
        return False
    listed = before[cue.end() - 1 :]
    if sought(r"(?:为|是)?:").match(listed) and not sought(
        r"已|目前|截至|截止|累计|实际(?!利用|使用|吸收)|同比"
    ).search(listed):
        return True
    if sought(r"(?:目标|任务)(?:为|是)[:]").search(before):
        return True
    nouns = {q.noun for q in s.inside if s.sentence.start + cue.start() < q.start < r.start}
    return bool(nouns) and r.quantity.noun not in nouns


def continues_plan(s: SentenceContext, r: Reading, before: list[Reading]) -> bool:
    """均要下降2.5%以上,二氧化硫下降3.2%: a sentence of nothing but goals goes on with another rate until it reports."""
    here = [b for b in before if b.sentence == r.sentence and not b.bracket and b.voice != "context"]
    if r.measure not in ("growth", "percent") or not r.own or not here or not all(b.voice == "promise" for b in here):
        return False
    bare = not here[-1].quantity.unit and here[-1].measure == "amount"  # PQI达到92以上,优良路率达到93%
    if not any(b.cued for b in here) or (here[-1].measure != r.measure and not bare):
        return False
    between = s.text[here[-1].quantity.end : r.start]
    after = s.text[r.quantity.end : r.quantity.end + 12]
    told = (
        r"已|年末|实绩|目前|截至|累计|实际(?!利用|使用|吸收)|完成|同比|现|核定|测算|评估|测评|调查(?!失业)|显示|监测|月|季度|半年|预计|[高低]于"
        r"|上年|去年"
    )
    return not re.search(told, between) and not sought(
        r"[^。;]{0,4}(?:[高低]于|超|\([^()]{0,6}(?:目标|任务|计划|预期))"
    ).match(after)
