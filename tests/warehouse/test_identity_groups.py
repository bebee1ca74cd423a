"""Promises are grouped by what they are, whatever the order in which they came."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from warehouse.identity_groups import Member, Ruling, grouped


@dataclass(frozen=True)
class Kin:
    how: str
    score: float
    why: str = ""


def member(key, *readings, year=2031, first=203103, folded="甲乙"):
    return Member(key, year, first, folded, frozenset(), frozenset(readings))


def by_table(table):
    return lambda a, b: table.get(frozenset((a, b)))


def kin(**pairs):
    return by_table({frozenset(pair.split("_")): found for pair, found in pairs.items()})


A, B, C = member("a", "q1"), member("b", "h1", first=203106), member("c", "fy", year=2032, first=203203)


def test_the_first_names_the_promise_and_the_first_of_its_year_the_year():
    places, doubts = grouped([C, B, A], kin(a_b=Kin("clause", 80), b_c=Kin("lead", 90)))
    assert {key: (place.promise_id, place.year_key) for key, place in places.items()} == {
        "a": ("a", "a"), "b": ("a", "a"), "c": ("a", "c"),
    }  # fmt: skip
    assert doubts == []


def test_what_one_report_tells_twice_is_two_promises_also_by_way_of_a_third():
    other = member("b", "h1", "q1x"), member("c", "q1", first=203109)
    places, _ = grouped([A, *other], kin(a_b=Kin("name", 99), b_c=Kin("name", 95)))
    assert places["a"].promise_id == places["b"].promise_id != places["c"].promise_id


def test_a_doubtful_pair_is_asked_about_once_and_joins_nothing():
    places, doubts = grouped([A, B], kin(a_b=Kin("doubtful", 88, "名称相近")))
    assert places["a"].promise_id != places["b"].promise_id
    assert [(doubt.a, doubt.b, doubt.score, doubt.why) for doubt in doubts] == [("a", "b", 88, "名称相近")]


def test_a_person_joins_and_parts_what_the_names_do_not():
    places, doubts = grouped([A, B], kin(a_b=Kin("doubtful", 88)), [Ruling("a", "b", same=True)])
    assert (places["b"].promise_id, places["b"].how, doubts) == ("a", "person", [])
    places, doubts = grouped([A, B], kin(a_b=Kin("clause", 99)), [Ruling("b", "a", same=False)])
    assert (places["b"].promise_id, places["b"].how, doubts) == ("b", "own", [])


def test_the_newer_word_wins_where_three_words_contradict():
    words = [Ruling("a", "c", same=False), Ruling("a", "b", same=True), Ruling("b", "c", same=True)]
    places, _ = grouped([A, B, C], kin(), words)
    assert places["a"].promise_id == places["b"].promise_id != places["c"].promise_id
    places, _ = grouped([A, B, C], kin(), words[1:])
    assert len({place.promise_id for place in places.values()}) == 1


KEYS = "abcdefg"
READINGS = st.frozensets(st.sampled_from(["r1", "r2", "r3", "r4"]), min_size=1, max_size=2)
FOUND = st.one_of(
    st.none(),
    st.builds(Kin, st.sampled_from(["clause", "lead", "name", "doubtful"]), st.sampled_from([70.0, 85.0, 100.0])),
)


@given(st.data())
def test_the_order_of_loading_changes_nothing(data):
    readings = data.draw(st.lists(READINGS, min_size=len(KEYS), max_size=len(KEYS)))
    years = data.draw(st.lists(st.integers(2030, 2032), min_size=len(KEYS), max_size=len(KEYS)))
    members = [
        member(key, *held, year=year, first=year * 100 + 3)
        for key, held, year in zip(KEYS, readings, years, strict=True)
    ]
    table = {frozenset(pair): data.draw(FOUND) for pair in combinations(KEYS, 2)}
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS), st.booleans()), max_size=2))
    words = [Ruling(*pair) for pair in pairs if pair[0] != pair[1]]
    first = grouped(members, by_table(table), words)
    assert grouped(data.draw(st.permutations(members)), by_table(table), words) == first
    groups: dict[str, list[Member]] = {}
    for one in members:
        groups.setdefault(first[0][one.key].promise_id, []).append(one)
    for held in groups.values():
        assert all(not a.readings & b.readings for a, b in combinations(held, 2))
