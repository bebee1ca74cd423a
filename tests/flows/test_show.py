"""What a person sees on no terminal: columns that align although Chinese is two wide, and marked sentences."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from flows.show import lagging_lines, lagging_rows, listing, marked, scoreboard, width
from warehouse.records import Progress

ROW = Progress(
    assessment_id="a", indicator_key="k", source_id="x-kjj", bureau="某市科技局", region="某市", year=2026, period="Q3",
    cutoff=None, published_on=None, url="http://kjj.example/1", sha256="", report_title="", task_number="一",
    task_title="平台", clauses=(), departments=(), name="新建平台", owner=None, tier="firm", kind="cumulative",
    target_text="20家", actual_text="8家", completion=Decimal("0.4"), pace=Decimal("0.75"), gap_pp=Decimal("-35"),
    status="lagging", severity="severe", basis="figure", reason="完成8家/20家", claim_text=None,
    sentence="新建平台8家，目标20家。", marks=((4, 6), (9, 12)), confidence=1.0, is_baseline=False,
)  # fmt: skip


def test_numbers_of_the_sentence_are_marked() -> None:
    assert marked(ROW) == "新建平台【8家】，目标【20家】。"


def test_columns_align(capsys: pytest.CaptureFixture[str]) -> None:
    listing(["name", "n"], [["科技局", "1"], ["ab", "2"]])
    lines = capsys.readouterr().out.splitlines()
    assert {width(line[: line.rindex(" ") + 1]) for line in lines} == {8}


def test_the_scoreboard_counts(capsys: pytest.CaptureFixture[str]) -> None:
    scoreboard([ROW, replace(ROW, status="achieved"), replace(ROW, status="achieved", bureau="某市民政局")])
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1].split() == ["all", "1", "0", "2", "0", "0", "0", "0"]
    assert len(lines) == 6  # a title, two of the header, two bureaus, the sum


def test_the_worst_lag_comes_first(capsys: pytest.CaptureFixture[str]) -> None:
    slight = replace(ROW, severity="slight", gap_pp=Decimal("-5"), name="轻")
    in_words = replace(ROW, severity=None, gap_pp=None, name="自报")
    lagging_rows([slight, in_words, ROW])
    out = capsys.readouterr().out
    assert out.index("新建平台  [severe]") < out.index("轻  [slight]") < out.index("自报  [as the bureau says]")
    assert "-35.0 points" in out


def test_only_the_worst_where_there_are_many(capsys: pytest.CaptureFixture[str]) -> None:
    lagging_rows([ROW, replace(ROW, severity="slight", name="轻")], most=1)
    out = capsys.readouterr().out
    assert "Lagging (2)" in out
    assert "轻" not in out
    assert "1 more: 'duban status --lagging'" in out


def test_what_a_lag_rests_on_and_whether_it_is_told() -> None:
    overdue = replace(ROW, severity=None, gap_pp=None, kind="milestone")
    assert "[overdue]" in lagging_lines(overdue)[0]
    assert "[severe, a stretch goal: not told]" in lagging_lines(replace(ROW, tier="stretch"))[0]


def test_an_address_is_printed_as_people_read_it() -> None:
    assert lagging_lines(replace(ROW, url="file:///srv/%E6%8A%A5%E5%91%8A.txt"))[-1].strip() == "file:///srv/报告.txt"


def test_nothing_lags(capsys: pytest.CaptureFixture[str]) -> None:
    lagging_rows([replace(ROW, status="on_track")])
    assert capsys.readouterr().out == "Nothing lags.\n"
