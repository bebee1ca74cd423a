"""Which files a page is published with: links to documents in its body, beside it under 附件, or shown in a frame."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from urllib.parse import parse_qsl, unquote, urldefrag, urljoin, urlsplit

from lxml.etree import _Element

from connectors.readers.spacing import tidy
from connectors.readers.tree import text_of
from extraction.document import File

MOST_FILES = 20
_SUFFIX = re.compile(r"\.(docx?|wps|xlsx?|et|pdf|ofd|zip|rar|7z|rtf)(?![A-Za-z0-9])", re.I)
_ATTACHED = re.compile(r"附\s*件|附\s*表|相关文件|文件下载")
_NO_NAME = re.compile(
    r"(?:点击|点此|此处|请|查看|文件|附件|原文|全文|正文|下载|阅读|打开|PDF|WORD|EXCEL|版|[\s\[\]【】（）()：:>.\d])*",
    re.I,
)
_NAME_MAX_CHARS = 80
_FRAMES = ("iframe", "embed", "object")


def names_files(html: str) -> bool:
    """Whether a page's source names a document's suffix at all; most pages do not, and need no look at their links."""
    return _SUFFIX.search(html) is not None


def files_of(root: _Element, bodies: Sequence[_Element], url: str) -> tuple[File, ...]:
    """The page's files, each address once, in the order of the page; of very many the first."""
    inside, base = frozenset(bodies), _base(root, url)
    found: dict[str, File] = {}
    for tag in filter(_may_lead_to_a_file, root.iter("a", *_FRAMES)):
        address = _address(tag, base)
        if address and address not in found and _is_ours(tag, address, url, inside):
            found[address] = File(address, _name(tag, address))
    return tuple(list(found.values())[:MOST_FILES])


def _base(root: _Element, url: str) -> str:
    """What the addresses of the page are relative to."""
    written = next((base.get("href", "") for base in root.iter("base")), "")
    try:
        return urljoin(url, written.strip())
    except ValueError:
        return url


def _may_lead_to_a_file(tag: _Element) -> bool:
    """Told by the words alone, because a page has hundreds of links: the address or the link's text names a suffix."""
    if tag.tag != "a":
        return True
    href = tag.get("href")
    return href is not None and (_SUFFIX.search(href) is not None or _SUFFIX.search(text_of(tag)) is not None)


def _address(tag: _Element, url: str) -> str:
    """Where the file is; empty where the tag leads to none. A viewer's page may carry the file's address with it."""
    given = str(tag.get("href") or tag.get("src") or tag.get("data") or "").strip()
    if not given or given.lower().startswith(("javascript:", "mailto:", "data:", "#")):
        return ""
    try:
        address = urldefrag(urljoin(url, given))[0]
        parts = urlsplit(address)
        carried = [value for _, value in parse_qsl(parts.query) if _SUFFIX.search(value)]
    except ValueError:
        return ""
    if tag.tag in _FRAMES:
        in_viewer = next((value for value in carried if "/" in value), "")
        address = urljoin(url, in_viewer) if in_viewer else address
        return address if _SUFFIX.search(urlsplit(address).path) else ""
    is_file = _ends_in_suffix(parts.path) or carried or _ends_in_suffix(tidy(text_of(tag)))
    return address if is_file else ""


def _ends_in_suffix(text: str) -> bool:
    """Whether it ends as a file's name does, maybe with its size in brackets behind."""
    match = list(_SUFFIX.finditer(text))[-1:]
    return bool(match) and len(text) - match[0].end() <= 12


def _is_ours(tag: _Element, address: str, url: str, inside: frozenset[_Element]) -> bool:
    if tag.tag in _FRAMES or any(parent in inside for parent in tag.iterancestors()):
        return True
    block = next(tag.iterancestors("p", "li", "div", "td", "dd"), tag)
    words = tidy(text_of(block))
    if _ATTACHED.search(words) and len(words) < 400:
        return True
    return _folder(address) == _folder(url)  # a page and its attachments stand side by side in many systems


def _folder(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.netloc}{parts.path.rpartition('/')[0]}"


def _name(tag: _Element, address: str) -> str:
    """What the page calls the file, with the suffix that its address has."""
    shown = tidy(text_of(tag)) or tidy(str(tag.get("title") or ""))
    names = list(_file_names(address))
    if _NO_NAME.fullmatch(shown) and names:
        shown = names[0]
    if not _SUFFIX.search(shown):
        suffix = next((match[0] for name in names if (match := _SUFFIX.search(name))), "")
        shown = shown[:_NAME_MAX_CHARS] + suffix.lower()
    return shown if len(shown) <= _NAME_MAX_CHARS + 5 else shown[: _NAME_MAX_CHARS - 10] + "…" + shown[-10:]


def _file_names(address: str) -> Iterator[str]:
    parts = urlsplit(address)
    yield from (value for _, value in parse_qsl(parts.query) if _SUFFIX.search(value))
    if name := PurePosixPath(unquote(parts.path)).name:
        yield name
