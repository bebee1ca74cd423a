"""Figures as people and machines type them, and whether words that are quoted from a text stand there and hold one."""

from __future__ import annotations

from decimal import Decimal

from extraction.numbers.quantities import scan
from extraction.numbers.units import fits
from extraction.records import Quantity


def typed(words: str) -> Quantity | None:
    """The one figure that the words are and nothing else (`1.6亿元`); None for anything more or less than that."""
    words = words.strip()
    found = scan(words)
    if len(found) != 1:
        return None
    (figure,) = found
    is_whole = (figure.start, figure.end) == (0, len(words))
    is_plain = figure.value is not None and figure.upper is None and figure.role == "context"
    return figure if is_whole and is_plain and figure.qualifier is None else None


def stands(quote: str, text: str) -> bool:
    """Whether these very words stand in the text, character for character."""
    return bool(quote.strip()) and quote in text


def holds(quote: str, base: Decimal, noun: str) -> bool:
    """Whether the words hold this value (in the unit without magnitude) as a figure of their own."""
    return any(figure.base == base and fits(figure.noun, noun) for figure in scan(quote))
