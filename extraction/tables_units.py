"""Which of the units above a table is whose: 单位:公里、座 over roads and bridges.

As many units as things are theirs in turn; else a thing has the only unit in which such things are counted. What
neither tells stays without a unit.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction import units
from extraction.sought import sought
from extraction.tables_columns import Column, Group

_COUNTED_IN = (
    ("元", "投资|资金|收入|支出|产值|税|款|额|贷|补贴|外资"),
    ("公里", "路|道|管|渠|线|堤|河|网|护栏|安全防护"),
    ("座", "桥|水库|站|厕|塔|坝|仓|泵|亭"),
    ("户", "户|厕|厨|危房|搬迁|气|家庭|适老|个转企|煤改"),
    ("套", "房|套|棚"),
    ("亩", "田|土地|[耕林草用湿]地|林|草|种植|播种|面积|绿化"),
    ("公顷", "田|土地|[耕林草用湿]地|林|草|面积|绿化|矿山"),
    ("人", "人|培训|就业|体检|筛查|学生|员|女|接种|服务"),
    ("家", "企业|机构|商户|主体|公司"),
    ("所", "校|园|院|所"),
    ("张", "床"),
    ("辆", "车"),
    ("部", "电梯"),
    ("台", "电梯|机|设备"),
    ("吨", "粮|产量|菜|煤|肉|渣"),
    ("头", "猪|牛"),
    ("件", "案|专利|商标|纠纷|件"),
    ("场", "戏|演出|活动|招聘"),
    ("处", "公园|隐患|游园|处|点"),
    ("千瓦", "装机|光伏|风电"),
    ("平方米", "厂房|面积|建筑"),
)


def shared_out(columns: Sequence[Column], planned: Sequence[Group], above: Sequence[str]) -> None:
    """Give the columns of things without a unit theirs of those above the table; in place."""
    counted = [u for u in above if u != "%"]
    bare = [g for g in planned if g.targets and not any(columns[i].unit for i in (*g.targets, *g.actuals))]
    if len(above) < 2 or len(planned) < 2 or not counted:
        return
    in_turn = len(bare) == len(above) and all(_may_be(g.label, u, above) for g, u in zip(bare, above, strict=True))
    for place, group in enumerate(bare):
        unit = above[place] if in_turn else only_fitting(group.label, counted)
        for index in (*group.targets, *group.actuals):
            columns[index].unit = unit


def only_fitting(name: str, above: Sequence[str]) -> str:
    """The one unit in which such things are counted; the one that is left over where it fits nothing else."""
    fitting = [u for u in above if _natural(name, u)]
    return fitting[0] if len(fitting) == 1 else ""


def _may_be(name: str, unit: str, above: Sequence[str]) -> bool:
    return _natural(name, unit) or only_fitting(name, above) in ("", unit)


def _natural(name: str, unit: str) -> bool:
    noun = units.noun_of(unit)
    if unit == "%":
        return sought(r"[率比]$|增[速长幅]").search(name) is not None
    return any(noun.endswith(kind) and sought(words).search(name) for kind, words in _COUNTED_IN)
