"""An indicator's name in a form, without its marks and without the place that was left for its plan.

★★★临时救助人次(≥**人次) and 受益户数≥**户 are named 临时救助人次 and 受益户数; the plan has a cell of its own.
"""

from __future__ import annotations

from extraction.sought import sought

_MARKS = sought(r"^[★☆▲△●○■□◆◇※*#]+\s*")
_BLANK = r"(?:\*{1,4}|[XxＸ×_＿]{2,6})"
_LEFT = sought(rf"\([^()\d]{{0,4}}{_BLANK}[^()]{{0,10}}\)|[≥≤><=]{{1,2}}{_BLANK}[^()*,。;]{{0,8}}$")


def plain(name: str) -> str:
    """The name alone."""
    return _LEFT.sub("", _MARKS.sub("", name)) or name
