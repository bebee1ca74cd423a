"""What the benchmark measures on must be reports: read as such, all different, the same each time."""

from __future__ import annotations

from benchmarks.hostile import hostile
from benchmarks.reports import CHARS, report, reports
from extraction.document import Document
from extraction.reading import extract


def test_a_seed_always_gives_the_same_report_and_another_seed_another() -> None:
    assert report(5) == report(5)
    assert len(set(reports(50))) == 50


def test_reports_are_as_long_as_asked() -> None:
    for chars in (CHARS, 20_000):
        assert all(chars <= len(text) <= chars + 700 for text in reports(5, chars))


def test_reports_are_read_as_reports() -> None:
    for text in reports(20):
        extraction = extract(Document.from_text(text))
        indicators = [i for task in extraction.tasks for i in task.indicators]
        assert extraction.report.period is not None
        assert extraction.report.cutoff is not None
        assert sum(i.target is not None and i.actual is not None for i in indicators) >= 6
        assert len(extraction.quantities) > 60


def test_hostile_texts_have_the_length_asked_for() -> None:
    assert all(2900 <= len(text) <= 3200 for text in hostile(3000).values())
