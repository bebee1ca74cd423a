"""What the reader of tasks left open in a row: promises it took for none, figures that only one promise can claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extraction.grids.cells import GridCell
from extraction.numbers import units
from extraction.promises.targets import tidy
from extraction.records import Indicator
from extraction.sought import sought
from extraction.tables.kinds import kind_of
from extraction.tables.months_told import month_alone
from extraction.tables.rows import Named, Sheet, actual_of, target_of
from extraction.tables.stories import SIGNED, UNFINISHED, Told, called_like, figures, fitting, same_noun
from extraction.words.names import qualifiers
from extraction.words.one_by_one import told_one_by_one
from extraction.words.other_times import of_past_year

_BEFORE = sought(r"(?:达到?|不低于|不少于|不超过|至少|完成|突破|为|约|以上)+$")


def with_plain(sheet: Sheet, row: Named, promised: Sequence[GridCell], indicators: list[Indicator]) -> list[Indicator]:
    """Also what a cell promises by its column alone: 实际到账外资1.2亿美元, where the reader saw no promise."""
    out = [i for i in indicators if i.target is not None or not _of_cells(i, promised)]
    for cell in promised:
        if not any(i.target is not None and _within(i.target.start, cell) for i in indicators):
            out += _plain(sheet, row, cell)
    return out


def _of_cells(indicator: Indicator, cells: Sequence[GridCell]) -> bool:
    return indicator.actual is not None and any(_within(indicator.actual.start, c) for c in cells)


def _within(start: int | None, cell: GridCell) -> bool:
    return start is not None and cell.start <= start < cell.end


def _plain(sheet: Sheet, row: Named, cell: GridCell) -> list[Indicator]:
    """The cell's one number with a unit; nothing where there are several or its clause tells a state."""
    found = figures(sheet.text, cell)
    if len(found) != 1 or UNFINISHED.search(found[0].clause):
        return []
    lead = _BEFORE.sub("", found[0].lead).strip()
    name = lead if len(tidy(lead)) > 1 else row.name
    target = target_of(sheet, found[0].quantity)
    if not name or not target.value:
        return []
    kind = kind_of("", name, target)
    if kind == "ceiling":
        target = replace(target, operator="<=")
    return [
        Indicator(
            name[:60], kind, tidy(name) or name, qualifiers(name), "down" if kind == "ceiling" else "up",
            kind == "cumulative", row.owner, target=target, reason="the row's promise", confidence=0.9,
        )
    ]  # fmt: skip


def unsigned(sheet: Sheet, indicator: Indicator, story: Sequence[GridCell]) -> Indicator:
    """Without an answer that was only signed: 已与10800户签订协议 finishes nothing."""
    actual, target = indicator.actual, indicator.target
    if actual is None or target is None or SIGNED.search(indicator.name):
        return indicator
    source = _source(sheet, story, actual.start)
    if source is None or not SIGNED.search(source.clause):
        return indicator
    reason = "阶段不同：只是签约，不是完成数"
    return replace(indicator, actual=None, refusal=reason, reason=reason)


def answered(sheet: Sheet, indicators: list[Indicator], story: Sequence[GridCell]) -> list[Indicator]:
    """Open promises with the figure of the story that only they can claim, by its unit or by what it is called."""
    indicators = _in_turn(sheet, indicators, story)
    taken = {i.actual.start for i in indicators if i.actual is not None}
    return _at_its_place(sheet, [_answered(sheet, i, indicators, story, taken) for i in indicators], story)


def _at_its_place(sheet: Sheet, indicators: list[Indicator], story: Sequence[GridCell]) -> list[Indicator]:
    """书房6座,借书证发放1万张,图书3万册 and 5座,发证9500张,27900册: as many figures, in the units of the promises.

    What the others are answered by stands where they do, and no two are counted alike; so is the one left open, whose
    thing is told again, be it by its last character.
    """
    found = [t for cell in story for t in figures(sheet.text, cell) if not t.bracketed]
    nouns = [i.target.noun if i.target is not None else "" for i in indicators]
    alike = [noun for noun, t in zip(nouns, found, strict=False) if same_noun(t.quantity.noun, noun)]
    if not (len(alike) == len(found) == len(nouns) == len(set(nouns)) > 1):
        return indicators
    left = [n for n, i in enumerate(indicators) if i.actual is None or i.actual.start != found[n].quantity.start]
    if len(left) != 1 or not _is_open(indicators[left[0]]) or not _is_thing(found[left[0]], indicators[left[0]].name):
        return indicators
    told = actual_of(sheet, found[left[0]].quantity, None)
    reason = "the figure at the promise's place"
    indicators[left[0]] = replace(indicators[left[0]], actual=told, reason=reason, confidence=0.9)
    return indicators


def _is_thing(told: Told, name: str) -> bool:
    """发证 is said of 借书证发放, 赠书 not of 印发手册."""
    lead = told.lead.strip()
    return lead[-1:] in name and bool(lead) and "另" not in told.clause and not UNFINISHED.search(told.clause)


def _is_open(indicator: Indicator) -> bool:
    told = any(c.status or c.completion for c in indicator.claims)
    return indicator.actual is None and indicator.refusal is None and not told


def _in_turn(sheet: Sheet, indicators: list[Indicator], story: Sequence[GridCell]) -> list[Indicator]:
    """As many figures as promises, in the same units and order: 12个、2600个 and 11个、2415个."""
    found = [t for cell in story for t in figures(sheet.text, cell)]
    targets = [i.target for i in indicators]
    alike = [t and t.noun for t in targets] == [t.quantity.noun for t in found] and len(found) > 1
    if not alike or any(UNFINISHED.search(t.clause) or len(tidy(t.lead)) > 1 for t in found):
        return list(indicators)
    reason = "the figures of the row's story, in turn"
    return [
        i
        if i.actual is not None
        else replace(i, actual=actual_of(sheet, t.quantity, None), refusal=None, reason=reason)
        for i, t in zip(indicators, found, strict=True)
    ]


def _answered(
    sheet: Sheet, indicator: Indicator, row: Sequence[Indicator], story: Sequence[GridCell], taken: set[int]
) -> Indicator:
    target = indicator.target
    if target is None or indicator.actual is not None or any(c.status or c.completion for c in indicator.claims):
        return indicator
    found = fitting(sheet.text, story, target.noun, indicator.name)
    if found is None or found.start in taken:
        return indicator
    few = (found.base or 0) <= 2
    if few and any(told_one_by_one(sheet.text, c.start, c.end, found.unit) for c in story):
        return indicator  # 城东一处已建成;城西一处已开放: neither is all that was done
    rivals = [i for i in row if i is not indicator and i.target and units.fits(i.target.noun, target.noun)]
    source = _source(sheet, story, found.start)
    if source is not None and of_past_year(source.clause + source.lead, sheet.report.year):
        return indicator  # 2022年占比为1.86% in a report of 2023
    if (rivals or indicator.refusal) and (source is None or not called_like(source, indicator.name)):
        return indicator
    if source is not None and found.base is not None and target.value:
        part = found.base / (target.value * target.magnitude)
        if why := month_alone(source.lead, indicator.name, part):
            return replace(indicator, refusal=indicator.refusal or why)
    reason = "the figure of the row's story"
    return replace(indicator, actual=actual_of(sheet, found, None), refusal=None, reason=reason, confidence=0.9)


def _source(sheet: Sheet, story: Sequence[GridCell], start: int) -> Told | None:
    return next((t for cell in story for t in figures(sheet.text, cell) if t.quantity.start == start), None)
