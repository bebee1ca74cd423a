"""The annotated reports beside the checkout, scored by their own scorer; skipped where they are not there."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from connectors.readers import read as document_of
from extraction.reading import extract
from extraction.records import Extraction
from flows.jsonout import as_json
from warehouse.progress import assess_all_in_memory


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("annotated_score", shared / "gold" / "score.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def printed(cases: Sequence[tuple[Path, Any]]) -> Iterator[list[dict[str, Any]]]:
    """The indicators that `duban extract --json` prints for each case."""
    read = [_read(path.with_suffix(".txt"), gold["as_of"]) for path, gold in cases]
    for extraction, rows in zip(read, assess_all_in_memory(read), strict=True):
        tasks = json.loads(as_json(extraction, rows))["tasks"]
        yield [indicator for task in tasks for indicator in task["indicators"]]


def _read(case: Path, as_of: str | None) -> Extraction:
    document = document_of(case.read_bytes(), "text/plain", case.as_uri())
    return extract(document, as_of=date.fromisoformat(as_of) if as_of else None)


def test_the_annotated_reports_are_read_as_a_person_reads_them(shared: Path, scorer: ModuleType) -> None:
    total = scorer.Score()
    paths = sorted((shared / "gold" / "cases").glob("*.json"))
    cases = [(path, json.loads(path.read_text(encoding="utf-8"))) for path in paths]
    for (path, gold), found in zip(cases, printed(cases), strict=True):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        total.add(scorer.score_case(text, gold["pairs"], found, gold.get("distractors") or ()))
    assert total.f1 >= 0.95, total.errors
    assert (total.false_alarms, total.missed) == (0, 0), total.errors
    assert (total.span_faults, total.unit_faults, total.distracted) == (0, 0, 0), total.errors
