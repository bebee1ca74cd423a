from __future__ import annotations

import base64
import io
import tarfile

import pytest

from connectors.errors import UnreadableDocument
from connectors.readers import read
from connectors.readers.kinds import kind_of
from tests.connectors.readers.making import docx_of, ole_of, xls_of, xlsx_of, zip_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def tar_of(content: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (docx_of("一"), "docx"),
        (xlsx_of([[1]]), "xlsx"),
        (xls_of([[1]]), "xls"),
        (ole_of("WordDocument"), "doc"),
        (ole_of("EncryptedPackage"), "protected"),
        (ole_of("PowerPoint Document"), "ppt"),
        (ole_of("Contents"), "ole"),
        (zip_of({"报告.txt": b"x"}), "zip"),
        (zip_of({"OFD.xml": b"<ofd/>"}), "ofd"),
        (zip_of({"mimetype": b"application/vnd.oasis.opendocument.text"}), "odf"),
        (b"\r\n%PDF-1.7\n", "pdf"),
        (tar_of(b"x"), "tar"),
        (OLE + b"\0" * 600, "ole"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n", "mhtml"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "image"),
        (b"\0\0\0\x18ftypmp42", "audio or video"),
        ("一、新增企业30家。".encode(), "text"),
        ("一、新增企业30家。".encode("utf-16"), "text"),
        (b"<html><table><tr><td>1</td></tr></table>", "text"),
    ],
)
def test_a_kind_is_told_by_its_bytes(content: bytes, kind: str) -> None:
    assert kind_of(content) == kind
    assert kind_of(content[: len(content) // 2]) is not None


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n", "is an image"),
        (ole_of("EncryptedPackage"), "asks for a password, which is not read; ask the bureau"),
        (b"Rar!\x1a\x07\x01\0", "rar archive, which is not read; unpack it"),
        (b"7z\xbc\xaf\x27\x1c\0\x04", "7z archive"),
        (b"\x1f\x8b\x08\0", "gzip file"),
        (tar_of(b"x"), "tar archive"),
        (OLE + b"\0" * 600, "old Office format, which is not read; open it in Word or WPS"),
        (b"\x7fELF\x02\x01\x01\0\0", "binary"),
        (b"<?xml version='1.0'?><?mso-application progid='Word.Document'?>", "Word or Excel 2003"),
    ],
)
def test_what_is_not_read_says_what_it_is_and_what_to_do(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason) as caught:
        read(content, "application/octet-stream", "http://a.example/附件.docx")
    assert "附件.docx" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_page_that_is_called_a_workbook_is_a_page() -> None:
    page = (
        "<html><body><table><tr><td>项目</td><td>公里</td></tr><tr><td>绿道</td><td>66</td></tr></table></body></html>"
    )
    document = read(page.encode("gbk"), "application/vnd.ms-excel", "http://a.example/1.xls")
    assert document.text == "项目\t公里\n绿道\t66"
    assert len(document.tables) == 1


def test_a_page_saved_in_parts_is_a_page() -> None:
    page = "<html><body><p>全年新建绿道120公里。</p></body></html>".encode("gbk")
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
    part = b"Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.b64encode(
        page
    )
    content = head + part + b"\r\n--x\r\nContent-Type: image/png\r\n\r\nPNG\r\n--x--\r\n"
    assert read(content, "application/msword", "http://a.example/1.doc").text == "全年新建绿道120公里。"
    with pytest.raises(UnreadableDocument, match="saved page without its page"):
        read(head + b"Content-Type: image/png\r\n\r\nPNG\r\n--x--\r\n", "", "http://a.example/1.doc")
