"""What others wrote, made safe to show: one line, nothing invisible, not too long. Escaping is the templates' work."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

SPACES = re.compile(r"\s+")
# a run of escaped bytes above 7F
_ESCAPED = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")
SENTENCE = 240
BEFORE_MARK = 80


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: plain, marked as the number that matters, or a link."""

    text: str
    marked: bool = False
    href: str | None = None


def clean(text: str, limit: int) -> str:
    """One line of at most `limit` characters, without control characters, direction marks or half characters."""
    return clip(_folded(text).strip(), limit)


def readable(url: str) -> str:
    """An address as people read it: escaped characters beyond ASCII (Chinese file names) shown, all else as it is.

    It still leads where it led: browsers escape it again. What is no UTF-8 when unescaped stays escaped.
    """
    return _ESCAPED.sub(lambda match: _unescaped(match[0]), url)


def _unescaped(escaped: str) -> str:
    try:
        text = bytes.fromhex(escaped.replace("%", "")).decode("utf-8")
    except UnicodeDecodeError:
        return escaped
    return text if text.isprintable() else escaped


def clip(text: str, limit: int) -> str:
    """The text, or its beginning and an ellipsis: never more than `limit` characters."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def excerpt(sentence: str, marks: Iterable[tuple[int, int]], limit: int = SENTENCE) -> tuple[Piece, ...]:
    """The sentence in pieces, its numbers marked; of a long one the part around the first number."""
    spans = _merged(marks, len(sentence))
    start = max(0, spans[0][0] - BEFORE_MARK) if spans and len(sentence) > limit else 0
    end = min(len(sentence), start + limit)
    pieces = [Piece(_folded(sentence[a:b]), marked) for a, b, marked in _split(spans, start, end)]
    ellipsis = Piece("…")
    shown = [ellipsis] * (start > 0) + [piece for piece in pieces if piece.text] + [ellipsis] * (end < len(sentence))
    return _trimmed(shown)


def plain(pieces: Sequence[Piece]) -> str:
    """The text of the pieces."""
    return "".join(piece.text for piece in pieces)


def marks_of(pieces: Sequence[Piece]) -> list[list[int]]:
    """Where the marked pieces stand in `plain(pieces)`, as `[start, end)`."""
    found, at = [], 0
    for piece in pieces:
        if piece.marked:
            found.append([at, at + len(piece.text)])
        at += len(piece.text)
    return found


def _folded(text: str) -> str:
    """White space as single blanks; what cannot be seen or cannot be written as UTF-8 goes."""
    return SPACES.sub(" ", "".join(map(_shown, text)))


def _shown(character: str) -> str:
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category == "Cs":
        return "\ufffd"
    return "" if category in ("Cc", "Cf") else character


def _merged(marks: Iterable[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """The marks inside the text, in order, none overlapping another."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((max(0, start), min(length, end)) for start, end in marks):
        start = max(start, merged[-1][1]) if merged else start
        if start < end:
            merged.append((start, end))
    return merged


def _split(spans: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    at = start
    for a, b in spans:
        a, b = min(max(a, start), end), min(b, end)
        yield at, a, False
        yield a, b, True
        at = b
    yield at, end, False


def _trimmed(pieces: list[Piece]) -> tuple[Piece, ...]:
    if pieces:
        pieces[0] = Piece(pieces[0].text.lstrip(), pieces[0].marked)
        pieces[-1] = Piece(pieces[-1].text.rstrip(), pieces[-1].marked)
    return tuple(piece for piece in pieces if piece.text)
