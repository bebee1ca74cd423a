"""The period that goes on from one sentence into the next: that of a date, not of an event or of one figure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from extraction.outline.items import Sentence
from extraction.records import Interval
from extraction.report.period import PeriodMention
from extraction.sentences.sentence_context import brackets_in, is_cause
from extraction.sought import sought

_START = attrgetter("start")
_MONTH = sought(r"\d{1,2}月")


def _is_event(text: str, span: PeriodMention) -> bool:
    """8月, 已于4月底: when one thing was done speaks of its own clause only."""
    return _MONTH.fullmatch(text, span.start, span.end) is not None or text[span.start - 1 : span.start] in ("于", "在")


# 上半年完成98.7亿元(三季度数据待省局反馈): the period of one figure that came late is no other's
_LATE = sought(
    r"(?:数据|数|指标|增速|增幅|结果)(?:[^,。;()\d]{0,10})(?:待|尚未|还未|暂未|未(?:出|反馈|核定)|滞后|晚于|延后)"
)


_AMONG = sought(r"其中[,:]?\s?$")  # 产值90亿元,其中|3月份36亿元;投资增长6.8%: one month of that figure alone


_NAMED = sought(r"[\u4e00-\u9fff“”]{5,}$")  # 规上企业营业收入|1-7月增长6.9%, where the account is to August


_ITS_PART = sought(r"\s?其中")  # ...;其中出口51.9亿元 is of what came late


_LABEL = sought(r"(?:工作|任务|目标)?(?:完成|进展|推进|落实|实施|执行)(?:情况)?:")  # 上半年完成情况:|新建农村路46公里
_LONGEST = 16  # characters of such a label


def of_label(text: str, start: int, periods: Sequence[PeriodMention]) -> PeriodMention | None:
    """The period of the label that stands right before the sentence, and is none of its words."""
    if text[start - 1 : start] != ":":
        return None
    at = bisect_left(periods, start, key=_START) - 1
    near = periods[at] if at >= 0 and start - periods[at].end <= _LONGEST else None
    told = near is not None and near.governs == "cumulative" and _LABEL.fullmatch(text, near.end, start) is not None
    return near if told else None


def carried_on(
    text: str,
    sentence: Sentence,
    brackets: list[Interval] | None,
    spans: list[PeriodMention],
    cutoff_month: int | None,
    carried: PeriodMention | None,
) -> PeriodMention | None:
    """The period that goes on into the next sentence: the last one named outside of brackets, else the one before."""
    late = _LATE.search(text, sentence.start, sentence.end)
    begins = sentence.start
    if late and spans and spans[-1].start >= late.end():
        begins = late.end()  # 因10月数据尚未核定,1-9月接待…: what is told is of the months named behind
        late = None
    if not spans or (late and not _ITS_PART.match(text, sentence.end)):
        return carried
    to_cutoff = carried is not None and carried.last_month == cutoff_month
    brackets = brackets_in(text, sentence) if brackets is None else brackets
    for p in reversed(spans):
        if p.governs == "other" or (cutoff_month or 12) < p.last_month or _is_event(text, p) or is_cause(text, p):
            continue
        if p.first_month > 1 and _AMONG.search(text, max(begins, p.start - 4), p.start):
            continue
        earlier = p.last_month != cutoff_month
        aside = earlier and sought(r"\d").search(text, begins, p.start) is not None
        aside = aside or (
            earlier and to_cutoff and _NAMED.search(text[max(begins, p.start - 12) : p.start]) is not None
        )
        if not aside and not any(low < p.start < high for low, high in brackets):
            return p  # 就业率目标90%,截至10月底为87.3%: of that rate alone
    return carried
