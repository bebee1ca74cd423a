"""A page as lxml's tree, and the text in it that a reader may see.

BeautifulSoup builds a tree of its own over the same parser, at ten times the cost; list pages need it for their CSS
selectors, reports do not. `html.parser` would lose paragraphs where `<p>` is not closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from connectors.readers.spacing import tidy

# XHTML pages open with it
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
# browsers go on in the body behind these; the parser would begin another page there
_ENDS = re.compile(r"</(?:html|body)\s*>", re.I)
# what stands in these is no text of the page
SILENT = frozenset({"script", "style", "template", "rt", "rp"})
_BLANK = " \n\t\f\r"


def parse_page(html: str) -> etree._Element | None:
    """The root of a page's decoded source, None where there is nothing at all."""
    parser = etree.HTMLParser(huge_tree=True)  # some pages never close what they open
    try:
        parser.feed(_ENDS.sub("", XML_DECLARATION.sub("", html.removeprefix("\ufeff"))))
        return parser.close()
    except etree.LxmlError:
        return None


def folded(text: str) -> str:
    """A piece of text; of nothing but blanks one is left, a line break if there was one."""
    return text if text.strip(_BLANK) else "\n" if "\n" in text else " "


def text_of(element: etree._Element) -> str:
    """All text under an element."""
    if len(element):
        return "".join(map(folded, _texts(element)))
    return folded(element.text) if element.text else ""


def title_of(root: etree._Element) -> str:
    """What the page calls itself in the browser's title bar."""
    title = next(root.iter("title"), None)
    return tidy(text_of(title)) if title is not None else ""


def is_within(element: etree._Element, names: frozenset[str]) -> bool:
    """Whether the element stands in one that is called so."""
    return any(parent.tag in names for parent in element.iterancestors())


def _texts(element: etree._Element) -> Iterator[str]:
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event == "start":
            if node.tag in SILENT:
                walk.skip_subtree()
            elif node.text:
                yield node.text
        elif node.tail and node is not element:
            yield node.tail
