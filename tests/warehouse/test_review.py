"""The queue: every reason for a person's look, with its sentence, and nothing that nobody need look at."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from extraction.records import Finding
from warehouse.correcting import Ruling, rule
from warehouse.load import load, register_source
from warehouse.review import find, queue, text_of

NOW = datetime(2031, 10, 20, 3, tzinfo=UTC)


@pytest.fixture
def queued(con, written, revised, changed):
    """What is in the queue once a report of these promises was loaded; the findings point at these words."""

    def queued(specs, period="Q3", findings=(), url="https://lanqiao.example/t1.shtml"):
        extraction = written(specs, period)
        places = [(kind, extraction.text.index(words), words) for kind, words in findings]
        found = tuple(Finding(kind, f"{words} looks odd", at, at + len(words)) for kind, at, words in places)
        extraction = changed(extraction, findings=found)
        load(con, revised(extraction, url), extraction, version="1", run_id="r", known_at=NOW)
        return queue(con)

    return queued


REASONS = {
    "on its way": ({"target": "120", "actual": "95"}, ()),
    "a doubtful link": ({"target": "120", "actual": "95", "confidence": 0.59}, ("low_confidence",)),
    "no link to doubt": ({"target": "120", "confidence": 0.3}, ()),
    "a candidate refused": ({"target": "120", "refusal": "申报数不是认定数"}, ("refused",)),
    "another share": ({"target": "120", "actual": "60", "share": "0.8"}, ("claim_differs",)),
    "a share rounded": ({"target": "120", "actual": "60", "share": "0.505"}, ()),
    "called done": ({"target": "120", "actual": "60", "said": "done"}, ("claim_differs",)),
    "done": ({"target": "120", "actual": "120", "said": "done"}, ()),
    "called ongoing": ({"target": "120", "actual": "60", "said": "ongoing"}, ()),
    "ten times": ({"target": "120", "actual": "1200"}, ("implausible",)),
    "a hundredth": ({"target": "120", "actual": "1"}, ("implausible",)),
    "nothing yet": ({"target": "120", "actual": "0"}, ()),
    "doubted first": ({"target": "120", "actual": "60", "share": "0.8", "confidence": 0.5}, ("low_confidence",)),
}


def test_reasons(queued, spec):
    found = queued([spec(**promise, name=name) for name, (promise, _) in REASONS.items()])
    assert {entry.name: entry.reasons for entry in found} == {name: why for name, (_, why) in REASONS.items() if why}
    assert all(entry.explanation or entry.reasons == ("low_confidence",) for entry in found)


def test_an_entry_says_what_where_and_of_whom(con, queued, spec):
    register_source(con, "lanqiao-zwj", "岚桥区政务局", "岚桥区", "https://lanqiao.example/", "trs")
    (entry,) = queued([spec(target="120", actual="60", share="0.8")])
    assert (entry.bureau, entry.year, entry.period, entry.name) == ("岚桥区政务局", 2031, "Q3", "改造窗口")
    assert entry.url == "https://lanqiao.example/t1.shtml"
    assert entry.sentence == "改造窗口目标120项，实绩60项，完成年度任务的80.0%。"
    assert [entry.sentence[start:end] for start, end in entry.marks] == ["120项", "60项", "80.0%"]
    assert "50.0%" in entry.explanation
    assert (entry.review, entry.status) == (None, "lagging")
    assert entry.sentence in text_of(con, entry)


def test_a_figure_below_an_earlier_one_of_the_year(queued, spec):
    assert queued([spec(target="120", actual="95")], "H1", url="https://lanqiao.example/h1.shtml") == []
    (entry,) = queued([spec(target="120", actual="91")])
    assert entry.reasons == ("fell_back",)
    assert "95项" in entry.explanation


@pytest.mark.parametrize("kind", ["arithmetic", "implausible", "damaged", "duplicate"])
def test_a_finding_belongs_to_the_indicator_whose_number_it_points_at(queued, spec, kind):
    (entry,) = queued([spec(target="120", actual="95")], findings=[(kind, "95项")])
    assert (entry.about, entry.reasons, entry.name) == ("indicator", (kind,), "改造窗口")
    assert entry.explanation == "95项 looks odd"


def test_a_finding_elsewhere_stands_for_itself_with_the_words_around_it(queued, spec):
    (entry,) = queued([spec(target="120", actual="95")], findings=[("damaged", "窗口服务")])
    assert (entry.about, entry.reasons, entry.name) == ("finding", ("damaged",), "窗口服务")
    ((start, end),) = entry.marks
    assert entry.sentence[start:end] == "窗口服务"
    assert "一、窗口服务（第7条）" in entry.sentence


def test_the_same_words_of_the_same_kind_are_looked_at_once(queued, spec):
    entries = queued([spec(target="120", actual="95")], findings=[("damaged", "政务"), ("damaged", "政务")])
    assert len(entries) == 1


def test_a_report_of_an_unknown_period_is_looked_at(queued, spec):
    found = queued([spec(target="120", actual="95")], None, findings=[("period_unknown", "示范市")])
    (entry,) = [entry for entry in found if entry.about == "report"]
    assert (entry.reasons, entry.period) == (("period_unknown",), None)
    assert len(found) == 1


def test_what_was_looked_at_leaves_the_queue_and_is_shown_on_demand(con, queued, spec):
    entries = queued([spec(target="120", refusal="另一口径")], findings=[("damaged", "窗口服务")])
    for number, entry in enumerate(entries):
        rule(con, entry, Ruling("accepted", "", "王芳"), NOW + timedelta(minutes=number))
    assert queue(con) == []
    seen = queue(con, seen=True)
    assert [entry.review for entry in seen] == ["accepted", "accepted"]
    assert {entry.review_id for entry in seen} == {entry.review_id for entry in entries}


def test_older_periods_wait_behind(con, queued, spec):
    queued([spec(target="120", refusal="另一口径")], "H1", url="https://lanqiao.example/h1.shtml")
    (newest,) = queued([spec(target="120", actual="95", confidence=0.5)])
    assert newest.period == "Q3"
    assert [entry.period for entry in queue(con, older=True)] == ["Q3", "H1"]
    assert queue(con, source_id="another") == []


def test_a_name_may_be_short_but_not_ambiguous(con, queued, spec):
    entries = queued([spec(target="9", refusal="x", name=f"事项{number}") for number in range(40)])
    assert len({entry.review_id for entry in entries}) == 40
    assert len(find(con, "")) == 2
    assert find(con, "zz") == []
    assert find(con, entries[0].review_id[:8]) == [entries[0]]


def test_the_name_stays_when_the_page_is_read_again(con, queued, written, revised, changed, spec):
    (before,) = queued([spec(target="120", refusal="x")])
    again = changed(written([spec(target="120", refusal="y")]), findings=())
    revision = revised(again, fetched_at=NOW + timedelta(days=1), published_on=date(2031, 10, 22), sha256="b")
    load(con, revision, again, version="2", run_id="r", known_at=NOW + timedelta(days=1))
    (after,) = queue(con)
    assert (after.review_id, after.explanation) == (before.review_id, "y")
