"""The text cut into pieces, each of which is one number, one stretch of words that is used, or plain.

A number is never cut: where something that is marked begins or ends inside one, its mark is widened to the whole of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from extraction.records import Indicator, Interval, Quantity, Role
from flows.visible import visible


@dataclass(frozen=True, slots=True)
class Use:
    """A place that something rests on: an indicator's target, actual or claim, or a finding; both count from 1."""

    kind: Literal["target", "actual", "claim", "finding"]
    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text as it is shown, with the numbers it holds (one, unless two of the ledger overlap)."""

    text: str
    start: int
    end: int
    quantities: tuple[int, ...] = ()  # their places in the ledger
    role: Role | None = None
    uses: tuple[Use, ...] = ()
    begins: tuple[Use, ...] = ()  # those of `uses` whose first piece this is

    @property
    def indicators(self) -> tuple[int, ...]:
        """The indicators that rest on it, in order."""
        return tuple(sorted({use.number for use in self.uses if use.kind != "finding"}))

    @property
    def findings(self) -> tuple[int, ...]:
        """The findings that are about it, in order."""
        return tuple(sorted({use.number for use in self.uses if use.kind == "finding"}))


@dataclass(frozen=True, slots=True)
class _Number:
    start: int
    end: int
    role: Role
    quantities: tuple[int, ...]


def uses_of(number: int, indicator: Indicator) -> Iterator[Use]:
    """Where an indicator's target, actual with its addends, and claims stand."""
    target, actual = indicator.target, indicator.actual
    if target and target.start is not None and target.end is not None:
        yield Use("target", number, target.start, target.end)
    for start, end in target.derived_from if target else ():
        yield Use("target", number, start, end)
    if actual:
        yield Use("actual", number, actual.start, actual.end)
    for start, end in actual.parts if actual else ():
        yield Use("actual", number, start, end)
    for claim in indicator.claims:
        yield Use("claim", number, claim.start, claim.end)


def cut(text: str, ledger: Sequence[Quantity], uses: Iterable[Use], at: Iterable[int] = ()) -> list[Piece]:
    """The whole text in pieces, in order; a piece also ends at each place of `at` that is not inside a number."""
    numbers = _numbers(ledger, len(text))
    widened = _widened(uses, numbers, len(text))
    starts = _cuts(numbers, widened, [*(place for place in at if 0 < place < len(text)), len(text)])
    covers: list[list[Use]] = [[] for _ in starts]
    begins: list[list[Use]] = [[] for _ in starts]
    for use in widened:
        first, last = bisect_left(starts, use.start), bisect_left(starts, use.end)
        begins[first].append(use)
        for index in range(first, last):
            covers[index].append(use)
    held = {number.start: number for number in numbers}
    return [
        _piece(text, span, held.get(span[0]), tuple(covers[index]), tuple(begins[index]))
        for index, span in enumerate(pairwise(starts))
    ]


def _piece(
    text: str, span: Interval, number: _Number | None, covers: tuple[Use, ...], begins: tuple[Use, ...]
) -> Piece:
    start, end = span
    said = next((use.kind for use in covers if use.kind != "finding"), None)
    role = number.role if number else said
    return Piece(visible(text[start:end]), start, end, number.quantities if number else (), role, covers, begins)


def _numbers(ledger: Sequence[Quantity], length: int) -> list[_Number]:
    """The spans of the ledger in order, those that overlap as one."""
    found: list[_Number] = []
    for index, quantity in sorted(enumerate(ledger), key=lambda item: (item[1].start, item[1].end)):
        start, end = max(0, quantity.start), min(quantity.end, length)
        if start >= end:
            continue
        if found and start < found[-1].end:
            last = found[-1]
            found[-1] = replace(last, end=max(last.end, end), quantities=(*last.quantities, index))
        else:
            found.append(_Number(start, end, quantity.role, (index,)))
    return found


def _widened(uses: Iterable[Use], numbers: Sequence[_Number], length: int) -> list[Use]:
    """The uses inside the text, widened to the whole numbers they begin and end in."""
    starts = [number.start for number in numbers]

    def around(place: int) -> Interval:
        number = numbers[bisect_right(starts, place) - 1] if starts and starts[0] <= place else None
        return (number.start, number.end) if number and number.start < place < number.end else (place, place)

    clipped = (replace(use, start=max(0, use.start), end=min(use.end, length)) for use in uses)
    return [replace(use, start=around(use.start)[0], end=around(use.end)[1]) for use in clipped if use.start < use.end]


def _cuts(numbers: Sequence[_Number], uses: Sequence[Use], at: Iterable[int]) -> list[int]:
    """Where a piece begins, with the end of the text as the last."""
    places = sorted({0, *at, *(p for use in uses for p in (use.start, use.end))})
    kept, index = {place for number in numbers for place in (number.start, number.end)}, 0
    for place in places:
        while index < len(numbers) and numbers[index].end <= place:
            index += 1
        if index == len(numbers) or not numbers[index].start < place < numbers[index].end:
            kept.add(place)
    return sorted(kept)
