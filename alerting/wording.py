"""What a row says: severity, gap, beginning. Only what its figures say, never why. In the language that is spoken."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from alerting.bar import Bar, tenths
from alerting.calendar import label, last_month, month_label
from alerting.cleaning import clean
from alerting.decide import Notice
from alerting.life import WEIGHT
from alerting.speech import language, say
from alerting.spoken import is_over
from warehouse.records import Cause, Progress, RuleName, Severity, Status

Level = Literal["severe", "behind", "slight", "stated", "resolved"]
# the gap is rounded where it is stored; this far it may be from the sum of its rounded parts
ROUNDING = Decimal("0.06")


def severity_name(severity: Severity) -> str:
    """严重滞后, 滞后 or 略滞后."""
    return {"severe": say("严重滞后"), "behind": say("滞后"), "slight": say("略滞后")}[severity]


def status_name(status: Status) -> str:
    """A status as a person calls it."""
    names: dict[Status, str] = {
        "on_track": say("达到序时进度"),
        "achieved": say("已完成目标"),
        "lagging": say("滞后"),
        "not_reported": say("未见报送"),
        "not_comparable": say("口径不可比"),
        "unknown": say("暂不能判定"),
        "qualitative": say("定性任务"),
    }
    return names[status]


def rule_name(rule: RuleName) -> str:
    """What a rule found, in a word."""
    names: dict[RuleName, str] = {
        "lagging": say("滞后"),
        "year_missed": say("全年未达目标"),
        "forecast": say("预计难以完成"),
        "regression": say("数据回落"),
        "target_lowered": say("目标调低"),
        "target_dropped": say("目标不再出现"),
        "claim": say("自评与数据不符"),
        "stated_share": say("自报比例有误"),
        "overdue": say("未检索到报告"),
        "broken": say("栏目异常"),
        "due_soon": say("临近期限"),
    }
    return names[rule]


def period_words(rule: RuleName, year: int, period: str) -> str:
    """Of what a finding tells: a report's period, or the month in which a source broke."""
    return month_label(year, period) if rule == "broken" else label(year, period)


def severity_word(row: Progress) -> str:
    """The word in bold. A lag without a measure is named by what it rests on."""
    if row.severity and row.kind == "ceiling":
        return _limit_word(row.severity, is_over(row))
    if row.severity:
        return severity_name(row.severity)
    if row.kind == "milestone":
        return say("到期未见完成报告")
    return say("单位自述滞后") if row.basis == "claim" else say("未达进度")


def _limit_word(severity: Severity, over: bool) -> str:
    """Nobody lags behind a limit: it is broken, or used up faster than the year goes."""
    if over:
        return {"severe": say("严重超限"), "behind": say("超限"), "slight": say("略超限")}[severity]
    return {"severe": say("严重超进度"), "behind": say("超进度"), "slight": say("略超进度")}[severity]


def bar_of(row: Progress) -> Bar | None:
    """The bar, where the row was judged by completion against pace."""
    is_ceiling = row.kind == "ceiling"
    share = row.completion if row.completion is not None or not is_ceiling else _used(row)
    if share is None or row.pace is None or row.gap_pp is None:
        return None
    difference = 100 * (share - row.pace)
    if abs((-difference if is_ceiling else difference) - row.gap_pp) > ROUNDING:
        return None
    return Bar(share, row.pace, say("已用控制数的") if is_ceiling else say("完成"))


def _used(row: Progress) -> Decimal | None:
    """How much of a limit was used; for a limit that does not add up over the year this is no measure of the lag."""
    if row.actual_value is None or not row.target_value or row.actual_unit != row.target_unit:
        return None
    return row.actual_value / row.target_value


def gap_words(row: Progress) -> str | None:
    """How far behind, in points as the rule measures them; None where there is no measure."""
    if row.gap_pp is None or row.gap_pp >= 0:
        return None
    points, bar = tenths(-row.gap_pp), bar_of(row)
    is_at_end = bar is not None and bar.pace >= 1
    if row.kind == "ceiling":
        if is_at_end or is_over(row):
            return say("超出控制要求 {points} 个百分点", points=points)
        if bar:
            return say("超出序时控制进度 {points} 个百分点", points=points)
        return say("超出应控水平 {points} 个百分点", points=points)
    if bar is None:
        return say("距目标 {points} 个百分点", points=points)
    if is_at_end:
        return say("低于全年目标 {points} 个百分点", points=points)
    return say("低于序时进度 {points} 个百分点", points=points)


def since_words(notice: Notice) -> str:
    """自2026年上半年起；首次提示: the first period of the lag on record, and what is new about it."""
    since = began(notice.year, notice.since_period, notice.periods)
    return say("{since}；{news}", since=since, news=_news(notice))


def began(year: int, since_period: str, periods: int, rule: RuleName = "lagging") -> str:
    """自2026年一季度起，连续3期."""
    since = period_words(rule, year, since_period)
    return say("自{since}起，连续{n}期", since=since, n=periods) if periods > 1 else say("自{since}起", since=since)


def _news(notice: Notice) -> str:
    row, earlier = notice.row, notice.earlier
    if notice.reason == "reminder":
        return say("再次提醒")
    before = earlier.severity if earlier else None
    if notice.reason == "revised" and before and row.severity:
        return say("程度由{before}更正为{now}", before=severity_name(before), now=severity_name(row.severity))
    if notice.reason == "worse":
        if before and row.severity and is_graver(row.severity, before):
            return say("程度由{before}加重为{now}", before=severity_name(before), now=severity_name(row.severity))
        return change_word("worse", before, row.severity)
    return say("此前曾恢复，现再次滞后") if earlier and earlier.state == "resolved" else say("首次提示")


def change_word(reason: str, before: Severity | None, now: Severity | None) -> str:
    """What is new about a row, in a word; what is told as worse at the same severity rose to a level of escalation."""
    if reason == "worse" and not is_graver(now, before):
        return say("加重或升级")
    words = {
        "first": say("新提示"), "worse": say("程度加重"), "reminder": say("再次提醒"), "resolved": say("恢复"),
        "withdrawn": say("撤回"), "revised": say("更正"),
    }  # fmt: skip
    return words.get(reason, reason)


def is_graver(now: Severity | None, before: Severity | None) -> bool:
    """Whether the first is a worse severity than the second."""
    return WEIGHT[now] > WEIGHT[before]


def end_words(notice: Notice) -> str:
    """How a lag ended, and by which period's figures, or that a person found it wrong."""
    earlier, status, now = notice.earlier, status_name(notice.row.status), label(notice.year, notice.period)
    since = label(notice.year, earlier.since_period if earlier else notice.since_period)
    if notice.reason == "withdrawn":
        return _withdrawal(notice, since)
    known = {"since": since, "now": now, "status": status}
    if notice.row.basis == "correction":
        return say("自{since}起滞后，{now}的数据经人工更正，{status}", **known)
    if earlier and last_month(earlier.period) == last_month(notice.period):
        return say("自{since}起滞后，按{now}的最新数据重新计算，{status}", **known)
    return say("自{since}起滞后，至{now}{status}", **known)


def _withdrawal(notice: Notice, since: str) -> str:
    """Why what was told does not hold: a withdrawal names the error."""
    causes: dict[Cause, str] = {
        "correction": say("经人工复核有误"),
        "revision": say("所据报告已更正"),
        "rereading": say("系读取有误，经重新读取更正"),
    }
    cause = "correction" if notice.row.review in ("corrected", "rejected") else notice.cause
    why = causes.get(cause, say("按更正后的依据重新计算，不再成立"))
    said = say("此前“自{since}起滞后”的提示{why}，予以撤回", since=since, why=why)
    return say("{said}（{error}）", said=said, error=clean(notice.error, 240)) if notice.error else said


def unit_name(region: str, bureau: str) -> str:
    """City and bureau, the city once."""
    region, bureau = clean(region, 30), clean(bureau, 40)
    if bureau.startswith(region):
        return bureau
    return f"{region} {bureau}" if language() == "en" else f"{region}{bureau}"
