"""A page saved with its pictures in one file, as programs write it that call it .doc: its HTML is read."""

from __future__ import annotations

from email import message_from_bytes

from connectors.errors import UnreadableDocument
from connectors.readers.decoding import decode
from extraction.document import Document


def read_mhtml(content: bytes, url: str) -> Document:
    """The document of the file's first page. Raises UnreadableDocument."""
    from connectors.readers.html import read_html

    for part in message_from_bytes(content).walk():
        page = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(page, bytes) and page.strip():
            try:
                return read_html(decode(page), url)
            except ValueError as error:
                raise UnreadableDocument(url, str(error), "open it in Word or WPS and save it as docx") from error
    raise UnreadableDocument(url, "is a saved page without its page", "open it in Word or WPS and save it as docx")
