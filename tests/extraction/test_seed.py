"""The real report that started it, as its site serves it; skipped where ../shared is not beside the checkout."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from connectors.readers import read
from extraction.document import Document
from extraction.reading import extract
from extraction.records import Extraction
from warehouse.progress import assess_in_memory

FULL_WIDTH = str.maketrans({",": "，", "(": "（", ")": "）", ":": "：", ";": "；"})
# (target, actual, status), in the order of the text; the 270 applications never answer for the 620 enterprises
INDICATORS = [
    (("620", "家"), None, "not_comparable"),
    (("50", "家"), None, "not_reported"),
    (("120", "项"), ("95", "项"), "on_track"),
    (("200", "亿元"), ("229", "亿元"), "achieved"),
    (("1", "件"), None, "not_reported"),
    (None, None, "qualitative"),
    (("30", "家"), ("40", "家"), "achieved"),
    (None, None, "qualitative"),
]


@pytest.fixture(scope="module")
def page(shared: Path) -> Document:
    return read((shared / "seed" / "page.html").read_bytes(), "text/html", "http://kjj.example/t20250221_3912345.shtml")


def verdicts(extraction: Extraction) -> list[tuple[object, object, str]]:
    """What the scoreboard says of each indicator, in the order of the text."""
    indicators = [i for task in extraction.tasks for i in task.indicators]
    rows = assess_in_memory(extraction)
    numbers = [
        tuple((str(side.value), side.unit) if side is not None else None for side in (i.target, i.actual))
        for i in indicators
    ]
    return [(*pair, row.status) for pair, row in zip(numbers, rows, strict=True)]


def test_the_seed_gives_its_six_indicators_and_two_qualitative_tasks(page: Document) -> None:
    assert verdicts(extract(page)) == INDICATORS


def test_full_width_punctuation_changes_nothing(page: Document) -> None:
    wide = Document(page.text.translate(FULL_WIDTH), page.blocks, page.tables, page.metadata)
    assert wide.text != page.text
    assert verdicts(extract(wide)) == INDICATORS


def test_the_period_is_the_reports_own_not_its_publications(page: Document) -> None:
    report = extract(page).report
    assert (report.year, report.period, report.cutoff.isoformat()) == (2024, "Q3", "2024-09-30")
    assert report.published_on.year == 2025


def test_tasks_keep_their_clauses_and_departments(page: Document) -> None:
    tasks = extract(page).tasks
    assert [task.clauses for task in tasks] == [(16,), (17,), (18,), (83,), (85,), (87,)]
    assert [task.departments for task in tasks][:3] == [("高新科",), ("高新科",), ("成果科",)]


def test_an_impossible_investment_is_flagged_and_kept_as_written(page: Document) -> None:
    extraction = extract(page)
    (finding,) = [f for f in extraction.findings if f.kind == "implausible"]
    written = extraction.text[finding.start : finding.end]
    assert written == "3.2万元"
    (kept,) = [q for q in extraction.quantities if q.start == finding.start]
    assert (kept.value, kept.unit) == (Decimal("3.2"), "万元")
