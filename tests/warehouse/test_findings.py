"""The views of findings: what they find, and what they leave alone."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from warehouse.load import load
from warehouse.store import open_writer

FINDINGS = (
    "regressions", "stale", "dropped_targets", "changed_targets", "claims", "stated_shares", "year_missed", "forecast",
)  # fmt: skip
CONTRACT = {
    "source_id", "bureau", "region", "year", "period", "cutoff", "extraction_id", "indicator_no", "indicator_key",
    "name", "department", "sentence", "url",
}  # fmt: skip


@pytest.fixture(scope="module")
def whole(tmp_path_factory, empty_warehouse):
    path = tmp_path_factory.mktemp("findings") / "warehouse.duckdb"
    shutil.copyfile(empty_warehouse, path)
    with open_writer(path) as con:
        yield con


@pytest.fixture
def told(whole, written, revised, request):
    """Reports of a bureau of this test alone, one after another; then any query on them."""
    source, count = request.node.name, iter(range(100))

    def tell(specs, period="Q3", year=2031, **more):
        extraction = written(specs, period, year, **more)
        number = next(count)
        revision = revised(
            extraction,
            f"https://lanqiao.example/{source}/{number}.shtml",
            source_id=source,
            published_on=date(year, 1, 20 + number),
        )
        load(whole, revision, extraction, version="1", run_id="r", known_at=datetime(2031, 10, 20, tzinfo=UTC))

    def found(columns, view):
        rows = whole.execute(f"select {columns} from mart.{view} where source_id = ? order by all", [source]).fetchall()
        return [tuple(float(cell) if isinstance(cell, Decimal) else cell for cell in row) for row in rows]

    return tell, found


@pytest.mark.parametrize("view", FINDINGS)
def test_every_finding_says_whose_it_is_and_where_it_stands(whole, view):
    columns = {row[0] for row in whole.execute(f"describe mart.{view}").fetchall()}
    assert columns >= CONTRACT


def test_a_sum_that_fell_is_found_also_over_a_report_that_did_not_tell_it(told, spec):
    tell, found = told
    tell([spec(target="100", actual="60"), spec(name="旧桥", target="5", actual="3")], "Q1")
    tell([spec(target="100"), spec(name="旧桥", target="5", actual="3")], "H1")
    tell([spec(target="100", actual="55"), spec(name="旧桥", target="5", actual="4")], "Q3")
    columns = "name, earlier_period, earlier_actual_text, actual_text, fell_by, earlier_sentence"
    assert found(columns, "regressions") == [("改造窗口", "Q1", "60项", "55项", 5, "改造窗口目标100项，实绩60项。")]


def test_a_rate_may_fall_and_a_figure_in_another_unit_is_no_fall(told, spec):
    tell, found = told
    tell([spec(kind="rate", target="8", actual="9", unit="%"), spec(name="旧桥", actual="300", unit="米")], "H1")
    tell([spec(kind="rate", target="8", actual="7", unit="%"), spec(name="旧桥", actual="3", unit="座")], "Q3")
    assert found("name", "regressions") == []


def test_shares_alone_may_fall_too(told, spec):
    tell, found = told
    tell([spec(share="0.6")], "H1")
    tell([spec(share="0.5")], "Q3")
    assert found("earlier_actual_text, actual_text, fell_by", "regressions") == [("60.0%", "50.0%", None)]


def test_what_says_nothing_new_since_a_quarter_is_stale_since_it_first_said_so(told, spec):
    tell, found = told
    for period in ("Q1", "H1", "Q3"):
        tell(
            [
                spec(target="100", actual="60"),
                spec(name="食堂", target="9", actual="9"),
                spec(name="失业率", kind="rate", target="5", actual="4", unit="%"),
                spec(name="大桥通车", kind="milestone", said="ongoing", due=date(2031, 12, 31)),
                spec(name="公园", share="0.4" if period == "Q1" else "0.5"),
                spec(name="道路", target="90", actual={"Q1": "10", "H1": "20", "Q3": "30"}[period]),
            ],
            period,
        )
    assert found("name, what, since_period, earlier_period", "stale") == [
        ("公园", "share", "H1", "H1"),
        ("大桥通车", "words", "Q1", "H1"),
        ("改造窗口", "figure", "Q1", "H1"),
    ]


def test_a_month_without_news_is_not_stale(told, spec):
    tell, found = told
    for month, actual in ((5, "50"), (7, "60"), (8, "60")):
        tell([spec(target="100", actual=actual)], f"M{month:02d}", cutoff=date(2031, month, 31))
    assert found("name", "stale") == []


def test_a_promise_of_which_the_year_no_longer_speaks_is_found(told, spec):
    tell, found = told
    names = ("改造窗口", "旧桥", "食堂", "公园")
    tell([spec(name=name, target="100", actual="40") for name in names], "Q1")
    tell([spec(name=name, target="100", actual="40") for name in names[:3]], "H1")
    columns = "name, period, last_period, target_text, last_status, kept_share, sentence, newest_url"
    assert found(columns, "dropped_targets") == [
        (
            "公园", "H1", "Q1", "100项", "on_track", 0.75, "公园目标100项，实绩40项。",
            "https://lanqiao.example/test_a_promise_of_which_the_year_no_longer_speaks_is_found/1.shtml",
        )
    ]  # fmt: skip


def test_what_was_kept_is_named_moved_or_told_by_another_report_is_not_dropped(told, spec):
    tell, found = told
    names = ("改造窗口", "旧桥", "食堂")
    tell([spec(name=name, target="100", actual="40") for name in names]
         + [spec(name="公园", target="9", actual="9"), spec(name="步道", target="9", actual="1"),
            spec(name="半年开工", target="40", actual="20", due=date(2031, 3, 31))], "Q1")  # fmt: skip
    moved = spec(name="新增步道", target="9", actual="3")
    tell([*(spec(name=name, target="100", actual="60") for name in names[:2]), moved], "H1", title="食堂另行报告")
    assert found("name", "dropped_targets") == [("食堂",)]  # a title is no part of the text

    tell([spec(name="亭子", target="1", actual="1")], "Q3")
    assert found("name", "dropped_targets") == []


def test_a_target_that_was_changed_within_the_year_is_found_with_both_sentences(told, spec):
    tell, found = told
    limit = {"kind": "ceiling", "operator": "<=", "unit": "起", "direction": "down", "name": "事故"}
    date_of = {"kind": "milestone", "name": "大桥", "said": "ongoing"}
    tell([spec(target="100", actual="60"), spec(name="旧桥", target="5", actual="1"),
          spec(**limit, target="30", actual="9"), spec(**date_of, due=date(2031, 9, 30)),
          spec(name="增速", kind="rate", target="8", actual="8", unit="%")], "H1")  # fmt: skip
    tell([spec(target="90", actual="70"), spec(name="旧桥", target="6", actual="4"),
          spec(**limit, target="40", actual="9"), spec(**date_of, due=date(2031, 12, 31)),
          spec(name="增速", kind="rate", operator="~", target="8", actual="8", unit="%")], "Q3")  # fmt: skip
    assert found("name, change, what, changed_by", "changed_targets") == [
        ("事故", "lowered", "target", 10),
        ("增速", "lowered", "firmness", 0),
        ("大桥", "lowered", "deadline", None),
        ("改造窗口", "lowered", "target", -10),
        ("旧桥", "raised", "target", 1),
    ]
    sentences = ("改造窗口目标90项，实绩70项。", "改造窗口目标100项，实绩60项。")
    assert sentences in found("sentence, earlier_sentence", "changed_targets")


def test_a_target_in_another_unit_is_not_compared(told, spec):
    tell, found = told
    tell([spec(target="2", actual="1", unit="亿元", magnitude=10**8, noun="元")], "H1")
    tell([spec(target="20000", actual="15000", unit="万元", magnitude=10**4, noun="元")], "Q3")
    assert found("name", "changed_targets") == []
    tell([spec(target="30", actual="30", unit="家")], "FY")
    assert found("name", "changed_targets") == []


def test_a_target_in_another_unit_with_another_deadline_is_told_as_the_deadline_alone(told, spec):
    tell, found = told
    tell([spec(target="100", actual="60", due=date(2031, 12, 30))], "H1")
    tell([spec(target="30", actual="25", unit="家", due=date(2031, 12, 1))], "Q3")
    assert found("change, what, changed_by", "changed_targets") == [("raised", "deadline", None)]
    assert found("words", "alert_target_lowered") == []


def test_words_that_the_figures_do_not_bear_are_found(told, spec):
    tell, found = told
    tell([spec(target="100", actual="30", said="done"), spec(name="旧桥", target="100", actual="30", share="0.8"),
          spec(name="公园", target="100", actual="30", said="lagging"),
          spec(name="食堂", target="100", actual="90", said="done")])  # fmt: skip
    assert found("name, conflict, claim_text", "claims") == [
        ("改造窗口", "said_done", "已全部完成"),
        ("旧桥", "said_share", "80.0%"),
    ]
    assert found("name, over_pp", "stated_shares") == [("旧桥", 50)]


def test_a_stated_share_that_is_rounded_is_right(told, spec):
    tell, found = told
    tell([spec(target="86", actual="31", share="0.36"), spec(name="旧桥", target="100", actual="50", share="0.48")])
    assert found("name, over_pp", "stated_shares") == [("旧桥", -2)]


def test_the_year_is_missed_by_its_last_report_only(told, spec):
    tell, found = told
    tell([spec(target="100", actual="60"), spec(name="旧桥", target="4", actual="1")], "Q3")
    assert found("name", "year_missed") == []
    tell(
        [spec(target="100", actual="90"), spec(name="旧桥", target="4", actual="4"), spec(name="公园", target="3")],
        "FY",
    )
    assert found("name, short_by, noun, gap_pp", "year_missed") == [("改造窗口", 10, "项", -10)]


def test_a_forecast_goes_by_the_speed_so_far_and_says_what_is_required(told, spec):
    tell, found = told
    tell([spec(target="120", actual="30"), spec(name="旧桥", target="40", actual="39"),
          spec(name="食堂", target="9", actual="9"),
          spec(name="增速", kind="rate", target="8", actual="9", unit="%")], "H1")  # fmt: skip
    columns = (
        "name, run_rate, by_season, monthly_so_far, monthly_required, required_ratio, heading_share, outlook, status"
    )
    assert found(columns, "forecast") == [
        ("改造窗口", 60, None, 5, 15, 3, 0.5, "missed", "lagging"),
        ("旧桥", 78, None, 6.5, pytest.approx(1 / 6), pytest.approx(0.025641, rel=1e-4), 1.95, "kept", "on_track"),
        ("食堂", 18, None, 1.5, 0, 0, 2, "reached", "achieved"),
    ]


def test_last_year_tells_the_season(told, spec):
    tell, found = told
    tell([spec(target="100", actual="20")], "H1", year=2030)
    tell([spec(target="100", actual="100")], "FY", year=2030)
    tell([spec(target="120", actual="30")], "H1", year=2031)
    columns = "season_share, by_season, run_rate, outlook, status"
    assert found(columns, "forecast") == [(0.2, 150, 60, "kept", "lagging")]


def test_a_limit_and_a_level_that_is_to_fall_are_kept_from_below(told, spec):
    tell, found = told
    tell([spec(name="事故", kind="ceiling", accrues=True, operator="<=", target="40", actual="24", direction="down"),
          spec(name="死亡", kind="ceiling", accrues=True, operator="<=", target="40", actual="18", direction="down"),
          spec(name="漏损", kind="level", target="8", actual="9", baseline="10", direction="down"),
          spec(name="存量", kind="level", target="480", actual="400", baseline="360")], "H1")  # fmt: skip
    assert found("name, run_rate, monthly_required, outlook", "forecast") == [
        ("事故", 48, pytest.approx(16 / 6), "missed"),
        ("存量", 440, pytest.approx(80 / 6), "missed"),
        ("死亡", 36, pytest.approx(22 / 6), "kept"),
        ("漏损", 8, pytest.approx(-1 / 6), "kept"),
    ]
