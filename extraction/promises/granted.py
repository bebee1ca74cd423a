"""What was granted of what was asked for: 已申报83家,其中已批准56家; 申报高新技术企业146家,其中已备案61家.

合同外资4600万美元,实际到资1260万美元: what was only signed is no money yet.

Behind a whole that was only asked for, a part that an office said yes to is no part of a result: it is the result. What
a jury has looked at (通过专家评审) or what hangs out for objections (公示) may still fail.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, takewhile

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names

_YES = sought(
    r"批准|核准|批复|准予|公告|公布|入选|获证|发证|领证|授牌|审定|确认|(?:审核|审批|核定|验收|认定|评定)(?:已|均)?通过"
    r"|通过(?:[国省市县][\u4e00-\u9fff]{0,6})?(?:审核|审批|核定|验收|认定|评定)|备案"
)
_MAY_FAIL = sought(r"[未待拟]|初审|预审|推荐|尚|正在|预计|(?:备案|审批|批准|认定)(?:材料|手续|申请)")
_ASKING = sought(r"(?:组织|指导|辅导|新|已|共|累计|受理|推荐|申报|上报|申请|报送|提交|入库|纳统|升规|材料|评审)+")
_FILED = sought(  # things that are one as soon as their office has put them on its list
    r"高新技术企业|高企|科技型|科技企业|专精特新|规[上模]|限[上额]|众创空间|孵化器|机构|商标|标准|示范"
)


@lru_cache(maxsize=1024)
def granted(asked: str, told: str) -> bool:
    """Whether the words of a part say that an office agreed to so many of those that its whole only asked for."""
    return names.stage(asked) == "application" and _YES.search(told) is not None and not _MAY_FAIL.search(told)


def shared_out(whole: Reading, found: Sequence[Reading], index: int) -> bool:
    """申报146家,其中新申报83家、重新认定63家: parts that make up the whole are kinds of it, no step beyond."""
    parts = takewhile(lambda r: r.sentence == whole.sentence, islice(found, index, index + _PARTS))
    sizes = [r.base for r in parts if r.quantity.noun == whole.quantity.noun and not r.bracket]
    return len(sizes) > 1 and any(sum(sizes[:n]) == whole.base for n in range(2, len(sizes) + 1))


_PARTS = 5  # numbers that may share out a whole


def asked_for(found: Sequence[Reading], asked: Reading) -> str:
    """The thing that was asked for: named with the figure, else what was promised last in its unit."""
    thing = _ASKING.sub("", asked.own)
    if len(names.folded(thing)) >= 3:
        return thing
    promised = [r for r in found if r.start < asked.start and r.voice == "promise"]
    return next((r.name for r in reversed(promised) if r.quantity.noun == asked.quantity.noun), asked.subject)


@lru_cache(maxsize=1024)
def filed(promised: str, told: str) -> str:
    """The words of a figure without 备案 where that is no step before what was promised: 高新技术企业已备案61家."""
    if "签" in told and _OF_CONTRACTS.search(promised):
        told = _SIGNING.sub("", told)  # 合同额目标12亿元: what is signed is what was promised
    final = "备案" in told and _FILED.search(promised) is not None and not _MAY_FAIL.search(told)
    return told.replace("公示备案", "").replace("备案", "") if final else told


_CONTRACTS = sought(
    r"^(?:新增|新签|实现|完成)*(?:合同|协议)(?:利用|使用)?(?:外资|引资|内资|资金|总?投资)(?:总?额|金额)?$"
)
_SIGNS = sought(r"合同|协议|签")


_OF_CONTRACTS = sought(
    r"(?:合同|协议|成交)(?:利用|使用|引进)?(?:外资|引资|内资|资金|总?投资|总?金?额)|签约(?:总?金?额|外资)"
)
_SIGNING = sought(r"新?签(?:订|署|约|了)?")
_CAME_IN = sought(r"(?:到账|到位|回款|入账)(?:资金|金额|外资|额|款)?(?:为|达|约|仅|了)?\s?$")
_COMES_IN = sought(r"到账|到位|回款|入账|实际|引进|招商|引资|利用")
_WORKS_COST = sought(r"^(?!.*签约)(?:.*(?:完成|固定资产|项目|工业|民间|基础设施|交通|水利|建设|改造))?投资额?$")


def only_paid(promised: str, led: str) -> bool:
    """合同额目标12亿元,签订合同额9.6亿元、到账3.1亿元: what came in of it is no contract; nor is it built, 完成投资."""
    if _CAME_IN.search(led) is None or _COMES_IN.search(promised):
        return False
    return bool(_OF_CONTRACTS.search(promised) or _WORKS_COST.search(promised))


_VERY_CONTRACTS = sought(r"(?:新?签(?:订|约|署)?|成交)(?:合同|协议|签约)?(?:金额|总额|额)")


def as_contracted(promised: str, told: str) -> bool:
    """签订合同额6300万元 for a promised 技术转让合同额: what was signed of the contracts, called by their one word."""
    return _VERY_CONTRACTS.fullmatch(told) is not None and bool(_OF_CONTRACTS.search(promised))


def only_signed(promised: str, told: str) -> bool:
    """合同外资4600万美元 beside a promise of 实际使用外资: what contracts name has not come yet."""
    return _CONTRACTS.search(told) is not None and _SIGNS.search(promised) is None
