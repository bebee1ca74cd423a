"""Shares in one cell for the promises in the cell before it: 新建公厕5座;改造8座 | 80%;75%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from extraction.grids.cells import GridCell
from extraction.records import Claim, Indicator
from extraction.sought import sought
from extraction.tables.groups import Group
from extraction.tables.rows import Named, Sheet

_SHARES = sought(r"\s*\d+(?:\.\d+)?%(?:\s*[;、,/\n]\s*\d+(?:\.\d+)?%)+\s*")
_SHARE = sought(r"(\d+(?:\.\d+)?)%")


def shares_in_turn(sheet: Sheet, row: Named, group: Group, indicators: list[Indicator]) -> list[Indicator]:
    """Each promise with the share at its place, where a cell holds as many shares as the row promises."""
    if len(indicators) < 2 or any(i.target is None for i in indicators):
        return indicators
    for index in group.ratios:
        said = list(_shares(sheet, row.cells[index]))
        if len(said) == len(indicators):
            return [_with(i, claim) for i, claim in zip(indicators, said, strict=True)]
    return indicators


def _shares(sheet: Sheet, cell: GridCell | None) -> Iterator[Claim]:
    if cell is None or _SHARES.fullmatch(sheet.text[cell.start : cell.end]) is None:
        return
    for match in _SHARE.finditer(sheet.text, cell.start, cell.end):
        yield Claim(Decimal(match[1]) / 100, None, sheet.raw[match.start() : match.end()], match.start(), match.end())


def _with(indicator: Indicator, claim: Claim) -> Indicator:
    """A rate's share of its goal stands by no figure."""
    if indicator.kind != "cumulative" or indicator.stated_completion is not None:
        return indicator
    return replace(indicator, claims=(claim, *indicator.claims))


def same_claims(alone: Sequence[Claim], told: Sequence[Claim]) -> bool:
    """Whether one of the shares is said of both."""
    starts = {c.start for c in alone if c.completion is not None}
    return any(c.start in starts for c in told if c.completion is not None)
