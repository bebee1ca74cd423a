"""Several things told period by period: 上半年新增泊位310个,安装路灯140盏。三季度新增泊位150个,安装路灯90盏.

Only the first figure of each period has the period beside it (pairing/periods_told.py); the others of its list share
it. Each is set beside the one that is called the same in the other periods' lists: taken alone, the last quarter's 90
of 300 lamps would be an alarm. Where any of them falls from one quarter to the next, no quarter tells all up to its
end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extraction.pairing.periods_told import Run, Step, adjoins, is_growing, may_be_all, same_doing, step_of
from extraction.sentences.readings import Reading, index_of
from extraction.sought import sought
from extraction.words import names

_MOST = 8  # numbers behind the first of a period among which the others of its list stand
_BESIDE = sought(
    r"(?:[^,。;\d]{0,6}[,、]|[和及与并])\s?"
    r"(?![^,。;\d]*(?:累计|合计|总计|(?<!公)共(?!享|同)|截[至止]|目前|以来|[年月日](?!均)|季度))[^,。;、\d]{0,24}"
)


def all_steps(text: str, found: Sequence[Reading]) -> dict[int, Step]:
    """Every figure that is of a period of its own, or shares that of its list, with it, by its identity."""
    return {id(step.reading): step for row in _rows(text, found) for step in row}


def runs_side_by_side(text: str, found: Sequence[Reading]) -> Iterator[Run]:
    """The figures of each thing of such lists, of one thing in each of its periods."""
    group: list[list[Step]] = []
    for row in _rows(text, found):
        if group and not (adjoins([told[0] for told in group], row[0]) and _is_next(found, group[-1], row)):
            yield from _columns(group)
            group = []
        group.append(row)
    yield from _columns(group)


def _is_next(found: Sequence[Reading], row: Sequence[Step], other: Sequence[Step]) -> bool:
    """Whether between the lists nothing else is told in the units of the first."""
    between = found[index_of(found, row[-1].reading.start) + 1 : index_of(found, other[0].reading.start)]
    nouns = {step.reading.quantity.noun for step in row}
    return not any(r.voice == "report" and not r.bracket and r.quantity.noun in nouns for r in between)


def _rows(text: str, found: Sequence[Reading]) -> Iterator[list[Step]]:
    """Each period's list of figures; one alone is a list, too."""
    for index, r in enumerate(found):
        first = step_of(r)
        if first is not None and r.voice == "report":
            behind = _listed_with(text, r, found[index + 1 : index + 1 + _MOST])
            yield [first, *(replace(first, reading=other, did=other.own, named="") for other in behind)]


def _listed_with(text: str, first: Reading, behind: Sequence[Reading]) -> Iterator[Reading]:
    last = first
    for r in behind:
        if _BESIDE.fullmatch(text, last.quantity.end, r.start) is None or r.sentence != first.sentence:
            return
        if r.voice not in ("report", "claim") or r.bracket or r.owner != first.owner or step_of(r) is not None:
            return
        last = r
        if r.measure == "amount" and r.voice == "report":
            yield r


def _columns(rows: Sequence[Sequence[Step]]) -> Iterator[Run]:
    """Each thing of the first list with the same of all others; none where a list leaves it out."""
    if len(rows) < 2 or all(len(row) == 1 for row in rows):
        return
    columns = [column for step in rows[0] if (column := _column(step, rows)) is not None]
    taken = Counter(id(step.reading) for column in columns for step in column)
    columns = [column for column in columns if all(taken[id(step.reading)] == 1 for step in column)]
    told = [[step.reading for step in column] for column in columns]
    each_alone = any(not is_growing(figures) for figures in told)
    for column, figures in zip(columns, told, strict=True):
        yield Run(figures, column[-1].plain and not each_alone, each_alone or not may_be_all(column))


def _column(first: Step, rows: Sequence[Sequence[Step]]) -> list[Step] | None:
    column = [first]
    for row in rows[1:]:
        beside = [step for step in row if step.reading.quantity.noun == first.reading.quantity.noun]
        alike = next((same for how in _SAME if (same := [step for step in beside if how(first.did, step.did)])), [])
        if len(alike) != 1:
            return None
        column += alike
    return column


def _is_called_so(name: str, other: str) -> bool:
    return names.folded(name) == names.folded(other) != ""


def _is_called_last(name: str, other: str) -> bool:
    """改造公厕城区, 城区: the last words of the longer name."""
    return min(len(name), len(other)) > 1 and (name.endswith(other) or other.endswith(name))


_SAME = (_is_called_so, _is_called_last, same_doing)  # the surer ones first
