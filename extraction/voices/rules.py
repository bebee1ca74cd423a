"""In which voice a number speaks: the first of these rules that knows the words around it.

Each rule is a small function whose docstring shows the construction, `_` before its number. What stands nearest and
binds most comes first: the bracket, what the number counts, whose and of when it is, the goal's own words right at it,
then the words of planning to its left in its clause, then the time that the clause is of. What is left over is told.
"""

from __future__ import annotations

from extraction.sentences.readings import Reading, Voice
from extraction.sentences.sentence_context import SentenceContext
from extraction.voices import (
    ahead,
    beside,
    counted_aside,
    distances,
    elsewhere,
    goals,
    percent,
    rest_of_year,
    told_in_headings,
)
from extraction.voices.asked_of_all import asked_of_all
from extraction.voices.assessed_rates import assessed_rate
from extraction.voices.built_over_years import built_over_years
from extraction.voices.by_the_deadline import asked_by_the_deadline, asked_with_the_next
from extraction.voices.district_shares import share_of_district
from extraction.voices.extents_told import extent_told
from extraction.voices.first_steps import first_step
from extraction.voices.former_figures import beyond_the_pace, left_out, turned_from
from extraction.voices.funds import plan_of_grant
from extraction.voices.given_by_others import given_by_others
from extraction.voices.headings_promise import heading_promises
from extraction.voices.more_than_planned import more_than_planned
from extraction.voices.no_more_than import no_more_than
from extraction.voices.not_ours import done_by_others, left_out_of_account
from extraction.voices.one_for_both import one_for_both
from extraction.voices.parts_told import part_told
from extraction.voices.place import Place, Rules
from extraction.voices.preparations import made_ready
from extraction.voices.progress_lists import listed_in_bracket, listed_progress
from extraction.voices.quoted_counts import counts_quotations
from extraction.voices.said_goals import quoted_goal, task_goes_on, task_is, years_task_done
from extraction.voices.scheduled_progress import real_progress, scheduled_progress
from extraction.voices.section_counts import heads_so_many, share_of_tasks
from extraction.voices.set_and_met import set_and_met
from extraction.voices.sizes import size_of_works
from extraction.voices.slow_works import slow_work
from extraction.voices.slowest_place import slowest_place
from extraction.voices.sorted_by_share import sorted_by_share
from extraction.voices.stages_planned import stage_beside
from extraction.voices.sure_tiers import other_tier_behind
from extraction.voices.tasks_as_such import tasks_as_such
from extraction.voices.tasks_by_number import task_by_number
from extraction.voices.that_one import that_one
from extraction.voices.then_finished import then_finished
from extraction.voices.troubles_told import is_the_reason, trouble_told
from extraction.voices.works_told import first_of_several, part_of_quoted
from extraction.voices.years_money import years_money

RULES = Rules(
    # where it stands, and what it counts
    heads_so_many,
    share_of_district,
    slowest_place,
    sorted_by_share,
    asked_of_all,
    part_of_quoted,
    scheduled_progress,
    real_progress,
    counts_quotations,
    built_over_years,
    slow_work,
    first_of_several,
    listed_in_bracket,
    elsewhere.the_pace,
    left_out,
    left_out_of_account,
    done_by_others,
    given_by_others,
    counted_aside.compared,
    elsewhere.in_bracket,
    counted_aside.handed_money,
    counted_aside.waits,
    counted_aside.not_yet_at,
    is_the_reason,
    trouble_told,
    counted_aside.who_acts,
    counted_aside.watched,
    counted_aside.inspected,
    counted_aside.parted,
    counted_aside.more_later,
    told_in_headings.some_as_they_go,
    told_in_headings.found_by_others,
    tasks_as_such,
    more_than_planned,
    one_for_both,
    quoted_goal,
    years_task_done,
    elsewhere.told_twice,
    elsewhere.in_each_place,
    that_one,
    elsewhere.measures_nothing,
    extent_told,
    first_step,
    made_ready,
    elsewhere.where_it_is,
    size_of_works,
    elsewhere.by_batches,
    elsewhere.split_among_districts,
    elsewhere.counts_of_tasks,
    share_of_tasks,
    elsewhere.of_a_group,
    # of another time, of others
    turned_from,
    beyond_the_pace,
    elsewhere.of_earlier_time,
    elsewhere.of_later_year,
    distances.told_distance,
    elsewhere.of_others,
    # a distance, a rate, a share of the plan
    task_by_number,
    asked_by_the_deadline,
    asked_with_the_next,
    goals.then_behind_its_figure,
    distances.to_the_goal,
    told_in_headings.share_of_the_promised,
    listed_progress,
    percent.of_per_cent,
    # what the words right at it make of it
    goals.behind_label,
    goals.left_over,
    goals.second_tier,
    other_tier_behind,
    goals.set_as_task,
    assessed_rate,
    goals.how_long,
    goals.limit,
    goals.over_years,
    goals.plan_grew,
    goals.plan_changed,
    goals.by_then,
    goals.goal_by_its_words,
    set_and_met,
    goals.held_against_base,
    goals.rose_by,
    goals.of_all_years,
    goals.of_many_years,
    no_more_than,
    ahead.will_give,
    ahead.then_gives,
    goals.the_rest,
    # what its sentence is about
    ahead.others_are_told,
    rest_of_year.next_step,
    rest_of_year.still_to_come,
    ahead.whole_cost,
    years_money,
    ahead.holds,
    plan_of_grant,
    ahead.without_unit,
    # words of planning to its left, and its place in a list or a heading
    task_is,
    task_goes_on,
    beside.really_did,
    stage_beside,
    beside.stage_of_plan,
    beside.told_of_the_same,
    beside.did_as_planned,
    beside.told_by_its_share,
    beside.did_its_task,
    beside.measured_behind,
    beside.twin_of_plan,
    beside.plan_of_rate,
    beside.districts_plan,
    beside.node_of_plan,
    ahead.planned_by_words,
    told_in_headings.this_months_work,
    told_in_headings.work_beside_a_rate,
    part_told,
    heading_promises,
    # the time its clause is of
    ahead.answer_of_the_year,
    ahead.money_spent,
    ahead.thought_of_the_year,
    ahead.intended_for_year,
    ahead.promised_for_whole_year,
    ahead.of_later_months,
    # what is weaker: resolve, a list that goes on, foresight
    ahead.ensured,
    ahead.goes_on_promising,
    ahead.foreseen_by_words,
    ahead.joined_to_the_last,
    then_finished,
    ahead.part_of_foreseen,
)


def voice(s: SentenceContext, r: Reading, clause_lead: str, before_bracket: str, before: list[Reading]) -> Voice:
    """The voice of the number; what else the words say of it is noted on the reading."""
    place = Place(s, r, clause_lead, before_bracket, before)
    return (RULES.first(place) or ahead.reports(place)).of(r)
