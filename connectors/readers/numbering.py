"""Numbers as a word processor writes them before its paragraphs: 一、 （一） 1. ①, and the counters that yield them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_DIGITS = "〇一二三四五六七八九"
_MOST = 9999


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its number is written (`（%1）` of `chineseCounting`), and where it begins."""

    form: str = "decimal"
    pattern: str = ""
    start: int = 1
    is_plain: bool = False  # all levels of the number in digits (isLgl)


class Counters:
    """The numbers of one document's lists, counted as its paragraphs come."""

    def __init__(self) -> None:
        self._at: dict[str, dict[int, int]] = {}

    def next(self, name: str, depth: int, levels: Mapping[int, Level]) -> str:
        """The label of the list's next paragraph at this depth; empty where the level has none (bullets)."""
        counted = self._at.setdefault(name, {})
        level = levels.get(depth, Level())
        counted[depth] = counted[depth] + 1 if depth in counted else level.start
        for deeper in [d for d in counted if d > depth]:
            del counted[deeper]
        if level.form in ("bullet", "none"):
            return ""

        def value(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            own = levels.get(place, Level())
            return written(counted.get(place, own.start), "decimal" if level.is_plain else own.form)

        return re.sub(r"%([1-9])", value, level.pattern)


def written(number: int, form: str) -> str:
    """The number in one of the word processor's forms; in digits where the form is not known or does not reach."""
    write = _FORMS.get(form)
    return write(number) if write and 0 < number <= _MOST else str(number)


def chinese(number: int) -> str:
    """十二, 一百零三: how Chinese counts."""
    said, is_gap = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, power)
        if digit:
            said += ("零" if is_gap and said else "") + _DIGITS[digit] + unit
        is_gap = not digit
        if not number:
            break
    return said.removeprefix("一") if said.startswith("一十") else said


def _by_digit(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if number <= 20 else str(number)


def _letters(number: int) -> str:
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    said = ""
    for value, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    ):
        said += sign * (number // value)
        number %= value
    return said


def _full_width(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


_FORMS: Mapping[str, Callable[[int], str]] = {
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "ideographDigital": _by_digit,
    "japaneseDigitalTenThousand": _by_digit,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalZero": lambda number: f"{number:02d}",
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
}
