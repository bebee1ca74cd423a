"""The bulletin: its customary parts, a note behind every figure, the same in Word and HTML, hostile text as text."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from alerting.bulletin import bulletin
from alerting.bulletin_document import Absent, Bulletin
from alerting.bulletin_docx import as_docx
from alerting.rendering import render
from tests.alerting.quarter import CEILING, ENDED, RATE, STATED
from tests.alerting.rows import row
from warehouse.records import Progress

HOSTILE = "<script>alert(1)</script>\r\n\x00\x0b\u202e\u2066=1+1{{7*7}}" + "长" * 10_000
ABSENT = Absent("云川市", "云川市教育局", "http://jyj.yunchuan.example/xxgk/")
QUIET: dict[str, Any] = {"severity": None, "gap_pp": None, "completion": None, "actual_text": None, "claim_text": None}


def rows() -> list[Progress]:
    stretch = row("rnd", name="研发投入强度", kind="rate", tier="stretch", severity="slight", gap_pp=Decimal("-0.2"))
    unseen = row("unseen", name="技术合同成交额", status="not_reported", reason="报告中未见", **QUIET)
    dyke = row("dyke", bureau="云川市水利局", name="堤防加固", sentence="堤防加固完成21家。", marks=())
    return [row(), RATE, CEILING, STATED, ENDED, stretch, unseen, dyke]


def paper(found: list[Progress] | None = None, absent: tuple[Absent, ...] = (ABSENT,)) -> Bulletin:
    known = rows() if found is None else found
    return bulletin(known, absent, year=2026, period="Q3", made_on=date(2026, 11, 2), copy="20261102T010000")


def words(content: bytes) -> str:
    """Every word of the document, with `[text of the note]` where one is referred to."""
    document = Document(io.BytesIO(content))
    notes = footnotes(content)
    said = []
    for element in document.element.body.iter(qn("w:t"), qn("w:footnoteReference"), qn("w:p")):
        if element.tag == qn("w:t"):
            said.append(element.text)
        else:
            said.append("\n" if element.tag == qn("w:p") else f"[{notes[element.get(qn('w:id'))]}]")
    return "".join(said)


def footnotes(content: bytes) -> dict[str, str]:
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("word/footnotes.xml"))
    return {note.get(qn("w:id")): "".join(note.itertext()).strip() for note in root.iter(qn("w:footnote"))}


def test_it_has_its_customary_parts_in_their_order() -> None:
    text = words(as_docx(paper()))
    parts = [
        "关于云川市2026年前三季度目标任务进展情况的督查通报", "〔2026〕第　　期", "各有关单位：",
        "现将截至2026年9月30日",
        "一、总体情况", "二、达到序时进度的事项", "三、滞后事项", "四、单位自评情况", "五、未能判定的事项",
        "六、下一步工作", "（签发单位）", "2026年　　月　　日", "非官方评价，签发前请逐项核对原文",
    ]  # fmt: skip
    assert sorted(parts, key=text.index) == parts
    steps = text.split("六、下一步工作")[1].split("（签发单位）")[0]
    assert steps.strip() == ""
    assert steps.count("\n") >= 5


def test_the_counts_add_up_and_stretch_goals_stand_apart() -> None:
    text = words(as_docx(paper()))
    assert "共收录2个单位的报告，识别指标8项：滞后6项、达到序时进度1项、未见报送1项。" in text
    assert "能够判定的7项中，达到序时进度或已完成的1项，占14.3%；滞后6项，其中严重滞后2项、力争目标1项。" in text
    assert text.index("云川市科学技术局（5项）") < text.index("云川市水利局（1项）")


def test_every_figure_has_a_note_to_its_words() -> None:
    text = words(as_docx(paper()))
    line = next(line for line in text.splitlines() if line.startswith("1．新增入库科技型中小企业"))
    assert "目标60家，实绩21家（完成35.0%），严重滞后，低于序时进度 40.0 个百分点。[" in line
    for part in ("《云川市科学技术局2026年三季度重点工作进展情况》", "2026年10月21日发布", "完成全年任务的35%",
                 "http://kjj.yunchuan.example/xxgk/t20261021_4107.shtml", "内容指纹 abababababab"):  # fmt: skip
        assert part in line
    for line in text.splitlines():
        if re.search(r"\d+．|共收录", line):
            assert line.endswith("]"), line
    assert "mart.progress" in text


def test_a_bureaus_claim_stands_beside_its_figures_as_it_was_said() -> None:
    document = Document(io.BytesIO(as_docx(paper())))
    (_, claims) = document.tables
    lines = [[cell.text for cell in line.cells] for line in claims.rows]
    assert lines[0] == ["单位", "指标", "按数据", "单位自评"]
    assert ["云川市科学技术局", "生产安全事故起数", "略超进度，超出序时控制进度 7.5 个百分点", "“总体可控”"] in lines


def test_what_was_not_found_is_never_called_not_done() -> None:
    text = words(as_docx(paper()))
    assert (
        "未检索到本期报告的单位（1个）\n云川市教育局：尚未收录过报告。[检索栏目：http://jyj.yunchuan.example/xxgk/]"
        in text
    )
    assert "不表示工作未开展或任务未完成" in text


def test_html_says_the_same_and_needs_nothing_from_elsewhere() -> None:
    made = paper()
    html = render("bulletin.html.j2", paper=made)
    flat = re.sub(r"<[^>]+>", "", html.split("<body>")[1])
    seen = re.sub(r"\s", "", unescape(flat))
    for block in made.blocks:
        for run in [*block.runs, *(run for line in block.table for cell in line for run in cell)]:
            assert re.sub(r"\s", "", run.text) in seen
    for note in made.notes:
        assert re.sub(r"\s", "", note) in seen
    assert not re.search(r"<(script|img|link|iframe)|src=|url\(|@import", html)
    assert html.count("<li id=") == len(made.notes)


def test_a_quarter_without_anything_says_so() -> None:
    text = words(as_docx(paper([], ())))
    assert "本期未收录到报告。" in text
    assert text.count("无。") == 3


@pytest.mark.parametrize("render_it", ["docx", "html"])
def test_hostile_text_comes_out_as_text(render_it: str) -> None:
    names = ("name", "task_title", "target_text", "actual_text", "reason", "claim_text", "report_title", "url", "owner")
    evil = row(**dict.fromkeys(names, HOSTILE), sentence=HOSTILE, marks=(), departments=(HOSTILE,))
    known = [replace(evil, bureau=HOSTILE, region=HOSTILE), replace(evil, status="not_reported")]
    made = paper(known, (Absent(HOSTILE, HOSTILE, HOSTILE),))
    if render_it == "html":
        html = render("bulletin.html.j2", paper=made)
        assert "<script" not in html
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x0b\r]", html)
        assert len(html) < 20_000
        return
    text = words(as_docx(made))
    assert "<script>alert(1)</script>" in text
    assert "{{7*7}}" in text
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x0b\r]", text)


def test_in_english_all_that_is_ours_is_english_and_the_figures_are_the_same() -> None:
    absent = (ABSENT, replace(ABSENT, newest=(2026, "H1")), replace(ABSENT, was_read=False))
    made = bulletin(
        rows(), absent, year=2026, period="Q3", made_on=date(2026, 11, 2), copy="c", region="Yunchuan", spoken="en"
    )
    text = words(as_docx(made))
    assert "Supervision bulletin: progress on the targets of Yunchuan, the first three quarters of 2026" in text
    assert "Reports of 2 bureaus, 8 indicators: lagging: 6" in text.replace("behind: 6", "lagging: 6")
    assert "7 that can be judged, 1 are on pace or met (14.3%); 6 are behind, 2 of them severely, 1 of them" in text
    assert "the newest report on record is on H1 2026." in text
    theirs = [one for row in rows() for one in (row.name, row.bureau, row.target_text, row.actual_text, row.claim_text,
              row.sentence, row.report_title, row.region, *row.departments)]  # fmt: skip
    for one in sorted({one for one in theirs if one} | {"云川市教育局", "、"}, key=len, reverse=True):
        text = text.replace(one, "")
    assert re.findall("[\u4e00-\u9fff]+", text) == []
    assert 'lang="en"' in render("bulletin.html.j2", paper=made)
