"""The characters of a PDF's pages and where they stand, as PDFium sees them; upright pages only, as they are shown.

PDFium may be used by one thread at a time: whoever opens a file holds `LOCK`.
"""

from __future__ import annotations

import ctypes
import math
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from connectors.readers.spacing import tidy

LOCK = threading.Lock()
MOST_CHARS = 50_000  # of a page
_MOST_PATHS = 5000  # a page of more lines is a drawing
_TURNED = 0.2  # radians; a watermark is no line of text
_UNREADABLE_SHARE = 0.2
_FEW = 10


@dataclass(frozen=True, slots=True)
class Char:
    """One character at its place: points from the page's left and from its bottom, as the page is shown."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    is_parted: bool = False  # a blank stands before it

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    @property
    def size(self) -> float:
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its characters, whether lines are ruled on it, and whether it is a picture that no text goes with."""

    number: int
    width: float
    height: float
    chars: tuple[Char, ...]
    is_ruled: bool
    is_picture: bool


def sheets(document: Any) -> Iterator[Sheet]:
    """Every page of an open PDFium document. The caller holds LOCK."""
    for number in range(len(document)):
        page = document[number]
        try:
            yield _sheet(page, number + 1)
        finally:
            page.close()


def _sheet(page: Any, number: int) -> Sheet:
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    textpage = page.get_textpage()
    try:
        chars, unreadable = _chars(textpage.raw, _turn(page, width, height))
    finally:
        textpage.close()
    kinds = [pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING]
    paths = pictures = 0
    for found in page.get_objects(filter=kinds):
        paths += found.type == pdfium.FPDF_PAGEOBJ_PATH
        pictures += found.type == pdfium.FPDF_PAGEOBJ_IMAGE
        if paths > _MOST_PATHS:
            break
    is_lost = unreadable > _FEW and unreadable > _UNREADABLE_SHARE * (len(chars) + unreadable)
    is_picture = is_lost or (len(chars) < _FEW and pictures > 0)
    return Sheet(number, width, height, () if is_lost else tuple(chars), 4 <= paths <= _MOST_PATHS, is_picture)


def _turn(page: Any, width: float, height: float) -> Any:
    """From PDFium's coordinates, which know nothing of the page's rotation, to those of the page as it is shown."""
    left, bottom, right, top = page.get_bbox()
    turned = page.get_rotation() % 360

    def place(x: float, y: float) -> tuple[float, float]:
        return {
            0: (x - left, y - bottom),
            90: (y - bottom, right - x),
            180: (right - x, top - y),
            270: (top - y, x - left),
        }[turned]

    return place, math.radians(turned)


def _chars(raw: Any, turn: Any) -> tuple[list[Char], int]:
    """The characters that can be read, and how many cannot."""
    import pypdfium2.raw as pdfium

    place, turned = turn
    box = pdfium.FS_RECTF()
    found, unreadable, is_parted = [], 0, False
    for index in range(min(pdfium.FPDFText_CountChars(raw), MOST_CHARS)):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        text = chr(code) if code < 0x110000 else ""
        if not tidy(text) or pdfium.FPDFText_IsGenerated(raw, index) == 1:
            # PDFium makes blanks of its own, also inside numbers: only those of the file count
            is_parted |= text.isspace() and pdfium.FPDFText_IsGenerated(raw, index) == 0
            continue
        if code >= 0x110000 or text in "\ufffd\ufffe\uffff" or "\ue000" <= text <= "\uf8ff" or text < " ":
            unreadable += 1
            continue
        if 0xD800 <= code < 0xE000 or not pdfium.FPDFText_GetLooseCharBox(raw, index, ctypes.byref(box)):
            continue
        if _is_slanted(pdfium.FPDFText_GetCharAngle(raw, index) + turned):
            continue
        corners = place(box.left, box.bottom), place(box.right, box.top)
        (left, right), (bottom, top) = (sorted(values) for values in zip(*corners, strict=True))
        found.append(Char(text, left, bottom, right, top, is_parted))
        is_parted = False
    return found, unreadable


def _is_slanted(angle: float) -> bool:
    turned = abs(angle) % math.tau
    return min(turned, math.tau - turned) > _TURNED
