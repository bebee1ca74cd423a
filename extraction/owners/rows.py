"""The figures of a list by whose they are: each place, office or company with the readings behind its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

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


_EACH_HAS_IT = sought(r"(?:均|都|各|已|分别)*(?:为|达到?|完成|是)?[:(\s]*")


def shared_by_all(listed: OwnerList, found: list[Reading]) -> list[Reading]:
    """甲区98%;乙县、丙县91%;丁镇72%: the readings, with the per cent of several names once for each of them."""
    of_several = [m for m in listed.members if len(m.names) > 1 and _EACH_HAS_IT.fullmatch(m.words)]
    if len(listed.members) == 1 or not of_several:
        return found
    shared: dict[int, tuple[str, ...]] = {}
    for member in of_several:
        inside = [r for r in found if member.end <= r.start < member.stop]
        if len(inside) == 1 and inside[0].quantity.noun == "%" and not inside[0].bracket:
            shared[id(inside[0])] = member.names
    each = ((r, shared.get(id(r))) for r in found)
    return [one for r, owners in each for one in ([replace(r, owner=o) for o in owners] if owners else [r])]


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
    if len(inside) == count and len({r.start for r in inside}) == 1:  # one number for each of them
        return [Row(name, member.words, (r,)) for name, r in zip(member.names, inside, strict=True)]
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
