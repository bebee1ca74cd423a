"""What the figures of a sentence are of that is seen from it: 从PM2.5看,甲县41(目标42)、乙区46(目标44).

从造林完成率来看                       of what it is the rate
从县区看, 从分类看, 从总体情况看       how it is sorted names nothing
"""

from __future__ import annotations

from extraction.sought import sought

_SEEN = sought(
    r"从(?P<of>[^,。;:]{2,20}?)(?:计划|任务|目标)?(?:完成率|完成比例|完成进度|指标|数据|(?:完成|达标|进展)?情况)*(?:来)?看"
)
_SORTS = sought(
    r".*(?:类|类别|类型|性质|构成|结构|形式|方式|环节|层级|级别|来源|去向|投向|领域|行业|产业|区域|地区|地域|片区|[县旗市]区|乡镇|街道"
    r"|板块|单位|部门|主体|城乡|总体|整体|全局|[全我各][省市县旗区州镇地]|目前|当前|长远|趋势|走势|态势|月度|月份|季度|年份|时间|阶段|节点"
    r"|规模|数量|进度|进展|完成|项目|任务|工作|指标|情况|排名|排位|结果|上|中|[省市县旗区镇])"
)
_COUNTS = sought(r"(?<!PM)(?<!PM2\.)(?<!PM1)\d")


def seen_from(piece: str) -> str:
    """The name that the words before a clause see its figures from; empty where they see nothing or only sort."""
    seen = _SEEN.fullmatch(piece.rpartition("。")[2])
    of = seen["of"] if seen is not None else ""
    return "" if _SORTS.fullmatch(of) or _COUNTS.search(of) else of
