"""Which number may open a pair of plan and answer: no step of a work, nothing that is there, no grant, nothing told.

开工6.1万亩,建成2.3万亩         a step is no plan
登记毕业生1876人,已就业1702人   found, not planned
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.numbers import units
from extraction.numbers.numerals import arabic_value
from extraction.pairing import plain_rates
from extraction.pairing.so_many_told import said_done, undated_lead
from extraction.promises.parts_of_works import part_done
from extraction.sentences.readings import Reading
from extraction.sentences.sentence_context import without_brackets
from extraction.sought import sought
from extraction.voices.funds import is_grant, is_lent
from extraction.voices.task_counts import TASKS
from extraction.words import names, wording

_OWN_CUE = sought(
    r"已|目前|累计|实际(?!使用|利用|到位)|同比|截至|现有|(?<!公)共(?!享|建|同)|完成了|其中|达到?$|拨付|争取到"
    r"|^\s?第?[一二三四1-4]季度(?!末?前|底|[^,]{0,4}(?:目标|任务|计划))"
    r"|1[-至]\d{1,2}月(?!份?(?:目标|任务|计划))|^\s?\d{1,2}月份?(?!底|末|前|中旬|上旬|下旬|\d|目标|任务|计划)|(?:前[二三两]个?季度|上半年)(?=完成|新增|实现|建成)"
)
_IS_THERE = sought(rf"(?:共|累计|全[市县旗区省州])*(?P<verb>{wording.LOOKED_AT}|拥有|现有|辖有?|实有|保有|在册)")
_STEPS = sought(  # 开工6.1万亩,建成2.3万亩; 进场施工410个,建成265个: a step is no plan
    r"(?:落实|完成|通过|进入|进场|施工|选址|新?开工|动工|立项|招标|设计|签约|申报|审批|评审|公示|前期|土建|开挖|拆迁|征收)+"
)


_PASSED = sought(
    r"(?:评估|审核|审批|审查|评审|核查|核验|鉴定|论证|复核|初审)+通过|通过(?:评估|审核|审批|审查|评审|核查|核验|鉴定|论证|复核|初审)+"
)
_ASKED_FOR = sought(  # 众创空间申报6家,已公示2家
    r"(?<=..)(?:申报|推荐|[上填自]报(?:完成|建成)?|受理|储备|征集|摸排|排查|初审|公示|报名|洽谈|走访)$"
)


def behind_pair(found: Sequence[Reading], index: int) -> bool:
    """小学新增9000个已提供9240个、初中新增5400个已提供4260个: a pair of the same clause stands before it."""
    if index < 2 or not found[index].lead.startswith("、"):
        return False
    plan, told, r = found[index - 2 : index + 1]
    return (
        plan.voice == "promise" and told.voice == "report" and plan.clause_start == told.clause_start == r.clause_start
    )


_GOES_ON = sought(r"(?:施工|推进|建设|改造|安装|调试)中$")


HEADLINE = sought(r"[^,。;:\n\d]{0,12}\s?(?:信息|文章|稿件)?来源:")  # 我县开工公园40个 来源:…: the news in its headline


_SUMMED_WITH_PLAN = sought(  # 建成公园1个|,1-9月累计7个(年计划10个): a month's deed before its sum, which has its plan
    r"[,、(]\s?(?:1-\d{1,2}月份?|今年以来|年初以来|前三季度|上半年)?累计[^,。;()\d]{0,8}\d[\d.]*[万亿]?[^,。;()\d]{1,5}"
    r"[,、(]\s?(?:年度?|全年|年初|今年)(?:计划|目标|任务)"
)


def may_be_plan(text: str, r: Reading, paired: bool = False) -> bool:
    """Whether the number may be the plan of a pair that no word tells apart; `paired`: behind another pair."""
    if HEADLINE.match(text, r.quantity.end) or _SUMMED_WITH_PLAN.match(text, r.quantity.end):
        return False
    if r.part or r.estimated or is_grant(r) or is_lent(r) or (r.quantity.noun in units.TIME and r.own.endswith("期")):
        return False
    if r.measure in ("growth", "change"):
        return plain_rates.may_be_plan(text, r)
    if r.measure != "amount":
        bound = r.quoted or sought(r"达到?\s?$|(?:保持|稳定)在?\s?$|不低于|不少于|不超过|控制在").search(r.lead)
        return (
            r.measure == "percent"
            and r.voice in ("report", "context")
            and bool(bound)
            and len(names.folded(r.own)) >= 2
            and not sought(r"已|目前|截至|同比|月|季度|半年").search(r.clause_lead)
        )
    if (
        r.own.startswith(("加上", "连同"))
        or said_done(r)
        or (r.bracket and TASKS.match(r.tail))
        or _GOES_ON.search(r.own)
    ):
        return False  # 加上去年建成的378处,累计576处; (含19个子项目); 3个外立面施工中
    if _OFFERED.match(r.own) or is_some_more(r) or is_size_by_design(r):
        return False
    if (
        part_done("", r)
        and not _STREETS_OF_PLACES.match(r.tail)
        and text[r.quantity.end + len(r.tail) :][:1] in (*",。;、", "")
    ):
        return False  # 4座停车楼钢结构吊装全部完成,2座完成设备安装
    if _counts_part(text, r):
        return False
    if _PUSHED.match(text, r.clause_start) and _FASTER.match(r.tail):
        return False
    if names.is_bare(r.own) or _LISTED.match(r.own) or _EARLY_BEHIND.match(r.tail) or _is_there(text, r):
        return False
    if r.voice == "context":
        steps = names.stage(text[r.clause_start : r.start] + r.own) is not None  # (新申报683家、重新认定443家)
        return (
            r.bracket
            and not r.cued
            and not steps
            and r.quantity.noun != ""
            and not _OWN_CUE.search(text[r.clause_start : r.start])
        )
    if r.voice != "report" or _OWN_CUE.search(r.lead if paired else without_brackets(undated_lead(text, r))):
        return False
    step = _PASSED.fullmatch(r.own) is not None or (
        names.stage(r.own) is not None
        and (len(r.own) <= 3 or _STEPS.fullmatch(r.own) is not None or _ASKED_FOR.search(r.own) is not None)
    )
    return len(names.folded(r.own)) >= 2 and not step and "意向" not in r.own


# 412个|行政村街巷硬化: what is paved in places that are counted is a work, and no part of one
_STREETS_OF_PLACES = sought(
    r"(?:行政|自然|贫困|建制|中心)?(?:村|村庄|屯|社区|小区)(?:的|内)?(?:[村主]?[街道巷路院场]{1,2}|入户路|通村路)(?:道|面)?硬化"
)
_OFFERED = sought(r"(?:发布|推出|征集|归集|收集|提供)[^,。;]{0,6}(?:岗位|职位)")  # 发布岗位需求356个, and who took one
_SOME_MORE = sought(r"[\d万千百][余多]")  # nobody plans some more than so many


def is_some_more(r: Reading) -> bool:
    """供水工程_9000余处,已完成3700余处: told roughly, as no plan is."""
    return _SOME_MORE.search(r.quantity.text) is not None


_BY_DESIGN = sought(
    r"设计(?:[床托泊车学机厕]位|产能|规模|(?:供水|处理|生产|接待)?能力|日?处理量?|总?(?:建筑)?面积|年产|总?库容|装机)"
)


def is_size_by_design(r: Reading) -> bool:
    """在建托育中心2所、设计托位_240个: how large they are drawn."""
    return _BY_DESIGN.match(r.own) is not None


_PUSHED = sought(r"\s?(?:推动|带动|促进|助推|推进|助力|加快|统筹|撬动|支持)")  # 推动63项水利项目建设提速,基本建成7项
_FASTER = sought(
    r"[^,。;\d]{0,16}(?:提速|加速|提质|增效|见效|提档|升级|扩面|发力|上马|快进|破题|破局|开花|提级|进位)(?=[,;。]|$)"
)
_WHOLE_OF_PART = sought(  # 2400户改厕户中采用三格式的|1300户已完工1150户
    r"[^,。;、\d]{0,16}(?:之?中|里)[^,。;、\d]{2,20}的?(?P<part>\d{1,6}(?:\.\d{1,4})?)万?(?P<unit>[\u4e00-\u9fff]{1,3}?)"
    r",?(?:目前|现)?(?:已|均|有)"
)


def _counts_part(text: str, r: Reading) -> bool:
    """1200户搬迁户中集中安置的450户已入住380户: what was planned is the part, in the same unit, and no more of it."""
    said = _WHOLE_OF_PART.match(text, r.quantity.end)
    if said is None or said["unit"] != r.quantity.noun:
        return False
    return arabic_value(said["part"]) <= r.value


_LISTED = sought(r"(?:列入|纳入|入选)(?![^,。;]{0,14}(?:计划|任务|目标|改造|整治|清单|实事))")  # 列入省“双百”项目19个
_EARLY_BEHIND = sought(  # 5个落实选址、3个进场施工, 22座水库初步设计已批复: how far some are
    r"[^,。;\d]{0,8}?(?:初步设计|可研|环评|用地|手续)(?:报告)?(?:均|全部)?(?:已|获|通过|批复|完成)|(?:已|均|正)?(?:落实|完成|进入|通过)?(?:选址|进场|立项|招标|招投标|设计|审批|签约|签订|申报|公示|评审|备案|勘察|可研)"
    r"|[^,。;\d]{0,8}?(?:入围|进入|参加|通过)(?:了)?(?:面试|笔试|体检|考察|答辩|复赛|决赛|初审|复审)"
    r"|(?:以上|余|多)?中(?:我|本)[省市县旗区州镇]"
    r"|[^,。;\d]{0,8}?(?:纳入|列入|入选)(?![^,。;]{0,14}(?:计划|任务|目标|改造|清单|实事))"
)


_ARE_THERE = sought(  # 全区共有规上工业企业420家,盈利的286家; 在建工地230个
    r"(?:共|现|拥)有(?!任务|计划|目标)[^,。;\d]{0,10}(?:企业|单位|机构|场所|工地|人员|银行|网点|学校|医院)\s?$"
)


def _is_there(text: str, r: Reading) -> bool:
    """登记毕业生1876人,已实现就业1702人: found, not planned; 登记成交额28亿元,已登记9.9亿元: planned."""
    if _ARE_THERE.search(r.clause_lead):
        return True
    found = _IS_THERE.match(r.own)
    if found is None:
        return False
    did_it = rf"(?:完成(?![\u4e00-\u9fff])|{found['verb']}(?=\d|了|约|近|$))"
    return sought(rf"[,、;]?\s?(?:截至目前|目前|现)?,?(?:已|累计|实际)+{did_it}").match(text, r.quantity.end) is None
