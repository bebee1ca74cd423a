"""Many reports at once, from records and from workers' batches: the same rows, the same judgement, all or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import duckdb
import pytest

from tests.measured import assert_measured_as_now
from warehouse.batch import write_batch
from warehouse.bulk import load_batch, load_many
from warehouse.correcting import Figure, Ruling, rule
from warehouse.errors import BatchDamaged
from warehouse.inserting import insert_rows
from warehouse.load import load, record_visit
from warehouse.migrate import migrate
from warehouse.progress import progress
from warehouse.review import find
from warehouse.rows import Incoming
from warehouse.staging import HOME, Stage
from warehouse.store import connect_scratch

NOW = datetime(2031, 10, 20, 3, tzinfo=UTC)
TABLES = (*HOME.values(), "core.assessment")


@pytest.fixture
def incoming(spec, written, revised):
    """Four quarters of one bureau and one report of another, with everything that is stored of a report."""
    promises = [
        spec(target="120", actual="95", share="0.79", owner="城东街道"),
        spec(kind="rate", unit="%", target="8", actual="7.1", name="产值增速"),
        spec(kind="qualitative", name="优化流程"),
        spec(target="9", actual="3", said="lagging", name="上线事项", due=date(2031, 6, 30)),
    ]
    reports = [(written(promises, period), f"https://lanqiao.example/{period}.shtml") for period in ("Q1", "H1", "Q3")]
    other = written(promises[:1])
    found = [Incoming(revised(report, url), report, "1") for report, url in reports]
    return [*found, Incoming(revised(other, "https://b.example/1", source_id="b"), other, "1")]


def stored(con):
    return {table: con.execute(f"select * from {table} order by all").fetchall() for table in TABLES}


def staged(con):
    return {table: con.execute(f"select count(*) from temp.{table}").fetchone()[0] for table in HOME}


@pytest.fixture
def batch(incoming, tmp_path):
    folder = tmp_path / "o'clock" / "batch"
    write_batch(folder, incoming)
    return folder


def test_together_and_one_by_one_store_the_same(con, incoming):
    for one in incoming:
        load(con, one.revision, one.extraction, version="1", run_id="r", known_at=NOW)
    with connect_scratch() as other:
        loaded = load_many(other, incoming, run_id="r", known_at=NOW)
        assert len(loaded.extraction_ids) == 4
        assert stored(other) == stored(con)
        assert set(staged(other).values()) == {0}


def test_a_workers_batch_stores_the_same_as_if_it_were_many(con, incoming, batch, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr("warehouse.staging.FEW", 0)
        assert len(load_batch(con, batch, run_id="r", known_at=NOW).extraction_ids) == 4
    with connect_scratch() as other:
        load_many(other, incoming, run_id="r", known_at=NOW)
        assert stored(other) == stored(con)


def test_a_span_that_is_a_character_off_is_found_wherever_it_stands(con, incoming):
    one = incoming[0]
    numbers = sorted(one.extraction.quantities, key=lambda number: number.start)
    assert numbers[0].start < len(one.extraction.text) / 2 < numbers[-1].start
    for number in (numbers[0], numbers[-1]):
        for off in (-1, 1):
            moved = replace(number, start=number.start + off, end=number.end + off)
            others = tuple(other for other in numbers if other is not number)
            wrong = replace(one, extraction=replace(one.extraction, quantities=(*others, moved)))
            (refusal,) = load_many(con, [wrong], run_id="r", known_at=NOW).refused
            assert (refusal.start, refusal.expected) == (moved.start, number.text)


def test_a_report_is_planned_once_and_again_after_a_table_came_and_went(con, incoming, monkeypatch):
    plans = []
    prepare = Stage._prepare
    monkeypatch.setattr(Stage, "_prepare", lambda stage, plan, sql: (plans.append(plan), prepare(stage, plan, sql)))
    load_many(con, incoming[:1], run_id="r", known_at=NOW)
    first = sorted(plans)
    load_many(con, incoming[1:2], run_id="r", known_at=NOW)
    assert sorted(plans) == first  # a plan by each name, and none anew
    insert_rows(con, "ops.rule_setting", ("name", "value"), [("unused", Decimal(1))])
    load_many(con, incoming[2:3], run_id="r", known_at=NOW)
    assert sorted(plans) == sorted(first * 2)
    assert len(stored(con)["core.report"]) == 3


def test_a_document_is_kept_once_however_many_of_its_revisions_come(con, incoming):
    for sha256s in (("a", "b"), ("b", "c")):
        revisions = [replace(incoming[0].revision, sha256=sha256 * 64) for sha256 in sha256s]
        load_many(con, [replace(incoming[0], revision=one) for one in revisions], run_id="r", known_at=NOW)
    kept = stored(con)
    assert [len(kept[table]) for table in ("raw.document", "raw.revision", "core.report")] == [1, 3, 3]


def test_what_is_stored_is_left_out(con, incoming, batch):
    load_many(con, incoming[:2], run_id="r", known_at=NOW)
    later = {"run_id": "later", "known_at": NOW + timedelta(days=1)}
    assert len(load_batch(con, batch, **later).extraction_ids) == 2
    before = stored(con)
    assert load_batch(con, batch, **later).extraction_ids == ()
    assert load_many(con, incoming, **later).extraction_ids == ()
    assert stored(con) == before
    assert len(progress(con, latest=False)) == 13


def test_a_report_whose_records_do_not_stand_there_stops_itself_alone(con, incoming):
    bad = replace(incoming[1], extraction=replace(incoming[1].extraction, text="x" + incoming[1].extraction.text))
    loaded = load_many(con, [incoming[0], bad, *incoming[2:]], run_id="r", known_at=NOW)
    assert [error.url for error in loaded.refused] == ["https://lanqiao.example/H1.shtml"]
    assert len(loaded.extraction_ids) == 3
    urls = con.execute("select distinct url from raw.document").fetchall()
    assert sorted(urls) == [
        ("https://b.example/1",), ("https://lanqiao.example/Q1.shtml",), ("https://lanqiao.example/Q3.shtml",),
    ]  # fmt: skip


def test_the_stage_says_what_the_views_say(con, incoming):
    load_many(con, incoming, run_id="r", known_at=NOW)
    views = "select * from core.v_assessment order by all"
    kept = "select * exclude (known_at) from core.assessment order by all"
    columns = [name for name, *_ in con.execute("describe core.v_assessment").fetchall()]
    assert (
        con.execute(views).fetchall()
        == con.execute(f"select {', '.join(columns)} from ({kept}) order by all").fetchall()
    )


def test_a_person_is_heard_when_the_same_is_read_again(con, incoming):
    load_many(con, incoming, run_id="r", known_at=NOW)
    row = next(one for one in progress(con, source_id="lanqiao-zwj") if one.name == "改造窗口")
    (entry,) = find(con, row.review_id)
    rule(con, entry, Ruling("corrected", "typo", "li", actual=Figure(Decimal(59), "项", "项")), NOW)
    again = [replace(one, version="2") for one in incoming]
    at = NOW + timedelta(days=1)
    load_many(con, again, run_id="r2", known_at=at)
    assert con.execute(
        "select count(*) from core.assessment where correction_id is not null and known_at = ?", [at]
    ).fetchone() == (1,)
    differs = con.execute(
        "select count(*) from core.v_assessment as now inner join core.assessment as kept"
        " on now.assessment_id = kept.assessment_id where now.status <> kept.status"
    )
    assert differs.fetchone() == (0,)


def test_each_is_measured_once_and_as_it_would_be_now(con, incoming):
    load_many(con, incoming, run_id="r", known_at=NOW)
    row = next(one for one in progress(con, source_id="lanqiao-zwj") if one.name == "改造窗口")
    (entry,) = find(con, row.review_id)
    rule(con, entry, Ruling("corrected", "typo", "li", actual=Figure(Decimal(59), "项", "项")), NOW)
    assert con.execute("select actual_base from core.measurement where is_corrected").fetchall() == [(59,)]
    assert_measured_as_now(con)


def test_with_other_views_all_is_measured_anew_share_after_share(con, incoming, monkeypatch):
    load_many(con, incoming, run_id="r", known_at=NOW)
    kept = con.execute("select * from core.measurement order by all").fetchall()
    con.execute("update core.measurement set method = 'of older views', pace = 0")
    con.execute("update ops.view_set set sha256 = 'older'")
    monkeypatch.setattr("warehouse.measuring._AT_ONCE", 2)
    migrate(con, ":memory:")
    assert con.execute("select * from core.measurement order by all").fetchall() == kept


def test_what_the_register_says_counts_at_once(con, incoming):
    load_many(con, incoming[:1], run_id="r", known_at=NOW)
    (key,) = con.execute("select indicator_key from core.indicator where name = '改造窗口'").fetchone()
    con.execute(
        "insert into core.promised by name select ? as indicator_key, true as outranks, 'e' as target_entry_id,"
        " 'e' as register_id, 'curated' as origin, 'cumulative' as kind, 'up' as direction, true as accrues,"
        " '>=' as operator, '项' as unit, '项' as noun, '400项' as text, false as countable, 400 as base,"
        " now() as known_at",
        [key],
    )
    load_many(con, [replace(one, version="2") for one in incoming[:1]], run_id="r", known_at=NOW)
    found = con.execute("select target_base, target_origin from core.assessment where target_entry_id = 'e'")
    assert found.fetchall() == [(400, "curated")]


def test_quarterly_nodes_are_no_pace_for_a_figure_of_the_year_before(con, spec, written, revised):
    report = written([spec(target="120", actual="50", cutoff=date(2030, 12, 31))])
    one = Incoming(revised(report), report, "1")
    load_many(con, [one], run_id="r", known_at=NOW)
    con.execute(
        "insert into core.promised by name select indicator_key, false as outranks, 'e' as register_id,"
        " 0.2 as node_q1, 0.5 as node_h1, 0.7 as node_q3, now() as known_at from core.indicator"
    )
    load_many(con, [replace(one, version="2")], run_id="r", known_at=NOW)
    found = con.execute("select status, ground, pace, pace_by from core.assessment").fetchall()
    assert found == [("unknown", "no_cutoff", None, None)] * 2


def test_reports_of_one_batch_are_baseline_by_their_source(con, incoming):
    record_visit(con, "b", "r0", NOW, 1, 1, None)
    load_many(con, incoming, run_id="r", known_at=NOW)
    found = con.execute("select distinct source_id, is_baseline from core.report order by source_id")
    assert found.fetchall() == [("b", False), ("lanqiao-zwj", True)]


def test_an_error_leaves_neither_rows_nor_a_stage(con, incoming):
    task = replace(incoming[0].extraction.tasks[0], clauses=("第七条",))
    bad = replace(incoming[0], extraction=replace(incoming[0].extraction, tasks=(task,)))
    with pytest.raises(Exception, match="第七条"):
        load_many(con, [bad, *incoming[1:]], run_id="r", known_at=NOW)
    assert set(staged(con).values()) == {0}
    assert con.execute("select current_setting('enable_optimizer')").fetchone() == (True,)
    assert len(load_many(con, incoming, run_id="r", known_at=NOW).extraction_ids) == 4


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        ("copy (select * replace ('x' as extraction_id) from '{}') to '{}'", "belong to no report"),
        ("copy (select * from '{}' limit 0) to '{}'", "no text"),
        ("copy (select 1 as one from '{}') to '{}'", "one"),
    ],
)
def test_a_batch_that_is_not_whole_is_refused(con, batch, spoil, said):
    table = "text" if said == "no text" else "target"
    with duckdb.connect() as other:
        names = (str(batch / f"{name}.parquet").replace("'", "''") for name in (table, "new"))
        other.execute(spoil.format(*names))
    (batch / "new.parquet").replace(batch / f"{table}.parquet")
    with pytest.raises(BatchDamaged, match=said) as caught:
        load_batch(con, batch, run_id="r", known_at=NOW)
    assert "\n" not in str(caught.value)
    assert con.execute("select count(*) from core.report").fetchone() == (0,)


def test_a_missing_file_is_said(con, batch):
    (batch / "claim.parquet").unlink()
    with pytest.raises(BatchDamaged, match=r"claim\.parquet"):
        load_batch(con, batch, run_id="r", known_at=NOW)
