"""BeautifulSoup, for list pages; always with lxml, as in `tree.py`."""

from __future__ import annotations

from bs4 import BeautifulSoup

from connectors.readers.tree import XML_DECLARATION


def parse(html: str) -> BeautifulSoup:
    """The tree of a page's decoded source."""
    # the declaration would make the parser warn that the page is XML
    return BeautifulSoup(XML_DECLARATION.sub("", html), "lxml")
