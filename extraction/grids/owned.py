"""One cell per line, each row a place's: where cells were lost, the names of the places say where the rows begin."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.grids.cells import EMPTY
from extraction.grids.columns import MEASURED
from extraction.grids.fitting import is_place
from extraction.grids.laying import FIGURES, Layout
from extraction.sought import sought

_FIGURES = (*MEASURED, "rank")  # columns below which no words stand
_LED = 0.6  # of the rows that were laid begin with a place
_SERIAL = sought(r"\d{1,3}")


def cut_at_places(layout: Layout, pieces: Sequence[str], kinds: Sequence[str]) -> list[list[int]]:
    """The rows anew, each from a place to the next; as they were laid where places do not lead them.

    Where nothing but figures stands below the other headings, any words lead a row.
    """
    laid, width = layout.rows or [], len(layout.columns)
    lead = int(layout.columns[0].role == "serial")
    named = [row[lead] for row in laid if len(row) > lead]
    places = {pieces[i] for i in named if _may_lead(pieces[i], kinds[i])}
    if len(laid) < 2:
        return laid
    whole = [row[lead] for row in laid if len(row) > lead + 1]  # a figure alone is the end of the row before it
    if sum(is_place(pieces[i]) for i in whole) < max(2, _LED * len(whole)):
        in_words = any(kinds[i] in ("text", "body") for row in laid if len(row) == width for i in row[lead + 1 :])
        if in_words or not all(c.role in _FIGURES for c in layout.columns[lead + 1 :]):
            return laid
        places = {pieces[i] for i in range(layout.begin, laid[-1][-1] + 1) if kinds[i] in ("text", "body")}
    begins = [i - lead for i in range(layout.begin + lead, laid[-1][-1] + 1) if _leads(pieces, i, places, lead)]
    if not begins or begins[0] != layout.begin:
        return laid
    stop = _stop(begins[-1], laid[-1][-1] + 1, width, pieces, kinds)
    rows = [list(range(a, b)) for a, b in zip(begins, [*begins[1:], stop], strict=True)]
    return rows if all(len(row) <= width for row in rows) else laid


def _may_lead(piece: str, kind: str) -> bool:
    return is_place(piece) or kind == "body" or piece.endswith("区")


def _leads(pieces: Sequence[str], i: int, places: set[str], lead: int) -> bool:
    """Whether a row's place stands there, with the row's number before it where rows are numbered."""
    named = pieces[i] in places or is_place(pieces[i])
    return named and (not lead or _SERIAL.fullmatch(pieces[i - 1]) is not None)


def _stop(begin: int, laid: int, width: int, pieces: Sequence[str], kinds: Sequence[str]) -> int:
    """Where the last row ends: it takes up the figures that were left behind it."""
    stop = laid
    while stop < min(len(pieces), begin + width) and (kinds[stop] in FIGURES or EMPTY.fullmatch(pieces[stop])):
        stop += 1
    return stop
