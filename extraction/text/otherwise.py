"""What says the same in other words: each rewrite writes one construction in the words of another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.records import Edit
from extraction.text.accounts_by_number import accounts_by_number
from extraction.text.accounts_in_brackets import accounts_in_brackets
from extraction.text.ages_run_in import ages_run_in
from extraction.text.all_begun import all_begun
from extraction.text.arrows import arrows
from extraction.text.awaiting_award import awaiting_award
from extraction.text.batches_named import batches_named
from extraction.text.below_what_was_set import below_what_was_set
from extraction.text.blank_fields import blank_fields
from extraction.text.borrowed_units import borrowed_units
from extraction.text.brackets_closed import brackets_closed
from extraction.text.but_for import but_for
from extraction.text.cards import cards
from extraction.text.cells_broken import cells_broken
from extraction.text.cuts_in_order import cuts_in_order
from extraction.text.digits_apart import months_lost, points_lost
from extraction.text.done_behind import done_behind
from extraction.text.done_in_brackets import done_in_brackets
from extraction.text.figures_in_brackets import figures_in_brackets
from extraction.text.first_and_last import first_and_last
from extraction.text.goals_asked_behind import goals_asked_behind
from extraction.text.goals_before_verbs import goals_before_verbs
from extraction.text.goals_in_tables import goals_in_tables
from extraction.text.graded_lists import graded_lists
from extraction.text.growth_worked_out import growth_worked_out
from extraction.text.invested_in_quotes import invested_in_quotes
from extraction.text.kinds_planned import kinds_planned
from extraction.text.laggards_opened import laggards_opened
from extraction.text.lags_named import lags_named
from extraction.text.last_year_told import last_year_told
from extraction.text.members_done import members_done
from extraction.text.names_then_goals import names_then_goals
from extraction.text.net_of_each import net_of_each
from extraction.text.nodes_before_year import nodes_before_year
from extraction.text.none_finished import none_finished
from extraction.text.none_happened import none_happened
from extraction.text.numbered_labels import numbered_labels
from extraction.text.numbers_of_lines import numbers_of_lines
from extraction.text.older_accounts import older_accounts
from extraction.text.older_sections import older_sections
from extraction.text.on_the_ground_of import on_the_ground_of
from extraction.text.own_checks import own_checks
from extraction.text.own_goals import own_goals
from extraction.text.owner_brackets import opened
from extraction.text.paced_for_several import paced_for_several
from extraction.text.parted_stages import parted_stages
from extraction.text.parts_bracketed import parts_bracketed
from extraction.text.parts_done import parts_done
from extraction.text.parts_of_all import parts_of_all
from extraction.text.people_uncounted import people_uncounted
from extraction.text.percent_beyond import percent_beyond
from extraction.text.period_labels import period_labels
from extraction.text.periods_in_brackets import periods_in_brackets
from extraction.text.places_beside import places_beside
from extraction.text.places_counted import places_counted
from extraction.text.places_ranked import places_ranked
from extraction.text.plainly_told import plainly_told
from extraction.text.planned_ones import planned_ones
from extraction.text.plans_by_place import plans_by_place
from extraction.text.plans_handed_down import plans_handed_down
from extraction.text.plans_in_brackets import plans_in_brackets
from extraction.text.plans_of_lines import plans_of_lines
from extraction.text.points_named import points_named
from extraction.text.points_run_on import points_run_on
from extraction.text.points_touching import points_touching
from extraction.text.press_words import press_words
from extraction.text.price_indices import price_indices
from extraction.text.quarter_named import quarter_named
from extraction.text.quarters_respectively import quarters_respectively
from extraction.text.rest_of_years import rest_of_years
from extraction.text.rows_without_heads import rows_without_heads
from extraction.text.sections_run_on import sections_run_on
from extraction.text.set_in_brackets import set_in_brackets
from extraction.text.shares_behind import shares_behind
from extraction.text.shares_by_pace import shares_by_pace
from extraction.text.shares_in_lists import shares_in_lists
from extraction.text.shares_in_order import shares_in_order
from extraction.text.shares_of_the_year import shares_of_the_year
from extraction.text.signs_told import signs_told
from extraction.text.sizes_named import sizes_named
from extraction.text.slashed_by_legend import slashed_by_legend
from extraction.text.slashed_by_place import slashed_by_place
from extraction.text.slashed_goals import slashed_goals
from extraction.text.so_many_of import so_many_of
from extraction.text.spoken import spoken
from extraction.text.status_headings import status_headings
from extraction.text.steps_begun import steps_begun
from extraction.text.stocks_opened import stocks_opened
from extraction.text.stops_in_brackets import stops_in_brackets
from extraction.text.stops_lost import stops_lost
from extraction.text.taken_from_store import taken_from_store
from extraction.text.task_numbers import task_numbers
from extraction.text.tasks_in_a_row import tasks_in_a_row
from extraction.text.tasks_listed import tasks_listed
from extraction.text.tasks_of_offices import tasks_of_offices
from extraction.text.tasks_to_cut import tasks_to_cut
from extraction.text.that_project import that_project
from extraction.text.thousands import thousands
from extraction.text.tiers_in_quotes import tiers_in_quotes
from extraction.text.told_by_now import told_by_now
from extraction.text.winding_up import winding_up
from extraction.text.works_in_brackets import works_in_brackets
from extraction.text.works_in_fields import works_in_fields
from extraction.text.works_in_progress import works_in_progress

# 完成95.安防工程计划150: a stop that reads as a decimal point, behind a figure that was told
_STOPPED = re.compile(r"(?:完成|计划|任务|建成|达到?|为)\d{1,6}(?P<stop>\.)(?=[\u4e00-\u9fff]{2})")


def written_otherwise(text: str) -> Iterator[Edit]:
    """What says the same in other words."""
    begun = {low for low, _, _ in sections_run_on(text)}  # 已全部完成|3.污水处理: the number is the next point's
    stops = (match for match in _STOPPED.finditer(text) if match.start("stop") - 1 not in begun)
    yield from ((*match.span("stop"), "。") for match in stops)
    for rewrite in _OTHERWISE:
        yield from rewrite(text)


_OTHERWISE = (  # each writes one construction in the words of another
    opened, brackets_closed, stops_in_brackets, works_in_fields, nodes_before_year, goals_before_verbs, graded_lists,
    but_for, figures_in_brackets, growth_worked_out, blank_fields,
    kinds_planned, numbers_of_lines, laggards_opened, so_many_of, older_sections, older_accounts,
    own_checks, own_goals, paced_for_several, parted_stages, borrowed_units, period_labels, places_beside,
    places_counted,
    places_ranked, points_named,
    quarters_respectively, rest_of_years, shares_behind, shares_in_order, slashed_goals, steps_begun,
    stocks_opened, tasks_listed, accounts_by_number, lags_named, plainly_told, accounts_in_brackets, parts_done,
    periods_in_brackets, done_behind, numbered_labels, last_year_told, signs_told,
    cuts_in_order, sizes_named, that_project, points_lost, months_lost, plans_handed_down, stops_lost,
    cells_broken, points_run_on, tasks_in_a_row, plans_by_place, plans_in_brackets, shares_by_pace,
    points_touching, thousands, names_then_goals, net_of_each, planned_ones, all_begun, parts_of_all,
    none_finished, none_happened, percent_beyond,
    parts_bracketed, rows_without_heads, shares_of_the_year, slashed_by_place, batches_named, press_words,
    ages_run_in, members_done, people_uncounted, done_in_brackets, works_in_brackets, below_what_was_set,
    set_in_brackets, tasks_to_cut, told_by_now, cards, slashed_by_legend, spoken, price_indices, shares_in_lists,
    tiers_in_quotes, invested_in_quotes, task_numbers, goals_asked_behind, winding_up, taken_from_store,
    plans_of_lines, awaiting_award, first_and_last,
    goals_in_tables, arrows, quarter_named, sections_run_on, status_headings, on_the_ground_of, tasks_of_offices,
    works_in_progress,
)  # fmt: skip
