"""A report read: from a Document to all records that leave the room."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

from extraction import names, wording
from extraction.claims import completion, shares, stated
from extraction.confidence import confidence
from extraction.document import Document
from extraction.echoes import mark_echoed
from extraction.findings import findings
from extraction.folding import fold
from extraction.gaps import Gap, distant, gaps, reduces
from extraction.leads import joined, lead_of
from extraction.linking import link
from extraction.links import Link, Scope
from extraction.lists import spread
from extraction.mending import Cuts, mend, restore
from extraction.metadata import furniture, read_report
from extraction.milestones import milestone
from extraction.next_steps import without_restated
from extraction.numbering import part_numbers
from extraction.outline import PROBLEMS, Item, items, promise_all
from extraction.pairs import mark_plans
from extraction.period import PeriodMention, cutoff_of, period_mentions
from extraction.portions import part_of, portions, sections
from extraction.quantities import scan
from extraction.readings import Reading
from extraction.records import Actual, Claim, Extraction, Indicator, Interval, Quantity, Report, Role, Target, Task
from extraction.sentences import readings
from extraction.stages import mark_stocks
from extraction.sums import rests
from extraction.tables import table_tasks
from extraction.tables_retold import without_retold
from extraction.targets import display_name, promise, tidy

_Placed = TypeVar("_Placed", Quantity, PeriodMention)
# characters; a task may be a whole report, and a name stands beside its figure
_NEAR = 500
_PLAN, _REPORTS = re.compile(r"分解|任务清单|责任清单"), re.compile(r"通报|情况|进展|完成|进度|落实|推进")
_PLAN_TITLE = re.compile(r"分解|任务清单|工作任务安排|目标任务(?!.*(?:完成|进展|落实|推进|执行))")


def extract(document: Document, *, as_of: date | None = None) -> Extraction:
    """Everything that the document says of promises and results. Never raises on any text."""
    whole, cuts = mend(document)
    extraction = _whole(whole, as_of)
    return extraction if cuts is None else restore(extraction, cuts)


def _whole(document: Document, as_of: date | None) -> Extraction:
    """The document read at once, or section by section where it is far longer than a report."""
    report, masked = read_report(document, as_of=as_of), furniture(document)
    stretches = sections(document)
    if len(stretches) == 1:
        return _extract(document, report, masked)
    parts = [_section(document, report, masked, low, high) for low, high in stretches]
    tasks = _once([task for part in parts for task in part.tasks])
    said = [f for n, part in enumerate(parts) for f in part.findings if n == 0 or f.kind != "period_unknown"]
    return Extraction(report, document.text, tuple(tasks), tuple(q for p in parts for q in p.quantities), tuple(said))


def _section(document: Document, report: Report, masked: Sequence[Interval], low: int, high: int) -> Extraction:
    within = masked[bisect_left(masked, (low, 0)) : bisect_left(masked, (high, 0))]
    moved = [(start - low, end - low) for start, end in within]
    extraction = _extract(part_of(document, low, high), report, moved)
    return restore(extraction, Cuts(document.text, [(0, low, ""), (high, len(document.text), "")]))


def _extract(document: Document, report: Report, masked: Sequence[Interval]) -> Extraction:
    text = part_numbers(fold(document.text))
    quantities = [_unless_furniture(q, masked) for q in scan(text)]
    starts = [q.start for q in quantities]
    mentions = period_mentions(text)

    def scopes_of(item: Item, promising: bool) -> list[Scope]:
        parts = portions(item, starts)
        return [_scope(text, part, _inside(quantities, part), mentions, report, promising) for part in parts]

    def read_item(item: Item) -> list[Indicator]:
        return [i for scope in scopes_of(item, True) for i in _indicators_of(document.text, scope, report)]

    tabled, holes = table_tasks(document, text, report, masked, read_item)
    outlined = items(text, tuple(sorted([*masked, *holes])))
    promising = bool(_PLAN_TITLE.search(report.title or ""))
    if _PLAN.search(report.title or "") and not _REPORTS.search(report.title or ""):
        promise_all(outlined)
    tasks: list[Task] = []
    scopes = [scope for item in outlined for scope in scopes_of(item, promising or len(item.sentences) > 1)]
    if (at := lead_of(scopes)) is not None:
        below = [
            _scope(text, s.item, _inside(quantities, s.item), mentions, report, False, told=True)
            for s in scopes[at + 1 :]
        ]
        whole = joined(scopes[at], below)
        scopes = scopes if whole is None else [*scopes[:at], whole]
    far = distant(text, [scope.found for scope in scopes])
    for scope in scopes:
        task = _task(document.text, scope, report, far)
        if task is not None:
            tasks.append(task)
    tasks = sorted([*without_retold(tasks, tabled), *tabled], key=lambda t: t.start)
    tasks = without_restated(text, _once(tasks))
    tasks = [_in_its_own_words(document.text, text, task) for task in tasks]
    ledger = tuple(_as_written(document.text, q) for q in _ledger(quantities, tasks, outlined))
    return Extraction(
        report, document.text, tuple(tasks), ledger, tuple(findings(document.text, text, report, tasks, ledger))
    )


def _inside(placed: Sequence[_Placed], item: Item) -> Sequence[_Placed]:
    """What stands in the task; both in order."""
    low = bisect_left(placed, item.start, key=_place)
    return placed[low : bisect_left(placed, item.end, low, key=_place)]


def _place(placed: Quantity | PeriodMention) -> int:
    return placed.start


def _in_its_own_words(raw: str, text: str, task: Task) -> Task:
    """The task in the words of the text itself: it was read from a folded text of the same length."""

    def own(words: str, near: int) -> str:
        at = text.find(words, max(task.start, near - _NEAR), min(task.end, near + _NEAR))
        return raw[at : at + len(words)] if at >= 0 else words

    def said(indicator: Indicator) -> Indicator:
        starts = (figure.start for figure in (indicator.target, indicator.actual) if figure)
        near = next((start for start in starts if start is not None), task.start)
        claims = tuple(replace(c, text=raw[c.start : c.end]) for c in indicator.claims)
        return replace(indicator, name=own(indicator.name, near), claims=claims)

    return replace(task, title=own(task.title, task.start), indicators=tuple(map(said, task.indicators)))


def _unless_furniture(quantity: Quantity, masked: Sequence[Interval]) -> Quantity:
    index = bisect_right(masked, (quantity.start, len(quantity.text) + quantity.start)) - 1
    inside = index >= 0 and quantity.start < masked[index][1]
    return replace(quantity, role="name") if inside and quantity.role == "context" else quantity


def _task(raw: str, scope: Scope, report: Report, far: Sequence[Gap]) -> Task | None:
    item = scope.item
    indicators = _indicators_of(raw, scope, report, far)
    if not indicators and _is_task(item):
        indicators = [milestone(raw, scope.text, item, report.year) or _qualitative(item)]
    if not indicators:
        return None
    return Task(item.number, item.title, item.start, item.end, item.clauses, item.departments, tuple(indicators))


def _scope(
    text: str,
    item: Item,
    inside: Sequence[Quantity],
    mentions: Sequence[PeriodMention],
    report: Report,
    promising: bool,
    told: bool = False,
) -> Scope:
    """The item's material; `told`: what was promised elsewhere is told here, nothing in it is a plan by its place."""
    spans = _inside(mentions, item)
    month = report.cutoff.month if report.cutoff else None
    found = spread(text, item, readings(text, item, inside, spans, promising, month, report.year))
    if not told:
        mark_echoed(text, item, found)
        mark_plans(text, item, found)
    mark_stocks(found)
    promises = [promise(r, report.year) for r in found if r.voice == "promise"]
    return Scope(text, item, found, promises, month)


def _indicators_of(raw: str, scope: Scope, report: Report, far: Sequence[Gap] = ()) -> list[Indicator]:
    links = link(scope, shares(scope.text, scope.found, scope.promises))
    return _indicators(raw, scope, links, report, far)


def _is_task(item: Item) -> bool:
    return (
        item.level > 0
        and not PROBLEMS.match(item.title)
        and (item.narrated or len(item.sentences) > 1 or bool(item.clauses))
    )


def _qualitative(item: Item) -> Indicator:
    name = item.title[:60] or item.topic
    return Indicator(name, "qualitative", tidy(name), direction=None, reason="no number is promised")


def _indicators(raw: str, scope: Scope, links: list[Link], report: Report, far: Sequence[Gap]) -> list[Indicator]:
    out: list[Indicator] = []
    derived_targets = {id(gap.of): (gap.target, gap.claim) for gap in (*gaps(scope.text, scope.found), *far)}
    starts = sorted(p.reading.start for p in scope.promises)
    linked = set()
    for entry in links:
        claims = [completion(s) for s in entry.shares]
        if entry.actual is None and not entry.shares:
            following = next((s for s in starts if entry.promise and s > entry.promise.reading.start), len(raw))
            if claim := stated(scope, entry, following):
                claims.append(claim)
        for reading in [entry.actual, *(s.reading for s in entry.shares)]:
            if reading is not None and id(reading) in derived_targets:
                claims.append(derived_targets[id(reading)][1])
                linked.add(id(reading))
        out.append(_indicator(raw, entry, claims, report))
    for reading in scope.found:
        if id(reading) in derived_targets and id(reading) not in linked:
            target, claim = derived_targets[id(reading)]
            out.append(_from_gap(raw, reading, target, claim, report))
    answering = {id(entry.actual) for entry in links if entry.actual is not None}
    out += [_of_rest(raw, r, t, report) for r, t in rests(scope.text, scope.found) if id(r) not in answering]
    return sorted(map(_titled, out), key=_start)


def _of_rest(raw: str, done: Reading, target: Target, report: Report) -> Indicator:
    name = display_name(done)
    return Indicator(
        name,
        "cumulative",
        tidy(name),
        names.qualifiers(name),
        accrues=True,
        owner=done.owner,
        target=target,
        actual=_actual(raw, done, report),
        reason="the target is what is done and what is left",
        confidence=0.7,
    )


def _titled(indicator: Indicator) -> Indicator:
    """河东区投资: named with the district whose it is; the folded name stays without, for comparison."""
    owner = indicator.owner
    return replace(indicator, name=owner + indicator.name) if owner and owner not in indicator.name else indicator


def _start(indicator: Indicator) -> int:
    places = [q.start for q in (indicator.target, indicator.actual) if q is not None and q.start is not None]
    return min(places) if places else (indicator.claims[0].start if indicator.claims else 0)


def _of_the_year(period: PeriodMention, report: Report) -> bool:
    """全年 in a report of nine months says of what the goal is, not how far its figures go."""
    return (period.first_month, period.last_month) == (1, 12) and report.cutoff is not None and report.cutoff.month < 12


def _cutoff(reading: Reading, report: Report) -> date | None:
    return cutoff_of(reading.period, report.year) if reading.period and report.year else None


def _actual(raw: str, reading: Reading, report: Report, reduction: bool = False) -> Actual:
    quantity = reading.quantity
    cutoff = None if reading.period is None or _of_the_year(reading.period, report) else _cutoff(reading, report)
    value = abs(reading.value) if reduction and reading.value < 0 else -reading.value if reduction else reading.value
    qualifier = "estimated" if reading.estimated else quantity.qualifier
    return Actual(
        value,
        raw_unit(raw, quantity),
        raw[quantity.start : quantity.end],
        quantity.start,
        quantity.end,
        cutoff=cutoff or report.cutoff,
        qualifier=qualifier,
        magnitude=quantity.magnitude,
        noun=quantity.noun,
    )


def _as_written(raw: str, quantity: Quantity) -> Quantity:
    text, unit = raw[quantity.start : quantity.end], raw_unit(raw, quantity)
    same = text == quantity.text and unit == quantity.unit
    return quantity if same else replace(quantity, text=text, unit=unit)


def raw_unit(raw: str, quantity: Quantity) -> str:
    """The unit as the text spells it, 萬個 on a mirror page; a full-width ％ is %."""
    at = quantity.text.rfind(quantity.unit) if quantity.unit else -1
    if at < 0 or not quantity.unit[-1].isalnum():
        return quantity.unit
    return raw[quantity.start + at : quantity.start + at + len(quantity.unit)]


def _indicator(raw: str, entry: Link, claims: list[Claim], report: Report) -> Indicator:
    promised = entry.promise
    if promised is None:
        reading = entry.actual or entry.shares[0].reading
        name = display_name(reading) or "?"
        actual = _actual(raw, entry.actual, report) if entry.actual else None
        return Indicator(
            name,
            "cumulative",
            tidy(name),
            names.qualifiers(name),
            "up",
            True,
            reading.owner,
            actual=actual,
            claims=tuple(claims),
            reason=entry.reason,
            confidence=confidence(entry),
        )
    target: Target = replace(
        promised.target,
        text=raw[promised.reading.start : promised.reading.quantity.end],
        unit=raw_unit(raw, promised.reading.quantity),
    )
    actual = _actual(raw, entry.actual, report, promised.reduction) if entry.actual else None
    if actual is not None and entry.total is not None:
        actual = replace(actual, value=entry.total, parts=entry.parts, cutoff=report.cutoff)
    name = promised.name or "?"
    return Indicator(
        name,
        promised.kind,
        tidy(name),
        names.qualifiers(name),
        promised.direction,
        promised.accrues,
        promised.reading.owner,
        promised.tier,
        promised.due,
        target,
        actual,
        None,
        tuple(claims),
        entry.refusal if actual is None and not claims_count(claims) else None,
        entry.reason if actual or not entry.refusal else entry.refusal,
        confidence(entry),
    )


def claims_count(claims: Sequence[Claim]) -> bool:
    """Whether a claim stands for the figure: a share, or completion in words."""
    return any(c.completion is not None or c.status == "done" for c in claims)


def _from_gap(raw: str, reading: Reading, target: Target | None, claim: Claim, report: Report) -> Indicator:
    name = display_name(reading, reduces(reading)) or "?"
    rate = reading.measure in ("growth", "change", "percent")
    if target is not None and wording.LOWER_IS_BETTER.search(name) and not reduces(reading):
        limit = replace(target, operator="<=")
        return Indicator(
            name,
            "ceiling",
            tidy(name),
            names.qualifiers(name),
            "down",
            not rate,
            reading.owner,
            target=limit,
            actual=_actual(raw, reading, report),
            claims=(claim,),
            reason="the limit is the figure and the stated gap to it",
            confidence=0.9,
        )
    share = reading.voice == "claim"
    claims = (
        [
            Claim(
                (reading.quantity.value or Decimal(0)) / 100,
                None,
                reading.quantity.text,
                reading.start,
                reading.quantity.end,
            )
        ]
        if share
        else []
    )
    return Indicator(
        name,
        "rate" if rate and not share else "cumulative",
        tidy(name),
        names.qualifiers(name),
        "up",
        not rate,
        reading.owner,
        target=target,
        actual=None if share else _actual(raw, reading, report, reduces(reading)),
        claims=(*claims, claim),
        reason="the target is the figure and the stated gap to it",
        confidence=0.9,
    )


def _once(tasks: list[Task]) -> list[Task]:
    """The same promise made twice in one report is one: the first that has an answer stays."""
    seen: dict[object, tuple[int, int]] = {}
    kept: list[list[Indicator]] = []
    for t, task in enumerate(tasks):
        kept.append([])
        for indicator in task.indicators:
            key = _key(indicator)
            if key is None or key not in seen:
                if key is not None:
                    seen[key] = (t, len(kept[t]))
                kept[t].append(indicator)
                continue
            first_task, place = seen[key]
            if kept[first_task][place].actual is None and indicator.actual is not None:
                kept[first_task][place] = indicator
    full = _told_in_full(i for rest in kept for i in rest)
    kept = [[i for i in rest if not _told_before(i, full)] for rest in kept]
    return [replace(task, indicators=tuple(rest)) for task, rest in zip(tasks, kept, strict=True) if rest]


def _told_in_full(indicators: Iterable[Indicator]) -> dict[object, list[Decimal]]:
    """The plans that each figure (value and unit) answers."""
    plans: dict[object, list[Decimal]] = defaultdict(list)
    for indicator in indicators:
        if indicator.target is not None and indicator.actual is not None:
            plan = indicator.target.value * indicator.target.magnitude
            plans[indicator.actual.value, indicator.actual.unit].append(plan)
    return plans


def _told_before(indicator: Indicator, full: Mapping[object, Sequence[Decimal]]) -> bool:
    """A figure with its share of a plan that stands elsewhere in full: 完成投资28.55亿元,占全年计划的37.57%."""
    actual, share = indicator.actual, indicator.stated_completion
    if indicator.target is not None or actual is None or share is None:
        return False
    plans = full.get((actual.value, actual.unit), ())
    base = actual.value * actual.magnitude
    return any(plan and abs(base / plan - share) < Decimal("0.01") for plan in plans)


def _key(indicator: Indicator) -> object | None:
    target, actual = indicator.target, indicator.actual
    if target is not None:
        name = indicator.folded if indicator.folded else None
        return (
            (
                name,
                indicator.owner,
                indicator.kind,
                target.value * target.magnitude,
                target.noun == "%",
                indicator.due,
                indicator.tier,
            )
            if name
            else None
        )
    if actual is not None:
        return ("actual", indicator.folded, indicator.owner, actual.value, actual.unit)
    return None


def _ledger(quantities: Sequence[Quantity], tasks: Sequence[Task], outlined: Sequence[Item]) -> list[Quantity]:
    """Every number with the role that the reading gave it."""
    roles: dict[int, Role] = {}
    for task in tasks:
        for indicator in task.indicators:
            for claim in indicator.claims:
                roles[claim.start] = "claim"
            if indicator.actual is not None:
                roles[indicator.actual.start] = "actual"
            if indicator.target is not None and indicator.target.start is not None:
                roles[indicator.target.start] = "target"
    marks = {item.start: item for item in outlined if item.level}
    out = []
    open_tasks = deque(tasks)  # in the order of their beginnings; those that ended are dropped from the front
    for quantity in quantities:
        role = roles.get(quantity.start, quantity.role)
        if (
            quantity.start in marks
            and quantity.role == "context"
            and quantity.text.strip("()、.") == marks[quantity.start].number
        ):
            role = "ordinal"
        while open_tasks and open_tasks[0].end <= quantity.start:
            open_tasks.popleft()
        within = bool(open_tasks) and open_tasks[0].start <= quantity.start
        owner = open_tasks[0].number if within else None
        same = role == quantity.role and owner == quantity.task
        out.append(quantity if same else replace(quantity, role=role, task=owner))
    return out
