"""Each of tables/*.yaml holds tables as they are published and all that must be read from them, like pairs/*.yaml.

They stand apart because the weights are learned from the pairs, and no table is read by weight. All texts are invented.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from extraction.document import Document
from extraction.reading import extract
from flows.jsonout import as_json
from tests.extraction.cases import cases
from tests.extraction.test_pairs import alike, shown
from warehouse.progress import assess_all_in_memory

_CASES = cases("tables")


@pytest.fixture(scope="module")
def printed() -> dict[str, list[dict[str, str]]]:
    """What `duban extract --json` prints of each text's promises and shares; all are judged at once."""
    read = [extract(Document.from_text(case["text"]), as_of=case["as_of"]) for _, case in _CASES]
    judged = zip(read, assess_all_in_memory(read), strict=True)
    tasks = [json.loads(as_json(extraction, rows))["tasks"] for extraction, rows in judged]
    return {name: _promised(of_text) for (name, _), of_text in zip(_CASES, tasks, strict=True)}


def _promised(tasks: list[dict[str, Any]]) -> list[dict[str, str]]:
    return [_told(i) for task in tasks for i in task["indicators"] if i["target"] or i["stated_completion"]]


@pytest.mark.parametrize(("name", "case"), _CASES, ids=[name for name, _ in _CASES])
def test_published_tables(name: str, case: dict[str, Any], printed: dict[str, list[dict[str, str]]]) -> None:
    open_ones = list(printed[name])
    for expected in case["expect"]:
        match = next((f for f in open_ones if alike(expected, f)), None)
        assert match is not None, f"{expected} is not among {open_ones}"
        open_ones.remove(match)
    assert open_ones == []


def _told(indicator: dict[str, Any]) -> dict[str, str]:
    """The indicator as the files write it; its owner is part of the name."""
    out = shown(indicator)
    owner = indicator["owner"] or ""
    return {**out, "name": out["name"] if owner in out["name"] else owner + out["name"]}
