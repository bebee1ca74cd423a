"""The characters of a PDF's pages and where they stand, as PDFium sees them; upright pages only, as they are shown.

PDFium may be used by one thread at a time: whoever opens a file holds `LOCK`.
"""

from __future__ import annotations

import ctypes
import math
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from connectors.readers import ocr
from connectors.readers.placed import Char
from connectors.readers.spacing import tidy

LOCK = threading.Lock()
MOST_CHARS = 50_000  # of a page
_MOST_PATHS = 5000  # a page of more lines is a drawing
_TURNED = 0.2  # radians; a watermark is no line of text
_UNREADABLE_SHARE = 0.2
_FEW = 10
_MOST_SIDE = 4000  # pixels of a picture that is recognised


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its characters, whether lines are ruled on it, and whether it is a picture that no text goes with."""

    number: int
    width: float
    height: float
    chars: tuple[Char, ...]
    is_ruled: bool
    is_picture: bool
    doubt: str | None = None  # of a page whose characters were recognised: what may be missing, or nothing


def sheets(document: Any) -> Iterator[Sheet]:
    """Every page of an open PDFium document, those that are pictures read where they can be. The caller holds LOCK."""
    pictures = 0
    for number in range(len(document)):
        page = document[number]
        try:
            sheet = _sheet(page, number + 1)
            if sheet.is_picture and pictures < ocr.MOST_PAGES and ocr.is_installed():
                pictures += 1
                sheet = _recognised(page, sheet)
            yield sheet
        finally:
            page.close()


def _recognised(page: Any, sheet: Sheet) -> Sheet:
    """The page as it is shown, with the characters on its picture."""
    pixels = page.render(scale=min(ocr.DPI / 72, _MOST_SIDE / max(sheet.width, sheet.height))).to_numpy()
    found = ocr.recognised(pixels, sheet.width, sheet.height)
    return replace(sheet, chars=found.chars, is_picture=not found.chars, is_ruled=False, doubt=found.doubt)


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
