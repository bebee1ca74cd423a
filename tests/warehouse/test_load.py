"""What comes in stays, once, and only where its text stands."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from warehouse.assessing import set_threshold
from warehouse.errors import SpanMismatch
from warehouse.load import known_revisions, load, record_run, record_visit, register_source
from warehouse.progress import assess_in_memory, progress

NOW = datetime(2031, 10, 20, 3, tzinfo=UTC)
SOURCE = ("lanqiao-zwj", "岚桥区政务局", "岚桥区", "https://lanqiao.example/", "trs")


def put(con, revision, extraction, *, version="1", run_id="run-1", known_at=NOW):
    return load(con, revision, extraction, version=version, run_id=run_id, known_at=known_at)


def counts(con):
    tables = con.execute(
        "select schema_name || '.' || table_name from duckdb_tables() where schema_name in ('raw', 'core')"
    ).fetchall()
    return {table: con.execute(f"select count(*) from {table}").fetchone()[0] for (table,) in tables}


def test_progress_tells_the_whole_story(con, spec, written, revised):
    register_source(con, *SOURCE)
    extraction = written([spec(target="120", actual="95", share="0.79", owner="城东街道")])
    put(con, revised(extraction), extraction)
    (row,) = progress(con)
    assert (row.source_id, row.bureau, row.region, row.year, row.period) == (
        "lanqiao-zwj", "岚桥区政务局", "岚桥区", 2031, "Q3",
    )  # fmt: skip
    assert (row.cutoff, row.published_on) == (date(2031, 9, 30), date(2031, 10, 18))
    assert (row.task_number, row.clauses, row.departments) == ("一", (7,), ("窗口科",))
    assert (row.name, row.owner, row.target_text, row.actual_text) == ("改造窗口", "城东街道", "120项", "95项")
    assert (row.status, row.completion, row.pace) == ("on_track", Decimal("0.791666667"), Decimal("0.75"))
    assert row.sentence == "改造窗口目标120项，实绩95项，完成年度任务的79.00%。"
    assert [row.sentence[start:end] for start, end in row.marks] == ["120项", "95项", "79.00%"]
    assert (row.claim_text, row.confidence, row.is_baseline) == ("79.00%", 0.95, True)


def test_loading_twice_changes_nothing(con, spec, written, revised):
    extraction = written([spec(target="120", actual="95"), spec(target="9", actual="9", name="上线事项")])
    revision = revised(extraction)
    first = put(con, revision, extraction)
    before = counts(con)
    assert put(con, revision, extraction, run_id="run-2", known_at=NOW + timedelta(days=1)) == first
    assert counts(con) == before
    assert known_revisions(con, "lanqiao-zwj") == {(revision.url, revision.sha256)}


@pytest.mark.parametrize(
    "record", ["quantity", "target", "actual", "claim", "finding outside the text", "part outside the text"]
)
def test_a_record_whose_text_does_not_stand_there_stores_nothing(con, spec, written, revised, changed, record):
    extraction = written([spec(target="120", actual="95", share="0.5")])
    (task,), (one,) = extraction.tasks, extraction.tasks[0].indicators
    if record == "quantity":
        extraction = changed(extraction, quantities=(changed(extraction.quantities[0], text="121项"),))
    elif record.startswith("finding"):
        extraction = changed(extraction, findings=(changed(extraction.findings[0], end=10**6),))
    else:
        broken = {
            "target": {"target": changed(one.target, text="12O项")},
            "actual": {"actual": changed(one.actual, start=one.actual.start - 1)},
            "claim": {"claims": (changed(one.claims[0], text="已完成"),)},
            "part outside the text": {"actual": changed(one.actual, parts=((-3, 2),))},
        }[record]
        extraction = changed(extraction, tasks=(changed(task, indicators=(changed(one, **broken),)),))
    with pytest.raises(SpanMismatch) as caught:
        put(con, revised(extraction), extraction)
    assert "\n" not in str(caught.value)
    assert caught.value.url in str(caught.value)
    assert caught.value.remedy in str(caught.value)
    assert set(counts(con).values()) == {0}


def test_a_long_text_is_looked_into_at_every_place(con, spec, written, revised, changed):
    extraction = written([spec(target=str(1000 + n), actual=str(2000 + n), name=f"事项{n}") for n in range(250)])
    assert len(extraction.text) > 4000
    put(con, revised(extraction), extraction)
    for number in (0, 110, 249):
        last = extraction.quantities[number]
        wrong = changed(last, text=f"9{last.text}")
        broken = changed(extraction, quantities=tuple(wrong if q is last else q for q in extraction.quantities))
        with pytest.raises(SpanMismatch) as caught:
            put(con, revised(broken), broken, version="2")
        assert last.text in str(caught.value)


def test_an_error_in_the_middle_of_a_load_stores_nothing(con, spec, written, revised, changed):
    extraction = written([spec(target="120", actual="95")])
    task = changed(extraction.tasks[0], clauses=("第七条",))  # a clause is a number: the database refuses it
    extraction = changed(extraction, tasks=(task,))
    with pytest.raises(Exception, match="第七条"):
        put(con, revised(extraction), extraction)
    assert set(counts(con).values()) == {0}


def test_a_corrected_republication_supersedes_and_the_old_one_stays(con, spec, written, revised):
    first = written([spec(target="120", actual="59"), spec(target="9", actual="1", name="上线事项")])
    corrected = written([spec(target="120", actual="95")])
    put(con, revised(first), first)
    put(con, revised(corrected, fetched_at=NOW), corrected, run_id="run-2")
    (row,) = progress(con)
    assert (row.actual_text, row.status) == ("95项", "on_track")
    assert con.execute("select count(*) from core.actual").fetchone() == (3,)
    assert con.execute("select count(*) from raw.document").fetchone() == (1,)


def test_the_newer_of_two_reports_on_one_period_holds_for_what_it_names(con, spec, written, revised):
    first = written([spec(target="120", actual="59"), spec(target="9", actual="9", name="上线事项")])
    second = written([spec(target="120", actual="95")])
    put(con, revised(second, "https://lanqiao.example/t2.shtml", published_on=date(2031, 11, 2)), second)
    put(con, revised(first), first)
    assert {row.name: row.actual_text for row in progress(con)} == {"改造窗口": "95项", "上线事项": "9项"}


def test_a_newer_extraction_stands_beside_the_older_and_is_shown(con, spec, written, revised):
    older = written([spec(target="120")])
    newer = written([spec(target="120", actual="95")])
    revision = revised(older)
    put(con, revision, older, version="1")
    record_visit(con, "lanqiao-zwj", "run-1", NOW, 1, 1, None)
    put(con, revision, newer, version="2", run_id="run-2", known_at=NOW + timedelta(days=1))
    (row,) = progress(con)
    assert (row.status, row.is_baseline) == ("on_track", True)
    assert con.execute("select list(version order by version) from core.report").fetchone() == (["1", "2"],)


def test_only_the_newest_period_is_latest(con, spec, written, revised):
    for period, actual in (("Q3", "95"), ("Q1", "20"), ("H1", "40")):
        report = written([spec(target="120", actual=actual)], period)
        put(con, revised(report, f"https://lanqiao.example/{period}.shtml"), report)
    unknown = written([spec(target="120", actual="1")], None, year=None)
    put(con, revised(unknown, "https://lanqiao.example/unknown.shtml"), unknown)
    assert [row.period for row in progress(con)] == ["Q3"]
    everything = progress(con, latest=False)
    assert [row.period for row in everything] == ["Q1", "H1", "Q3", None]
    assert len({row.indicator_key for row in everything if row.period}) == 1
    assert [row.actual_text for row in progress(con, period="H1")] == ["40项"]
    assert [row.period for row in progress(con, latest=False, lagging=True)] == ["Q1", "H1"]


def test_only_reports_of_the_first_good_visit_are_baseline(con, spec, written, revised):
    def loaded(period, run_id):
        report = written([spec(target="120", actual="95")], period)
        put(con, revised(report, f"https://lanqiao.example/{period}.shtml"), report, run_id=run_id)

    record_visit(con, "lanqiao-zwj", "run-0", NOW, 0, 0, "the list has 0 rows")
    loaded("Q1", "run-1")
    record_visit(con, "lanqiao-zwj", "run-1", NOW, 1, 1, None)
    loaded("H1", "run-1")
    loaded("Q3", "run-2")
    found = con.execute("select period, is_baseline from mart.reports order by period_rank").fetchall()
    assert found == [("Q1", True), ("H1", True), ("Q3", False)]


def test_a_source_is_registered_once_and_again_when_it_changed(con):
    register_source(con, *SOURCE)
    register_source(con, *SOURCE)
    assert con.execute("select count(*) from core.source").fetchone() == (1,)
    register_source(con, "lanqiao-zwj", "岚桥区政务和数据局", *SOURCE[2:])
    assert con.execute("select bureau from core.v_source").fetchall() == [("岚桥区政务和数据局",)]
    assert con.execute("select count(*) from core.source").fetchone() == (2,)


def test_visits_and_runs_are_recorded_once(con):
    register_source(con, *SOURCE)
    for _ in range(2):
        record_visit(con, "lanqiao-zwj", "run-1", NOW, 3, 1, None)
        record_visit(con, "lanqiao-zwj", "run-2", NOW + timedelta(hours=1), 0, 0, "unreachable")
        record_run(con, "run-1", "watch", NOW, None, "running")
        record_run(con, "run-1", "watch", NOW, NOW, "completed", "1 new")
    health = "select listed, failures_in_a_row, last_error, last_good_visit_at, reports from mart.source_health"
    assert con.execute(health).fetchall() == [(0, 1, "unreachable", NOW, 0)]
    assert con.execute("select list(outcome order by outcome) from ops.run").fetchone() == (["completed", "running"],)


def test_extract_uses_the_same_rule_in_the_order_of_the_report(con, spec, written, revised):
    extraction = written(
        [spec(target="120", actual="95"), spec(kind="qualitative", name="优化流程"), spec(target="9", name="上线事项")]
    )
    put(con, revised(extraction), extraction)
    rows = assess_in_memory(extraction)
    assert [row.name for row in rows] == ["改造窗口", "优化流程", "上线事项"]
    stored = [(row.status, row.gap_pp, row.reason) for row in progress(con)]
    assert [(row.status, row.gap_pp, row.reason) for row in rows] == stored


def test_an_empty_report_is_kept_as_a_report(con, written, revised, changed):
    extraction = changed(written([]), tasks=(), quantities=(), findings=())
    put(con, revised(extraction), extraction)
    assert progress(con) == []
    assert assess_in_memory(extraction) == []
    assert con.execute("select count(*) from mart.reports").fetchone() == (1,)


def test_a_threshold_judges_every_report_anew_and_few_of_them_at_a_time(con, spec, written, revised, monkeypatch):
    monkeypatch.setattr("warehouse.assessing._AT_ONCE", 2)
    for period in ("Q1", "H1", "Q3"):
        report = written([spec(target="120", actual="50"), spec(target="9", actual="9", name="培训人员")], period)
        put(con, revised(report, f"https://lanqiao.example/{period}.shtml"), report)
    set_threshold(con, "confidence_min", Decimal("0.99"), NOW + timedelta(days=1))
    found = con.execute(
        "select known_at, ground = 'low_confidence', count(*) from core.assessment group by all order by 1"
    )
    assert found.fetchall() == [(NOW, False, 6), (NOW + timedelta(days=1), True, 6)]
    assert con.execute("select count(*) from duckdb_tables() where table_name = 'anew'").fetchone() == (0,)
