"""Enterprises that enter the statistics' base, which makes them what was promised: 新增规上企业12家, 审核入库4家."""

from __future__ import annotations

from extraction.promises.targets import Promise
from extraction.sentences.readings import Reading
from extraction.sought import sought

IN_BOOKS = sought(r"入库(?!辅导|培育|储备|跟踪|备案)")  # 入库辅导35户: not entered, but helped to be
ENTERED = sought(r"[“\"]?(?:新[“\"]?)?入[规库统][”\"]|[四五]上|规上|限上|规模以上|限额以上|[升上]规|小升规")
ENTERS = sought(
    r"(?:月度|年度|新增?)?(?:企业|单位)?(?:审核|审批|批复|批准|核准|获批)?(?:通过)?(?:入库|入统|纳统|升规|上规|入规)(?:企业|单位|纳统)?"
)

LAND = sought(r"耕地|占补平衡|增减挂钩|旱改水|垦造")  # new fields that are entered in the ledger are made: 已入库1310亩
ACCEPTED = sought(r"(?<=验收)(?:合格|通过|并|后|及|已|报备|报部|备案)*入库")

IN_STATISTICS = sought(r"(?:月度|年度)入库")  # 月度入库18家: never what is only stored up


_BEHIND = sought(
    r"(?:企业|单位)?已(?:经)?(?:通过)?(?:[国省市县旗]级?)?(?:审核|审批|核准)?(?:通过)?[,并后]?(?:入库|入统|纳统|升规|上规|入规)(?=[,;。]|$)"
)


def enters(promise: Promise, reading: Reading) -> bool:
    """新增规上企业12家: 经省统计局审核通过入库4家. An enterprise that entered the statistics' base is one of them."""
    fits = promise.target.noun == reading.quantity.noun and promise.reading.start < reading.start
    if not fits or ENTERED.search(promise.name) is None or "建库" in promise.name:
        return False
    behind = reading.own == "" and _BEHIND.match(reading.tail) is not None  # 其中9家已通过省级审核纳统
    return behind or ENTERS.fullmatch(reading.own) is not None
