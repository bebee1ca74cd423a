"""自查: behind a promise heads its account as 自查情况: does."""

from __future__ import annotations

from collections.abc import Iterator

from extraction.records import Edit
from extraction.sought import sought

_CHECKED = sought(r"(?<=[。;\n])\s?自(?P<did>[查评])[:](?=[^\n]*\d)")


def own_checks(text: str) -> Iterator[Edit]:
    """The edits that write it so."""
    for match in _CHECKED.finditer(text):
        yield *match.span("did"), match["did"] + "情况"
