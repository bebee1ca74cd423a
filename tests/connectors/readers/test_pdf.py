from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from connectors.errors import UnreadableDocument
from connectors.readers import read
from connectors.readers.pdf_lines import joined, lines_of
from connectors.readers.placed import Char
from extraction.document import Document
from extraction.reading import extract
from tests.connectors.readers.making import HEADER, ROWS, SENTENCE, TITLE
from tests.connectors.readers.making_pdf import drawn, gazette_of, pdf_of, picture, table, text

URL = "file:///通报.pdf"
PROSE = (
    "一、全市新建绿道120公里。截至9月底，已建成绿道66公里，占年度目标的55%，其中“城东片区”建成28.17公里，"
    "完成投资1234.56亿元，同比增长12.5%，各项工作按计划稳步推进，任务名称包含Green City项目和other works。"
)


def prose(count: int) -> list[Paragraph]:
    return [text(PROSE) for _ in range(count)]


def lines(content: bytes) -> list[str]:
    return read(content, "application/pdf", URL).text.split("\n")


def texts(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


@pytest.mark.parametrize("size", [9, 14, 21])
def test_paragraphs_are_whole_whatever_the_width(size: float) -> None:
    story = [text(TITLE, size=20, centred=True), *(text(PROSE, indent=2 * size, size=size) for _ in range(12))]
    assert lines(pdf_of(*story)) == [TITLE, *[PROSE] * 12]


def test_a_paragraph_goes_on_over_the_end_of_a_page_and_says_so() -> None:
    document = read(pdf_of(text(TITLE), *prose(9)), "", URL)
    assert texts(document) == [TITLE, *[PROSE] * 9]
    assert "第1至2页" in [place.words for place in document.places]


def test_what_every_page_repeats_is_dropped_but_no_figure() -> None:
    found = "\n".join(lines(gazette_of(*prose(30))))
    assert "公报" not in found
    assert "- 3 -" not in found
    assert found.count("1234.56亿元") == 30


@pytest.mark.parametrize("number", ["1", "— 3 —", "第 3 页 共 9 页", "3/9", "·3·"])
def test_numbers_of_pages(number: str) -> None:
    def page(canvas):  # type: ignore[no-untyped-def]
        canvas.drawString(72, 500, SENTENCE)
        canvas.drawString(280, 40, number)

    assert lines(drawn(page)) == [SENTENCE]


def test_a_number_at_the_foot_of_a_page_may_be_a_figure() -> None:
    def page(number: str) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(72, 500, SENTENCE)
            canvas.drawString(72, 50, number)
            canvas.drawString(300, 20, "7" if number == "300" else "8")

        return draw

    assert lines(drawn(page("300"), page("369"))) == [SENTENCE, "300", SENTENCE, "369"]


def test_a_ruled_table_is_read_like_that_of_a_page() -> None:
    rows = [[str(value) for value in row] for row in [HEADER, *ROWS]]
    document = read(pdf_of(text(TITLE, centred=True), table(rows), text("特此报告。")), "", URL)
    assert texts(document) == [TITLE, "\n".join("\t".join(row) for row in rows), "特此报告。"]
    cells = "".join(f"<tr>{''.join(f'<td>{value}</td>' for value in row)}</tr>" for row in rows)
    page = read(f"<html><body><p>{TITLE}</p><table>{cells}</table><p>特此报告。</p></body></html>".encode(), "", URL)
    assert extract(document).tasks == extract(page).tasks


def test_merged_cells_and_broken_lines_in_cells() -> None:
    rows = [["项目", "公里", ""], ["", "年度目标", "实绩"], ["绿道", "1234567890123456", "66"]]
    spans = (((0, 0), (0, 1)), ((1, 0), (2, 0)))
    wide = [[text(value, indent=0, size=12) for value in row] for row in rows]
    document = read(pdf_of(table(wide, *spans, colWidths=[60, 70, 60])), "", URL)  # type: ignore[arg-type]
    assert document.text == "项目\t公里\t\n\t年度目标\t实绩\n绿道\t1234567890123456\t66"
    spans_read = [(c.row, c.column, c.row_span, c.column_span) for c in document.tables[0].cells][:2]
    assert spans_read == [(0, 0, 2, 1), (0, 1, 1, 2)]


def test_a_table_over_pages_is_one_and_its_heading_stands_once() -> None:
    rows = [HEADER, *([str(n), f"任务第{n}号", f"{n}00公里", f"{n}公里", "1%"] for n in range(1, 100))]
    document = read(pdf_of(text(TITLE), table(rows, repeatRows=1)), "", URL)
    assert len(document.tables) == 1
    assert document.text.count("序号") == 1
    assert document.text.split("\n")[1:] == ["\t".join(row) for row in rows]
    extraction = extract(document)
    assert extraction.place_of(document.text.index("9公里\t")) == "第1页"
    assert extraction.place_of(document.text.index("99公里\t")) == "第4页"


def test_a_table_without_rules_keeps_its_columns() -> None:
    def page(canvas):  # type: ignore[no-untyped-def]
        canvas.drawString(72, 700, TITLE)
        for row, values in enumerate([HEADER, *ROWS]):
            for column, value in enumerate(values):
                canvas.drawString(40 + 110 * column, 660 - 24 * row, str(value))

    found = lines(drawn(page))
    assert found == [TITLE, *("  ".join(map(str, row)) for row in [HEADER, *ROWS])]
    extraction = extract(read(drawn(page), "", URL))
    assert [i.actual.text for t in extraction.tasks for i in t.indicators if i.actual] == ["1560户", "66公里"]


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_turned_page(turned: int) -> None:
    def page(canvas):  # type: ignore[no-untyped-def]
        canvas.setPageRotation(turned)
        canvas.translate(*{90: (400, 100), 180: (500, 700), 270: (200, 700)}[turned])
        canvas.rotate(turned)
        canvas.drawString(0, 0, SENTENCE)
        canvas.drawString(0, -30, "附表共3页。")  # without CJK fonts PDFium knows the height of digits only

    assert lines(drawn(page)) == [SENTENCE, "附表共3页。"]


def test_slanted_and_doubled_characters_are_no_second_text() -> None:
    def page(canvas):  # type: ignore[no-untyped-def]
        canvas.drawString(72, 500, SENTENCE)
        canvas.drawString(72.4, 500, SENTENCE)
        canvas.translate(100, 300)
        canvas.rotate(45)
        canvas.drawString(0, 0, "内部资料")

    assert lines(drawn(page)) == [SENTENCE]


def test_a_page_that_is_a_picture_is_said() -> None:
    document = read(drawn(lambda canvas: canvas.drawString(72, 500, SENTENCE), picture), "", URL)
    assert document.text == SENTENCE
    assert [(f.kind, f.message) for f in extract(document).findings][-1] == (
        "page_unread", "PDF第2页是图片，其中的文字没有读到",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (drawn(picture, picture), "is a scan"),
        (drawn(lambda canvas: None), "has no text"),
        (pdf_of(text(PROSE), encrypt=StandardEncryption("secret")), "asks for a password"),
        (pdf_of(text(PROSE))[:500], "damaged PDF"),
        (b"%PDF-1.7\nnothing", "damaged PDF"),
    ],
)
def test_bad_files_are_one_line(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason) as caught:
        read(content, "", URL)
    assert "\n" not in str(caught.value)


def test_a_file_that_only_forbids_printing_is_read() -> None:
    content = pdf_of(text(PROSE), encrypt=StandardEncryption("", ownerPassword="owner", canPrint=0))
    assert lines(content) == [PROSE]


def test_threads_may_read_at_once() -> None:
    content, found = pdf_of(*prose(9)), []
    threads = [threading.Thread(target=lambda: found.append(lines(content))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [[PROSE] * 9] * 4


def test_lines_join_without_a_blank_but_between_words() -> None:
    assert joined(["完成12", "34.5亿元", "Green", "City项目"]) == "完成1234.5亿元Green City项目"


def ruled(canvas: Canvas, top: float, rows: list[list[str]], *, above: bool, below: bool) -> None:
    """A table of rules drawn one by one; a row that the page cuts has no rule there."""
    edges = [60, 120, 260, 380]
    places = [top - 40 * row for row in range(len(rows) + 1)]
    for x in edges:
        canvas.line(x, places[0], x, places[-1])
    for y in places[0 if above else 1 : len(places) if below else -1]:
        canvas.line(edges[0], y, edges[-1], y)
    for y, row in zip(places, rows, strict=False):
        for x, value in zip(edges, row, strict=False):
            canvas.drawString(x + 5, y - 25, value)


@pytest.mark.parametrize("is_ruled", [False, True])
def test_a_row_that_the_end_of_a_page_cuts_is_whole(is_ruled: bool) -> None:
    first = [["序号", "任务名称", "1-9月完成"], ["1", "农村户厕改造", "1560户"], ["2", "绿道建设及其", "1234567"]]
    second = [["", "附属设施", "8公里"], ["3", "社区食堂", "12个"]]
    document = read(
        drawn(
            lambda canvas: ruled(canvas, 200, first, above=True, below=is_ruled),
            lambda canvas: ruled(canvas, 800, second, above=is_ruled, below=True),
        ),
        "",
        URL,
    )
    assert document.text.split("\n") == [
        "序号\t任务名称\t1-9月完成", "1\t农村户厕改造\t1560户", "2\t绿道建设及其附属设施\t12345678公里", "3\t社区食堂\t12个",
    ]  # fmt: skip
    assert [place.words for place in document.places][-1] == "第2页"


@pytest.mark.parametrize(
    ("before", "after", "gap", "is_parted", "text"),
    [
        ("1", "3", 1.0, True, "13"),  # a blank that no gap goes with
        ("1", "3", 4.0, False, "1 3"),
        ("0", "元", 1.0, False, "0元"),
        ("表", "2", 3.0, True, "表 2"),
        ("年", "度", 3.0, True, "年度"),
        ("n", "C", 1.0, True, "n C"),
        ("n", "C", 4.0, False, "n C"),
        ("计", "划", 25.0, False, "计  划"),
    ],
)
def test_blanks_between_characters(before: str, after: str, gap: float, is_parted: bool, text: str) -> None:
    chars = [Char(before, 0, 0, 10, 14), Char(after, 10 + gap, 0, 20 + gap, 14, is_parted)]
    assert [line.text for line in lines_of(chars, 1)] == [text]
