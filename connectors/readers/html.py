"""An HTML page as a document: its title, what it says about itself, and its body without the furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.etree import _Element

from connectors.dates import date_in
from connectors.errors import UnreadableDocument
from connectors.missing import says_missing
from connectors.readers.body import bodies_of, body_of
from connectors.readers.files import files_of, names_files
from connectors.readers.furniture import is_furniture, is_tail
from connectors.readers.labels import label_lines, labelled
from connectors.readers.page_text import PageText
from connectors.readers.pieces import Paragraph, Piece, TablePiece, pieces_of
from connectors.readers.spacing import tidy
from connectors.readers.tree import parse_page, title_of
from extraction.document import Document, File

# lines of its metadata that the text of a document begins with, under their usual labels
_SHOWN = {
    "index_number": "索引号",
    "document_number": "文号",
    "topic": "主题分类",
    "issuer": "发文单位",
    "published_on": "发布日期",
}
_META_KEYS = {"articletitle": "title", "contentsource": "issuer", "pubdate": "published_on"}
_NO_TEXT = "open the address in a browser: the text may be built by a script or stand in an attachment"
# labels inside the body stand in its first lines
_HEAD_PIECES = 16
_SECTION = re.compile(r"[（(]?[一二三四五六七八九十\d]+\s*[、.．)）]")
_ATTACHMENT = re.compile(r"附件|附表|\.(?:docx?|xlsx?|pdf|wps|et|ofd|zip|rar)\b", re.I)
_SITE_NAME = re.compile(r"\s*[-_—|｜–]+\s*[^-_—|｜–]*?(?:政府|局|委员会|委|网|网站|办公室|办|厅|平台|中心)\s*$")


def read_html(html: str, url: str) -> Document:
    """The document of a page. Raises UnreadableDocument where there is none: a "not found" page, or no text at all."""
    root = parse_page(html)
    if root is None:
        raise UnreadableDocument(url, "has no text in its body", _NO_TEXT)
    bodies = bodies_of(root)
    around = {parent for body in bodies.tags for parent in body.iterancestors()}
    pieces = pieces_of(body_of(root), frozenset(bodies.tags), around)
    inside = [piece for piece in pieces if piece.inside]
    metadata = _metadata(root, pieces, inside)
    kept = _without_title(_report(inside, bodies.is_named), metadata.get("title", ""))
    files = files_of(root, bodies.tags, url) if names_files(html) else ()
    _refuse_missing(title_of(root), kept, url, has_files=bool(files))
    return _document(metadata, kept, files)


def _metadata(root: _Element, pieces: Sequence[Piece], inside: Sequence[Piece]) -> dict[str, str]:
    """What the page says about itself: by its labels; title and date rather by its meta tags, which are exact."""
    tags = _meta_tags(root)
    outside = [piece for piece in pieces if not piece.inside]
    labels = labelled([*_lines(outside), *_lines(inside[:_HEAD_PIECES])])
    metadata = {**tags, **labels} | {key: tags[key] for key in ("title", "published_on") if key in tags}
    title = metadata.get("title") or _heading(pieces) or _page_title(root)
    return metadata | {"title": title} if title else metadata


def _meta_tags(root: _Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in root.iter("meta"):
        key = _META_KEYS.get(str(tag.get("name") or "").strip().lower())
        value = tidy(str(tag.get("content") or ""))
        if key == "published_on":
            day = date_in(value)
            value = day.isoformat() if day else ""
        if key and value:
            found.setdefault(key, value)
    return found


def _heading(pieces: Sequence[Piece]) -> str | None:
    """The longest heading that numbers no section, rather one outside the body."""
    for inside in (False, True):
        headings = [
            piece.text
            for piece in pieces
            if isinstance(piece, Paragraph) and piece.kind == "heading" and piece.inside is inside and not piece.linked
        ]
        if titles := [text for text in headings if not _SECTION.match(text)]:
            return max(titles, key=len)
    return None


def _page_title(root: _Element) -> str | None:
    return _SITE_NAME.sub("", title_of(root)) or None


def _lines(pieces: Sequence[Piece]) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, Paragraph):
            yield piece.text
        else:
            yield from (cell.text for cell in piece.grid.cells)


def _report(inside: Sequence[Piece], is_named: bool) -> list[Piece]:
    """The body's pieces without furniture, without its metadata, and without what follows the report."""
    ours = inside[: _tail_start(inside)]
    metadata = _metadata_places(ours[:_HEAD_PIECES])
    return [
        piece
        for index, piece in enumerate(ours)
        if index not in metadata and not (isinstance(piece, Paragraph) and _is_foreign(piece, is_named))
    ]


def _is_foreign(line: Paragraph, is_named: bool) -> bool:
    """Furniture, and in a guessed body also menus: lines that are nothing but links, other than to attachments."""
    is_menu = not is_named and line.linked and not _ATTACHMENT.search(line.text)
    return is_menu or is_furniture(line.text)


def _tail_start(inside: Sequence[Piece]) -> int:
    """Where other pages' titles begin. A neighbour named above the report ends nothing."""
    half = sum(map(_chars, inside)) / 2
    seen = 0
    for index, piece in enumerate(inside):
        if seen >= half and isinstance(piece, Paragraph) and is_tail(piece.text):
            return index
        seen += _chars(piece)
    return len(inside)


def _chars(piece: Piece) -> int:
    return sum(map(len, _lines([piece])))


def _metadata_places(head: Sequence[Piece]) -> set[int]:
    lines = [piece.text if isinstance(piece, Paragraph) else "" for piece in head]
    tables = {
        index
        for index, piece in enumerate(head)
        if isinstance(piece, TablePiece) and len(labelled(cell.text for cell in piece.grid.cells)) >= 2
    }
    return tables | label_lines(lines)


def _without_title(kept: list[Piece], title: str) -> list[Piece]:
    """The body without the title it opens with, which may be parted into lines."""
    wanted, seen = "".join(title.split()), ""
    for index, piece in enumerate(kept[:4]):
        if not isinstance(piece, Paragraph):
            break
        seen += "".join(piece.text.split())
        if seen == wanted:
            return kept[index + 1 :]
        if not wanted.startswith(seen):
            break
    return kept


def _refuse_missing(title: str, kept: Sequence[Piece], url: str, *, has_files: bool) -> None:
    if says_missing(title, "".join("".join(line.split()) for line in _lines(kept))):
        raise UnreadableDocument(
            url, "is a page that says it was not found", "open the list again: the report has moved"
        )
    if not any(_lines(kept)) and not has_files:
        raise UnreadableDocument(url, "has no text in its body", _NO_TEXT)


def _document(metadata: dict[str, str], kept: Sequence[Piece], files: Sequence[File]) -> Document:
    page = PageText()
    if title := metadata.get("title"):
        page.add_paragraph("heading", title)
    for key, label in _SHOWN.items():
        if key in metadata:
            page.add_paragraph("paragraph", f"{label}：{metadata[key]}")
    for piece in kept:
        if isinstance(piece, TablePiece):
            page.add_table(piece.grid)
        else:
            page.add_paragraph(piece.kind, piece.text)
    return page.document(metadata, files)
