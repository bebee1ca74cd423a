from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from connectors.errors import (
    ConnectorError,
    DeliveryError,
    FetchError,
    ListingChanged,
    SourceFileError,
    UnreadableDocument,
)

ERRORS: list[ConnectorError] = [
    FetchError("http://a.example/", "the server\nanswered 503", 503, True),
    ListingChanged("yunhe-kjj", "http://a.example/", "0 rows"),
    UnreadableDocument("http://a.example/", "is a PDF"),
    SourceFileError(Path("sources/a.yaml"), ["min_rows: stands twice"]),
    DeliveryError("smtp", "a@b.example", "refused", False),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_every_error_is_one_line_with_place_and_remedy(error: ConnectorError) -> None:
    line = str(error)
    assert "\n" not in line
    assert error.remedy
    assert error.remedy in line
    assert str(error.url or error.source) in line


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_survive_a_change_of_process(error: ConnectorError) -> None:
    error.source = "yunhe-kjj"
    copy = pickle.loads(pickle.dumps(error))
    assert (str(copy), vars(copy)) == (str(error), vars(error))
