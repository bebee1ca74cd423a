"""The sentence that proves it, and where its numbers stand in it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extraction.records import Actual, Claim, Indicator, Target, Task
from warehouse.evidence import MAX_SENTENCE, evidence


def proof(text, *, actual=None, target=None, claim=None, parts=(), derived_from=()):
    def place(words):
        return text.index(words), text.index(words) + len(words)

    indicator = Indicator(
        name="x",
        kind="cumulative",
        folded="x",
        target=target and Target(">=", Decimal(1), "", target, *((None, None) if derived_from else place(target)),
                                 derived_from=tuple(place(words) for words in derived_from)),
        actual=actual and Actual(Decimal(1), "", actual, *place(actual), parts=tuple(place(words) for words in parts)),
        claims=(Claim(None, "done", claim, *place(claim)),) if claim else (),
    )  # fmt: skip
    found = evidence(text, Task("一", "t", 0, len(text)), indicator)
    return found.sentence, [found.sentence[start:end] for start, end in found.marks]


TEXT = "一、栽树120亩。\n截至9月，已栽95亩；另清淤3处。完成目标的八成"


@pytest.mark.parametrize(
    ("given", "sentence", "marks"),
    [
        ({"target": "120亩", "actual": "95亩"}, "截至9月，已栽95亩；", ["95亩"]),
        ({"target": "120亩"}, "一、栽树120亩。", ["120亩"]),
        ({"claim": "完成目标的八成"}, "完成目标的八成", ["完成目标的八成"]),
        ({}, "一、栽树120亩。", []),
        ({"target": "x", "derived_from": ("3处",)}, "另清淤3处。", ["3处"]),
        ({"actual": "95亩", "claim": "已栽95亩"}, "截至9月，已栽95亩；", ["95亩"]),
    ],
)
def test_sentence_and_marks(given, sentence, marks):
    assert proof(TEXT, **given) == (sentence, marks)


def test_a_row_of_a_table_is_its_sentence():
    assert proof("指标\t目标\t实绩\n栽树\t120亩\t95亩\n", target="120亩", actual="95亩") == (
        "栽树\t120亩\t95亩",
        ["120亩", "95亩"],
    )


@pytest.mark.parametrize("before", [0, 140, 500])
@pytest.mark.parametrize("after", [0, 140, 500])
def test_a_very_long_sentence_is_cut_around_the_number(before, after):
    sentence, marks = proof("甲" * before + "95亩" + "乙" * after, actual="95亩")
    assert len(sentence) == min(before + 3 + after, MAX_SENTENCE)
    assert marks == ["95亩"]
