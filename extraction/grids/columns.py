"""What a table's columns are for: which promises, which reports, which states a share, and which belong together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from extraction.numbers import units
from extraction.sought import sought

Role = Literal[
    "serial", "flag", "department", "aside", "remark", "growth", "ratio", "rate", "target", "actual", "unit", "owner",
    "category", "name", "kind", "rank", "sign", "other",
]  # fmt: skip

_NOUN = r"(?:套|户|人|个|处|座)?(?:数量?|量|面积|里程|金额|资金|规模|额|投资)"
_DONE = (  # a verb that ends something, alone or with what is counted: 完工里程, 建成面积, 发放, 实缴人数
    r"^(?:基本|已|新|当年|全部|本月|当月)*(?:开工|完工|竣工|建成|投产|投用|投运|交付|入住|搬入|发放|兑现|兑付|拨付|支出|筹集|收缴|征缴|缴费|缴纳|验收|承保"
    r"|整改|销号|办结|清理|清零|颁证|发证|签约|入库|结算|修复|认定|创建|新增|交房|上报|收购|播种|出栏|改造|安装|脱贫|认领|注册|落地|离田|盘活|消化|化解|解决|处置|出台|制定|培育|引进|投放|修通|打通|贯通|通车)"
    rf"{_NOUN}?$|^实(?![施事验训体])[\u4e00-\u9fff]{{1,6}}$"
)
# the first that fits the heading decides
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("serial", sought(r"^(?:序号|编号|No\.?|序|项目编号)$")),
    ("sign", sought(r"^(?:指标|目标)(?:性质|方向|符号)$|^(?:运算|比较|计算|判断|关系)(?:符号?|方式)$")),  # ≥ alone
    ("rank", sought(r"(?:排名|名次|位次|排序)$")),
    ("remark", re.compile(
        r"备注|说明|原因|问题(?!总|类|隐患|个|数|名称|清单|(?:整改|办结|销号|解决)(?:任务|目标|完成|总?数|率))|建议|存在"
    )),
    ("growth", re.compile(r"(?:比|较)(?:上年|去年)(?:同期)?.{0,3}(?:增|±|\+|%)")),
    ("flag", re.compile(
        r"是否|达序|状态|进度评价|评价|预警|亮灯|完成与否|红黄|^([跟赶])[没不]\1上|^[跟赶]上(?:了?没有?|了吗)"
    )),
    ("aside", sought(
        r"序时要求|时序要求|进度要求|^[比较与距超欠低高][^达]{0,3}(?:序时|时序)|上月|截[至止]上|上年|去年|同期|基数|基期|往年|预计|预测|下一?步|下阶段|自开工|开工以来|历年|成效|措施(?!计划|任务|目标)|时限|起止|期限"
        r"|^(?:欠|差|尚|未(?!来)|剩余|余|缺口)"
        r"|^[比较与距][^达完]{0,4}(?:目标|任务|计划)(?:值|数|相比|比|差距?|相差|差额|±|[+]/-|增减|超欠|缺口)*$"
        r"|时间$|电话|联系"
        r"|建设内容|建设规模|建设性质|环比|位次|排名|排序|得分|分值|权重|来源"
        r"|(?<!年度)(?<!当年)(?<!本年)(?<!今年)总投资|概算|发行额|完成时间"
    )),
    ("department", re.compile(
        r"责任(?!目标|书|制|状|地区|区域|[县旗市区镇乡]$)|牵头|分管|协同|协办|会办|配合|领导|督[办查](?!事项|任务|内容|工作|件)|主办|承办|实施主体|建设单位|部门|负责|挂钩|科室|处室|业主"
    )),
    ("growth", re.compile(r"同比|增速|增幅|增长|±|增减")),
    ("ratio", sought(
        r"完成率|完成比|完成(?:年度|全年|年)?(?:目标|任务|计划|预算)?(?:的)?(?:百分)?(?:比例?|比率|比重|%"
        r"|百分比)|达成率|执行率|兑现率|达标率|任务率"
        r"|(?:占|为|完成).{0,8}(?:任务|计划|目标|预算|年|节点|数|额|序时|指标).{0,4}(?:比|%|\(%)|占年|百分比|之比"
        r"|^占(?:年初|年度|全年|半年|上半年|[前一二三四]+季度?|季度|当[年月季]|\d[\d-]*月份?|序时|节点|调整后?|本级|总|的)*(?:任务|计划|目标|预算|进度|指标)[数量值]?$|^占[^占]{0,4}(?:控制|考核)(?:数|指标|目标|值|额)*$|比例|比率|占比|^折[算合](?:进度|%)?$|(?:时序|形象|总体|完成|工程)?进度\(?%|%$"
    )),
    ("rate", re.compile(r"率(?:\(%\)|%)?$")),
    ("target", sought(
        rf"目标|计划(?!内|完成情况)|任务(?:{_NOUN}|数|量|目标)?$|年度任务|全年任务|下达|指标值|预算|应完成|预期|指标任务"
        r"|安排数|控制(?:数|指标|上限|限额)|节点|^年任务|约束值|^分配|^(?:年度|全年|半年)指标|^应(?![急用届变])[\u4e00-\u9fff]{1,6}$"
        r"|^(?:年内|今年|全年|本年|年底前?)*(?:我们)?要(?![求点素闻情])[\u4e00-\u9fff]{1,8}$"  # 年内要办成的事
        r"|^(?:年初|年度|公开)承诺(?:的事|内容)?$|^(?:说好|讲好|约好|定好|定下|许下|立下|答应|承诺)(?:了|的|要办的?){0,2}(?:数|数量|数目|多少)$"
    )),
    ("actual", sought(
        r"完成|进度|进展|实际|实绩|实况|累计|已|落实|实施情况|推进情况|执行|\d月|季度|截至|开工数|[上下]半年|竣工数|到位"
        rf"|^(?:目前|当前|最新|现|本期)值$|现状|进行|发生|达到|情况$|^(?:办理|落实|推进|实施|工作)?结果$|支出数|支付|{_DONE}"
        r"|^[\u4e00-\u9fff]{0,4}(?:死亡|伤亡)(?:人数|数)$|^[\u4e00-\u9fff]{0,4}(?:事故|火灾)(?:起|次)数$"
        r"|[办干做进推走]到了?(?:哪|什么)|到(?:了?哪|什么)一?(?:步|程度)|怎么?样了?$|[办干做建完]成了多少$"
        r"|^(?:\d[\d-]*月[底末份]?|[最]新|本期|现在|眼下|如今|目前)?(?:报来?的?数|[办干做完]成的?数)$"
    )),
    ("unit", sought(r"^(?:计量|数量|度量|指标值?|目标值?)?单\s?位$")),
    ("owner", sought(
        r"地区|县区|区县|[县市区州旗乡]\([县市区州旗镇]|市州|乡镇|街道|市县|辖区|县市|各县|[镇区]\((?=[^()]*[街乡镇道县旗市区园])|单位名称|区域|片区|园区|旗县|镇街"
        r"|^[县旗区市镇乡]$|^各?[地市]$|属地|^责任[县旗市区镇乡]$|^(?:金融机构|机构|企业|公司|集团|学校|院校|医院|银行|支行|网点|分局|村|社区|街道|村社|村居|镇村|部门|断面)(?:名称|\(社区\))?$"
        r"|^[\u4e00-\u9fff]{0,4}(?:分局|支局|站所|管理所|供电所|派出所|征收所|大队|支队|中队|学区|林场|农场)(?:名称)?$"
        r"|^(?:征收|征缴|预算|执收|填报|报送|申报|考核|被考核)单位$|^[各旗市县区乡镇]{1,4}(?:别|名|名称)?$|^(?:行政|自然)?村(?:名|别)$"
        r"|^(?:环境|空气|水质|大气|自动|监测|考核|国控|省控|市控|国考|省考)*(?:站点|点位|测点|监测点|监测站|子站|断面|河流|河段|湖库)(?:名称)?$"
    )),
    ("kind", sought(r"^(?:类型|项目类型|数据类型|栏次)$")),
    ("category", sought(r"^[一二]级指标$|类别|分类|类型|领域|板块")),
    ("name", re.compile(
        r"名称|指标|项目|事项|内容|任务|工作|实事|工程|科目|品种|行业|^要?办什么事?$|^(?:要办|说好|讲好|约好|定下|许下|答应|承诺|办理)的事$"
    )),
)  # fmt: skip
MEASURED = ("target", "actual", "ratio", "rate", "growth")
_NAMED = sought(
    r"名称|^(?:主要|重点|目标与|工作|具体|民生|督查|督办|改革)*(?:任务|工作)$|任务内容|任务事项|^指标$"
    r"|考核指标$|目标(?:任务)?[与及和]|实施内容|任务[与及和]|工作内容|主要内容"
)
PLAN = re.compile(r"(?:目标|计划|任务)")
_QUANTIFIED = re.compile(r"全年|年度|当年|数|值|量")
_UNIT = re.compile(r"\(([^()]{1,10})\)|单位:?\s?([^\s,。;)(]{1,6})")
_COMPOSED = re.compile(r"(?:万亿|千亿|亿|千万|百万|万|千|百)(?:[\u4e00-\u9fff㎡]{0,5})(?:/[\u4e00-\u9fff]{1,3})?")
_TAG = sought(
    r"责任目标|完成[量值]|年初|目标任务|任务目标|年度|全年|当年|本年|目标|计划|任务|预算|下达|完成|累计|实际|实绩|已|进度|进展|情况|截至"
    r"|占|比例|数|额|率|%|总量|总额|上半年|季度|节点|控制(?:上限|限额)?"
    r"|发生|月末|月底|末|底|工作|奋斗|之比|比|(?<![加产总价])值|年|的|为|执行|\d+(?:-\d+)?月(?:\d+日)?|[/()\s:-]|第"
    r"|[一二三四](?=季)|前"
)
GROWING = re.compile(r"增速|增幅|同比|增长")
_MONEY = re.compile(r"投资|资金|金额|收入|支出|产值|税|预算|款|额(?!度)")


@dataclass(slots=True)
class Column:
    """What a column is for, and what its heading says. `label` names what it measures, where a group heading does."""

    role: Role
    header: str
    unit: str = ""
    label: str = ""
    tag: str = ""

    @property
    def money(self) -> bool:
        """Whether it is about money, whatever the row is about."""
        return bool(_MONEY.search(self.header))

    @property
    def growth(self) -> bool:
        """Whether it measures a growth."""
        return bool(GROWING.search(self.header))


def column(parts: Sequence[str]) -> Column:
    """The column under these headings, outermost first."""
    return Column(*_meaning(tuple(parts)))


_BARE = sought(
    r"(?:数量|数值|数|量|指标值|总量|总额|绝对[值数额量]|完成[量数值额])(?:\([^()]*\))?"
)  # 年度目标 over 数量, 单位: it measures whatever the row names

_DONE_PLAN = sought(r"(?:已|实际|累计)*完成(?!率)")
_FUNDED = sought(
    r"(?:其中)?:?(?:中央|国家|省|市|县|旗|区|州)[级本]?(?:财政)?(?:补助|奖补|配套|专项)?(?:资金|补助|投资|财政)(?:\([^()]*\))?"
)


@lru_cache(maxsize=4096)
def _meaning(headings: tuple[str, ...]) -> tuple[Role, str, str, str, str]:
    parts = [_bracketed(p) for p in dict.fromkeys(sought(r"\s+").sub("", p) for p in headings) if p]
    leaf = parts[-1] if parts else ""
    header, top = "".join(parts), "".join(parts[:-1])
    role = "target" if top and PLAN.fullmatch(sought(r"\([^()]*\)").sub("", leaf)) else _role(leaf)
    if role == "target" and _DONE_PLAN.match(leaf) and _role(top) == "actual":
        role = "actual"  # 完成投资计划 below 投资完成情况
    if top and role in ("other", "name", "category") and _role(top) == "target" and _FUNDED.fullmatch(leaf):
        return "aside", header, unit_in(header), "", _tag(header)  # 中央资金 below 计划下达情况: who pays
    label = top if role in MEASURED else ""
    if role == "growth" and top and _role(top) == "target" and not _tag(top):
        role = "target"  # 增速 below 年度目标
    if top and role in ("other", "name", "category") and _role(top) in ("target", "actual", "ratio"):
        role, label = _role(top), "" if _BARE.fullmatch(leaf) else leaf
    elif role in ("ratio", "rate") and leaf.strip("()") in ("%", "比例", "占比") and not top:
        role = "ratio"
    label = sought(r"\([^()]*\)|^其中:?").sub("", label)
    unit = unit_in(header)
    if role == "name" and unit and unit_in(leaf) and PLAN.fullmatch(sought(r"\([^()]*\)").sub("", leaf)):
        role = "target"  # 任务(亩): what has a unit names no row
    counted = (
        sought(r"([人户套株辆栋件宗家头只台座处所条个])数$").search(leaf) if role == "target" and not unit else None
    )
    return role, header, counted[1] if counted else unit, label, _tag(label or header)


def _bracketed(heading: str) -> str:
    """户厕任务/户 -> 户厕任务(户)."""
    match = sought(r"[\u4e00-\u9fff]{2}/([\u4e00-\u9fff%]{1,4})$").search(heading)
    return f"{heading[: match.start(1) - 1]}({match[1]})" if match and is_unit(match[1]) else heading


_TOLD_FIRST = sought(  # 目前完成情况、存在问题及下一步工作措施
    r"(?:目前|当前|现|截至目前|最新|\d{1,2}(?:-\d{1,2})?月份?|[前第]?[一二三四]季度|上半年|全年)?(?:工作|任务|推进|项目)?"
    r"(?:完成|进展|落实|推进|实施|办理)(?:情况|进度|进展)[、及和与](?:存在|主要|下|问题|困难|原因|措施|未)"
)


# 乡镇卫生院建设(个), 街道综合养老中心(处): with a unit, it is what is built there
_WORK_OF_PLACES = sought(r"(?:乡镇|街道|镇街|市县|县区|区县|片区|园区|区域|地区)(?!名称|别)[\u4e00-\u9fff]{3,}")


@lru_cache(maxsize=4096)
def _role(heading: str) -> Role:
    bare = sought(r"\([^()]*\)|公共(?:财政)?预算(?=[收支])").sub("", heading)
    if _TOLD_FIRST.match(bare):
        return "actual"
    found: Role = next(
        (name for name, pattern in _ROLES if pattern.search(heading if name in ("ratio", "rate", "owner") else bare)),
        "other",
    )
    if (
        found in ("ratio", "rate")
        and sought(r"^(?:年度|全年|计划|工作|考核)*(?:目标|计划|任务|预期)(?:值|数)?(?!完成)").search(bare)
        and "占" not in bare
    ):
        return "target"
    if found in ("ratio", "rate", "growth") and sought(r"(?:目标|计划|任务|预期)[值数]?$").search(bare):
        return found if sought(r"占(?!比)|完成|达到|实现").search(bare) else "target"  # 优良天数比例目标
    if found == "ratio" and "%" in heading and sought(r"^(?:年度|全年)?(?:目标|计划|任务)(?!.*[占完])").search(bare):
        return "target"
    if (
        found in ("rate", "ratio")
        and sought(r"^(?:\d[\d-]*[年月季日]|累计|实际|截至|现(?![金场代行役])|目前)").search(bare)
        and not sought(r"完成|占|比").search(bare)
    ):
        return "actual"
    if found == "growth" and sought(r"目标|计划|预期|任务").search(heading):
        return "target"
    if found == "owner" and unit_in(heading) and _WORK_OF_PLACES.match(bare):
        return "other"
    if found == "target" and _NAMED.search(bare) and not _QUANTIFIED.search(bare):
        return "name"
    if (
        found == "target"
        and sought(r"\d+-\d+月|截至|累计|实际|已").match(bare)
        and sought(r"完成|执行|进度|进展").search(bare)
    ):
        return "actual"
    if found == "target" and sought(
        r"(?:目标任务|任务|计划|目标|预算)(?:(?:完成|进展|执行|落实)(?:情况|进度|进展)|执行数?$)"
    ).match(bare):
        return "actual"
    return found


@lru_cache(maxsize=4096)
def unit_in(heading: str) -> str:
    """The unit that a heading or a name gives in brackets: 村内道路(公里)."""
    for match in _UNIT.finditer(heading):
        if is_unit(match[1] or match[2]):
            return match[1] or match[2]
        given = [p for p in sought(r"[、,;]").split(match[1] or "") if is_unit(p)]
        if len(given) == 1 and given[0] != "%":
            return given[0]  # (家,新增)
    return ""


@lru_cache(maxsize=4096)
def is_unit(piece: str) -> bool:
    """Whether the piece is a unit and nothing else."""
    piece = units.noun_of(piece)  # 套(间)
    if piece in units.ALL:
        return True
    noun = sought(r"^(?:万亿|千亿|亿|千万|百万|万|千|百)").sub("", piece).split("/")[0]
    return (bool(_COMPOSED.fullmatch(piece)) and (not noun or noun in units.ALL)) or (
        piece.split("/")[0] in units.ALL and "/" in piece
    )


@lru_cache(maxsize=4096)
def _tag(header: str) -> str:
    bracket = sought(r"\(([^()]*)\)").search(header)
    bare = _TAG.sub("", sought(r"\([^()]*\)").sub("", header))
    return bare or (_TAG.sub("", bracket[1]) if bracket and not is_unit(bracket[1]) else "")
