from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from connectors.errors import UnreadableDocument
from connectors.readers import read

URL = "http://kjj.yunhe.example/zwdc/202407/t20240715_1.shtml"


def test_a_text_file_is_kept_character_for_character() -> None:
    text = "  一、新增企业30家。\r\n\r\n\t已完成\u300012家 <上半年>\n"
    document = read(text.encode(), "text/plain", "file:///a.txt")
    assert document.text == text
    assert [text[block.start : block.end] for block in document.blocks] == [
        "一、新增企业30家。",
        "已完成\u300012家 <上半年>",
    ]


@pytest.mark.parametrize(
    ("content", "media_type", "url", "is_html"),
    [
        ("<!DOCTYPE html><html><body><p>一季度</p></body></html>", "text/plain", "file:///a.txt", True),
        ("\n<!-- x --><HTML><body>一季度</body></html>", "", "http://a.example/b", True),
        ("<p>一季度</p>", "text/html", "http://a.example/b", True),
        ("<p>一季度</p>", "", "file:///a.shtml", True),
        ("<p>一季度</p>", "text/plain", "file:///a.txt", False),
        ("一季度<政府工作报告>", "text/html", "http://a.example/b.html", False),
    ],
)
def test_the_kind_is_found_by_content(content: str, media_type: str, url: str, is_html: bool) -> None:
    assert (read(content.encode(), media_type, url).text == "一季度") is is_html


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\xef\xbb\xbf ", "is empty"),
        (b"%PDF-1.7 ...", "is a damaged PDF"),
        (b"PK\x03\x04\x14\x00", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office format"),
        (b"\x89PNG\r\n", "is an image"),
        (b"\x7fELF\x02\x01\x01\0\0", "binary"),
        (bytes(range(128, 256)) * 9, "charset"),
        (b"<html><body><script>render()</script></body></html>", "no text in its body"),
        ("<html><title>云河市</title><body>您访问的页面不存在</body></html>".encode(), "not found"),
    ],
)
def test_what_cannot_be_read_is_one_line(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason) as caught:
        read(content, "text/html", URL)
    assert URL in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_gb2312_page() -> None:
    page = '<meta charset="gb2312"><div id="zoom"><p>2024—2026年，南区·科技城引进企业12家。</p></div>'
    assert read(page.encode("gbk"), "text/html", URL).text == "2024—2026年，南区·科技城引进企业12家。"


def test_a_text_file_does_not_wait_for_beautifulsoup(tmp_path: Path) -> None:
    code = (
        "import sys; from connectors.readers import read; read(b'abc', 'text/plain', 'file:///a.txt'); "
        "sys.exit('bs4' in sys.modules or 'httpx' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_real_page(shared: Path) -> None:
    page = (shared / "seed" / "page.html").read_bytes()
    lines = [line.strip() for line in (shared / "seed" / "report.txt").read_text(encoding="utf-8").splitlines()]
    document = read(page, "text/html", URL)
    body = [line for line in lines[lines.index(next(line for line in lines if line.endswith("如下:"))) :] if line]
    assert document.text.splitlines()[-len(body) :] == body
    assert document.metadata["published_on"] == "2025-02-21"
    assert document.metadata["issuer"].endswith("科学技术局")
    assert document.metadata["topic"] == "科技"
    assert document.metadata["index_number"].endswith("/2025-05835")
    assert "document_number" not in document.metadata
    assert document.text.startswith(document.metadata["title"] + "\n")
