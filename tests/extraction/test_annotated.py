"""The annotated reports beside the checkout, scored by their own scorer; skipped where they are not there."""

from __future__ import annotations

import importlib.util
import json
import sys
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from connectors.readers import read
from extraction.reading import extract
from flows.jsonout import as_json
from warehouse.progress import assess_in_memory


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("annotated_score", shared / "gold" / "score.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def printed(case: Path, gold: dict[str, Any]) -> list[dict[str, Any]]:
    """The indicators that `duban extract --json` prints for a case."""
    as_of = date.fromisoformat(gold["as_of"]) if gold["as_of"] else None
    extraction = extract(read(case.read_bytes(), "text/plain", case.as_uri()), as_of=as_of)
    out = json.loads(as_json(extraction, assess_in_memory(extraction)))
    return [indicator for task in out["tasks"] for indicator in task["indicators"]]


def test_the_annotated_reports_are_read_as_a_person_reads_them(shared: Path, scorer: ModuleType) -> None:
    total = scorer.Score()
    for path in sorted((shared / "gold" / "cases").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        case = path.with_suffix(".txt")
        text = case.read_text(encoding="utf-8")
        total.add(scorer.score_case(text, gold["pairs"], printed(case, gold), gold.get("distractors") or ()))
    assert total.f1 >= 0.95, total.errors
    assert (total.false_alarms, total.missed) == (0, 0), total.errors
    assert (total.span_faults, total.unit_faults, total.distracted) == (0, 0, 0), total.errors
