"""How bytes become a document. The kind is found by content; name and Content-Type decide only what is left open.

Every reader is imported where it is needed: a text file does not wait for BeautifulSoup, a page not for PDFium.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from connectors.errors import UnreadableDocument
from connectors.readers.decoding import decode
from connectors.readers.kinds import Kind, kind_of
from connectors.readers.refusals import is_refused, refuse
from connectors.readers.text import read_text
from extraction.document import Document

# kind -> module and function; each takes the bytes and the address
_READERS: dict[Kind, tuple[str, str]] = {
    "docx": ("docx", "read_docx"),
    "xlsx": ("sheets", "read_xlsx"),
    "xls": ("sheets", "read_xls"),
    "pdf": ("pdf", "read_pdf"),
    "doc": ("legacy", "read_doc"),
    "rtf": ("legacy", "read_rtf"),
    "ofd": ("ofd", "read_ofd"),
    "mhtml": ("mhtml", "read_mhtml"),
    "zip": ("bundle", "read_zip"),
    "image": ("images", "read_image"),
}
_HTML_START = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_ANY_TAG = re.compile(r"<(?:p|div|span|br|table|h[1-6]|ul|section|article|meta|title)\b[^>]*>", re.I)
_HTML_SUFFIXES = frozenset({".html", ".htm", ".shtml", ".xhtml", ".jsp", ".asp", ".aspx", ".php"})


def read(content: bytes, media_type: str, url: str, *, encoding: str | None = None) -> Document:
    """The document in these bytes. `encoding` is the charset that the source file names, if it does.

    Raises UnreadableDocument for what is empty, of a kind that is not read, damaged, protected by a password, in an
    unknown charset, or a page that says it is not there.
    """
    kind = kind_of(content)
    if is_refused(kind):
        raise refuse(kind, url)
    if kind in _READERS:
        return _reader(kind)(content, url)
    return _read_page(content, media_type, url, encoding)


def _reader(kind: Kind) -> Callable[[bytes, str], Document]:
    module, function = _READERS[kind]
    reader: Callable[[bytes, str], Document] = getattr(import_module(f"connectors.readers.{module}"), function)
    return reader


def _read_page(content: bytes, media_type: str, url: str, encoding: str | None) -> Document:
    """A page or a plain text."""
    try:
        text = decode(content, encoding)
    except ValueError as error:
        remedy = "write the page's charset as encoding into the source file"
        raise UnreadableDocument(url, str(error), remedy) from error
    if not text.replace("\ufeff", "").strip():
        raise UnreadableDocument(url, "is empty")
    if not _is_html(text, media_type, url):
        return read_text(text)
    from connectors.readers.html import read_html

    return read_html(text, url)


def _is_html(text: str, media_type: str, url: str) -> bool:
    if _HTML_START.match(text):
        return True
    if media_type == "text/plain" or not _ANY_TAG.search(text):
        return False
    suffix = PurePosixPath(unquote(urlsplit(url).path)).suffix.lower()
    return suffix in _HTML_SUFFIXES or "html" in media_type
