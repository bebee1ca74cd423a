"""What is sought first, to spare a costly expression, is found wherever that expression finds anything."""

from __future__ import annotations

import re

import pytest

from extraction.pairing import paced_nodes, periods_told, verdicts_before, verdicts_behind
from extraction.text import borrowed_units, places_counted, so_many_of
from extraction.words import short_places
from extraction.words.folding import fold
from tests.extraction.cases import cases

TEXTS = [*(fold(case["text"]) for _, case in cases("pairs")), "本月,63个新开工项目共有47个项目实现开工。"]
SOUGHT_FIRST = {
    "so many of them": (so_many_of._TOLD_OF, so_many_of._OF),
    "there are so many": (so_many_of._HAS_DONE, so_many_of._THERE_ARE),
    "borrowed units": (borrowed_units._DONE, borrowed_units._UNITLESS),
    "places counted": (places_counted._ANY_COUNT, places_counted._COUNTED),
    "verdicts behind": (verdicts_behind._JUDGED, verdicts_behind._LIST),
    "status lists": (verdicts_before._JUDGED, verdicts_before.VERDICT),
    "places with a share each": short_places._LISTS[0],
    "places in turn": short_places._LISTS[1],
}
BEFORE_NUMBERS = {
    "steps": (periods_told._ANY_STEP, periods_told._STEP),
    "nodes": (paced_nodes._ANY_NODE, paced_nodes._NODE),
}


@pytest.mark.parametrize("name", SOUGHT_FIRST)
def test_what_is_sought_first_stands_in_every_match(name: str) -> None:
    first, costly = SOUGHT_FIRST[name]
    matches = [match for text in TEXTS for match in costly.finditer(text)]
    assert matches, "no text of the pairs shows it"
    assert [m.group() for m in matches if not _holds(first, m)] == []


@pytest.mark.parametrize("name", BEFORE_NUMBERS)
def test_so_it_is_before_numbers(name: str) -> None:
    first, costly = BEFORE_NUMBERS[name]
    leads = {
        text[max(0, at.start() - size) : at.start()] for text in TEXTS for at in _DIGIT.finditer(text) for size in SIZES
    }
    found = [lead for lead in leads if costly.search(lead)]
    assert found, "no text of the pairs shows it"
    assert [lead for lead in found if not first.search(lead)] == []


_DIGIT, SIZES = re.compile(r"\d"), (4, 8, 12, 16)


def _holds(first: re.Pattern[str], match: re.Match[str]) -> bool:
    """Whether it is found in the text of the match, at the match or in what it looks at behind itself."""
    found = first.search(match.string, match.start())
    return found is not None and found.start() <= match.end()
