"""Numbers of tasks and of owners, which measure nothing that was promised: 145项目标任务, 欠进度17个, 12个县."""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sentences.sentence_context import SentenceContext
from extraction.sought import sought
from extraction.voices.goals_behind import held_against
from extraction.voices.pointed_counts import points_to_some
from extraction.voices.tasks_detailed import details_tasks

# 压减行政审批事项12项, 上线“一网通办”事项30项: what an office settles for others is no task of its own
_MATTERS = (
    r"(?<!审批)(?<!许可)(?<!服务)(?<!权力)(?<!监管)(?<!执法)(?<!证明)(?<!公开)(?<!赋权)"
    r"(?<!网办)(?<!通办)(?<!联办)(?<!代办)(?<!即办)(?<!申请)(?<![”\"》])事项"
)
_OF_THE_PLAN = sought(r"(?:完成|占|为)了?(?:全年|年度|年)?\s?$")
_SHARED = sought(r"(?:目标任务|任务|目标|计划)的\s?\d[\d.]*%")
_BY_OFFICE = sought(r"(?:[局委办厅院队司部会]|单位|部门|公司|中心|镇|乡|街道)(?:牵头|负责|承担)?的?\s?$")
_NAMED_PLAN = sought(
    r"(?:整治|治理|改造|新建|建设|办理|办结|新?签约|引进|培育|开工|修复|发放|新增|认定|创建|维修)[\u4e00-\u9fff]{3,10}(?:年度|全年)?(?:目标任务|任务目标)(?:数|为|是)?\s?$"
    r"|[\u4e00-\u9fff]{2,10}(?<!项目)(?<!工程)(?:建设|改造|整治|治理|培育|引进|新增|发放|更新|安装|培训|修复|救助|筛查)(?:年度|全年)?"
    r"(?:目标任务|任务目标)(?:数|为|是)?\s?$"
    # 市定口袋公园目标任务26个: set for a thing; 市定民生实事目标任务26个 are tasks
    r"|[国省市县旗区]定(?![^,。;]{0,10}(?:民生|实事|重点|年度|全年|考核|主要|经济|社会|发展|工作|各项|改革|绩效|党建|督[查办]))[\u4e00-\u9fff]{2,10}(?<!项目)(?<!工程)(?<!事项)"
    r"(?:目标任务|任务目标)(?:数|为|是)?\s?$"
)


_TASK_OF = sought(r"(?:的)?(?:年度|全年|目标)*任务(?=[,。;、()]|(?:目前|现)?已|累计|完成)")
_MADE_OF = sought(
    r"[,、;]?\s?(?:(?:力争|确保|计划)(?:完成|实现)?(?:全年|年度)?)?(?:新建|改造|新增|建设|培育|创建|组建|打造|引进|认定|扩建|改建|新开|新设|修建|布设|安装)"
    r"[\u4e00-\u9fff“”]{2,12}(?<!重点)(?<!工作)(?<!民生)(?<!实事)\s?$"
)

_BY_STATE = sought(  # 93个项目中,按节点推进71个,…;滞后17个,…;因规划调整暂缓5个; 48项中达序41项
    r"(?:其中|另)?[,、]?(?:有|已|共|均|仍)?(?:因[^,。;\d]{2,10})?"
    r"(?:按(?:序时|节点|时间|计划|期|时)+(?:进度|节点)?(?:推进|完成|实施|开工)?|(?:正常|有序|顺利|稳步)推进"
    r"|(?:进度|进展|推进)?(?:相对|比较|较|严重|明显)?(?:滞后|偏慢|缓慢|较慢|超前|落后)"
    r"|与?(?:序时|时序|时间)进度(?:要求)?(?:基本|大体|大致)?(?:同步|一致|持平|吻合)"
    r"|(?:超|未?达到?|快于|慢于)(?:序时|时序|序)(?:进度)?|暂缓|暂停|停工|停建|搁置|调出"
    r"|亮?[红黄绿蓝]灯(?:\([^()\d]*\))?)(?:实施|建设|推进|事项|任务)?(?:的)?(?:有|为|共)?\s?"  # 绿灯(达到时序)64条
)
_SAYS_STATE = sought(  # what the count's own sentence ends with
    r"(?:任务|工作|实事|工程|项目|事项)?(?:目前|均|已|正在|正|率先|提前|基本|按计划|按序时)*"
    r"(?:(?:进展|进度|推进)(?:较快|较慢|缓慢|滞后|偏慢|顺利|正常|良好)|(?:抓紧|加快|有序|稳步|全面)?(?:实施|推进|建设)"
    r"|(?:开展)?前期工作|完成(?:年度|全年)(?:目标)?(?:任务|目标))(?:中)?。"
)
_SET_BY = sought(r"(?:国家|[省市县旗区])(?:定|级)\s?$")
_OF_THEM = sought(r"(?:中|全部|均|\d{1,3}\s?(?:个|项)(?:指标|任务|事项))")


def counted_by_state(r: Reading) -> bool:
    """达序41项, 滞后17个: how many tasks are in a state; no thing is named that they could be."""
    words = sought(r"[;:]|\d[^,、]{0,3}中").split(r.clause_lead)[-1]
    return r.quantity.noun in ("项", "个", "件", "条") and _BY_STATE.fullmatch(words) is not None


_IN_STATE = sought(  # 二是有一定进度的实事项目7个,占比29.2%:
    r"(?:进度|进展|前期(?:工作)?|推进|实施|建设|任务|目标|以上|较快|较慢|缓慢|滞后|正常|顺利|完成|开工|启动|办结)的?"
    r"(?:民生|重点|为民|实事)*(?:项目|事项|实事|任务|指标|工程)(?:有|为|共)?\s?$"
)
_QUOTED_BEHIND = sought(r":\s?“[^”\n]{0,40}\d")  # 还需加力的3件:“新建…20座”
_SHARE_OF_ALL = sought(r",占(?:比|全部|总数)|[:：]“")
_SORTED = sought(
    r"(?:类|未(?:报送|上报|反馈)(?:进度|进展|数据|情况)*的?(?:单位|项目)?有?|(?:牵头|承担|负责|承办|涉及|配合|主办|协办|会办|参与|(?:办理|落实)(?=[^,。;\d]{0,12}政府工作报告))的?"
    r"(?:(?:20\d\d年)?(?:[国省市县旗区州](?:[委府]|政府)?)?《?政府工作报告》?(?:中|里|确定|明确|提出|部署|涉及)*的?)?(?:重点|目标|年度|全年|考核|[省市县旗区])*(?:任务|工作|事项|目标|指标)(?:共|有|计|数|总数|为)*)\s?$"
)
_WHOSE_TASKS = (
    r"(?:[国省市县旗区州][定级委]|国家级?|上级|[省市县旗区州]委?[市县旗区]?政府|为民办?|[^,。;、\d]{0,6}下达|"
    r"我[省市县旗区局]|的)"
)
_KINDS_OF_TASKS = r"(?:重点|重大|改革|督[办查]|主要|攻坚|考核|民生|惠民|实事)"
_ASSIGNED = sought(  # 承担项目14项, 承担省定任务6项、市定任务11项, 重点任务21项: by whose wish, and of no thing
    rf"(?:承担|领办){_WHOSE_TASKS}*(?:年度|目标|工作|{_KINDS_OF_TASKS}|[、和及])*(?:项目|任务)(?:共|有|计|为)*\s?$"
    rf"|(?:^|[,、;:。])\s?(?:全[省市县旗区局州]|[我本该][省市县旗区局州])?(?:共(?:有|计)?)?"
    rf"{_WHOSE_TASKS}*{_KINDS_OF_TASKS}(?:{_KINDS_OF_TASKS}|工作)*任务(?:共|有|计|为)*\s?$"
    r"|[、,]\s?(?:国家?|[省市县旗区州])[定级]任务\s?$|(?:民生|为民办?|惠民|民心)实事项目(?:共|有|计|为)*\s?$"
)
_LOOKED_INTO = sought(  # 督查组下发整改通知单9份, 反馈问题26条, 未达进度的小项减少4个, 达到任务进度的增加6件
    r"(?:[小分子细大]项|实事|事项|任务|指标)数?(?:又|再|净|共|比[^,。;]{1,6}|较[^,。;]{1,6})*(?:增加?|新增|减少)了?\s?$"
    r"|(?:目标|任务|序时|时序|时间)(?:进度)?(?:要求)?的(?:又|再|净|共)*(?:增加|新增|减少)了?\s?$"
    r"|(?:反馈|移交|交办|梳理|查摆|指出|(?:责令|限期)+整改)(?:各类)?(?:问题(?:线索)?|线索|事项)\s?$|(?:通知单|通知书|督办单|督办函|建议书)\s?$"
)

_LOOKED_INTO_AS = frozenset(("份", "条", "个", "项", "件", "张", "家"))
_PARTED_INTO = sought(  # 96项目标任务分解为150个具体内容
    r"(?:目标|任务|指标|工作|事项|实事|内容|单位)[^,。;\d]{0,6}(?:分解|细化|拆分|梳理|量化)+(?:为|成|出|形成)\s?$"
)
_OF_TASKS = frozenset(("", "项", "个", "件", "类", "条", "大类", "区", "县", "市", "镇", "乡", "方面"))


_IN_ALL = sought(r"\s*(?:总?共|共计|合计|一共)(?:有|为)?\s?")
_STOPS = sought(r"[。,;:(]")
_WHO_ARE_THERE = sought(  # 未达序时进度的单位有5家, 进度滞后的乡镇有4个: how many offices or places are so far
    r"(?:序时|时序|进度|任务|目标|计划|滞后|落后|[缓偏较]慢|靠[前后])(?:要求)?的(?:责任|成员|[市县旗区省]直|牵头|预算)*"
    r"(?:单位|部门|地区|企业|公司|平台|园区|街道|乡镇|镇街|镇村|(?<!下)[县市区州旗乡镇]{1,3})(?:共|就|仅|只)?(?:有|为)\s?$"
    # 任务量在30万套以上的省份有5个
    r"|(?:以[上下内]|之间|\d[万亿]?[套户亩元个人])的(?:省份|地区|城市|单位|乡镇|街道|[县市区州旗]{1,3})(?:共|就|仅|只)?有\s?$"
)


_TASKS_ARE = sought(r"(?:任务|实事|目标)(?:共有|总共|共|有)\s?$")
_AND_SUBTASKS = sought(
    r"、\s?\d{1,3}[项件个](?:为民办|为民|民生|惠民|具体|[小分子细])*(?:实事|任务|事项|工作|项)"
)  # 10件、27项实事


def are_assigned(r: Reading) -> bool:
    """承担项目12项: how many tasks there are, by whose wish and of no thing."""
    return r.quantity.noun in ("项", "件", "个") and _ASSIGNED.search(r.lead) is not None


_DIVIDED = sought(r"(?:分解|细化|拆分|拆解)(?:后的|的)?(?:目标|重点)?(?:任务|事项|指标)(?=[中,里])")  # 137项分解任务中


_POLLUTANTS = sought(r"(?:主要|重点|大气|水)*污染物")  # 两类大气污染物排放量


def counts_tasks(s: SentenceContext, r: Reading, clause_lead: str) -> bool:
    """145项目标任务, 欠进度17个, 这5项: numbers of tasks, not of what they promise."""
    if r.quantity.noun in ("种", "类", "项") and _POLLUTANTS.match(r.tail):
        return True
    if r.quantity.noun not in _OF_TASKS and r.quantity.noun not in _LOOKED_INTO_AS:
        return False
    if counted_by_state(r) and not r.heading:
        return True
    if r.quantity.noun in ("项", "个", "件", "条") and _PARTED_INTO.search(r.lead):
        return True
    if (
        r.quantity.noun in ("项", "个", "件")
        and _SHARE_OF_ALL.match(s.text, r.quantity.end)
        and _IN_STATE.search(r.lead)
    ):
        return True
    if r.quantity.noun in ("项", "个", "件") and _QUOTED_BEHIND.match(s.text, r.quantity.end):
        return True
    if r.quantity.noun in ("项", "件") and not clause_lead.strip() and _SAYS_STATE.match(s.text, r.quantity.end):
        return True  # 5项进展较快。7项正在抓紧实施。
    if r.quantity.noun in ("项", "件") and _SET_BY.search(r.lead) and _OF_THEM.match(s.text, r.quantity.end):
        return True  # 省定22项26个指标全部完成,市定8项中6项完成
    if r.quantity.noun in ("项", "件") and _IN_ALL.fullmatch(s.text, s.sentence.start, r.start):
        return _STOPS.match(s.text, r.quantity.end) is not None  # (三)民生保障类。共8项。已完成3项
    if r.quantity.noun in ("个", "家") and _WHO_ARE_THERE.search(r.lead):
        return True
    if _LOOKED_INTO.search(r.lead):
        return r.quantity.noun in _LOOKED_INTO_AS
    if r.quantity.noun not in _OF_TASKS:
        return False
    if r.quantity.noun in ("区", "县", "市", "镇", "乡") and not r.quantity.text[0].isdigit():
        return True
    after = s.text[r.quantity.end : r.quantity.end + 16]
    if r.quantity.noun in ("项", "个", "件") and _TASKS_LISTED.match(after) and TASKS_BEFORE.search(r.lead):
        return True  # 重点项目和民生任务5项,为新建基站1500个、…
    if r.quantity.noun in ("项", "件", "个") and _NOT_MET.search(r.lead) and _LISTS_THEM.match(after):
        return True  # 未达到4项,为:新增企业21户、…
    if r.quantity.noun in ("项", "件", "个", "条") and (_SORTED.search(r.lead) or are_assigned(r)):
        return True  # 增幅类3项, 牵头任务4项
    if r.quantity.noun in ("项", "件") and after[:1] in (":", ",") and _TASKS_ARE.search(r.lead):
        return True  # 今年的硬任务有7件:治理水土流失48平方公里,…
    if details_tasks(s.text, r) or points_to_some(s.text, r):
        return True
    if r.quantity.noun in ("项", "件") and _AND_SUBTASKS.match(after):
        return True
    if r.quantity.noun in ("项", "件", "条") and _DIVIDED.match(after):
        return True
    if r.quantity.noun == "个" and sought(r"子项目?中(?!心)").match(after):
        return True  # 31个子项目中已提前完成5个
    if held_against(s.text, r):
        return False  # 比目标任务1500个差520个
    if _OF_THE_PLAN.search(r.lead) and _SHARED.match(after):
        return False  # 完成全年78件目标任务的67.9%: the plan that the share is of
    if _NAMED_PLAN.search(r.lead) or (r.quantity.noun == "个" and _TASK_OF.match(after) and _MADE_OF.match(r.lead)):
        return False  # 整治黑臭水体目标任务61条; 新建智慧菜场25个任务
    if sought(r"(?:完成|占|为|达到?)[^,;。\d]{0,6}(?:目标任务|任务目标)\s?$").search(r.lead) and sought(
        r"(?:[、和及]\s?\d[\d.]{0,6}[\u4e00-\u9fff]{1,2}){0,3}的\s?\d"
    ).match(s.text, r.quantity.end):
        return False  # 占目标任务2400个的77.1%: the plan that the share is of
    if r.quantity.noun in ("项", "个") and sought(r"[\u4e00-\u9fff]{2,10}进度(?:情况)?(?:如下|:)").match(after):
        return True  # 9项城建重点工程形象进度如下
    if r.quantity.noun in ("项", "件") and after.startswith(":") and _BY_OFFICE.search(clause_lead):
        return True  # 牵头部门为发改局的3项:新增企业12家
    if r.quantity.noun == "项" and sought(r"中(?![标央心小医高等])").match(after) and not MADE.search(clause_lead):
        return True  # 甲、乙、丙后三项中丙进度偏慢
    if _BEHIND.match(after) or _LED.search(r.lead) or _SAID.search(clause_lead):
        return True
    if sought(r"(?:其中)?[,、]?(?:有)?").fullmatch(r.lead) and sought(
        r"(?:高于|低于|超过|好于|超额|达到|未达到?|不及)(?:[、和]|(?:了)?(?:年度|全年|年初)?(?:预期|目标|计划|序时))"
    ).match(after):
        return True  # 四升两降,其中三项高于、三项低于年度预期
    if sought(r"的有|的为|的是").match(after) and sought(r"(?:高于|低于|超过|不足|达到?)\s?$").search(r.lead):
        return True
    if (
        sought(
            r"(?![国省市县旗区州镇乡]级?重[点大])(?:贫困|深度贫困|脱贫|试点|示范|重点|山区|沿海|民族|边境|平原)?(?:县(?!级|域|道|乡)|区(?!域|间|级|块)|市(?!场|民|级|政|区|内)|镇(?!级|村)|乡(?!村|镇|道|级|土)"
            r"|(?:乡镇|镇街|镇村)(?=[,。;、)]|中|均|都|已|全部|快于|慢于|达到|超过|完成|未|低于|高于|滞后|进度|排名)|街道|\(市\)|\(区\)|片区(?!(?!完成|启动|开展|实施)[\u4e00-\u9fff]{2,8}(?:改造|整治|治理|建设|更新)(?:工程|项目)?[正在已完(])|部门|单位|责任单位|督查组|省(?!级|道)|地市|州|市州|成员单位|专班|工作组|组(?!织))"
        ).match(
            after,
        )
        and r.quantity.noun == "个"
        and not (after.startswith("组") and _WORKED_ON.search(r.lead))
        and not (_MADE_INTO.search(r.lead) and _OF_A_KIND.match(after))
    ):
        return True
    if r.quantity.noun == "项" and sought(r"(?:[国省市县旗区]级|自选|自定)任务\s?$").search(r.lead):
        return True  # 其中省级任务57项、县级任务207项
    if r.quantity.noun == "项" and sought(r"[、,](?:国|省|市|县|旗|区)定\s?$").search(r.lead):
        return True  # 省定民心工程18项、市定2项
    if r.lead.strip() == "等" and r.quantity.noun in ("项", "件", "个"):
        return True  # 公厕12座、残疾人之家14家等9项
    if r.quantity.noun in ("项", "件", "个") and _QUOTED_BEFORE.search(r.lead) and _SO_MANY_ENDS.match(after):
        return True  # “扩建排涝站9座”(区水利局)2项。
    if r.quantity.noun in ("项", "件") and _NAMED_ON.search(r.lead) and _SO_FAR.match(after):
        return True  # 公益性公墓、农村电网等4项完成率超70%
    if r.quantity.noun in ("项", "件") and not r.own and _THEIR_SHARES.match(after):
        return True  # 截至目前两项完成率分别为83.8%和61.2%
    return _MEET_THE_PLAN.match(s.text, r.quantity.end) is not None and _BARE.search(r.lead) is not None


# what tells by itself that tasks are counted: words behind the number, those that lead to it, and those of its clause
_BEHIND = sought(
    "|".join(
        (
            r"大类|个?方面|个?板块",
            r"季度|月(?!度)|年度?|工作日|阶段|批次|方面|环节|(?:关键|时间|序时)?节点",
            r"(?:以上|余|多)?(?:[国省市县旗区州](?:委|人大|政府)?[、和及]?){0,3}(?:滞后|计划|控制性?|未完成|欠进度|未达序时(?:进度)?|主要|重点|重要|量化|定量|督办|民生|具体"
            r"|细化|年度|考核|核心|约束性|预期性?|国民经济|经济|指标性|综合|市级|省级|县级|大|为民办|为民|办|惠民|十大|实事|目标"
            r"|政府)*(?:任务|指标|实事|事项|工作内容|目标|工作任务|重点工作|工作要点|要点|民[生心]工程|民生大事|子任务"
            r"|[小分子细]项(?!目[\u4e00-\u9fff])|督办件|具体(?:工作|项目|事项))",
            r"[\u4e00-\u9fff]{2}类(?:民生)?(?:实事|任务|事项)",  # 16项工程类民生实事
            r"\((?:含|共|涉及|分解为?|细化为?)\d+[个项][小分子细]项",  # 区级兴办12件(含19个子项目)
            # 28项达到或超过序时进度, 8项低于序时
            r"(?:已|均|都)*(?:达到?|超过?|欠|低于|慢于|快于|未达到?|落后于?|滞后于?)"
            r"(?:或(?:超过?|快于|高于|优于))?(?:到|了)?(?:序时|时序|预期|进度|节点)",
        )
    )
)
_LED = sought(
    "|".join(
        (
            r"(?:目标|任务|进度|平均|水平|计划|指标)(?:值|数)?的(?:共)?(?:有|为|是)\s?$|(?:进度|序时|时序)(?:要求)?的\s?$",
            r"(?:分解|承担|涉及|梳理|细化|共|确定|交办|督办|列入|纳入)(?:的)?"
            r"(?![^,。;]{0,6}(?:投诉|举报|信访|工单|诉求|案件|隐患))[^,。;]{0,10}(?:任务|工作)\s?$",
            r"(?:综合|具体|主要|重点|约束性|预期性|量化|定量|定性|目标)?"
            rf"(?:指标(?:任务)?|{_MATTERS}|目标任务|工作任务|实事|(?:民生|民心|惠民)(?:工程|项目)|任务目标|重点工作"
            r"|任务(?=共|总数|合计))(?:共有?|有|共计|总数|合计)?\s?$",
            # 全年共调度目标46项: looked after, and of no thing
            r"(?:^|[,。;]|[全今本][年月期季]|全[市县旗区]|共)\s?(?:共|重点|集中|督查|考核|通报)*(?:调度|督[查办]|考核|监测|通报|列管)的?"
            r"(?:重点|主要|年度|核心|量化|经济|专项)*目标(?:总数|共有?|共计|合计)?\s?$",
            # 目标任务细化分解为68条
            r"(?:任务|指标|要点|工作)[^,。;\d]{0,6}(?:分解|细化|梳理|拆解)(?:为|成|出|形成)+\s?$",
        )
    )
)
_SAID = sought(
    "|".join(
        (
            r"(?:任务|指标|工作|实事|要点|事项)\s?\d{1,3}(?:大类|类|个方面|个?板块)\s?$",
            r"(?:欠进度|未达序时(?:进度)?|滞后|未完成)(?:的)?(?:任务|指标|项目|事项)[^,。;\d]{0,6}$",
            r"(?:这|上述|(?<![元亿万吨人米亩岁级瓦])以上|该|剩余|其余|剩下|另外)\s?$",
            r"(?:欠进度|超进度|达进度|达到或(?:超过|快于)(?:序时|时序)?(?:进度|要求)?|(?:未)?达到节点|[,,]未达到|达序时|未达序时"
            r"|未达预期|达到序时进度|慢于序时|快于序时|滞后|按序时|基本完成|提前完成|已完成和[^,]{0,6}完成|其它类|其他类"
            r"|其他|正常推进|有序推进|尚未启动|未完成|未开工|未启动|超额完成的有|较好的有|进展较慢的?有?)"
            r"(?:的)?(?:有|共|任务|目标|指标)*\s?$",
        )
    )
)
_MADE_INTO = sought(r"(?:创建|创成|培育|建设|打造|建成|新增|命名|认定|培树)(?:了)?\s?$")
_OF_A_KIND = sought(
    r"[\u4e00-\u9fff]{2,8}?(?:县|旗|镇|市|区)(?![\u4e00-\u9fff])"
)  # 创建5个|示范镇: no place where work is
_WORKED_ON = sought(r"已(?!成立|组建|派出?|分成|抽调)[\u4e00-\u9fff]{2,4}$")  # 已硬化2535个组: no office
_MEET_THE_PLAN = sought(  # 4件已完成或超额完成目标任务, 57个小项达到任务进度: so many of the tasks
    r"(?:(?:有(?:明确|量化|具体|建设)[^,。;\d]{0,4}的)?(?:大事|实事|小项|分项|子项|细项|具体事项|民生项目|(?:项目|工程)(?=[已均提超全完])))?(?:已|均|都|全部|提前|超额|基本|如期)*(?:完成|达到?|超过)"
    r"(?:或(?:者)?(?:超过|达到?|(?:提前|超额)+完成))?(?:了)?(?:\d{1,2}月份?)?(?:全年|年度|年初|既定|预期|节点|阶段)*(?:目标任务|任务|目标)(?:进度|要求)?(?=[,;。、\n]|$)"
)
_BARE = sought(r"(?:^|[^\u4e00-\u9fff]|其中|中|有|另|余)[,、]?(?:今年|又)?(?:有)?\s?$")


_NOT_MET, _LISTS_THEM = sought(r"未(?:达到?|完成)\s?$"), sought(r",(?:分别|主要|具体)?(?:为|是|即|包括):")
_NAMED_ON = sought(r"[\u4e00-\u9fff”]{2}等\s?$")
_QUOTED_BEFORE = sought(r"^[^“”]{0,14}”(?:\([^()]{1,16}\))?(?:等|共|这)?\s?$")  # a quotation with a number in it
_SO_MANY_ENDS = sought(r"(?:任务|工作|实事|事项|项目)?(?:[。,;\n]|$|均|都|全部|已|未|尚|进)")
_THEIR_SHARES = sought(r"(?:任务|指标|工作)?的?(?:完成|推进|形象)?(?:率|比例|进度)(?:分别|依次|均|都)")
_SO_FAR = sought(r"(?:已|均|都|全部|尚|仍)*(?:完成|达|进度|进展|推进|实现|滞后|未|正在|超|启动|开工)")
_TASKS_LISTED = sought(r",(?:分别|主要|具体)?(?:为|是|即|包括)(?=[\u4e00-\u9fff]{2})")
TASKS = sought(r"(?:[\u4e00-\u9fff]{0,6})(?:指标|任务|实事|事项|目标|工作|[小分子细]项|大事|具体项目)")
TASKS_BEFORE = sought(rf"(?:指标|任务|实事|{_MATTERS}|目标|工作)(?:共有?|共计|总数|合计)?\s?$")


MADE = sought(r"新|已|开工|建成|完工|竣工|签约|入库|谋划|引进|实施(?!的)")
