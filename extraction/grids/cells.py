"""What every shape of table is made of: cells that point into the text, rows of them, words that head columns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extraction.records import Interval
from extraction.sought import sought

HEADER = sought(
    r"序号|编号|目标|任务|计划|完成|进度|进展|比例|比率|完成率|占年|单位|指标|项目|名称|内容|责任|牵头|分管"
    r"|备注|说明|原因|地区|县区|区县"
    r"|县\(市|市州|乡镇|街道|开工率|投资|是否|实施|落实|类别|类型|\d月|季度|增速|增幅|同比|成效|电话|措施|时限"
    r"|累计|预算|执行|实际|实绩"
    r"|(?:主要|存在|突出|困难)[的和与及]?问题|工作要求$|打算$|下一?步|动态$|领导$|责任人$"
    r"|科目|控制数|事项|排名|增减|工程|单位|资金|支出|总量|达序|状态"
)
NUMBER = sought(r"-?\d[\d,]*(?:\.\d+)?\s?(?:%|‰)?")
FIGURE = sought(r"-?\d[\d,]*(?:\.\d+)?\s?(?:%|‰|[^\W\d_A-Za-z年月日时][^\W\d_A-Za-z]{0,4})?")  # 12, 300户, 4.5%
EMPTY = re.compile(
    r"[-/\\…\s*]*|无|暂无|未报|未报送|无数据|未统计|尚未公布|未公布|无任务|空|(?:详?见|同|如)左[侧栏列]?"
)
WIDEST = 80  # columns; what is wider is no table
NUMBERED = sought(r"-?\d")


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell's interval in the text; empty where the source left it out."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """What stands in the cell."""
        return text[self.start : self.end].strip()


@dataclass(slots=True)
class Grid:
    """Rows of cells; `ragged` where cells may have been dropped, so that a row must be aligned by what stands in it.

    `headings` are the columns' headings, outermost first, where the shape itself told them; then all rows are data.
    """

    start: int
    end: int
    rows: list[list[GridCell]]
    ragged: bool = False
    caption: str = ""
    headings: list[list[str]] | None = None


@lru_cache(maxsize=2)
def lines(text: str) -> tuple[Interval, ...]:
    """The lines of the text that are not empty; every shape of table is sought in them."""
    return tuple(match.span() for match in sought(r"[^\n]+").finditer(text))


def trim(text: str, start: int, end: int) -> GridCell:
    """The cell without the blanks around it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return GridCell(start, end)


def split(text: str, start: int, end: int, separator: re.Pattern[str]) -> list[GridCell]:
    """The cells between the separators of one line."""
    cells, position = [], start
    for match in separator.finditer(text, start, end):
        cells.append(trim(text, position, match.start()))
        position = match.end()
    cells.append(trim(text, position, end))
    return cells


def has_words(piece: str) -> bool:
    """Whether the piece reads like a column's heading."""
    return bool(HEADER.search(piece)) and not NUMBER.fullmatch(piece) and len(piece) <= 24
