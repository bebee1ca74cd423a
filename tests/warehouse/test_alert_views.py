"""The views that raise alerts: one shape, working days, and what each finds in words."""

from __future__ import annotations

import shutil
from dataclasses import fields
from datetime import UTC, date, datetime
from typing import get_args

import pytest

from alerting.holidays import special_days
from warehouse import alert_clock
from warehouse.findings import findings
from warehouse.load import load
from warehouse.records import Finding, RuleName
from warehouse.store import open_writer

VISIT = "insert into ops.source_visit values (?, 'r', ?, 1, 0, ?)"


@pytest.fixture(scope="module")
def whole(tmp_path_factory, empty_warehouse):
    path = tmp_path_factory.mktemp("alerts") / "warehouse.duckdb"
    shutil.copyfile(empty_warehouse, path)
    with open_writer(path) as con:
        alert_clock.set_special_days(con, special_days())
        yield con


@pytest.fixture
def source(whole, written, revised, spec, request):
    """A bureau of this test alone that reported on a first quarter and was visited."""
    name = request.node.name[:60]

    def made(year, period="Q1", visited=None, error=None):
        known = datetime(year, 1, 1, tzinfo=UTC)
        whole.execute("insert into core.source values (?, '水务局', '兰桥市', 'u', 'trs', ?)", [name, known])
        extraction = written([spec(target="100", actual="90")], period, year)
        revision = revised(extraction, f"https://lanqiao.example/{name}.shtml", source_id=name)
        load(whole, revision, extraction, version="1", run_id="r", known_at=known)
        if visited:
            whole.execute(VISIT, [name, datetime(*visited, 12, tzinfo=UTC), error])
        return name

    return made


def found(con, rule, source_id, today):
    alert_clock.set_today(con, today)
    return findings(con, [rule], [source_id])


@pytest.mark.parametrize("rule", [*get_args(RuleName), "back_on_track"])
def test_every_view_has_the_one_shape(whole, rule):
    columns = [row[0] for row in whole.execute(f"describe mart.alert_{rule}").fetchall()]
    assert columns == [
        "rule", "subject", "source_id", "bureau", "region", "year", "period", "cutoff", "state", "severity", "gap_pp",
        "name", "department", "words", "sentence", "url", "published_on", "evidence", "extraction_id", "revision_id",
        "tier", "is_baseline", "review", "due",
    ]  # fmt: skip
    assert set(columns) == {field.name for field in fields(Finding)}


def test_the_national_holiday_moves_a_deadline(whole, source):
    """20 working days after 30 September 2026: seven free days, and a Saturday that was worked."""
    name = source(2026, "H1", visited=(2026, 11, 20))
    (due,) = whole.execute(
        "select due_on, is_calendar_known from core.v_due where source_id = ? and quarter_end = '2026-09-30'", [name]
    ).fetchall() or [None]
    assert due == (date(2026, 11, 3), True)


def test_a_report_is_overdue_after_its_deadline_in_a_list_that_was_read(whole, source):
    name = source(2026, "H1", visited=(2026, 11, 20))
    assert found(whole, "overdue", name, date(2026, 11, 3)) == []
    (one,) = found(whole, "overdue", name, date(2026, 11, 20))
    assert (one.rule, one.subject, one.year, one.period, one.state) == ("overdue", name, 2026, "Q3", "raised")
    assert one.words == (
        "截至2026年11月20日未检索到2026年三季度进展报告；提示期限为2026年11月3日（期末后第20个工作日）"
    )


def test_where_the_list_could_not_be_read_nothing_is_said(whole, source):
    name = source(2026, "H1", visited=(2026, 11, 20), error="timeout")
    assert [one.state for one in found(whole, "overdue", name, date(2026, 11, 20))] == ["open"]


def test_of_a_year_without_known_holidays_weekdays_count_and_the_words_say_so(whole, source):
    name = source(2030, "Q1", visited=(2030, 9, 1))
    (one,) = found(whole, "overdue", name, date(2030, 9, 1))
    assert one.due == date(2030, 7, 26)
    assert "2030年放假安排未知，只按周一至周五计" in one.words


def test_a_source_may_have_days_of_its_own(whole, source):
    name = source(2030, "Q1", visited=(2030, 9, 1))
    alert_clock.set_days(
        whole, {("report_days", ""): 20, ("report_days", name): 40, ("soon_days", ""): 30, ("soon_report_days", ""): 5}
    )
    (one,) = found(whole, "overdue", name, date(2030, 9, 1))
    assert one.due == date(2030, 8, 23)


def test_a_report_is_due_soon_before_it_is_overdue(whole, source):
    name = source(2030, "Q1", visited=(2030, 7, 20))
    assert found(whole, "due_soon", name, date(2030, 7, 10)) == []
    (one,) = found(whole, "due_soon", name, date(2030, 7, 22))
    assert (one.period, one.due, one.subject) == ("H1", date(2030, 7, 26), name)


def test_a_lag_and_what_has_caught_up(whole, source, written, revised, spec):
    name = source(2026, "Q1")
    (one,) = found(whole, "lagging", name, date(2026, 4, 20))
    assert (one.state, one.year, one.period) == ("cleared", 2026, "Q1")
    later = written([spec(target="100", actual="10")], "H1", 2026)
    revision = revised(later, f"https://lanqiao.example/{name}-2.shtml", source_id=name)
    load(whole, revision, later, version="1", run_id="r", known_at=datetime(2026, 7, 20, tzinfo=UTC))
    states = {one.period: one.state for one in found(whole, "lagging", name, date(2026, 7, 20))}
    assert states == {"Q1": "cleared", "H1": "raised"}
    (fell,) = found(whole, "regression", name, date(2026, 7, 20))
    assert fell.words == "累计数倒退：一季度报告为90项，上半年报告为10项"


@pytest.mark.parametrize("zone", ["UTC", "Asia/Shanghai", "America/Los_Angeles"])
def test_a_day_is_china_s_wherever_the_machine_stands(whole, zone):
    whole.execute(f"set timezone = '{zone}'")
    try:
        moment = datetime(2026, 11, 26, 20, 42, tzinfo=UTC)
        assert whole.execute("select core.china_date(?)", [moment]).fetchall() == [(date(2026, 11, 27),)]
        whole.execute("reset variable duban_today")
        (today,) = whole.execute("select core.today() - core.china_date(now())").fetchall()
        assert today == (0,)
    finally:
        whole.execute("reset timezone")
