"""Text of others made safe to show, character for character: what acts on a terminal or misleads the eye is drawn."""

from __future__ import annotations

import unicodedata

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_PICTURES = 0x2400  # control pictures: ESC (27) is drawn as U+241B
# controls, direction marks and other invisible signs, half characters, and the separators that break a line unseen
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))


def visible(text: str) -> str:
    """The text, of the same length, in which every character can be seen; tabs and line feeds stay."""
    if text.isprintable():
        return text
    return text.translate({ord(char): _drawn(char) for char in set(text) if _drawn(char) != char})


def one_line(text: str, limit: int = 1000) -> str:
    """The text as `visible`, white space as single blanks, cut with an ellipsis where it is longer than `limit`."""
    line = visible(" ".join(text.split()))
    return line if len(line) <= limit else line[: limit - 1] + "…"


def _drawn(char: str) -> str:
    if char in "\t\n" or unicodedata.category(char) not in _UNSEEN:
        return char
    if char < " ":
        return chr(_PICTURES + ord(char))
    return "\N{SYMBOL FOR DELETE}" if char == "\x7f" else UNKNOWN
