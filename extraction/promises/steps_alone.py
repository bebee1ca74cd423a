"""Figures that count nothing but an early step of the work, in so many words: 完成16个点位申报工作, 选址完成18个.

建设口袋公园8个,已完成设计8个 and 新建厂房5万平方米,已完成环评5万平方米: what is done on paper is done of no work,
unless the step was promised (办理环评120件), or people learn (培训3000人,已完成鉴定2600人).

How likely a figure answers is asked where the words leave it open. These leave nothing open.
"""

from __future__ import annotations

from extraction.numbers import units
from extraction.promises.parts_of_works import part_done
from extraction.sentences.readings import Reading
from extraction.sought import sought

_STEP = (
    r"(?:选点|选址|申报|设计|勘察|勘测|测量|测绘|评审|评估|立项|审批|批复|报批|招标|招投标|审查|联审|备案"
    r"|可研|公示|摸底|论证|踏勘|初审|预审|图审|规划|申请)"
)
_BEHIND = sought(
    rf"[^,。;、()\d]{{0,8}}?(?:已|均|全部|正在?|完成|通过|提交|上报|的)*"
    rf"(?:{_STEP}{{1,2}}(?:工作|材料|手续|程序|方案|报告)?|(?:申[报请]|上报|提交)?材料)"
    r"(?:工作|编制)?(?=[,。;)]|$)"
)
_AHEAD = sought(rf"{_STEP}(?:工作)?(?:已|均|全部)*(?:完成|落实|确定|通过|上报|提交)了?\s?$")
_ON_PAPER = sought(  # 已完成|规划编制, 完成|土地出让, 完成|验收申请
    r"完成了?(?:全部|相关|所有|项目|工程|施工|初步|前期|现场|资格)*"
    r"(?P<step>(?:选点|选址|申报|申请|(?:验收|认定)申请|设计|勘察|勘测|测量|测绘|踏勘|定线|立项|可研|初设|图审|(?:施工)?图(?=审查)|规划(?=编制)|方案(?=编制|制定|论证)"
    r"|环评|财评|稳评|水保|公示|摸底|摸排|论证|鉴定|评审|评估|初审|预审|审批|报批|报建|备案|征地|清表|(?:土地|用地)(?=出让|供应|报批|预审|摘牌|挂牌)|供地){1,3})"
    r"(?:编制|制定|审查|审批|评审|评估|论证|出让|供应|报批|预审|摘牌|挂牌|批复|备案|公示)*(?:工作|手续|程序|环节|材料|报告)*的?(?:约|近|有)?\s?$"
)
# 改造泵站92座,已设计|81座, 目前已批复|60座: the verb alone, behind a plan that is built
_BARE_STEP = sought(
    r"(?:^|[,;。:])(?:截[至止][^,。;\d]{0,4}|(?:截[至止]?)?\d{1,2}月[底末]|目前|现)?,?(?:已经?|均已?|现已|共|累计|全部)+"
    r"(?P<step>(?:选点|选址|设计|勘察|勘测|测量|测绘|丈量|评审|评估|立项|审批|批复|核准|报批|报建|招标|备案|可研|公示|摸底|摸排"
    r"|论证|踏勘|初审|入库){1,2}|签(?:订|署|了)?[\u4e00-\u9fff]{0,6}协议)(?:了|通过)?(?:约|近)?\s?$"
)
_BUILT = sought(
    r"新建|改建|扩建|改造|重建|续建|建设|修缮|加固|整治|治理|修复|维修|维护|除险|安装|加装|铺设|更新|提升|拆除"
)
# 认定绿色工厂12家,通过评审11家: what a jury has passed may still fail
_JURY = sought(r"(?:通过|完成)了?(?:国家|[省市县旗区])?级?(?:专家|初步|现场|材料)*(?:评审|初审|评选)(?:的?有)?\s?$")
_JURIES = sought(r"评审|初审|评选")
_HONOURED = sought(r"认定|创建|命名|获评|授牌|评定")
_HANDLES = sought(r"办|审|核|评|批|许可|登记|征|拆|鉴定")  # what such a step is the end of


def is_step_alone(r: Reading) -> bool:
    """Whether the words on either side of the number name a step, and no end of the work."""
    on_paper = _ON_PAPER.search(r.lead) is not None and r.quantity.noun not in units.PEOPLE
    on_paper = on_paper or _BARE_STEP.search(r.lead) is not None
    return on_paper or _BEHIND.match(r.tail) is not None or _AHEAD.search(r.lead) is not None


def on_paper(promised: str, r: Reading) -> bool:
    """Whether the figure says that so many are done with a step on paper, or a part, that was not what was promised."""
    if part_done(promised, r):
        return True
    if _JURY.search(r.lead) and _HONOURED.search(promised) and not _JURIES.search(promised):
        return True
    bare = _BARE_STEP.search(r.lead) if _BUILT.search(promised) else None
    if bare is not None and bare["step"][:2] not in promised and not bare["step"].startswith("签"):
        return True
    if "完成" not in r.lead or r.quantity.noun in units.PEOPLE or _HANDLES.search(promised):
        return False
    said = _ON_PAPER.search(r.lead)
    return said is not None and not any(said["step"][at : at + 2] in promised for at in range(len(said["step"]) - 1))
