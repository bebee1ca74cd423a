"""Words that only say when: 截至9月底, 1-9月, 今年以来. They name nothing, and govern what stands behind them."""

from __future__ import annotations

from extraction.sought import sought

_MOMENT = (
    r"(?:截至|截止|至|到)?(?:目前|现在|今年以来|(?:今年|20\d\d年)?"
    r"(?:\d{1,2}(?:-\d{1,2})?月(?:份|底|末|\d{1,2}日)?|上半年|[前第]?[一二三]季度(?:末|底)?))(?:为止)?"
)
CLAUSE = sought(rf"\s?{_MOMENT},")  # 截至9月底,|已建成12所: it belongs to the clause behind it
_OPENS = sought(rf"[,、;\s]*{_MOMENT},?")


def after_when(words: str) -> str:
    """The words without the time that opens them: ,截至9月底,完成 -> ,完成."""
    said = _OPENS.match(words)
    return "," + words[said.end() :] if said else words
