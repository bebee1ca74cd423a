"""What deserves a person's look: a claim against the figures, a magnitude that cannot be, damage, no period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from extraction.arithmetic import arithmetic, duplicate
from extraction.records import Finding, Indicator, Quantity, Report, Task
from extraction.sought import sought
from extraction.unread import unread

_DAMAGED = sought(
    r"(?=[\d〔\[])(?:(?=\d{1,9}[-月日%.(]|\d{10})(?:(?<!\d)\d{3,}(?=\d{1,2}-\d{1,2}周?岁)\d+-\d{1,2}周?岁|\d{4,6}月(?!份?\d{4})"
    r"|(?<!\d)(?:0[1-9]|1[0-2])?\d{3,4}日(?!报|常|均)|(?<!\d)\d+(?:\.\d+)?%\d|(?<=有)\d+\()|[〔\[]\d{5,}号)"
)
# what every such place holds, sought by its rarest character
_MAY_BE_DAMAGED = sought(r"月(?<=\d{4}月)|日(?<=\d{3}日)|%\d|有\d+\(|岁|〔\d{5}|\[\d{5}")


def findings(
    raw: str, text: str, report: Report, tasks: Sequence[Task], ledger: Sequence[Quantity]
) -> Iterator[Finding]:
    """All findings of a report, in the order of the rules."""
    if report.cutoff is None:
        yield Finding(
            "period_unknown",
            "neither title, body nor signature says which period the figures cover",
            0,
            min(len(raw), 40),
        )
    for task in tasks:
        for indicator in task.indicators:
            yield from _claims(indicator)
            if indicator.confidence < 0.6:
                place = indicator.target or indicator.actual
                if place is not None and place.start is not None and place.end is not None:
                    yield Finding("low_confidence", f"{indicator.name}: {indicator.reason}", place.start, place.end)
    for match in _DAMAGED.finditer(text) if _MAY_BE_DAMAGED.search(text) else ():
        yield Finding(
            "damaged",
            f"{raw[match.start() : match.end()]!r} looks fused: a separator was lost",
            match.start(),
            match.end(),
        )
    yield from unread(raw, text, ledger)
    yield from _implausible(raw, text, ledger)
    yield from arithmetic(raw, text, ledger)
    yield from duplicate(text)


def _claims(indicator: Indicator) -> Iterator[Finding]:
    claim = next((c for c in indicator.claims if c.completion is not None), None)
    target, actual = indicator.target, indicator.actual
    if claim is None or claim.completion is None or target is None or actual is None or indicator.kind != "cumulative":
        return
    base = target.value * target.magnitude
    if base and abs(actual.value * actual.magnitude / base - claim.completion) > Decimal("0.01"):
        computed = actual.value * actual.magnitude / base * 100
        yield Finding(
            "claim_differs",
            f"{indicator.name}: stated {claim.text}, its figures give {computed:.1f}%",
            claim.start,
            claim.end,
        )


_AREA = ("平方米", "亩", "公顷", "平方公里")


def _implausible(raw: str, text: str, ledger: Sequence[Quantity]) -> Iterator[Finding]:
    """Money too small for what it is said to have built: under 10 元 a square metre of investment."""
    for index, money in enumerate(ledger):
        if (
            money.noun != "元"
            or money.base is None
            or not sought(r"投资|造价").search(text[max(0, money.start - 12) : money.start])
        ):
            continue
        for area in ledger[index + 1 : index + 3]:
            if (
                area.noun != "平方米"
                or area.base is None
                or not area.base
                or area.start - money.end > 30
                or sought(r"[。;]").search(text[money.end : area.start])
            ):
                continue
            if money.base / area.base < 10:
                yield Finding(
                    "implausible",
                    f"{raw[money.start : money.end]} invested for {raw[area.start : area.end]}: "
                    "a magnitude seems to be missing",
                    money.start,
                    money.end,
                )
