"""Per cent that tell a rate of its own and no share of a plan: a table of rates without a goal promises nothing.

    指标 | 1-9月
    城镇调查失业率 | 5.2%

A date over per cent says not that they are how far the work has come: the heading says it (1-9月完成率, 目前进展), else
the title of a table of places (各乡镇改厕进度), or the rows that are works. What grows (规上工业增加值 | 5.1%) is told
by its growth where no heading says of what the per cent are.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.grids.cells import GridCell
from extraction.grids.columns import Column
from extraction.sought import sought

_FAR = sought(
    r"完成|进度|进展|推进|落实|执行|实施|兑现|计划|任务|目标|预算|序时|占(?!比)"
    r"|(?:开工|动工|竣工|完工|建成|投产|投用|支出|拨付|支付|兑付|交付|发放|入库|销号|整改|改造|到位|清零|达产|征收|收缴)[率比]"
)
_SHARE = sought(r"率|比|占|进度|完成[^情]{0,4}(?:计划|任务|目标|预算)")
_OWN_HEADING = sought(r"[\u4e00-\u9fff“”]{2,}(?:率|比例|比重|占比|比|度|涨幅|增幅|降幅|增速)$")
_DATED = sought(
    r"^(?:20\d\d年度?|\d{1,2}月?[-至到]\d{1,2}月份?|\d{1,2}月份?(?:\d{1,2}日)?|[前第]?[一二三四]季度|上半年|截[至止]|目前|当前|累计|实际|[末底初份的])+"
)
_OWN_ROW = sought(
    r"^(?![提新增推加实完改降压减]).*(?:率|比例|比重|占比|比|强度|密度|浓度|满意度|涨幅|跌幅|增幅|降幅|增速|增长|指数)$"
)
_GROWS = sought(
    r"增加值$|生产总值|GDP|零售总?额|社零|^(?:固定资产|工业|民间|技改|房地产(?:开发)?|基础设施)投资(?:额|总额)?$|进出口|可支配收入|用电量|营业(?:额|收入)"
    r"|总产值|[存贷]款(?:余额)?$|客运量|货运量|周转量"
)
_OF_PLAN = sought(r"(?:完成|执行|兑现|落实)[^情]{0,6}(?:率|比)|(?:计划|任务|目标)[^,。]{0,6}(?:率|比|%)|占(?!比)")
_TITLE = sought(r"完成|进度|进展|推进|落实|执行|实施|兑现")
_OF_RATES = sought(r"(?<!完成)(?<!执行)(?<!兑现)(?<!落实)率|比例|比重|占比|增速|增幅|涨幅|满意度")
_WORKS = sought(r"工程|任务|实事|事项|项目")


def settle_rates(text: str, caption: str, columns: Sequence[Column], rows: Sequence[Sequence[GridCell]]) -> None:
    """Where nothing is planned, a column of per cent that are no shares of a plan tells nothing; in place."""
    shares = [i for i, c in enumerate(columns) if c.role == "ratio"]
    if not shares or any(c.role == "target" for c in columns):
        return
    names = _names(text, columns, rows)
    for i in shares:
        beside = i > 0 and columns[i - 1].role == "actual"  # 新开工小区数, 开工率
        if not beside and not _tells_how_far(columns[i].header, caption, columns, names):
            columns[i].role, columns[i].label = "other", ""


def _tells_how_far(heading: str, caption: str, columns: Sequence[Column], names: Sequence[str]) -> bool:
    bare = sought(r"\([^()]*\)").sub("", heading)
    stated = _FAR.search(bare) is not None
    if stated and _SHARE.search(bare):
        return True
    if any(is_rate_itself(name) for name in names):
        return False
    if stated or (names and all(map(_FAR.search, names))):
        return True
    if _OWN_HEADING.search(_DATED.sub("", bare)):
        return bool(sought(r"完成(?:率|比)|进度").search(caption))
    if not _DATED.match(bare):
        return True  # 占比
    works = any(c.role == "name" and _WORKS.search(c.header) for c in columns)
    return works or (_TITLE.search(caption) is not None and not _OF_RATES.search(caption))


def is_rate_itself(name: str) -> bool:
    """失业率, 存贷比, 规上工业增加值; not 任务完成率."""
    bare = sought(r"\([^()]*\)").sub("", name)
    return not _FAR.search(bare) and (_OWN_ROW.search(bare) is not None or _GROWS.search(bare) is not None)


def says_of_plan(heading: str) -> bool:
    """完成率, 占年度任务比例: a share of the plan, also where the plan is a rate; 10月底进度 says not of what."""
    return _OF_PLAN.search(heading) is not None


def _names(text: str, columns: Sequence[Column], rows: Sequence[Sequence[GridCell]]) -> list[str]:
    """What names the rows."""
    places = [i for i, c in enumerate(columns) if c.role == "name"]
    return [row[i].of(text) for row in rows for i in places if i < len(row)]
