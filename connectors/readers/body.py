"""Where on a page the report stands: the container that its CMS names, else the block that holds most of the prose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from lxml.etree import XPath, _Element, iterwalk

from connectors.readers.furniture import is_furniture
from connectors.readers.html_grid import is_grid
from connectors.readers.pieces import is_ignored, is_link
from connectors.readers.spacing import tidy
from connectors.readers.tree import SILENT, folded, is_within, text_of

# ids and classes, the surest first; those of TRS pages before those of other systems
_CONTAINERS = """
    zoom ucap-content zoomcon trs_editor trs_ueditor trs_editor_view trs_ueditor_view view xxgk_content
    article_content articlecontent article-content pages_content arti_content wp_articlecontent
    vsb_content v_news_content ivs_content content_body contentbody news_content newscontent
    article_con articlecon article-con bt_content con_con main_content
"""
_NAMED = XPath("//*[@id or @class]")
_RANK = {name: rank for rank, name in enumerate(_CONTAINERS.split())}
_MIN_CHARS = 10
# the block that still holds this share of the page's prose is the report
_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Bodies:
    """The tags that hold the report, in reading order: several where a page parts it, none where there is no text.

    `is_named` is false where no known container was found and the place was guessed from the text.
    """

    tags: tuple[_Element, ...]
    is_named: bool


def body_of(root: _Element) -> _Element:
    """The page's `<body>`, the whole page where it has none."""
    body = next(root.iter("body"), None)
    return root if body is None else body


def bodies_of(root: _Element) -> Bodies:
    """Where the report stands."""
    ranked: dict[int, list[_Element]] = {}
    for tag in cast(list[_Element], _NAMED(root)):
        rank = _rank(tag)
        if rank is not None:
            ranked.setdefault(rank, []).append(tag)
    for rank in sorted(ranked):
        if found := _distinct(ranked[rank]):
            return Bodies(tuple(found), is_named=True)
    densest = _densest(body_of(root))
    return Bodies((densest,) if densest is not None else (), is_named=False)


def _rank(tag: _Element) -> int | None:
    words = [tag.get("id", ""), *tag.get("class", "").split()]
    return min((_RANK[word.lower()] for word in words if word.lower() in _RANK), default=None)


def _distinct(tags: list[_Element]) -> list[_Element]:
    """The outermost of the tags that hold text; a copy (for other devices, or for the elderly) is left out."""
    chosen: list[_Element] = []
    texts: set[str] = set()
    for tag in tags:
        text = "" if is_within(tag, SILENT) else "".join(text_of(tag).split())
        nested = any(parent in chosen for parent in tag.iterancestors())
        if len(text) >= _MIN_CHARS and not nested and text not in texts:
            chosen.append(tag)
            texts.add(text)
    return chosen


def _densest(root: _Element) -> _Element | None:
    """The smallest block that holds nearly all text which is neither a link nor furniture."""
    chars = _prose_chars(root)
    tag, total = root, chars.get(root, 0)
    if not total or any(map(is_ignored, root.iterancestors())):
        return None
    heir = _heir(tag, chars, total)
    while heir is not None and not _is_text(heir):
        tag, heir = heir, _heir(heir, chars, total)
    return tag


def _heir(tag: _Element, chars: dict[_Element, int], total: int) -> _Element | None:
    """The child that alone holds nearly all of it."""
    return next((child for child in tag.iterchildren("*") if chars.get(child, 0) >= total * _SHARE), None)


def _is_text(tag: _Element) -> bool:
    """Whether it is a part of a report rather than a place for one."""
    return tag.tag in ("p", "span", "ul", "ol") or (tag.tag == "table" and is_grid(tag))


def _prose_chars(root: _Element) -> dict[_Element, int]:
    """By element, the characters of prose under it; what has none is left out."""
    chars: dict[_Element, int] = {}
    around = [0]
    walk = iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event == "start":
            is_walked = not (node.tag in SILENT or is_link(node) or is_ignored(node))
            around.append(_prose(node.text) if is_walked else 0)
            if not is_walked:
                walk.skip_subtree()
            continue
        if event == "end" and (count := around.pop()):
            chars[node] = count
            around[-1] += count
        around[-1] += _prose(node.tail)
    return chars


def _prose(text: str | None) -> int:
    line = tidy(folded(text)) if text else ""
    return len(line) if line and not is_furniture(line) else 0
