"""Lists that a page keeps in its scripts: strings of markup, objects with an address and a title, CDATA records.

All become plain markup, so that their rows are found like those of the page itself.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from connectors.dates import DATE

# no pattern looks at a character from two starting points: what a string or a tag lacks, its match goes without
_OPENING = re.compile(r"<script\b[^<>]*>", re.I)
_CLOSING = re.compile(r"</script", re.I)
_STRING = re.compile(r"\"((?:[^\"\\\n]|\\.)*+)\"?|'((?:[^'\\\n]|\\.)*+)'?|`((?:[^`\\]|\\.)*+)`?", re.S)
_MARKUP = re.compile(r"<(?:a|li|tr|td|ul|span|div|p|h\d)\b", re.I)
_OBJECT = re.compile(r"\{[^{}]*\}")
_ARRAY = re.compile(r"\[[^\[\]{}]*\]")
_ADDRESS = re.compile(r"(?:https?:/|\.{0,2})/\S+|\S+\.(?:s?html?|jsp|php|aspx?|pdf|docx?)(?:\?\S*)?")
_HAN = re.compile(r"[\u4e00-\u9fff]{4}")
_PAIR = re.compile(r"[\"']?(\w+)[\"']?\s*:\s*(?:\"((?:[^\"\\]|\\.)*+)\"?|'((?:[^'\\]|\\.)*+)'?|(\d{4,13}))")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.S)
_LETTERS = {"n": "\n", "t": "\t", "r": "", "b": "", "f": ""}

_ADDRESS_KEYS = ("url", "link", "href", "linkurl", "docpuburl", "post_url", "infourl", "u")
_TITLE_KEYS = ("title", "doctitle", "realtitle", "name", "t")
_DATE_KEYS = ("date", "pubdate", "docreltime", "publishtime", "publish_time", "display_publish_time", "time", "d")
CLOCK = ZoneInfo("Asia/Shanghai")


def fragments(html: str) -> str:
    """The markup that the page's scripts hold, empty where they hold none."""
    scripts = (_CLOSING.split(rest, 1)[0] for rest in _OPENING.split(html)[1:])
    return "\n".join(piece for script in scripts for piece in _pieces(script))


def records(xml: str) -> str:
    """The markup inside the CDATA sections of a page or an XML answer, each as a paragraph of its own."""
    sections = (rest.partition("]]>")[0] for rest in xml.split("<![CDATA[")[1:])
    return "\n".join(f"<div>{section}</div>" for section in sections)


def day_of_epoch(seconds: int) -> str:
    """The day in China of a moment in seconds or milliseconds since 1970, as `2026-10-21`."""
    return datetime.fromtimestamp(seconds / 1000 if seconds > 10**11 else seconds, CLOCK).date().isoformat()


def _pieces(script: str) -> Iterator[str]:
    if "<![CDATA[" in script:
        yield records(script)
        return
    strings = list(_strings(script))
    yield "".join(text for text in strings if _MARKUP.search(text))
    for source in (script, *(text for text in strings if text.lstrip()[:1] in "[{" and "}" in text)):
        yield from filter(None, map(_row, _OBJECT.findall(source)))
    yield from filter(None, map(_row_of_array, _ARRAY.findall(script)))


def _strings(script: str) -> Iterator[str]:
    return (unescaped(next(filter(None, groups), "")) for groups in _STRING.findall(script))


def _row(script_object: str) -> str:
    """An object with an address and a title as a list item, empty for any other."""
    pairs = {key.lower(): next(filter(None, values), "") for key, *values in _PAIR.findall(script_object)}
    url, title, day = (_first(pairs, keys) for keys in (_ADDRESS_KEYS, _TITLE_KEYS, _DATE_KEYS))
    if not url or not title:
        return ""
    day = day or next((value for value in pairs.values() if DATE.match(value)), "")
    day = day_of_epoch(int(day)) if re.fullmatch(r"\d{10}|\d{13}", day) else day
    return _item(unescaped(url), unescaped(title), day)


def _row_of_array(script_array: str) -> str:
    """An array of strings, one of which is an address and one a title, as a list item; empty for any other."""
    strings = list(_strings(script_array))
    url = next((text for text in strings if _ADDRESS.fullmatch(text)), "")
    title = next((text for text in strings if text != url and _HAN.search(text) and not _MARKUP.search(text)), "")
    return _item(url, title, " ".join(text for text in strings if text not in (url, title))) if url and title else ""


def _item(url: str, title: str, day: str) -> str:
    shown = entities.escape(re.sub(r"<[^>]*>", "", entities.unescape(title)))
    return f'<li><a href="{entities.escape(url)}">{shown}</a> <span>{entities.escape(day)}</span></li>'


def _first(pairs: dict[str, str], keys: tuple[str, ...]) -> str:
    return next((pairs[key] for key in keys if pairs.get(key)), "")


def unescaped(text: str) -> str:
    r"""A JavaScript string's value: `\"`, `\/`, `\n`, `\u4e2d`, `\x3c`."""

    def character(match: re.Match[str]) -> str:
        code = match[1] or match[2]
        return chr(int(code, 16)) if code else _LETTERS.get(match[3], match[3])

    return _ESCAPE.sub(character, text)
