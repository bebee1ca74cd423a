"""Plain text files: kept character for character."""

from __future__ import annotations

from extraction.document import Document


def read_text(text: str) -> Document:
    """The document of a plain text; what it says about itself is sought in the text by extraction."""
    return Document.from_text(text)
