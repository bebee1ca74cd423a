"""What was only made ready is not yet there: 充电桩选址已全部落实 says nothing of how many charging points stand.

    年度目标:…、充电桩40个。 … 充电桩选址已全部落实        where they shall stand
    …、公厕12座。 … 公厕均已确定点位                       so it does in the words of completion themselves
    …、改厕900户。 … 改厕资金已全部拨付到位                what it is paid from
    …、改厕900户。 … 900户任务已全部批复                   what may begin

Where the step itself was promised (完成选址12处), or the money is what people shall have (资助学生300名), the words
are of it.
"""

from __future__ import annotations

from extraction.numbers import units
from extraction.promises.targets import Promise
from extraction.records import Claim
from extraction.sought import sought

_PAID = r"资金|经费|款项|补助款|投资"
_MOVED = r"征地|征收|征迁|拆迁|清表"
_STEPS = (
    r"选址|选点|布点|点位|站址|场址|[用土]地|场地|地块|方案|设计|图纸|施工图|图审|可研|初设|招标|招投标|招采|比选|采购|手续|立项|审批|报批|批复|环评"
    r"|勘察|勘测|测绘|踏勘|摸底|摸排|报建|评审|论证|前期|合同|协议|施工(?:单位|队伍)|监理单位|设备|材料|工作队|人员|干部"
    rf"|{_PAID}|{_MOVED}"
)
_BEFORE = sought(  # 充电桩选址、设计|已全部…
    rf"(?P<step>{_STEPS})(?:编制|审查|评审|审批|批复|办理|筹集|筹措|采购)?(?:工作|环节|程序|任务)?(?:于\d{{1,2}}月[份底初中末]?)?"
    r"(?:目前|现|已|均|都|也|全部)*$"
)
_INSIDE = sought(  # 均已|确定点位
    rf"(?:确定|选定|落实|取得|明确|完成|办理|办结|签订|通过|敲定|划定|获得|备齐|筹集|拿到)(?:了)?(?:建设|项目)?(?P<step>{_STEPS})"
)
_ALLOWED = sought(r"(?:已|均|都|全部|全面)(?P<step>批复|审批|下达|下发|分解|立项|核准|备案)(?:到位|完毕)?$")
_BEHIND = sought(  # 已全部完成|施工图审查
    r"了?(?:建设|项目|工程|地质|初步|前期|公开|全部)*"
    r"(?P<step>选址|选点|设计|图纸|施工图|图审|可研|初设|招标|招投标|招采|比选|立项|审批|报批|环评|勘察|勘测|测绘|踏勘|摸底|摸排|报建|评审|论证|前期)"
    r"(?:编制|审查|会审|评审|审批|批复|办理|核发|工作|手续|环节|文件)*(?=[、,。;和及\n]|$)"
)
_GIVEN = sought(r"资助|补[助贴偿]|救助|发放|奖[励补]|兑[现付]|补发|津贴|低保|帮扶|支持|担保|贷款|保障金")
_MOVES = sought(r"征|拆|腾|搬|安置")
_CLAUSE = sought(r"[,。;:\n]")
_REACH = 32  # characters of the clause that are looked at


def step_made_ready(text: str, promise: Promise, claim: Claim) -> str | None:
    """The step of which alone the claim says that it is done, or None; `text` is the folded page."""
    before = _CLAUSE.split(text[max(0, claim.start - _REACH) : claim.start])[-1]
    said = _INSIDE.search(claim.text) or _ALLOWED.search(claim.text) or _BEFORE.search(before)
    if said is None and claim.text.endswith(("完成", "通过", "办结")):
        said = _BEHIND.match(text, claim.end)
    return None if said is None or _is_promised(promise, said["step"]) else said["step"]


def _is_promised(promise: Promise, step: str) -> bool:
    """Whether the step is what was promised, or gives people what they were promised."""
    if step in promise.name or step in promise.reading.clause_lead:
        return True
    if sought(_PAID).fullmatch(step):
        return promise.target.noun in units.MONEY or _GIVEN.search(promise.name) is not None
    return sought(_MOVED).fullmatch(step) is not None and _MOVES.search(promise.name) is not None
