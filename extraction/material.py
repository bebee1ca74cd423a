"""What an item holds before anything is linked: its readings, in the voices that the words of all of it give them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from extraction.answers.listed_works import promise_listed
from extraction.answers.weighed_promises import promises_by_weight, reports_by_weight
from extraction.cues import cues_in
from extraction.numbers.counted_alike import in_one_measure
from extraction.outline.items import Item
from extraction.pairing import (
    all_begun_some_done,
    all_but_some,
    all_to_be_done,
    changed_goals,
    changes_in_points,
    checked_figures,
    complements,
    foreseen_shares,
    former_latter,
    goals_by_dates,
    houses_before_moves,
    later_stages,
    money_come,
    months_alone,
    months_beside_sums,
    peers_beside,
    rates_in_all,
    remedies,
    rests,
    shares_of_works,
    shortfalls,
    sites_in_all,
    sites_one_by_one,
    so_many_items,
    some_of_them,
    standing_goals,
    stretches_told,
    told_by_extent,
    told_in_brackets,
    trades_done,
    undone_shares,
    works_behind,
    years_part,
    years_share_of_stock,
)
from extraction.pairing.accounts_told import mark_accounted
from extraction.pairing.cut_shares import leave_cut_shares
from extraction.pairing.deadlines_behind import mark_deadlines
from extraction.pairing.echoes import mark_echoed
from extraction.pairing.excess_by_sum import count_by_sum
from extraction.pairing.first_told import leave_to_first
from extraction.pairing.goals_of_completion import mark_bracketed, mark_completion_goals
from extraction.pairing.granted_of_those import mark_granted
from extraction.pairing.headed_changes import mark_headed_changes
from extraction.pairing.intended import mark_intended
from extraction.pairing.lists import spread
from extraction.pairing.other_times import settle_other_times
from extraction.pairing.paced_nodes import mark_nodes
from extraction.pairing.pairs import mark_plans
from extraction.pairing.periods_told import mark_whole_of_periods
from extraction.pairing.proved_by_share import mark_proved, mark_proved_before
from extraction.pairing.quoted_sections import leave_changed
from extraction.pairing.rates_by_period import mark_rates_by_period
from extraction.pairing.really import mark_really
from extraction.pairing.said_of_lists import mark_said_of_lists
from extraction.pairing.share_arithmetic import silence_shares_of_sums
from extraction.pairing.snapshots import mark_risen, mark_snapshots
from extraction.pairing.sought_first import mark_first
from extraction.pairing.stated_done import mark_done
from extraction.pairing.still_ahead import mark_still_ahead
from extraction.pairing.told_again import silence_second
from extraction.pairing.told_in_turn import mark_in_turn
from extraction.pairing.told_twice import leave_told_twice
from extraction.pairing.town_and_country import goals_of_both
from extraction.pairing.undone_parts import leave_undone_parts
from extraction.pairing.works_counted import leave_counted_works
from extraction.promises import signed_bounds
from extraction.promises.links import Scope
from extraction.promises.second_limits import with_second_limits
from extraction.promises.stages import mark_finished_parts
from extraction.promises.stocks import answer_since_january, mark_stocks
from extraction.promises.targets import promise
from extraction.records import Quantity, Report
from extraction.report.period import PeriodMention
from extraction.voices import progress_lists
from extraction.voices.sentences import readings
from extraction.weighing.model import Weigher
from extraction.whole import aimed_at, outlooks, rates_above, respectively_above, set_behind
from extraction.whole.plans_by_parts import mark_by_parts

_START = attrgetter("start")


def scope_of(
    text: str,
    item: Item,
    inside: Sequence[Quantity],
    mentions: Sequence[PeriodMention],
    report: Report,
    promising: bool,
    weigher: Weigher | None,
    told: bool = False,
) -> Scope:
    """The item's material; `told`: what was promised elsewhere is told here, nothing in it is a plan by its place."""
    month = report.cutoff.month if report.cutoff else None
    if not inside:
        return Scope(text, item, [], [], month)
    spans, inside = _mentioned(mentions, item), [in_one_measure(q) for q in inside]
    found = spread(text, item, readings(text, item, inside, spans, promising, month, report.year))
    here = cues_in(text[item.start : item.end])  # what the words of a rule are not in, it is not asked
    count_by_sum(found)
    leave_cut_shares(found)
    leave_undone_parts(text, found)
    if here & all_but_some.CUE:
        all_but_some.mark_all_but_some(text, item.start, item.end, found)
    if here & stretches_told.CUE:
        stretches_told.silence_stretches(found)
    leave_changed(text, item, found)
    settle_other_times(text, item, found, report.year)
    if here & months_beside_sums.CUE:
        months_beside_sums.silence_months_beside_sums(found, month)
    if not told:
        if here & told_by_extent.CUE:
            told_by_extent.tell_by_extent(found)
        mark_in_turn(text, found)
    if weigher is not None and not told:
        reports_by_weight(weigher, item, found)
    mark_snapshots(text, found)
    mark_risen(text, found)
    if here & complements.CUE:
        complements.silence_complements(found)
    if here & foreseen_shares.CUE:
        foreseen_shares.leave_foreseen_shares(text, found)
    if here & rests.CUE:
        rests.silence_parts_of_rests(text, found)
    if here & years_part.CUE:
        years_part.take_years_part(found, report.year)
    if here & years_share_of_stock.CUE:
        years_share_of_stock.take_years_share(found, report.year)
    if here & sites_in_all.CUE:
        sites_in_all.silence_sites_in_all(found)
    if here & sites_one_by_one.CUE:
        sites_one_by_one.silence_sites_one_by_one(text, found)
    if here & trades_done.CUE:
        trades_done.leave_trades(found)
    if here & changed_goals.CUE:
        changed_goals.take_changed(text, found)
    changed_goals.take_listed(text, found)
    if here & checked_figures.CUE:
        checked_figures.silence_adjusted(found)
    if here & peers_beside.CUE:
        peers_beside.leave_peers(text, found)
    if here & former_latter.CUE:
        former_latter.answer_pairs(found)
    if not told:
        mark_headed_changes(found)
        if here & changes_in_points.CUE:
            changes_in_points.mark_changes_in_points(found)
        if here & goals_by_dates.CUE:
            goals_by_dates.mark_by_dates(found, month)
        mark_first(text, found, here, report.year, month)
        mark_completion_goals(found)
        mark_bracketed(found)
        if here & shares_of_works.CUE:
            shares_of_works.mark_shares_of_works(found)
        mark_intended(text, found)
        mark_really(text, found, here)
        if here & later_stages.CUE:
            later_stages.mark_later_stages(found)
        if here & houses_before_moves.CUE:
            houses_before_moves.mark_houses(found)
        if here & some_of_them.CUE:
            some_of_them.mark_some_of_them(found)
        if here & all_to_be_done.CUE:
            all_to_be_done.mark_all_to_be_done(text, found)
        mark_whole_of_periods(found)
        mark_rates_by_period(found)
        if here & signed_bounds.CUE:
            signed_bounds.mark_signed(found)
        mark_accounted(text, item, found)
        if here & works_behind.CUE:
            works_behind.mark_works_behind(text, found)
        mark_echoed(text, item, found)
        if here & set_behind.CUE:
            set_behind.mark_set_behind(text, item, found)
        if here & outlooks.CUE:
            outlooks.promise_next_steps(text, item, found)
        mark_by_parts(text, found)
        mark_proved(found)
        mark_proved_before(found)
        if here & all_begun_some_done.CUE:
            all_begun_some_done.mark_all_begun(text, found)
        if here & rates_in_all.CUE:
            rates_in_all.tell_in_all(found)
        if here & respectively_above.CUE:
            respectively_above.answer_above(text, item, found)
        if here & rates_above.CUE:
            rates_above.answer_rates_above(text, item, found)
        mark_plans(text, item, found)
        leave_counted_works(text, found)
        told_in_brackets.mark_made_up(found)
        if here & told_in_brackets.CUE:
            told_in_brackets.mark_told_in_brackets(text, found)
        if here & so_many_items.CUE:
            so_many_items.mark_so_many_items(text, found)
        if here & shortfalls.CUE:
            shortfalls.mark_shortfalls(text, item, found)
        mark_done(text, found)
    if here & remedies.CUE:
        remedies.mark_remedies(text, found)
    if here & months_alone.CUE:
        months_alone.silence_months_alone(text, found)
    mark_nodes(text, found, month)
    mark_still_ahead(found, month)
    mark_said_of_lists(text, found)
    mark_stocks(found, month)
    if here & standing_goals.CUE:
        standing_goals.mark_standing(found)
    mark_finished_parts(found)
    if here & rests.CUE:
        rests.mark_rests(found)
    if weigher is not None and not told:
        promises_by_weight(weigher, item, found)
    leave_to_first(found)
    found = goals_of_both(found)
    silence_shares_of_sums(found)
    if not told:
        leave_told_twice(text, found)
    mark_granted(found)
    if here & money_come.CUE:
        money_come.mark_money_come(text, found)
    promise_listed(text, found)
    silence_second(found)
    answer_since_january(found)
    mark_deadlines(text, found, month)
    if here & undone_shares.CUE:
        undone_shares.leave_undone(text, found)
    if here & progress_lists.OF_THE_WORKS:
        progress_lists.mark_works_shares(text, found)
    if here & aimed_at.CUE:
        aimed_at.name_aimed(text, item, found)
    promises = list(with_second_limits([promise(r, report.year) for r in found if r.voice == "promise"]))
    return Scope(text, item, found, promises, month, weigher)


def _mentioned(mentions: Sequence[PeriodMention], item: Item) -> Sequence[PeriodMention]:
    """The periods named in the task; both in order."""
    low = bisect_left(mentions, item.start, key=_START)
    return mentions[low : bisect_left(mentions, item.end, low, key=_START)]
