"""Each of tables/*.yaml holds tables as they are published and all that must be read from them, like pairs/*.yaml.

They stand apart because the weights are learned from the pairs, and no table is read by weight. All texts are invented.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from extraction.document import Document
from extraction.reading import extract
from flows.jsonout import as_json
from tests.extraction.test_pairs import alike, shown
from warehouse.progress import assess_all_in_memory

_CASES = [
    (f"{path.stem}-{number}", case)
    for path in sorted((Path(__file__).parent / "tables").glob("*.yaml"))
    for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1)
]


@pytest.mark.parametrize(("name", "case"), _CASES, ids=[name for name, _ in _CASES])
def test_published_tables(name: str, case: dict[str, Any]) -> None:
    extraction = extract(Document.from_text(case["text"]), as_of=case["as_of"])
    tasks = json.loads(as_json(extraction, assess_all_in_memory([extraction])[0]))["tasks"]
    open_ones = [_told(i) for task in tasks for i in task["indicators"] if i["target"] or i["stated_completion"]]
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
