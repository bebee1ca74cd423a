"""1-9月计划62亿元 is what shall be done by the end of September: it reads as 9月底前计划62亿元, of the same length.

One way of writing for one thing, so that what is known of plans with a deadline holds for these too. Behind a comma
(1-9月,计划投资62亿元) the months are the report's own and the plan may be the year's: that stays as it is.
"""

from __future__ import annotations

import re

from extraction.sought import sought

_BY_MONTHS = sought(
    r"(?:(?<=\(其中)|(?<![\d.中])(?<!其中,))1[-至](?P<last>[2-9]|1[01])月(?P<more>份?)(?=(?:应当?|计划(?!数|书|内)|目标(?:任务)?|任务)[^,。;:\n\d]{0,10}\d)"
)


def by_months(text: str) -> str:
    """The text with such plans told by their day; same length, same places."""
    return _BY_MONTHS.sub(_named, text)


def _named(match: re.Match[str]) -> str:
    return f"{'到' if match['more'] else ''}{match['last']}月底前"
