"""Attachments of revisions, places in files, and what a new revision changed in its figures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from extraction.records import Place
from warehouse.load import known_revisions, load
from warehouse.progress import progress
from warehouse.records import Attachment

NOW = datetime(2031, 10, 20, 2, tzinfo=UTC)
SHEET = Attachment("https://lanqiao.example/a.xlsx", "表.xlsx", "read", "ab" * 32, "application/octet-stream")
AWAITED = Attachment("https://lanqiao.example/b.pdf", "b.pdf", "waiting", reason="no answer in time")


def put(con, revision, extraction, version="1", at=NOW):
    return load(con, revision, extraction, version=version, run_id="r", known_at=at)


def rows(con, query):
    return con.execute(query).fetchall()


def test_places_reach_progress_ledger_and_messages(con, spec, written, revised, changed):
    extraction = written([spec(target="120", actual="95"), spec(target="9", actual="9", name="上线事项")])
    first = extraction.tasks[0].indicators[0].actual
    place = Place(first.start - 2, first.end, "附件“表.xlsx” 工作表“三季度”F6")
    put(con, revised(extraction), changed(extraction, places=(place,)))
    assert [row.place for row in progress(con)] == [place.words, None]
    found = rows(con, "select text, place from mart.ledger where place is not null")
    assert found == [(first.text, place.words)]
    assert rows(con, "select span_start, span_end, words from raw.place") == [(place.start, place.end, place.words)]


def test_attachments_are_kept_with_their_revision(con, spec, written, revised):
    extraction = written([spec(target="120", actual="95")])
    revision = revised(extraction, attachments=(SHEET, AWAITED))
    for _ in range(2):
        put(con, revision, extraction)
    found = rows(con, "select name, state, reason, sha256 from mart.attachments order by name")
    assert found == [("b.pdf", "waiting", "no answer in time", None), ("表.xlsx", "read", "", "ab" * 32)]


def test_what_is_awaited_is_not_known_until_it_is_there(con, spec, written, revised, changed):
    extraction = written([spec(target="120", actual="95")])
    revision = revised(extraction, attachments=(SHEET, AWAITED))
    put(con, revision, extraction)
    assert known_revisions(con, "lanqiao-zwj") == set()
    arrived = changed(AWAITED, state="read", sha256="cd" * 32, reason="")
    whole = changed(revision, attachments=(SHEET, arrived), fetched_at=revision.fetched_at + timedelta(days=1))
    put(con, whole, extraction, at=NOW + timedelta(days=1))
    assert known_revisions(con, "lanqiao-zwj") == {(revision.url, revision.sha256)}
    assert rows(con, "select state from mart.attachments") == [("read",), ("read",)]
    assert rows(con, "select count(*) from raw.document") == [(1,)]


def test_the_same_page_with_another_attachment_is_another_revision(con, spec, written, revised, changed):
    extraction = written([spec(target="120", actual="95")])
    ids = {
        put(con, revised(extraction, attachments=files), extraction)
        for files in ((), (SHEET,), (changed(SHEET, sha256="cd" * 32),), (SHEET,))
    }
    assert len(ids) == 3


def test_a_changed_page_says_what_changed_in_its_figures(con, spec, written, revised):
    names = ("改造窗口", "上线事项", "新增网点")
    before = written(
        [spec(target=t, actual=a, name=n) for t, a, n in zip(("120", "9", "4"), ("95", "9", "2"), names, strict=True)]
    )
    after = written(
        [
            spec(target="120", actual="99", name=names[0]),
            spec(target="10", actual="9", name=names[1]),
            spec(target="7", name="压减材料"),
        ]
    )
    put(con, revised(before), before)
    assert rows(con, "select * from mart.changes") == []
    put(con, revised(after, fetched_at=NOW + timedelta(days=9)), after, at=NOW + timedelta(days=9))
    found = rows(con, "select name, what, before, after from mart.changes order by name, what")
    assert found == [
        ("上线事项", "target", "9项", "10项"),
        ("压减材料", "promise", None, "7项"),
        ("改造窗口", "actual", "95项", "99项"),
        ("新增网点", "promise", "4项", None),
    ]


def test_a_better_reading_of_the_same_page_is_no_change_of_it(con, spec, written, revised):
    before, after = written([spec(target="120", actual="95")]), written([spec(target="120", actual="99")])
    put(con, revised(before), before)
    later = revised(before, sha256="ef" * 32, fetched_at=NOW + timedelta(days=9))
    put(con, later, before, at=NOW + timedelta(days=9))
    put(con, later, after, version="2", at=NOW + timedelta(days=10))
    assert rows(con, "select * from mart.changes") == []
    put(con, revised(before), after, version="2", at=NOW + timedelta(days=10))
    assert rows(con, "select * from mart.changes") == []
