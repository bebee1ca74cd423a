from __future__ import annotations

import docx
import pytest
from docx.document import Document as Docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from connectors.errors import UnreadableDocument
from connectors.readers import read
from connectors.readers.numbering import chinese, written
from extraction.document import Document
from extraction.reading import extract
from tests.connectors.readers.making import HEADER, ROWS, SENTENCE, TITLE, docx_of, saved

URL = "file:///报告.docx"


def document_of(file: Docx) -> Document:
    return read(saved(file), "", URL)


def lines(file: Docx) -> list[str]:
    return document_of(file).text.split("\n")


def test_paragraphs_and_tables_in_their_order() -> None:
    file = docx.Document()
    file.add_heading(TITLE, 0)
    file.add_paragraph("进度如下：")
    table = file.add_table(3, 3)
    for row, values in enumerate([["项目", "公里", ""], ["", "年度目标", "实绩"], ["绿道", "120", "66"]]):
        for column, value in enumerate(values):
            table.cell(row, column).text = value
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    file.add_paragraph("特此报告。")
    document = document_of(file)
    assert document.text == f"{TITLE}\n进度如下：\n项目\t公里\t\n\t年度目标\t实绩\n绿道\t120\t66\n特此报告。"
    assert [block.kind for block in document.blocks] == ["heading", "paragraph", "table", "paragraph"]
    cells = [
        (document.text[c.start : c.end], c.row, c.column, c.row_span, c.column_span) for c in document.tables[0].cells
    ]
    assert cells[:3] == [("项目", 0, 0, 2, 1), ("公里", 0, 1, 1, 2), ("年度目标", 1, 1, 1, 1)]
    assert len(cells) == 7


def test_the_same_table_as_in_a_page_is_read_alike() -> None:
    cells = "".join(f"<tr>{''.join(f'<td>{value}</td>' for value in row)}</tr>" for row in [HEADER, *ROWS])
    page = f"<html><body><p>{TITLE}</p><table>{cells}</table></body></html>"
    of_page = extract(read(page.encode(), "text/html", "file:///a.html"))
    of_docx = extract(read(docx_of(TITLE, rows=[HEADER, *ROWS]), "", URL))
    assert of_docx.tasks == of_page.tasks
    assert [i.actual.text for task in of_docx.tasks for i in task.indicators if i.actual] == ["1560户", "66公里"]


def test_where_a_figure_stands_is_said() -> None:
    extraction = extract(read(docx_of(TITLE, SENTENCE, rows=[HEADER, *ROWS]), "", URL))
    places = [extraction.place_of(q.start) for q in extraction.quantities if q.text in ("66公里", "1560户")]
    assert places == ["第2段", "表1第2行", "表1第3行"]


FORMS = [
    ("chineseCountingThousand", "%1、", ["一、", "二、", "三、"]),
    ("chineseCounting", "（%1）", ["（一）", "（二）", "（三）"]),
    ("decimal", "%1.", ["1.", "2.", "3."]),
    ("decimalEnclosedCircleChinese", "%1", ["①", "②", "③"]),
    ("upperRoman", "%1)", ["I)", "II)", "III)"]),
    ("bullet", "•", ["", "", ""]),
]


def numbered(form: str, pattern: str, levels: str = "") -> Docx:
    """A document with one more list, number 99."""
    file = docx.Document()
    numbering = file.part.numbering_part.element
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
    definition = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="99">{level}{levels}</w:abstractNum>'
    numbering.insert(0, parse_xml(definition))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="99"><w:abstractNumId w:val="99"/></w:num>'))
    return file


def item(file: Docx, text: str, depth: int = 0, number: int = 99) -> None:
    properties = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    file.add_paragraph(text)._p.get_or_add_pPr().append(parse_xml(properties))


@pytest.mark.parametrize(("form", "pattern", "labels"), FORMS)
def test_the_numbers_that_word_counts(form: str, pattern: str, labels: list[str]) -> None:
    file = numbered(form, pattern)
    for text in ("新增企业", "", "建成绿道", "改造户厕"):
        item(file, text)
    assert lines(file) == [f"{labels[0]}新增企业", f"{labels[1]}建成绿道", f"{labels[2]}改造户厕"]


def test_levels_begin_anew_under_each_heading() -> None:
    level = '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:isLgl/></w:lvl>'
    file = numbered("chineseCounting", "%1、", level)
    for text, depth in (("工业", 0), ("甲", 1), ("乙", 1), ("农业", 0), ("丙", 1)):
        item(file, text, depth)
    assert lines(file) == ["一、工业", "1.1甲", "1.2乙", "二、农业", "2.1丙"]


def test_a_style_numbers_its_paragraphs_and_is_a_heading() -> None:
    file = numbered("chineseCounting", "%1、")
    properties = f'<w:numPr {nsdecls("w")}><w:numId w:val="99"/></w:numPr>'
    file.styles["Heading 1"].element.get_or_add_pPr().append(parse_xml(properties))
    file.add_paragraph("工业", style="Heading 1")
    file.add_paragraph("新增企业30家。")
    document = document_of(file)
    assert document.text == "一、工业\n新增企业30家。"
    assert [block.kind for block in document.blocks] == ["heading", "paragraph"]


def test_the_numbers_of_chinese() -> None:
    assert [chinese(n) for n in (1, 10, 11, 20, 21, 100, 103, 110, 1005)] == (
        ["一", "十", "十一", "二十", "二十一", "一百", "一百零三", "一百一十", "一千零五"]
    )
    assert (written(27, "upperLetter"), written(0, "chineseCounting"), written(3, "strange")) == ("AA", "0", "3")


RUNS = """
<w:p {ns}><w:r><w:t>新建绿道</w:t></w:r><w:ins><w:r><w:t>1</w:t></w:r></w:ins><w:r><w:t>20公里</w:t></w:r>
<w:del><w:r><w:delText>99</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏88</w:t></w:r>
<w:r><w:instrText> PAGE 7 </w:instrText></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:hyperlink><w:r><w:t>，12km</w:t></w:r></w:hyperlink>
<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r><w:r><w:br/><w:t>已建成66公里</w:t></w:r></w:p>
"""


def test_runs_are_joined_and_what_nobody_sees_is_left_out() -> None:
    file = docx.Document()
    file.element.body.insert(0, parse_xml(RUNS.replace("\n", "").format(ns=nsdecls("w"))))
    assert lines(file) == ["新建绿道120公里，12km²", "已建成66公里"]


def test_text_boxes_and_content_controls_are_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>框中66公里</w:t></w:r></w:p></w:txbxContent>"
    names = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    control = "<w:sdt><w:sdtContent><w:p><w:r><w:t>控件12家</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    paragraph = (
        f"<w:p><w:r><w:t>上文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape>{box}</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    file = docx.Document()
    body = parse_xml(f"<w:body {nsdecls('w')} {names}>{paragraph}{control}</w:body>")
    for index, element in enumerate(list(body)):
        file.element.body.insert(index, element)
    assert lines(file) == ["上文", "框中66公里", "控件12家"]


def test_a_table_that_is_layout_is_paragraphs() -> None:
    file = docx.Document()
    file.add_table(1, 1).cell(0, 0).text = SENTENCE
    outer = file.add_table(2, 2)
    outer.cell(0, 0).text = "外"
    inner = outer.cell(1, 1).add_table(2, 2)
    for row, values in enumerate((("项目", "公里"), ("绿道", "66"))):
        for column, value in enumerate(values):
            inner.cell(row, column).text = value
    document = document_of(file)
    assert document.text == f"{SENTENCE}\n外\n项目\t公里\n绿道\t66"
    assert len(document.tables) == 1


@pytest.mark.parametrize("cut", [0.3, 0.9])
def test_a_damaged_docx_is_one_line(cut: float) -> None:
    content = docx_of(TITLE)
    with pytest.raises(UnreadableDocument, match="damaged") as caught:
        read(content[: int(len(content) * cut)], "", URL)
    assert "\n" not in str(caught.value)


def test_an_empty_docx_says_so() -> None:
    with pytest.raises(UnreadableDocument, match="without text"):
        read(docx_of(""), "", URL)
