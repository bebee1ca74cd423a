"""What a source gets wrong in itself: parts that are more than their whole, a gap that is no difference, text twice.

Few things are said, and only where nothing else can be meant: `其中` often names some parts, or parts that overlap
(完工、验收合格). Only places exclude each other, and only parts that are counted (两段分别为) are all of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from extraction.numbers.numerals import small_count
from extraction.records import Finding, Quantity
from extraction.sought import sought

_AMONG = sought(r"(?<=[\u4e00-\u9fff%])[,。;]?其中[:,]?")
_EACH = re.compile(r"(?P<count>[两二三四五六])(?:段|个|项|类|处|批|部分)[\u4e00-\u9fff]{0,6}?分别为?")
_PLACE = sought(r"[、,和]?[\u4e00-\u9fff]{1,6}(?:区|县|旗|市|镇|乡|街道|市本级)[\u4e00-\u9fff]{0,4}")
_BETWEEN = re.compile(r"[、,和]")
_END = re.compile(r"[。;)\n]|$")
_NUMBER = r"\d{1,6}(?:\.\d{1,4})?"
_GAP = re.compile(
    rf"增长(?P<actual>{_NUMBER})%(?:,)?(?P<side>低于|高于|超过)[年度初全预期]{{0,4}}目标"
    rf"(?:\((?P<bracket>{_NUMBER})%\)|(?P<target>{_NUMBER})%),?(?P<gap>{_NUMBER})个百分点"
    rf"|增长(?P<actual2>{_NUMBER})%\([年度初全预期]{{0,4}}目标(?P<target2>{_NUMBER})%\),"
    rf"(?P<side2>低于|高于|超过)[年度初全预期]{{0,4}}目标(?P<gap2>{_NUMBER})个百分点"
)
_SENTENCE = re.compile(r"[^。;!?\n]{20,}")
_MOST = 12  # parts of one whole
_LARGE = Decimal("0.3")


def arithmetic(raw: str, text: str, ledger: Sequence[Quantity]) -> Iterator[Finding]:
    """Sums and differences that the text states and that do not come out, beyond rounding. `text` is folded."""
    starts = [q.start for q in ledger]
    for match in _AMONG.finditer(text) if "其中" in text else ():
        at = bisect_left(starts, match.start())
        if at and ledger[at - 1].end == match.start():
            yield from _sum(raw, text, ledger[at - 1], match.end(), ledger[at : at + _MOST])
    yield from _gaps(raw, text)


def duplicate(text: str) -> Iterator[Finding]:
    """One finding where a large share of the text is sentences that stood there before: a page body pasted twice."""
    seen: set[str] = set()
    again: list[re.Match[str]] = []
    total = 0
    for match in _SENTENCE.finditer(text):
        sentence = match.group()
        total += len(sentence)
        if (words := sentence.strip()) in seen:
            again.append(match)
        seen.add(words)
    repeated = sum(len(match.group()) for match in again)
    if len(again) > 1 and repeated >= _LARGE * total:
        message = f"{len(again)} sentences stand here again, {100 * repeated // total}% of the text"
        yield Finding("duplicate", message, again[0].start(), again[0].end())


def _sum(raw: str, text: str, whole: Quantity, start: int, after: Sequence[Quantity]) -> Iterator[Finding]:
    each = _EACH.match(text, start)
    parts = _listed(text, each.end(), after, _BETWEEN) if each else _listed(text, start, after, _PLACE)
    if len(parts) < 2 or not all(_exact(q) and q.noun == whole.noun for q in (whole, *parts)):
        return
    if each and len(parts) != small_count(each["count"]):
        return
    excess = sum((_base(q) for q in parts), -_base(whole))
    if not each and any(made == _base(whole) for made in accumulate(map(_base, parts))):
        return  # 60座,其中城区24座、乡镇36座,目前城区已完成20座: the first of them are all its parts
    if excess > _rounding([whole, *parts]) or (each and -excess > _rounding([whole, *parts])):
        written = " + ".join(raw[q.start : q.end] for q in parts)
        message = f"{written} is {'more' if excess > 0 else 'less'} than {raw[whole.start : whole.end]}"
        yield Finding("arithmetic", message, whole.start, parts[-1].end)


def _listed(text: str, start: int, after: Sequence[Quantity], between: re.Pattern[str]) -> list[Quantity]:
    """The numbers of a list that is nothing but names and numbers, to the end of its sentence; else none."""
    parts: list[Quantity] = []
    for quantity in (q for q in after if q.start >= start):
        place = parts[-1].end if parts else start
        lead = text[place : quantity.start]
        if not (between.fullmatch(lead) or (between is _BETWEEN and not parts and not lead)):
            return []
        parts.append(quantity)
        if _END.match(text, quantity.end):
            return parts
    return []


def _exact(quantity: Quantity) -> bool:
    plain = quantity.qualifier is None and quantity.upper is None and quantity.value is not None
    return plain and bool(quantity.noun) and not quantity.is_percent


def _base(quantity: Quantity) -> Decimal:
    return quantity.base or Decimal(0)


def _rounding(quantities: Sequence[Quantity]) -> Decimal:
    """Half of each last place; whole things are not rounded."""
    places = [_last_place(q.value or Decimal(0)) * q.magnitude for q in quantities]
    return sum((place / 2 for place in places if place != 1), Decimal(0))


def _last_place(value: Decimal) -> Decimal:
    return Decimal(1).scaleb(min(int(value.as_tuple().exponent), 0))


def _gaps(raw: str, text: str) -> Iterator[Finding]:
    for match in _GAP.finditer(text):
        actual = Decimal(match["actual"] or match["actual2"])
        target = Decimal(match["target"] or match["bracket"] or match["target2"])
        gap = Decimal(match["gap"] or match["gap2"])
        stated = -gap if (match["side"] or match["side2"]) == "低于" else gap
        if abs(actual - target - stated) > _last_place(gap):
            message = f"{raw[match.start() : match.end()]}: the difference is {actual - target}"
            yield Finding("arithmetic", message, match.start(), match.end())
