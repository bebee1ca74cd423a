"""A rate told period by period stands where the last one left it: 一季度97%、二季度98.2%; 6月底75%,9月底83%.

A period from January on that ends as late as the last one is the year so far, and the better answer: 前三季度96.4%.
So does a growth: 三季度用电量增长9.2%,1-9月增长6.1%.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.sentences.readings import Reading
from extraction.sought import sought

_PERIOD = sought(
    r"[,、;:(\s]*(?:其中[,:]?\s?|但|而)?(?:今年|20\d\d年)?(?:(?P<upto>前)?(?P<quarter>[一二三四])季度|(?P<half>上半年)"
    r"|(?:截[至止]|到)?(?P<till>\d{1,2})月[底末]|(?P<from>\d{1,2})-(?P<to>\d{1,2})月份?|(?P<month>\d{1,2})月份?|(?P<now>今年以来|年初以来|年内|今年))"
    r"(?![底末前]),?(?P<name>(?:PM2\.5|PM10|[^,。;:、()\d]){0,16})$"
)
_QUARTERS = "一二三四"
_YEAR = 12


def mark_rates_by_period(found: Sequence[Reading]) -> None:
    """Leave one figure of each such run, the last or that of the year so far; in place."""
    for run in _runs(found):
        last = max(range(len(run)), key=lambda n: run[n][1:])
        if run[last][0].measure == "growth" and not run[last][0].own:
            run[last][0].subject = run[0][0].name  # and no 比二季度回升
        for n, (r, _, _) in enumerate(run):
            if n != last:
                r.voice = "context"


def _runs(found: Sequence[Reading]) -> Iterator[list[tuple[Reading, int, bool]]]:
    run: list[tuple[Reading, int, bool]] = []
    for r in found:
        if r.bracket or (run and r.quantity.noun == "个百分点"):
            continue  # 比二季度加快2.3个百分点
        stands = r.measure in ("percent", "growth") or "/" in r.quantity.noun
        plain = r.voice == "report" and stands
        said = _PERIOD.fullmatch(r.lead) if plain else None
        if said is not None and r.measure == "growth" and (said["now"] or "年" in r.lead[:4]):
            said = None  # 今年用电量增长8% may be the goal
        if said is None or (run and not _is_same(run[-1][0], r)):
            if len(run) > 1:
                yield run
            run = []
        if said is not None:
            quarter, month = said["quarter"], said["to"] or said["month"] or said["till"]
            end = (_QUARTERS.index(quarter) + 1) * 3 if quarter else 6 if said["half"] else int(month or _YEAR)
            so_far = any(said[g] for g in ("upto", "half", "now", "till")) or said["from"] == "1" or quarter == "一"
            run.append((r, end, so_far))
    if len(run) > 1:
        yield run


def _is_same(one: Reading, other: Reading) -> bool:
    """Whether both are of one thing: the second bears no name, or the end of the first one's."""
    near = other.sentence - one.sentence <= 1 and (other.owner, other.quantity.noun) == (one.owner, one.quantity.noun)
    return near and (not other.own or one.name.endswith(other.own) or other.own.endswith(one.own or other.own))
