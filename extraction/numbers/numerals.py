"""Chinese numerals: 一百二十 is 120, 一点五 is 1.5, 三五 and 二三十 say about how many and are none."""

from __future__ import annotations

from decimal import Decimal

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}
CN = "零一二三四五六七八九两十百千万亿半"
_POWERS = {"十": 10, "百": 100, "千": 1000}


def chinese_value(text: str) -> Decimal | None:
    """The value of a Chinese numeral: 一百二十 -> 120, 两千 -> 2000, 一点五 -> 1.5, 二零 -> 20; None if it is none.

    三五户 and 二三十家 say about how many: they are none.
    """
    whole, _, fraction = text.partition("点")
    if any(c not in DIGITS for c in fraction):
        return None  # 一点十
    if all(c in DIGITS for c in whole):
        if len(whole) > 1 and "零" not in whole:
            return None
        value = Decimal("".join(str(DIGITS[c]) for c in whole) or 0)
    else:
        parsed = _structured(whole)
        if parsed is None:
            return None
        value = parsed
    if fraction:
        value += Decimal("0." + "".join(str(DIGITS[c]) for c in fraction))
    return value


def small_count(sign: str) -> int:
    """How many things a word points to (前三项, 2个指标), from its sign 三 or 2; 0 where it says none."""
    return int(sign) if sign.isdecimal() else int(chinese_value(sign) or 0)


def arabic_value(digits: str) -> Decimal:
    """The value of a number written in digits: 1,260.5 -> 1260.5."""
    return Decimal(digits.replace(",", ""))


def _structured(text: str) -> Decimal | None:
    total = section = digit = Decimal(0)
    seen = False
    for c in text:
        if c in DIGITS:
            if digit:  # 二三十家: about as many, no number
                return None
            digit, seen = Decimal(DIGITS[c]), True
        elif c in _POWERS:
            section += (digit if digit or (seen and section) else Decimal(1)) * _POWERS[c]
            digit, seen = Decimal(0), True
        elif c in "万亿":
            if not seen:
                return None
            part, section, digit = section + digit, Decimal(0), Decimal(0)
            total = total + part * 10**4 if c == "万" else (total + part) * 10**8
        else:
            return None
    return total + section + digit if seen else None
