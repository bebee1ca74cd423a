"""Each of pairs/*.yaml holds short texts and all that must be read from them, one construction of the genre a file.

`target` and `actual` are the figure with its unit (`8.5%`, `200亿元`; a derived target too), absent where there is
none. Beside the indicators listed none with a number may come out. All texts are invented.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from extraction.document import Document
from extraction.reading import extract
from extraction.words import names
from flows.jsonout import as_json
from tests.extraction.cases import cases
from warehouse.progress import assess_all_in_memory

_CASES = cases("pairs")


@pytest.fixture(scope="module")
def printed() -> dict[str, list[dict[str, Any]]]:
    """What `duban extract --json` prints of each text, without what has no number; all are judged at once."""
    read = [extract(Document.from_text(case["text"]), as_of=case["as_of"]) for _, case in _CASES]
    judged = zip(read, assess_all_in_memory(read), strict=True)
    told = [_told(json.loads(as_json(extraction, rows))["tasks"]) for extraction, rows in judged]
    return dict(zip((name for name, _ in _CASES), told, strict=True))


def _told(tasks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found = [i for task in tasks for i in task["indicators"]]
    return [i for i in found if i["target"] or i["actual"] or i["stated_completion"] is not None]


def shown(indicator: dict[str, Any]) -> dict[str, str]:
    """The indicator as the files write it."""
    out = {"name": indicator["name"], "status": indicator["status"]}
    for side in ("target", "actual"):
        if figure := indicator[side]:
            out[side] = f"{figure['value']:g}{figure['unit']}"
    return out


def alike(expected: dict[str, str], found: dict[str, str]) -> bool:
    figures = all(expected.get(key) == found.get(key) for key in ("target", "actual", "status"))
    return figures and names.likeness(expected["name"], found["name"]) >= 0.5


@pytest.mark.parametrize(("name", "case"), _CASES, ids=[name for name, _ in _CASES])
def test_pairs(name: str, case: dict[str, Any], printed: dict[str, list[dict[str, Any]]]) -> None:
    found = [shown(i) for i in printed[name]]
    open_ones = list(found)
    for expected in case["expect"]:
        match = next((f for f in open_ones if alike(expected, f)), None)
        assert match is not None, f"{expected} is not among {found}"
        open_ones.remove(match)
    assert open_ones == []
