"""A cue may only say no where none of its patterns can match."""

from __future__ import annotations

import re

import pytest

from benchmarks.reports import reports
from extraction.cues import ANYWHERE, cue, cues_in
from extraction.document import Document
from extraction.reading import extract
from extraction.sentences import sentence_context

TEXT = "今年计划新建农村公路210公里，截至9月底已完成160公里，比去年同期增长8.5%，预计年底前全部完工。"
EXPRESSIONS = (
    "预计|有望", "(?:同比|比去年)[^,]{0,8}增长", "[今明]年(?=计划)", "(?<=已)完成", r"\d+公里",
    "(?:新建)+(?:农村)?公路", "停工", "(?!今年)计划", "[^年]底前", "截?至9月",
    r"全(?P<all>部)完工", "增(?:长|速)(?:超过)?8",
)  # fmt: skip


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_what_matches_has_its_cue(expression: str) -> None:
    own = cue(re.compile(expression))
    pieces = [TEXT[i:j] for i in range(0, len(TEXT), 3) for j in range(i + 1, len(TEXT), 5)]
    assert not [p for p in pieces if re.search(expression, p) and not cues_in(p) & own]


def test_a_text_without_the_words_lacks_their_cue() -> None:
    assert not cues_in("已完成160公里") & cue(re.compile("预计|有望"))
    assert cues_in("") == ANYWHERE


def test_of_a_sequence_the_part_that_tells_most_is_taken() -> None:
    assert not cues_in("今年完成12家") & cue(re.compile("(?:今年|全年)[^,]{0,4}确保"))


def test_a_pattern_that_no_character_tells_of_is_an_error() -> None:
    with pytest.raises(ValueError, match="no character tells"):
        cue(re.compile(r"目标|\d+"))


def test_what_is_not_asked_would_have_said_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = reports(4)
    read = [extract(Document.from_text(text)) for text in texts]
    monkeypatch.setattr(sentence_context, "cues_in", lambda piece: -1)
    assert [extract(Document.from_text(text)) for text in texts] == read
