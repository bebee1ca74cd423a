"""Pairs of a plan and its answer that words of their own tell, sought before any other."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.pairing import (
    by_grades,
    by_this_year,
    coefficients,
    cut_by_counts,
    each_in_turn,
    goals_of_grades,
    growth_beside_goal,
    lacking_for_goal,
    months_plans,
    no_data_yet,
    plans_in_shares,
    verb_again,
    vowed,
    what_is_left,
)
from extraction.sentences.readings import Reading


def mark_first(text: str, found: Sequence[Reading], here: int, year: int | None, month: int | None) -> None:
    """Give them their voices, in place. `here`: the cues in the words of the task; `year`, `month`: of the report."""
    if here & months_plans.CUE:
        months_plans.silence_months_plans(found, month)
    if here & by_grades.CUE:
        by_grades.mark_by_grades(found)
    if here & goals_of_grades.CUE:
        goals_of_grades.mark_goals_of_grades(text, found)
    if here & by_this_year.CUE:
        by_this_year.mark_by_this_year(text, found, year)
    if here & coefficients.CUE:
        coefficients.mark_coefficients(found)
    if here & cut_by_counts.CUE:
        cut_by_counts.mark_cut_by_counts(found)
    if here & each_in_turn.CUE:
        each_in_turn.answer_in_turn(found)
    growth_beside_goal.promise_growth_beside(text, found)
    if here & no_data_yet.CUE:
        no_data_yet.mark_no_data(text, found)
    if here & plans_in_shares.CUE:
        plans_in_shares.mark_plans_in_shares(text, found)
    if here & vowed.CUE:
        vowed.mark_vowed(text, found)
    if here & verb_again.CUE:
        verb_again.mark_verb_again(text, found)
    if here & what_is_left.CUE:
        what_is_left.promise_of_what_is_left(found)
    if here & lacking_for_goal.CUE:
        lacking_for_goal.hold_lacking(text, found)
