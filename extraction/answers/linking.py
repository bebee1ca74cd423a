"""Which actual answers which target, or why none does.

Inside one task every promise looks for the reading that answers it: same unit, same measure (a growth answers a
growth), same stage (申报 never answers 认定), same qualifiers, likest name, nearest place. What was near but refused is
kept as the reason.
"""

from __future__ import annotations

import re

from extraction.answers.candidates import UNSURE, consider
from extraction.answers.for_each import answer_both, repeat_for_each, tell_places
from extraction.answers.rates_in_other_words import answer_rates_in_other_words
from extraction.answers.second_stage import tell_second_stages
from extraction.answers.second_tiers import tell_second_tiers, two_tiers
from extraction.answers.settling import settle
from extraction.answers.share_owners import answer_by_share, attach_shares
from extraction.answers.under_heads import is_told_by_head, name_by_heads
from extraction.answers.which_way import turn_round
from extraction.pairing.bracket_sums import sum_bracket_parts
from extraction.pairing.carried_out import doubt_begun
from extraction.pairing.cut_by_counts import answer_by_counts
from extraction.pairing.period_sums import sum_periods
from extraction.pairing.periods_side_by_side import runs_side_by_side
from extraction.pairing.periods_told import all_runs
from extraction.pairing.stretches_finished import finished_stretches
from extraction.pairing.sums import (
    add,
    sum_by_share,
    sum_grades,
    sum_listed_places,
    sum_members,
    sum_parallel,
    sum_parts,
    sum_places,
    sum_split,
    sum_verbs,
)
from extraction.pairing.waiting_for_acceptance import sum_waiting
from extraction.pairing.what_is_left import answer_by_what_is_left
from extraction.promises.limits_told import as_limit, unless_balance
from extraction.promises.links import Link, Scope, Share
from extraction.promises.targets import Promise
from extraction.sentences import refusals
from extraction.sentences.readings import Reading
from extraction.sought import sought
from extraction.words import names, wording

ACCEPT = 0.6  # of the score below which a candidate does not answer


def link(scope: Scope, shares: list[Share]) -> list[Link]:
    """Every promise with its answer, then what has only a stated share."""
    links = [_denominated(share, scope) for share in shares if share.plan is not None]
    settled = {id(entry.promise) for entry in links}
    used = {
        id(entry.actual): entry.promise for entry in links if entry.actual is not None and entry.promise is not None
    }
    open_promises = [p for p in scope.promises if id(p) not in settled]
    links += _answers(scope, open_promises, used, _of_no_known_plan(shares))
    answering = {id(entry.actual) for entry in links}
    attach_shares(scope, links, [s for s in shares if s.plan is None and id(s.reading) not in answering])
    answer_by_share(scope, links)
    tell_second_stages(scope, links)
    repeat_for_each(links)
    answer_both(scope, links)
    tell_places(scope, links)
    by_period = [*runs_side_by_side(scope.text, scope.found), *all_runs(scope.found)]
    for entry in links:
        sum_periods(scope, entry, answering, by_period)
        sum_places(scope, entry, answering)
        sum_split(scope, entry)
        if not is_told_by_head(scope, entry.promise):
            sum_grades(scope, entry, answering)
        sum_members(scope, entry)
        sum_parts(scope, entry)
        sum_by_share(scope, entry)
        sum_verbs(scope, entry)
        sum_parallel(scope, entry)
        sum_waiting(scope, entry)
        doubt_begun(scope, entry)
        sum_listed_places(scope, entry)
        if stretches := finished_stretches(scope, entry):
            add(entry, stretches, "the sum of the stretches that are finished")
    answer_by_counts(scope, links)
    answer_by_what_is_left(scope, links)
    answer_rates_in_other_words(scope, links)
    tell_second_tiers(links)
    turn_round(scope, links)
    name_by_heads(scope)
    links = _with_shares_of_sums(links)
    links = sorted((entry for entry in links if not _incidental(entry)), key=_place)
    sum_bracket_parts(links)
    return links


def _with_shares_of_sums(links: list[Link]) -> list[Link]:
    """计划0.6万亩,春季4870亩、秋季1380亩,合计完成计划的104%: the share is of the sum."""
    summed = {part: entry for entry in links for part in entry.parts}
    left: list[Link] = []
    for entry in links:
        alone = entry.promise is None and entry.actual is not None
        place = (entry.actual.start, entry.actual.quantity.end) if entry.actual is not None else None
        whole = summed.get(place) if alone and place is not None else None
        if whole is None or whole is entry:
            left.append(entry)
        elif not whole.shares:
            whole.shares = entry.shares
    return left


_SIZE = re.compile(r"(?:涉及|惠及|受益|覆盖(?!率))")
_EXTENT = sought(
    r"(?:^|总|楼体|涉及)(?:建筑|占地|楼体|用地)面积$|协议(?:投资|总)?额$|总投资额?$|总装机(?!的?(?:比重|比例|占比))|总长"
)
_SIZED = sought(
    r"(?:^|[,、])\s?(?:涉及|惠及|受益|覆盖(?!率))[^,。;]*、[^,。;、]*$|(?:^|,)\s?涉及[^,。;]*\d[^,。;、]*$"
)  # 涉及居民4126户、楼体面积|38.6万平方米


def _incidental(entry: Link) -> bool:
    """计划造林8520亩,其中三北工程3780亩; ...,涉及居民2.1万户: details that nothing answers promise nothing."""
    if entry.promise is None or entry.actual is not None or entry.shares:
        return False
    place = entry.promise.reading
    if not (place.heading or place.owner or place.own or place.subject):
        return True  # nobody could say what it is of
    if place.part and (place.bracket or not place.heading):
        return True
    sized = _SIZE.match(place.subject) or _SIZE.match(place.lead.lstrip("、, ")) or _SIZED.search(place.clause_lead)
    return sized is not None or _EXTENT.search(place.own) is not None


def _place(entry: Link) -> int:
    if entry.promise is not None:
        return entry.promise.reading.start
    if entry.actual is not None:
        return entry.actual.start
    return entry.shares[0].reading.start if entry.shares else 0


def _denominated(share: Share, scope: Scope) -> Link:
    assert share.plan is not None
    as_limit(share.plan, share.reading)
    entry = Link(share.plan, share.of, [share], reason="the source states the share of this plan")
    if share.of is not None and (_names_it(share.of) or not share.plan.reading.own):
        share.plan.name = share.of.name or share.plan.name
    unless_balance(share.plan)
    return entry


def _names_it(reading: Reading) -> bool:
    """Whether the figure has a name of its own, and no mere verb (已入库11家)."""
    return len(names.folded(reading.own)) > 2 and names.BARE_VERB.fullmatch(reading.own) is None


_Ranked = tuple[float, int, int, Promise, Reading, str]  # score, order, place: the best first
_Refused = dict[int, tuple[float, Reading, str]]


_Stated = dict[int, list[Share]]
_APART = 2  # times by which a stated share misses that of a plan it cannot be of


def _of_no_known_plan(shares: list[Share]) -> _Stated:
    """The shares of a plan that is not told, by the figure whose they are."""
    stated: _Stated = {}
    for share in shares:
        if share.plan is None and share.of is not None and share.reading.voice == "claim":
            stated.setdefault(id(share.of), []).append(share)
    return stated


_REALLY = sought(r"[,、]?\s?实际(?!利用|使用|吸收)[^,。;、\d]{0,8}")
_AT_ONCE = 14  # characters between a plan and what was really done of it


def _really_did(promise: Promise, reading: Reading) -> bool:
    """一季度计划交地1650亩,实际交地3380亩,完成年度计划的40.3%: a pair of the quarter, and the year's share."""
    plan = promise.reading
    near = reading.sentence == plan.sentence and 0 < reading.start - plan.quantity.end <= _AT_ONCE
    met = promise.due is not None or reading.base >= plan.base
    return near and met and not plan.bracket and _REALLY.fullmatch(reading.lead) is not None


def _is_of_other_plan(promise: Promise, reading: Reading, stated: _Stated) -> bool:
    """年度计划投资420亿元,…其中丙高速仅完成9.4亿元,为年度计划的31.3%: its share says that it is of another plan."""
    told = stated.get(id(reading))
    plan = promise.reading
    if told is not None and _really_did(promise, reading):
        return False
    if told is None or not plan.base or promise.measure != "amount" or reading.measure != "amount":
        return False
    ratio = reading.base / plan.base * 100
    return all(not ratio / _APART <= s.reading.value <= ratio * _APART for s in told)


def _answers(scope: Scope, promises: list[Promise], used: dict[int, Promise], stated: _Stated) -> list[Link]:
    """Each promise with the likest figure that no likelier promise takes, or with why the likest was refused."""
    ranked, refused = _considered(scope, promises)
    ranked = [row for row in ranked if not _is_of_other_plan(row[3], row[4], stated)]
    chosen, takers = _chosen(ranked, used)
    _note_rivals(ranked, chosen, takers)
    for entry in chosen.values():
        settle(scope, entry, set(takers))
    return [chosen.get(id(p)) or _unanswered(p, refused, takers) for p in promises]


def _considered(scope: Scope, promises: list[Promise]) -> tuple[list[_Ranked], _Refused]:
    """Every thinkable pair, best first, and for each promise the best that was refused."""
    ranked: list[_Ranked] = []
    refused: _Refused = {}
    for order, promise in enumerate(promises):
        for reading in () if _told_by_distance(scope, promise) else scope.found:
            verdict = consider(scope, promise, reading)
            if verdict is None:
                continue
            score, why, ok = verdict
            if ok and score >= ACCEPT:
                ranked.append((score, -order, reading.start, promise, reading, why))
            elif (not ok or score >= UNSURE) and score > refused.get(id(promise), (float("-inf"),))[0]:
                refused[id(promise)] = (score, reading, refusals.UNSURE if ok else why)
    ranked.sort(key=lambda row: (-row[0], -row[1], row[2]))
    return ranked, refused


def _told_by_distance(scope: Scope, promise: Promise) -> bool:
    """签约率超出目标任务(70%)4.8个百分点: how it went is told by the distance alone, and by no other figure."""
    r = promise.reading
    if not r.bracket or promise.measure != "percent" or wording.GAP.search(r.clause_lead) is None:
        return False
    return any(g.voice == "gap" and 0 < g.start - r.quantity.end <= 2 for g in scope.found)


def _chosen(ranked: list[_Ranked], used: dict[int, Promise]) -> tuple[dict[int, Link], dict[int, Promise]]:
    """The best pairs in which nobody is twice, but a figure that answers two tiers; and who takes each figure."""
    chosen: dict[int, Link] = {}
    takers: dict[int, Promise] = dict(used)
    for score, _, _, promise, reading, why in ranked:
        if id(promise) in chosen:
            continue
        if id(reading) in takers and not two_tiers(promise, takers[id(reading)]):
            continue
        chosen[id(promise)] = Link(promise, reading, reason=why, score=score)
        takers.setdefault(id(reading), promise)
    return chosen, takers


def _note_rivals(ranked: list[_Ranked], chosen: dict[int, Link], takers: dict[int, Promise]) -> None:
    """Note on each answer how well the best other figure would have answered that answers nothing, in place."""
    for score, _, _, promise, reading, _ in reversed(ranked):
        rivalled = chosen.get(id(promise))
        if rivalled is None or rivalled.actual is None or id(reading) in takers:
            continue
        if reading.base != rivalled.actual.base:
            rivalled.rival = score


def _unanswered(promise: Promise, refused: _Refused, takers: dict[int, Promise]) -> Link:
    entry = Link(promise, reason="no figure in the task answers this promise")
    if id(promise) in refused:
        _, reading, why = refused[id(promise)]
        if id(reading) not in takers or why.startswith(refusals.STAGE):
            entry.refusal, entry.refused = why, reading
    return entry
