"""The figures of a list by whose they are: each place, office or company with the readings behind its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extraction.sentences.owner_lists import Member, OwnerList
from extraction.sentences.readings import Reading
from extraction.sought import sought

_OF_ALL = sought(r"[。;,\n](?:全[省市县区州镇旗]|合计|总计)")
_SIDE_BY_SIDE = sought(r"\s?(?:\([^()]{0,20}\))?[、和与及,]\s?")


@dataclass(frozen=True, slots=True)
class Row:
    """An owner of the list, and its figures in order."""

    owner: str
    words: str  # between its name and its first figure
    readings: tuple[Reading, ...]


def rows_of(text: str, listed: OwnerList, found: Sequence[Reading]) -> list[Row]:
    """The rows of the list that have figures among the readings."""
    rows: list[Row] = []
    for member in listed.members:
        whole = _OF_ALL.search(text, member.end, member.stop)
        stop = whole.start() if whole else member.stop
        inside = [r for r in found if member.end <= r.start < stop]
        rows += _shared_out(text, member, inside) if len(member.names) > 1 else [_row(member, inside)]
    return [row for row in rows if row.readings]


def _row(member: Member, inside: Sequence[Reading]) -> Row:
    return Row(member.names[0], member.words, tuple(inside))


def _shared_out(text: str, member: Member, inside: Sequence[Reading]) -> list[Row]:
    """甲区、乙县任务分别为120户、95户,分别完成97户、41户: each run of as many figures as names, in their order."""
    count = len(member.names)
    runs = [run for run in _runs(text, inside) if len(run) == count]
    for run in runs:
        for r in run[1:]:
            r.lead = run[0].lead  # 分别完成97户、41户: the words of the first are said of each
    return [Row(name, member.words, tuple(run[n] for run in runs)) for n, name in enumerate(member.names)]


def _runs(text: str, inside: Sequence[Reading]) -> list[list[Reading]]:
    runs: list[list[Reading]] = []
    for r in (r for r in inside if not r.bracket):
        last = runs[-1][-1] if runs else None
        joined = last is not None and last.quantity.noun == r.quantity.noun
        if joined and last is not None and _SIDE_BY_SIDE.fullmatch(text, last.quantity.end, r.start):
            runs[-1].append(r)
        else:
            runs.append([r])
    return runs
