"""The words of a bulletin for one row of the warehouse, or for a bureau that is absent: figures, reasons, the note."""

from __future__ import annotations

from collections.abc import Sequence

from alerting.bar import percent
from alerting.bulletin_document import Absent
from alerting.calendar import chinese_date, label
from alerting.cleaning import clean, excerpt, plain, readable
from alerting.speech import language, say
from alerting.spoken import promise_words, result_words
from alerting.wording import gap_words, severity_word, status_name, unit_name
from warehouse.records import Progress


def on_pace(row: Progress) -> str:
    return _sentence([_promise(row, ""), _result(row), status_name(row.status)])


def behind(row: Progress) -> str:
    lead = say("（牵头：{lead}）", lead=clean("、".join(row.departments), 60)) if row.departments else ""
    return _sentence([_promise(row, lead), _result(row), severity_word(row), gap_words(row) or ""])


def _promise(row: Progress, lead: str) -> str:
    return say("{name}：目标{promise}", name=full_name(row) + lead, promise=promise_words(row))


def _sentence(words: Sequence[str]) -> str:
    return say("{words}。", words=say("，").join(filter(None, words)))


def _result(row: Progress) -> str:
    result = result_words(row)
    if not result:
        return ""
    if row.completion is None or row.kind != "cumulative":
        return say("实绩{result}", result=result)
    return say("实绩{result}（完成{share}）", result=result, share=percent(row.completion))


def absence(one: Absent) -> str:
    if not one.was_read:
        newest = say("栏目尚未成功读取，不能判定")
    else:
        known = one.newest and label(*one.newest)
        newest = say("已收录的最新报告为{period}", period=known) if known else say("尚未收录过报告")
    return say("{unit}：{words}。", unit=unit_name(one.region, one.bureau), words=newest)


def explained(promised: str, row: Progress) -> str:
    """With the reason why nothing was judged, which the warehouse words in Chinese."""
    reason = clean(row.reason, 120).rstrip("。") if language() == "zh" else ""
    return say("{words}。", words="；".join(filter(None, (promised, reason))))


def full_name(row: Progress) -> str:
    name, owner = clean(row.name, 60) or clean(row.task_title, 60), clean(row.owner or "", 20)
    return f"{name}（{owner}）" if owner and owner not in name else name


def source(row: Progress) -> str:
    """The note of a row: the report, its day, the words, where they stand, the address, and the archived bytes."""
    title = clean(row.report_title, 80).strip("《》") or say("报告原文")
    published = say("{day}发布", day=chinese_date(row.published_on)) if row.published_on else say("发布日期未注明")
    quote = plain(excerpt(row.sentence, row.marks))
    parts = [
        f"《{title}》",
        published,
        say("数据截至{day}", day=chinese_date(row.cutoff)) if row.cutoff else "",
        say("原文：“{quote}”", quote=quote) if quote else "",
        clean(row.place or "", 120),
        say("{url}（内容指纹 {mark}）", url=clean(readable(row.url), 300), mark=row.sha256[:12]),
    ]
    return say("，").join(filter(None, parts))
