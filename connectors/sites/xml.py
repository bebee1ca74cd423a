"""XML from strangers: no entities, no network, no huge trees, and a broken tag loses no more than itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connectors.errors import ListingChanged
from connectors.response import Response
from connectors.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element


def root_of(source: Source, answer: Response) -> _Element:
    """The root of an answer. Raises ListingChanged for what is no XML."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(answer.content, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise ListingChanged(source.id, answer.url, "the answer is no XML")
    return root


def name_of(element: _Element) -> str:
    """An element's name without its namespace, empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def text_of(element: _Element, *names: str) -> str:
    """The text of the first child that is called by one of the names, the earlier name first; empty without one."""
    for name in names:
        for child in element:
            if name_of(child) == name and (text := "".join(map(str, child.itertext())).strip()):
                return text
    return ""
