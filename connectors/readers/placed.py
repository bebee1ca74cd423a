"""A character, or a run of them, at its place on a page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Char:
    """One character at its place: points from the page's left and from its bottom, as the page is shown."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    is_parted: bool = False  # a blank stands before it

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    @property
    def size(self) -> float:
        return self.top - self.bottom
