"""A report read: from a Document to all records that leave the room."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter

from extraction.answers.linking import link
from extraction.answers.listed_works import promise_listed
from extraction.answers.second_tiers import tell_second_tiers
from extraction.answers.weighed import answers_by_weight, promises_by_weight, reports_by_weight
from extraction.answers.whole_years import tell_whole_years
from extraction.claims.flags_in_forms import with_flags
from extraction.claims.stated import shares
from extraction.cues import cues_in
from extraction.document import Document
from extraction.findings import findings
from extraction.hopes import without_hopes
from extraction.indicators import indicators
from extraction.ledger import ledger_of
from extraction.numbers.counted_alike import in_one_measure
from extraction.numbers.quantities import scan
from extraction.once import once
from extraction.outline.headings import PROBLEMS
from extraction.outline.items import Item
from extraction.outline.tasks import items, promise_all
from extraction.pairing import (
    all_to_be_done,
    changed_goals,
    checked_figures,
    foreseen_shares,
    former_latter,
    remedies,
    rests,
    shortfalls,
    so_many_items,
    some_of_them,
    told_in_brackets,
)
from extraction.pairing.accounts_told import mark_accounted
from extraction.pairing.deadlines_behind import mark_deadlines
from extraction.pairing.echoes import mark_echoed
from extraction.pairing.goals_of_completion import mark_bracketed, mark_completion_goals
from extraction.pairing.headed_changes import mark_headed_changes
from extraction.pairing.intended import mark_intended
from extraction.pairing.lists import spread
from extraction.pairing.paced_nodes import mark_nodes
from extraction.pairing.pairs import mark_plans
from extraction.pairing.periods_told import mark_still_ahead, mark_whole_of_periods
from extraction.pairing.proved_by_share import mark_proved
from extraction.pairing.rates_by_period import mark_rates_by_period
from extraction.pairing.really import mark_really
from extraction.pairing.settled_last import settle_last
from extraction.pairing.snapshots import mark_risen, mark_snapshots
from extraction.pairing.sought_first import mark_first
from extraction.pairing.stated_done import mark_done
from extraction.pairing.status_lists import announce
from extraction.pairing.told_again import silence_second
from extraction.promises import signed_bounds
from extraction.promises.gaps import Gap, distant
from extraction.promises.links import Scope
from extraction.promises.milestones import milestone
from extraction.promises.stages import mark_finished_parts
from extraction.promises.stocks import answer_since_january, mark_stocks
from extraction.promises.targets import promise, tidy
from extraction.records import Extraction, Indicator, Interval, Quantity, Report, Task
from extraction.report.metadata import furniture, read_report
from extraction.report.period import PeriodMention, mentions_in
from extraction.shares_elsewhere import with_their_plans
from extraction.tables.retold import without_retold
from extraction.tables.tasks import table_tasks
from extraction.text.clearing import cleared
from extraction.text.mending import Cuts, mend, restore
from extraction.text.own_words import in_its_own_words
from extraction.text.portions import part_of, portions, sections
from extraction.text.reader_words import with_reader
from extraction.voices import progress_lists
from extraction.voices.sentences import readings
from extraction.weighing.model import Weigher
from extraction.whole import outlooks, respectively_above, set_behind
from extraction.whole.gaps_elsewhere import answer_distant, tell_distant
from extraction.whole.goal_sections import label as label_goals
from extraction.whole.goals_first import promise_before_shares
from extraction.whole.leads import joined, leads
from extraction.whole.next_steps import without_restated
from extraction.whole.outlooks import answer_outlooks, promise_the_rest, tell_elsewhere
from extraction.whole.plans_by_parts import mark_by_parts
from extraction.whole.runs_in_order import answer_runs

_START = attrgetter("start")
_PLAN, _REPORTS = re.compile(r"分解|任务清单|责任清单"), re.compile(r"通报|情况|进展|完成|进度|落实|推进")
_PLAN_TITLE = re.compile(r"分解|任务清单|工作任务安排|目标任务(?!.*(?:完成|进展|落实|推进|执行))")


def extract(document: Document, *, as_of: date | None = None) -> Extraction:
    """Everything that the document says of promises and results. Never raises on any text."""
    whole, cuts = mend(document)
    extraction = _whole(whole, as_of)
    return with_reader(extraction if cuts is None else restore(extraction, cuts), document)


def _whole(document: Document, as_of: date | None) -> Extraction:
    """The document read at once, or section by section where it is far longer than a report."""
    report, masked = read_report(document, as_of=as_of), furniture(document)
    stretches = sections(document)
    if len(stretches) == 1:
        return _extract(document, report, masked)
    parts = [_section(document, report, masked, low, high) for low, high in stretches]
    tasks = once([task for part in parts for task in part.tasks])
    said = [f for n, part in enumerate(parts) for f in part.findings if n == 0 or f.kind != "period_unknown"]
    return Extraction(report, document.text, tuple(tasks), tuple(q for p in parts for q in p.quantities), tuple(said))


def _section(document: Document, report: Report, masked: Sequence[Interval], low: int, high: int) -> Extraction:
    within = masked[bisect_left(masked, (low, 0)) : bisect_left(masked, (high, 0))]
    moved = [(start - low, end - low) for start, end in within]
    extraction = _extract(part_of(document, low, high), report, moved)
    return restore(extraction, Cuts(document.text, [(0, low, ""), (high, len(document.text), "")]))


def _extract(document: Document, report: Report, masked: Sequence[Interval]) -> Extraction:
    text = cleared(document.text)
    quantities = [_unless_furniture(q, masked) for q in scan(text)]
    starts = [q.start for q in quantities]
    mentions = mentions_in(text)
    weigher = Weigher(text, quantities)

    def scopes_of(item: Item, promising: bool, weigher: Weigher | None = weigher) -> list[Scope]:
        parts = portions(item, starts)
        return [_scope(text, part, inside(part), mentions, report, promising, weigher) for part in parts]

    def inside(item: Item) -> Sequence[Quantity]:
        return quantities[bisect_left(starts, item.start) : bisect_left(starts, item.end)]

    def read_item(item: Item) -> list[Indicator]:
        return [i for scope in scopes_of(item, True, None) for i in _indicators_of(document.text, scope, report)]

    tabled, holes = table_tasks(document, text, report, masked, read_item)
    outlined = items(text, tuple(sorted([*masked, *holes])))
    promising = bool(_PLAN_TITLE.search(report.title or ""))
    if _PLAN.search(report.title or "") and not _REPORTS.search(report.title or ""):
        promise_all(outlined)
    label_goals(text, outlined, report.year)
    announce(text, outlined)
    tasks: list[Task] = []
    scopes = [scope for item in outlined for scope in scopes_of(item, promising or len(item.sentences) > 1)]
    for lead in reversed(list(leads(scopes))):
        rest = scopes[lead.stop : lead.end]
        below = [_scope(text, s.item, inside(s.item), mentions, report, False, weigher, told=True) for s in rest]
        if whole := joined(scopes[lead.start : lead.stop], below):
            scopes[lead.start : lead.end] = whole
    promise_before_shares(scopes, report.year)
    promise_the_rest(scopes, report.year)
    tell_elsewhere(scopes)
    tell_distant(scopes)
    far = distant(text, [scope.found for scope in scopes])
    for scope in scopes:
        task = _task(document.text, scope, report, far)
        if task is not None:
            tasks.append(task)
    tasks = sorted([*without_retold(tasks, tabled), *tabled], key=lambda t: t.start)
    tasks = without_hopes(text, without_restated(text, once(with_their_plans(tasks))))
    tasks = [in_its_own_words(document.text, text, task) for task in tasks]
    tasks = with_flags(document.text, text, tasks)
    ledger = tuple(ledger_of(document.text, quantities, tasks, outlined))
    return Extraction(
        report, document.text, tuple(tasks), ledger, tuple(findings(document.text, text, report, tasks, ledger))
    )


def _mentioned(mentions: Sequence[PeriodMention], item: Item) -> Sequence[PeriodMention]:
    """The periods named in the task; both in order."""
    low = bisect_left(mentions, item.start, key=_START)
    return mentions[low : bisect_left(mentions, item.end, low, key=_START)]


def _unless_furniture(quantity: Quantity, masked: Sequence[Interval]) -> Quantity:
    index = bisect_right(masked, (quantity.start, len(quantity.text) + quantity.start)) - 1
    inside = index >= 0 and quantity.start < masked[index][1]
    return replace(quantity, role="name") if inside and quantity.role == "context" else quantity


def _task(raw: str, scope: Scope, report: Report, far: Sequence[Gap]) -> Task | None:
    item = scope.item
    found = _indicators_of(raw, scope, report, far)
    if not found and _is_task(item):
        found = [milestone(raw, scope.text, item, report.year) or _qualitative(item)]
    if not found:
        return None
    return Task(item.number, item.title, item.start, item.end, item.clauses, item.departments, tuple(found))


def _scope(
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
    if weigher is not None and not told:
        reports_by_weight(weigher, item, found)
    here = cues_in(text[item.start : item.end])  # what the words of a rule are not in, it is not asked
    mark_snapshots(text, found)
    mark_risen(text, found)
    if here & foreseen_shares.CUE:
        foreseen_shares.leave_foreseen_shares(text, found)
    if here & rests.CUE:
        rests.silence_parts_of_rests(text, found)
    if here & changed_goals.CUE:
        changed_goals.take_changed(text, found)
    changed_goals.take_listed(text, found)
    if here & checked_figures.CUE:
        checked_figures.silence_adjusted(found)
    if here & former_latter.CUE:
        former_latter.answer_pairs(found)
    if not told:
        mark_headed_changes(found)
        mark_first(text, found, here, report.year, month)
        mark_completion_goals(found)
        mark_bracketed(found)
        mark_intended(text, found)
        mark_really(text, found, here)
        if here & some_of_them.CUE:
            some_of_them.mark_some_of_them(found)
        if here & all_to_be_done.CUE:
            all_to_be_done.mark_all_to_be_done(text, found)
        mark_whole_of_periods(found)
        mark_rates_by_period(found)
        if here & signed_bounds.CUE:
            signed_bounds.mark_signed(found)
        mark_accounted(text, item, found)
        mark_echoed(text, item, found)
        if here & set_behind.CUE:
            set_behind.mark_set_behind(text, item, found)
        if here & outlooks.CUE:
            outlooks.promise_next_steps(text, item, found)
        mark_by_parts(text, found)
        mark_proved(found)
        if here & respectively_above.CUE:
            respectively_above.answer_above(text, item, found)
        mark_plans(text, item, found)
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
    mark_nodes(text, found, month)
    mark_still_ahead(found, month)
    mark_stocks(found, month)
    mark_finished_parts(found)
    if here & rests.CUE:
        rests.mark_rests(found)
    if weigher is not None and not told:
        promises_by_weight(weigher, item, found)
    promise_listed(text, found)
    silence_second(found)
    answer_since_january(found)
    mark_deadlines(text, found, month)
    if here & progress_lists.OF_THE_WORKS:
        progress_lists.mark_works_shares(text, found)
    promises = [promise(r, report.year) for r in found if r.voice == "promise"]
    return Scope(text, item, found, promises, month, weigher)


def _indicators_of(raw: str, scope: Scope, report: Report, far: Sequence[Gap] = ()) -> list[Indicator]:
    if not scope.found and not scope.promises:
        return []
    links = link(scope, shares(scope.text, scope.found, scope.promises))
    answer_outlooks(scope, links)
    answer_distant(scope, links)
    answer_runs(scope, links)
    answers_by_weight(scope, links)
    settle_last(scope, links)
    tell_second_tiers(links)
    tell_whole_years(scope, links)
    return indicators(raw, scope, links, report, far)


def _is_task(item: Item) -> bool:
    return (
        item.level > 0
        and not PROBLEMS.match(item.title)
        and (item.narrated or len(item.sentences) > 1 or bool(item.clauses))
    )


def _qualitative(item: Item) -> Indicator:
    name = item.title[:60] or item.topic
    return Indicator(name, "qualitative", tidy(name), direction=None, reason="no number is promised")
