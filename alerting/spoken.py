"""The promise, the result and the bureau's own words, as a person would say them: with unit, relation and deadline."""

from __future__ import annotations

import re

from alerting.bar import percent
from alerting.calendar import chinese_date
from alerting.cleaning import clean
from warehouse.records import Progress

RELATION = {">=": "不低于", "<=": "不超过"}
# a limit is nothing without its relation; to say of "建成60个" that it is not to be under 60 would be odd
RELATED_KINDS = frozenset({"rate", "level", "ceiling"})
# fewer characters are a piece of a sentence (正在), which the sentence itself shows better
FEWEST_WORDS = 4
_WORDS = re.compile(r"[\u4e00-\u9fff]")


def promise_words(row: Progress) -> str:
    """The target as the text puts it, with what its number needs to be understood: 不超过18人, 26500万元."""
    target = _figure(row.target_text, row.target_unit)
    relation = RELATION.get(row.operator or "") if row.kind in RELATED_KINDS else None
    if relation and target[:1].isdigit():
        target = f"{relation}{target}"
    if not target:
        target = f"{chinese_date(row.due)}前完成" if row.due else "文中未列数值"
    return f"{target}（力争目标）" if row.tier == "stretch" else target


def result_words(row: Progress) -> str:
    """The result as the text puts it; empty where there is none."""
    return _figure(row.actual_text, row.actual_unit)


def claim_words(row: Progress) -> str:
    """What the bureau says of itself: its words in quotation marks, else the percentage it states, else nothing."""
    words = clean(row.claim_text or "", 100)
    if len(_WORDS.findall(words)) >= FEWEST_WORDS:
        return f"“{words}”"
    return f"完成 {percent(row.stated_completion)}" if row.stated_completion is not None else ""


def is_over(row: Progress) -> bool:
    """Whether the result is known to be over the limit itself, not only ahead of the year."""
    if row.actual_value is None or row.target_value is None or row.actual_unit != row.target_unit:
        return False
    return row.actual_value > row.target_value


def _figure(text: str | None, unit: str | None) -> str:
    """A figure with its unit: a cell of a table has it in the head or the caption."""
    words = clean(text or "", 60)
    return f"{words}{clean(unit or '', 10)}" if words[-1:].isdigit() else words
