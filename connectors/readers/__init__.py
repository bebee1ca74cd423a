"""How bytes become a document. The kind is found by content; name and Content-Type decide only what is left open.

The HTML reader is imported where it is needed: a text file does not wait for BeautifulSoup.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from connectors.errors import UnreadableDocument
from connectors.readers.decoding import decode
from connectors.readers.text import read_text
from extraction.document import Document

_SIGNATURES = (
    (b"%PDF", "is a PDF"),
    (b"PK\x03\x04", "is a zip-based file (docx, xlsx, ofd or an archive)"),
    (b"\xd0\xcf\x11\xe0", "is a legacy Office file (doc, xls or wps)"),
    (b"\x89PNG", "is an image"),
    (b"\xff\xd8\xff", "is an image"),
    (b"GIF8", "is an image"),
    (b"\x1f\x8b", "is a compressed file"),
    (b"Rar!", "is an archive"),
    (b"7z\xbc\xaf", "is an archive"),
)
_SAVE_AS = "save its text as a .txt or .html file and read that"
_HTML_START = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_ANY_TAG = re.compile(r"<(?:p|div|span|br|table|h[1-6]|ul|section|article|meta|title)\b[^>]*>", re.I)
_HTML_SUFFIXES = frozenset({".html", ".htm", ".shtml", ".xhtml", ".jsp", ".asp", ".aspx", ".php"})
_SNIFFED_BYTES = 4096


def read(content: bytes, media_type: str, url: str, *, encoding: str | None = None) -> Document:
    """The document in these bytes. `encoding` is the charset that the source file names, if it does.

    Raises UnreadableDocument for what is empty, binary, in an unknown charset, or a page that says it is not there.
    """
    _refuse_binary(content, url)
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


def _refuse_binary(content: bytes, url: str) -> None:
    for signature, kind in _SIGNATURES:
        if content.startswith(signature):
            raise UnreadableDocument(url, f"{kind}, which is not read", _SAVE_AS)
    is_utf16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in content[:_SNIFFED_BYTES] and not is_utf16:
        raise UnreadableDocument(url, "is neither text nor HTML but binary", _SAVE_AS)


def _is_html(text: str, media_type: str, url: str) -> bool:
    if _HTML_START.match(text):
        return True
    if media_type == "text/plain" or not _ANY_TAG.search(text):
        return False
    suffix = PurePosixPath(unquote(urlsplit(url).path)).suffix.lower()
    return suffix in _HTML_SUFFIXES or "html" in media_type
