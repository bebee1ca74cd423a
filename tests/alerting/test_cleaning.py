from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from alerting.cleaning import Piece, clean, excerpt, marks_of, plain

ANY_TEXT = st.text(st.characters(), max_size=400)


@given(ANY_TEXT, st.integers(1, 50))
def test_clean_text_is_one_short_visible_line(text: str, limit: int) -> None:
    cleaned = clean(text, limit)
    assert len(cleaned) <= limit
    assert not {unicodedata.category(character) for character in cleaned} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned


def test_direction_marks_and_line_ends_go_and_letters_stay() -> None:
    assert clean("甲\u202e乙\u2066丙\r\nBcc: x\t丁\u2028戊", 40) == "甲乙丙 Bcc: x 丁 戊"
    assert clean("长" * 10_000, 5) == "长长长长…"


def test_the_numbers_of_a_sentence_are_marked() -> None:
    assert excerpt("新增21家，占35%。", [(2, 5), (7, 10)]) == (
        Piece("新增"),
        Piece("21家", marked=True),
        Piece("，占"),
        Piece("35%", marked=True),
        Piece("。"),
    )


def test_of_a_long_sentence_the_part_with_the_number_is_shown() -> None:
    pieces = excerpt("前" * 3000 + "21家" + "后" * 3000, [(3000, 3003)], limit=100)
    assert plain(pieces) == "…" + "前" * 80 + "21家" + "后" * 17 + "…"
    assert Piece("21家", marked=True) in pieces


@given(ANY_TEXT, st.lists(st.tuples(st.integers(-5, 450), st.integers(-5, 450))), st.integers(10, 300))
def test_marks_always_stand_in_the_text_shown(sentence: str, marks: list[tuple[int, int]], limit: int) -> None:
    pieces = excerpt(sentence, marks, limit)
    text = plain(pieces)
    assert len(text) <= limit + 2
    last = 0
    for start, end in marks_of(pieces):
        assert last <= start < end <= len(text)
        last = end
