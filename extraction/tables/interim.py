"""Rows whose name promises for the year, above a column that plans for a part of it: 工作任务, 上半年目标, 进展情况.

新建驿站6家 | 建成3家 | 已建成3家: the six are promised for the year, and the three for the half of it; one figure
answers both. A goal that is a share of the year's (完成年度任务的30%) is held against the share that the row tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extraction.grids.cells import GridCell
from extraction.promises.targets import tidy
from extraction.records import Actual, Claim, Indicator, Quantity
from extraction.sought import sought
from extraction.tables.cells import empty, number
from extraction.tables.groups import Group
from extraction.tables.periods import due_of
from extraction.tables.rows import Named, Sheet, target_of
from extraction.tables.stories import fitting

_OF_YEAR = sought(r"(?:年度|全年|总)(?:的)?(?:目标|任务|计划|工作)*(?:的|量的?)?\s?$")
_BARE = sought(r"(?:均|都|现)?已(?:按时|如期)?完成[。,;]?")
_PARTS = ("flag", "remark")


def only_interim(sheet: Sheet, group: Group) -> bool:
    """Whether all that the columns plan is due before the year ends."""
    return bool(group.targets) and all(due_of(sheet.columns[i], sheet.report) for i in group.targets)


def with_interim(sheet: Sheet, row: Named, group: Group, of_year: Sequence[Indicator]) -> list[Indicator]:
    """The promises of the year, each followed by what is planned of it for the part."""
    out: list[Indicator] = []
    for year in (i for i in of_year if i.target is not None or i.actual is not None):
        out.append(replace(year, claims=tuple(c for c in year.claims if not _of_part(sheet, row, c))))
        for i in group.targets:
            cell = row.cells[i]
            if cell is not None and not empty(sheet.text, cell) and year.target is not None:
                out += _parts(sheet, year, cell, i, alone=len(of_year) == 1)
    return out


def _of_part(sheet: Sheet, row: Named, claim: Claim) -> bool:
    """Whether it is the row's flag that its goal is met, or bare words that open its story (已完成。): of the part."""
    if claim.status != "done":
        return False
    cells = [c for c, k in zip(row.cells, sheet.columns, strict=True) if c is not None and k.role in _PARTS]
    opened = [c for c, k in zip(row.cells, sheet.columns, strict=True) if c is not None and k.role == "actual"]
    bare = _BARE.fullmatch(claim.text) is not None and any(
        sheet.text[c.start : claim.start].strip() == "" for c in opened if c.start <= claim.start < c.end
    )
    return bare or any(c.start <= claim.start < c.end for c in cells)


def _parts(sheet: Sheet, year: Indicator, cell: GridCell, column: int, alone: bool) -> list[Indicator]:
    plan = year.target
    if plan is None:
        return []
    due = due_of(sheet.columns[column], sheet.report)
    said = number(sheet.text, cell, "") if alone else None
    if said is not None and not said.unit:
        said = replace(said, unit=plan.unit, noun=plan.noun, magnitude=plan.magnitude)
    if plan.noun != "%" and (share := _share_planned(sheet, cell)) is not None:
        return _by_share(sheet, year, share, column) if alone else []
    if said is None or said.noun != plan.noun:
        said = fitting(sheet.text, [cell], plan.noun, year.name)
    if said is None or said.value is None:
        return []
    return [replace(year, target=replace(target_of(sheet, said), operator=plan.operator), due=due)]


def _share_planned(sheet: Sheet, cell: GridCell) -> Quantity | None:
    """30% in 完成年度任务的30%, or alone."""
    said = number(sheet.text, cell, "")
    if said is None:
        piece = sheet.text[cell.start : cell.end]
        led = sought(r"\d[\d.]*\s?%").search(piece)
        if led is None or not _OF_YEAR.search(piece[: led.start()]):
            return None
        said = number(sheet.text, GridCell(cell.start + led.start(), cell.start + led.end()), "")
    return said if said is not None and said.noun == "%" else None


def _by_share(sheet: Sheet, year: Indicator, share: Quantity, column: int) -> list[Indicator]:
    told = next((c for c in year.claims if c.completion is not None), None)
    if told is None or told.completion is None:
        return []
    value = told.completion * 100
    actual = Actual(value, "%", told.text, told.start, told.end, sheet.report.cutoff, noun="%")
    name = year.name + "完成率"
    kept = tuple(c for c in year.claims if c is not told)
    due = due_of(sheet.columns[column], sheet.report)
    return [
        replace(
            year, name=name, folded=tidy(name) or name, kind="rate", accrues=False, target=target_of(sheet, share),
            due=due, actual=actual, claims=kept,
        )
    ]  # fmt: skip
