"""Money that is handed on: 下达补助资金2.14亿元,已支出1.31亿元 tells of a grant and promises nothing."""

from __future__ import annotations

from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.voices.place import CONTEXT, Place, Said, only_with

_FUND = sought(
    r"(?:资金|补贴|补助|奖补|经费|专款|债券|专项债|国债|拨款)(?:总额|总量|总规模|规模|合计|共计?|约|为|达|总)*(?:已|均|全部)*(?:下达|拨付|到位|兑付|兑现|发放)?\s?$"
)
_HANDED = sought(r"下达|安排|收到|整合|统筹|筹措|筹集|落实|争取|获得|获批|到位|投入|分配|总额|规模|切块|拨付")
_HANDED_BEHIND = sought(r"[,、]?\s?(?:已|均|全部)+(?:下达|拨付|到位|分配|切块)")  # 专项债券36.2亿元已全部下达
_PLANNED = sought(r"计划|目标|任务|力争|确保|需|应|预算(?!内)")


_SPENT = sought(
    r"[^。;\d]{0,24}?(?:\d{1,2}(?:-\d{1,2})?月[^。;\d]{0,8})?(?:支付|拨付|支出|兑付|支用|使用)(?:了|约|近)?\s?\d"
)


def is_spent(text: str, r: Reading) -> bool:
    """全年统筹整合涉农资金3.86亿元,截至10月底支付2.97亿元: money raised, and what was paid out of it, or came in."""
    if is_told_money(text, r) or _is_paid_on(text, r):
        return True
    return is_grant(r) and _SPENT.match(text, r.quantity.end, r.quantity.end + 48) is not None


_PAID_ON = sought(  # 首批补贴资金2300万元|已兑付1900万元、兑付率82.6%
    r"[,、]?\s?(?:目前|现)?(?:已|实际)(?:全部)?(?P<did>兑付|支付|拨付|支出|发放)(?:了)?\s?\d[\d.]{0,9}[万亿]{0,2}元[,、](?:资金)?(?P=did)率"
)


def _is_paid_on(text: str, r: Reading) -> bool:
    """Money that is there, with what of it was handed on and the rate of that: nobody planned it."""
    fund = r.quantity.noun == "元" and _FUND.search(r.lead) is not None and not _PLANNED.search(r.clause_lead)
    yearly = _OF_THE_YEAR.search(r.clause_lead) is not None
    return fund and not yearly and _PAID_ON.match(text, r.quantity.end) is not None


def is_told_money(text: str, r: Reading) -> bool:
    """Money that was won or contracted, with what of it came in behind it: it plans nothing."""
    return came_in(text, r) or is_signed_sum(text, r)


def came_in(text: str, r: Reading) -> bool:
    """争取专项资金860万元,到位512万元: money won, of which so much has come."""
    won = "争取" in r.lead and is_grant(r) and _OF_THE_YEAR.search(r.clause_lead) is None
    return won and _CAME_IN.match(text, r.quantity.end, r.quantity.end + 24) is not None


_OF_THE_YEAR = sought(r"全年|年内|年度|今年(?!以来)")


_CAME_IN = sought(
    r"[,、]\s?(?:(?:目前|现)?(?:已|实际)?(?:全部)?(?:到位|到账|下达|拨付)(?:资金)?\s?\d"
    r"|其中[,:]?\s?(?:已?(?:到位|到账|下达|拨付)\d|\d[\d.]{0,9}[万亿]{0,2}元(?:已|均已)(?:到位|到账|下达|拨付)))"
)


def is_signed_sum(text: str, r: Reading) -> bool:
    """签约项目总投资额8亿元,其中3亿元已到账: what contracts come to, and what of it has come, plans nothing."""
    signed = r.quantity.noun.endswith("元") and _SIGNED_SUM.search(r.lead) is not None
    return signed and not _PLANNED.search(r.clause_lead) and _PAID_IN.match(text, r.quantity.end) is not None


_SIGNED_SUM = sought(
    r"(?:签约|签订|引进|招引|协议|合同)[^,。;\d]{0,10}(?:投资|资金|引资|金额|总额|额)(?:总额|总量|额)?(?:共|达|为|约|近)*\s?$"
)
_PAID_IN = sought(
    r"[,(、]\s?(?:其中)?[,:]?\s?(?:目前|现)?(?:已|实际|累计)*(?:\d[\d.]{0,9}[万亿]{0,2}元)?(?:已|均已)?(?:实际)?(?:到位|到账|履约|落地)"
)


def is_pot(text: str, r: Reading) -> bool:
    """补助资金8600万元,已拨付5720万元: what there is to be paid out, with no word of planning, and what was."""
    money = r.quantity.noun.endswith("元") and _FUND.search(r.lead) is not None
    if not money or _PLANNED.search(r.clause_lead) or _PAYS.search(r.lead):
        return False
    return _SPENT.match(text, r.quantity.end, r.quantity.end + 48) is not None


_GRANT_PLAN = sought(
    r"(?:下达|批复|核定|分配)[^,。;\d]{0,14}(?:资金|补助|补贴|经费)(?:计划|指标|任务|额度)(?:为|共|共计)?(?:\d[\d.]*[万亿]?[^\d,。;、]{1,3}、)?\s?$"
)


@only_with(_GRANT_PLAN)
def plan_of_grant(p: Place) -> Said | None:
    """省下达补助资金计划2950户、_6195万元 below the heading that promised 3200户: what was granted for it."""
    return CONTEXT if p.s.answering and _GRANT_PLAN.search(p.clause_lead) else None


_PAYS = sought(r"拨付|支付|支出|兑付|发放|使用")


def is_grant(r: Reading) -> bool:
    """Whether the number is a sum of money received or handed out, and no word makes a goal of it."""
    money = r.quantity.noun.endswith("元") or not r.quantity.noun
    if not money or _FUND.search(r.lead) is None:
        return False
    handed = _HANDED.search(r.clause_lead) is not None or _HANDED_BEHIND.match(r.tail) is not None
    return handed and _PLANNED.search(r.clause_lead) is None


_LENT = sought(
    r"(?:授信(?!任务|目标|计划)(?:额度?|总额)?|(?:债券?|补助|资金)(?:已|共)?(?:下达|获批|发行|批复|到位))\s?$"
)


def is_lent(r: Reading) -> bool:
    """新增授信820亿元,实际放款410亿元: what banks granted, or was handed down, before what was made of it."""
    return r.quantity.noun.endswith("元") and _LENT.search(r.lead) is not None and not _PLANNED.search(r.clause_lead)
