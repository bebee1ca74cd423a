"""Plan and answer in one sentence, where no word says which is which: the second number's 已 makes a plan of the first.

126条水体治理已完成120条; “城镇新增就业70万人”,已新增43.91万人; and what words answer (pairing/worded_plans.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.outline.headings import VERB_PHRASE
from extraction.outline.items import Item
from extraction.pairing.answers_by_unit import answer_by_unit
from extraction.pairing.answers_in_order import answer_in_order
from extraction.pairing.bracket_answers import answer_alike, bracket_answer
from extraction.pairing.by_states import shared_by_states
from extraction.pairing.dated_answers import name_dated
from extraction.pairing.ends_told import ends_told, is_dated_telling
from extraction.pairing.goals_in_order import plans_before_each
from extraction.pairing.opening_plans import behind_pair, may_be_plan
from extraction.pairing.pair_answers import answered
from extraction.pairing.parts_of_plan import silence_parts_of_plan
from extraction.pairing.periods_told import told_in_steps
from extraction.pairing.plans_of_shares import figures_of_headed, goals_of_bare_shares, goals_of_claims, rates_of_plans
from extraction.pairing.quoted_each import tell_quoted_each
from extraction.pairing.quoted_tasks import mark_quoted
from extraction.pairing.rate_parts import silence_rate_parts
from extraction.pairing.rates import goals_of_levels, goals_of_rates
from extraction.pairing.rates_of_next_steps import silence_rates_of_next_steps
from extraction.pairing.rates_of_stages import claims_of_stages
from extraction.pairing.share_arithmetic import makes_asked_rate
from extraction.pairing.shares_of_parts import share_out
from extraction.pairing.slashed_pairs import mark_slashed, silence_slashed
from extraction.pairing.so_many_told import have_so_many
from extraction.pairing.stages_in_turn import tell_in_turn
from extraction.pairing.status_lists import mark_listed
from extraction.pairing.told_again import mark_tiers_again, restated, silence_repeats
from extraction.pairing.told_behind import mark_told_among, mark_told_behind
from extraction.pairing.totals_of_parts import name_totals
from extraction.pairing.wholes_of_rates import wholes_by_verb, wholes_of_rates
from extraction.pairing.worded_plans import has_its_share, is_worded
from extraction.pairing.works_side_by_side import mark_works
from extraction.pairing.years_part import adds_to_all, tell_what_was_added
from extraction.promises.told_for_all import mark_told_for_all
from extraction.sentences.part_scope import (
    mark_shared_out,
    promise_part_told_shortly,
    promise_parts,
    silence_sources,
    silence_untold,
)
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.voices.plan_lists import begun, on_the_way
from extraction.voices.progress_lists import mark_done_shares
from extraction.words import names


def mark_plans(text: str, item: Item, found: Sequence[Reading]) -> None:
    """Give the voice of a promise to the first number of such a pair, in place."""
    promised_heading = item.storied and (any(r.voice == "promise" and r.heading for r in found) or _told_of(item))
    figures_of_headed(found)
    goals_of_rates(text, found)
    goals_of_levels(text, found)
    mark_works(text, found)
    silence_rates_of_next_steps(found)
    name_totals(found)
    share_out(text, found)
    tell_in_turn(found)
    if not item.storied or not any(r.voice == "promise" and r.heading for r in found):
        mark_slashed(found)
        silence_slashed(found)
        wholes_of_rates(found)
    claims_of_stages(found)
    mark_done_shares(text, found)
    wholes_by_verb(found)
    goals_of_claims(found)
    goals_of_bare_shares(text, found)
    rates_of_plans(found)
    plans_before_each(found)
    promise_parts(found)
    silence_sources(text, found)
    silence_parts_of_plan(text, found)
    mark_shared_out(text, found)
    headed = [p for p in found if p.voice == "promise" and p.heading]
    silence_repeats(text, found, headed)
    mark_tiers_again(found)
    mark_told_for_all(text, item, found)
    mark_listed(text, item, found)
    mark_told_behind(text, item, found)
    mark_quoted(text, item, found)
    tell_quoted_each(text, item, found)
    tell_what_was_added(found)
    in_steps = told_in_steps(found) | restated(text, found)
    for index, first in enumerate(found):
        retold = id(first) in in_steps or _retells(headed, first)
        if retold or first.settled or not may_be_plan(text, first, behind_pair(found, index)):
            continue
        if promised_heading and not (
            first.quoted or _apart(item, headed, first) or _told_by_name(text, headed, found[index : index + 2])
        ):
            continue
        if on_the_way(first, found[max(0, index - 1) : index]) or _tells_on(text, item, first) or begun(found, index):
            continue
        if makes_asked_rate(found, index) or adds_to_all(found, index):
            continue
        done = _is_done_of(found[max(0, index - _BEFORE) : index], first)
        if has_its_share(text, found, index) or (done and _DONE_BEHIND.match(text, first.quantity.end)):
            continue
        told = answered(text, found, index) or ends_told(text, found, index) or shared_by_states(text, found, index)
        in_bracket = None if told else bracket_answer(found, index)
        worded = not promised_heading and not (done or _is_promised(found, first))
        if told or in_bracket is not None or (worded and is_worded(text, item, found, index)):
            first.voice = "promise"
            _with_siblings(found, index)
        if in_bracket is not None:
            in_bracket.voice, in_bracket.own, in_bracket.subject, in_bracket.cued = "report", "", first.name, True
    silence_untold(found)
    promise_part_told_shortly(found)
    mark_told_among(text, found)
    answer_alike(text, found)
    answer_in_order(text, found)
    answer_by_unit(found)
    silence_rate_parts(found)
    name_dated(text, found)


def _tells_on(text: str, item: Item, first: Reading) -> bool:
    """Whether its sentence opens with the date of all it tells, and no 已 parts this number from its answer."""
    parted = "已" in text[first.quantity.end : first.quantity.end + 6] or have_so_many(text, first)
    return is_dated_telling(text, item, first) and not parted


def _is_promised(found: Sequence[Reading], first: Reading) -> bool:
    """Whether the very number was promised before, in the heading or under a cue and the same name."""
    return any(
        p.voice == "promise"
        and (p.heading or (p.cued and p.start < first.start and names.likeness(p.own, first.own) >= 0.5))
        and p.base == first.base
        and p.quantity.noun == first.quantity.noun
        for p in found
    )


_DONE_BEHIND = sought(r"[^,。;、\d]{2,16}(?:已|均|全部)+[^,。;、\d]{2,10}(?=[,。;]|$)")  # 6栋校舍已竣工交付,


_BEFORE = 40  # numbers before one among which its plan is


def _is_done_of(before: Sequence[Reading], first: Reading) -> bool:
    """计划改造敬老院9所。_5所敬老院已改造完成: the thing of a plan told before its verb, fewer of them."""
    thing = names.folded(first.own)
    if len(thing) < 2 or first.lead.endswith(first.own):
        return False
    return any(
        p.voice == "promise"
        and not p.bracket
        and p.quantity.noun == first.quantity.noun
        and p.base > first.base
        and names.folded(p.own).endswith(thing)
        for p in before
    )


def _with_siblings(found: Sequence[Reading], index: int) -> None:
    """开工3800套、基本建成2600套,已开工4012套、基本建成2715套: what the list promises and tells too, in place."""
    first = found[index]
    for other in found[index + 1 : index + 5]:
        if other.clause_start != first.clause_start or not other.lead.startswith("、") or other.voice != "report":
            return
        again = (r for r in found[index + 2 : index + 9] if r.start > other.start and r.sentence == other.sentence)
        if len(other.own) >= 2 and any(r.own == other.own and r.quantity.noun == other.quantity.noun for r in again):
            other.voice = "promise"


_OVERALL = sought(r"[,、\s]*[全我][省市县旗区州]")


def _apart(item: Item, headed: Sequence[Reading], first: Reading) -> bool:
    """Whether the heading's promise stands below a title that promises nothing, and this number is of other things."""
    return (
        bool(headed)
        and all(p.sentence and not item.sentences[p.sentence].labelled for p in headed)
        and first.sentence > headed[-1].sentence
        and names.stage(first.own) is None
        and not _OVERALL.match(first.clause_lead)
        and not any(p.quantity.noun == first.quantity.noun and names.likeness(p.name, first.own) >= 0.5 for p in headed)
    )


def _retells(headed: Sequence[Reading], first: Reading) -> bool:
    """Whether a number behind the heading is said of a thing that the heading promised a number of, in its unit."""
    return len(names.folded(first.own)) >= 2 and any(
        p.quantity.noun == first.quantity.noun != ""
        and p.start < first.start
        and p.measure == first.measure
        and first.base <= p.base * 3
        and names.likeness(p.name, first.own) >= 0.8
        for p in headed
        if not first.heading
    )


_AGAIN = sought(r"[,、]\s?(?:(?:上半年|前?[一二三]季度|1-\d{1,2}月|截至[^,]{1,8},?)(?:已|累计|实际)?|已)")


def _told_by_name(text: str, headed: Sequence[Reading], pair: Sequence[Reading]) -> bool:
    """新增学位数600个,上半年新增学位372个: the next number is said of the same by its name, which no heading has."""
    first, second = pair[0], pair[-1]
    if second is first or second.sentence != first.sentence or second.quantity.noun != first.quantity.noun:
        return False
    named, again = names.folded(first.own), names.folded(second.own)
    again_told = _AGAIN.match(text, first.quantity.end, second.start) is not None and len(again) >= 3 and again in named
    return again_told and not any(names.folded(p.name) in named for p in headed)


def _told_of(item: Item) -> bool:
    """A promise without a number, told about in the lines below: its story makes no new promises."""
    return bool(item.clauses) or (bool(VERB_PHRASE.match(item.title)) and len(item.title) > 10)
