"""What a row's content column promises, beside money or a share: 建设内容, 年度计划投资, 完成投资, 实施情况.

A share in a column of its own (完成率) where no column plans is that of the content: of its one promise, of several in
their order (104%;82.5%), or of the one whose figures come to it. What joins no promise stays the row's own word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extraction.grids.cells import GridCell
from extraction.records import Indicator
from extraction.sought import sought
from extraction.tables.groups import Group
from extraction.tables.rows import Named, Sheet
from extraction.tables.shares_in_turn import same_claims
from extraction.tables.told import ReadItem, told

_CONTENT = sought(r"(?:建设|工作|任务|主要|实施|改造)(?:内容|任务)")
_OF_YEAR = sought(r"20\d\d年|年度|本年|今年|当年")
_OF_MONEY = sought(r"投资|资金|支付|支出|拨付|到位|满意")
_IN_WORDS = re.compile(r"[\u4e00-\u9fff]{2}[^\d]{0,40}\d")
_AMOUNT = sought(r"\d[\d,]*(?:\.\d+)?\s?[万亿]?[\u4e00-\u9fff]{1,3}")
_COUNTED_FIRST = re.compile(  # 近40座公厕建成投用
    r"(?:^|[,;。、])\s?(?:已有|目前|已|近|约|超|逾)*\d[\d.]*(?:余|多)?[\u4e00-\u9fff]{1,10}?(?:已|全部|均)*(?:完成|完工|竣工|建成|交付|投用|通车|验收)"
)
_DONE = sought(r"(?:已|均已|已全部|全部|全面)+(?:建成|完成|完工|竣工|交付|投入使用|投用)[^\d]*$")
_ROUNDED = Decimal("0.006")


def with_content(
    sheet: Sheet, row: Named, groups: Sequence[Group], indicators: list[Indicator], read_item: ReadItem
) -> list[Indicator]:
    """The row's indicators, and what its content promises and the story tells of it."""
    text = sheet.text
    reported = [i for i, c in enumerate(sheet.columns) if c.role == "actual"]
    stories = [i for i in reported if any(says(text, row.cells[i]) for says in (_tells, _is_amount, _done))]
    content = [i for i, c in enumerate(sheet.columns) if c.role == "aside" and _CONTENT.search(c.header)]
    promised = [c for i in content if (c := row.cells[i]) is not None and _tells(text, c)]
    if not stories or not promised:
        return indicators
    known = {i.target.start for i in indicators if i.target is not None}
    # where nothing else names the row, its content is what the year promises
    of_year = any(_OF_YEAR.search(sheet.columns[i].header) for i in content)
    of_year = of_year or not any(c.role in ("name", "target") for c in sheet.columns)
    ratios = _own_ratios(sheet, groups, indicators)
    found = told(sheet, row, Group(actuals=stories, ratios=ratios), promised, read_item)
    fresh = [i for i in found if i.target is not None and i.target.start not in known]
    fresh = [i for i in fresh if of_year or i.actual is not None or i.claims]
    return _joined(indicators, fresh) if ratios else indicators + fresh


def _tells(text: str, cell: GridCell | None) -> bool:
    """Whether the cell holds words with a number in them."""
    return cell is not None and _IN_WORDS.search(cell.of(text)) is not None


def _is_amount(text: str, cell: GridCell | None) -> bool:
    """332所: a figure with its unit and nothing else."""
    return cell is not None and _AMOUNT.fullmatch(cell.of(text)) is not None


def _done(text: str, cell: GridCell | None) -> bool:
    """Whether the cell has nothing but words that all is finished, or opens with how many are."""
    told = cell.of(text) if cell is not None else ""
    return _DONE.match(told) is not None or _COUNTED_FIRST.search(told) is not None


def _own_ratios(sheet: Sheet, groups: Sequence[Group], indicators: Sequence[Indicator]) -> list[int]:
    """The columns of shares, where the row has nothing but one of them and none is of money."""
    only_share = all(i.target is None and i.actual is None for i in indicators)
    ratios = [i for g in groups for i in g.ratios]
    planned = any(g.targets for g in groups) or any(_OF_MONEY.search(sheet.columns[i].header) for i in ratios)
    return ratios if only_share and not planned and len(ratios) == 1 else []


def _joined(indicators: list[Indicator], fresh: list[Indicator]) -> list[Indicator]:
    """Without the share alone, where it came to stand beside a promise or is that of one of them."""
    return [i for i in indicators if not _has_come(i, fresh)] + fresh


def _has_come(alone: Indicator, fresh: Sequence[Indicator]) -> bool:
    said = alone.stated_completion
    if said is None or not fresh:
        return False
    if any(same_claims(alone.claims, i.claims) for i in fresh):
        return True
    reached = [part for i in fresh if (part := _part_of(i)) is not None]
    between = len(reached) == len(fresh) and min(reached) < said < max(reached)  # that of them all
    return between or any(abs(part - said) < _ROUNDED for part in reached)


def _part_of(indicator: Indicator) -> Decimal | None:
    """Which part of its plan the figure is."""
    plan, done = indicator.target, indicator.actual
    if plan is None or done is None or not plan.value:
        return None
    return done.value * done.magnitude / (plan.value * plan.magnitude)
