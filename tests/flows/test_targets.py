"""Targets from files and from breakdown documents: read, matched, weighed, and judged by."""

from __future__ import annotations

import hashlib
from contextlib import nullcontext
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pytest

from connectors.readers import read
from extraction.document import Document
from extraction.reading import extract
from flows import targets_import
from flows.following import follow
from flows.keeping import _load
from flows.problems import MisuseError
from flows.reading import Reading, understood
from flows.settings import Settings
from flows.targets_file import read_targets
from flows.targets_import import import_targets
from flows.targets_rows import Usual
from flows.visiting import Visit
from tests.measured import assert_measured_as_now
from warehouse import register
from warehouse.findings import findings
from warehouse.load import load, register_source
from warehouse.records import Revision

pytestmark = pytest.mark.integration  # whole commands over the whole sample: seconds each

NOW = datetime(2021, 10, 20, tzinfo=UTC)  # before the clock, by which words are kept
SOURCE = ("lanqiao-kjj", "岚桥市科学技术局", "岚桥市", "https://kjj.example/", "trs")
REPORT = """岚桥市科学技术局2031年前三季度目标任务进展情况
一、创新平台（第7条）。新建市级创新平台24家。
前三季度，新建市级创新平台16家。
二、企业培育（第8条）。科技型中小企业保有量达到900家。
截至9月底，科技型中小企业保有量862家。
"""
HEADINGS = "年度,牵头单位,配合单位,条款,指标,年度目标,单位,基数,一季度,上半年,前三季度,完成时限"
FILE = f"""{HEADINGS}
2031,市科技局,"市财政局、市发改委",7,新建市级创新平台,30,家,,10%,30%,16家,11月底前
2031,市科技局,,8,科技型中小企业保有量,900,家,860,,,,
"""
PLAN = """<html><head><title>岚桥市2031年政府工作报告责任分解方案</title></head><body>
<p>现将2031年政府工作报告目标任务责任分解如下。</p><table>
<tr><th>序号</th><th>目标任务</th><th>牵头单位</th><th>配合单位</th><th>完成时限</th></tr>
<tr><td>1</td><td>新建市级创新平台28家。</td><td>市科技局</td><td>市发改委、各区政府</td><td>12月底前</td></tr>
<tr><td>2</td><td>城镇新增就业3.5万人，上半年完成55%。</td><td>市人社局</td><td></td><td>全年</td></tr>
<tr><td>3</td><td>加强知识产权保护</td><td>市市场监管局</td><td></td><td>持续推进</td></tr>
</table><p>2031年2月10日</p></body></html>"""


def put(con, text, url="https://kjj.example/q3"):
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    revision = Revision(SOURCE[0], url, sha256, NOW, "text/plain", text.splitlines()[0])
    return load(con, revision, extract(Document.from_text(text)), version="1", run_id="r", known_at=NOW)


@pytest.fixture
def reported(con):
    register_source(con, *SOURCE)
    put(con, REPORT)
    follow(con, SOURCE[0], NOW)
    yield con
    assert_measured_as_now(con)


@pytest.fixture
def brought(reported, tmp_path, monkeypatch):
    """Import a file's text into that warehouse."""
    monkeypatch.setattr(targets_import, "writer", lambda settings: nullcontext(reported))
    monkeypatch.setattr(targets_import, "publish_copy", lambda settings: None)
    settings = Settings(data=tmp_path, sources=tmp_path, reviewer="王")

    def bring(text, name="targets.csv", usual=Usual()):  # noqa: B008 - frozen
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return import_targets(settings, path, usual)

    return bring


def judged(con, name):
    found = con.execute(
        "select target_text, status, completion, pace, pace_by, target_origin, reason, due, co_units"
        " from mart.progress where name = ?", [name],
    )  # fmt: skip
    return found.fetchall()[0]


def test_a_curated_file_gives_targets_nodes_and_baselines_to_what_is_reported(reported, brought):
    assert judged(reported, "科技型中小企业保有量")[1] == "unknown"
    done = brought(FILE)
    assert (done.rows, done.new, done.refused) == (2, 2, ())
    target, status, completion, pace, pace_by, origin, reason, due, helped = judged(reported, "新建市级创新平台")
    assert (target, status, pace_by, origin, due) == ("30家", "on_track", "nodes", "curated", date(2031, 11, 30))
    assert (completion, pace) == (Decimal("0.533333333"), Decimal("0.533333333"))
    assert reason == "完成16家/30家＝53.3%，季度节点53.3%（期限2031年11月30日）（目标据目标库）"
    assert helped == ["市财政局", "市发改委"]
    target, status, completion, *_ = judged(reported, "科技型中小企业保有量")
    assert (target, status, completion) == ("900家", "lagging", Decimal("0.050000000"))


def test_the_same_file_twice_adds_nothing_and_a_changed_target_is_a_row_beside_the_old_one(reported, brought):
    brought(FILE)
    assert brought(FILE, "other-name.csv").new == 0
    assert brought(FILE.replace("900,家", "950,家")).new == 1
    assert judged(reported, "科技型中小企业保有量")[0] == "950家"
    texts = reported.execute("select text from core.register_entry where name like '科技型%' order by known_at")
    assert texts.fetchall() == [("900家",), ("950家",)]


def test_the_order_of_authority_is_a_setting_that_counts_for_what_was_read_before(reported, brought):
    brought(FILE)
    register.set_authority(reported, ["heading", "breakdown", "curated"], datetime.now(UTC))
    target, status, _, _, pace_by, origin, *_ = judged(reported, "新建市级创新平台")
    assert (target, status, pace_by, origin) == ("24家", "on_track", "nodes", "heading")
    register.set_authority(reported, ["curated", "breakdown", "heading"], datetime.now(UTC))
    assert judged(reported, "新建市级创新平台")[0] == "30家"


def test_a_heading_that_promises_less_than_the_file_is_told_with_both_sentences(reported, brought):
    brought(FILE)
    found = reported.execute(
        "select name, change, what, target_text, earlier_target_text, earlier_origin, sentence, earlier_sentence"
        " from mart.changed_targets"
    ).fetchall()
    assert [row[:6] for row in found] == [("新建市级创新平台", "lowered", "origin", "24家", "30家", "curated")]
    assert "16家" in found[0][6]
    assert "年度目标：30" in found[0][7]
    (one,) = findings(reported, ["target_lowered"])
    assert one.words == "目标不一：报告为24家，目标库为30家"


def test_a_row_that_is_wrong_is_a_line_that_says_where_and_what_to_write(brought):
    done = brought(f"""{HEADINGS.replace("年度目标", "年度目标（亿元）")},类型
2031,市科技局,,,技术合同成交额,90,,,20,,,,
2031,市科技局,,,科技成果转化,很多,项,,,,,,
2031,,,,失业率,5.5%以内,,,,,,,
二〇三一,市科技局,,,科技成果转化,160,项,,,,,,
2031,市卫健局,,,新增床位,100,张,,,,,,
2031,市科技局,,,研发投入增速,10%,,,25%,,,,
2031,市科技局,,,技术合同成交额,95,,,,,,,
2031,市科技局,,,科技成果转化,160项,,,300项,,,,
2031,市科技局,,,科技成果转化,160项,,,,,,13月,
2031,市科技局,,,科技成果转化,160项,,,,,,,好
""")
    assert (done.rows, done.new) == (10, 1)
    told = [str(problem).partition("targets.csv: ")[2].partition(": ") for problem in done.refused]
    assert [where for where, _, _ in told] == [
        "row 3, column 年度目标（亿元）", "row 4, column 牵头单位", "row 5, column 年度", "row 6, column 牵头单位",
        "row 7, column 一季度", "row 8, column 指标", "row 9, column 一季度", "row 10, column 完成时限",
        "row 11, column 类型",
    ]  # fmt: skip
    assert all(";" in remedy for _, _, remedy in told if "fall" not in remedy and "neither" not in remedy)


def test_a_workbook_is_read_as_it_is_shown_and_text_in_the_encoding_of_excel(brought, tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["岚桥市2031年目标库"])
    book.active.append(["year", "lead", "indicator", "annual target", "unit", "q1"])
    book.active.append([2031, "市科技局", "新建市级创新平台", 30, "家", 0.25])
    book.active.append([2031, "市科技局", "研发投入增速", 0.08, None, None])
    book.active["F3"].number_format = book.active["D4"].number_format = "0%"
    book.save(tmp_path / "targets.xlsx")
    rows = read_targets(tmp_path / "targets.xlsx").rows
    assert [(row.number, row["target"], row["node_q1"]) for row in rows] == [(3, "30", "25%"), (4, "8%", "")]
    assert brought(FILE.encode("gb18030")).new == 2


def test_a_file_without_headings_is_refused_in_one_line(brought):
    with pytest.raises(MisuseError, match=r"no row of headings .*指标、年度目标"):
        brought("a,b\n1,2\n")


def test_a_breakdown_document_goes_to_the_register_and_not_among_the_reports(reported):
    document = read(PLAN.encode(), "text/html", "https://zfb.example/plan")
    register_source(reported, "lanqiao-zfb", "岚桥市人民政府办公室", "岚桥市", "https://zfb.example/", "trs")
    extraction, plan = understood(document)
    revision = Revision("lanqiao-zfb", "https://zfb.example/plan", "f" * 64, NOW, "text/html", "责任分解方案")
    brought = Visit("lanqiao-zfb", NOW, readings=(Reading(revision, extraction, (), plan),))
    for _ in range(2):
        _load(reported, brought, "run")
    rows = reported.execute(
        "select name, target_text, lead, co_units, due, match, answered_by, place from mart.register"
        " order by target_text"
    ).fetchall()
    assert rows == [
        ("加强知识产权保护", "", "市市场监管局", [], None, "unanswered", None, "https://zfb.example/plan"),
        ("新建市级创新平台", "28家", "市科技局", ["市发改委", "各区政府"], date(2031, 12, 31), "answered",
         "lanqiao-kjj", "https://zfb.example/plan"),
        ("城镇新增就业", "3.5万人", "市人社局", [], date(2031, 12, 31), "unanswered", None, "https://zfb.example/plan"),
    ]  # fmt: skip
    assert reported.execute("select count(*) from mart.reports where source_id = 'lanqiao-zfb'").fetchall() == [(0,)]
    spans = reported.execute(
        "select substring(text.text, span_start + 1, span_end - span_start), node_h1 from core.register_entry"
        " inner join raw.text using (extraction_id) where value is not null order by 1"
    ).fetchall()
    assert spans == [("28家", None), ("3.5万人", Decimal("0.550000000"))]
    assert judged(reported, "新建市级创新平台")[:2] == ("28家", "lagging")


def test_a_report_is_no_breakdown_document():
    report = Document.from_text(REPORT)
    assert understood(report)[1] == ()
