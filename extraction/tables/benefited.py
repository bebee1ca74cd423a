"""People and households served by what a row finished: 解决1.4万人饮水 | 开工20处,完工13处,受益0.8万人.

Whom a work reaches is no measure of it while it is being built; said right behind how many are finished, in the unit
of a plan for those it shall reach, it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extraction.grids.cells import GridCell
from extraction.numbers import units
from extraction.records import Indicator
from extraction.sought import sought
from extraction.tables.rows import Sheet, actual_of
from extraction.tables.stories import UNFINISHED, figures, same_noun

_REACHED = sought(r"(?:已|共|累计|直接|可)*(?:受益|惠及|解决)[\u4e00-\u9fff“”]{0,6}$")
_FINISHED = sought(r"(?:已|全部)?(?:完工|竣工|建成|完成|投用|投入使用|通水|改造完)")
_TO_REACH = sought(r"解决|改造|改善|惠及|受益|覆盖|巩固|提升")


def with_benefited(sheet: Sheet, indicators: list[Indicator], story: Sequence[GridCell]) -> list[Indicator]:
    """Open plans for people or households with the only figure of those that the finished works serve."""
    return [_served(sheet, i, indicators, story) for i in indicators]


def _served(sheet: Sheet, indicator: Indicator, row: Sequence[Indicator], story: Sequence[GridCell]) -> Indicator:
    target = indicator.target
    if target is None or indicator.actual is not None or any(c.status or c.completion for c in indicator.claims):
        return indicator
    if not _is_served(target.noun) or not _TO_REACH.search(indicator.name):
        return indicator
    if sum(i.target is not None and same_noun(i.target.noun, target.noun) for i in row) != 1:
        return indicator
    told = [(n, t) for cell in story for n, t in enumerate(figures(sheet.text, cell))]
    fitting = [(n, t) for n, t in told if same_noun(t.quantity.noun, target.noun)]
    if len(fitting) != 1 or fitting[0][0] == 0:
        return indicator
    before, reached = told[told.index(fitting[0]) - 1][1], fitting[0][1]
    gap = sheet.text[before.quantity.end : reached.quantity.start - len(reached.lead)]
    finished = _FINISHED.search(before.clause) and not UNFINISHED.search(before.clause + reached.clause)
    if not finished or gap.strip(",、;") or not _REACHED.search(reached.lead.strip()):
        return indicator
    reason = "those served by what is finished"
    return replace(
        indicator, actual=actual_of(sheet, reached.quantity, None), refusal=None, reason=reason, confidence=0.9
    )


def _is_served(noun: str) -> bool:
    return noun == "户" or noun in units.PEOPLE
