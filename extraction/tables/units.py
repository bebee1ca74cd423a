"""Which of the units above a table is whose: 单位:公里、座 over roads and bridges.

Units are listed as the things first need them: 单位:亩、户 over 造林, 户厕, 退耕. Where that cannot be, a thing has
the only unit in which such things are counted. What neither tells stays without a unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from extraction.grids.columns import Column
from extraction.numbers import units
from extraction.sought import sought
from extraction.tables.groups import Group

_COUNTED_IN = (
    ("元", "投资|资金|收入|支出|产值|税|款|额|贷|补贴|外资|进出口|外贸|零售|增加值|招商|生产总值"),
    ("公里", "路|道|管|渠|线|堤|河|网|护栏|安全防护"),
    ("座", "桥|水库|站|(?<!户)厕|塔|坝|仓|泵|亭"),
    ("户", "户(?!外)|改厕|卫生厕|厨|危房|搬迁|气|家庭|适老|个转企|煤改"),
    ("套", "房|套|棚"),
    ("亩", "田|土地|[耕林草用湿]地|林|草|种植|播种|面积|绿化"),
    ("公顷", "田|土地|[耕林草用湿]地|林|草|面积|绿化|矿山"),
    ("人", "人|培训|就业|体检|筛查|学生|员|女|接种|服务"),
    ("家", "企业|机构|商户|主体|公司"),
    ("名", "人|培训|就业|体检|筛查|学生|员|女|接种|服务"),
    ("人次", "人|培训|体检|筛查|员|女|接种|服务|游客"),
    ("株", "树|苗木"),
    ("口", "井|池"),
    ("所", "校|园|院|所"),
    ("张", "床"),
    ("个", "项目|村|社区|小区|中心|平台|园区|点|基地|品牌"),
    ("辆", "车"),
    ("部", "电梯"),
    ("台", "电梯|机|设备"),
    ("吨", "粮|产量|菜|煤|肉|渣"),
    ("头", "猪|牛|羊"),
    ("只", "羊|禽|鸡|鸭|兔"),
    ("件", "案|专利|商标|纠纷|件"),
    ("场", "戏|演出|活动|招聘"),
    ("处", "公园|隐患|游园|处|点"),
    ("千瓦", "装机|光伏|风电"),
    ("平方米", "厂房|面积|建筑"),
)


def shared_out(
    columns: Sequence[Column], planned: Sequence[Group], above: Sequence[str], broken: AbstractSet[int]
) -> None:
    """Give the columns of things without a unit theirs of those above the table; in place.

    `broken` are the columns that hold fractions: half a person is none.
    """
    bare = [g for g in planned if g.targets and not any(columns[i].unit for i in (*g.targets, *g.actuals))]
    if len(above) < 2 or len(planned) < 2 or not any(u != "%" for u in above):
        return
    rates = any(_natural(g.label, "%") for g in bare)
    listed = list(dict.fromkeys(u for u in above if rates or u != "%"))
    allowed = [_allowed(g.label, listed, bool(broken & {*g.targets, *g.actuals})) for g in bare]
    for group, fitting in zip(bare, _in_order(allowed, listed) or allowed, strict=True):
        unit = next(iter(fitting)) if len(fitting) == 1 else ""
        for index in (*group.targets, *group.actuals):
            columns[index].unit = unit


def _allowed(name: str, listed: Sequence[str], fractions: bool) -> frozenset[str]:
    """The units in which such a thing may be counted: its natural ones, else all that are natural to no other kind."""
    whole = [u for u in listed if not (fractions and u in units.COUNTED)]
    natural = [u for u in whole if _natural(name, u)]
    return frozenset(natural or [u for u in whole if u != "%"])


def _in_order(allowed: Sequence[frozenset[str]], listed: Sequence[str]) -> list[frozenset[str]]:
    """What remains where the units are listed as the things first need them, each for some thing.

    Empty where they cannot be so listed.
    """
    reached = [{0}]  # how many of the units may have been named before each thing
    for units_of in allowed:
        reached.append({b for a in reached[-1] for u in units_of if (b := _named_after(a, u, listed)) is not None})
    if len(listed) not in reached[-1]:
        return []
    ends, out = {len(listed)}, list[frozenset[str]]()
    for before, units_of in zip(reversed(reached[:-1]), reversed(allowed), strict=True):
        steps = [(a, u) for a in before for u in units_of if _named_after(a, u, listed) in ends]
        ends = {a for a, _ in steps}
        out.append(frozenset(u for _, u in steps))
    return out[::-1]


def _named_after(named: int, unit: str, listed: Sequence[str]) -> int | None:
    """How many units have been named with this one, of which so many were before; None where one is passed over."""
    place = listed.index(unit)
    return None if place > named else max(named, place + 1)


def _natural(name: str, unit: str) -> bool:
    noun = units.noun_of(unit)
    if unit == "%":
        return sought(r"[率比]$|增[速长幅]").search(name) is not None
    return any(noun.endswith(kind) and sought(words).search(name) for kind, words in _COUNTED_IN)


def unit_below(text: str, end: int) -> str:
    """The line below the table, where it gives the units of all of it."""
    match = sought(
        r"\s{0,4}(?:[(]?(?:附?注|说明|备注)[::]|[(][^\n:()]{2,14}[,;])?(\(?(?:金额|计量|数量|数据)?单位[:为][^\n]{1,12}"
        r"|[未没无](?:有|特别|另行)?[注标][明注]?单位[的者]?,?[均都][为以][^\n]{1,12})"
    ).match(text, end)
    return match[1] if match else ""
