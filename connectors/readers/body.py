"""Where on a page the report stands: the container that its CMS names, else the block that holds most of the prose."""

from __future__ import annotations

from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from connectors.readers.furniture import is_furniture
from connectors.readers.grid import is_grid
from connectors.readers.pieces import is_ignored, is_link
from connectors.readers.spacing import tidy

# ids and classes, the surest first; those of TRS pages before those of other systems
_CONTAINERS = """
    zoom ucap-content zoomcon trs_editor trs_ueditor trs_editor_view trs_ueditor_view view xxgk_content
    article_content articlecontent article-content pages_content arti_content wp_articlecontent
    vsb_content v_news_content ivs_content content_body contentbody news_content newscontent
    article_con articlecon article-con bt_content con_con main_content
"""
_RANK = {name: rank for rank, name in enumerate(_CONTAINERS.split())}
_MIN_CHARS = 10
# the block that still holds this share of the page's prose is the report
_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Bodies:
    """The tags that hold the report, in reading order: several where a page parts it, none where there is no text.

    `is_named` is false where no known container was found and the place was guessed from the text.
    """

    tags: tuple[Tag, ...]
    is_named: bool


def bodies_of(soup: BeautifulSoup) -> Bodies:
    """Where the report stands."""
    ranked: dict[int, list[Tag]] = {}
    for tag in soup.find_all(True):
        rank = _rank(tag)
        if rank is not None:
            ranked.setdefault(rank, []).append(tag)
    for rank in sorted(ranked):
        if found := _distinct(ranked[rank]):
            return Bodies(tuple(found), is_named=True)
    densest = _densest(soup)
    return Bodies((densest,) if densest is not None else (), is_named=False)


def _rank(tag: Tag) -> int | None:
    words = [str(tag.attrs.get("id", "")), *tag.get_attribute_list("class")]
    return min((_RANK[word.lower()] for word in words if word and word.lower() in _RANK), default=None)


def _distinct(tags: list[Tag]) -> list[Tag]:
    """The outermost of the tags that hold text; a copy (for other devices, or for the elderly) is left out."""
    chosen: list[Tag] = []
    texts: set[str] = set()
    for tag in tags:
        text = "".join(tag.get_text().split())
        nested = any(parent in chosen for parent in tag.parents)
        if len(text) >= _MIN_CHARS and not nested and text not in texts:
            chosen.append(tag)
            texts.add(text)
    return chosen


def _densest(soup: BeautifulSoup) -> Tag | None:
    """The smallest block that holds nearly all text which is neither a link nor furniture."""
    chars: dict[int, int] = {}
    root = soup.body or soup
    for node in root.find_all(string=True):
        size = _prose_chars(node)
        for parent in node.parents if size else ():
            chars[id(parent)] = chars.get(id(parent), 0) + size
    tag, total = root, chars.get(id(root), 0)
    if not total:
        return None
    while heir := next((child for child in tag.find_all(True, recursive=False) if _holds(child, chars, total)), None):
        if heir.name in ("p", "span", "ul", "ol") or (heir.name == "table" and is_grid(heir)):
            break
        tag = heir
    return tag


def _holds(tag: Tag, chars: dict[int, int], total: int) -> bool:
    return chars.get(id(tag), 0) >= total * _SHARE


def _prose_chars(node: NavigableString) -> int:
    if type(node) is not NavigableString:
        return 0
    text = tidy(node)
    if not text or is_furniture(text):
        return 0
    if any(is_link(parent) or is_ignored(parent) for parent in node.parents):
        return 0
    return len(text)
