"""Tables whose shares are none: 15960 under 占计划(%) stands one column off, and so does all beside it.

Where a page lost the empty cells of some rows, counts come to stand under the head of the shares. A work may come to
twice its plan, and now and then to five times; that row after row comes to ten times and more nobody has seen.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.records import Task

_TEN_TIMES = 10
_FEWEST, _ONE_OF = 3, 5  # rows that far beyond, of all


def beyond_belief(tasks: Sequence[Task]) -> bool:
    """Whether so many rows are told to have come to ten times their plan that the columns cannot be right."""
    shares = [c.completion for t in tasks for i in t.indicators for c in i.claims if c.completion is not None]
    beyond = sum(share > _TEN_TIMES for share in shares)
    return beyond >= _FEWEST and beyond * _ONE_OF >= len(shares)
