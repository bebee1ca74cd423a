"""A share of the year's work behind several figures: it is of what was done, not of what that cost or who came.

放映9120场,观影131万人次,完成全年放映任务的45.6%   the task's own verb tells which
新建公厕36座,投入资金720万元,完成年度任务的60%     money behind what is counted was spent on it
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.numbers import units
from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought

_TASK_OF = sought(
    r"(?:全年|年度|今年|本年|年|阶段性?|上半年)的?(?:计划|目标)?(?P<verb>[\u4e00-\u9fff]{2,6}?)(?:目标|计划)?(?:任务|指标)(?:数|量)?的?\s?$"
)
_NO_VERB = sought(r"计划|目标|任务|工作|既定|考核|下达|预定|民生|责任")
_SPENT = sought(
    r"[,、]?\s?(?:共|累计|已|共计|并|其中)*(?:投入|发放|兑付|拨付|支付|兑现|下拨|落实)(?:了|各类|各项|财政|专项)*"
    r"[^,。;\d]{0,8}?(?:资金|补贴|补助|资助|救助|补偿|奖补|经费|费用)(?:金|款|资金|费)?(?:共计|共|约|达)*\s?"
)
_OF_MONEY = sought(r"资金|投资|投入|补贴|补助|拨付|发放|支出|金额")
_CAME = sought(r"[,、]?\s?(?:共|累计|已)*(?:观影|观看|观众|受众|到馆|借阅|惠及|参观|听众|受教育|受益)[^,。;\d]{0,6}\s?")
_TIMES = ("场", "场次", "次", "车次", "期", "堂")


def of_the_work(share: Reading, told: Sequence[Reading], promises: Sequence[Promise]) -> Sequence[Reading]:
    """The figures before the share, without those behind the one that it is of."""
    if (named := _named_by_task(share, told)) is not None:
        return told[: named + 1]
    if _OF_MONEY.search(share.clause_lead):
        return told
    last = len(told)
    while last > 1 and _comes_of(told[last - 1], told[last - 2]):
        last -= 1
    planned = {p.target.noun for p in promises}
    same = told[last - 1 : last] and told[last - 1].sentence == told[-1].sentence
    return told[:last] if same and planned.isdisjoint(r.quantity.noun for r in told[last:]) else told


def _named_by_task(share: Reading, told: Sequence[Reading]) -> int | None:
    """Where the one figure stands whose verb the task is called by: 放映9120场 for 放映任务."""
    said = _TASK_OF.search(share.clause_lead)
    if said is None or _NO_VERB.search(said["verb"]):
        return None
    verb = said["verb"][-2:]
    near = [at for at, r in enumerate(told) if verb in r.lead]
    return near[0] if len(near) == 1 else None


def _comes_of(r: Reading, before: Reading) -> bool:
    if r.quantity.noun in units.MONEY:
        return before.quantity.noun not in units.MONEY and _SPENT.fullmatch(r.lead) is not None
    return (
        before.quantity.noun in _TIMES and r.quantity.noun in ("人次", "人", "册次") and bool(_CAME.fullmatch(r.lead))
    )
