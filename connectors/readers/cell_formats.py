"""A number as its cell shows it: 0.785 under `0.0%` is 78.5%, 120 under `0"户"` is 120户, a date is a date."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

GENERAL = "General"
# the numbers that Excel gives formats without writing them down; 27 to 58 are those of Chinese versions
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy-m-d", 15: "d-mmm-yy", 17: "mmm-yy",
    27: 'yyyy"年"m"月"', 31: 'yyyy"年"m"月"d"日"', 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
_DIGITS = 12  # that a cell without a format is said with; what is behind them is the arithmetic's noise
_TOO_COARSE = Decimal("0.01")  # a format that hides more of the value than this share is not followed
_QUOTED = re.compile(r'"([^"]*)"|\\(.)')
_CONDITION = re.compile(r"\[[^\]]*\]")
_PATTERN = re.compile(r"[#0?,]*[0#](?:\.(?P<decimals>[0#?]+))?")


def shown(value: object, form: str = GENERAL) -> str:
    """What the cell shows, on one line."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return _number(Decimal(repr(value)), form) if abs(value) < 1e15 else str(value)
    if isinstance(value, datetime | date):
        return _day(value, form)
    if isinstance(value, time | timedelta):
        return str(value)
    return str(value)


def _number(value: Decimal, form: str) -> str:
    if not value.is_finite():
        return ""
    positive = form.split(";")[0]
    before, unit = _literals(positive)
    bare = _QUOTED.sub("", _CONDITION.sub("", positive))
    pattern = _PATTERN.search(bare)
    per_cent = "%" in bare
    scaled = value * 100 if per_cent else value
    decimals = len(pattern["decimals"] or "") if pattern and not bare.strip().lower().startswith("general") else None
    said = _rounded(scaled, decimals)
    return f"{before}{said}{'%' if per_cent else ''}{unit}"


def _rounded(value: Decimal, decimals: int | None) -> str:
    """To the decimals that the cell shows, unless these hide the value."""
    exact = _plain(round(value, max(0, _DIGITS - 1 - value.adjusted())) if value else value)
    if decimals is None:
        return exact
    near = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return _plain(near) if abs(near - value) <= abs(value) * _TOO_COARSE else exact


def _plain(value: Decimal) -> str:
    said = format(value, "f")
    return said.rstrip("0").rstrip(".") if "." in said else said


def _literals(form: str) -> tuple[str, str]:
    """The words that a format puts before and behind the number (￥, 万元, 户)."""
    pattern = _PATTERN.search(_CONDITION.sub("", form))
    if pattern is None:
        return "", ""
    bare = _CONDITION.sub("", form)
    return _words(bare[: pattern.start()]), _words(bare[pattern.end() :])


def _words(piece: str) -> str:
    return "".join(quoted or escaped for quoted, escaped in _QUOTED.findall(piece)).strip()


def _day(value: date, form: str) -> str:
    """The day as far as the cell shows it; a time of day means nothing here."""
    bare = _CONDITION.sub("", form).lower()
    months_only = form != GENERAL and "d" not in bare
    if months_only and "y" in bare:
        return f"{value.year}年{value.month}月"
    if "年" in form or ("月" in form and "y" in bare):
        return f"{value.year}年{value.month}月{value.day}日"
    if "月" in form and "d" in bare:
        return f"{value.month}月{value.day}日"
    return f"{value.year}-{value.month:02d}-{value.day:02d}"
