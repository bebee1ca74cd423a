"""A progress bar with the pace marked on it, in characters and in table cells."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from alerting.speech import say

CELLS = 20
Part = Literal["done", "short", "over", "rest", "mark"]


@dataclass(frozen=True, slots=True)
class Segment:
    """One cell of the bar; `percent` of its width, 0 for the pace mark."""

    part: Part
    percent: int


@dataclass(frozen=True, slots=True)
class Bar:
    """Completion and pace as shares (0.35 is 35 %); drawn between 0 and 1, said as they are after the word `done`."""

    completion: Decimal
    pace: Decimal
    done: str = "完成"

    @property
    def text(self) -> str:
        """███████░░░░░░░░┃░░░░░"""
        done, mark = _of(self.completion, CELLS), _of(self.pace, CELLS)
        cells = "█" * done + "░" * (CELLS - done)
        return f"{cells[:mark]}┃{cells[mark:]}"

    @property
    def words(self) -> str:
        """完成 35.0%，序时进度 75.0%."""
        return say(
            "{done} {completion}，序时进度 {pace}",
            done=self.done, completion=percent(self.completion), pace=percent(self.pace),
        )  # fmt: skip

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The cells from left to right; the percents add up to 100."""
        done, mark = _of(self.completion, 100), _of(self.pace, 100)
        if done <= mark:
            parts = (Segment("done", done), Segment("short", mark - done), Segment("mark", 0))
        else:
            parts = (Segment("done", mark), Segment("mark", 0), Segment("over", done - mark))
        every = (*parts, Segment("rest", 100 - max(done, mark)))
        return tuple(segment for segment in every if segment.part == "mark" or segment.percent)


def percent(share: Decimal) -> str:
    """A share as per cent with one decimal: 0.35 -> 35.0%."""
    return f"{tenths(share * 100)}%"


def tenths(number: Decimal) -> str:
    """One decimal, half away from zero; a second one where the first would say nothing (0.04)."""
    shown = number.quantize(Decimal("0.1"), ROUND_HALF_UP)
    if not shown and number:
        shown = number.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{shown if shown else abs(shown):f}"


def _of(share: Decimal, whole: int) -> int:
    inside = min(max(share, Decimal(0)), Decimal(1))
    return int((inside * whole).to_integral_value(ROUND_HALF_UP))
