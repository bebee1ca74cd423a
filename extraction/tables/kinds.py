"""How the promise of a row is compared: by its name, the heading of its column and its unit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.numbers import units
from extraction.promises import capacities
from extraction.promises.standing import is_standing
from extraction.promises.worked_off import is_worked_off
from extraction.records import Kind, Target
from extraction.sought import sought
from extraction.words import directions

_STOCK = re.compile(
    r"保有量|拥有量|总数|(?<!盘活)(?<!消化)(?<!处置)(?<!化解)(?<!去)存量|余额|总规模|每万人|每千人|标准$|常住人口|总里程|床位数|总量$|基本农田(?:保护)?(?:总|面积)"
)
_BUILT_UP = re.compile(r"海绵城市|达标面积|覆盖率|普及率|城镇化率|化率|入园率|绿化率|参保率|毛入学率|巩固率")
_COMPLETION = sought(
    r"(?:完成|支出|执行|拨付|支付|开工|竣工|完工|交付|落实|到位|投用|入库|销号|整改|办结)(?:率|进度)|进度$"
)
_PUNCTUAL = re.compile(  # how well, not how far; of what comes in all the time as well
    r"按期|按时|及时|限时|当期|满意|合格|(?:投诉|举报|诉求|工单|来电|来信|热线|信访(?:事项|件)?)[\u4e00-\u9fff]{0,4}办[结理]率"
)
_DEALT_WITH = re.compile(
    r"(?:化解|处置|合格|满意|达标|破案|查处|管控|治理|结案|救治|处理|回复|答复|响应|及时|消除|安全|侦破|赔付|复核|整治|覆盖)率$"
)
_COEFFICIENT = sought(r"系数|(?<!价格)指数|弹性|(?:PQI|PCI|SCI)")  # it stands, and nothing adds up to it
_LIMITED = re.compile(r"控制(?:数|指标|目标|值|额|在|线|上限)|不超过|以内|不高于")
_SPENT = sought(r"支出|支付|开支|花费|发生|使用|消费|消耗|用[水电能煤量]|排放量|实际数?$")
_CUT = sought(r"(?:压减|压缩|削减|减少|降低|节约|压降)+(?:工作)?")
REDUCED = re.compile(r"下降|降低|降幅|压减|减排|削减|减少")


def lower_is_better(name: str) -> bool:
    """Whether less of it is better: 失业率, 信访总量; not a fall (…下降), nor how such are dealt with (信访办结率)."""
    dealt = REDUCED.search(name) or _COMPLETION.search(name) or _DEALT_WITH.search(name)
    return directions.lower_is_better(name) and not dealt


def without_cut(name: str, heading: str, told: Sequence[str]) -> str:
    """会议费压减 over 控制数 | 1-9月支出: the name of what is kept within its limit, which no cut adds up to."""
    limited = _LIMITED.search(heading) is not None and not REDUCED.search(heading)
    spent = any(_SPENT.search(t) for t in told) and not any(_CUT.search(t) for t in told)
    return _CUT.sub("", name) or name if limited and spent else name


_HAPPENS = sought(r"(?:起|件|宗|例|批|起次)数$|[死伤亡][\u4e00-\u9fff]{0,2}人数$")


def is_spent_by_pace(name: str, target: Target) -> bool:
    """Whether a limit is used up as the year goes: 20起, or 火灾起数 without a unit."""
    counted = target.noun in units.COUNTED and "/" not in target.noun and not is_standing(name)
    return counted or (not target.noun and target.magnitude == 1 and _HAPPENS.search(name) is not None)


def kind_of(heading: str, name: str, target: Target) -> Kind:
    """How the promise is compared, by its name and its column's heading."""
    worked_off = directions.is_cleared(name) or directions.is_dealt_with(name)
    lower = lower_is_better(name) and not (target.noun != "%" and worked_off)
    raised = REDUCED.search(name) or (target.noun == "%" and directions.higher_is_better(name))
    limited = (_LIMITED.search(heading) and not raised) or sought(r"控制在|不超过|以内").search(name)
    if (
        target.operator == "<="
        or (limited and target.operator not in (">=", "~"))
        or (lower and target.operator != ">=")
    ):
        return "ceiling"
    if target.noun == "%":
        if (_COMPLETION.search(name) and not _PUNCTUAL.search(name)) or sought(r"进度").search(heading):
            return "cumulative"
        return "level" if _BUILT_UP.search(name) else "rate"
    if target.noun in units.STATES:
        return "rate" if _PUNCTUAL.search(name) else "level"  # 满意度 90分
    if not target.noun and target.magnitude == 1 and _COEFFICIENT.search(name):
        return "level"
    stock = None if is_worked_off(name) else _STOCK.search(name)
    made = stock is not None and capacities.is_made_each(target.noun, stock.group())
    return "level" if "/" in target.noun or (stock and not made) else "cumulative"
