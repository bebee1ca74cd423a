"""What a person reads in ten seconds: the subject, the counts on top, a few lines, and the foot that sets limits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from alerting.bundle import Bundle
from alerting.calendar import label, position
from alerting.cleaning import clean
from alerting.decide import Notice, Tiding
from alerting.entries import lagging_entry
from alerting.sections import dates_in
from alerting.speech import say
from alerting.told import ended, found, notices
from alerting.wording import change_word, gap_words, rule_name, severity_name, severity_word, status_name, unit_name
from warehouse.records import STATUSES, Progress

WORST = 3


def unit(bundle: Bundle) -> str:
    """Whose matters these are: one bureau, one city, or how many cities."""
    if len(bundle.parts) == 1:
        return unit_name(bundle.parts[0].region, bundle.parts[0].bureau)
    regions = list(dict.fromkeys(clean(part.region, 30) for part in bundle.parts))
    return regions[0] if len(regions) == 1 else say("{first}等{n}地", first=regions[0], n=len(regions))


def when(bundle: Bundle) -> tuple[int, str] | None:
    """Year and period of the message: the newest that it tells of; None where it tells of broken sources alone."""
    told = (*notices(bundle), *(one for one in ended(bundle) if isinstance(one, Notice)))
    periods = [(one.year, one.period) for one in told]
    tidings = (*found(bundle), *(one for one in ended(bundle) if isinstance(one, Tiding)))
    periods += [(one.finding.year, one.finding.period) for one in tidings if one.finding.rule != "broken"]
    return max(periods, key=lambda period: position(*period), default=None)


def headline(bundle: Bundle) -> str:
    """滞后3项（严重1项），未检索到报告1项，恢复1项，撤回1项."""
    return say("，").join(_counts_in_words(bundle))


def _counts_in_words(bundle: Bundle) -> Iterator[str]:
    lags = notices(bundle)
    severe = sum(notice.row.severity == "severe" for notice in lags)
    if lags:
        yield (
            say("滞后{n}项（严重{severe}项）", n=len(lags), severe=severe) if severe else say("滞后{n}项", n=len(lags))
        )
    if revised := sum(notice.reason == "revised" for notice in lags):
        yield say("其中更正{n}项", n=revised)
    for word, count in Counter(rule_name(one.finding.rule) for one in found(bundle)).items():
        yield say("{word}{n}项", word=word, n=count)
    for word, count in _endings(bundle):
        yield say("{word}{n}项", word=word, n=count)


def counts(bundle: Bundle) -> list[tuple[str, int, str]]:
    """Word, count and level of each box on top, the worst first; nothing that counts zero."""
    lags = notices(bundle)
    levels = Counter(notice.row.severity or "stated" for notice in lags)
    boxes = [(severity_name(level), levels[level], level) for level in ("severe", "behind", "slight") if levels[level]]
    if levels["stated"]:
        boxes.append((_unmeasured(lags), levels["stated"], "stated"))
    others = Counter(rule_name(one.finding.rule) for one in found(bundle))
    boxes += [(word, count, "stated") for word, count in others.most_common(3)]
    return [*boxes, *((word, count, "resolved") for word, count in _endings(bundle))]


def summary(bundle: Bundle) -> list[str]:
    """The lines under the counts."""
    lags = notices(bundle)
    lines = [*_news(bundle, lags), *_worst(bundle, lags), *_others(bundle), *_endings_in_words(bundle)]
    still = sum(len(part.decision.still_lagging) for part in bundle.parts)
    if still:
        lines.append(say("另有 {n} 项此前已提示，目前仍滞后、未加重，本次不重复列出。", n=still))
    review, muted = sum(part.in_review for part in bundle.parts), len(bundle.muted)
    if review:
        lines.append(say("待人工复核 {n} 项，其中未能判定的不作提示。", n=review))
    if muted:
        lines.append(say("已静默 {n} 项，列于文末。", n=muted))
    if len(bundle.parts) == 1:
        lines += [say("报告期与数据：{dates}。", dates=words) for words in dates_in(bundle.parts[0])]
    return lines


def _news(bundle: Bundle, lags: Sequence[Notice]) -> Iterator[str]:
    if not lags:
        return
    before = (notice.earlier.severity if notice.earlier else None for notice in lags)
    reasons = Counter(change_word(one.reason, was, one.row.severity) for one, was in zip(lags, before, strict=True))
    parts = say("、").join(say("{word} {n} 项", word=word, n=n) for word, n in sorted(reasons.items(), reverse=True))
    bureaus = sum(bool(part.decision.tell) for part in bundle.parts)
    if len(bundle.parts) > 1:
        yield say("{m} 个单位滞后 {n} 项（{parts}）。", m=bureaus, n=len(lags), parts=parts)
    else:
        yield say("滞后 {n} 项（{parts}）。", n=len(lags), parts=parts)


def _worst(bundle: Bundle, lags: Sequence[Notice]) -> Iterator[str]:
    """The worst of the message; of several bureaus three, with their names."""
    is_one = len(bundle.parts) == 1
    for at, notice in enumerate(sorted(lags, key=_weight)[: 1 if is_one else WORST]):
        row, name = notice.row, lagging_entry(1, notice).name
        if not is_one:
            name = say("{unit}　{name}", unit=unit_name(row.region, row.bureau), name=name)
        said = say("，").join(filter(None, (name, severity_word(row), gap_words(row))))
        yield say("其次：{said}。", said=said) if at else say("最需关注：{said}。", said=said)


def _others(bundle: Bundle) -> Iterator[str]:
    """What other rules found, in a line."""
    counted = Counter(rule_name(one.finding.rule) for one in found(bundle))
    if counted:
        parts = say("、").join(say("{word} {n} 项", word=word, n=n) for word, n in counted.items())
        yield say("其他提示 {n} 项（{parts}）。", n=counted.total(), parts=parts)


def _weight(notice: Notice) -> tuple[int, float]:
    order = {"severe": 0, "behind": 1, "slight": 2}
    gap = notice.row.gap_pp
    return order.get(notice.row.severity or "", 3), float(gap) if gap is not None else float("inf")


def _endings(bundle: Bundle) -> list[tuple[str, int]]:
    withdrawn = sum(one.reason == "withdrawn" for one in ended(bundle))
    resolved = len(ended(bundle)) - withdrawn
    return [(word, n) for word, n in ((say("恢复"), resolved), (say("撤回"), withdrawn)) if n]


def _endings_in_words(bundle: Bundle) -> Iterator[str]:
    over = [one for one in ended(bundle) if one.reason != "withdrawn"]
    caught_up, withdrawn = sum(isinstance(one, Notice) for one in over), len(ended(bundle)) - len(over)
    if caught_up:
        yield say("此前提示的事项中，{n} 项已跟上进度或完成目标。", n=caught_up)
    if gone := len(over) - caught_up:
        yield say("此前提示的事项中，{n} 项已消除。", n=gone)
    if withdrawn:
        yield say("此前提示的事项中，{n} 项因报告更正、读取有误或口径不可比，予以撤回。", n=withdrawn)


def _unmeasured(lags: Sequence[Notice]) -> str:
    """The word for lags without a measure."""
    kinds = {notice.row.kind for notice in lags if notice.row.severity is None}
    return say("到期未见完成") if kinds == {"milestone"} else say("其他滞后")


def foot(bundle: Bundle, reply_to: str | None, disclaimer: str) -> list[str]:
    """How to acknowledge, how all the others stand, and what this message is not."""
    rows = [row for part in bundle.parts for row in part.decision.standing]
    is_silent = any(row.status == "not_reported" for row in rows)
    is_due = any(notice.row.kind == "milestone" for notice in notices(bundle))
    lines = [_acknowledging(reply_to), *_standing(rows)]
    if is_silent or is_due:
        lines.append(say("“未见报送”“未见完成”指在所见报告中未找到对应内容，不表示工作未开展或任务未完成。"))
    lines.append(say("“起始”以系统已收录的报告为准；数字以所链接的原文为准。"))
    return [*lines, disclaimer]


def _acknowledging(reply_to: str | None) -> str:
    if reply_to:
        return say("确认收到：回复本邮件并注明编号（{address}），或执行 duban alerts ack 编号。", address=reply_to)
    return say("确认收到：执行 duban alerts ack 编号。")


def _standing(rows: Sequence[Progress]) -> Iterator[str]:
    """How many indicators of each newest period have each status; a 力争 goal that lags is counted and never told."""
    periods = sorted({(row.year, row.period) for row in rows if row.year and row.period}, reverse=True)
    for year, period in periods:
        members = [row for row in rows if (row.year, row.period) == (year, period)]
        stretched = sum(row.status == "lagging" and row.tier == "stretch" for row in members)
        counted = Counter(row.status for row in members)
        parts = [_status_count(status, counted[status], stretched) for status in STATUSES if counted[status]]
        yield say(
            "{period}共识别指标 {n} 项：{parts}。",
            period=label(year, period),
            n=len(members),
            parts=say("、").join(parts),
        )


def _status_count(status: str, count: int, stretched: int) -> str:
    name = next(status_name(one) for one in STATUSES if one == status)
    if status == "lagging" and stretched:
        return say("{name} {n} 项（含力争目标 {stretched} 项，不作提示）", name=name, n=count, stretched=stretched)
    return say("{name} {n} 项", name=name, n=count)
