"""Which way an indicator is better: reviewed lists. A promised rate that none of them knows is one to raise.

What is to be kept down is nearly always promised as a limit (控制在, 不超过). What may be good or bad (留守率) and what
its own word calls an evil stays without a direction.
"""

from __future__ import annotations

from functools import lru_cache

from extraction.sought import sought

_LOWER = sought(
    r"性别比|不(?:合格|达标|及格|良|满意|符合|规范)率|失业率|失业人[数口]|(?:氨氮|总磷|总氮|需氧量|二氧化硫|二氧化氮|氮氧化物|臭氧|一氧化碳)[^,。;]{0,4}浓度"
    r"|CPI|居民消费价格|消费价格|[水煤电油物]耗(?!材)|能耗(?!在线|监测|诊断|审计|管理|平台|系统)|PM\s?2\.?5|PM\s?10|颗粒物|死亡|事故|污染天数|超标|发病率|患病率"
    r"|死亡率|投诉|信访|发案|案件发生|赤字|负债率|债务率|不良率|不良贷款|漏损|逾期|空置|碳排放|排放量|排放强度"
    r"|辍学率|用水量|发生率|损失率|返贫|重污染|排放总量|退回率|差错率|成灾率|受害率|开办时间|办理时限|办理时间"
    r"|用时|耗时|起数|农药使用|化肥使用|劣V类|超标率|未婚|吸毒|误差|能源消费(?:总|增)量|煤炭消费|煤炭(?:占比|比重)|药占比|耗材(?!集采|集中|采购|带量|供应|生产|产业|企业|配送|网点|挂网|目录|品种|产值|销售)|三公|(?:会议|接待|公车|公务用车|因公出国|出国|办公|公用|差旅|(?:行政|机关)运行)[^,。;]{0,8}(?:费|经费)"
    # what is spent only as far as need arises: to spend less is no lag
    r"|预备费|(?:救灾|应急)(?:应急|备用|储备)?资金|司法救助(?:资金|金)|失业保险金"
    r"|噪声|降尘量|(?<!离子)浓度$|(?<![收重电])视率|撂荒|闲置|去化周期|库存周期|平均住院日|等候时间|流失率|失联|复发|复吸|脱管|漏管"
    # what each costs, and what an area may draw
    r"|次均[^,。;]{0,8}费用|均次费用|停电时间|(?<!再生水)(?<!中水)(?<!回)[用取]水总量"
    r"|(?:单[位方台车件]|每?[百千万]元|[吨次件人户床]均?|平均|融资|物流|运[行营]|生产|制造|采购|管理)[^,。;节降压减]{0,8}成本$"
)
# what an office spends on itself: of its budget (培训费预算, 为预算的60%) less is better
FRUGAL = sought(
    r"三公|接待费?|招待费|(?:管理|财务|销售|期间)费用|因公出国|公务用车|公车|会议费|培训费|差旅费|办公(?:经)?费|一般性支出|印刷费|水电费|公用经费|(?:机关|行政)运行(?:经费|成本)|运行维护费"
    r"|委托业务费"
)
# what is done about it: 投诉办结率, 隐患整改率, 闲置土地处置500亩
_REMEDY = sought(
    r"(?<!不)(?:办结|办理|处置|处理|整改|化解|调解|销号|治理|消除|控制|响应|回复|答复|满意|破案|结案|清零|清收|盘活|受理|查处|救治"
    r"|下降|降低|达标|合格|治愈|覆盖|参保|侦破|办复)(?:率|比例)|治理|整治|整改|化解|处置|清收|盘活|复耕|复垦|清理|销号|办结|查处"
)
_REMEDIED = sought(r"(?:治理|整治|整改|化解|处置|清收|复耕|复垦|清理|销号|办结|消除|拆除)$")
_HIGHER = sought(
    r"生产总值|GDP|增加值|投资|收入|零售|社零|消费品|外资|外贸|进出口|财政|税收|产值|销售|贷款|存款|就业|企业|城镇化|比重|占比|比例"
    r"|增长|提高|提升|净流入|天数|(?<!去)化率|生育率"
    r"|(?<!不)(?:合格|优良|好路|完好|优质|优秀|覆盖|普及|签约|入学|入园|升学|巩固|参保|参合|参检|参与|达标|满意|完成|开工|绿化|利用|处理|处置|成活"
    r"|保存|贡献|自给|知晓|支持|好评|建成|竣工|完工|投产|投用|交付|交房|兑现|执行|落实|销号|整改|验收|复垦|办结|办理|办成|答复|回复|反馈"
    r"|响应|受理|公开|网办|到位|转化|登记|发证|确权|备案|检测|监测|抽检|婚检|孕检|产检|体检|抽查|筛查|检查|接种|免疫|管理|巡[河查护逻检]|服务|救治|治愈|治疗|控制|报告"
    r"|随访|分娩|配备|持证|收集|回收|收运|清运|治理|防治|修复|保护|使用|还田|通车|通达|通邮|畅通|供水|供电|供气|入户|安全|可靠|保障|替代|破案|结案"
    r"|成功|应诉|调解|化解|执结|清偿|拆除|腾退|复工|复产|达产|开机|履约|兑付|拨付|支付|支出|入驻|出租|签订|建档|建设|留存|毕业|就诊|住院|救助"
    r"|养老|脱贫|退出|缴费|征缴|收缴|缴纳|准点|正点|准时|节水|达到|获得|回应|见面|上线|上报|归集|共享|认领|采纳|配套|套)率"
    r"|(?:列养|中等路|良等路)率|森林|植被|绿地|满意度|免疫(?:应免)?密度|指数|进度|(?<=.)占(?!用)"
)

_EITHER = sought(
    r"留守|流动|流[入出]|老龄|抚养|出生|[结离]婚|自然增长|外[出来]|波动|杠杆|税负|利率|汇率|性别(?!比)|(?<!免疫)(?<!应免)密度|容积|库存|恩格尔|换手|非税"
)
# what its own word calls an evil, in no list: 违约率, 空载率, 倒伏率, 弃电率
_EVIL = sought(
    r"[死亡失病案险违逃辍返错漏废耗污损缺空滞欠负害毒盗骗假劣超迟延误怨诉弃闲贫困拖残畸倒撂拥堵偏](?:[^,;。、]{0,4})(?:率|占比|比例|比重)$"
)


# what is only ever counted as it is worked off: 信访积案任务60件, 闲置土地年度目标831亩
_CLEARED = sought(
    r"(?:积案|闲置(?:土地|用地|厂房|校舍)|撂荒(?:耕)?地|不良(?:贷款|资产)|隐患|违法建设|违建|批而未供土地)(?:年度|全年)?$"
)


def is_cleared(name: str) -> bool:
    """Whether an amount of it is one to be worked off, where no limit is set to it."""
    return _CLEARED.search(name) is not None


# what somebody waits for: 审批时间目标60个工作日, 平均候诊时间, 不动产登记目标2小时; 服务时长 and 锻炼时间 are no such
_WAITED = (
    r"审批|办[理结事件]|开办|登记|注销|许可|候诊|就诊|取药|等[候待]|排队|反应|响应|到场|出警|出动|到达|处[置理]|审[核查理]|接电|报装|接入|停[电水气]|通关|查验|放行"
    r"|结案|立案|周转|滞留|抢修|修复|恢复|拨付|支付|到账|兑付|退税|受理|[答回]复|出具|评审|通勤|拥堵|急救|转运|制证|签发|交付|平均用"
)
_TAKES = sought(rf"(?:{_WAITED})[^,。;]{{0,8}}(?:时间|时限|时长|周期|天数)$")
_IS_WAITED_FOR = sought(r"(?:审批|办[理结]|企业开办|登记|注销|许可|通关|报装|接电|制证)$")


def is_waited_for(name: str) -> bool:
    """Whether a time of it is one to be kept short; asked of hours and days alone."""
    return _TAKES.search(name) is not None or _IS_WAITED_FOR.search(name) is not None


# what is built, held or handled on account of an evil: 事故应急演练18场, 能耗监测平台7个, 信访件46件已办结44件
_DEED = sought(
    r"^(?:计划|全年|新增|目标)*(?:建设|新建|建成|实施|开展|组织|举办|完成|落地|接入|推进|推广|安装|配备|更换|修订|编制)(?=..)"
    r"|(?:平台|系统|培训|演练|宣传|采购|企业|项目|工程|活动|预案|监测站|监测点|中心|装置|设备|点位|讲座|试点|案卷)$"
)
# an order to deal with it: 事故案件结案任务15起, 返贫风险消除目标260户, 重大隐患挂牌督办12处, 交办信访件86件
_DEALT_WITH = sought(
    r"(?:督办|挂牌|结案|调[解处停]|办理|处理|消除|解除|修复|清[偿退零]|追缴|救治|救助|侦破|破获|理赔|赔付|移送)(?:任务|目标|计划|总)*(?:数|量|件)?$"
    r"|^(?:\d{5})?(?:热线|计划|全年|新增|目标)*(?:办理|办结|调[解处]|处[理置]|查处|化解|侦破|督办|修复|治理|整治)(?![\u4e00-\u9fff]{0,20}(?:时限|时间|费用?|成本|率|比例)$)[\u4e00-\u9fff]{2,16}$"
    r"|(?:交办|转办|督办|移交|反馈)的?[\u4e00-\u9fff]{0,6}(?:件|案件|问题|事项|线索|隐患)$"
)
_HANDLED = sought(
    r"[^,。;\d]{0,10}[,,]?\s?(?:目前|现|截至[^,。;]{0,8},?)?(?:已|均|全部)+(?:全部)?(?:办结|化解|整改|销号|处置|办理|答复|调处|清零|受理)"
)


_MEASURED = sought(
    r"能耗|耗材|碳?排放量?|用水量|噪声|颗粒物|PM\s?(?:2\.?5|10)"
)  # 能耗在线监测接入120家: nobody counts it


def is_dealt_with(name: str) -> bool:
    """Whether the amount is of an evil that is to be dealt with, by the last word of its name."""
    return _DEALT_WITH.search(name) is not None


def is_deed(name: str, tail: str) -> bool:
    """Whether what is counted is done about an evil, by its verb, its last word or what is told right behind it."""
    return (
        _DEED.search(name) is not None
        or _HANDLED.match(tail) is not None
        or not lower_is_better(_MEASURED.sub("", name))
    )


# 交办问题整改完成率100%, 诉求办理完成率98%: of what comes in, and done at any time
_HANDED_OVER = sought(
    r"(?:交办|转办|督办|信访(?!积案)|投诉|举报|诉求|工单|来[信访]|热线)[\u4e00-\u9fff]{0,8}(?:完成率|化解率|销号率)$"
)


def is_handed_over(name: str) -> bool:
    """Whether it is a rate of what was handed over and done, which no pace of the year scales."""
    return _HANDED_OVER.search(name) is not None


@lru_cache(maxsize=8192)
def lower_is_better(name: str) -> bool:
    """失业率, 事故死亡人数: less of it is better; of what is done about it (投诉办结率) more is."""
    frugal = "预算" in name and FRUGAL.search(name) is not None
    return frugal or (_LOWER.search(name) is not None and _REMEDY.search(name) is None)


def higher_is_better(name: str) -> bool:
    """合格率, 增加值, what is done about an evil (信访件办结): more of it is better."""
    return _HIGHER.search(name) is not None or _REMEDIED.search(name) is not None


def either_way(name: str) -> bool:
    """留守率, 违约率: a rate of which nobody can say that more is better."""
    if _EITHER.search(name):
        return True
    return _EVIL.search(name) is not None and _HIGHER.search(name) is None
