"""What is taken from a promise when all is linked: answers that may be no more than a part of the answer."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.pairing.alike_kinds import doubt_kinds
from extraction.pairing.carried_out import doubt_finished, leave_told_counts
from extraction.pairing.doubtful_periods import doubt_periods
from extraction.promises.links import Link, Scope


def doubt(scope: Scope, links: Sequence[Link]) -> None:
    """Leave promises open whose answer is only one period's or one kind's, in place."""
    leave_told_counts(links)
    doubt_finished(scope, links)
    doubt_periods(scope, links)
    doubt_kinds(scope, links)
