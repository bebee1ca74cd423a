"""A sign in place of a verb, written as the verb: 同比+10.8% reads as 同比增长10.8%, 较上年-3.1% as 较上年下降3.1%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Edit

_SIGN = re.compile(
    r"(?:[同环]比|[较比](?:上年|去年|年初|上月)(?:同期|同月|末|底)?)\s?(?P<sign>[+\-])(?=\d[\d.]{0,7}\s?(?:%|个百分点))"
)


def signs_told(text: str) -> Iterator[Edit]:
    """The edits that write such a verb."""
    for match in _SIGN.finditer(text):
        yield *match.span("sign"), "增长" if match["sign"] == "+" else "下降"
