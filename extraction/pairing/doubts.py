"""What is settled when all is linked: answers that are, or may be, no more than a part of the answer."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.pairing.alike_kinds import doubt_kinds
from extraction.pairing.carried_out import doubt_finished, leave_told_counts
from extraction.pairing.doubtful_periods import doubt_periods
from extraction.pairing.totals_told import take_totals
from extraction.promises.links import Link, Scope


def doubt(scope: Scope, links: Sequence[Link]) -> None:
    """Answer by totals, and leave promises open whose answer is only one period's or one kind's, in place."""
    take_totals(scope, links)
    leave_told_counts(links)
    doubt_finished(scope, links)
    doubt_periods(scope, links)
    doubt_kinds(scope, links)
