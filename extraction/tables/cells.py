"""What one cell of a table says: a number in the table's own unit, a share, or a word on the state of things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extraction.grids.cells import EMPTY, NUMBER, GridCell
from extraction.grids.columns import Column, is_unit
from extraction.numbers.quantities import scan
from extraction.records import Claim, Quantity, Target
from extraction.sought import sought
from extraction.words import wording
from extraction.words.flags import asks_behind, is_behind

_ABOVE_UNIT = sought(
    r"(?:金额|计量|数量)?单位(?:[的者]?,?[均都](?:为|以)|\s?[:为])\s?([^\s。;()|]{1,20})(\([^()\n]{0,24}\))?"
)
_BUT_NOTED = sought(
    r"注|标明|另有"
)  # 单位:万元(另有注明的除外); of 亿元(建筑面积为万平方米) neither is known to be a row's
_TITLE_UNIT = re.compile(r"\(([^()]{1,6})\)\s*:?\s*(?:$|\n)")
_AROUND = sought(
    r"(?:以上|以下|以内|左右|及)+|[≥≤><=约近超]|不少于|不低于|不超过|不高于|[大小]于(?:或?等于)?|达到?|(?:增长|增幅|控制在|低于|高于"
    r"|下降|突破|新增|完成|累计|已)"
)
_NO_PERCENT = re.compile(r"自然增长率|出生率|死亡率|发病率|火灾|受害率")
_BEHIND_FLAG = re.compile(r"否|×|未达|未达序时|未完成|滞后|红|红灯|黄灯|红牌|黄牌|未达序|慢|没[跟赶]上|掉队")
_NO = ("否", "×", "未完成")  # not done yet, which before the end of the year is no lag
_ASKS_DONE = re.compile(r"是否(?:已|全部)*(?:完成|办结|竣工|完工|销号)(?!.*序时)|完成与否")
_GOOD_FLAG = re.compile(r"是|√|达序|已达序时|达到序时|正常|绿|绿灯|达标|按序时推进|[跟赶]上了?")


def caption_units(caption: str) -> list[str]:
    """The units that the lines above a table give for all of it: 单位:个、万元."""
    for match in _ABOVE_UNIT.finditer(caption):
        found = [u for u in sought(r"[、,/]").split(match[1]) if is_unit(u)]
        if found and (not match[2] or _BUT_NOTED.search(match[2])):
            return found
    title = _TITLE_UNIT.search(caption)
    return [title[1]] if title and is_unit(title[1]) else []


def unit_of(column: Column, name: str, row_unit: str, name_unit: str, above: Sequence[str]) -> str:
    """The unit of a bare number: the column's, else the row's, else the one above the table that fits."""
    if column.unit:
        return column.unit
    if sought(r"(?:率|比重|占比|增[速幅])$").search(name) or column.growth:
        return row_unit if row_unit in ("%", "‰") else "" if _NO_PERCENT.search(name) else "%"
    money = [u for u in above if u.endswith("元")]
    if column.money and (row_unit or name_unit) and not (row_unit or name_unit).endswith("元"):
        return money[0] if money else ""
    given = row_unit or name_unit
    if given or not above:
        return given
    if len(above) == 1:
        return above[0]
    counted = sought(r"(?:开工|竣工|建成|入住|分配|完工|套|户|个)数$").search(
        column.header
    )  # whatever the row is called
    about_money = column.money or (not counted and sought(r"投资|资金|收入|支出|产值|利润|税|(?<!名)额$").search(name))
    fitting = money if about_money else [u for u in above if not u.endswith("元") and u != "%"]
    fitting = fitting or [u for u in above if u != "%"]
    return fitting[0] if len(fitting) == 1 else ""


_MOST = 50  # times a plan that no result comes to


def in_unit_of(quantity: Quantity, plan: Target) -> Quantity:
    """A bare number in its plan's unit; beside 2万名 a result of 15320 is so many 名."""
    if quantity.unit:
        return quantity
    beyond = plan.magnitude != 1 and quantity.value is not None and plan.value > 0
    if beyond and quantity.value is not None and quantity.value > _MOST * plan.value:
        return replace(quantity, unit=plan.noun, magnitude=Decimal(1), noun=plan.noun)
    return replace(quantity, unit=plan.unit, magnitude=plan.magnitude, noun=plan.noun)


def with_unit(quantity: Quantity, unit: str) -> Quantity:
    """The number in the given unit, if it names none itself."""
    if quantity.unit or not unit:
        return quantity
    model = next((q for q in scan("1" + unit) if q.value is not None), None)
    if model is None:
        return quantity
    return replace(quantity, unit=unit, magnitude=model.magnitude, noun=model.noun)


def empty(text: str, cell: GridCell | None) -> bool:
    """Whether the cell says nothing: missing, blank, a dash."""
    return cell is None or bool(EMPTY.fullmatch(cell.of(text)))


def number(text: str, cell: GridCell, unit: str) -> Quantity | None:
    """The one number of a cell that is nearly nothing else."""
    piece = text[cell.start : cell.end]
    if NUMBER.fullmatch(piece.strip()) and "‰" not in piece:
        return with_unit(_digits(text, cell), unit)
    found = [q for q in scan(piece) if q.value is not None]
    if not found or found[0].role != "context":
        return None
    first = found[0]
    after = piece[first.end :]
    if len(found) > 1 and not sought(r"\s*[(]").match(after):
        return None
    rest = _AROUND.sub("", sought(r"\([^()]*\)").sub("", piece[: first.start] + " " + after))
    if len(sought(r"\s").sub("", rest)) > 3 or sought(r"[,;。、]").search(rest.strip(" ,;。、")):
        return None
    qualifier = first.qualifier
    if sought(r"\s*(?:[≥>]|大于)").match(piece):
        qualifier = "ge"
    if sought(r"\s*(?:[≤<]|小于)").match(piece):
        qualifier = "le"
    placed = replace(first, start=cell.start + first.start, end=cell.start + first.end, qualifier=qualifier)
    return with_unit(placed, unit)


def names_itself(text: str, cell: GridCell | None, quantity: Quantity, heading: str) -> bool:
    """Whether the words before the figure say of what it is: 新增绿地30公顷, in a row that has no other name."""
    lead = text[cell.start : quantity.start].strip(" :") if cell is not None else ""
    if lead in heading:
        return False  # 应拆12万平方米 under 应拆
    return sought(r"[\u4e00-\u9fff]{2}").search(_AROUND.sub("", lead)) is not None


def _digits(text: str, cell: GridCell) -> Quantity:
    """A cell of nothing but digits is a figure, also where prose would see a hotline in it: 96800."""
    piece = text[cell.start : cell.end]
    start = cell.start + len(piece) - len(piece.lstrip())
    said = piece.strip()
    per_cent = "%" if said.endswith("%") else ""
    value = Decimal(said.rstrip("%").strip().replace(",", ""))
    return Quantity(said, start, start + len(said), value, per_cent, noun=per_cent)


def share(text: str, raw: str, cell: GridCell | None) -> Claim | None:
    """The stated share of the plan: 57%(偏慢), 102.2 under 完成比例."""
    if cell is None or empty(text, cell):
        return None
    found = [q for q in scan(text[cell.start : cell.end]) if q.value is not None and q.role == "context"]
    if not found or found[0].value is None or found[0].noun not in ("", "%") or found[0].upper is not None:
        return None
    if len(found) > 1 and not sought(r"\s*[(,;。]").match(text[cell.start + found[0].end : cell.end]):
        return None
    start, end = cell.start + found[0].start, cell.start + found[0].end
    return Claim(found[0].value / 100, None, raw[start:end], start, end)


def flag(text: str, raw: str, column: Column, cell: GridCell | None) -> Claim | None:
    """The row's own word on itself: 是否达序时 否, 滞后, 57%(严重滞后)."""
    if cell is None or empty(text, cell):
        return None
    piece = cell.of(text)
    said = raw[cell.start : cell.end]
    if column.role == "flag" and asks_behind(column.header) and (late := is_behind(column.header, piece)) is not None:
        return Claim(None, "lagging" if late else "ongoing", said, cell.start, cell.end)
    if column.role == "flag" and "完成" in column.header and piece in ("是", "√"):
        return Claim(None, "done", said, cell.start, cell.end)
    if column.role == "flag" and _GOOD_FLAG.fullmatch(piece):
        return Claim(None, "ongoing", said, cell.start, cell.end)
    if (
        (
            column.role == "flag"
            and _BEHIND_FLAG.fullmatch(sought(r"\([^()]*\)$").sub("", piece))
            and not (piece in _NO and _ASKS_DONE.search(column.header))
        )
        or wording.BEHIND.search(piece)
        or sought(r"未开工|未启动").fullmatch(piece)
    ):
        return Claim(None, "lagging", said, cell.start, cell.end)
    if sought(
        r"(?:已|均|全部|全面|提前|超额|圆满|如期)*(?:完成|完工|竣工|建成|投用|建成投用)(?:年度|全年)?(?:目标)?(?:任务|目标)?。?"
    ).fullmatch(piece):
        return Claim(None, "done", said, cell.start, cell.end)
    return None


def remark(text: str, raw: str, cell: GridCell) -> Claim | None:
    """The word beside a figure in its own cell: 57%(两处偏慢)."""
    match = sought(r"\(([^()]*)\)").search(text[cell.start : cell.end])
    behind = wording.BEHIND.search(match[1]) if match else None
    if match is None or behind is None:
        return None
    start, end = cell.start + match.start(1), cell.start + match.end(1)
    return Claim(None, "lagging", raw[start:end], start, end)
