"""What a reader of a page sees, without parsing it; the work grows with the page's length, whatever is on it."""

from __future__ import annotations

import re

_OPENING = re.compile(r"<(script|style|head|noscript)\b[^<>]*>|<!--", re.I)
_TAG = re.compile(r"<[^<>]*>")


def visible(html: str) -> str:
    """The text between the tags, without scripts, styles, comments and head; blanks are left out."""
    return "".join(_TAG.sub("", _shown(html)).split())


def _shown(html: str) -> str:
    lower, pieces, at = html.lower(), [], 0
    while match := _OPENING.search(html, at):
        pieces.append(html[at : match.start()])
        end = "-->" if match[1] is None else f"</{match[1].lower()}"
        closed = lower.find(end, match.end())
        if closed < 0:
            return "".join(pieces)
        at = closed + len(end)
    return "".join([*pieces, html[at:]])
