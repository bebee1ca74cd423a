from __future__ import annotations

import codecs

import pytest

from connectors.readers.decoding import decode

TEXT = "云河市2024—2026年计划，南区·科技城完成投资3亿元，全市人民共同努力的一年。"
TRADITIONAL = "雲河市人民政府關於今年上半年計劃執行情況的報告，全市工作進展順利，為完成全年目標打下基礎。" * 5


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("gbk"),
        TEXT.encode("gb18030"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    ],
)
@pytest.mark.parametrize("encoding", [None, "gb2312", "utf-8"])
def test_the_bytes_decide(content: bytes, encoding: str | None) -> None:
    assert decode(content, encoding) == TEXT


def test_a_character_outside_gbk() -> None:
    assert decode("㐂𠮷".encode("gb18030"), "gb2312") == "㐂𠮷"


def test_a_named_charset_is_believed() -> None:
    assert decode(TRADITIONAL.encode("big5"), "big5") == TRADITIONAL


def test_traditional_characters_in_gbk_are_text() -> None:
    assert decode(TRADITIONAL.encode("gbk")) == TRADITIONAL


def test_few_damaged_bytes_are_marked_as_such() -> None:
    text = TEXT * 10
    assert decode(text.encode()[:-1]) == text[:-1] + "�"
    assert decode(text.encode("gbk") + b"\xff") == text + "�"


@pytest.mark.parametrize("content", [TRADITIONAL.encode("big5"), bytes(range(128, 256)) * 3])
def test_an_unknown_charset_is_not_guessed(content: bytes) -> None:
    with pytest.raises(ValueError, match="neither UTF-8 nor GB18030"):
        decode(content)
