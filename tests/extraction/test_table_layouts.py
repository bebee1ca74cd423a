"""The same table says the same in every layout, with other figures too, and nothing wrong where a cell was lost."""

from __future__ import annotations

import random
import re
from decimal import Decimal
from typing import Any

import pytest

from extraction.document import Document
from extraction.reading import extract
from tests.extraction.cases import noted
from tests.extraction.layouts import LAYOUTS

TABLES: list[dict[str, Any]] = noted("bureau_tables.yaml")
each_table = pytest.mark.parametrize("table", TABLES, ids=[t["what"] for t in TABLES])
Pair = tuple[str | None, str | None]


def pairs(document: Document) -> list[tuple[str, Pair]]:
    """(name, (target, actual)) of every indicator, with units."""
    found = [i for task in extract(document).tasks for i in task.indicators]
    return [
        (
            i.name,
            (
                i.target and f"{i.target.value.normalize():f}{i.target.unit}",
                i.actual and f"{i.actual.value.normalize():f}{i.actual.unit}",
            ),
        )
        for i in found
    ]


def expected(table: dict[str, Any]) -> list[tuple[str, Pair]]:
    return [(name, (target, actual)) for name, target, actual in table["expect"]]


def assert_says(document: Document, want: list[tuple[str, Pair]]) -> None:
    found = pairs(document)
    assert [p for _, p in found] == [p for _, p in want], document.text
    assert all(part in name for (name, _), (part, _) in zip(found, want, strict=True)), found


@each_table
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_says_the_same(table: dict[str, Any], layout: str) -> None:
    assert_says(LAYOUTS[layout](table["title"], table["rows"]), expected(table))


def _number(said: str | None) -> str | None:
    match = re.match(r"[\d.]+", said or "")
    return match.group() if match else None


def _other_figures(table: dict[str, Any], seed: int) -> dict[str, Any]:
    """The table with every target and result changed, and the shares that follow from them."""
    rng = random.Random(seed)
    rows = [[cell.replace(",", "") for cell in row] for row in table["rows"]]
    expect = [list(e) for e in table["expect"]]
    places = [_row_of(entry[1], rows) for entry in expect]
    for entry, row in zip(expect, places, strict=True):
        old = [_number(v) for v in entry[1:]]
        new = [_changed(v, rng) for v in old]
        if old[0] == old[1]:
            new[1] = new[0]
        for i, cell in enumerate(row):
            row[i] = _share(cell, old, new) or _swapped(cell, old, new)
        entry[1:] = [v and v.replace(a or "", b or "") for v, a, b in zip(entry[1:], old, new, strict=True)]
    return {**table, "rows": rows, "expect": expect}


def _row_of(target: str, rows: list[list[str]]) -> list[str]:
    number = re.compile(rf"(?<![\d.]){re.escape(_number(target) or '')}(?![\d.])")
    return next(row for row in rows[1:] if any(number.search(cell) for cell in row))


def _changed(number: str | None, rng: random.Random) -> str | None:
    if number is None:
        return None
    shown = len(number.partition(".")[2])
    value = round(Decimal(number) * Decimal(rng.randint(60, 140)) / 100, shown)
    return f"{max(value, Decimal(2) if not shown else Decimal('0.2')).normalize():f}"


def _swapped(cell: str, old: list[str | None], new: list[str | None]) -> str:
    for a, b in zip(old, new, strict=True):
        if a and b and re.search(rf"(?<![\d.]){re.escape(a)}(?![\d.])", cell):
            return re.sub(rf"(?<![\d.]){re.escape(a)}(?![\d.])", b, cell, count=1)
    return cell


def _share(cell: str, old: list[str | None], new: list[str | None]) -> str | None:
    """The share of the new figures, where the cell holds that of the old ones."""
    stated = re.fullmatch(r"(\d+(?:\.\d+)?)(%?)", cell)
    if not stated or None in old or cell in old:
        return None
    plan, done = (Decimal(v or 1) for v in old)
    if abs(done / plan * 100 - Decimal(stated[1])) > 1:
        return None
    plan, done = (Decimal(v or 1) for v in new)
    return f"{done / plan * 100:.1f}{stated[2]}"


@each_table
@pytest.mark.parametrize("layout", ["piped", "stacked", "narrow"])
@pytest.mark.parametrize("seed", range(3))
def test_other_figures_give_the_answer_that_follows(table: dict[str, Any], layout: str, seed: int) -> None:
    other = _other_figures(table, seed)
    assert_says(LAYOUTS[layout](other["title"], other["rows"]), expected(other))


@each_table
def test_a_lost_cell_never_pairs_the_wrong_figures(table: dict[str, Any]) -> None:
    right = {pair for _, pair in expected(table)}
    right |= {(target, None) for target, _ in right} | {(None, None)}
    units = [i for i, head in enumerate(table["rows"][0]) if "单位" in head and "责任" not in head]
    for layout in ("stacked", "narrow"):
        for row in range(1, len(table["rows"])):
            for column in range(len(table["rows"][0])):
                if not table["rows"][row][column] or column in units:
                    continue
                rows = [list(r) for r in table["rows"]]
                rows[row][column] = ""
                found = {pair for _, pair in pairs(LAYOUTS[layout](table["title"], rows))}
                assert found <= right, (layout, rows[row])
