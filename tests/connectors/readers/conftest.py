"""Scans are not recognised but where that is what is tested: it takes seconds a page, and only where it is installed."""

from __future__ import annotations

import pytest

from connectors.readers import ocr


@pytest.fixture(autouse=True)
def no_recognition(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures of pages stay pictures."""
    if not request.path.name.startswith("test_ocr"):
        monkeypatch.setattr(ocr, "is_installed", lambda: False)
