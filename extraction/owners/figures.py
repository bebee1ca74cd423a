"""What the figures of a list by owners say: shares of their plans, what came of one goal for all, plans and answers.

Each row of such a list speaks as the others do, and as the words before the list say.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from extraction.outline.items import Item
from extraction.owners.goals_of_each import tell_goals_of_each
from extraction.owners.plans import answer_plans
from extraction.owners.predicates_behind import named_behind
from extraction.owners.rates import goal_for_all
from extraction.owners.rows import Row, rows_of, shared_by_all
from extraction.owners.shares import are_shares, claim_shares, name_shared, tell_rates
from extraction.owners.stages import claim_stages
from extraction.owners.things import head_of, thing_of
from extraction.sentences.owner_lists import OwnerList, owner_lists
from extraction.sentences.readings import Reading
from extraction.sought import sought

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


_WORK = sought(
    r"(?:(?:负责|牵头|承担|承办|主管|实施)的)?(?P<thing>(?!任务|目标|计划|完成|应|实)[\u4e00-\u9fff“”]{4,20}?)(?:年度|全年)*(?:任务|目标|计划)?\(?(?:任务|目标|计划)?$"
)


def _each_its_own(rows: Sequence[Row]) -> bool:
    """住建局小区改造(任务38个)…;城管局泊位建设(任务3000个)…: each does a work of its own; the list has no one thing."""
    things = {said["thing"] for row in rows if (said := _WORK.fullmatch(row.words)) is not None}
    kinds = {row.readings[0].quantity.noun for row in rows}
    offices = all(_OFFICE.search(row.owner) is not None for row in rows)
    return len(things) == len(rows) and (offices or len(kinds) > 1)


_OFFICE = sought(r"[局委办厅部]$|公司$|集团$|中心$|管委会$|水投$|城投$|交投$")


def _is_told(rows: Sequence[Row]) -> bool:
    """Whether it is known already that each place has its own goal, and this is what came of it."""
    return all(row.readings[0].settled and row.readings[0].owner == row.owner for row in rows)


def _told(text: str, item: Item, listed: OwnerList, found: list[Reading], rows: Sequence[Row]) -> list[Reading]:
    head = head_of(text, listed, found)
    before = [r for r in found if r.start < listed.start]
    if tell_goals_of_each(text, before, rows, found) or _is_told(rows):
        return found
    end = rows[-1].readings[-1].quantity.end
    if are_shares(head, before, rows, text[end : end + _BEHIND]):
        claim_shares(rows, thing_of(text, item, listed, found))
    elif (whole := goal_for_all(text, head, before, rows)) is not None:
        return whole.shared_out(found, rows)
    elif not tell_rates(head, rows) and not _each_its_own(rows):
        thing = thing_of(text, item, listed, found, rows[0].readings[0].quantity.noun)
        answer_plans(text, before, rows, thing)
        name_shared(rows, thing)
    return found
