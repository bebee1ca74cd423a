"""What a row says in Chinese: severity, gap, beginning. Only what its figures say, never why."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from alerting.bar import Bar, tenths
from alerting.calendar import label, last_month
from alerting.cleaning import clean
from alerting.decide import Notice
from alerting.spoken import is_over
from warehouse.records import Cause, Progress, Severity, Status

Level = Literal["severe", "behind", "slight", "stated", "resolved"]
SEVERITY: dict[Severity, str] = {"severe": "严重滞后", "behind": "滞后", "slight": "略滞后"}
# nobody lags behind a limit: it is broken, or used up faster than the year goes
_DEGREE: dict[Severity, str] = {"severe": "严重", "behind": "", "slight": "略"}
STATUS: dict[Status, str] = {
    "on_track": "达到序时进度",
    "achieved": "已完成目标",
    "lagging": "滞后",
    "not_reported": "未见报送",
    "not_comparable": "口径不可比",
    "unknown": "暂不能判定",
    "qualitative": "定性任务",
}
# why what was told does not hold: a withdrawal names the error
WITHDRAWN: dict[Cause, str] = {
    "correction": "经人工复核有误",
    "revision": "所据报告已更正",
    "rereading": "系读取有误，经重新读取更正",
    "assessment": "按更正后的依据重新计算，不再成立",
}
# the gap is rounded where it is stored; this far it may be from the sum of its rounded parts
ROUNDING = Decimal("0.06")


def severity_word(row: Progress) -> str:
    """The word in bold. A lag without a measure is named by what it rests on."""
    if row.severity and row.kind == "ceiling":
        return _DEGREE[row.severity] + ("超限" if is_over(row) else "超进度")
    if row.severity:
        return SEVERITY[row.severity]
    if row.kind == "milestone":
        return "到期未见完成报告"
    return "单位自述滞后" if row.basis == "claim" else "未达进度"


def bar_of(row: Progress) -> Bar | None:
    """The bar, where the row was judged by completion against pace."""
    is_ceiling = row.kind == "ceiling"
    share = row.completion if row.completion is not None or not is_ceiling else _used(row)
    if share is None or row.pace is None or row.gap_pp is None:
        return None
    difference = 100 * (share - row.pace)
    if abs((-difference if is_ceiling else difference) - row.gap_pp) > ROUNDING:
        return None
    return Bar(share, row.pace, "已用控制数的" if is_ceiling else "完成")


def _used(row: Progress) -> Decimal | None:
    """How much of a limit was used; for a limit that does not add up over the year this is no measure of the lag."""
    if row.actual_value is None or not row.target_value or row.actual_unit != row.target_unit:
        return None
    return row.actual_value / row.target_value


def gap_words(row: Progress) -> str | None:
    """How far behind, in points as the rule measures them; None where there is no measure."""
    if row.gap_pp is None or row.gap_pp >= 0:
        return None
    points, bar = f"{tenths(-row.gap_pp)} 个百分点", bar_of(row)
    is_at_end = bar is not None and bar.pace >= 1
    if row.kind == "ceiling":
        limit = "控制要求" if is_at_end or is_over(row) else "序时控制进度" if bar else "应控水平"
        return f"超出{limit} {points}"
    if bar is None:
        return f"距目标 {points}"
    return f"低于{'全年目标' if is_at_end else '序时进度'} {points}"


def since_words(notice: Notice) -> str:
    """自2026年上半年起；首次提示: the first period of the lag on record, and what is new about it."""
    row, earlier = notice.row, notice.earlier
    since = f"自{label(notice.year, notice.since_period)}起"
    if notice.reason == "worse":
        before = SEVERITY[earlier.severity] if earlier and earlier.severity else None
        change = f"由{before}加重为{SEVERITY[row.severity]}" if before and row.severity else "加重"
        return f"{since}；程度{change}"
    if earlier and earlier.state == "resolved":
        return f"{since}；此前曾恢复，现再次滞后"
    return f"{since}；首次提示"


def end_words(notice: Notice) -> str:
    """How a lag ended, and by which period's figures, or that a person found it wrong."""
    earlier, status, now = notice.earlier, STATUS[notice.row.status], label(notice.year, notice.period)
    began = f"自{label(notice.year, earlier.since_period if earlier else notice.since_period)}起滞后"
    if notice.reason == "withdrawn":
        error = f"（{clean(notice.error, 240)}）" if notice.error else ""
        cause = "correction" if notice.row.review in ("corrected", "rejected") else notice.cause
        return f"此前“{began}”的提示{WITHDRAWN.get(cause, WITHDRAWN['assessment'])}，予以撤回{error}"
    if notice.row.basis == "correction":
        return f"{began}，{now}的数据经人工更正，{status}"
    if earlier and last_month(earlier.period) == last_month(notice.period):
        return f"{began}，按{now}的最新数据重新计算，{status}"
    return f"{began}，至{now}{status}"


def unit_name(region: str, bureau: str) -> str:
    """City and bureau, the city once."""
    region, bureau = clean(region, 30), clean(bureau, 40)
    return bureau if bureau.startswith(region) else f"{region}{bureau}"
