"""Pages that are no pages but a check of the visitor's browser. They are reported; nobody here works around them."""

from __future__ import annotations

import re

from connectors.visible import visible

CHALLENGE_CHARS = 100_000
_VISIBLE_MAX_CHARS = 60
_KNOWN = re.compile(r"__jsl_clearance|acw_sc__v2|\$_ts\s*=|_cf_chl_|cf-browser-verification|yunsuo_session")
_SETS_COOKIE = re.compile(r"document\.cookie|\[\s*[\"']cookie[\"']\s*\]|[\"']cookie[\"']")
_LOADS_AGAIN = re.compile(r"location\s*\.\s*(?:reload|replace|href)|location\s*=|\.submit\(\)")


def is_challenge(html: str) -> bool:
    """Whether a page shows nothing, sets a cookie by script, and loads itself again."""
    if len(html) > CHALLENGE_CHARS or "<script" not in html.lower():
        return False
    if len(visible(html)) > _VISIBLE_MAX_CHARS:
        return False
    return bool(_KNOWN.search(html)) or bool(_SETS_COOKIE.search(html) and _LOADS_AGAIN.search(html))
