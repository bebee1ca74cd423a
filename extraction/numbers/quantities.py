"""Chinese numbers with their units, on Decimal, each with its place.

`scan` reads a folded text (extraction.words.folding) once from left to right and returns every number in it: what is
a name, a date, an ordinal or a clause number is returned with that role, so that no number of a report vanishes
silently.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from extraction.numbers import units
from extraction.numbers.cut_to import CUT_TO
from extraction.numbers.masks import masks, unless_threshold
from extraction.numbers.mixed_numerals import join_mixed
from extraction.numbers.numerals import CN, DIGITS, chinese_value
from extraction.numbers.shared_bounds import share_bounds
from extraction.numbers.shared_units import share_units
from extraction.records import Quantity, Role
from extraction.sought import sought

_KNOWN = "|".join(map(re.escape, units.ALL)).replace("个点", "个点(?!位)")  # 15个点位 are no points
_KNOWN = _KNOWN.replace("条次", "条次(?!干[道路])")  # 30条次干道 are roads
_UNIT = _KNOWN + r"|t(?=/)|m(?![A-Za-z\d²³/])"
_MAGNITUDE = (
    r"万亿|千亿|百亿|亿|千万|百万|十万|万(?!分之|能|象|向|物|事|村|全)|千(?![瓦米克伏帕方佛灯岛里]|百|秋)"
    r"|百(?!分|货|姓|强|佳|日|年|家)"
)
_PER = units.PER
_NUMBER = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"

_ASCII = sought(
    rf"(?P<sign>-(?=\d)|负)?(?P<number>{_NUMBER})(?:[^\S\t]?(?P<more>余|多|来|几)(?=[万亿千百]|{_UNIT}))?"
    rf"(?:[^\S\t]?(?P<magnitude>{_MAGNITUDE})(?P<more2>[余多](?={_UNIT}))?)?(?:[^\S\t]?(?P<unit>(?:{_UNIT})(?:{units.OR})?))?(?P<per>{_PER})?"
)
_SPELLED = sought(
    rf"(?P<number>[{CN}]{{1,12}}(?:点[零一二三四五六七八九]{{1,6}})?)(?P<more>[余多来](?={_UNIT}|万|亿))?"
    rf"(?P<magnitude>[万亿])?(?P<unit>{_UNIT})(?P<per>{_PER})?"
)
_PERCENT_CN = re.compile(
    rf"(?P<of>[百千])分之(?P<number>[{CN}]{{1,8}}(?:点[零一二三四五六七八九]{{1,4}})?|\d+(?:\.\d+)?)"
)
_TENTHS = re.compile(
    r"(?P<number>[一二三四五六七八九])成(?P<half>半|[一二三四五六七八九](?!为|的|员|果|立))?(?=[以左,。;、)多的]|$)"
)
_FRACTION = re.compile(r"(?P<below>[二三四五六七八九十])分之(?P<above>[一二三四五六七八九])")
_START = re.compile(rf"[-\d{CN}负]")

_BEFORE = sought(
    r"(?:(?P<ge>[≥≧>]|不少于|不低于|不小于|至少|不得低于|不得少于|达到|(?<!下)达|提高到|提升到|提升至|增加到|增至|扩大到"
    r"|稳定在|保持在|力争达?到?)"
    rf"|(?P<le>[≤≦<]|不超过|不高于|不多于|不得超过|不突破|没有超过|没超过?|控制在|{CUT_TO}|低于|小于|少于|限制在|控制到|[尚还仍]?不[足到满])"
    r"|(?P<over>超过|超|逾|突破|高于|大于|多于|已过)|(?P<near>近|(?<![签履违节集预邀解合公条契毁])约|大约|将近|接近|大致|大概|差不多|左右))\s?$"
)
_BEFORE_ENDS = frozenset(
    "于少达到至在争过破足满超逾近约致概多右≥≧≤≦<>"
)  # or a blank; behind other characters none is sought
_AFTER = sought(
    r"\s?(?:\((?:[间套户人次以上含]{1,4})\))?(?:(?P<ge>及?以上|起步)|(?P<le>及?以内|及?以下|之内)|(?P<near>左右"
    r"|上下)|(?P<over>多(?![元个家项])))"
)
_AFTER_BEGINS = frozenset("(及以起之左上多")
_WIDEST_RANGE = 3  # characters between its ends
_RANGE = sought(r"\s?(?:-|~|至|到)\s?")
_SHARED = sought(r"^\s?[、和及与]\s?$")
_ONE = Decimal(1)
_LONGEST = 18  # digits; beyond it a number is an identifier


@lru_cache(maxsize=32)
def scan(text: str) -> tuple[Quantity, ...]:
    """Every number of the folded text, in order, with value, unit, qualifier and the role that its form gives it.

    Kept for who asks again: a text is looked through for Chinese numbers first, the cells of a table for its shape.
    """
    found = join_mixed(list(_scan(text, masks(text))))
    joined = _take_headed_unit(text, share_units(text, _join_ranges(text, _take_lost_signs(text, found))))
    joined = share_bounds(text, joined)
    return tuple(unless_threshold(text, q) for q in joined)


def _scan(text: str, masked: list[tuple[int, int, Role]]) -> Iterator[Quantity]:
    starts = [m[0] for m in masked]
    position = 0
    while match := _START.search(text, position):
        start = match.start()
        if text[start] == "-" and not text[start + 1 : start + 2].isdecimal():
            position = start + 1
            continue
        index = bisect_right(starts, start) - 1
        if index >= 0 and start < masked[index][1]:
            low, high, role = masked[index]
            low = start if low < position else low  # a number before it reached into the name
            while text[high - 1].isdigit() and text[high : high + 1].isdigit():
                high += 1  # 00000100-8|0%: no name ends inside a number
            yield Quantity(text[low:high], low, high, None, role=role)
            position = high
            continue
        limit = starts[index + 1] if index + 1 < len(starts) else len(text)
        quantity = _read(text, start, limit)
        if quantity is None:
            position = start + 1
        else:
            yield quantity
            position = quantity.end


_FALLEN = sought(r"-\d{1,3}(?:\.\d{1,2})?%")  # 1-8月-3.7%: no months are so many per cent


def _read(text: str, start: int, limit: int) -> Quantity | None:
    head = text[start]
    before = text[start - 1] if head == "-" and start else ""
    joined = before and ((before.isalnum() and before.isascii()) or before in "-%)月日年元家个万亿")
    if joined and (before != "月" or _FALLEN.match(text, start) is None):
        return None
    if head in "-负" or head.isdigit():
        match = _ASCII.match(text, start)
        if match is None:
            return None
        return _ascii_quantity(text, match, limit)
    if match := _FRACTION.match(text, start):
        value = Decimal(DIGITS[match["above"]]) / (chinese_value(match["below"]) or Decimal(1)) * 100
        return _quantity(text, start, match.end(), round(value, 4), "%", "")
    if match := _PERCENT_CN.match(text, start):
        number = match["number"]
        value = Decimal(number) if number[0].isdigit() else chinese_value(number) or Decimal(0)
        return _quantity(text, start, match.end(), value, "%" if match["of"] == "百" else "‰", "")
    if match := _TENTHS.match(text, start):
        tenths = DIGITS[match["number"]] * 10
        tenths += 5 if match["half"] == "半" else DIGITS.get(match["half"] or "", 0)
        return _quantity(text, start, match.end(), Decimal(tenths), "%", "")
    return _spelled_quantity(text, start)


def _ascii_quantity(text: str, match: re.Match[str], limit: int) -> Quantity:
    sign, number, more, magnitude, more2, unit, per = match.groups("")
    digits = number.replace(",", "")
    value = Decimal(digits) if len(digits) <= _LONGEST else None
    if sign and value is not None:
        value = -value
    start, end = match.span()
    if end > limit and match.end("number") <= limit:  # the unit ran into a date or a name: `12所2024年`
        end, unit, magnitude, per = match.end("number"), "", "", ""
    return _quantity(text, start, end, value, unit, magnitude, per, bool(more or more2))


_NOT_COUNTED = sought(
    r"一(?:次性|站式|体|件事|家亲|批(?!次)|系列|定|直|般|带一路|路|道|起|面|方面|线|手|对一|队一|类|项项|组"
    r"|村|企|校|店|厂|窗|票|园|号|把手|点(?![零一二三四五六七八九]))|[一二三四五六]期|二次(?=供|污|创|利|转|管|加压|装|开发|消费|分配|报警|元件|设计|搬|蒸|衰|函)|两(?:会|个确立|个维护|山|翼|端|面)|三(?:个代表|农|区|线|通)"
    r"|零(?:部件|售|星|距离|碳|门槛|散|食|钱|工|关税|基础|报告|突破|容忍|配件)|四(?:个全面)|百(?:姓|家争)|千家万户|万(?:众|家|户)|十(?:分|大)|百村|千村|万村|万企|千企|百企|一村一"
    r"|一县一|一户一|一校一|半(?:个|年)|[二三四五六七]分(?:类|之|法)"
)


def _spelled_quantity(text: str, start: int) -> Quantity | None:
    before = text[start - 1] if start else ""
    if _NOT_COUNTED.match(text, start) or (before and before in "第统唯同专进之每某逐数几跑" + CN):
        return None
    match = _SPELLED.match(text, start)
    if match is None:
        return None
    number, magnitude = match["number"], match["magnitude"] or ""
    bare = not set(number) - set("百千万亿")  # 亿元项目, 万人拥有量; 上百家 and 近千人 are counted
    if bare and not sought(r"[近约上超过达逾]$").search(text[max(0, start - 2) : start]):
        return None
    if not magnitude and len(number) > 1 and number[-1] in "万亿" and not set(number[:-1]) & set("万亿"):
        number, magnitude = number[:-1], number[-1]
    value = chinese_value(number)
    if value is None or (
        match["unit"] == "人" and text[match.end() : match.end() + 1] in tuple("口均才员民大力工社防家士")
    ):
        return None
    return _quantity(
        text,
        start,
        match.end(),
        value,
        match["unit"],
        magnitude,
        match["per"] or "",
        bool(match["more"]) or (bare and before == "上"),
    )


def _quantity(
    text: str, start: int, end: int, value: Decimal | None, unit: str, magnitude: str, per: str = "", more: bool = False
) -> Quantity:
    last, first = text[start - 1 : start], text[end : end + 1]
    before = _BEFORE.search(text, max(0, start - 5), start) if last in _BEFORE_ENDS or last.isspace() else None
    after = _AFTER.match(text, end) if first in _AFTER_BEGINS or first.isspace() else None
    qualifier = (after and after.lastgroup) or (before and before.lastgroup) or ("over" if more else None)
    return Quantity(
        text[start:end],
        start,
        end,
        value,
        magnitude + unit + per,
        None,
        qualifier,
        units.MAGNITUDES[magnitude] if magnitude else _ONE,
        units.noun_of(unit) + units.per_of(per),
    )


def _join_ranges(text: str, found: list[Quantity]) -> list[Quantity]:
    joined: list[Quantity] = []
    for quantity in found:
        last = joined[-1] if joined else None
        if last and quantity.start - last.end <= _WIDEST_RANGE and _is_range(text, last, quantity):
            joined[-1] = _range(text, last, quantity)
        else:
            joined.append(quantity)
    return joined


def _is_range(text: str, low: Quantity, high: Quantity) -> bool:
    gap = text[low.end : high.start]
    if gap == "" and high.value is not None and high.value < 0 and low.role == "context" and low.value is not None:
        return low.value < -high.value and (low.unit in ("", high.unit)) and low.value >= 0
    if not gap or not _RANGE.fullmatch(gap) or low.role != "context" or high.role != "context":
        return False
    if low.value is None or high.value is None or low.upper is not None or low.value >= high.value * high.magnitude:
        return False
    return low.unit in ("", high.unit) or (not low.noun and high.unit.startswith(low.unit))


def _range(text: str, low: Quantity, high: Quantity) -> Quantity:
    assert high.value is not None
    return replace(
        high,
        text=text[low.start : high.end],
        start=low.start,
        value=low.value,
        upper=abs(high.value),
        qualifier=high.qualifier or low.qualifier,
    )


_SHARE_OF = sought(
    r"(?:占|完成|达到?)(?:了|到)?(?:全?年度?|今年|年初|调整|省定?|市定?)*(?:计划|目标|任务|预算){1,2}数?的\s?$"
)
_TIMES_OF = sought(
    r"(?:是|为|相当于|达到?|完成)(?:了|到)?(?:[国省市县旗区]?[家级定]?(?:下达)?|全?年度?|今年|年初)*(?:计划|目标|任务|预算){1,2}数?"
    r"(?:为|\s|\()*(?:\d[\d.,]*\s?[万亿]?[\u4e00-\u9fff]{1,3}\)?\s?)?的\s?$"
)
_MOST_SHARE = 300  # per cent of a plan
_SIGN_LOST = sought(r"\s?(?:[,;。、)\n]|$)")


def _take_lost_signs(text: str, found: list[Quantity]) -> list[Quantity]:
    """占年计划的54.6,同比增长16.2: a share that lost its sign is one of a hundred, as 目标任务的1.27倍 is 127%."""
    for i, q in enumerate(found):
        if text[q.start - 2 : q.start] == "**" and q.role == "context":
            found[i] = q = replace(q, value=None, upper=None, role="name")  # 的**4.3%: its first digits are lost
        if q.unit == "倍" and q.value is not None and _TIMES_OF.search(text, max(0, q.start - 28), q.start):
            found[i] = replace(q, value=q.value * 100, unit="%", noun="%")
        if q.role != "context" or q.unit or q.value is None or q.value > _MOST_SHARE or not q.text[0].isdigit():
            continue
        if _SHARE_OF.search(text, max(0, q.start - 16), q.start) and _SIGN_LOST.match(text, q.end):
            found[i] = replace(q, unit="%", noun="%")
    return found


_HEADED = sought(rf"\((?:单位:?)?(?P<magnitude>{_MAGNITUDE})?(?P<unit>{_UNIT})\):")


def _take_headed_unit(text: str, found: list[Quantity]) -> list[Quantity]:
    """各县区造林任务(万亩):甲县计划2.4,现已1.9: bare numbers have the unit before the colon of their sentence."""
    heads = list(_HEADED.finditer(text)) if "):" in text else []
    starts = [q.start for q in found] if heads else []
    for head, following in pairwise([*heads, None]):
        assert head is not None
        limit = following.start() if following is not None else len(text)
        end = sought(r"[。\n]").search(text, head.end(), limit)
        low, high = bisect_left(starts, head.end()), bisect_left(starts, end.start() if end else limit)
        magnitude, noun = head["magnitude"] or "", units.noun_of(head["unit"])
        for i in range(low, high):
            q = found[i]
            if q.role == "context" and q.value is not None and not q.unit:
                factor = units.MAGNITUDES[magnitude] if magnitude else _ONE
                found[i] = replace(q, unit=magnitude + head["unit"], magnitude=factor, noun=noun)
    return found
