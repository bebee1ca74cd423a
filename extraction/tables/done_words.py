"""A progress cell that is a word of completion and nothing else: 更新候车亭30座 | 已完成 is done as planned."""

from __future__ import annotations

from dataclasses import replace

from extraction.records import Claim, Indicator
from extraction.sought import sought
from extraction.tables.rows import Named, Sheet
from extraction.tables.stages import unfit

_DONE = sought(
    r"\s*(?:均?已|已?全部|已?提前|已?全面)*(?:完成|完工|竣工|建成|投用|建成投用)(?:全年|年度)?(?:任务|目标|目标任务)?[。\s]*"
)


def done_in_words(sheet: Sheet, row: Named, plan: int, place: int, indicator: Indicator) -> Indicator:
    """The counted plan of one column with the word of another; the row's flag that it lags goes before it."""
    cell, target = row.cells[place], indicator.target
    if cell is None or target is None or indicator.kind != "cumulative" or target.noun == "%":
        return indicator
    if _DONE.fullmatch(sheet.text, cell.start, cell.end) is None:
        return indicator
    if unfit(sheet.columns[plan], sheet.columns[place], row.name) or indicator.stated_status == "lagging":
        return indicator
    word = Claim(None, "done", sheet.raw[cell.start : cell.end], cell.start, cell.end)
    return replace(indicator, claims=(word, *indicator.claims))
