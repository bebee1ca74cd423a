"""The same promise made or told twice in one report is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from extraction.records import Indicator, Task
from extraction.sought import sought


def once(tasks: list[Task]) -> list[Task]:
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
    answered = {_goal(i) for rest in kept for i in rest if i.actual is not None and i.tier == "firm"}
    full = _told_in_full(i for rest in kept for i in rest)
    shares = _shares_of_owners(i for rest in kept for i in rest)
    works = _shares_of_works(i for rest in kept for i in rest)
    kept = [
        [
            i
            for i in rest
            if not (
                _set_again(i, answered)
                or _told_before(i, full)
                or _is_owners(i, shares)
                or _is_of_its_figures(i, works)
            )
        ]
        for rest in kept
    ]
    return [_with(task, tuple(rest)) for task, rest in zip(tasks, kept, strict=True) if rest]


def _with(task: Task, indicators: tuple[Indicator, ...]) -> Task:
    return task if indicators == task.indicators else replace(task, indicators=indicators)


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


def _shares_of_owners(indicators: Iterable[Indicator]) -> dict[str, list[Decimal]]:
    """What share of its plan each owner's figures come to."""
    shares: dict[str, list[Decimal]] = defaultdict(list)
    for i in indicators:
        if i.owner and i.target is not None and i.actual is not None and i.target.value and not i.claims:
            shares[i.owner].append(i.actual.value * i.actual.magnitude / (i.target.value * i.target.magnitude))
    return shares


def _is_owners(indicator: Indicator, shares: Mapping[str, Sequence[Decimal]]) -> bool:
    """甲县、乙县分别完成22.1%、9.8%,其中乙县任务8200亩,完成804亩: the share is that of the figures behind it."""
    alone = indicator.target is None and indicator.actual is None and indicator.stated_completion is not None
    if not alone or indicator.owner is None or indicator.stated_completion is None:
        return False
    stated = indicator.stated_completion
    return any(abs(share - stated) < Decimal("0.0006") for share in shares.get(indicator.owner, ()))


def _shares_of_works(indicators: Iterable[Indicator]) -> list[tuple[str, int, Decimal, bool]]:
    """What share of their plans works have come to, by their names and places, and whether it is of money."""
    return [
        (
            i.folded,
            i.actual.start,
            i.actual.value * i.actual.magnitude / (i.target.value * i.target.magnitude),
            i.target.noun == "元",
        )
        for i in indicators
        if i.target is not None and i.actual is not None and i.target.value and not i.claims
    ]


_LONG = 4  # characters of a name that says which work it is


def _is_of_its_figures(indicator: Indicator, works: Sequence[tuple[str, int, Decimal, bool]]) -> bool:
    """东环路、第二水厂完成年度计划的92%和31%。第二水厂计划投资1.6亿元,完成4960万元: a share of those.

    So is a share right before its own figure: 计划更新公交车40辆,目前完成率25%,完成10辆.
    """
    stated, name = indicator.stated_completion, indicator.folded
    if indicator.target is not None or indicator.actual is not None or stated is None or len(name) < _LONG:
        return False
    at = indicator.claims[0].start
    return any(
        abs(share - stated) <= _HALF_STEP
        and (
            (money and (of.startswith(name) or (of in _BARE and 0 < start - at < _NEAR)))
            or (0 < start - at < _BESIDE and of != "" and (of in name or name in of))
        )
        for of, start, share, money in works
    )


_HALF_STEP = Decimal("0.005")
_BARE, _NEAR, _BESIDE = ("", "投资"), 60, 16  # characters


def _set_again(indicator: Indicator, answered: set[object]) -> bool:
    """力争年内达到80亿元: the goal that has its answer, set again in the next steps, as a wish or by a day."""
    open_one = indicator.actual is None and not indicator.claims and indicator.target is not None
    return (open_one or indicator.tier == "stretch") and indicator.folded != "" and _goal(indicator) in answered


def _goal(indicator: Indicator) -> object | None:
    target = indicator.target
    if target is None:
        return None
    number = target.value * target.magnitude, target.noun == "%"
    return indicator.folded, _numbered(indicator.name), indicator.owner, indicator.kind, *number


def _key(indicator: Indicator) -> object | None:
    target, actual = indicator.target, indicator.actual
    if target is not None:
        name = indicator.folded if indicator.folded else None
        return (
            (
                name,
                _numbered(indicator.name),
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
        folded = indicator.folded + _numbered(indicator.name)
        stated = indicator.stated_completion  # 占市下达任务的92%,占县下达目标的66%: of two plans
        share = None if stated is None else round(stated, 2)
        return ("actual", folded, indicator.owner, actual.value, actual.unit, share)
    return None


def _numbered(name: str) -> str:
    """The ordinals in a name, which folding leaves out: 地铁2号线 is not 地铁3号线."""
    return ",".join(_ORDINAL.findall(name))


_ORDINAL = sought(r"(\d{1,4})(?=[号#期组批]|标段?|路(?!灯)|街|线|[栋座]楼)")
