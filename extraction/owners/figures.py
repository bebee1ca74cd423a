"""What the figures of a list by owners say: shares of their plans, what came of one goal for all, plans and answers.

Each row of such a list speaks as the others do, and as the words before the list say.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from extraction.outline.items import Item
from extraction.owners.plans import answer_plans
from extraction.owners.predicates_behind import named_behind
from extraction.owners.rates import goal_for_all
from extraction.owners.rows import Row, rows_of, shared_by_all
from extraction.owners.shares import are_shares, claim_shares, name_shared, tell_rates
from extraction.owners.stages import claim_stages
from extraction.owners.things import head_of, thing_of
from extraction.sentences.owner_lists import OwnerList, owner_lists
from extraction.sentences.readings import Reading

_BEHIND = 24  # characters behind a list in which a verdict on all of it stands


def told_by_owners(text: str, item: Item, found: list[Reading]) -> list[Reading]:
    """The readings, with those of lists by owners in their voices, and a goal for each owner of a common one."""
    if not found:
        return found
    lists = owner_lists(text)
    low, high = (bisect_left(lists, place, key=attrgetter("start")) for place in (item.start, item.end))
    for listed in lists[low:high]:
        found = shared_by_all(listed, found)
        rows = rows_of(text, listed, found)
        rows = named_behind(text, rows) if len(rows) > 1 else rows
        if len(rows) > 1:
            found = _told(text, item, listed, found, rows)
    claim_stages(found)
    return found


def _told(text: str, item: Item, listed: OwnerList, found: list[Reading], rows: Sequence[Row]) -> list[Reading]:
    head = head_of(text, listed, found)
    before = [r for r in found if r.start < listed.start]
    end = rows[-1].readings[-1].quantity.end
    if are_shares(head, before, rows, text[end : end + _BEHIND]):
        claim_shares(rows, thing_of(text, item, listed, found))
    elif (whole := goal_for_all(text, head, before, rows)) is not None:
        return whole.shared_out(found, rows)
    elif not tell_rates(head, rows):
        thing = thing_of(text, item, listed, found, rows[0].readings[0].quantity.noun)
        answer_plans(text, before, rows, thing)
        name_shared(rows, thing)
    return found
