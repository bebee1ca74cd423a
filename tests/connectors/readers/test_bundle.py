from __future__ import annotations

import io
import zipfile

import pytest

from connectors.errors import UnreadableDocument
from connectors.readers import read
from connectors.readers.bundle import MOST_FILES
from connectors.readers.zips import MOST_MEMBERS
from extraction.reading import extract
from tests.connectors.readers.making import HEADER, ROWS, SENTENCE, TITLE, docx_of, xlsx_of, zip_of
from tests.connectors.readers.making_pdf import drawn, picture

URL = "http://kjj.yunhe.example/附件.zip"
SHEET = xlsx_of([[TITLE], HEADER, *ROWS])


def test_files_are_read_in_the_order_of_their_names_and_copies_once() -> None:
    files = {
        "附件10.txt": "其他事项：无。".encode("gbk"),
        "附件2.xlsx": SHEET,
        "附件1.docx": docx_of(SENTENCE),
        "附件1.txt": SENTENCE.encode(),
        "__MACOSX/._附件1.docx": b"\0\5",
        ".DS_Store": b"\0",
    }
    document = read(zip_of(files), "", URL)
    assert [line for line in document.text.split("\n") if line.startswith("附件")] == [
        "附件：附件1.docx", "附件：附件2.xlsx", "附件：附件10.txt",
    ]  # fmt: skip
    extraction = extract(document)
    assert extraction.place_of(extraction.text.index("66公里。")) == "附件“附件1.docx” 第1段"
    assert extraction.place_of(extraction.text.index("1560户")) == "附件“附件2.xlsx” 工作表“Sheet1”D3"
    assert extraction.place_of(extraction.text.index("其他事项")) == "附件“附件10.txt”"
    assert extraction.findings == ()


def test_names_in_gbk() -> None:
    content = zip_of({"aaaa.txt": SENTENCE.encode()})
    renamed = content.replace(b"aaaa.txt", "附件".encode("gbk") + b".txt")
    assert read(renamed, "", URL).text == f"附件：附件.txt\n{SENTENCE}"


def test_a_zip_in_a_zip_is_read_and_one_deeper_is_named() -> None:
    inner = zip_of({"a.txt": SENTENCE.encode(), "deeper.zip": zip_of({"b.txt": b"x"})})
    document = read(zip_of({"in.zip": inner}), "", URL)
    assert document.text.split("\n")[0] == "附件：in.zip/a.txt"
    assert "in.zip/deeper.zip: is a zip more than 2 deep" in document.findings[0].message


def test_what_is_not_read_is_named_for_review() -> None:
    files = {"1.txt": f"{TITLE}\n{SENTENCE}".encode(), "扫描件.pdf": drawn(picture), "旧.rar": b"Rar!\x1a\x07"}
    found = extract(read(zip_of(files), "", URL)).findings
    assert [(f.kind, f.message.split(";")[0]) for f in found] == [
        ("file_unread", "压缩包中的文件没有读到：扫描件.pdf: is a scan: pictures of pages without text"),
        ("file_unread", "压缩包中的文件没有读到：旧.rar: is a rar archive, which is not read"),
    ]


def locked() -> bytes:
    """A zip whose directory and header say that its member is encrypted."""
    content = bytearray(zip_of({"a.txt": b"x"}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def lying() -> bytes:
    """A zip whose directory says that a million bytes are ten."""
    content = zip_of({"a.txt": b"0" * 10**6})
    return content.replace((10**6).to_bytes(4, "little"), (10).to_bytes(4, "little"))


def many() -> bytes:
    """Zips in a zip, each within bounds, that unpack to 1.6 GB together."""
    inner = zip_of({f"{n}.bin": bytes(10**6) for n in range(40)})
    return zip_of({f"{n}.zip": inner for n in range(40)})


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (zip_of({"a.txt": bytes(5 * 2**20)}), "200 times"),
        (zip_of({f"{n}.txt": b"" for n in range(MOST_MEMBERS + 1)}), f"at most {MOST_MEMBERS}"),
        (zip_of({f"{n}.txt": b"x" for n in range(MOST_FILES + 1)}), f"at most {MOST_FILES}"),
        (many(), "100 MB"),
        (lying(), "damaged zip|nothing in it"),
        (locked(), "password"),
        (zip_of({}), "nothing in it"),
        (zip_of({"a.rar": b"Rar!\x1a\x07"}), "nothing in it that is read: a.rar: is a rar archive"),
        (zip_of({"a.txt": SENTENCE.encode()})[:-30], "damaged zip"),
        (docx_of(SENTENCE)[:-30], "damaged"),
    ],
)
def test_bombs_and_bad_zips_are_one_line(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason) as caught:
        read(content, "", URL)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("part", ["word/document.xml", "xl/workbook.xml", "OFD.xml"])
def test_a_bomb_that_calls_itself_a_document(part: str) -> None:
    with pytest.raises(UnreadableDocument, match="200 times"):
        read(zip_of({part: b"<a>" + b" " * 5 * 2**20}), "", URL)


def test_names_that_lead_out_of_the_zip_lead_nowhere() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../../etc/a.txt", SENTENCE)
        archive.writestr("C:\\b.txt", "其他：无。")
    assert read(out.getvalue(), "", URL).text.split("\n")[1] in (SENTENCE, "其他：无。")
