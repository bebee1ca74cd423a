"""At which stage of the work a figure was counted, and which promises it may answer: 已签约33个,开工15个,竣工6个.

A promise to begin (新开工20个) is answered by what was begun, every other one by what is finished.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extraction.numbers import units
from extraction.promises.entered import ACCEPTED, ENTERED, ENTERS, IN_BOOKS, IN_STATISTICS, LAND
from extraction.promises.granted import asked_for, filed, granted, shared_out
from extraction.promises.said_of_goals import stage_of_list
from extraction.promises.steps_alone import on_paper
from extraction.promises.targets import Promise
from extraction.promises.works_apart import WORK, is_other_work
from extraction.sentences import refusals
from extraction.sentences.other_grade import attested_below
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_FINISHED = re.compile(r"完工|竣工|建成|投产|投用|投入使用|交付|通车|验收")
_DONE = re.compile(
    r"完工|竣工|建成|投产|投用|投入使用|交付|通车|验收|完成|获批|挂牌|落地|开业|认定|获评|命名|取得|入职|到岗|报到|达产|通水|开园|交地|拆除|腾空|搬离|出让|运行|运营|结业|入住|发布实施|颁布|出台"
)
_OTHER = re.compile(rf"{_FINISHED.pattern}|签约|洽谈|立项|备案|封顶|续建|批复|用地|选址")
_SHELL = re.compile(r"主体(?:工程|结构)?(?:完工|建成|竣工)")  # the shell alone was promised
_EARLY_WORD = sought(
    r"(?:评估|审核|审批|审查|评审|核查|鉴定|论证)+通过|中$|有?(?:落实选址|进场施工)|已?完成(?:招标|采购|设计|立项)+|已?(?:新?开工|动工|启动|签约|组织|推荐|申报|申请|笔试|面试|报名|排查|摸排)"
)
_TOLD = re.compile(
    r"已|现|目前|截至|均|累计|[,;、]"
)  # 改造1250户已动工980户: what is told behind the goal is not promised
_SIGNS, _SIGNED = sought(r"(?:引进|招引)[^,。;]{0,12}项目"), re.compile(r"(?:新|共|已)*签约")

_AT_WORK = re.compile(r"运行|运营|投用|使用")  # 备案运行18家: beyond the stage that the other word names
WRITTEN = re.compile(
    r"标准|规范|规程|办法|政策|文件|清单|指南|报告|白皮书|指数|目录|榜单|制度|法规|条例|预案|简报|信息|案例"
)
ISSUED = re.compile(r"发布|印发|出台|下发")
_GRANTED = re.compile(r"编制|名额|额度|用地指标")
_FUNDED = re.compile(r"资金|贷款|债券|补贴|补助|外资|引资|奖补|担保|专项债|助学金")

_BUILT = sought(r"(?:施工|安装)(?:已|全部|均)*(?:完成|完毕)")  # 施工完成1120户: its name says 施工 again
_PAST = sought(
    r"(?:审查|审核|核实|筛选|初审|核查)后|(?:评审|审核)(?=确认|认定|命名|授牌)|(?:施工|安装)(?=完成|完毕)|(?<=完成)(?:施工|安装)+(?![招图许准监])"
    r"|续建(?:的|项目)?(?=[^,;]{0,16}(?:建成|完工|竣工|交付|投用))|采购(?=并?(?:安装|发放|投放|配备|到位))|[^,;]{0,6}以来"
)
_HIRES = sought(
    r"(?:引进|招聘|招录|招引|选聘|录用)[^,。;\d]{0,14}(?:人才|教师|医生|医师|护士|人员|博士|硕士|毕业生|干部|专家|大学生)"
)
_SCREENING = sought(r"资格(?:[审复][核查]|[复初]审)|面试|笔试|体检|考察|政审|报名")
_SCREENED = sought(rf"(?P<by>{_SCREENING.pattern})(?:已|共|合格)?\s?$")


def clash(promise: Promise, reading: Reading) -> str | None:
    """Why the figure's stage keeps it from answering: an application is no certification, a signature no beginning."""
    if promise.measure == "percent" or _ought_to(promise, reading):
        return None  # 签约覆盖率: the stage is the rate's own word
    if "级" in promise.name and (below := attested_below(promise.name, reading.clause_lead)):
        return refusals.other_kind(below)
    screened = _SCREENED.search(reading.lead)
    if screened and _HIRES.search(promise.name) and not _SCREENING.search(promise.name):
        return refusals.other_kind(screened["by"])  # 引进人才200名,已完成资格审核171名,签约到岗88名
    entered = ENTERED.search(promise.name) is not None
    if entered and ENTERS.fullmatch(reading.own):
        return None  # 通过省统计局审批入统17家
    here = _stage_words(promise, reading, entered)
    taken_in = entered or (
        "入库" in promise.name and not _ASKS.search(promise.name)
    )  # 科技型中小企业评价入库80家,上报95家
    if taken_in and _ASKS.search(here) and "入" not in here:
        return refusals.early(reading, "application")  # 新增入库35家,已申报22家、审核入库14家
    stage = names.stage(here) or ("started" if on_paper(promise.name, reading) else None)
    place = promise.reading
    promised = _promised_stage(promise) or stage_of_list(place, reading)
    if (
        promised is None
        and "签" in here
        and _signs(promise)
        and _SIGNED.search(here)
        and not names.stage(_SIGNED.sub("", here))
    ):
        return None  # 引进项目300个: what was signed has come in
    if promised == "started" and _FINISHED.search(_SHELL.sub("", place.own + place.lead)):
        promised = None  # 新开工300个、完工100个: the second is to be finished
    if promised == "started" and "开工" in promise.name and "开工" not in here and _OTHER.search(here):
        return None if _inherits(promise) else refusals.other_stage(reading)
    if WORK.search(here) and is_other_work(promise.name + _NUMBER.split(place.clause_lead)[-1], here):
        return refusals.other_work(reading)
    if "新开工" in here and "开工" not in promise.name and _FINISHED.search(promise.name):
        return refusals.early(reading, "started")
    if promised == "started" and "签约" in promise.name and "开工" not in promise.name and _BEGINS.search(reading.own):
        return refusals.early(reading, "started")  # 新签约项目35个,已签约27个,已开工19个: what became of them
    if promised == "started" and "开工" in here:
        stage = promised
    if "腾空" in here and sought(r"整治|改造|加固|维修|修缮|重建").search(promise.name):
        return refusals.early(reading, "started")  # 整治64栋,已腾空22栋,完工13栋
    if "签" in here and "签" not in promise.name + place.clause_lead and stage == promised == "started":
        return refusals.early(reading, stage)  # 拆迁180户,已签约160户: what was signed is not yet gone
    known = stage is None or stage == promised
    return None if stage is None or known or _is_met(promise, here, stage) else refusals.early(reading, stage)


_BEGINS = sought(r"(?:新?开工|动工)(?:户?数)?")


def _inherits(promise: Promise) -> bool:
    """全区已开工41862户,占任务43500户的96%…甲县任务6200户,竣工5870户: a plan whose stage only another figure named."""
    return promise.reading.owner is not None and not promise.reading.own and _BEGINS.fullmatch(promise.name) is not None


_ASKS = sought(r"申报|申请|推荐|上报|受理|摸排|储备")
_NUMBER = sought(r"\d[\d.]*[万亿]?[^\d]")  # 生猪出栏36万头和|母猪保有量: what was promised before it is another


def _promised_stage(promise: Promise) -> str | None:
    """The stage that the promise is about; 安排 says that a number of things was planned, and no stage of them."""
    place = promise.reading
    return _stage_of_goal(promise.name, place.clause_lead, place.tail, promise.target.noun in units.MONEY)


_SET = sought(r"下达(?=[^,。;]*(?:任务|目标|计划|指标))")  # 省下达我市危桥改造任务26座: who set it is no stage of it


@lru_cache(maxsize=1024)
def _stage_of_goal(named: str, lead: str, tail: str, money: bool) -> str | None:
    own = _NUMBER.split(lead)[-1]  # 其中续建7所、|新建5所
    around = _SET.sub("", own if len(own) > 2 else lead) + _TOLD.split(tail)[0]
    if not money:
        named, around = named.replace("安排", ""), around.replace("安排", "")
    return names.promised_stage(named) or names.stage(around)


_OUGHT = sought(r"应([\u4e00-\u9fff])")


def _ought_to(promise: Promise, reading: Reading) -> bool:
    """应签1840户,已签约1812户: the figure is told in the very verb that was promised."""
    ought = _OUGHT.search(promise.name) if "应" in promise.name else None
    return ought is not None and reading.own.startswith(ought[1])


def _stage_words(promise: Promise, reading: Reading, entered: bool) -> str:
    """The words that say at which stage the figure was counted, without those that for this promise say none."""
    money, entered = promise.target.noun in units.MONEY, entered or LAND.search(promise.name) is not None
    granted, written = _GRANTED.search(promise.name) is not None, WRITTEN.search(promise.name) is not None
    return _without_stages(filed(promise.name, words(reading)), granted, money, entered, written)


@lru_cache(maxsize=1024)
def _without_stages(told: str, grants: bool, money: bool, entered: bool, written: bool) -> str:
    here = _PAST.sub("", told.replace("施工", "") if _BUILT.search(told) else told)
    here = ACCEPTED.sub("", here)  # 已验收入库926亩: what is accepted is done, wherever it is entered
    if grants:
        here = here.replace("下达", "")  # 核增编制300名,已下达210名: handed out is done
    if money or entered:
        here = IN_BOOKS.sub("", here)  # “五上”企业入库28户: entered among them; 税收入库13亿元: paid
    if not money:
        here = here.replace("到位", "")  # 新车到位25辆: they have come
    if written:
        here = ISSUED.sub("", here)  # 制定标准20项,已发布8项: issued is made
    return IN_STATISTICS.sub("", here)


_MEASURED_IN_MONEY = sought(r"投资|产值|收入|税|零售|贷款|销售|产业|工程|项目|建设")


def _is_met(promise: Promise, here: str, stage: str) -> bool:
    """Whether the stage is what was promised in other words, or is passed."""
    if _same_service(promise, stage) or (stage == "started" and _AT_WORK.search(here)):
        return True
    # 青石镇任务1.2亿元,到位3900万元: an owner's plan of money that names nothing else
    owned = promise.reading.owner is not None and not _MEASURED_IN_MONEY.search(promise.name)
    return stage == "money" and promise.target.noun.endswith("元") and (owned or bool(_FUNDED.search(promise.name)))


_SIGNS_LISTED = sought(r"(?:引进|招引)[^,。;]{0,24}、[^,。;、]{0,6}$")


def _signs(promise: Promise) -> bool:
    """引进“5020”项目2个、10亿元以上项目6个: so is the next on its list."""
    return signs(promise.name) or ("项目" in promise.name and bool(_SIGNS_LISTED.search(promise.reading.clause_lead)))


def signs(name: str) -> bool:
    """引进亿元以上项目: a promise that a signature meets."""
    return _SIGNS.search(name) is not None


_PART = re.compile(r"示范|星级|龙头|限上|限额以上")
_LARGE = ("限上", "限额以上")


def narrower(promise: Promise, title: str, reading: Reading) -> str | None:
    """Why a part answers no whole: 新认定示范家庭农场37家 beside a promise of 新增家庭农场120家."""
    said = _PART.search(reading.own)
    if said is None or said.group() in promise.name or said.group() in title:
        return None
    if said.group() in _LARGE and any(word in promise.name for word in _LARGE):
        return None
    return refusals.only_part(said.group())


def words(reading: Reading) -> str:
    """The words that say at which stage the figure was counted."""
    return _words(reading.lead, reading.own, reading.tail) + reading.said_of_all


_EACH = sought(r"分别|依次")


@lru_cache(maxsize=1024)  # every promise of a task asks it of every figure
def _words(lead: str, own: str, tail: str) -> str:
    led = _WHY.sub("", sought(r"[、,]").split(lead)[-1][-24:])
    if own and _EACH.search(led):
        led = _EACH.split(led)[-1]  # 旅游收入、接待游客分别增长|31.7%: the last name before it is another's
    named = len(own) if own and tail.startswith(own) else 0  # 60辆|新能源公交车已签订采购合同
    return led + own + sought(r"[、,]").split(tail)[0][: 14 + named]


_WHY = sought(r"^(?:因为?|受|由于)[^\d]{2,20}?(?=[仅只才])")  # 因招标流标仅完成4.5万亩: why is no stage


def _same_service(promise: Promise, stage: str) -> bool:
    """涉及居民1.36万户 is answered by 惠及居民10412户; so is 4120户 of 改造38个、4120户, and 旅游人数 by 接待游客."""
    extent = promise.reading.lead.strip(" 、,") == "" and promise.target.noun in ("户", "人", "亩", "平方米")
    named = sought(r"涉及|惠及|受益|覆盖|服务|人口|游客|旅游者|旅游(?:总?人|接待)").search(promise.name) is not None
    return stage == "visits" and (named or extent)


def done(reading: Reading) -> bool:
    """完工1498户, 获批4家: the figure stands under a verb of completion."""
    return _DONE.search(words(reading)) is not None


def without_stage(subject: str) -> str:
    """危桥改造已开工 -> 危桥改造: the thing, whatever stage was told of it."""
    return _EARLY_WORD.sub("", subject)


def follows_early(found: Sequence[Reading], reading: Reading) -> bool:
    """申报17家,获批4家: a finished count right behind an earlier stage of the same things."""
    before = (r for r in reversed(found) if r.sentence == reading.sentence and r.start < reading.start)
    last = next((r for r in before if not (r.bracket or _rates_a_step(r))), None)
    return (
        last is not None
        and last.quantity.noun == reading.quantity.noun
        and names.stage(words(last)) is not None
        and done(reading)
    )


_RATE_OF_STEP = sought(r"(?:开工|动工|启动|签约|落实|申报)率(?:为|达到?|仅)?\s?$")


def _rates_a_step(r: Reading) -> bool:
    """开工率81.3%: how many of them are begun, said again as a rate."""
    return r.quantity.noun == "%" and _RATE_OF_STEP.search(r.lead) is not None


def mark_finished_parts(found: Sequence[Reading]) -> None:
    """累计开工14个,其中7个竣工、受益1066户: what is finished of things begun is no part of a result; in place."""
    begun: dict[str, Reading] = {}  # the last whole of each unit
    finished = False
    for index, r in enumerate(found):
        if r.bracket or r.voice != "report" or r.measure != "amount":
            continue
        if not r.part:
            begun[r.quantity.noun], finished = r, False
            continue
        whole = begun.get(r.quantity.noun)
        if "其中" in r.lead or (whole is not None and not finished and granted(words(whole), words(r))):
            same = whole is not None and whole.sentence == r.sentence and r.base <= whole.base
            agreed = whole is not None and granted(words(whole), words(r))
            ended = (done(r) or agreed) and not (whole is not None and shared_out(whole, found, index))
            finished = whole is not None and same and _is_begun(whole) and ended
            if whole is not None and finished and agreed:
                r.own, r.subject = "", asked_for(found, whole)
        r.part = not finished


def _is_begun(r: Reading) -> bool:
    return names.stage(words(r)) in ("started", "application") and not done(r)
