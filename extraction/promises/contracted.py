"""What contracts come to is no money yet, and what came of them no contract: 合同外资3900万美元,实际到资1150万美元."""

from __future__ import annotations

from extraction.sought import sought

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
    """合同额目标14亿元,签订合同额11亿元、到账4亿元: what came in of it is no contract; nor is it built, 完成投资."""
    if _CAME_IN.search(led) is None or _COMES_IN.search(promised):
        return False
    return bool(_OF_CONTRACTS.search(promised) or _WORKS_COST.search(promised))


_VERY_CONTRACTS = sought(r"(?:新?签(?:订|约|署)?|成交)(?:合同|协议|签约)?(?:金额|总额|额)")


def as_contracted(promised: str, told: str) -> bool:
    """签订合同额6300万元 for a promised 技术转让合同额: what was signed of the contracts, called by their one word."""
    return _VERY_CONTRACTS.fullmatch(told) is not None and bool(_OF_CONTRACTS.search(promised))


def only_signed(promised: str, told: str) -> bool:
    """合同外资3900万美元 beside a promise of 实际使用外资: what contracts name has not come yet."""
    return _CONTRACTS.search(told) is not None and _SIGNS.search(promised) is None


def without_signing(promised: str, told: str) -> str:
    """合同额目标14亿元: what is signed is what was promised, and no step before it."""
    return _SIGNING.sub("", told) if "签" in told and _OF_CONTRACTS.search(promised) else told


_WON = sought(r"招商引资(?:总?额|资金|任务|目标|工作)*$")
_CAME = sought(r"(?:实际|累计|已|实现|完成|[省市县旗区境]?外)*(?:到位(?:[内外]?资金?|投资)?|到账资金|到资)(?:总?额)?$")


def came_of_it(promised: str, told: str) -> bool:
    """招商引资4亿元 … 签约资金7.3亿元,到位资金2.46亿元: what came in is what was promised, and no contract."""
    return _CAME.fullmatch(told) is not None and _WON.search(promised) is not None
