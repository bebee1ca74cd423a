"""Lines as a reader sees them: breaks of the source and runs of spaces mean nothing, raised digits stay raised."""

from __future__ import annotations

import re

SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_INVISIBLE = re.compile(r"[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
# Han characters, full-width forms and the punctuation that goes with them
WIDE = r"\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…·"
_SOURCE_BREAK = re.compile(rf"(?<=[{WIDE}])[ \t]*[\r\n]\s*|[ \t]*[\r\n]\s*(?=[{WIDE}])")
_SPACES = re.compile(r"\s+")
_UNTIDY = re.compile(rf"\s|{_INVISIBLE.pattern}")


def tidy(text: str) -> str:
    """One line of text as a reader sees it: breaks of the source and runs of spaces mean nothing."""
    if not _UNTIDY.search(text):  # most pieces of a page are tidy
        return text
    text = _INVISIBLE.sub("", text)
    return _SPACES.sub(" ", _SOURCE_BREAK.sub("", text)).strip()
