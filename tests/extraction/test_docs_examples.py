"""The examples of docs/extraction.md come out as the page shows them, and the files that it names are there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from extraction.document import Document
from extraction.reading import extract
from extraction.records import Actual, Extraction, Target
from warehouse.progress import Progress, assess_all_in_memory

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/extraction.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```report (?P<as_of>\S+)\n(?P<lines>.*?)^```$", re.M | re.S)
_OUTCOME = ("→ ", "! ")


class _Case(NamedTuple):
    """An example of the page: where it stands, its text, and the lines that it shows."""

    line: int
    text: str
    as_of: date | None
    shown: list[str]


def _cases() -> Iterator[_Case]:
    for block in _BLOCK.finditer(PAGE):
        lines = block["lines"].splitlines()
        told = [line for line in lines if not line.startswith(_OUTCOME)]
        shown = [line for line in lines if line.startswith(_OUTCOME)]
        as_of = None if block["as_of"] == "none" else date.fromisoformat(block["as_of"])
        at = PAGE.count("\n", 0, block.start()) + 1
        yield _Case(at, "\n".join(told) + "\n", as_of, shown)


_CASES = list(_cases())


@pytest.fixture(scope="module")
def printed() -> list[list[str]]:
    """What comes out of every example; all are judged at once."""
    read = [extract(Document.from_text(case.text), as_of=case.as_of) for case in _CASES]
    return [outcome(extraction, rows) for extraction, rows in zip(read, assess_all_in_memory(read), strict=True)]


def outcome(extraction: Extraction, judged: list[Progress]) -> list[str]:
    """The indicators and the findings as the page writes them."""
    indicators = [i for task in extraction.tasks for i in task.indicators]
    rows = [
        f"→ {i.name} | {_figure(i.target)} | {_figure(i.actual)} | {row.status} | {row.reason}"
        for i, row in zip(indicators, judged, strict=True)
    ]
    return rows + [f"! {f.kind}: {f.message}" for f in extraction.findings]


def _figure(figure: Target | Actual | None) -> str:
    return f"{figure.value:f}{figure.unit}" if figure else "—"


def _fits(shown: str, found: str) -> bool:
    """Whether the line is the one that came out; … stands for any words of it."""
    return re.fullmatch(".*".join(map(re.escape, shown.split("…"))), found, re.S) is not None


@pytest.mark.parametrize("number", range(len(_CASES)), ids=[f"line {case.line}" for case in _CASES])
def test_an_example_comes_out_as_shown(number: int, printed: list[list[str]]) -> None:
    shown, found = _CASES[number].shown, printed[number]
    fitting = len(shown) == len(found) and all(map(_fits, shown, found))
    assert fitting, "the page should show:\n" + "\n".join(found)


def test_a_changed_word_or_figure_is_noticed() -> None:
    assert _fits("→ 造林 | 2亩 | — | …: 市级", "→ 造林 | 2亩 | — | not_comparable | qualifier: 市级")
    assert not _fits("→ 造林 | 2亩 | — | … 省级", "→ 造林 | 2亩 | — | not_comparable | qualifier: 市级")
    assert not _fits("→ 造林 | 2亩 | …", "→ 造林 | 3亩 | — | not_reported")


def test_every_construction_has_an_example() -> None:
    sections = PAGE.split("## By construction")[1].split("\n## ")[0].split("\n### ")[1:]
    assert len(sections) >= 14
    assert [section.splitlines()[0] for section in sections if not _BLOCK.search(section)] == []


def test_every_file_that_is_named_is_there() -> None:
    named = set(re.findall(r"`([\w./*]+\.(?:py|sql|yaml))`", PAGE))
    folders = (ROOT, ROOT / "extraction", ROOT / "warehouse/views", ROOT / "tests/extraction")
    assert len(named) > 40
    assert [name for name in sorted(named) if not any(any(folder.glob(name)) for folder in folders)] == []
