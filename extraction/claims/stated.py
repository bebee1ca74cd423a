"""What the bureau says of itself in figures: shares of the plan, and what each is a share of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extraction.answers.of_another_time import of_another_time, plan_between
from extraction.answers.other_setters import of_another_setter
from extraction.claims.beside_the_work import of_the_work
from extraction.claims.figure_before import (
    countable_report,
    figure_before,
    in_closed_bracket,
    in_unit_of,
    is_of_one,
    of_its_stage,
    of_one_kind,
    outside_brackets,
    ranked_figure,
    rate_of_goal,
    without_extents,
)
from extraction.claims.funds_apart import funds_apart, is_of_money
from extraction.claims.of_works import has_plan, of_work_apart, of_works
from extraction.claims.plans_of_claims import (
    plan_apart,
    plan_at,
    plan_before,
    plan_before_bracket,
    plan_in_phrase,
    plan_in_quotes,
    plans_alone,
    side_by_side,
)
from extraction.claims.runs import IN_ORDER, NEAR, each_in_order, each_of, explained_by, runs_of
from extraction.claims.shares_by_name import claim_by_name, figures_named_alike, is_called_as_another, is_of_another
from extraction.claims.shares_of_begun import is_of_begun, is_of_early
from extraction.numbers import units
from extraction.pairing.share_arithmetic import explains
from extraction.pairing.wholes_of_rates import of_what_was_signed
from extraction.promises.links import Share
from extraction.promises.stocks import SINCE_JANUARY
from extraction.promises.targets import Promise
from extraction.promises.told_for_all import plans_of_all
from extraction.records import Claim
from extraction.sentences.at_most import bound_of, is_at_least, lags_for_sure
from extraction.sentences.readings import Reading
from extraction.sentences.whole_of_parts import whole_of_parts
from extraction.sought import sought
from extraction.words import names, wording


def shares(text: str, readings: Sequence[Reading], every: Sequence[Promise]) -> list[Share]:
    """Each stated share of the plan with the reading it is of and, where the phrase holds one, the plan itself."""
    out: list[Share] = []
    taken: set[int] = set()
    phrased: set[int] = set()  # plans with a share in their own phrase: the sum of another figure is chance
    claim_by_name(readings, every)
    claims = [r for r in readings if r.voice == "claim" or _is_rate_claim(r, readings)]
    runs = runs_of([r for r in claims if not is_at_least(r)], readings)
    for run in runs:
        found, promises = _of_its_owner(run[0], readings, every)
        if len(run) == 1 and (plans := plans_of_all(run[0], promises)) and not is_of_one(run[0], plans, found):
            out += [Share(run[0], None, plan) for plan in plans]
            continue
        if len(run) == 1 and (called := plan_in_quotes(text, run[0], promises)) is not None:
            out.append(Share(run[0], None, called))
            continue
        if len(run) == 1 and (rated := rate_of_goal(run[0], found, promises)):
            out.append(Share(run[0], *rated))
            continue
        if len(run) == 1 and (several := each_of(run[0], found, taken)):
            out += [Share(run[0], of, None) for of in several]
            taken |= {id(of) for of in several}
            continue
        numerators = _numerators(run, found, taken, promises)
        nameless = not any(r.own or r.part for r in run)
        if nameless and not any(numerators) and (alone := plans_alone(run, found, promises)):
            out += [Share(r, None, plan) for r, plan in zip(run, alone, strict=True)]
            continue
        if nameless and not numerators:
            continue  # 分别, and nobody knows of which
        apart = len({r.clause_start for r in run}) == len(run)
        for position, reading in enumerate(run):
            of = numerators[position] if position < len(numerators) else None
            of = _by_sum(reading, of, found, promises) if of is not None and len(run) == 1 else of
            of = None if of is not None and is_of_another(reading, of, promises) else of
            of = None if of is not None and is_called_as_another(reading, of, found) else of
            of = None if of is not None and in_closed_bracket(text, of, reading) else of
            if len(run) == 1 and of_work_apart(reading, of, promises):
                continue
            if host := plan_before_bracket(text, reading, readings, promises):
                inside = of is not None and of.start > host.reading.start
                out.append(Share(reading, of if inside else None, host))
                continue
            plan = plan_at(run, position, of, promises) if len(run) > 1 else None
            plan = plan or (plan_in_phrase(text, reading, promises) if apart else None)
            phrased |= {id(plan)}
            if plan is not None and (of is None or len(run) == 1):
                of = _numerator_before(plan.reading, reading, found, taken) or of
            if plan is not None and of is not None and not units.fits(of.quantity.noun, plan.reading.quantity.noun):
                of = in_unit_of(plan, reading, found)
            plan = plan or plan_apart(reading, of, [p for p in promises if id(p) not in phrased])
            if plan is None and of is None and len(run) > 1:
                plan = plan_before(run, position, promises)
            if len(run) > 1 and plan is not None and any(s.plan is plan and s.reading in run for s in out):
                plan = None  # 任务4.2万人,宫颈癌1.96万人、乳腺癌1.83万人,分别完成46.7%、43.6%: answers/for_each.py
            of = None if of is not None and is_of_money(reading, of, promises) else of
            near = plan or (plan_between(reading, of, promises) if of is not None else None)
            if of is not None and of_another_time(text, reading, of, near, found):
                of, plan = None, near
            if of is not None and plan is None and of_works(reading, of):
                if has_plan(of, promises):  # 年度投资8000万元,完成5200万元,形象进度70%: the money tells it
                    continue
                of = None
            of = of or (ranked_figure(text, reading, readings) if plan is None else None)
            if of is None and plan is not None and out and explains(reading, out[-1].of, plan.reading):
                of = out[-1].of  # 占省定目标85亿元的60.1%,占市定奋斗目标92亿元的55.5%: one figure, two plans
            if of is None and plan is not None and out and _of_next_plan(text, reading, plan, out[-1]):
                of = out[-1].of
            if of is None and plan is None and nameless and side_by_side(run):
                continue  # of three plans nobody knows which two are meant
            if of is None and plan is None and out and (again := of_another_setter(reading, out[-1])) is not None:
                of = again
            same = bool(out) and of is out[-1].of  # which was no early one
            if of is not None and not same and is_of_early(reading, of, promises):
                continue
            if of is not None and is_of_begun(text, reading, of, plan, promises, found):
                continue
            if of is not None:
                taken.add(id(of))
            out.append(Share(reading, of, plan))
    out = funds_apart(out)
    latest = {id(s.plan): s for s in out if s.plan is not None}
    return [s for s in out if s.plan is None or latest[id(s.plan)] is s or s.of is None]


_NEXT_PLAN = sought(r"[,;、]\s?(?:分别|且|又)?(?:占|完成|为|达到?)[^,。;\d()]{0,16}\(?")


def _of_next_plan(text: str, share: Reading, plan: Promise, last: Share) -> bool:
    """占市定计划55亿元的58.4%,占省下达计划50.2亿元的61.8%: another plan for the same figure, whatever it comes to."""
    if last.of is None or last.plan is None or share.sentence - last.reading.sentence > 1:
        return False
    noun = plan.reading.quantity.noun
    if noun != last.plan.reading.quantity.noun or noun != last.of.quantity.noun:
        return False
    return _NEXT_PLAN.fullmatch(text, last.reading.quantity.end, plan.reading.start) is not None


def _by_sum(share: Reading, of: Reading, found: Sequence[Reading], promises: Sequence[Promise]) -> Reading:
    """危桥改造24座: 完工9座,在建11座,完成年度任务的37.5%: not of the nearest, but of what is so much."""
    plans = [p.reading for p in promises if p.target.noun == of.quantity.noun]
    if any(explains(share, of, plan) for plan in plans):
        return of
    beside = (r for r in found if r.sentence == share.sentence and r.start < of.start and not (r.bracket or r.part))
    fitting = [r for r in beside if any(explains(share, r, plan) for plan in plans)]
    return fitting[0] if len(fitting) == 1 else of


def _of_its_owner(
    share: Reading, found: Sequence[Reading], promises: Sequence[Promise]
) -> tuple[Sequence[Reading], Sequence[Promise]]:
    """What a district's share can be of: its own figures and plans."""
    if share.owner is None:
        return found, promises
    return [r for r in found if r.owner == share.owner], [p for p in promises if p.reading.owner == share.owner]


def _is_rate_claim(reading: Reading, found: Sequence[Reading]) -> bool:
    """交付率30.56% beside 625 and 191: the arithmetic says what the rate is of."""
    if (
        reading.voice != "report"
        or reading.measure != "percent"
        or not (
            wording.RATE_OF.search(reading.clause_lead[-14:])
            or sought(r"[,、]?\s?(?:约?占|达到?|为|完成)?(?:比)?\s?").fullmatch(reading.lead)
        )
    ):
        return False
    if names.stage(reading.clause_lead[-8:]) == "money":
        return False
    near = [
        r for r in found if r.measure == "amount" and reading.sentence - 1 <= r.sentence and r.start < reading.start
    ]
    before = [r for r in near if r.sentence == reading.sentence or r.voice == "promise"]
    before = before[-NEAR:]
    wholes = [(a, b) for a in before for b in before if b.start < a.start or b.voice == "promise"]
    return any(explains(reading, a, b) and not of_what_was_signed(reading, b) for a, b in wholes)


def _numerators(
    run: list[Reading], found: Sequence[Reading], taken: set[int], promises: Sequence[Promise]
) -> list[Reading | None]:
    if run[0].of_work:
        return [None] * len(run)  # each is of the work that it is named after (voices/slow_works.py)
    if len(run) > 1 and (explained := explained_by(run, found, promises)):
        return explained
    first = run[0]
    open_ones = [
        r
        for r in found
        if r.sentence == first.sentence and r.start < first.start and countable_report(r) and id(r) not in taken
    ]
    open_ones = outside_brackets(first, open_ones)
    if not open_ones and len(run) > 1 and (named := figures_named_alike(run, found)):
        return named
    if not open_ones and len(run) == 1 and (alone := figure_before(first, found)):
        return [alone]
    if len(run) == 1 and (staged := of_its_stage(first, open_ones)) is not None:
        return [staged]
    if match := sought(r"[前后][者项]").match(first.clause_lead):
        pair = [r for r in found if r.sentence == first.sentence and r.start < first.start and countable_report(r)][-2:]
        return [pair[0 if match.group()[0] == "前" else 1]] if len(pair) == 2 else [None]
    if len(run) > 1:
        if len(open_ones) >= len(run) and not any(c.clause_start != first.clause_start for c in run):
            return list(of_one_kind(open_ones, len(run)) or open_ones[-len(run) :])
        planned = open_ones and any(open_ones[-1].start < p.reading.start < first.start for p in promises)
        if open_ones and not planned and IN_ORDER.search(first.clause_lead):
            return each_in_order(run, found)
        return [open_ones[-1] if open_ones else None] * len(run)
    if first.bracket:
        near = [r for r in open_ones if first.start - r.quantity.end <= 24]
        return [near[-1]] if near else [None]
    clause = without_extents([r for r in open_ones if not r.part] or open_ones, promises)
    clause = of_the_work(first, clause, promises)
    if (only := _onlyexplained_by(first, clause, promises)) is not None:
        return [only]
    near = [r for r in found if r.start < first.start and first.sentence - r.sentence <= 1 and id(r) not in taken]
    if (whole := whole_of_parts(first, [r for r in near if countable_report(r) or r.voice == "promise"])) is not None:
        return [whole]
    nearest = open_ones[-1] if open_ones else None
    of_part = first.part and nearest is not None and units.fits(nearest.quantity.noun, clause[-1].quantity.noun)
    if nearest is not None and nearest.part and (nearest.own or of_part) and not first.own:
        between_parts = [r for r in clause if r.start > nearest.start]
        return [between_parts[-1] if between_parts else nearest]
    return [clause[-1]] if clause else [None]


def _onlyexplained_by(share: Reading, open_ones: Sequence[Reading], promises: Sequence[Promise]) -> Reading | None:
    """应拆改46台,已拆改9台、停用7台,仅完成19.6%: by the sum the share is of the 9, and of no other."""
    plans = [p.reading for p in promises if p.reading.sentence == share.sentence and p.reading.start < share.start]
    fitting = [r for r in open_ones if any(p.start < r.start and explains(share, r, p) for p in plans)]
    return fitting[0] if len(fitting) == 1 else None


def _numerator_before(plan: Reading, share: Reading, found: Sequence[Reading], taken: set[int]) -> Reading | None:
    """The figure that the share of this plan is of: of its unit, and where one explains the share, that one."""
    if plan.measure in ("growth", "percent"):  # 完成412亿元,增长9.6%,为计划增幅12%的80%
        before = (r for r in reversed(found) if r.sentence == plan.sentence and r.start < plan.start)
        return next((r for r in before if r.measure == plan.measure and r.voice == "report" and not r.bracket), None)
    _of_the_year(plan, share, found)
    open_ones = [
        r
        for r in found
        if r.sentence == plan.sentence
        and r.start < plan.start
        and countable_report(r)
        and _thinkable(share, r, plan)
        and id(r) not in taken
        and units.fits(r.quantity.noun, plan.quantity.noun)
    ]
    exact = [r for r in open_ones if explains(share, r, plan)]
    whole = [r for r in open_ones if not r.part]
    return next((rest[-1] for rest in (exact, whole, open_ones) if rest), None)


def _thinkable(share: Reading, part: Reading, plan: Reading) -> bool:
    """Whether the figure may be that share of the plan, wrong as sources count: 1587亿元 is not 96.8% of 200亿元."""
    if not plan.base or not share.value:
        return True
    return Decimal("0.5") < part.base / plan.base * 100 / share.value < 2


def _of_the_year(plan: Reading, share: Reading, found: Sequence[Reading]) -> None:
    """余额比年初增加193.6亿元,新增200亿元的目标已完成96.8%: what the year added is its result, by the sum; in place."""
    for r in found:
        if r.voice != "base" or r.sentence != plan.sentence or r.start > plan.start:
            continue
        if SINCE_JANUARY.search(r.lead) and explains(share, replace(r, voice="report"), plan):
            r.voice = "report"


def completion(share: Share, cutoff_month: int | None) -> Claim | None:
    """The stated share as a claim, 0.963 for 96.3%; what was done beyond the plan comes to all of it.

    完成率不足50% says that it lags, where it does for sure, and no share; else nothing.
    """
    quantity = share.reading.quantity
    if less := bound_of(share.reading):
        at = share.reading.lead.rfind(less) - len(share.reading.lead) + quantity.start
        late = lags_for_sure(share.reading, cutoff_month)
        words = share.reading.lead[at - quantity.start :] + quantity.text
        return Claim(None, "lagging", words, at, quantity.end) if late else None
    return Claim(share.reading.value / 100, None, quantity.text, quantity.start, quantity.end)
