"""The promise, the result and the bureau's own words, as a person would say them: with unit, relation and deadline."""

from __future__ import annotations

import re

from alerting.bar import percent
from alerting.calendar import chinese_date
from alerting.cleaning import clean
from alerting.speech import say
from warehouse.records import Progress

# a limit is nothing without its relation; to say of "建成60个" that it is not to be under 60 would be odd
RELATED_KINDS = frozenset({"rate", "level", "ceiling"})
# fewer characters are a piece of a sentence (正在), which the sentence itself shows better
FEWEST_WORDS = 4
_WORDS = re.compile(r"[\u4e00-\u9fff]")


def promise_words(row: Progress) -> str:
    """The target as the text puts it, with what its number needs to be understood: 不超过18人, 26500万元."""
    target = _figure(row.target_text, row.target_unit)
    if row.kind in RELATED_KINDS and row.operator in (">=", "<=") and target[:1].isdigit():
        target = say("不低于{target}", target=target) if row.operator == ">=" else say("不超过{target}", target=target)
    if not target:
        target = say("{day}前完成", day=chinese_date(row.due)) if row.due else say("文中未列数值")
    return say("{target}（力争目标）", target=target) if row.tier == "stretch" else target


def result_words(row: Progress) -> str:
    """The result as the text puts it; empty where there is none."""
    return _figure(row.actual_text, row.actual_unit)


def claim_words(row: Progress) -> str:
    """What the bureau says of itself: its words in quotation marks, else the percentage it states, else nothing."""
    words = clean(row.claim_text or "", 100)
    if len(_WORDS.findall(words)) >= FEWEST_WORDS:
        return f"“{words}”"
    if row.stated_completion is None:
        return ""
    share = percent(row.stated_completion)
    return f"{say('已用控制数的')} {share}" if row.kind == "ceiling" else say("完成 {share}", share=share)


def is_over(row: Progress) -> bool:
    """Whether the result is known to be over the limit itself, not only ahead of the year."""
    if row.actual_value is None or row.target_value is None:  # only its share is told: how much of it is used
        return row.completion is not None and row.completion > 1
    if row.actual_unit != row.target_unit:
        return False
    return row.actual_value > row.target_value


def _figure(text: str | None, unit: str | None) -> str:
    """A figure with its unit: a cell of a table has it in the head or the caption."""
    words = clean(text or "", 60)
    return f"{words}{clean(unit or '', 10)}" if words[-1:].isdigit() else words
