"""A picture of a page as a document: a scan that was saved as an image."""

from __future__ import annotations

import io
from typing import Any

from connectors.errors import UnreadableDocument
from connectors.readers import ocr
from connectors.readers.page_text import PageText
from connectors.readers.pdf_lines import Line, lines_of
from connectors.readers.pdf_text import Scanned, add_paragraphs, tell_doubts
from extraction.document import Document

_MOST_PIXELS = 60_000_000
_POINTS = 72 / ocr.DPI
_REMEDY = "see whether the bureau publishes its text as well, or type the figures off"


def read_image(content: bytes, url: str) -> Document:
    """The document of an image, where pictures can be read here. Raises UnreadableDocument."""
    if not ocr.is_installed():
        raise UnreadableDocument(url, "is an image, which cannot be read here", ocr.INSTALL)
    try:
        pictures = _pictures(content, url)
    except UnreadableDocument:
        raise
    except Exception as error:  # Pillow raises whatever a damaged image does to it
        said = " ".join(str(error).split())[:120] or type(error).__name__
        raise UnreadableDocument(url, f"is a damaged image ({said})", _REMEDY) from error
    lines: list[Line] = []
    doubts: dict[int, str] = {}
    for number, pixels in enumerate(pictures, 1):
        found = ocr.recognised(pixels, pixels.shape[1] * _POINTS, pixels.shape[0] * _POINTS)
        lines += lines_of(found.chars, number)
        doubts[number] = found.doubt
    if not lines:
        raise UnreadableDocument(url, "is an image without text", _REMEDY)
    text, scanned = PageText(), Scanned(doubts)
    add_paragraphs(text, lines, min(pixels.shape[1] for pixels in pictures) * _POINTS, scanned)
    tell_doubts(text, scanned)
    return text.document({})


def _pictures(content: bytes, url: str) -> list[Any]:
    """The pixels of each page of the image."""
    import numpy
    from PIL import Image, ImageSequence

    with Image.open(io.BytesIO(content)) as image:
        if image.width * image.height > _MOST_PIXELS:
            raise UnreadableDocument(url, f"is an image of more than {_MOST_PIXELS // 10**6} million pixels", _REMEDY)
        return [
            numpy.asarray(frame.convert("RGB"))
            for number, frame in enumerate(ImageSequence.Iterator(image))
            if number < ocr.MOST_PAGES
        ]
