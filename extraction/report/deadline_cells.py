"""Days by which something shall be done, in cells of their own: 2024年12月31日 below 完成时限 is no period of results.

Below such a heading a month or day that fills a cell says when work is due; in the row of headings itself it heads a
column (2024年9月底), and a span (1-9月) or 截至9月底 tells results wherever it stands.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.report.period import PeriodMention
from extraction.sought import sought

_EDGES = ("|", "\t", "\n", " ")
_HEADING = sought(
    r"(?:(?:完成|办结|计划|实施|整改|办理|建设|目标)?(?:时限|期限)|时间(?:节点|要求)"
    r"|(?:(?:计划|预计|拟|要求|应|规定)(?:完成|办结)"
    r"|(?:(?<=[|\t\n ])|^)(?:(?:计划|预计|拟|要求)?(?:办结|建成|竣工|完工|投用|交付|完成)))(?:时间|日期))"
    r"(?:要求)?(?=\s|\||$)"
)
_DATA = sought(r"(?:统计|数据|更新|填报|上报|制表|截[止至])[\u4e00-\u9fff]{0,4}[:|\t ]{1,2}$")


def without_deadlines(body: str, told: Sequence[PeriodMention]) -> list[PeriodMention]:
    """The mentions but for those that fill a cell where the text has a column of deadlines."""
    heading = _HEADING.search(body)
    if heading is None:
        return list(told)
    line = body.rfind("\n", 0, heading.start()) + 1, body.find("\n", heading.end())
    return [m for m in told if not (_fills_cell(body, m) and (m.year is None or _is_below(body, m, line)))]


def _fills_cell(body: str, m: PeriodMention) -> bool:
    """Whether a month, or a day of one, is all that stands in a cell."""
    before, after = body[max(0, m.start - 1) : m.start], body[m.end : m.end + 1]
    return before in ("", *_EDGES) and after in ("", *_EDGES) and m.first_month == m.last_month


def _is_below(body: str, m: PeriodMention, heading: tuple[int, int]) -> bool:
    """Whether the cell with its year stands in no row of headings, and is not when the figures were gathered."""
    start, end = heading
    in_row = start <= m.start and (end < 0 or m.start < end)
    return not in_row and _DATA.search(body, max(0, m.start - 10), m.start) is None
