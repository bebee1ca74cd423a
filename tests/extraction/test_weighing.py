"""Weights: what they are asked, what they say whatever the figures are, and that they fit the pieces of today."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.learning import Text, texts
from extraction.document import Document
from extraction.numbers.quantities import scan
from extraction.reading import extract
from extraction.weighing.model import Weigher, Weights, probability, weights, within_reach
from extraction.weighing.words import Numbers, between, far, near
from extraction.words.folding import fold

SNIPPETS = Path(__file__).parents[2] / "benchmarks" / "snippets"


def _weigher(text: str) -> tuple[Weigher, list[int]]:
    folded = fold(text)
    quantities = scan(folded)
    return Weigher(folded, quantities), [q.start for q in quantities if q.role == "context"]


def _read(text: str) -> list[tuple[str, str | None]]:
    found = [i for task in extract(Document.from_text(text)).tasks for i in task.indicators]
    return [(f"{i.target.value:g}", i.actual and f"{i.actual.value:g}") for i in found if i.target is not None]


@pytest.fixture(scope="module")
def told() -> list[Text]:
    return list(texts([SNIPPETS / "reports.jsonl", SNIPPETS / "economy.jsonl"]))


@pytest.mark.parametrize(("plan", "done"), [("48", "31"), ("260", "199"), ("1.6万", "1.1万"), ("9", "7")])
@pytest.mark.parametrize("thing", ["今年要淘洗古井{}口,淘好{}口", "路灯换新{}盏,换了{}盏", "今年要收治{}例,收了{}例"])
def test_an_unknown_verb_tells_whatever_the_figures(thing: str, plan: str, done: str) -> None:
    values = {"1.6万": "1.6", "1.1万": "1.1"}
    assert _read(f"{thing.format(plan, done)}。") == [(values.get(plan, plan), values.get(done, done))]


def test_only_words_and_how_figures_compare_are_weighed() -> None:
    one, places = _weigher("村道亮化320盏,装好205盏。")
    other, moved = _weigher("村道亮化480盏,装好301盏。")
    assert one.promised(places[0]) == other.promised(moved[0])
    assert one.answers(*places) == other.answers(*moved)
    assert one.promised(places[0]) > 0.5 > one.promised(places[1])
    assert one.answers(*places) > 0.5


def test_what_is_no_number_of_the_text_is_nothing() -> None:
    weigher, places = _weigher("村道亮化320盏,装好205盏。")
    assert weigher.promised(places[0] + 1) == 0.0
    assert weigher.answers(places[0], 0) == 0.0 == weigher.answers(places[0], places[0])


def test_a_glance_finds_nearly_all_that_a_look_finds(told: list[Text]) -> None:
    seen = missed = 0
    for text in told:
        for n in text.promises:
            own = near(text.numbers, n)
            likely = probability(weights("promises").odds(own, far(text.numbers, n))) > 0.5
            seen += likely
            missed += likely and weights("hints").odds(own) < -2.5
    assert seen > 500
    assert missed <= seen * 0.02


def test_the_weights_are_those_of_the_pieces(told: list[Text]) -> None:
    """Whoever changes extraction.weighing.words learns anew (`make weights`), or the weights say nothing any more."""
    found = right = due = 0
    for text in told:
        for n in range(len(text.numbers.all)):
            likely = probability(weights("promises").odds(near(text.numbers, n), far(text.numbers, n))) > 0.5
            found, right, due = found + likely, right + (likely and n in text.promises), due + (n in text.promises)
    assert right > 0.97 * found
    assert right > 0.95 * due


def test_a_number_weighs_what_its_pieces_weigh_together(told: list[Text]) -> None:
    """Reading looks the pieces up in rows and by stretches of words, learning counts them one by one."""
    for text in told[:20]:
        for n in range(len(text.numbers.all)):
            said = [near(text.numbers, n), far(text.numbers, n)]
            said += [between(text.numbers, n, n + 1, lambda _: 0.3)] if n + 1 < len(text.numbers.all) else []
            for each in said:
                pieces = each.spelled()
                assert len(pieces) == len(set(pieces))
                weighed = {piece: float(place + 1) for place, piece in enumerate(pieces)}
                assert Weights(weighed).odds(each) == pytest.approx(sum(weighed.values()) / 1000)


def test_answers_are_sought_near_by() -> None:
    text = fold("修路5公里。" + "今年的工作进展顺利。" * 60 + "修好3公里。")
    numbers = Numbers(text, scan(text))
    assert not within_reach(numbers, 0, len(numbers.all) - 1)
    assert not within_reach(numbers, 0, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a rule's promise that no word makes one
        ("甲区5.2万亩、乙县8.6万亩的高标准农田任务,至8月末分别建成4.1万亩、4.2万亩。", {"4.1", "4.2"}),
        # what is foreseen answers nothing; of several nameless figures none does
        ("完成技改投资80亿元。预计全年完成技改投资76亿元。", {"76"}),
    ],
)
def test_what_is_no_promise(text: str, expected: set[str]) -> None:
    assert not expected & {target for target, _ in _read(text)}


def test_a_forecast_and_a_list_without_names_answer_nothing() -> None:
    assert ("80", "76") not in _read("完成技改投资80亿元。预计全年完成技改投资76亿元。")
    found = _read("水泥行业改造9家、玻璃行业6家、陶瓷行业5家,已完成8家、4家。")
    assert [actual for _, actual in found] == [None, None, None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("管网改造18公里、泵站新建4座、阀门更换320个。全年实际分别为19公里、3座、322个。", ["19", "3", "322"]),
        ("甲县任务2.1万人、乙县1.9万人、丙县1.6万人,实际分别为2.2万人、1.9万人和1.5万人。", ["2.2", "1.9", "1.5"]),
        ("年度目标为规上工业增加值增长8%、技改投资增长20%。实绩依次为8.7%、18.2%。", ["8.7", "18.2"]),
    ],
)
def test_a_run_of_figures_answers_as_many_promises_in_their_order(text: str, expected: list[str | None]) -> None:
    assert [actual for _, actual in _read(text)] == expected
