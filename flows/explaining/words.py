"""The words of the explanation: what roles, kinds and statuses are called, how a number was read, and the sums."""

from __future__ import annotations

from decimal import Decimal
from unicodedata import normalize

from alerting.bar import percent, tenths
from extraction.records import Actual, Kind, Operator, Quantity, Role, StatedStatus, Target
from flows.show import STATUS_ZH
from warehouse.records import Progress, Severity

ROLES: dict[Role, str] = {
    "target": "目标",
    "actual": "实绩",
    "claim": "自评",
    "context": "其他",
    "date": "日期",
    "clause": "条款",
    "ordinal": "序号",
    "name": "名称",
}
KINDS: dict[Kind, str] = {
    "cumulative": "累计",
    "rate": "比率",
    "level": "存量",
    "ceiling": "上限",
    "milestone": "节点",
    "qualitative": "定性",
}
OPERATORS: dict[Operator, str] = {">=": "≥", "<=": "≤", "==": "＝", "~": "≈", "range": "区间"}
SEVERITIES: dict[Severity, str] = {"slight": "略滞后", "behind": "滞后", "severe": "严重滞后"}
STATED: dict[StatedStatus, str] = {"done": "自称完成", "ongoing": "自称推进中", "lagging": "自称滞后"}


def status_word(row: Progress) -> str:
    """滞后, and how badly where that was measured."""
    return SEVERITIES[row.severity] if row.severity else STATUS_ZH[row.status]


def reading(value: Decimal, upper: Decimal | None, unit: str, magnitude: Decimal, noun: str) -> str:
    """A number as it was understood: 1.2–1.5 亿元 = 120,000,000–150,000,000 元."""
    written = f"{_span(value, upper, 'f')} {unit}".strip()
    if magnitude == 1:
        return written
    whole = _span(value * magnitude, None if upper is None else upper * magnitude, ",f")
    return f"{written} = {whole} {noun}".strip()


def quantity_words(quantity: Quantity) -> str:
    """What stands behind the mark of a number: its role, how it was read, its qualifier."""
    read = "待核" if quantity.value is None else reading(*_measure(quantity, quantity.value))
    qualifier = f"（{quantity.qualifier}）" if quantity.qualifier else ""
    return f"{ROLES[quantity.role]} {quantity.role}：{read}{qualifier}"


def read_differently(record: Target | Actual) -> str:
    """How the number of a target or actual was read, unless that is just what the text says."""
    read = reading(*_measure(record, record.value)).partition(" = ")[0]
    folded = normalize("NFKC", record.text).replace(",", "")
    return "" if "".join(read.split()) == "".join(folded.split()) else read


def sums(row: Progress, accrues: bool) -> list[tuple[str, str]]:
    """Completion, pace and gap, each with its name, as far as the rule measured them."""
    if row.completion is None and row.gap_pp is None:
        return []
    called = "已用控制数的" if row.kind == "ceiling" else "完成率"
    completion = [] if row.completion is None else [(called, percent(row.completion))]
    pace = [] if row.pace is None or not (accrues or completion) else [("序时进度", percent(row.pace))]
    return [*completion, *pace, *([] if row.gap_pp is None else [("差距", f"{gap(row)} 个百分点")])]


def gap(row: Progress) -> str:
    """+4.2 or −13.0 points; empty where nothing was measured."""
    if row.gap_pp is None:
        return ""
    return f"{'+' if row.gap_pp > 0 else ''}{tenths(row.gap_pp)}".replace("-", "−")


def _measure(record: Quantity | Target | Actual, value: Decimal) -> tuple[Decimal, Decimal | None, str, Decimal, str]:
    return value, getattr(record, "upper", None), record.unit, record.magnitude, record.noun


def _span(value: Decimal, upper: Decimal | None, form: str) -> str:
    return "–".join(_digits(number, form) for number in (value, upper) if number is not None)


def _digits(value: Decimal, form: str) -> str:
    """The digits of the text; of a number with its magnitude (form `,f`) none that only the sum brought (1.20)."""
    shown = format(value, form)
    return shown.rstrip("0").rstrip(".") if form == ",f" and "." in shown else shown
