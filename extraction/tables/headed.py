"""What the lines above a table say of all of it: 二、滞后项目, 进度滞后的县区如下:, 重点项目完成率(单位:%)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extraction.grids.cells import EMPTY, NUMBER, GridCell
from extraction.grids.columns import MEASURED, Column
from extraction.grids.fitting import figure, is_place
from extraction.records import Claim, Indicator
from extraction.sought import sought
from extraction.tables.groups import Group
from extraction.words import wording

_REACH, _LONGEST = 120, 60
_LIST = sought(r"项目|任务|指标|事项|名单|清单|[县旗区市乡镇](?:区)?(?:如下|:|$)|单位|部门|如下|下列|以下|的有|榜|通报")
_RATES = sought(
    r"(?:完成|执行|支出|投资|兑现)(?:年度|全年|目标|任务|计划)*的?(?:率|比例|百分比|进度)(?:表|情况|统计|排名|通报|一览|\(|\n|$)"
)
_LARGEST = 400  # per cent
_NOT_SAID = sought(r"无滞后|未滞后|不滞后|情况[^,。;]{0,4}表|说明|原因")


def behind_above(raw: str, text: str, start: int) -> Claim | None:
    """The bureau's word that what the table lists is behind; None where its line says no such thing."""
    above = text[max(0, start - _REACH) : start].rstrip()
    low = max(above.rfind("\n"), above[:-1].rfind("。")) + 1
    line = above[low:]
    said = wording.BEHIND.search(line)
    if said is None or len(line) > _LONGEST or not _LIST.search(line) or _NOT_SAID.search(line):
        return None
    begin = max(0, start - _REACH) + low + said.start()
    return Claim(None, "lagging", raw[begin : begin + len(said.group())], begin, begin + len(said.group()))


def settle_by_title(text: str, caption: str, columns: Sequence[Column], rows: Sequence[Sequence[GridCell]]) -> None:
    """县区, 改厕, 危房 with nothing but per cent below them: where the title says 完成率 they are shares; in place."""
    first = next((i for i, c in enumerate(columns) if c.role != "serial"), len(columns))
    told = [c for c in columns if c.role not in ("serial", "rank", "remark", "aside")]
    if columns[first : first + 1] != told[:1] or len(told) < 2 or not _RATES.search(caption):
        return
    whole = [row for row in rows if len(row) == len(columns)]
    if any(_ASKED.fullmatch(this.header) for this in told[1:]):
        return  # 任务 | 完成: the title tells what else the table shows
    for i, this in enumerate(columns):
        held = [p for row in whole if not EMPTY.fullmatch(p := row[i].of(text))]
        if i > first and this in told and not (held and all(_is_share(p) for p in held)):
            return
        if this.role == "target" and this.tag and all("%" in p for p in held):
            this.role, this.label = "ratio", _ASKED.sub("", this.header)  # 造林任务 with nothing but shares below it
    for this in told[1:]:
        if this.role in ("other", "name", "category", "unit"):
            this.role, this.label = "ratio", this.label or sought(r"\([^()]*\)").sub("", this.header)


_ASKED = sought(r"(?:年度|全年)?(?:目标|任务|计划)+(?:数|量)?$")
_SHARE_OF = sought(r"(?:年度|全年)?(?:目标|任务|计划)*(?:完成|执行|兑现)(?:率|比例|百分比)(?:\([^()]*\))?$")
_OF_A_TIME = sought(r"[\d-]+月|季度|半年|累计|时序|序时|[本上当]月|排名|综合|总体?$|平均")


def _settle_share_columns(columns: Sequence[Column]) -> None:
    """街道, 招商完成率, 税收完成率 and no plan: each share is of what its own heading names; in place."""
    measured = [c for c in columns if c.role in MEASURED]
    named = [_SHARE_OF.sub("", c.header) for c in measured]
    alike = all(c.role == "ratio" and not c.label and _SHARE_OF.search(c.header) and c.tag for c in measured)
    own = [name for name in named if len(name) > 1 and not _OF_A_TIME.search(name)]
    if alike and len(set(own)) == len(measured) > 1:
        for this, name in zip(measured, named, strict=True):
            this.label = name


_AT_STAGE = sought(
    r"(?:开工|动工|竣工|完工|建成|交付|入住|分配|验收|整改|销号|改造|淘汰|治理|拆除|复垦|搬迁|整治|关停)(?=率(?:\([^()]*\))?$)"
)


def settle_stage_rates(columns: Sequence[Column]) -> None:
    """县区, 新开工小区数, 开工率, and no plan: a rate beside what was counted at its stage is a share; in place."""
    _settle_share_columns(columns)
    if any(c.role in ("target", "ratio") for c in columns):
        return
    for before, rate in pairwise(columns):
        stage = _AT_STAGE.search(rate.header) if rate.role == "rate" else None
        if stage is not None and before.role in ("actual", "other") and stage.group() in before.header:
            before.role, rate.role = "actual", "ratio"


def _is_share(piece: str) -> bool:
    value = figure(piece) if NUMBER.fullmatch(piece) else None
    return value is not None and 0 <= value <= _LARGEST


def of_places(columns: Sequence[Column], found: list[Group]) -> list[Group]:
    """指标, 目标值, 东县, 西县: every place has its figure of the one goal; the groups as they are where none do."""
    plans = [i for i, c in enumerate(columns) if c.role == "target"]
    places = [i for i, c in enumerate(columns) if is_place(c.header) and c.role in ("other", "owner")]
    told = any(c.role in ("actual", "ratio", "growth") for c in columns)
    if len(plans) != 1 or len(places) < 2 or min(places) < plans[0] or told:
        return found
    for i in places:
        columns[i].role = "actual"
    return [Group(columns[i].header, list(plans), [i], shared=True) for i in places]


def with_word_above(indicators: Sequence[Indicator], word: Claim | None) -> list[Indicator]:
    """The indicators that nothing in the table answers, with what the line above says of all."""
    return [
        replace(i, claims=(*i.claims, word)) if word and i.target and i.actual is None and not i.claims else i
        for i in indicators
    ]
