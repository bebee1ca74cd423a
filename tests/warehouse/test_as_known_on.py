"""What was known on a day: the scoreboard as it stood, with the page, the figures and the corrections of then."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from warehouse.correcting import Figure, Ruling, rule
from warehouse.load import load, register_source
from warehouse.review import find

LOADED, REVISED, CORRECTED = (datetime(2031, month, 20, 3, tzinfo=UTC) for month in (7, 8, 9))


def known(con, day):
    rows = con.execute(
        "select name, target_text, actual_text, status, basis from mart.progress_as_known_on(?)", [day]
    ).fetchall()
    board = con.execute("select status, indicators from mart.as_known_on(?)", [day]).fetchall()
    assert sorted(status for status, count in board for _ in range(count)) == sorted(row[3] for row in rows)
    return rows


def test_three_days_are_three_answers_and_today_is_the_newest(con, spec, written, revised):
    register_source(con, "lanqiao-zwj", "岚桥区政务局", "岚桥区", "https://lanqiao.example/", "trs")
    con.execute("update core.source set known_at = ?", [LOADED])
    for actual, when in (("30", LOADED), ("95", REVISED)):
        extraction = written([spec(target="120", actual=actual)], "H1")
        load(con, revised(extraction, fetched_at=when), extraction, version="1", run_id="r", known_at=when)
    (review_id,) = con.execute("select review_id from mart.progress").fetchone()
    (entry,) = find(con, review_id)
    rule(con, entry, Ruling("corrected", "笔误", "王", actual=Figure(Decimal(59), "项", "项")), CORRECTED)
    assert known(con, "2031-07-19") == []
    assert known(con, "2031-07-20") == [("改造窗口", "120项", "30项", "lagging", "figure")]
    assert known(con, "2031-08-20") == [("改造窗口", "120项", "95项", "on_track", "figure")]
    assert known(con, "2031-09-20") == [("改造窗口", "120项", "59项", "lagging", "correction")]
    today = con.execute("select name, target_text, actual_text, status, basis from mart.progress").fetchall()
    assert known(con, "2031-12-31") == today
