"""A report read: from a Document to all records that leave the room."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extraction.answers.linking import link
from extraction.answers.second_tiers import tell_second_tiers
from extraction.answers.weighed import answers_by_weight
from extraction.answers.whole_years import tell_whole_years
from extraction.claims.flags_in_forms import with_flags
from extraction.claims.stated import shares
from extraction.document import Document
from extraction.findings import findings
from extraction.hopes import without_hopes
from extraction.indicators import indicators
from extraction.ledger import ledger_of
from extraction.material import scope_of
from extraction.numbers.quantities import scan
from extraction.once import once
from extraction.outline.headings import PROBLEMS
from extraction.outline.items import Item
from extraction.outline.tasks import items, promise_all
from extraction.pairing.announced_lists import announce
from extraction.pairing.settled_last import settle_last
from extraction.promises.gaps import Gap, distant
from extraction.promises.links import Scope
from extraction.promises.milestones import milestone
from extraction.promises.milestones_told import milestones_told
from extraction.promises.targets import tidy
from extraction.records import Extraction, Indicator, Interval, Quantity, Report, Task
from extraction.report.metadata import furniture, read_report
from extraction.report.period import mentions_in
from extraction.shares_elsewhere import with_their_plans
from extraction.tables.retold import without_retold
from extraction.tables.tasks import table_tasks
from extraction.text.accounts_below import accounts_below
from extraction.text.clearing import cleared
from extraction.text.mending import Cuts, figures_closed, mend, restore, thousands_joined, unsounded
from extraction.text.moving import moved, put_back
from extraction.text.own_words import in_its_own_words
from extraction.text.portions import part_of, portions, sections
from extraction.text.reader_words import with_reader
from extraction.weighing.model import Weigher
from extraction.whole.aimed_at import leave_set_before
from extraction.whole.gaps_elsewhere import answer_distant, tell_distant
from extraction.whole.goal_sections import label as label_goals
from extraction.whole.goals_first import promise_before_shares
from extraction.whole.leads import joined, leads
from extraction.whole.next_steps import without_restated
from extraction.whole.outlooks import answer_outlooks, promise_the_rest, tell_elsewhere
from extraction.whole.plans_above import label_tasks, settled
from extraction.whole.runs_in_order import answer_runs
from extraction.whole.units_beside import with_units

_PLAN, _REPORTS = re.compile(r"分解|任务清单|责任清单"), re.compile(r"通报|情况|进展|完成|进度|落实|推进")
_PLAN_TITLE = re.compile(r"分解|任务清单|工作任务安排|目标任务(?!.*(?:完成|进展|落实|推进|执行))")


def extract(document: Document, *, as_of: date | None = None) -> Extraction:
    """Everything that the document says of promises and results. Never raises on any text."""
    silent, sounds = unsounded(document)
    close, blanks = figures_closed(silent)
    plain, commas = thousands_joined(close)
    below, moves = moved(plain, accounts_below(plain.text) if not plain.tables else ())
    whole, cuts = mend(below)
    extraction = _whole(whole, as_of)
    extraction = extraction if cuts is None else restore(extraction, cuts)
    extraction = extraction if moves is None else put_back(extraction, moves)
    for taken in (commas, blanks, sounds):
        extraction = extraction if taken is None else restore(extraction, taken)
    return with_reader(extraction, document)


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
        return [scope_of(text, part, inside(part), mentions, report, promising, weigher) for part in parts]

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
    label_tasks(text, outlined)
    announce(text, outlined)
    tasks: list[Task] = []
    scopes = [scope for item in outlined for scope in scopes_of(item, promising or len(item.sentences) > 1)]
    for lead in reversed(list(leads(scopes))):
        rest = scopes[lead.stop : lead.end]
        below = [scope_of(text, s.item, inside(s.item), mentions, report, False, weigher, told=True) for s in rest]
        apart: list[Scope] = []
        if lead.lines:
            below, apart = settled(scopes[lead.start], rest, below)
        if below and (whole := joined(scopes[lead.start : lead.stop], below)):
            scopes[lead.start : lead.end] = [*whole, *apart]
    promise_before_shares(scopes, report.year)
    promise_the_rest(scopes, report.year)
    leave_set_before(scopes)
    tell_elsewhere(scopes)
    tell_distant(scopes)
    far = distant(text, [scope.found for scope in scopes])
    for scope in scopes:
        task = _task(document.text, scope, report, far)
        if task is not None:
            tasks.append(task)
    tasks = sorted([*without_retold(tasks, tabled), *tabled], key=lambda t: t.start)
    tasks = without_hopes(text, without_restated(text, once(with_their_plans(with_units(text, tasks)))))
    tasks = [in_its_own_words(document.text, text, task) for task in tasks]
    tasks = with_flags(document.text, text, tasks)
    ledger = tuple(ledger_of(document.text, quantities, tasks, outlined))
    return Extraction(
        report, document.text, tuple(tasks), ledger, tuple(findings(document.text, text, report, tasks, ledger))
    )


def _unless_furniture(quantity: Quantity, masked: Sequence[Interval]) -> Quantity:
    index = bisect_right(masked, (quantity.start, len(quantity.text) + quantity.start)) - 1
    inside = index >= 0 and quantity.start < masked[index][1]
    return replace(quantity, role="name") if inside and quantity.role == "context" else quantity


def _task(raw: str, scope: Scope, report: Report, far: Sequence[Gap]) -> Task | None:
    item = scope.item
    found = _indicators_of(raw, scope, report, far)
    found = [*found, *milestones_told(raw, scope.text, item, report.year, found)]
    if not found and _is_task(item):
        found = [milestone(raw, scope.text, item, report.year) or _qualitative(item)]
    if not found:
        return None
    return Task(item.number, item.title, item.start, item.end, item.clauses, item.departments, tuple(found))


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
