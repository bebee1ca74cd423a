"""Bytes to text as Chinese pages need it: a BOM, else strict UTF-8, else gb18030. What headers say is not believed."""

from __future__ import annotations

import codecs

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Python's gb2312 and gbk codecs turn — into ― and · into ・, and refuse what browsers read
_ALIASES = {"gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030"}
# Big5 read as gb18030 is full of private characters and has almost none of the commonest, which both scripts share
_PRIVATE_MAX_SHARE = 0.02
_COMMON = frozenset("的一是在和年月日了为為市人大有工作成目中全不上下本地分")
_COMMON_MIN_SHARE = 0.02
_JUDGED_MIN_CHARS, _JUDGED_MAX_CHARS = 100, 2000
_DAMAGED_MAX_SHARE = 0.01


def decode(content: bytes, encoding: str | None = None) -> str:
    """The text of a page or file. `encoding` is the source file's word, tried first.

    Bytes that belong to no character become U+FFFD if they are few. Raises ValueError where the charset cannot be told.
    """
    for mark, name in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, errors="replace")
    if encoding:
        try:
            return content.decode(_ALIASES.get(codecs.lookup(encoding).name, encoding))
        except UnicodeDecodeError:
            pass  # the source file is wrong about this page; the bytes themselves know better
    return _detected(content)


def _detected(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    candidates = [content.decode(name, errors="replace") for name in ("gb18030", "utf-8")]
    text = min(candidates, key=lambda candidate: candidate.count("�"))
    if text.count("�") > len(text) * _DAMAGED_MAX_SHARE or not _reads_as_chinese(text):
        raise ValueError("its charset is neither UTF-8 nor GB18030")
    return text


def _reads_as_chinese(text: str) -> bool:
    """Whether the Han characters are those that people write; a text too short to tell passes."""
    wide = [character for character in text if character >= "\u2e80"][:_JUDGED_MAX_CHARS]
    private = sum("\ue000" <= character <= "\uf8ff" for character in wide)
    common = sum(character in _COMMON for character in wide)
    is_short = len(wide) < _JUDGED_MIN_CHARS
    return private <= len(wide) * _PRIVATE_MAX_SHARE and (is_short or common >= len(wide) * _COMMON_MIN_SHARE)
