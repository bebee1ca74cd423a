"""Patterns written where they are used are kept by `re`, which keeps 512: beyond that each use compiles anew."""

from __future__ import annotations

import re
from typing import Any

import pytest

from benchmarks.reports import reports
from extraction.document import Document
from extraction.reading import extract


def test_a_second_reading_compiles_no_pattern(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [Document.from_text(text) for text in reports(10)]
    for document in documents:
        extract(document)
    compiled: list[str] = []
    compile_ = re._compiler.compile  # type: ignore[attr-defined]

    def counted(pattern: Any, flags: int = 0) -> Any:
        compiled.append(str(pattern))
        return compile_(pattern, flags)

    monkeypatch.setattr("re._compiler.compile", counted)
    for document in documents:
        extract(document)
    assert compiled == []
