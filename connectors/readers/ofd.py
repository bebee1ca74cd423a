"""An OFD, the national format of documents that keep their look: a zip of XML in which every character is placed.

Its characters are laid out like those of a PDF. Rules of tables are not followed: columns stay apart by their gaps.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from connectors.errors import UnreadableDocument
from connectors.readers.page_text import PageText
from connectors.readers.pdf_chars import Sheet
from connectors.readers.pdf_lines import furniture, lines_of
from connectors.readers.pdf_text import add_paragraphs
from connectors.readers.placed import Char
from connectors.readers.spacing import tidy
from connectors.readers.zips import refuse_bomb
from extraction.document import Document

_MOST_PAGES = 500
_A4 = (210.0, 297.0)  # millimetres
_ASCENT = 0.88  # of the characters' size, from their base line
_REMEDY = "open it in an OFD reader and save it as pdf, or ask the bureau for the text"


def read_ofd(content: bytes, url: str) -> Document:
    """The document of an OFD. Raises UnreadableDocument: damaged, protected, or without text."""
    refuse_bomb(content, url)
    try:
        pages = list(_pages(content))
    except Exception as error:  # whatever a damaged file does to zipfile and lxml
        said = " ".join(str(error).split())[:120] or type(error).__name__
        raise UnreadableDocument(url, f"is a damaged OFD ({said})", _REMEDY) from error
    if not any(page.chars for page in pages):
        what = "is a scan: an OFD of pictures" if any(page.is_picture for page in pages) else "is an OFD without text"
        raise UnreadableDocument(url, what, _REMEDY)
    lines = [lines_of(page.chars, page.number) for page in pages]
    dropped = furniture(pages, lines)
    text = PageText()
    kept = [line for own in lines for line in own if (line.page, line.bottom) not in dropped]
    add_paragraphs(text, kept, min(page.width for page in pages))
    return text.document({})


@dataclass(frozen=True, slots=True)
class _Package:
    """The parts of the zip as parsed XML, found whatever the case of their names."""

    archive: zipfile.ZipFile
    names: dict[str, str]

    def root(self, path: str) -> Any:
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        return etree.fromstring(self.archive.read(self.names[path.lstrip("/").lower()]), parser)


def _pages(content: bytes) -> Iterator[Sheet]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        package = _Package(archive, {name.lstrip("/").lower(): name for name in archive.namelist()})
        number = 0
        for start in _all(package.root("OFD.xml"), "DocRoot"):
            path = (start.text or "").strip()
            root = package.root(path)
            usual = _box(next(_all(root, "PhysicalBox"), None)) or (0.0, 0.0, *_A4)
            for page in _all(root, "Page"):
                number += 1
                if number > _MOST_PAGES or not page.get("BaseLoc"):
                    return
                yield _page(package.root(_beside(path, page.get("BaseLoc"))), usual, number)


def _beside(path: str, other: str) -> str:
    """Addresses inside the package are relative to the part that names them, or begin at its root with a slash."""
    return posixpath.normpath(other if other.startswith("/") else posixpath.join(posixpath.dirname(path), other))


def _page(root: Any, usual: tuple[float, ...], number: int) -> Sheet:
    _, _, width, height = _box(next(_all(root, "PhysicalBox"), None)) or usual
    chars = tuple(char for text in _all(root, "TextObject") for char in _chars(text, height))
    is_picture = not chars and next(_all(root, "ImageObject"), None) is not None
    return Sheet(number, width, height, chars, False, is_picture)


def _chars(text: Any, height: float) -> Iterator[Char]:
    """The characters of one text object: its box, its matrix, and how far each stands from the one before."""
    left, top, width, _ = _box(text, "Boundary") or (0.0, 0.0, 0.0, 0.0)
    a, b, c, d, e, f = _numbers(text.get("CTM")) if len(_numbers(text.get("CTM"))) == 6 else (1, 0, 0, 1, 0, 0)
    if abs(b) > 0.2 * abs(a) or abs(c) > 0.2 * abs(d):
        return  # slanted: a watermark or a seal
    size = _number(text.get("Size"), 3.7) * abs(d or 1)
    for code in _all(text, "TextCode"):
        x, y = _number(code.get("X"), 0.0), _number(code.get("Y"), 0.0)
        words = code.text or ""
        steps = _steps(code.get("DeltaX"), len(words)) or [width / max(1, len(words)) / (abs(a) or 1)] * len(words)
        is_parted = False
        for sign, step in zip(words, [*steps, size / (abs(a) or 1)], strict=False):
            at, base = left + a * x + e, height - (top + d * y + f)
            if tidy(sign) and sign >= " ":
                broad = min(abs(a * step), size) or size
                yield Char(sign, at, base - (1 - _ASCENT) * size, at + broad, base + _ASCENT * size, is_parted)
            is_parted = not tidy(sign)
            x += step


def _steps(written: str | None, count: int) -> list[float]:
    """`3.7 g 2 1.8` is 3.7 1.8 1.8: a g is followed by how often and by what."""
    parts = (written or "").split()
    steps: list[float] = []
    index = 0
    while index < len(parts) and len(steps) < count:
        if parts[index] == "g" and index + 2 < len(parts):
            times = min(int(_number(parts[index + 1], 0)), count)
            steps += [_number(parts[index + 2], 0.0)] * times
            index += 3
        else:
            steps.append(_number(parts[index], 0.0))
            index += 1
    return steps[: max(0, count - 1)]


def _all(parent: Any, name: str) -> Iterator[Any]:
    return (element for element in parent.iter() if str(element.tag).rpartition("}")[2] == name)


def _box(element: Any | None, attribute: str = "") -> tuple[float, float, float, float] | None:
    if element is None:
        return None
    numbers = _numbers(element.get(attribute) if attribute else element.text)
    return (numbers[0], numbers[1], numbers[2], numbers[3]) if len(numbers) == 4 else None


def _numbers(text: str | None) -> Sequence[float]:
    return [_number(part, 0.0) for part in (text or "").split()]


def _number(text: str | None, otherwise: float) -> float:
    try:
        value = float(text or "")
    except ValueError:
        return otherwise
    return value if abs(value) < 1e6 else otherwise
