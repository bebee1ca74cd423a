"""Characters to lines, and lines to paragraphs: a line that reaches the margin goes on, and no number is cut.

A line with wide gaps is a row of a table without rules: its gaps stay, and nothing is joined to it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from connectors.readers.pdf_chars import Sheet
from connectors.readers.placed import Char
from connectors.readers.spacing import WIDE

GAP = "  "
_WORD_GAP, _RUN_GAP, _WIDE_GAP = 0.14, 0.3, 1.6  # of the characters' size, which is about 1.2 of their font's
_LATIN_END, _LATIN_START = re.compile(r"[A-Za-z,;:)]$"), re.compile(r"[A-Za-z(]")
_HAN = re.compile(rf"[{WIDE}]")
_NUMBER_OF_PAGE = re.compile(
    r"[—–\-－_~·•\s]*第?\s*(?P<number>\d{1,4})\s*页?\s*(?:[/／,，共]\s*共?\s*\d{1,4}\s*页?)?[—–\-－_~·•\s]*"
)
_MARGIN = 0.12  # of the page's height, where headers and footers stand
_SMALL = 0.85
_OFTEN = 0.6  # of the pages
_SIGHTED = 2  # pages, to tell what comes again on each
_NARROW = 0.7  # of the page's width; lines that stay within it end where their author ended them
_ENDS = re.compile(r"[。；;！？!?：:]$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    page: int

    @property
    def size(self) -> float:
        return self.top - self.bottom

    @property
    def is_row(self) -> bool:
        """Whether columns are parted in it."""
        return GAP in self.text


def lines_of(chars: Sequence[Char], page: int) -> list[Line]:
    """The lines of the characters, from the top; the order in the file means nothing."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda c: -c.middle[1]):
        if rows and abs(rows[-1][0].middle[1] - char.middle[1]) <= 0.5 * max(rows[-1][0].size, char.size):
            rows[-1].append(char)
        else:
            rows.append([char])
    return [_line(sorted(row, key=lambda c: c.left), page) for row in rows]


def _line(row: Sequence[Char], page: int) -> Line:
    size = median(char.size for char in row) or 1
    text = row[0].text
    for before, char in pairwise(row):
        if char.text == before.text and char.left < before.left + 0.2 * size:
            continue  # printed twice to look bold
        text += _space(before, char, size) + char.text
    return Line(text, row[0].left, max(c.right for c in row), min(c.bottom for c in row), max(c.top for c in row), page)


def _space(before: Char, char: Char, size: float) -> str:
    gap = (char.left - before.right) / size
    is_run = len(before.text) > 1 or len(char.text) > 1
    if gap > (_RUN_GAP if is_run else _WIDE_GAP):
        return GAP
    han = bool(_HAN.match(before.text)) + bool(_HAN.match(char.text))
    if han:  # a line is justified by spreading such characters: only a blank that was typed is one
        return " " if char.is_parted and han == 1 else ""
    is_number = before.text.isdigit() and char.text.isdigit()
    return " " if gap > _WORD_GAP or (char.is_parted and not is_number) else ""


def furniture(pages: Sequence[Sheet], lines: Sequence[Sequence[Line]]) -> set[tuple[int, float]]:
    """Headers, footers and numbers of pages, as (page, bottom): what stands at the rim alone or again on most pages."""
    rims = [_rim(page, own) for page, own in zip(pages, lines, strict=True)]
    seen = Counter(key for rim in rims for key in {_key(line) for line in rim})
    often = max(_SIGHTED, _OFTEN * len(pages))
    ahead = _numbering(rims)
    return {
        (line.page, line.bottom)
        for rim in rims
        for line in rim
        if (seen[_key(line)] >= often if _ahead(line) is None else _is_number_of_page(line, ahead))
    }


def _is_number_of_page(line: Line, ahead: set[int | None]) -> bool:
    """— 3 — and 第3页 tell themselves, 3 alone is told by the other pages."""
    return _ahead(line) in ahead or not line.text.strip().isdigit()


def _numbering(rims: Sequence[Sequence[Line]]) -> set[int | None]:
    """How far the printed number of a page is ahead of its place in the file; one that nothing confirms is none.

    A table may end at the foot of a page, with 300 alone in its last line.
    """
    counted = Counter(ahead for rim in rims for ahead in {_ahead(line) for line in rim} if ahead is not None)
    if not counted:
        return set()
    usual, times = counted.most_common(1)[0]
    return {usual} if times >= _SIGHTED or usual == 0 else set()


def _ahead(line: Line) -> int | None:
    match = _NUMBER_OF_PAGE.fullmatch(line.text)
    return int(match["number"]) - line.page if match else None


def _rim(page: Sheet, lines: Sequence[Line]) -> list[Line]:
    """The lines above and below the text: numbers alone, and what is apart from the text or smaller than it."""
    low, high = page.height * _MARGIN, page.height * (1 - _MARGIN)
    size = median(line.size for line in lines) if lines else 0
    ordered = sorted(lines, key=lambda line: -line.top)
    found = []
    for index, line in enumerate(ordered):
        inner = ordered[index + 1 : index + 2] if line.bottom > high else ordered[max(0, index - 1) : index]
        gap = min((max(line.bottom - other.top, other.bottom - line.top) for other in inner), default=page.height)
        is_apart = gap > size or line.size < _SMALL * size or _NUMBER_OF_PAGE.fullmatch(line.text) is not None
        if is_apart and (line.top < low or line.bottom > high):
            found.append(line)
    return found


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", "".join(line.text.split()))


def paragraphs(lines: Sequence[Line], width: float) -> Iterator[list[Line]]:
    """The lines that belong together, also over the end of a page; `width` is that of the narrowest page."""
    if not lines:
        return
    size = median(line.size for line in lines)
    prose = [line for line in lines if not line.is_row] or lines
    left = _usual(line.left for line in prose)
    right = max(_NARROW * width, *(line.right for line in prose))
    leading = _leading(lines, size)
    run = [lines[0]]
    for before, line in pairwise(lines):
        is_title = _is_centred(before, left, size, width)
        if not is_title and _goes_on(before, line, left, right, size, leading):
            run.append(line)
        else:
            yield run
            run = [line]
    yield run


def _is_centred(line: Line, left: float, size: float, width: float) -> bool:
    """Whether a line stands in the middle of the page and away from the margin: a title."""
    is_in_the_middle = abs((line.left + line.right) / 2 - width / 2) < 0.6 * size
    return is_in_the_middle and line.left > left + 2.5 * size


def _usual(lefts: Iterator[float]) -> float:
    """The margin: the leftmost place where lines begin more than once, else the leftmost."""
    counted = Counter(round(place) for place in lefts)
    repeated = [place for place in counted if counted[place] + counted[place + 1] > 1]
    return float(min(repeated or counted))


def _leading(lines: Sequence[Line], size: float) -> float:
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if a.page == b.page and a.bottom - b.bottom > size * 0.5]
    return median(steps) if steps else size * 2


def _goes_on(before: Line, line: Line, left: float, right: float, size: float, leading: float) -> bool:
    if before.is_row or line.is_row or abs(before.size - line.size) > 0.2 * size:
        return False
    is_full = before.right >= right - 2.2 * size
    is_indented = line.left > left + 1.2 * size
    is_apart = before.page == line.page and before.bottom - line.bottom > 1.5 * leading
    if is_apart and _ENDS.search(before.text):
        return False
    return is_full and not is_indented


def joined(pieces: Sequence[str]) -> str:
    """The lines of one paragraph or cell as one: between two words of Latin letters stands a space, else nothing."""
    text = pieces[0] if pieces else ""
    for piece in pieces[1:]:
        is_words = _LATIN_END.search(text) and _LATIN_START.match(piece)
        text += (" " if is_words else "") + piece
    return text
