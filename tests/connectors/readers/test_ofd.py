from __future__ import annotations

import pytest

from connectors.errors import UnreadableDocument
from connectors.readers import read
from extraction.reading import extract
from tests.connectors.readers.making import HEADER, ROWS, SENTENCE, TITLE, zip_of

URL = "file:///通报.ofd"
NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def words(text: str, x: float, y: float, size: float = 4, step: str = "") -> str:
    """A text object whose base line is at y millimetres from the top."""
    deltas = step or f"g {len(text) - 1} {size}"
    return (
        f'<ofd:TextObject ID="1" Boundary="{x} {y - size} {size * len(text)} {size}" Font="1" Size="{size}">'
        f'<ofd:TextCode X="0" Y="{size}" DeltaX="{deltas}">{text}</ofd:TextCode></ofd:TextObject>'
    )


def ofd_of(*pages: str, root: str = "Doc_0/Document.xml", base: str = "") -> bytes:
    names = [f"Pages/Page_{n}/Content.xml" for n in range(len(pages))]
    listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="{base}{name}"/>' for n, name in enumerate(names))
    box = "<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>"
    content = "<ofd:Page {}><ofd:Content><ofd:Layer ID='2'>{}</ofd:Layer></ofd:Content></ofd:Page>"
    return zip_of(
        {
            "OFD.xml": f"<ofd:OFD {NS}><ofd:DocBody><ofd:DocRoot>{root}</ofd:DocRoot></ofd:DocBody></ofd:OFD>".encode(),
            "Doc_0/Document.xml": f"<ofd:Document {NS}>{box}<ofd:Pages>{listed}</ofd:Pages></ofd:Document>".encode(),
            **{f"Doc_0/{name}": content.format(NS, page).encode() for name, page in zip(names, pages, strict=True)},
        }
    )


def test_lines_are_put_together_by_their_places() -> None:
    first, second = "一、全市新建绿道120公里。截至9月底，已建成绿道66公里，投资12", "34.5亿元。"
    page = words(second, 30, 66) + words(first, 38, 60) + words(TITLE, 60, 40, 5) + words("- 1 -", 100, 290, 3)
    document = read(ofd_of(page), "", URL)
    assert document.text == f"{TITLE}\n{first}{second}"
    assert [place.words for place in document.places] == ["第1页"]


def test_columns_stay_apart_and_pages_are_told() -> None:
    rows = [
        words(str(value), 20 + 38 * column, 30 + 8 * row)
        for row, values in enumerate([HEADER, *ROWS])
        for column, value in enumerate(values)
    ]
    extraction = extract(read(ofd_of(words(TITLE, 30, 40), "".join(rows)), "", URL))
    actuals = [i.actual for task in extraction.tasks for i in task.indicators if i.actual]
    assert [(actual.text, extraction.place_of(actual.start)) for actual in actuals] == [
        ("1560户", "第2页"),
        ("66公里", "第2页"),
    ]


@pytest.mark.parametrize(
    ("root", "base"), [("/Doc_0/Document.xml", ""), ("Doc_0/Document.xml", "/Doc_0/"), ("doc_0/document.xml", "./")]
)
def test_addresses_inside_the_package(root: str, base: str) -> None:
    assert read(ofd_of(words(SENTENCE, 20, 50), root=root, base=base), "", URL).text == SENTENCE


def test_a_matrix_places_and_scales_and_a_slanted_one_is_a_watermark() -> None:
    scaled = words(SENTENCE, 20, 50).replace('Size="4"', 'Size="8" CTM="0.5 0 0 0.5 0 0"').replace(" 4", " 8")
    slanted = words("内部资料", 60, 90).replace("Font=", 'CTM="0.7 0.7 -0.7 0.7 0 0" Font=')
    assert read(ofd_of(scaled + slanted), "", URL).text == SENTENCE


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (ofd_of("<ofd:ImageObject ID='3'/>"), "is a scan"),
        (ofd_of(""), "without text"),
        (ofd_of(words(SENTENCE, 1, 1), root="Doc_9/Document.xml"), "damaged OFD"),
        (zip_of({"OFD.xml": b"<ofd:OFD"}), "damaged OFD"),
        (ofd_of(words(SENTENCE, 1, 1))[:-40], "damaged zip"),
    ],
)
def test_bad_files_are_one_line(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason) as caught:
        read(content, "", URL)
    assert "\n" not in str(caught.value)
