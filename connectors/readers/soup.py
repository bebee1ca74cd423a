"""BeautifulSoup, always with lxml: html.parser loses paragraphs when `<p>` is not closed."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup

# XHTML pages open with it, and it would make the parser warn that they are XML
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def parse(html: str) -> BeautifulSoup:
    """The tree of a page's decoded source."""
    return BeautifulSoup(_XML_DECLARATION.sub("", html), "lxml")
