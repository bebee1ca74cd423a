"""What a rule found, in the language that is spoken: the warehouse words it in Chinese, with every number.

In English the same is said from the finding's own fields; its figures stand in the lines below it.
"""

from __future__ import annotations

from alerting.bar import percent
from alerting.broken import trouble_words
from alerting.calendar import chinese_date, label
from alerting.cleaning import clean
from alerting.speech import language, say
from alerting.spoken import claim_words
from warehouse.records import Finding, Progress

LIMIT = 200
# how the views say that a year's public holidays are not known
UNKNOWN_HOLIDAYS = "放假安排未知"


def found_words(found: Finding, row: Progress | None) -> str:
    """The line that says what was found; empty where nothing is."""
    if found.rule == "broken":
        return clean(trouble_words(found.words), LIMIT)
    if language() == "zh" or not found.words:
        return clean(found.words, LIMIT)
    return clean(_of_source(found) if found.subject == found.source_id else _of_promise(found, row), LIMIT)


def _of_source(found: Finding) -> str:
    period = label(found.year, found.period)
    day = chinese_date(found.due) if found.due else "?"
    if found.rule == "overdue":
        said = say("未检索到{period}进展报告，提示期限为{day}", period=period, day=day)
    else:
        said = say("{period}进展报告应于{day}前报送，目前尚未检索到", period=period, day=day)
    if UNKNOWN_HOLIDAYS in found.words and found.due:
        return said + say("（{year}年放假安排未知，只按周一至周五计）", year=found.due.year)
    return said


def _of_promise(found: Finding, row: Progress | None) -> str:
    if found.rule == "due_soon" and found.due:
        return say("应于{day}前完成，最新报告未见完成", day=chinese_date(found.due))
    if found.rule == "claim" and row and (claim := claim_words(row)):
        return say("自评{claim}，而按数据已滞后", claim=claim)
    if found.rule == "stated_share" and row and row.stated_completion is not None and row.completion is not None:
        stated, computed = percent(row.stated_completion), percent(row.completion)
        return say("自报完成{stated}，按其数据为{computed}", stated=stated, computed=computed)
    return {
        "year_missed": say("全年报告显示未完成"),
        "forecast": say("按目前速度推算，到期难以完成，仅为推算"),
        "regression": say("累计数小于上一期报告"),
        "target_lowered": say("目标、期限或约束力比此前放宽"),
        "target_dropped": say("最新报告不再提及"),
        "claim": say("自评良好，而按数据已滞后"),
        "stated_share": say("自报比例与其数据不符"),
    }.get(found.rule, "")
